"""What can be done to the questions of a typeset form from buttons and keys."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from form_templates.editing.adding import Adding, question_added, section_added
from form_templates.editing.operations.questions import DeleteItems
from form_templates.editing.operations.sections import DeleteSection
from form_templates.model import Language, Text
from gui.designing.form_editor import FormEditor
from gui.designing.history_actions import HistoryActions, button_for, name_action
from gui.widgets.plain_texts import as_tip

# What is printed is in the form's language, not in the window's.
_QUESTION = {Language.VIETNAMESE: "Câu hỏi mới", Language.ENGLISH: "New question"}
_SECTION = {Language.VIETNAMESE: "Phần mới", Language.ENGLISH: "New section"}


class QuestionActions(QObject):
    """The actions, enabled where they have something to do; those with keys belong to ``window``."""

    question_added = Signal()  # its words are to be typed now
    section_added = Signal()  # its title is

    def __init__(self, editor: FormEditor, window: QWidget) -> None:
        super().__init__(window)
        self._editor = editor
        self._history = HistoryActions(editor, window)
        self.undo, self.redo = self._history.undo, self._history.redo
        self.add = self._history.make(self._add_question, QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter"))
        self.add_section = self._history.make(self._add_section, QKeySequence("Ctrl+Shift+Return"))
        self.delete = self._history.make(self._delete)
        self._history.make(lambda: editor.choose(()), QKeySequence("Esc"))
        editor.chosen_changed.connect(self._follow)
        self.retranslate()

    def buttons(self) -> tuple[QToolButton, ...]:
        """Return buttons for all of them, from the left."""
        return tuple(map(button_for, (self.undo, self.redo, self.add, self.add_section, self.delete)))

    def hint(self) -> str:
        """Return what can be done now, one sentence."""
        if self._editor.chosen.item_ids or self._editor.chosen.section_id:
            return self.tr("Esc leads back to the words of the form itself; in the list, Alt with ↑ or ↓ moves.")
        return self.tr("Click a question on the page or in the list to change it; a double click leads to its words.")

    def retranslate(self) -> None:
        """Name all of them in the window's language."""
        self._history.retranslate()
        name_action(self.add, self.tr("Add question"))
        name_action(self.add_section, self.tr("Add section"))
        name_action(self.delete, self.tr("Delete"))
        self.add.setToolTip(as_tip(self.tr("One like the chosen question, below it (Ctrl+Enter)")))
        self.add_section.setToolTip(as_tip(self.tr("Below the chosen section, with one question (Ctrl+Shift+Enter)")))
        self.delete.setToolTip(as_tip(self.tr("Delete the chosen questions, or the chosen section")))
        self._follow()

    def _follow(self) -> None:
        self.delete.setEnabled(bool(self._editor.chosen.item_ids or self._editor.chosen.section_id))

    def _add_question(self) -> None:
        form, chosen = self._editor.form, self._editor.chosen
        after = chosen.item_ids[-1] if chosen.item_ids else None
        adding = question_added(form, after, chosen.section_id, Text(_QUESTION[form.language]))
        if self._do(adding):
            self._editor.choose_items([adding.item_id])
            self.question_added.emit()

    def _add_section(self) -> None:
        form, chosen = self._editor.form, self._editor.chosen
        after = form.section_of(chosen.item_ids[-1]).section_id if chosen.item_ids else chosen.section_id
        title, label = Text(_SECTION[form.language]), Text(_QUESTION[form.language])
        adding = section_added(form, after, title, label)
        if self._do(adding):
            self._editor.choose_section(adding.section_id)
            self.section_added.emit()

    def _do(self, adding: Adding) -> bool:
        return self._editor.do(adding.edit)

    def _delete(self) -> None:
        chosen = self._editor.chosen
        if chosen.item_ids:
            self._editor.do(DeleteItems(chosen.item_ids))
        elif chosen.section_id:
            self._editor.do(DeleteSection(chosen.section_id))
