"""The first thing one sees: make a survey, open one, try a sample, or go on with a recent one."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.home.recent_list import RecentList
from gui.home.sample_panel import SamplePanel
from gui.preferences import RecentSurvey
from gui.widgets.application_icon import application_icon
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label, make_scrolling
from gui.widgets.theme import current_colors

_LEFT_WIDTH = 380
_RIGHT_WIDTH = 560


class StartPage(QWidget):
    """The page before a survey is open: ways to begin on the left, recent surveys to go on with on the right."""

    new_wanted = Signal()
    open_wanted = Signal()
    form_wanted = Signal()  # a form that exists on paper is to become a template
    new_form_wanted = Signal()  # a form is to be made of a list of questions
    sample_wanted = Signal()
    scans_dismissed = Signal()
    scans_are_form = Signal()  # what waits is no pile of scans, but a blank form
    recent_chosen = Signal(object)  # Path
    recent_removed = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._tagline = make_label("muted", wraps=True)
        self.new_button = make_button("primary")
        self.open_button = make_button()
        self.form_button = make_button()
        self.new_form_button = make_button()
        self.sample_button = make_button()
        self.sample_panel = SamplePanel()
        self._drop_hint = make_label("muted", wraps=True)
        self._recent_title = make_label("subheading")
        self._nothing_recent = make_label("muted", wraps=True)
        self.recent = RecentList()
        self.scans_card = make_card("drop")
        self.scans_text = make_label("subheading", wraps=True)
        self.scans_button = make_button("link")
        self.form_scans_button = make_button("link")
        self._scans = 0
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_recent(self, surveys: Sequence[RecentSurvey]) -> None:
        """Offer these surveys."""
        self.recent.show_surveys(surveys)
        self.recent.setVisible(bool(surveys))
        self._nothing_recent.setVisible(not surveys)

    def show_reachable(self, folders: Collection[Path]) -> None:
        """Say which of the surveys are there."""
        self.recent.show_reachable(folders)

    def show_waiting_scans(self, count: int) -> None:
        """Say that dropped files and folders wait for a survey; 0 for none."""
        self._scans = count
        self.scans_card.setVisible(count > 0)
        self._retranslate()

    def set_busy(self, *, is_busy: bool) -> None:
        """Offer nothing while a survey is being opened."""
        for widget in (self.new_button, self.open_button, self.form_button, self.new_form_button, self.recent):
            widget.setEnabled(not is_busy)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_sign()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        right.setMaximumWidth(_RIGHT_WIDTH)
        self._fill_left(make_column(left, margin=0, spacing=12))
        scrolled = make_scrolling(left)
        scrolled.setFixedWidth(_LEFT_WIDTH)
        self._fill_right(make_column(right, margin=0, spacing=10))
        row = QHBoxLayout()
        row.setSpacing(56)
        row.addStretch(1)
        row.addWidget(scrolled)
        row.addWidget(right, stretch=4)
        row.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(32, 32, 32, 16)
        around.addLayout(row)

    def _fill_left(self, column: QVBoxLayout) -> None:
        column.addLayout(self._make_title())
        column.addWidget(self._tagline)
        column.addSpacing(12)
        form_buttons = (self.form_button, self.new_form_button)
        for button in (self.new_button, self.open_button, *form_buttons, self.sample_button):
            button.setMinimumHeight(46)
            column.addWidget(button)
        column.addWidget(self.sample_panel)
        column.addSpacing(8)
        column.addWidget(self._drop_hint)
        column.addStretch()

    def _fill_right(self, column: QVBoxLayout) -> None:
        inner = make_column(self.scans_card, margin=16, spacing=4)
        inner.addWidget(self.scans_text)
        inner.addWidget(self.form_scans_button, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.scans_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.scans_card.hide()
        column.addWidget(self.scans_card)
        column.addWidget(self._recent_title)
        column.addWidget(self._nothing_recent)
        column.addWidget(self.recent, stretch=1)
        column.addStretch()

    def _make_title(self) -> QHBoxLayout:
        self._draw_sign()
        title = make_label("title")
        title.setText("Phiếu")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(title)
        row.addStretch()
        return row

    def _draw_sign(self) -> None:
        colors = current_colors()
        self._sign.setPixmap(application_icon(colors.accent, colors.on_accent).pixmap(44, 44))

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.form_button.clicked.connect(self.form_wanted)
        self.new_form_button.clicked.connect(self.new_form_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.scans_button.clicked.connect(self.scans_dismissed)
        self.form_scans_button.clicked.connect(self.scans_are_form)
        self.recent.chosen.connect(self.recent_chosen)
        self.recent.removed.connect(self.recent_removed)

    def _retranslate(self) -> None:
        self._tagline.setText(
            self.tr(
                "Prints, scans and reads questionnaires. Every answer can be traced to ink; what is doubtful is shown."
            )
        )
        self.new_button.setText(self.tr("New survey…"))
        self.open_button.setText(self.tr("Open survey…"))
        self.form_button.setText(self.tr("Form from a file…"))
        self.form_button.setToolTip(self.tr("Finds the questions of a form that exists as Word file, PDF or on paper"))
        self.new_form_button.setText(self.tr("Form from a list of questions…"))
        self.new_form_button.setToolTip(self.tr("Typesets a new form of questions pasted from Excel or Word"))
        self.sample_button.setText(self.tr("Try a sample survey"))
        self._drop_hint.setText(self.tr("A survey folder, scans or a blank form can also be dropped here."))
        self._recent_title.setText(self.tr("Recent surveys"))
        self._nothing_recent.setText(self.tr("None yet. The sample shows in a minute how everything works."))
        self.scans_text.setText(
            self.tr("%n file(s) or folder(s) of scans wait. Choose the survey they belong to.", "", self._scans)
        )
        self.form_scans_button.setText(self.tr("It is a blank form: find its questions"))
        self.scans_button.setText(self.tr("Do not add them"))
