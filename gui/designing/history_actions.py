"""Undo and redo as actions that say what they would do; what else a designer offers is made beside them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from gui.designing.form_editor import FormEditor
from gui.i18n.fact_messages import describe_fact
from gui.widgets.plain_texts import as_button_text, as_tip


class HistoryActions(QObject):
    """The two actions; those with keys belong to ``window``."""

    def __init__(self, editor: FormEditor, window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._window = editor, window
        self.undo = self.make(editor.undo, QKeySequence("Ctrl+Z"))
        self.redo = self.make(editor.redo, QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
        editor.changed.connect(lambda _before: self.follow())
        self.retranslate()

    def make(self, act: Callable[[], object], *keys: QKeySequence) -> QAction:
        """Return another action of the same window."""
        action = QAction(self._window)
        action.setShortcuts(list(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._window.addAction(action)
        return action

    def follow(self) -> None:
        """Enable what has something to do now, and name it."""
        document = self._editor.document
        for action, name, pattern, key in (
            (self.undo, document.undo_name, self.tr("Undo: {name}"), "Ctrl+Z"),
            (self.redo, document.redo_name, self.tr("Redo: {name}"), "Ctrl+Shift+Z"),
        ):
            action.setEnabled(name is not None)
            text = pattern.format(name=describe_fact(name)) if name is not None else ""
            action.setToolTip(as_tip(f"{text} ({key})") if text else "")

    def retranslate(self) -> None:
        """Name both in the window's language."""
        name_action(self.undo, self.tr("Undo"))
        name_action(self.redo, self.tr("Redo"))
        self.follow()


def name_action(action: QAction, text: str) -> None:
    """Give an action a text, on buttons as well: Qt would leave the dots out of it there."""
    action.setText(as_button_text(text))
    action.setIconText(as_button_text(text))


def button_for(action: QAction) -> QToolButton:
    """Return a button that does what an action does."""
    button = QToolButton()
    button.setDefaultAction(action)
    return button
