"""The first thing one sees: make a survey, open one, or go on with a recent one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.icons import application_icon
from gui.preferences import RecentSurvey
from gui.theme import current_colors
from gui.widgets import make_button, make_label

_WIDTH = 700


class StartPage(QWidget):
    """Two buttons and the recent surveys."""

    new_wanted = Signal()
    open_wanted = Signal()
    recent_chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tagline = make_label("muted", wraps=True)
        self.new_button = make_button("primary")
        self.open_button = make_button()
        self._recent_title = make_label("subheading")
        self.recent: list[QPushButton] = []
        self._recent_buttons = QVBoxLayout()
        self._recent_buttons.setSpacing(8)
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self._lay_out()
        self._retranslate()

    def show_recent(self, surveys: Sequence[RecentSurvey]) -> None:
        """Offer these surveys."""
        for button in self.recent:
            button.deleteLater()
        self.recent = [self._make_recent_button(survey) for survey in surveys]
        for button in self.recent:
            self._recent_buttons.addWidget(button)
        self._recent_title.setVisible(bool(surveys))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_recent_button(self, survey: RecentSurvey) -> QPushButton:
        button = make_button("recent")
        button.setText(f"{survey.name}\n{_shortened(str(survey.folder))}".replace("&", "&&"))
        button.setToolTip(str(survey.folder))
        button.clicked.connect(lambda: self.recent_chosen.emit(survey.folder))
        return button

    def _lay_out(self) -> None:
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(14)
        layout.addLayout(self._make_title())
        layout.addWidget(self._tagline)
        layout.addSpacing(10)
        layout.addLayout(self._make_buttons())
        layout.addSpacing(18)
        layout.addWidget(self._recent_title)
        layout.addLayout(self._recent_buttons)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(column, alignment=Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)

    def _make_title(self) -> QHBoxLayout:
        sign = QLabel()
        colors = current_colors()
        sign.setPixmap(application_icon(colors.accent, colors.on_accent).pixmap(44, 44))
        title = make_label("title")
        title.setText("Phiếu")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign)
        row.addWidget(title)
        row.addStretch()
        return row

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.new_button, self.open_button):
            button.setMinimumHeight(48)
            row.addWidget(button, stretch=1)
        return row

    def _retranslate(self) -> None:
        self._tagline.setText(
            self.tr(
                "Prints, scans and reads questionnaires. Every answer can be traced to ink; what is doubtful is shown."
            )
        )
        self.new_button.setText(self.tr("New survey…"))
        self.open_button.setText(self.tr("Open survey…"))
        self._recent_title.setText(self.tr("Recent surveys"))


def _shortened(path: str, limit: int = 70) -> str:
    return path if len(path) <= limit else f"…{path[-limit:]}"
