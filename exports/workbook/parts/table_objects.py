"""Table objects of Excel: a range with a name and named columns, which grows, filters and feeds pivot tables."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from exports.workbook.cells import clean_text

DATA_TABLE, ANSWERS_TABLE = "survey_data", "survey_answers"
"""How formulas and pivot tables name the tables, in any language."""

_LONGEST_HEADING = 255


def make_table(sheet: Worksheet, name: str, titles: Sequence[str], rows: int) -> None:
    """Make a table of a sheet whose headings stand in its first row; of no rows, which Excel knows no table of, none.

    Args:
        sheet: The headings are on it already, exactly as ``titles``.
        name: Unique in the workbook, also among names of cells.
        titles: As ``unique_titles`` makes them.
        rows: Below the headings.
    """
    if not rows:
        return
    area = f"A1:{get_column_letter(len(titles))}{rows + 1}"
    columns = [TableColumn(id=number, name=title) for number, title in enumerate(titles, start=1)]
    # Said whole, for else openpyxl would read the headings, and make every cell of the table for that.
    table = Table(id=1, displayName=name, name=name, ref=area, autoFilter=AutoFilter(ref=area), tableColumns=columns)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def unique_titles(titles: Sequence[str]) -> list[str]:
    """Return headings as Excel wants them of a table: on one line, and none like another one but for its case."""
    return list(_unique(titles))


def _unique(titles: Sequence[str]) -> Iterator[str]:
    taken: set[str] = set()
    for title in titles:
        plain = " ".join(clean_text(title).split())[: _LONGEST_HEADING - 5] or "–"
        found, number = plain, 1
        while found.casefold() in taken:
            number += 1
            found = f"{plain} ({number})"
        taken.add(found.casefold())
        yield found
