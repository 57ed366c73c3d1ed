"""What can be decided besides an option, and the ways to go from here."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from form_templates.model import ItemKind
from gui.answering.keys import Command
from gui.widgets.building_blocks import make_bar, make_button, name_for_screen_readers, name_with_key

_ANSWERS = (Command.CONFIRM, Command.BLANK, Command.UNREADABLE, Command.SEVERAL)


class DecisionBar(QWidget):
    """A row of buttons, each naming its key; emits ``commanded(command)``. None of them knows the reading.

    ``ways`` are the commands offered at the end of the row. Where the screen ``keeps_reading``, a single choice can be
    confirmed as it was read; elsewhere an option's own key answers it and there is nothing to confirm.
    """

    commanded = Signal(object)  # Command

    def __init__(self, ways: Sequence[Command], *, keeps_reading: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ItemKind.SINGLE
        self._keeps_reading = keeps_reading
        self._has_reading = True
        self.buttons = {command: self._make_button(command) for command in (*_ANSWERS, *ways)}
        self.buttons[Command.SEVERAL].setCheckable(True)
        make_bar(self, [self.buttons[each] for each in _ANSWERS], [self.buttons[each] for each in ways])
        self._retranslate()

    def show_kind(self, kind: ItemKind, *, can_undo: bool, has_reading: bool = True) -> None:
        """Offer what makes sense for an item of this kind; without a reading there is none to accept."""
        self._kind, self._has_reading = kind, has_reading
        self.buttons[Command.BLANK].setVisible(kind.is_choice or self._keeps_reading)
        self.buttons[Command.SEVERAL].setVisible(kind is ItemKind.SINGLE)
        self.buttons[Command.UNDO].setEnabled(can_undo)
        if Command.PASS in self.buttons:
            self.buttons[Command.PASS].hide()
        self.show_several(is_several=False)
        self._retranslate()

    def show_several(self, *, is_several: bool) -> None:
        """Show whether several options of a single choice may be ticked, which then are to be confirmed."""
        self.buttons[Command.SEVERAL].setChecked(is_several)
        is_confirmed = (self._keeps_reading and self._has_reading) or self._kind is not ItemKind.SINGLE or is_several
        self.buttons[Command.CONFIRM].setVisible(is_confirmed)

    def offer_to_pass(self) -> None:
        """Offer to go on without an answer."""
        self.buttons[Command.PASS].show()

    @property
    def deciding(self) -> list[QPushButton]:
        """The buttons that keep or take back an answer, without those that only lead elsewhere."""
        return [self.buttons[command] for command in (*_ANSWERS, Command.UNDO)]

    @property
    def offers_to_pass(self) -> bool:
        """Whether going on without an answer is offered."""
        return self.buttons[Command.PASS].isVisibleTo(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_button(self, command: Command) -> QPushButton:
        button = make_button("primary" if command is Command.CONFIRM else "")
        button.clicked.connect(lambda: self.commanded.emit(command))
        return button

    def _retranslate(self) -> None:
        keyed = {
            Command.CONFIRM: (self._confirm_text(), "Enter"),
            Command.BLANK: (self.tr("Blank"), "0") if self._kind.is_choice else (self.tr("Nothing written"), "Ctrl+0"),
            Command.UNREADABLE: (self.tr("Unreadable"), "U" if self._kind.is_choice else "Ctrl+U"),
            Command.SEVERAL: (self.tr("Several marks"), "D"),
            Command.PASS: (self.tr("Go on without it"), "PgDn"),
            Command.UNDO: (self.tr("Undo"), "Ctrl+Z"),
            Command.LEAVE: (self.tr("Stop"), "Esc"),
        }
        signs = {
            Command.BACK: ("‹", self.tr("Back without deciding (PgUp)")),
            Command.ON: ("›", self.tr("On without deciding (PgDn)")),
        }
        for command, button in self.buttons.items():
            if command in keyed:
                name_with_key(button, *keyed[command])
            else:
                sign, name = signs[command]
                button.setText(sign)
                name_for_screen_readers(button, name)

    def _confirm_text(self) -> str:
        if self._kind is ItemKind.SINGLE and self._keeps_reading:
            return self.tr("Accept reading")
        return self.tr("Confirm choice") if self._kind.is_choice else self.tr("Save text")
