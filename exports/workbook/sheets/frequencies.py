"""The sheet of frequencies: every question that is no criterion, its options one below the other."""

from functools import partial

from openpyxl.worksheet.worksheet import Worksheet

from exports.tally.survey_tally import ItemTally, OptionTally
from exports.wording import workbook_words as words
from exports.wording.naming import KIND_WORDS
from exports.workbook import styles
from exports.workbook.cells import Value
from exports.workbook.formulas import ItemFormulas, ratio, rescaled
from exports.workbook.printing import make_printable
from exports.workbook.promoter_columns import promoter_cells, promoter_columns
from exports.workbook.sheets.criteria import state_columns, state_counts
from exports.workbook.tables import (
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


def fill_frequencies(sheet: Worksheet, content: WorkbookContent) -> None:
    """Fill the sheet of frequencies: every question that is no criterion, with its options."""
    columns = _columns(content)
    write_sheet_title(
        sheet, content, content.say(words.TITLE_FREQUENCIES), len(columns), content.say(words.NOTE_FREQUENCIES)
    )
    rows: list[list[Value]] = []
    questions: list[int] = []
    for item in content.tally.items:
        if not item.is_criterion:
            questions.append(len(rows))
            rows += _item_rows(content, item, len(rows), len(columns))
    place = write_table(sheet, columns, rows, fonts=dict.fromkeys(questions, styles.STRONG))
    shade_rows(sheet, place, questions)
    set_widths(sheet, [column.width for column in columns])
    make_browsable(sheet, place, frozen_columns=2, has_filter=False)
    make_printable(sheet, content, place, columns, repeated=2)


def _columns(content: WorkbookContent) -> list[TableColumn]:
    say = content.say
    return [
        text_column(say(words.COL_ITEM), 13),
        text_column(say(words.COL_QUESTION), 46),
        text_column(say(words.COL_KIND), 11),
        TableColumn(say(words.COL_COUNT), 8, key="count"),
        share_column(say(words.COL_SHARE), has_bar=True, width=11),
        TableColumn(say(words.COL_MEAN), 8, styles.MEAN, key="mean"),
        TableColumn(say(words.COL_MEDIAN), 8, styles.MEAN),
        TableColumn(say(words.COL_SD), 8, styles.MEAN),
        TableColumn(say(words.COL_RESCALED), 8, styles.MEAN),
        *(promoter_columns(content, say(words.METHOD_NPS)) if content.tally.ratings.recommendations.items else []),
        *state_columns(content),
    ]


def _item_rows(content: WorkbookContent, item: ItemTally, top: int, columns: int) -> list[list[Value]]:
    """Return a question's row and one per option; ``top`` is the first one's place in the table."""
    formulas = ItemFormulas(content.data, item)
    label = " ".join(filter(None, (item.item.number, content.say(item.item.label))))
    kind = content.say(KIND_WORDS[item.item.kind])
    levels = formulas.mean(), formulas.median(), formulas.sd(), rescaled(item.item, item.rescaled)
    figures = (formulas.answered(), None, *levels, *_promoters(content, item))
    question: list[Value] = [item.item.item_id, label, kind, *figures, *state_counts(formulas, item)]
    return [question, *(_option_row(content, formulas, option, top, columns) for option in item.options)]


def _promoters(content: WorkbookContent, item: ItemTally) -> list[Value]:
    if not content.tally.ratings.recommendations.items:
        return []
    count = partial("COUNTIFS(d_valid,1,{},{})".format, content.data.column_of(item.item.item_id))
    return promoter_cells(content, item.item, item.net_promoters, count)


def _option_row(
    content: WorkbookContent, formulas: ItemFormulas, option: OptionTally, top: int, columns: int
) -> list[Value]:
    label = content.say(option.option.label) or option.option.value
    has_share = not option.option.is_not_applicable
    share = ratio("[count]", f"[count@{top}]", option.share) if has_share else None
    row: list[Value] = [option.option.value, label, None, formulas.option(option.option, option.count), share]
    return row + [None] * (columns - len(row))
