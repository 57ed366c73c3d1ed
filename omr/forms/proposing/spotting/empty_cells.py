"""Empty cells of tables that are there to be ticked -> spots."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from omr.forms.proposing.content.places import holds_point
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot, SpotLook
from omr.forms.proposing.spotting.tables import Cell, Table

_WIDTH_MM, _HEIGHT_MM = (3.0, 45.0), (3.0, 40.0)
_HIGHEST_MM = 150.0  # of a row of cells to be ticked, where its table has rows of the ordinary height
_MOST_UNLIKE = 1.9  # widths of the cells of one row
_FEWEST_LIKE, _AS_WIDE = 3, 1.08  # columns that are no places to write in, and the widest of them to the narrowest
_WRITTEN = wording(
    r"ghi chú|nhận xét|ý kiến khác|lý do|số lượng|số tiền|đơn giá|thành tiền|họ và tên|họ tên|chữ ký|ký tên|địa chỉ"
    r"|điện thoại|năm sinh|ngày sinh|\bnotes?\b|comment|remark|reason|amount|quantity|price|signature|\bname\b|address"
    r"|phone|\bdate\b"
)
_MARKED = wording(r"đánh dấu|\bchọn\b|lựa chọn|trả lời|\btick\b|\bmark\b|\bcheck\b|[✓✔☑]|^\(?x\)?$")


@dataclass(slots=True)
class _Filled:
    """A table with what stands in its cells, by the number of the cell."""

    table: Table
    texts: list[list[Phrase]] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)

    def text(self, number: int) -> str:
        """Return the words of a cell."""
        return " ".join(phrase.text for phrase in self.texts[number])

    def is_empty(self, number: int) -> bool:
        """Whether a cell holds neither words nor spots and could hold a mark."""
        rect = self.table.cells[number].rect
        fits = _WIDTH_MM[0] <= rect.w_mm <= _WIDTH_MM[1] and _HEIGHT_MM[0] <= rect.h_mm <= _HIGHEST_MM
        return fits and not self.texts[number] and not self.taken[number]


def find_empty_cells(table: Table, phrases: Sequence[Phrase], spots: Sequence[Spot]) -> list[Spot]:
    """Return the cells of a table that are answers: right of a row's text, under headings."""
    filled = _fill(table, phrases, spots)
    rows = _like_ordinary_ones([row for row in _rows(filled) if row], table)
    answered = _answered_columns(filled, rows)
    found: list[Spot] = []
    for row in rows:
        cells = [number for number in row if table.cells[number].column not in answered]
        cells = _ticked(cells, filled)
        if not cells or not _are_like_each_other([table.cells[number] for number in cells]):
            continue
        headed = sum(bool(_heading(filled, number)) for number in cells)
        if len(cells) == 1 and not _MARKED.search(_heading(filled, cells[0])):
            continue
        if headed < len(cells) and len(rows) < 2:
            continue
        doubt = AreaDoubt.EMPTY_CELL if headed == len(cells) else AreaDoubt.CELL_WITHOUT_HEADING
        found += [Spot(table.cells[number].rect, SpotLook.CELL, "", (doubt,)) for number in cells]
    return found


def _ticked(row: Sequence[int], filled: _Filled) -> list[int]:
    """Return the cells of a row that are no places to write in, such as under "Notes".

    One such word over a column that is as wide as all the others, of which there are several, is an option like them.
    """
    kept = [number for number in row if not _WRITTEN.search(_heading(filled, number))]
    if len(kept) < _FEWEST_LIKE or len(row) - len(kept) != 1:
        return kept
    widths_mm = [filled.table.cells[number].rect.w_mm for number in row]
    return list(row) if max(widths_mm) < _AS_WIDE * min(widths_mm) else kept


def _answered_columns(filled: _Filled, rows: Sequence[Sequence[int]]) -> set[int]:
    """Return the columns whose cells mostly hold boxes or digits: one without is the rest of a row on another page."""
    cells = filled.table.cells
    taken = Counter(cell.column for cell, is_taken in zip(cells, filled.taken, strict=True) if is_taken)
    empty = Counter(cells[number].column for row in rows for number in row)
    return {column for column, count in taken.items() if count >= max(empty[column], 2)}


def _fill(table: Table, phrases: Sequence[Phrase], spots: Sequence[Spot]) -> _Filled:
    near = [phrase for phrase in phrases if holds_point(table.rect, phrase.rect.center_mm)]
    marks = [spot.rect.center_mm for spot in spots if holds_point(table.rect, spot.rect.center_mm)]
    filled = _Filled(table)
    for cell in table.cells:
        filled.texts.append([phrase for phrase in near if holds_point(cell.rect, _foot(phrase))])
        filled.taken.append(any(holds_point(cell.rect, mark) for mark in marks))
    return filled


def _foot(phrase: Phrase) -> tuple[float, float]:
    """Return the point by which words belong to a cell: below their middle, as accents reach up into the cell above."""
    return phrase.rect.center_mm[0], phrase.rect.y_mm + 0.65 * phrase.rect.h_mm


def _rows(filled: _Filled) -> Iterator[list[int]]:
    """Yield the empty cells of each row that are right of words; of a row without words, none."""
    by_row: dict[int, list[int]] = {}
    for number, cell in enumerate(filled.table.cells):
        for row in range(cell.row, cell.row + cell.rows):
            by_row.setdefault(row, []).append(number)
    for row in sorted(by_row):
        has_label, found = False, []
        for number in sorted(by_row[row], key=lambda number: filled.table.cells[number].column):
            if any(letter.isalpha() for letter in filled.text(number)):
                has_label = True
            elif has_label and filled.table.cells[number].rows == 1 and filled.is_empty(number):
                found.append(number)
        yield found


def _like_ordinary_ones(rows: Sequence[list[int]], table: Table) -> list[list[int]]:
    """Return rows of cells of ordinary height, and higher ones with the columns of one of those."""

    def columns(row: Sequence[int]) -> tuple[int, ...]:
        return tuple(table.cells[number].column for number in row)

    def is_ordinary(row: Sequence[int]) -> bool:
        return all(table.cells[number].rect.h_mm <= _HEIGHT_MM[1] for number in row)

    ordinary = {columns(row) for row in rows if is_ordinary(row)}
    return [row for row in rows if is_ordinary(row) or (len(row) > 1 and columns(row) in ordinary)]


def _heading(filled: _Filled, number: int) -> str:
    """Return the words of the next cell above that has some."""
    cell = filled.table.cells[number]
    x_mm = cell.rect.center_mm[0]
    above = [
        (other.row, place)
        for place, other in enumerate(filled.table.cells)
        if other.row < cell.row and other.rect.x_mm <= x_mm < other.rect.x_mm + other.rect.w_mm and filled.texts[place]
    ]
    headings = [place for _, place in sorted(above, reverse=True) if _is_narrow(filled.table.cells[place], cell)]
    return filled.text(headings[0]) if headings else ""


def _is_narrow(heading: Cell, cell: Cell) -> bool:
    """Whether a heading is that of one column, and no text across several."""
    return heading.rect.w_mm < 1.6 * cell.rect.w_mm


def _are_like_each_other(cells: Sequence[Cell]) -> bool:
    usual_mm = median(cell.rect.w_mm for cell in cells)
    return all(1 / _MOST_UNLIKE < cell.rect.w_mm / usual_mm < _MOST_UNLIKE for cell in cells)
