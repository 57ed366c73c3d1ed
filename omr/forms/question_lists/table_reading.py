"""A table of questions, from a spreadsheet or a document -> a draft. Pure."""

from collections.abc import Sequence

from omr.forms.question_lists.cells import Row
from omr.forms.question_lists.columns import Columns, Role, find_columns
from omr.forms.question_lists.drafts import DraftItem, ListDraft
from omr.forms.question_lists.line_signs import ListLineKind, is_capitals, is_roman, read_line, without_number
from omr.forms.question_lists.option_texts import split_options
from omr.forms.question_lists.wordings import kind_said


def read_table(rows: Sequence[Row], draft: ListDraft) -> None:
    """Add the rows of a table to a draft; a heading over several rows counts for all of them."""
    width = max(map(len, rows))
    even = [row + ("",) * (width - len(row)) for row in rows if any(row)]
    columns = find_columns(even)
    for row in even[: columns.first]:
        filled = list(dict.fromkeys(filter(None, row)))
        if len(filled) == 1 and not draft.has_items:
            draft.title.append(_on_one_line(filled[0]))
    _note_unused(even, columns, draft)
    heading = ""
    for row in even[columns.first :]:
        named = _on_one_line(columns.cell(row, Role.SECTION))
        if named and named != heading and columns.cell(row, Role.TEXT):
            heading = named
            draft.begin_section(named)
        _add_row(row, columns, draft)


def _note_unused(rows: Sequence[Row], columns: Columns, draft: ListDraft) -> None:
    """Note the columns in which something stands that is not used, by their headings."""
    body, heads = rows[columns.first :], rows[columns.first - 1] if columns.first else ()
    for place, role in enumerate(columns.roles):
        if role is Role.OTHER and any(row[place] for row in body):
            draft.unused.append(_on_one_line(heads[place]) if place < len(heads) and heads[place] else f"#{place + 1}")


def _add_row(row: Row, columns: Columns, draft: ListDraft) -> None:
    number, text = columns.cell(row, Role.NUMBER), columns.cell(row, Role.TEXT)
    filled = list(dict.fromkeys(filter(None, row)))
    if _is_heading(filled, number, text, columns):
        draft.begin_section(_on_one_line(" ".join(filled)))
        return
    if not text:
        options = columns.cells(row, Role.OPTIONS)
        if draft.item is not None and options:
            draft.item.options += options  # one option a row, the question stands above
        elif filled and not all(cell.isdigit() for cell in filled):
            draft.leave_out(_on_one_line(" ".join(filled)))
        return
    if text.isdigit():
        return
    item = _item_of(number, text, draft)
    item.said = columns.cell(row, Role.KIND) or columns.said
    options = columns.levels or columns.cells(row, Role.OPTIONS)
    is_kind = len(options) == 1 and not item.said and kind_said(options[0]) and len(split_options(options)) == 1
    if is_kind:
        item.said = options[0]
    else:
        item.options += options


def _item_of(number: str, text: str, draft: ListDraft) -> DraftItem:
    """Add the item of a cell, whose further lines may be its options."""
    first, *more = text.split("\n")
    own, rest = without_number(first)
    number = (without_number(f"{number} x")[0] or number).removesuffix(".0").rstrip(".):")
    item = draft.add_item(number or own, rest if own and (not number or own == number) else first)
    lines = [read_line(line) for line in more]
    if lines and (len(lines) > 1 or lines[0].kind is ListLineKind.OPTION):
        item.options += [line.text for line in lines if line.kind is not ListLineKind.FILLER]
    else:
        item.text = " ".join([item.text, *(line.whole for line in lines)])
    return item


def _is_heading(filled: Sequence[str], number: str, text: str, columns: Columns) -> bool:
    if not filled:
        return False
    if len(filled) == 1:
        only = filled[0]
        looks = read_line(_on_one_line(only)).kind in (ListLineKind.PART, ListLineKind.LETTERED) or is_capitals(only)
        has_more = {Role.NUMBER, Role.KIND} & set(columns.roles) and not only.endswith("?")
        return not only.replace(".", "").isdigit() and (looks or bool(has_more and (only != number)))
    is_counted = bool(number) and is_roman(number) and not number.isdigit()
    return is_counted and len(filled) == 2 and bool(text) and filled[1] == text


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
