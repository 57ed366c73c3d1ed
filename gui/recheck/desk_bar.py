"""What can be said about an answer besides an option, and the way back."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from form_templates.model import ItemKind
from gui.widgets.building_blocks import make_bar, make_button, name_with_key


class DeskBar(QWidget):
    """A row of buttons, each naming its key; none of them knows the reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ItemKind.SINGLE
        self.confirm_button = make_button("primary")
        self.blank_button = make_button()
        self.unreadable_button = make_button()
        self.several_button = make_button()
        self.several_button.setCheckable(True)
        self.several_button.toggled.connect(self._show_confirm_button)
        self.pass_button = make_button()
        self.undo_button = make_button()
        self.leave_button = make_button()
        answers = (self.confirm_button, self.blank_button, self.unreadable_button, self.several_button)
        make_bar(self, answers, (self.pass_button, self.undo_button, self.leave_button))
        self._retranslate()

    def show_kind(self, kind: ItemKind, *, can_undo: bool) -> None:
        """Offer what makes sense for an item of this kind."""
        self._kind = kind
        self.blank_button.setVisible(kind.is_choice)
        self.several_button.setVisible(kind is ItemKind.SINGLE)
        self.several_button.setChecked(False)
        self.pass_button.hide()
        self.undo_button.setEnabled(can_undo)
        self._show_confirm_button()
        self._retranslate()

    def offer_to_pass(self) -> None:
        """Offer to go on without a check."""
        self.pass_button.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show_confirm_button(self) -> None:
        """A single choice is confirmed by its own key."""
        self.confirm_button.setVisible(self._kind is not ItemKind.SINGLE or self.several_button.isChecked())

    def _retranslate(self) -> None:
        confirm = self.tr("Confirm choice") if self._kind.is_choice else self.tr("Save text")
        name_with_key(self.confirm_button, confirm, "Enter")
        name_with_key(self.blank_button, self.tr("Blank"), "0")
        name_with_key(self.unreadable_button, self.tr("Unreadable"), "U" if self._kind.is_choice else "Ctrl+U")
        name_with_key(self.several_button, self.tr("Several marks"), "D")
        name_with_key(self.pass_button, self.tr("Go on without it"), "PgDn")
        name_with_key(self.undo_button, self.tr("Undo"), "Ctrl+Z")
        name_with_key(self.leave_button, self.tr("Stop"), "Esc")
