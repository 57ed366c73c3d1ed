"""Which rows below a heading are units, and what each says of its unit. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from form_templates.facts import Fact
from form_templates.text_files import shortened
from omr.forms.unit_lists.headings import DISTRICTS, UNREAD, ListHeading, fold
from omr.forms.unit_lists.tables import ListRow, ListTable
from omr.units.list_files import LONGEST_FIELD

_TOTALS = frozenset({"tong", "tong cong", "tong so", "cong", "total", "sum", "grand total", "tong so don vi"})
_NOTES = ("ghi chu", "nguoi lap", "nguon", "note", "notes", "source", "ky ten", "lap bieu", "thu truong don vi")
_SHOWN_COLUMNS = 8
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,2}|[A-Z])\)?")
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})
_CHANGED_CODE = re.compile(r"\d{4}-\d\d-\d\d|TRUE|FALSE")
_LEVELS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("tinh", "cap tinh", "thanh pho truc thuoc trung uong", "provincial"), "province"),
        **dict.fromkeys(("huyen", "quan", "cap huyen", "thi xa", "quan huyen"), "district"),
        **dict.fromkeys(("xa", "phuong", "thi tran", "cap xa", "dac khu", "xa phuong", "communal"), "commune"),
        **{word: word for word in ("province", "district", "commune")},
    }
)
"""What levels are called in lists, and what the program calls them; others stay as they are."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row that is a unit.

    Attributes:
        number: 1-based row or line.
        fields: What it says, by the names that columns of ``units.csv`` have.
    """

    number: int
    fields: tuple[tuple[str, str], ...]

    def field(self, column: str) -> str:
        """Return what it says under a column; empty for nothing."""
        return dict(self.fields).get(column, "")

    def with_codes(self, meant: Mapping[str, str]) -> "UnitRow":
        """Return it with the codes that are meant by those it has."""
        coded = ("code", "parent_code")
        return replace(
            self,
            fields=tuple((key, meant.get(text, text) if key in coded else text) for key, text in self.fields),
        )


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The units of a table, what is wrong with them, and what was left out."""

    rows: tuple[UnitRow, ...]
    findings: tuple[Fact, ...]
    remarks: tuple[Fact, ...]


def find_unit_rows(table: ListTable, heading: ListHeading) -> UnitRows:
    """Return the units below a heading."""
    below = table.rows[heading.index + 1 :]
    code, name = heading.columns["code"], heading.columns["name"]
    words = tuple(map(fold, table.rows[heading.index].cells))
    kept: list[ListRow] = []
    left_out: list[ListRow] = []
    for row in _without_foot(below, code, name):
        if tuple(map(fold, row.cells)) == words or (not kept and _numbers_columns(row, code, name)):
            continue
        (left_out if _is_no_unit(row, code, name) else kept).append(row)
    kept, repeated = _without_repeated(kept, code, name)
    words_of_columns = [(shortened(table.rows[heading.index].cell(place)), place) for place in heading.columns.values()]
    findings = tuple(fact for row in kept for fact in _mistakes_of(table, row, words_of_columns, len(words)))
    findings += tuple(fact for row in kept for fact in _changed_codes(table, row, heading))
    first = kept[0].number if kept else 0
    left_out += below[len(_without_foot(below, code, name)) :]
    remarks = (*_left_out(table, [row for row in left_out if row.number > first], repeated), *_hidden(table, kept))
    rows, parents_told = _without_foreign_parents([_unit_row(row, heading) for row in kept], table, heading)
    return UnitRows(rows, findings, (*remarks, *parents_told, *_unread(table, heading)))


def _without_foot(rows: Sequence[ListRow], code: int, name: int) -> Sequence[ListRow]:
    """Return rows without what stands below the total at their end: place and day, who made the list."""
    total = next((place for place, row in enumerate(rows) if _is_total(row, code, name)), len(rows))
    return rows[:total] if not any(row.cell(code) for row in rows[total + 1 :]) else rows


def _is_total(row: ListRow, code: int, name: int) -> bool:
    is_unit = row.cell(code) and fold(row.cell(name)) not in _TOTALS
    return not is_unit and any(fold(cell) in _TOTALS for cell in row.cells)


def _without_foreign_parents(
    rows: Sequence[UnitRow], table: ListTable, heading: ListHeading
) -> tuple[tuple[UnitRow, ...], tuple[Fact, ...]]:
    """Return rows without the codes of districts, where the list names districts and has none of them."""
    place = heading.columns.get("parent_code")
    codes = {row.field("code") for row in rows}
    words = table.rows[heading.index].cell(place)
    if fold(words) not in DISTRICTS or any(row.field("parent_code") in codes for row in rows):
        return tuple(rows), ()
    told = Fact("column “{column}” names units that are not in the list and was not read", column=shortened(words))
    without = (replace(row, fields=tuple(each for each in row.fields if each[0] != "parent_code")) for row in rows)
    return tuple(without), (told,)


def _unread(table: ListTable, heading: ListHeading) -> Iterator[Fact]:
    read = set(heading.columns.values())
    cells = enumerate(table.rows[heading.index].cells)
    names = [f"“{shortened(cell)}”" for place, cell in cells if place not in read and fold(cell) not in UNREAD]
    if names:
        yield Fact("columns that were not read: {names}", names=", ".join(names[:_SHOWN_COLUMNS]))


def _numbers_columns(row: ListRow, code: int, name: int) -> bool:
    """Whether a row below the heading counts the columns: (1), (2), (3), or A, B, 1, 2."""
    counted = [found[1] for place in (code, name) if (found := _COLUMN_NUMBER.fullmatch(row.cell(place)))]
    if len(counted) < 2:
        return False
    first, second = (int(sign) if sign.isdigit() else ord(sign) for sign in counted)
    return second - first == name - code


def _is_no_unit(row: ListRow, code: int, name: int) -> bool:
    if {code, name} & row.uncalculated:
        return False
    named = fold(row.cell(name))
    if not row.cell(code):
        return not row.cell(name) or named in _TOTALS or named.startswith(_NOTES)
    return named in _TOTALS or (fold(row.cell(code)) in _TOTALS and not named)


def _without_repeated(rows: Sequence[ListRow], code: int, name: int) -> tuple[list[ListRow], list[ListRow]]:
    """Return rows without those that say of the same unit what another said already, and these."""
    kept: list[ListRow] = []
    repeated: list[ListRow] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = row.cell(code), row.cell(name)
        (repeated if all(key) and key in seen else kept).append(row)
        seen.add(key)
    return kept, repeated


def _unit_row(row: ListRow, heading: ListHeading) -> UnitRow:
    said = {column: row.cell(place) for column, place in heading.columns.items()}
    if said.get("level"):
        said["level"] = _LEVELS.get(fold(said["level"]), said["level"])
    return UnitRow(row.number, tuple(said.items()))


def _mistakes_of(table: ListTable, row: ListRow, columns: Sequence[tuple[str, int]], width: int) -> Iterator[Fact]:
    if not table.sheet and any(row.cells[width:]):
        fact = Fact("more cells than columns; put a text with a comma or semicolon into quotation marks")
        yield table.at(row.number, fact)
    for column, place in columns:
        text = row.cell(place)
        if place in row.uncalculated:
            yield table.at(
                row.number,
                Fact(
                    "“{column}” is a formula without a result; open the list in Excel and save it, or write the value",
                    column=column,
                ),
            )
        elif text in _ERRORS:
            yield table.at(row.number, Fact("“{column}” is the spreadsheet's error {text}", column=column, text=text))
        elif len(text) > LONGEST_FIELD:
            fact = Fact(
                "“{column}” has more than {limit} characters, “{text}”; look for a quotation mark that is not closed",
                column=column,
                limit=LONGEST_FIELD,
                text=shortened(text),
            )
            yield table.at(row.number, fact)


def _changed_codes(table: ListTable, row: ListRow, heading: ListHeading) -> Iterator[Fact]:
    """Yield the codes of which a spreadsheet made a date or a truth value: no unit is called so."""
    for place in (heading.columns[column] for column in ("code", "parent_code") if column in heading.columns):
        text = row.cell(place)
        if _CHANGED_CODE.fullmatch(text):
            yield table.at(
                row.number,
                Fact(
                    "“{text}” is no code: the spreadsheet made a date or another value of it; write the code as text",
                    text=text,
                ),
            )


def _left_out(table: ListTable, rows: Sequence[ListRow], repeated: Sequence[ListRow]) -> Iterator[Fact]:
    if rows:
        text = next((cell for cell in rows[0].cells if cell), "")
        where = table.at(rows[0].number, f"“{shortened(text)}”")
        yield Fact("rows left out, for they are no unit: {count}; {where}", count=len(rows), where=where)
    if repeated:
        where = table.at(repeated[0].number, f"“{shortened(' '.join(filter(None, repeated[0].cells)))}”")
        yield Fact("rows left out, for they repeat a unit: {count}; {where}", count=len(repeated), where=where)


def _hidden(table: ListTable, rows: Sequence[ListRow]) -> Iterator[Fact]:
    hidden = [row.number for row in rows if row.is_hidden]
    if hidden:
        yield Fact(
            "hidden rows that were read too: {count}, row {row} first; delete them if they are not meant",
            count=len(hidden),
            row=hidden[0],
        )
