"""Where an item is answered: its options, or the line for its handwriting."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from form_templates.model import Language
from gui.answering.answer_draft import AnswerDraft, Asked
from gui.answering.answer_edit import AnswerEdit
from gui.answering.key_presses import press_of
from gui.answering.keys import Command, KeyPress, KeyTable
from gui.answering.option_panel import OptionPanel
from gui.widgets.building_blocks import make_column


class AnswerPanel(QWidget):
    """Shows the draft of an answer and turns keys and clicks into what is chosen, answered or asked for.

    Whoever owns it keeps what is ``answered`` and does what is ``commanded``. Disabled, it shows and answers nothing,
    neither by keys.
    """

    answered = Signal(object)  # Answered
    commanded = Signal(object)  # Command
    chosen_changed = Signal()
    answer_missing = Signal()  # somebody confirmed, but there is nothing yet to confirm

    def __init__(self, draft: AnswerDraft, keys: KeyTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self._keys = keys
        self.options = OptionPanel()
        self.line = AnswerEdit()
        column = make_column(self, margin=0, spacing=10)
        column.addWidget(self.options)
        column.addWidget(self.line)
        self.options.picked.connect(self.pick)
        self.line.edit.textChanged.connect(draft.write)
        self.line.confirmed.connect(lambda: self.commanded.emit(Command.CONFIRM))
        self.line.undo_wanted.connect(lambda: self.commanded.emit(Command.UNDO))
        self.line.pressed.connect(self._on_pressed_in_line)

    def ask(self, asked: Asked, language: Language, known: Sequence[str] = ()) -> None:
        """Ask for an answer; ``known`` are earlier entries to complete handwriting from."""
        self.draft.ask(asked)
        is_written = self.draft.is_written
        self.options.setVisible(not is_written)
        self.line.setVisible(is_written)
        if is_written:
            self.line.ask(" ".join(asked.answer), asked.item.digits, known)
        else:
            self.options.show_item(asked.item, language, asked.reading)
            self.show_chosen()

    def show_chosen(self) -> None:
        """Show what is chosen by now."""
        self.options.show_chosen(self.draft.ticked)
        self.chosen_changed.emit()

    def pick(self, option: str) -> None:
        """Choose an option, which answers a single choice."""
        if not self.isEnabled():
            return
        answered = self.draft.pick(option)
        if answered is not None:
            self.answered.emit(answered)
        elif not self.draft.is_written and self.draft.takes_several:
            self.show_chosen()

    def toggle_several(self) -> None:
        """Let several options of a single choice be ticked, or one again."""
        if not self.isEnabled():
            return
        self.draft.toggle_several()
        self.show_chosen()

    def answer_by(self, command: Command) -> None:
        """Answer with what is chosen or typed, blank, or unreadable; other commands answer nothing."""
        if not self.isEnabled():
            return
        match command:
            case Command.CONFIRM:
                answered = self.draft.confirm()
            case Command.BLANK:
                answered = self.draft.leave_blank()
            case Command.UNREADABLE:
                answered = self.draft.call_unreadable()
            case _:
                return
        if answered is not None:
            self.answered.emit(answered)
        elif command is Command.CONFIRM and self.draft.lacks_answer:
            self.answer_missing.emit()

    def take_key(self, event: QKeyEvent, *, is_typing: bool, is_whole_page: bool = False) -> bool:
        """Do what a key stands for; False if it stands for nothing here."""
        press = press_of(event)
        option = self.draft.option_of(press)
        if option is not None:
            self.pick(option)
            return True
        command = self._keys.command(press, is_typing=is_typing, is_whole_page=is_whole_page)
        if command is not None:
            self.commanded.emit(command)
        return command is not None

    def _on_pressed_in_line(self, press: KeyPress) -> None:
        command = self._keys.command(press, is_typing=True)
        if command is not None:
            self.commanded.emit(command)
