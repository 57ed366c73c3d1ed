"""The menu of how the window looks: light or dark, and how large its texts are."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.preferences import TEXT_PERCENTS, Preferences, Theme, WindowLook
from gui.widgets.theme import use_look


class ViewMenu(QMenu):
    """Changes how the window looks at once, and remembers it for this person."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        look = preferences.look
        self._themes, self._sizes = QActionGroup(self), QActionGroup(self)
        self.themes = {theme: self._add(self._themes, is_chosen=theme is look.theme) for theme in Theme}
        self.addSeparator()
        self.sizes = {
            percent: self._add(self._sizes, is_chosen=percent == look.text_percent) for percent in TEXT_PERCENTS
        }
        for theme, action in self.themes.items():
            action.triggered.connect(lambda _checked=False, theme=theme: self._use(replace(self._look, theme=theme)))
        for percent, action in self.sizes.items():
            action.triggered.connect(
                lambda _checked=False, percent=percent: self._use(replace(self._look, text_percent=percent))
            )
        self._retranslate()

    @property
    def _look(self) -> WindowLook:
        return self._preferences.look

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self, group: QActionGroup, *, is_chosen: bool) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        group.addAction(action)
        self.addAction(action)
        return action

    def _use(self, look: WindowLook) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need one"
        self._preferences.look = look
        use_look(application, look)

    def _retranslate(self) -> None:
        self.setTitle(self.tr("&View"))
        self.themes[Theme.SYSTEM].setText(self.tr("Light or dark as the &system"))
        self.themes[Theme.LIGHT].setText(self.tr("&Light"))
        self.themes[Theme.DARK].setText(self.tr("&Dark"))
        for percent, action in self.sizes.items():
            action.setText(self.tr("Texts of {percent} %").format(percent=percent))
