"""What can be said about an answer besides an option, and the way back."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from form_templates.model import ItemKind
from gui.widgets import make_button


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
        self._lay_out()
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

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.confirm_button, self.blank_button, self.unreadable_button, self.several_button):
            row.addWidget(button)
        row.addStretch()
        for button in (self.pass_button, self.undo_button, self.leave_button):
            row.addWidget(button)

    def _show_confirm_button(self) -> None:
        """A single choice is confirmed by its own key."""
        self.confirm_button.setVisible(self._kind is not ItemKind.SINGLE or self.several_button.isChecked())

    def _retranslate(self) -> None:
        confirm = self.tr("Confirm choice") if self._kind.is_choice else self.tr("Save text")
        _say(self.confirm_button, confirm, "Enter")
        _say(self.blank_button, self.tr("Blank"), "0")
        _say(self.unreadable_button, self.tr("Unreadable"), "U" if self._kind.is_choice else "Ctrl+U")
        _say(self.several_button, self.tr("Several marks"), "D")
        _say(self.pass_button, self.tr("Go on without it"), "PgDn")
        _say(self.undo_button, self.tr("Undo"), "Ctrl+Z")
        _say(self.leave_button, self.tr("Stop"), "Esc")


def _say(button: QPushButton, text: str, key: str) -> None:
    button.setText(f"{text}  ({key})")
