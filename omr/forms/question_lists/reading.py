"""A list of questions, as text or as rows -> what was understood of it. Start here. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from form_templates.model import Language, Typeface
from form_templates.typesetting.fonts import letters_without_glyph
from omr.forms.proposing.scales import levels_of
from omr.forms.proposing.wording_hints import language_of
from omr.forms.question_lists.cells import MOST_CHARACTERS, MOST_ROWS, Row, rows_of_text
from omr.forms.question_lists.drafts import MOST_ITEMS, ListDraft
from omr.forms.question_lists.line_reading import habits_of, read_lines
from omr.forms.question_lists.line_signs import LIST_SIGNS
from omr.forms.question_lists.listed import (
    ListedItem,
    ListedKind,
    ListedSection,
    ListRemark,
    ListRemarkKind,
    QuestionList,
)
from omr.forms.question_lists.option_texts import legend_levels
from omr.forms.question_lists.settling import LONGEST_TEXT, alike, in_language, settled, shortened_to
from omr.forms.question_lists.table_reading import read_table

_MOST_NAMED = 4  # items that a remark names
_MOST_SIGNS = 20
_MOST_LINES = 20  # left out, that it shows
_LONGEST_LINE = 80
_ONE = (
    ListRemarkKind.SCALE_ASSUMED,
    ListRemarkKind.YES_NO_ASSUMED,
    ListRemarkKind.NUMBER_ASSUMED,
    ListRemarkKind.TEXT_ASSUMED,
    ListRemarkKind.OPTIONS_IN_TEXT,
    ListRemarkKind.SAME_OPTION,
    ListRemarkKind.SHORTENED,
    ListRemarkKind.LEGEND_USED,
    ListRemarkKind.OPTIONS_UNUSED,
    ListRemarkKind.NO_OPTIONS,
    ListRemarkKind.KIND_UNKNOWN,
    ListRemarkKind.TOO_MANY_OPTIONS,
    ListRemarkKind.SKIP_NOTE,
    ListRemarkKind.RANKING,
)


def read_question_list(text: str, language: Language | None = None) -> QuestionList:
    """Return what a pasted text asks; without a question in it there are no sections.

    Args:
        text: As Excel or Word put it on the clipboard: cells parted by tabs, or lines.
        language: In which the form is to be; None: that of the text.
    """
    rows = rows_of_text(text)
    return read_rows(rows, language, is_cut=len(text) > MOST_CHARACTERS)


def read_rows(rows: Sequence[Row], language: Language | None = None, *, is_cut: bool = False) -> QuestionList:
    """Return what rows of cells ask, of which those of one cell are lines of text.

    Args:
        rows: As ``cells.as_row`` makes them.
        language: As above.
        is_cut: Whether there was more that nobody looks at.
    """
    letters = dict.fromkeys(letter for row in rows for cell in row for letter in cell if letter not in LIST_SIGNS)
    signs = letters_without_glyph("".join(letters), Typeface.SERIF)
    if signs:
        gone = {ord(sign): None for sign in signs}
        rows = [tuple(cell.translate(gone).strip() for cell in row) for row in rows]
    is_cut |= len(rows) >= MOST_ROWS or sum(len(cell) for row in rows for cell in row) > MOST_CHARACTERS
    draft = ListDraft()
    lines = [line for row in rows if len(row) == 1 for line in row[0].split("\n")]
    blocks = list(_blocks(rows))
    habits = habits_of(lines)
    if any(is_table for is_table, _ in blocks):  # which hold the questions: what stands between them need not ask
        habits = replace(habits, is_first_plain=False)
    for is_table, block in blocks:
        if is_table:
            read_table(block, draft)
            draft.is_after_table = True
        else:
            read_lines([line for row in block for line in " ".join(row).strip().split("\n")], draft, habits)
    found = _listed(draft, rows, language)
    signs += letters_without_glyph("".join(_texts(found)), Typeface.SERIF)
    extra = _remarks_of_draft(draft, signs, is_cut=is_cut)
    return replace(found, remarks=(*_remarks_of_items(found), *extra))


def _texts(found: QuestionList) -> Iterator[str]:
    """Yield all that will be printed of a list."""
    yield from (found.title, found.instructions, found.closing)
    for section in found.sections:
        yield from (section.title, section.intro)
    for item in found.items():
        yield from (item.text, *item.options)


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Yield the tables and the texts between them."""
    for is_table, block in groupby(rows, key=lambda row: len(row) > 1):
        found = list(block)
        yield is_table and any(sum(map(bool, row)) > 1 for row in found), found


def _listed(draft: ListDraft, rows: Sequence[Row], language: Language | None) -> QuestionList:
    words = " ".join(cell for row in rows for cell in row)
    language = language or language_of(words)
    sections: list[ListedSection] = []
    heading, above = "", legend_levels(" ".join(draft.before))
    for section in draft.sections:
        numbers = [item.number for item in section.items]
        items: list[ListedItem] = []
        title, intro = _joined_headings(heading, section.title), section.intro
        legend = legend_levels(" ".join(intro)) or above
        for place, item in enumerate(section.items):
            if not any(letter.isalpha() for letter in item.text):
                if item.number or item.text:
                    draft.leave_out(f"{item.number} {item.text}".strip())
                continue
            is_parent = item.number and place + 1 < len(numbers) and numbers[place + 1].startswith(f"{item.number}.")
            if is_parent and not item.options:
                sections += [_section(title, items, intro)]
                title, intro, items = f"{item.number}. {item.text}", [], []
                continue
            items.append(in_language(settled(item, title, legend), language))
        sections.append(_section(title, items, intro))
        heading = title if not items else ""  # a heading right above another one
    if heading and any(section.items for section in sections):
        draft.leave_out(heading)
    return QuestionList(
        _counted(section for section in sections if section.items),
        language,
        shortened_to(" ".join(draft.title), LONGEST_TEXT // 2),
        shortened_to(" ".join(draft.before), LONGEST_TEXT),
        shortened_to(" ".join(draft.closing), LONGEST_TEXT // 2),
    )


def _joined_headings(above: str, title: str) -> str:
    """Return a heading with the one right above it, under which nothing else stands."""
    return f"{above} – {title}" if above and title else above or title


def _counted(sections: Iterable[ListedSection]) -> tuple[ListedSection, ...]:
    """Number the items of a list that does not."""
    found = tuple(sections)
    if any(item.number for section in found for item in section.items):
        return found
    numbers = count(1)
    return tuple(
        replace(section, items=tuple(replace(item, number=str(next(numbers))) for item in section.items))
        for section in found
    )


def _section(title: str, items: Sequence[ListedItem], intro: Sequence[str]) -> ListedSection:
    return ListedSection(
        shortened_to(title, LONGEST_TEXT // 2), tuple(items), shortened_to(" ".join(intro), LONGEST_TEXT)
    )


def _remarks_of_items(found: QuestionList) -> Iterator[ListRemark]:
    items = list(found.items())
    for kind in _ONE:
        yield from _about(kind, [item for item in items if kind in item.assumed])
    scales = [item for item in items if item.kind is ListedKind.SATISFACTION]
    unknown = [item for item in scales if not levels_of(item.options, [""] * len(item.options)).is_direction_known]
    yield from _about(ListRemarkKind.DIRECTION, unknown)
    of_options = (ListedKind.SINGLE, ListedKind.MULTIPLE, ListedKind.YES_NO)
    yield from _about(
        ListRemarkKind.ONE_OPTION, [item for item in items if item.kind in of_options and len(item.options) < 2]
    )
    yield from _about(ListRemarkKind.ALIKE, alike(items))
    if items and not scales:
        yield ListRemark(ListRemarkKind.NO_SATISFACTION)


def _remarks_of_draft(draft: ListDraft, signs: str, *, is_cut: bool) -> Iterator[ListRemark]:
    if draft.left_out:
        yield ListRemark(
            ListRemarkKind.LEFT_OUT, {"count": str(len(draft.left_out)), "text": _named(draft.left_out, _MOST_LINES)}
        )
    if draft.unused:
        yield ListRemark(ListRemarkKind.UNUSED_COLUMNS, {"names": _named(draft.unused, _MOST_LINES)})
    if draft.is_cut:
        yield ListRemark(ListRemarkKind.TOO_MANY, {"count": str(MOST_ITEMS)})
    if is_cut:
        yield ListRemark(ListRemarkKind.TOO_LONG)
    if signs:
        yield ListRemark(ListRemarkKind.NO_GLYPHS, {"signs": " ".join(signs[:_MOST_SIGNS])})


def _about(kind: ListRemarkKind, items: Sequence[ListedItem]) -> Iterator[ListRemark]:
    if items:
        yield ListRemark(kind, {"names": _named([item.name for item in items], _MOST_NAMED)})


def _named(names: Sequence[str], most: int) -> str:
    more = f" (+{len(names) - most})" if len(names) > most else ""
    return f"{'; '.join(shortened_to(name, _LONGEST_LINE) for name in names[:most])}{more}"
