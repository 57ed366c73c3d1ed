"""The surveys that were open before: where they lie, when they were open, whether they can be reached now."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from gui.preferences import RecentSurvey
from gui.widgets.building_blocks import make_button, make_label, name_for_screen_readers
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled

_HEIGHT_PX = 62  # two lines


class RecentRow(QWidget):
    """The line of a recent survey: a click opens it, the cross takes it off the list."""

    chosen = Signal()
    removed = Signal()

    def __init__(self, survey: RecentSurvey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.survey = survey
        self._is_reachable = True
        self.open_button = make_button("recent")
        self.remove_button = QToolButton()
        self.remove_button.setProperty("role", "quiet")
        self.remove_button.setText("✕")
        self.name = make_label("subheading")
        self.folder = make_label("muted")
        self.state = make_label("muted")
        self.open_button.clicked.connect(self.chosen)
        self.remove_button.clicked.connect(self.removed)
        self._lay_out()
        self._say()

    def set_reachable(self, *, is_reachable: bool) -> None:
        """Say whether the survey's folder is there; it can be tried anyway."""
        self._is_reachable = is_reachable
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        if event.type() is QEvent.Type.StyleChange:  # texts may be larger now
            self.open_button.setMinimumHeight(scaled(_HEIGHT_PX))
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.open_button)
        inner.setContentsMargins(14, 9, 14, 9)
        inner.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self.name, stretch=1)
        top.addWidget(self.state)
        inner.addLayout(top)
        inner.addWidget(self.folder)
        for label in self.open_button.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.open_button.setMinimumHeight(scaled(_HEIGHT_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.open_button, stretch=1)
        row.addWidget(self.remove_button)

    def _say(self) -> None:
        folder = str(self.survey.folder)
        room = max(self.open_button.width() - 34, 120)
        metrics = QFontMetrics(self.folder.font())
        self.folder.setText(metrics.elidedText(folder, Qt.TextElideMode.ElideMiddle, room))
        opened = _moment(self.survey.opened_at)
        state = opened if self._is_reachable else self.tr("not there now")
        self.state.setText(state)
        self.state.setProperty("role", "muted" if self._is_reachable else "warning")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        name_room = max(room - self.state.sizeHint().width() - 12, 80)
        bold = QFontMetrics(self.name.font())
        self.name.setText(bold.elidedText(self.survey.name, Qt.TextElideMode.ElideRight, name_room))
        self.open_button.setAccessibleName(f"{self.survey.name}, {folder}, {state}")
        self.open_button.setToolTip(as_tip(folder))
        text = self.tr("Take {name} off this list; its folder stays").format(name=self.survey.name)
        name_for_screen_readers(self.remove_button, text)


class RecentList(QScrollArea):
    """Lists the surveys that were open before; emits ``chosen(Path)`` and ``removed(Path)``."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: list[RecentRow] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        self._column.addStretch()
        self.setWidget(inner)

    def show_surveys(self, surveys: Sequence[RecentSurvey]) -> None:
        """Offer these surveys."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(survey) for survey in surveys]
        for place, row in enumerate(self.rows):
            row.chosen.connect(lambda folder=row.survey.folder: self.chosen.emit(folder))
            row.removed.connect(lambda folder=row.survey.folder: self.removed.emit(folder))
            self._column.insertWidget(place, row)

    def show_reachable(self, folders: Collection[Path]) -> None:
        """Say which of the surveys are there."""
        for row in self.rows:
            row.set_reachable(is_reachable=row.survey.folder in folders)

    def buttons(self) -> list[QPushButton]:
        """Return what opens each survey."""
        return [row.open_button for row in self.rows]


def find_reachable(surveys: Sequence[RecentSurvey]) -> frozenset[Path]:
    """Return the folders that hold a survey now; may take long where a network drive is gone."""
    return frozenset(survey.folder for survey in surveys if _is_there(survey.folder))


def _is_there(folder: Path) -> bool:
    try:
        return (folder / "survey.toml").is_file()
    except OSError:
        return False


def _moment(text: str) -> str:
    try:
        seconds = int(datetime.fromisoformat(text).timestamp())
    except ValueError:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)
