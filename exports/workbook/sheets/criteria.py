"""The sheet of the criteria: one row per item on a satisfaction scale."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.answer_states import AnswerState
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import ItemTally
from exports.wording import workbook_words as words
from exports.workbook.cells import Value
from exports.workbook.formulas import ItemFormulas, interval, ratio, rescaled, sample_size
from exports.workbook.printing import make_printable
from exports.workbook.styles import MEAN, ONE_DECIMAL
from exports.workbook.tables import (
    TableColumn,
    make_browsable,
    set_widths,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import ItemKind, Option, Text


def fill_criteria(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the criteria: how often each level was chosen, the shares, and what is missing."""
    items = [item for item in content.tally.items if item.is_criterion]
    levels = _levels(items)
    columns = _columns(content, levels)
    write_sheet_title(sheet, content, content.say(words.TITLE_CRITERIA), len(columns))
    place = write_table(sheet, columns, [_row(content, item, levels) for item in items])
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2)
    make_printable(sheet, content, place, columns, repeated=2)


def _levels(items: Sequence[ItemTally]) -> list[Option]:
    """Return the levels of all scales in use, from the lowest up: once per value and what is printed beside it."""
    levels = {(each.value, each.label): each for item in items if item.scale for each in item.scale.levels}
    return sorted(levels.values(), key=lambda option: option.value_order)


def _columns(content: WorkbookContent, levels: Sequence[Option]) -> list[TableColumn]:
    say = content.say
    result, satisfied = say(words.GROUP_RESULT), say(words.GROUP_INTERVAL)
    dissatisfied = say(words.GROUP_DISSATISFIED_INTERVAL)
    counts, shares = say(words.GROUP_COUNTS), say(words.GROUP_SHARES)
    headings = [f"{level.value} · {say(level.label)}" for level in levels]
    return [
        text_column(say(words.COL_ITEM), 9),
        text_column(say(words.COL_CRITERION), 36),
        text_column(say(words.COL_FACTOR), 20),
        TableColumn(say(words.COL_ANSWERED), 8, group=result, key="answered"),
        share_column(say(words.COL_SATISFIED_SHARE), result, has_bar=True, width=11, key="satisfied"),
        share_column(say(words.COL_DISSATISFIED_SHARE), result, width=13, key="dissatisfied"),
        TableColumn(say(words.COL_MEAN), 7, MEAN, group=result, key="mean"),
        TableColumn(say(words.COL_MEDIAN), 7, MEAN, group=result),
        TableColumn(say(words.COL_SD), 8, MEAN, group=result),
        TableColumn(say(words.COL_RESCALED), 8, MEAN, group=result),
        TableColumn(say(words.COL_SAMPLE_SIZE), 11, ONE_DECIMAL, group=satisfied, key="size_satisfied"),
        share_column(say(words.COL_LOW), satisfied, width=10),
        share_column(say(words.COL_HIGH), satisfied, width=10),
        TableColumn(say(words.COL_SAMPLE_SIZE), 11, ONE_DECIMAL, group=dissatisfied, key="size_dissatisfied"),
        share_column(say(words.COL_LOW), dissatisfied, width=10),
        share_column(say(words.COL_HIGH), dissatisfied, width=10),
        *(TableColumn(each, 8, group=counts, key=f"level_{number}") for number, each in enumerate(headings)),
        *(share_column(heading, shares, width=8) for heading in headings),
        *state_columns(content),
    ]


def _row(content: WorkbookContent, item: ItemTally, levels: Sequence[Option]) -> list[Value]:
    formulas = ItemFormulas(content.data, item)
    own = {each.value: each.label for each in item.scale.levels} if item.scale else {}
    places = [number for number, level in enumerate(levels) if own.get(level.value) == level.label]
    counts = {each.option.value: each for each in item.options}
    chosen = {number: counts[levels[number].value] for number in places if levels[number].value in counts}
    cells = {levels[number].value: f"[level_{number}]" for number in places}
    title = content.say(item.section.title)
    return [
        item.item.item_id,
        content.say(item.item.label),
        content.say(words.LEFT_OUT, label=title) if item.is_left_out else title,
        formulas.answered(),
        _share(item, item.satisfied, item.scale.satisfied if item.scale else (), cells),
        _share(item, item.dissatisfied, item.scale.dissatisfied if item.scale else (), cells),
        formulas.mean(),
        formulas.median(),
        formulas.sd(),
        rescaled(item.item, item.rescaled),
        *_interval(content, "satisfied", item.satisfied),
        *_interval(content, "dissatisfied", item.dissatisfied),
        *(
            formulas.option(chosen[number].option, chosen[number].count) if number in chosen else None
            for number in range(len(levels))
        ),
        *(
            ratio(f"[level_{number}]", "[answered]", chosen[number].share) if number in chosen else None
            for number in range(len(levels))
        ),
        *state_counts(formulas, item),
    ]


def _share(item: ItemTally, share: Share | None, values: Iterable[str], cells: Mapping[str, str]) -> Value:
    if share is None:
        return None
    if item.item.kind is ItemKind.MULTIPLE:
        return share.value  # who chose two satisfied levels is one person, which the counts of levels do not tell
    return ratio("+".join(cells[value] for value in sorted(values)), "[answered]", share.value)


def _interval(content: WorkbookContent, key: str, share: Share | None) -> tuple[Value, Value, Value]:
    """Return the equivalent sample of the share in the column ``key`` and both ends of its interval."""
    if share is None:
        return None, None, None
    return sample_size(content.say, share), *interval(f"[{key}]", f"[size_{key}]", share)


def state_columns(content: WorkbookContent) -> list[TableColumn]:
    """Return the columns that say why responses are missing from an item's shares."""
    return [TableColumn(content.say(title), 7, group=content.say(words.GROUP_STATES)) for title, _, _ in _STATES]


def state_counts(formulas: ItemFormulas, item: ItemTally) -> list[Value]:
    """Return the values for ``state_columns``."""
    return [formulas.state(state, count(item)) for _, state, count in _STATES]


_STATES: tuple[tuple[Text, AnswerState, Callable[[ItemTally], int]], ...] = (
    (words.COL_BLANK, AnswerState.BLANK, lambda item: item.blank),
    (words.COL_DOUBLE, AnswerState.DOUBLE, lambda item: item.double),
    (words.COL_ILLEGIBLE, AnswerState.ILLEGIBLE, lambda item: item.illegible),
    (words.COL_PAGE_MISSING, AnswerState.PAGE_MISSING, lambda item: item.page_missing),
    (words.COL_NOT_ASKED, AnswerState.NOT_ASKED, lambda item: item.not_asked),
    (words.COL_NOT_APPLICABLE, AnswerState.NOT_APPLICABLE, lambda item: item.not_applicable),
    (words.COL_AWAITING, AnswerState.AWAITING_REVIEW, lambda item: item.awaiting_review),
)
