"""Completion that forgets case and diacritics: "dap cau" finds "Đáp Cầu"."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

FOLDED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The text of an item as ``fold`` returns it."""


def fold(text: str) -> str:
    """Return ``text`` for searching: lower case, no diacritics, ``đ`` as ``d``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).replace("đ", "d")


class FoldingCompleter(QCompleter):
    """Compares what is typed and what is listed without diacritics; the model fills ``FOLDED_ROLE``."""

    def __init__(self, model: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(FOLDED_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def make_text_model(texts: Sequence[str], parent: QObject) -> QStandardItemModel:
    """Return a model of texts that a ``FoldingCompleter`` can search."""
    model = QStandardItemModel(parent)
    for text in texts:
        item = QStandardItem(text)
        item.setData(fold(text), FOLDED_ROLE)
        model.appendRow(item)
    return model
