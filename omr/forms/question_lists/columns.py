"""The columns of a table of questions: what each is for, by its heading or by what stands in it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from omr.forms.proposing.scales import goodness, is_not_applicable
from omr.forms.question_lists.cells import Row
from omr.forms.question_lists.line_signs import BOXES, is_roman
from omr.forms.question_lists.wordings import ASKS_SATISFACTION, folded, kind_said


class Role(Enum):
    """What a column is for."""

    NUMBER = auto()
    TEXT = auto()
    KIND = auto()
    OPTIONS = auto()
    SECTION = auto()
    LEVEL = auto()  # its heading is an option, and its cells are there to be marked
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are for.

    Attributes:
        roles: Of each column.
        first: Index of the first row with a question.
        levels: The headings of the columns that are options.
        said: How all rows are answered, where a heading says so.
    """

    roles: tuple[Role, ...]
    first: int
    levels: tuple[str, ...] = ()
    said: str = ""

    def cells(self, row: Row, role: Role) -> tuple[str, ...]:
        """Return the cells of a row that are there for this."""
        return tuple(cell for cell, own in zip(row, self.roles, strict=False) if own is role and cell)

    def cell(self, row: Row, role: Role) -> str:
        """Return the first of them; empty if there is none."""
        return next(iter(self.cells(row, role)), "")


_HEADS = {
    Role.NUMBER: "stt|tt|so|so tt|so thu tu|no|nr|number|id|ma|ma so|cau|cau so|ma cau( hoi)?|item no|q no",
    Role.TEXT: r"(noi dung|ten )?\s*(cac )?cau hoi( khao sat)?|noi dung.*|tieu chi.*|cac tieu chi.*|chi tieu"
    r"|questions?( text)?|text|items?|labels?|statements?|content|criteria|criterion|hang muc",
    Role.KIND: r"(loai|kieu|dang|hinh thuc)( cau hoi| tra loi| cau| dap an)*|(question |answer )?(type|kind)",
    Role.OPTIONS: r"(cac )?(phuong an|lua chon|tra loi|dap an|cau tra loi|muc|tuy chon)( tra loi)*( \w{1,2})?"
    r"|(answer )?(options?|choices?|answers?|scale|levels?)( \w{1,2})?|thang do|thang diem",
    Role.SECTION: r"phan|muc|nhom.*|section|group|linh vuc|chu de|topic|part|phan muc|khia canh|yeu to|factor",
    Role.OTHER: r"ghi chu|notes?|bat buoc|required|remarks?|comments?|nguon|source",
}
_HEAD_PATTERNS = {role: re.compile(f"(?:{pattern})") for role, pattern in _HEADS.items()}
_ORDER = (Role.NUMBER, Role.KIND, Role.TEXT, Role.SECTION, Role.OPTIONS, Role.OTHER)
_MARK = re.compile(rf"[{BOXES}.…_\sxX]*|\d{{1,2}}|[\(\[]\s*[\)\]]")
_NUMBER = re.compile(r"(?:câu\s*)?[\dA-Za-z]{0,2}\d{1,3}(?:\.\d+)*[a-z]?[.):]?|\d+\.0", re.IGNORECASE)
_OPTION_HEAD = re.compile(r"((pa|da|tl|lc|op|opt|ans|y|muc|phuong an|dap an|lua chon|option)\s*)?([a-h]|\d{1,2})")
_LONGEST_HEAD = 40
_HEAD_ROWS = 4  # that are looked at for headings


def find_columns(rows: Sequence[Row]) -> Columns:
    """Return what the columns of a table are for; its rows are equally wide."""
    by_levels = _level_columns(rows)
    if by_levels is not None:
        return by_levels
    for position, row in enumerate(rows[:_HEAD_ROWS]):
        roles = [_role_of_head(cell) for cell in row]
        if Role.TEXT in roles and sum(role is not None for role in roles) + _option_heads(row, roles) > 1:
            return Columns(_filled_roles(roles, row), position + 1)
    return Columns(_roles_by_content(rows), 0)


def _role_of_head(cell: str) -> Role | None:
    words = folded(cell)
    if not words or len(cell) > _LONGEST_HEAD:
        return Role.NUMBER if cell == "#" else None
    return next((role for role in _ORDER if _HEAD_PATTERNS[role].fullmatch(words)), None)


def _option_heads(heads: Row, roles: Sequence[Role | None]) -> int:
    """Return how many headings such as A, B, PA1 and 3 stand behind that of the questions."""
    behind = zip(heads[roles.index(Role.TEXT) + 1 :], roles[roles.index(Role.TEXT) + 1 :], strict=True)
    return sum(role is None and _OPTION_HEAD.fullmatch(folded(head)) is not None for head, role in behind)


def _filled_roles(roles: Sequence[Role | None], heads: Row) -> tuple[Role, ...]:
    """Return a role for each column: those without a heading go on with the options, if they follow them."""
    filled: list[Role] = []
    has_text = False
    for role, head in zip(roles, heads, strict=True):
        if role is Role.TEXT and has_text:
            role = Role.OTHER
        has_text |= role is Role.TEXT
        if role is None and has_text and _OPTION_HEAD.fullmatch(folded(head)):
            role = Role.OPTIONS
        if role is None:
            role = Role.OPTIONS if not head and filled[-1:] == [Role.OPTIONS] else Role.OTHER
        filled.append(role)
    return tuple(filled)


def _level_columns(rows: Sequence[Row]) -> Columns | None:
    """Return the columns of a table whose last headings are the options of every row, as Word forms have them."""
    for position, head in enumerate(rows[:_HEAD_ROWS]):
        first = len(head)
        while first > 0 and _is_level_head(head[first - 1]):
            first -= 1
        first = first or next((place for place, cell in enumerate(head) if _is_level(cell)), 0)
        levels = head[first:]
        body = rows[position + 1 :]
        known = sum(map(_is_level, levels))
        is_marked = all(_MARK.fullmatch(cell) for row in body for cell in row[first:])
        if first < 1 or len(levels) < 2 or len(set(levels)) < len(levels) or not is_marked or not body:
            continue
        if known < 2 and not all(level.isdigit() for level in levels):
            continue
        roles = _roles_by_content([row[:first] for row in body])
        above = folded(" ".join(cell for row in rows[:position] for cell in row[first:]))
        said = "hài lòng" if ASKS_SATISFACTION.search(above) else ""
        return Columns((*roles, *[Role.LEVEL] * len(levels)), position + 1, levels, said)
    return None


def _is_level_head(cell: str) -> bool:
    is_other = _role_of_head(cell) in (Role.NUMBER, Role.TEXT, Role.SECTION) and not _is_level(cell)
    return 0 < len(cell) <= _LONGEST_HEAD and not cell.endswith("?") and not is_other


def _is_level(cell: str) -> bool:
    return goodness(cell) is not None or is_not_applicable(cell) or cell.isdigit()


def _roles_by_content(rows: Sequence[Row]) -> tuple[Role, ...]:
    width = max(map(len, rows), default=0)
    columns = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    asked = _text_column(columns, len(rows))
    roles = []
    for place, cells in enumerate(columns):
        if place == asked:
            roles.append(Role.TEXT)
        elif place < asked:
            numbers = sum(bool(_NUMBER.fullmatch(cell)) or is_roman(cell) for cell in cells)
            roles.append(Role.NUMBER if cells and numbers * 2 > len(cells) else Role.SECTION)
        else:
            said = sum(kind_said(cell) is not None and goodness(cell) is None for cell in cells)
            is_kind = Role.KIND not in roles and cells and said * 2 > len(cells) and len(set(cells)) < len(cells)
            is_alone = Role.OPTIONS not in roles and is_kind
            roles.append(Role.KIND if is_alone else Role.OPTIONS)
    return tuple(roles)


def _text_column(columns: Sequence[Sequence[str]], count: int) -> int:
    """Return the first column with words of its own in most rows; else the one with most letters."""
    for place, cells in enumerate(columns):
        wordy = [cell for cell in cells if len(cell) > 8 and " " in cell and not holds_several(cell)]
        if len(wordy) * 2 > count and len(set(wordy)) * 5 > len(wordy) * 4:
            return place
    sizes = [sum(len(cell) for cell in cells if not holds_several(cell)) for cells in columns]
    return sizes.index(max(sizes)) if sizes else 0


def holds_several(cell: str) -> bool:
    """Whether a cell holds several options."""
    return ";" in cell or "\n" in cell or " / " in cell or "|" in cell
