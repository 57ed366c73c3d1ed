"""The sheet of demographic groups: every question that tells respondents apart, its groups and the test below it."""

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.demographics import Demographic, PeopleGroup
from exports.tally.statistics.cross_tabs import PValueMethod
from exports.tally.statistics.significance import SIGNIFICANT_BELOW
from exports.wording import workbook_words as words
from exports.wording.smallness_words import grey_text, why_small
from exports.workbook import styles
from exports.workbook.cells import Value, interval_cells
from exports.workbook.printing import make_printable
from exports.workbook.tables import (
    P_VALUE,
    TableColumn,
    make_browsable,
    set_widths,
    shade_rows,
    share_column,
    text_column,
    write_sheet_title,
    write_table,
)
from exports.workbook.workbook_content import WorkbookContent
from form_templates.model import Item


def needs_demographics(content: WorkbookContent) -> bool:
    """Whether the form asks anything that tells respondents apart, and anything they rate."""
    return bool(content.tally.ratings.items and content.tally.demographics)


def fill_demographics(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of the demographic groups, each question with its groups and its test."""
    found = content.tally.demographics
    columns = _columns(content)
    write_sheet_title(sheet, content, content.say(words.TITLE_DEMOGRAPHICS), len(columns), _note(content, found))
    rows: list[list[Value]] = []
    questions: list[int] = []
    fonts: dict[int, Font] = {}
    for demographic in found:
        questions.append(len(rows))
        fonts[len(rows)] = styles.STRONG
        rows.append(_question_row(content, demographic))
        for group in demographic.groups:
            if group.is_small:
                fonts[len(rows)] = styles.MUTED
            rows.append(_group_row(content, demographic.item, group))
    place = write_table(sheet, columns, rows, fonts=fonts)
    shade_rows(sheet, place, questions)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2, has_filter=False)
    make_printable(sheet, content, place, columns, repeated=2)


def outcome_text(content: WorkbookContent) -> str:
    """Return in words when a person is satisfied on the whole."""
    has_overall = content.tally.ratings.overall_column is not None
    return content.say(words.OUTCOME_OVERALL if has_overall else words.OUTCOME_MAJORITY)


def _note(content: WorkbookContent, found: tuple[Demographic, ...]) -> str:
    tested = sum(each.association is not None for each in found)
    note = content.say(words.NOTE_DEMOGRAPHICS, outcome=outcome_text(content), count=tested)
    return f"{note} {grey_text(content.say)}"


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    index, people, test = say(words.GROUP_INDEX), say(words.GROUP_PEOPLE), say(words.GROUP_TEST)
    return [
        text_column(say(words.COL_ITEM), 13),
        text_column(say(words.COL_TRAIT), 38),
        TableColumn(say(words.VALID), 10),
        share_column(say(words.COL_INDEX), index, has_bar=True, width=12),
        share_column(say(words.COL_LOW), index),
        share_column(say(words.COL_HIGH), index),
        TableColumn(say(words.COL_MEAN), 8, styles.MEAN, group=index),
        TableColumn(say(words.COL_PEOPLE_SATISFIED), 10, group=people),
        TableColumn(say(words.COL_ANSWERED), 9, group=people),
        share_column(say(words.COL_PEOPLE_SHARE), people, width=11),
        share_column(say(words.COL_LOW), people),
        share_column(say(words.COL_HIGH), people),
        TableColumn(say(words.COL_CHI_SQUARE), 9, styles.MEAN, group=test),
        TableColumn(say(words.COL_DEGREES), 8, group=test),
        TableColumn(say(words.COL_P), 9, P_VALUE, group=test),
        TableColumn(say(words.COL_ADJUSTED_P), 12, P_VALUE, group=test),
        TableColumn(say(words.COL_CRAMERS_V), 12, styles.COEFFICIENT, group=test),
        text_column(say(words.COL_CONCLUSION), 42, test),
    ]


def _question_row(content: WorkbookContent, demographic: Demographic) -> list[Value]:
    label = " ".join(filter(None, (demographic.item.number, content.say(demographic.item.label))))
    people = sum(group.people for group in demographic.groups)
    test = demographic.association
    figures: list[Value] = [None] * 5
    if test:
        figures = [test.chi_square, test.degrees, test.p_value, demographic.adjusted_p, test.cramers_v]
    return [demographic.item.item_id, label, people, *[None] * 9, *figures, _conclusion(content, demographic)]


def _conclusion(content: WorkbookContent, demographic: Demographic) -> str:
    if demographic.association is None or demographic.adjusted_p is None:
        return content.say(words.NOT_TESTED)
    is_different = demographic.adjusted_p < SIGNIFICANT_BELOW
    conclusion = content.say(words.DIFFERENT if is_different else words.NOT_DIFFERENT)
    match demographic.association.method:
        case PValueMethod.CHI_SQUARE:
            return conclusion
        case PValueMethod.FISHER:
            return content.say(words.EXACT, conclusion=conclusion)
        case PValueMethod.MONTE_CARLO:
            return content.say(words.RESAMPLED, conclusion=conclusion)


def _group_row(content: WorkbookContent, item: Item, group: PeopleGroup) -> list[Value]:
    option = group.option
    untold = words.ROW_UNTOLD if item.asked_if is None else words.ROW_UNTOLD_OR_NOT_ASKED
    label = content.say(option.label) or option.value if option else content.say(untold)
    return [
        option.value if option else None,
        label,
        group.people,
        group.index.value,
        *interval_cells(group.index),
        group.mean,
        group.satisfied.count,
        group.satisfied.of,
        group.satisfied.value,
        *interval_cells(group.satisfied),
        *[None] * 5,
        why_small(content.say, group.people, group.index) or None,
    ]
