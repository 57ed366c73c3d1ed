"""The menus of the window: what can be done anywhere, with its keys."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from form_templates.model import Language

_LANGUAGE_NAMES = {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"}


class MainMenu(QMenuBar):
    """The menu bar: survey, language and help; emits ``language_chosen(language)``, its actions tell the rest."""

    language_chosen = Signal(object)  # Language

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._survey_menu = self.addMenu("")
        self.new_action = self._add_action(self._survey_menu, "Ctrl+N")
        self.open_action = self._add_action(self._survey_menu, "Ctrl+O")
        self.form_action = self._add_action(self._survey_menu, "Ctrl+Shift+N")
        self.new_form_action = self._add_action(self._survey_menu, "Ctrl+Shift+F")
        self.add_action = self._add_action(self._survey_menu, "Ctrl+D")
        self.settings_action = self._add_action(self._survey_menu, "Ctrl+,")
        self.check_action = self._add_action(self._survey_menu, "Ctrl+K")
        self.backups_action = self._add_action(self._survey_menu, "")
        self.close_action = self._add_action(self._survey_menu, "Ctrl+W")
        self._survey_menu.addSeparator()
        self.quit_action = self._add_action(self._survey_menu, "Ctrl+Q")
        self._language_menu = self.addMenu("")
        self._add_languages(language)
        self._help_menu = self.addMenu("")
        self.keys_action = self._add_action(self._help_menu, "F1")
        self.set_open(is_open=False)
        self._retranslate()

    def set_open(self, *, is_open: bool, is_read_only: bool = False) -> None:
        """Offer what only an open survey has, and what changes it unless it can only be looked at."""
        for action in (self.check_action, self.backups_action, self.close_action):
            action.setEnabled(is_open)
        for action in (self.add_action, self.settings_action):
            action.setEnabled(is_open and not is_read_only)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add_action(self, menu: QMenu, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        return action

    def _add_languages(self, chosen: Language) -> None:
        group = QActionGroup(self)
        for language, name in _LANGUAGE_NAMES.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(language is chosen)
            action.triggered.connect(lambda _checked=False, language=language: self.language_chosen.emit(language))
            group.addAction(action)
            self._language_menu.addAction(action)

    def _retranslate(self) -> None:
        self._survey_menu.setTitle(self.tr("&Survey"))
        self._language_menu.setTitle(self.tr("&Language"))
        self._help_menu.setTitle(self.tr("&Help"))
        self.new_action.setText(self.tr("&New survey…"))
        self.open_action.setText(self.tr("&Open survey…"))
        self.form_action.setText(self.tr("&Form from a file…"))
        self.new_form_action.setText(self.tr("Form from a &list of questions…"))
        self.add_action.setText(self.tr("&Add scans…"))
        self.settings_action.setText(self.tr("Settings &of this survey…"))
        self.check_action.setText(self.tr("Chec&k this survey…"))
        self.backups_action.setText(self.tr("Go &back to a backup…"))
        self.close_action.setText(self.tr("&Close survey"))
        self.quit_action.setText(self.tr("&Quit"))
        self.keys_action.setText(self.tr("&Keyboard shortcuts"))
