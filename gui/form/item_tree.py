"""Sections and items of a form, in printed order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from form_templates.model import FormTemplate, Item, ItemId, Language
from gui.answering.answer_names import name_item
from gui.widgets.plain_texts import as_tip

_ITEM_ROLE = int(Qt.ItemDataRole.UserRole)


class ItemTree(QTreeWidget):
    """Lists the sections of a form with their items, in printed order; emits ``item_chosen(ItemId)``."""

    item_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.currentItemChanged.connect(self._on_changed)

    def show_template(self, template: FormTemplate, language: Language) -> None:
        """List what a form asks, in a language."""
        chosen = self.chosen()
        self.clear()
        for section in template.sections:
            title = section.title.in_language(language)
            branch = QTreeWidgetItem([title])
            branch.setToolTip(0, as_tip(title))
            font = branch.font(0)
            font.setBold(True)
            branch.setFont(0, font)
            self.addTopLevelItem(branch)
            for item in section.items:
                branch.addChild(_leaf(item, language))
        self.expandAll()
        if chosen is not None:
            self.choose(chosen)

    def chosen(self) -> ItemId | None:
        """Return the chosen item; None for a section or nothing."""
        current = self.currentItem()
        return current.data(0, _ITEM_ROLE) if current is not None else None

    def choose(self, item_id: ItemId) -> None:
        """Choose an item."""
        for at in range(self.topLevelItemCount()):
            branch = self.topLevelItem(at)
            for place in range(branch.childCount() if branch else 0):
                leaf = branch.child(place) if branch else None
                if leaf is not None and leaf.data(0, _ITEM_ROLE) == item_id:
                    self.setCurrentItem(leaf)
                    return

    def _on_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None and current.data(0, _ITEM_ROLE):
            self.item_chosen.emit(current.data(0, _ITEM_ROLE))


def _leaf(item: Item, language: Language) -> QTreeWidgetItem:
    label = name_item(item, language)
    leaf = QTreeWidgetItem([f"{item.item_id} · {label}"])
    leaf.setData(0, _ITEM_ROLE, item.item_id)
    options = "\n".join(f"{option.value}  {option.label.in_language(language)}" for option in item.options)
    leaf.setToolTip(0, as_tip(f"{label}\n{options}".strip()))
    return leaf
