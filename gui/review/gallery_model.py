"""Answers of a gallery as a list: which are odd, and which were before the operator's eyes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.review.review_round import key_of
from omr.review.queue import QueueEntry

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)  # the QueueEntry itself
ODD_ROLE = ENTRY_ROLE + 1  # whether it is left out of the confirmation


class GalleryModel(QAbstractListModel):
    """The answers of a gallery in the order given, without pictures, which are loaded for what is in sight."""

    def __init__(self, describe: Callable[[QueueEntry], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._entries: Sequence[QueueEntry] = ()
        self._odd: set[int] = set()
        self._seen: set[int] = set()

    def show_entries(self, entries: Sequence[QueueEntry], *, keeps_marks: bool = False) -> None:
        """Show other entries; none of them is odd, none was seen, unless that is to be kept from before."""
        known = [key_of(entry) for entry in self._entries] if keeps_marks else []
        odd, seen = ({known[row] for row in rows} if known else set() for rows in (self._odd, self._seen))
        self.beginResetModel()
        self._entries = entries
        self._odd = {row for row, entry in enumerate(entries) if key_of(entry) in odd}
        self._seen = {row for row, entry in enumerate(entries) if key_of(entry) in seen}
        self.endResetModel()

    def entry(self, row: int) -> QueueEntry:
        """Return the entry of a row."""
        return self._entries[row]

    def toggle_odd(self, row: int) -> None:
        """Leave an entry out of the confirmation, or take it in again."""
        self._odd ^= {row}
        self.dataChanged.emit(self.index(row), self.index(row), [ODD_ROLE, Qt.ItemDataRole.AccessibleTextRole])

    def note_seen(self, rows: Iterable[int]) -> None:
        """Note that the paper of these rows was before the operator's eyes."""
        self._seen.update(rows)

    @property
    def odd(self) -> tuple[QueueEntry, ...]:
        """What stays for a look at each."""
        return tuple(self._entries[row] for row in sorted(self._odd))

    @property
    def confirmable(self) -> tuple[QueueEntry, ...]:
        """What was seen and is not odd."""
        return tuple(self._entries[row] for row in sorted(self._seen - self._odd))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        read = self._readers.get(role)
        return read(self, index.row()) if read else None

    def _text(self, row: int) -> str:
        return self._describe(self._entries[row])

    def _accessible_text(self, row: int) -> str:
        text = self._text(row)
        return self.tr("{answer}, set aside").format(answer=text) if row in self._odd else text

    def _is_odd(self, row: int) -> bool:
        return row in self._odd

    _readers: Mapping[int, Callable[["GalleryModel", int], Any]] = {
        int(Qt.ItemDataRole.DisplayRole): _text,
        int(Qt.ItemDataRole.AccessibleTextRole): _accessible_text,
        ENTRY_ROLE: entry,
        ODD_ROLE: _is_odd,
    }
