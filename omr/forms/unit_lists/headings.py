"""Which row of a table heads a list of units, and which column says what, in whatever words people use. Pure."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from omr.forms.unit_lists.tables import ListRow, ListTable

_LOOKED_AT = 60  # rows in which a heading is looked for, below whatever titles stand above it
DISTRICTS = frozenset({"ma qh", "ma quan huyen", "ma huyen"})
"""Headings of codes that name a parent where the list has districts too."""

UNREAD = frozenset({"", "stt", "so tt", "tt", "so thu tu", "no", "ghi chu", "note", "notes"})
"""Headings of columns that nobody expects to be read."""

_NOTE = re.compile(r"\([^)]*\)")  # "Mã đơn vị (5 số)"
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")

# Folded, see fold; the surest first. What Excel lists of the statistical office and of departments are headed by.
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": (
            *("code", "unit code", "ma don vi", "ma dv", "ma", "ma so", "ma so don vi", "ma dvhc"),
            *("ma don vi hanh chinh", "ma hanh chinh", "ma co quan", "ma to chuc", "ma px", "ma phuong xa"),
            *("ma xa phuong", "ma xa phuong thi tran", "ma xa", "office code", "ma bo phan"),
        ),
        "name": (
            *("name", "unit name", "ten don vi", "ten dv", "ten", "ten dvhc", "ten don vi hanh chinh", "ten co quan"),
            *("ten to chuc", "ten phuong xa", "ten xa phuong", "ten xa phuong thi tran", "ten xa", "don vi"),
            *("don vi hanh chinh", "co quan", "phuong xa", "xa phuong", "xa phuong thi tran", "unit", "office"),
            *("office name", "ten goi", "ten bo phan"),
        ),
        "level": ("level", "cap", "cap don vi", "cap hanh chinh", "unit level"),
        "kind": ("kind", "loai", "loai don vi", "loai hinh", "type"),
        "parent_code": (
            *("parent code", "parent", "ma cha", "ma don vi cha", "ma cap tren", "ma don vi cap tren"),
            *("ma don vi chu quan", "ma dv cha", "ma qh", "ma quan huyen", "ma huyen"),
        ),
        "transactions": (
            *("transactions", "giao dich", "so giao dich", "so luong giao dich", "so luot giao dich", "luot giao dich"),
            *("so ho so", "so luong ho so", "number of transactions"),
        ),
        "valid_from": ("valid from", "tu ngay", "hieu luc tu", "co hieu luc tu"),
        "valid_to": ("valid to", "den ngay", "hieu luc den", "het hieu luc"),
    }
)


@dataclass(frozen=True, slots=True)
class ListHeading:
    """The row that heads a list.

    Attributes:
        index: Its place among the rows of the table.
        columns: Place of each column that was found, by the name that ``units.csv`` gives it.
        twice: Places of two columns under the same words, so that nobody knows which is meant; empty if there are none.
    """

    index: int
    columns: Mapping[str, int]
    twice: tuple[int, ...] = ()


def fold(text: str) -> str:
    """Return a text in small English letters and digits, one space between words."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _OTHER_SIGNS.sub(" ", plain).strip()


def find_heading(table: ListTable) -> ListHeading | None:
    """Return the first row that heads a column of codes and one of names; None if there is none."""
    for index, row in enumerate(table.rows[:_LOOKED_AT]):
        columns, twice = _columns_of(row)
        if "code" in columns and "name" in columns:
            return ListHeading(index, columns, twice)
    return None


def missing_columns(table: ListTable) -> tuple[int, tuple[str, ...]]:
    """Return the row that looks most like a heading, and which of code and name it lacks; (0, both) if none does."""
    for row in table.rows[:_LOOKED_AT]:
        found = {"code", "name"} & set(_columns_of(row)[0])
        if found:
            return row.number, tuple(sorted({"code", "name"} - found))
    return 0, ("code", "name")


def column_letter(place: int) -> str:
    """Return what a spreadsheet calls a column, by its 0-based place."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _columns_of(row: ListRow) -> tuple[dict[str, int], tuple[int, ...]]:
    headed: dict[str, list[int]] = {}
    for place, cell in enumerate(row.cells):
        headed.setdefault(fold(_NOTE.sub("", cell)), []).append(place)
    columns: dict[str, int] = {}
    twice: tuple[int, ...] = ()
    for column, words in _WORDS.items():
        word = next((word for word in words if word in headed), None)
        if word is not None:
            columns[column] = headed[word][0]
            twice = twice or tuple(headed[word][:2]) if len(headed[word]) > 1 else twice
    return columns, twice
