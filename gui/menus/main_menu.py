"""The menus of the window: what can be done anywhere, with its keys."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from form_templates.model import Language
from gui.menus.about_dialog import AboutDialog
from gui.menus.command_palette import CommandPalette
from gui.menus.commands import OfferedCommand, commands_of
from gui.menus.shortcuts_dialog import ShortcutsDialog
from gui.menus.view_menu import ViewMenu
from gui.preferences import Preferences

_LANGUAGE_NAMES = {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"}


class MainMenu(QMenuBar):
    """The menu bar: survey, view, language and help.

    Emits ``language_chosen(language)``; the actions about surveys tell the rest. View and help serve themselves.
    """

    language_chosen = Signal(object)  # Language

    def __init__(self, preferences: Preferences, language: Language, parent: QWidget | None = None) -> None:
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
        self.view_menu = ViewMenu(preferences, self)
        self.addMenu(self.view_menu)
        self._language_menu = self.addMenu("")
        self._add_languages(language)
        self._help_menu = self.addMenu("")
        self.commands_action = self._add_action(self._help_menu, "Ctrl+Shift+P")
        self.keys_action = self._add_action(self._help_menu, "F1")
        self.about_action = self._add_action(self._help_menu, "")
        self.commands_action.triggered.connect(lambda: CommandPalette(self._commands(), self.window()).open())
        self.keys_action.triggered.connect(lambda: ShortcutsDialog(self.window()).open())
        self.about_action.triggered.connect(lambda: AboutDialog(self.window()).open())
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

    def _commands(self) -> list[OfferedCommand]:
        own = self.commands_action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return [command for command in commands_of(self.window()) if command.keys != own]

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
        self.commands_action.setText(self.tr("&Find a command…"))
        self.keys_action.setText(self.tr("&Keyboard shortcuts"))
        self.about_action.setText(self.tr("&About Phiếu"))
