"""What can be decided besides an option, and the way back and forth."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from form_templates.model import ItemKind
from gui.widgets.building_blocks import make_bar, make_button, name_for_screen_readers, name_with_key


class DecisionBar(QWidget):
    """A row of buttons, each naming its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ItemKind.SINGLE
        self.accept_button = make_button("primary")
        self.blank_button = make_button()
        self.unreadable_button = make_button()
        self.several_button = make_button()
        self.several_button.setCheckable(True)
        self.undo_button = make_button()
        self.back_button = make_button()
        self.next_button = make_button()
        answers = (self.accept_button, self.blank_button, self.unreadable_button, self.several_button)
        make_bar(self, answers, (self.undo_button, self.back_button, self.next_button))
        self._retranslate()

    def show_kind(self, kind: ItemKind, *, can_undo: bool) -> None:
        """Offer what makes sense for an item of this kind."""
        self._kind = kind
        self.blank_button.setVisible(kind.is_choice)
        self.several_button.setVisible(kind is ItemKind.SINGLE)
        self.several_button.setChecked(False)
        self.undo_button.setEnabled(can_undo)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        name_with_key(self.accept_button, self._accept_text(), "Enter")
        name_with_key(self.blank_button, self.tr("Blank"), "0")
        name_with_key(self.unreadable_button, self.tr("Unreadable"), "U" if self._kind.is_choice else "Ctrl+U")
        name_with_key(self.several_button, self.tr("Several marks"), "D")
        name_with_key(self.undo_button, self.tr("Undo"), "Ctrl+Z")
        self.back_button.setText("‹")
        self.next_button.setText("›")
        name_for_screen_readers(self.back_button, self.tr("Back without deciding (PgUp)"))
        name_for_screen_readers(self.next_button, self.tr("On without deciding (PgDn)"))

    def _accept_text(self) -> str:
        match self._kind:
            case ItemKind.SINGLE:
                return self.tr("Accept reading")
            case ItemKind.MULTIPLE:
                return self.tr("Confirm choice")
            case _:
                return self.tr("Save text")
