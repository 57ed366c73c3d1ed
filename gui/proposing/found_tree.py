"""Sections, items and options of a form that was found, with a sign at those that want a look."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from form_templates.model import Item, ItemId, Language
from gui.form.item_tree import ItemTree
from gui.paper.picture_view import Emphasis, color_of
from gui.proposing.found_form import FoundForm
from gui.proposing.found_picture import emphasis_of

_ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
_PATCH_PX = 12


class FoundTree(ItemTree):
    """Lists what a form asks, each item with its options and the colour of how sure its areas are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_form(self, form: FoundForm, language: Language) -> None:
        """List a form."""
        self.show_template(form.template, language)
        for leaf in self._leaves():
            item = form.template.item(leaf.data(0, _ITEM_ROLE))
            leaf.setIcon(0, QIcon(patch(color_of(emphasis_of(form.confidence(item.item_id))))))
            leaf.setExpanded(False)
            leaf.addChildren(_options(item, language))

    def next_of(self, items: frozenset[ItemId]) -> ItemId | None:
        """Return the item after the chosen one that is among ``items``, the first of them after the last."""
        ids = [leaf.data(0, _ITEM_ROLE) for leaf in self._leaves()]
        at = ids.index(self.chosen()) + 1 if self.chosen() in ids else 0
        return next((item_id for item_id in ids[at:] + ids[:at] if item_id in items), None)

    def _leaves(self) -> list[QTreeWidgetItem]:
        each = QTreeWidgetItemIterator(self)
        found = []
        while (entry := each.value()) is not None:
            branch = entry.parent()
            if branch is not None and branch.parent() is None:
                found.append(entry)
            each += 1
        return found


def patch(color: QColor) -> QPixmap:
    """Return a small square of a colour, for a list or a legend."""
    pixmap = QPixmap(_PATCH_PX, _PATCH_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color.red(), color.green(), color.blue()))
    painter.drawRoundedRect(1, 1, _PATCH_PX - 2, _PATCH_PX - 2, 3, 3)
    painter.end()
    return pixmap


LEGEND = (Emphasis.READ, Emphasis.READING, Emphasis.UNSURE)
"""What the colours stand for, the surest first."""


def _options(item: Item, language: Language) -> list[QTreeWidgetItem]:
    found = []
    for option in item.options:
        label = option.label.in_language(language)
        entry = QTreeWidgetItem([label if label == option.value else f"{option.value} · {label}"])
        entry.setData(0, _ITEM_ROLE, item.item_id)
        found.append(entry)
    return found
