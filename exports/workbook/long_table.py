"""Tables too long for openpyxl's cells: their rows go straight into the sheet's XML, one after the other.

openpyxl keeps every cell as an object and takes ten times as long to write it. So it sets such a sheet up (headings,
widths, filter, print set-up, looks of the columns) and ``workbook_file`` streams the rows into it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from xml.sax.saxutils import escape

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from exports.workbook import styles
from exports.workbook.cells import Value, clean_text, is_risky
from exports.workbook.parts.shared_texts import SharedTexts
from exports.workbook.valued_formulas import FormulaValue, ValuedFormula


@dataclass(frozen=True, slots=True)
class CellLook:
    """How the cells of a column look: the number format, and what differs from a plain cell."""

    format: str = styles.GENERAL
    font: Font | None = None
    alignment: Alignment | None = None
    border: Border | None = None


class RowSource(Protocol):
    """Rows to be streamed into a sheet that is set up already, with headings above them."""

    @property
    def sheet(self) -> Worksheet:
        """Where the rows go."""

    @property
    def area(self) -> str:
        """The cells from the headings' row on."""

    @property
    def texts(self) -> SharedTexts | None:
        """Shared by the rows, known when all of them are written; None where every cell holds its own."""

    def register_styles(self) -> "list[Style]":
        """Return the numbers of the rows' looks in the workbook; to be called before it is saved."""

    def to_xml(self, looks: "Sequence[Style]") -> Iterator[str]:
        """Yield the rows as XML, in portions."""


@dataclass(frozen=True, slots=True)
class LongColumn:
    """One column of a long table.

    Attributes:
        look: Of its cells.
        formula: What every cell holds, as it is written in the first row (references to that row without ``$`` before
            the number move along); empty for a column of values. The rows give the values it yields.
    """

    look: CellLook = CellLook()
    formula: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class LongTable:
    """A sheet that is set up already, and the rows to be streamed into it.

    Attributes:
        sheet: Set up already, with headings above ``first_row``.
        first_row: 1-based.
        columns: From the first column on.
        rows: One value per column each; gone through once.
        count: How many rows there are.
        heights_pt: Of the rows; None lets the program choose.
    """

    sheet: Worksheet
    first_row: int
    columns: Sequence[LongColumn]
    rows: Iterable[Sequence[Value]]
    count: int
    heights_pt: Sequence[float] | None = None

    @property
    def texts(self) -> SharedTexts | None:
        """None: every cell holds its text itself."""
        return None

    @property
    def area(self) -> str:
        """The cells from the headings' row on."""
        last = max(self.first_row + self.count - 1, self.first_row - 1)
        return f"A1:{get_column_letter(len(self.columns))}{last}"

    def register_styles(self) -> "list[Style]":
        """Return the numbers of the columns' looks in the workbook; to be called before it is saved."""
        looks = [column.look for column in self.columns]
        return [style_of(self.sheet, look) for look in looks]

    def to_xml(self, looks: "Sequence[Style]") -> Iterator[str]:
        """Yield the rows as XML."""
        columns = [
            _ColumnWriter(number, style, column, self)
            for number, (column, style) in enumerate(zip(self.columns, looks, strict=True), start=1)
        ]
        for position, row in enumerate(self.rows):
            number = self.first_row + position
            pairs = zip(columns, row, strict=True)
            cells = "".join([each.cell(number, value) for each, value in pairs if value is not None or each.shows_none])
            height = f' ht="{self.heights_pt[position]}" customHeight="1"' if self.heights_pt else ""
            yield f'<row r="{number}"{height}>{cells}</row>'


@dataclass(frozen=True, slots=True)
class Style:
    """Numbers of a look in the workbook's list of styles: as it is, for texts that look like formulas, for numbers."""

    plain: int
    risky: int
    number: int


def style_of(sheet: Worksheet, look: CellLook) -> Style:
    """Return the numbers of a look, which is added to the workbook where it is new."""
    # A number in a cell for texts would become a text when somebody edits it.
    of_number = replace(look, format=styles.GENERAL) if look.format == styles.TEXT else look
    return Style(_style_id(sheet, look), _style_id(sheet, look, is_risky=True), _style_id(sheet, of_number))


def _style_id(sheet: Worksheet, look: CellLook, *, is_risky: bool = False) -> int:
    """Return the number of a look in the workbook's list of styles, to which a new one is added."""
    model = Cell(sheet, row=1, column=1)  # belongs to no row, so it is not written
    model.number_format = look.format
    if look.font:
        model.font = look.font
    if look.alignment:
        model.alignment = look.alignment
    if look.border:
        model.border = look.border
    model.quotePrefix = is_risky
    return int(model.style_id)


class _ColumnWriter:
    """Writes the cells of one column."""

    def __init__(self, number: int, style: Style, column: LongColumn, table: LongTable) -> None:
        self._letter = get_column_letter(number)
        self._plain = f' s="{style.plain}"'
        self._risky = f' s="{style.risky}"'
        self._number = f' s="{style.number}"'
        self._empty_is_seen = column.look.border is not None
        self.shows_none = self._empty_is_seen or bool(column.formula)
        self._first_row = table.first_row
        area = f"{self._letter}{table.first_row}:{self._letter}{table.first_row + table.count - 1}"
        # Cells that share one formula: it is written out once, and named by all others.
        self._shared = f'<f t="shared" si="{number}"/>' if column.formula else ""
        self._shared_first = f'<f t="shared" si="{number}" ref="{area}">{escape(column.formula)}</f>'

    def cell(self, row: int, value: Value) -> str:
        """Return a cell as XML; an empty one only where its border is seen."""
        place = f'<c r="{self._letter}{row}"'
        if type(value) is int and not self._shared:  # most cells, so they take the shortest way
            return f"{place}{self._number}><v>{value}</v></c>"
        if self._shared:
            assert not isinstance(value, ValuedFormula | datetime), "the column has one formula for all"
            return _formula_cell(
                place + self._plain, self._shared_first if row == self._first_row else self._shared, value
            )
        if value is None:
            return f"{place}{self._plain}/>" if self._empty_is_seen else ""
        if isinstance(value, str):
            text = clean_text(value)
            style = self._risky if is_risky(text) else self._plain
            return f'{place}{style} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        if isinstance(value, ValuedFormula):
            return _formula_cell(place + self._plain, f"<f>{escape(value.formula)}</f>", value.value)
        number = _days(value) if isinstance(value, datetime) else value
        return f"{place}{self._number}><v>{number!r}</v></c>"


def _formula_cell(start: str, formula: str, value: FormulaValue) -> str:
    kind = "" if isinstance(value, int | float) else ' t="str"'
    return f"{start}{kind}>{formula}<v>{escape(yield_text(value))}</v></c>"


def yield_text(value: FormulaValue) -> str:
    """Return how the value of a formula is written in a file."""
    if value is None:
        return ""
    return clean_text(value) if isinstance(value, str) else repr(value)


def _days(moment: datetime) -> float:
    """Return a local moment as Excel counts it, in days."""
    return float(to_excel(moment.replace(tzinfo=None)))  # type: ignore[no-untyped-call]
