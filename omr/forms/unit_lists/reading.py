"""A list of units as people keep it -> the units, and what a person should know of how it was understood.

``units.csv`` of a survey is written by the program and read by ``load_units``; this is for the lists that come in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from form_templates.facts import Fact
from form_templates.text_files import shortened
from omr.errors import UnitListError
from omr.forms.page_images import PageOpener
from omr.forms.unit_lists.codes import CodedRow, doubtful_lengths, lost_zeros, without_decimals
from omr.forms.unit_lists.headings import ListHeading, column_letter, find_heading, missing_columns
from omr.forms.unit_lists.legacy_letters import OldLetters, UncertainLetters, restore_letters
from omr.forms.unit_lists.rows import UnitRow, find_unit_rows
from omr.forms.unit_lists.tables import MOST_ROWS, ListRow, ListTable
from omr.forms.unit_lists.text_tables import read_text_table
from omr.forms.unit_lists.workbook_tables import is_workbook_file, read_workbook_tables
from omr.units.list_files import UnreadableList
from omr.units.unit_list import Unit, check_units

UNIT_LIST_ENDINGS = (".csv", ".xlsx", ".xlsm", ".txt", ".tsv")
"""Of files that may hold a list of units."""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list of units as it was understood.

    Attributes:
        units: In the order of the list.
        remarks: What was done that a person may not expect, or should look at.
    """

    units: tuple[Unit, ...]
    remarks: tuple[Fact, ...] = ()


def read_unit_list(path: Path, opener: PageOpener | None = None) -> KeptList:
    """Read the list of units in a workbook or a text, as people keep it.

    Args:
        path: What it is, is told by its first bytes.
        opener: Opens workbooks; None: one of its own.

    Raises:
        UnitListError: The file cannot be read or has mistakes; all of them are listed.
        WorkersCannotStart: The process in which a workbook is opened cannot be had.
        Cancelled: ``opener`` was closed meanwhile.
    """
    try:
        if is_workbook_file(path):
            tables, is_old = read_workbook_tables(path, opener), False
        else:
            table, is_old = read_text_table(path)
            tables = (table,)
        tables, letters = _in_letters_of_today(tables, is_certainly_old=is_old)
        table, heading, remarks = _choose_table(tables)
    except UnreadableList as error:
        raise UnitListError(path, (error.fact,)) from error
    remarks = (*letters, *remarks)
    rows = find_unit_rows(table, heading)
    corrected, told = _with_corrected_codes(rows.rows)
    units, findings = check_units(((row.number, dict(row.fields)) for row in corrected), table.at)
    if rows.findings or findings:  # what follows from cells that cannot be read is no mistake of its own
        raise UnitListError(path, rows.findings or findings)
    return KeptList(units, (*remarks, *rows.remarks, *told, *_alike(units)))


def _in_letters_of_today(
    tables: tuple[ListTable, ...], *, is_certainly_old: bool
) -> tuple[tuple[ListTable, ...], tuple[Fact, ...]]:
    """Return tables in Unicode, and what was done for that."""
    places = [(table, row) for table in tables for row in _rows_to_restore(table) for _ in row.cells]
    texts = [cell for table in tables for row in _rows_to_restore(table) for cell in row.cells]
    try:
        restored, letters = restore_letters(texts, is_certainly_old=is_certainly_old)
    except UncertainLetters as error:
        table, row = places[error.place]
        raise UnreadableList(table.at(row.number, _uncertain(error.word, is_certainly_old=is_certainly_old))) from error
    if letters is None:
        return tables, ()
    cells = iter(restored)
    changed = tuple(_with_cells(table, cells) for table in tables)
    before, after = next(pair for pair in zip(texts, restored, strict=True) if pair[0] != pair[1])
    return changed, (_converted(letters, before, after),)


def _rows_to_restore(table: ListTable) -> tuple[ListRow, ...]:
    """Return the rows that may be in old letters: those below a heading that reads as it is, else all."""
    heading = find_heading(table)
    return table.rows if heading is None else table.rows[heading.index + 1 :]


def _with_cells(table: ListTable, cells: Iterator[str]) -> ListTable:
    below = _rows_to_restore(table)
    above = table.rows[: len(table.rows) - len(below)]
    restored = (replace(row, cells=tuple(next(cells) for _ in row.cells)) for row in below)
    return replace(table, rows=(*above, *restored))


def _uncertain(word: str, *, is_certainly_old: bool) -> Fact:
    if is_certainly_old:
        return Fact(
            "“{word}”: its letters are not Unicode, and which they are is not certain; "
            "save the list as a workbook (.xlsx) or as CSV UTF-8",
            word=shortened(word),
        )
    return Fact(
        "“{word}” looks like letters of an old font (TCVN3, VNI), but what all words of the list are is not certain; "
        "turn the list into Unicode, with UniKey for example",
        word=shortened(word),
    )


def _converted(letters: OldLetters, before: str, after: str) -> Fact:
    return Fact(
        "the list was written in {letters} letters and turned into Unicode: “{before}” is read as “{after}”",
        letters=letters.value,
        before=shortened(before),
        after=shortened(after),
    )


def _choose_table(tables: Sequence[ListTable]) -> tuple[ListTable, ListHeading, tuple[Fact, ...]]:
    """Return the one table that holds a list of units, its heading, and what was left out beside it."""
    shown = [table for table in tables if not table.is_hidden]
    headed = [(table, heading) for table in shown if (heading := find_heading(table)) is not None]
    if not headed:
        raise UnreadableList(_no_heading(shown))
    if len(headed) > 1:
        raise UnreadableList(
            Fact(
                "its sheets {sheets} each hold a list of units; leave one of them, or hide the others",
                sheets=", ".join(f"“{table.sheet}”" for table, _ in headed),
            )
        )
    table, heading = headed[0]
    if table.is_cut_off:
        raise UnreadableList(Fact("the list has more than {limit} lines", limit=MOST_ROWS))
    if heading.twice:
        first, second = map(column_letter, heading.twice)
        fact = Fact("columns {first} and {second} have the same heading; rename one", first=first, second=second)
        raise UnreadableList(table.at(table.rows[heading.index].number, fact))
    others = [each.sheet for each in tables if each is not table]
    if not others:
        return table, heading, ()
    left_out = Fact(
        "only the sheet “{sheet}” was read, not {others}",
        sheet=table.sheet,
        others=", ".join(f"“{shortened(name)}”" for name in others),
    )
    return table, heading, (left_out,)


def _no_heading(tables: Sequence[ListTable]) -> Fact:
    if not tables:
        return Fact("it has no unit")
    table = max(tables, key=lambda each: len(each.rows))
    number, missing = missing_columns(table)
    if number:
        lacking = Fact("no column {names}", names=", ".join(missing))
        return table.at(number, Fact("{fact}; write Mã (code) and Tên (name) above the columns", fact=lacking))
    return Fact("no row heads the columns; write Mã (code) and Tên (name) above them")


def _with_corrected_codes(rows: Sequence[UnitRow]) -> tuple[list[UnitRow], list[Fact]]:
    """Return rows with the codes that were meant, and what was put right in them."""
    corrected, told = list(rows), list[Fact]()
    for find, tell in ((without_decimals, _decimals_told), (lost_zeros, _zeros_told)):
        meant = find([_coded(row) for row in corrected])
        if meant:
            first = next(row for row in corrected if row.field("code") in meant)
            told.append(tell(len(meant), first, meant[first.field("code")]))
            corrected = [row.with_codes(meant) for row in corrected]
    doubt = doubtful_lengths(_coded(row) for row in corrected)
    return corrected, told + ([doubt] if doubt else [])


def _coded(row: UnitRow) -> CodedRow:
    return CodedRow(row.field("code"), row.field("name"), row.field("level"))


def _decimals_told(count: int, first: UnitRow, new: str) -> Fact:
    return Fact(
        "codes that were numbers with decimals: {count}; {old} is read as {new}",
        count=count,
        old=first.field("code"),
        new=new,
    )


def _zeros_told(count: int, first: UnitRow, new: str) -> Fact:
    return Fact(
        "codes whose leading zero was lost and put back: {count}; {old} is read as {new}, {name}",
        count=count,
        old=first.field("code"),
        new=new,
        name=first.field("name"),
    )


def _alike(units: Sequence[Unit]) -> list[Fact]:
    """Return which units could be taken for each other: by the same name in the same place, or but for a zero."""
    told: list[Fact] = []
    if pair := _first_alike(units, lambda unit: (unit.name, unit.parent_code)):
        codes = {"first": pair[0].code, "second": pair[1].code}
        told.append(Fact("{first} and {second} have the same name, {name}", **codes, name=pair[0].name))
    if pair := _first_alike(units, lambda unit: (unit.code.lstrip("0") or "0", "")):
        codes = {"first": pair[0].code, "second": pair[1].code}
        told.append(Fact("codes {first} and {second} differ by leading zeros alone", **codes))
    return told


def _first_alike(units: Sequence[Unit], key: Callable[[Unit], tuple[str, str]]) -> tuple[Unit, Unit] | None:
    """Return the first two units with the same key: one example is enough to make a person look."""
    seen: dict[tuple[str, str], Unit] = {}
    for unit in units:
        first = seen.setdefault(key(unit), unit)
        if first is not unit:
            return first, unit
    return None
