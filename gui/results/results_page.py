"""How the survey stands, and what can be taken away from it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from gui.snapshot import Summary, summarise
from gui.translation import format_count, format_percent
from gui.widgets import make_button, make_card, make_column, make_label
from gui.workspace import Workspace


class ResultsPage(QWidget):
    """Figures on top, ways out below."""

    workbook_wanted = Signal()
    answers_wanted = Signal()
    forms_wanted = Signal()
    folder_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_stale = True
        self._is_counting = False
        self._summary: Summary | None = None
        self._titles: dict[str, QLabel] = {}
        self.figures: dict[str, QLabel] = {}
        self.notes: dict[str, QLabel] = {}
        self._heading = make_label("heading")
        self.notice = make_label("warning")
        self.review_button = make_button("link")
        self._ways_heading = make_label("heading")
        self._way_notes: dict[QPushButton, QLabel] = {}
        self.workbook_button = make_button("primary")
        self.answers_button = make_button()
        self.forms_button = make_button()
        self.folder_button = make_button()
        self.state = make_label("muted", wraps=True)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def has_figures(self) -> bool:
        """Whether the survey was counted."""
        return self._summary is not None

    def say(self, text: str) -> None:
        """Say what came of the last export."""
        self.state.setText(text)

    def set_working(self, *, is_working: bool) -> None:
        """Offer no second export while one is written."""
        for button in (self.workbook_button, self.answers_button, self.forms_button):
            button.setEnabled(not is_working)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_if_stale()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        layout = make_column(self, spacing=14)
        layout.addWidget(self._heading)
        layout.addLayout(self._make_figures())
        layout.addLayout(self._make_notice_row())
        layout.addSpacing(10)
        layout.addWidget(self._ways_heading)
        layout.addWidget(self._make_ways())
        layout.addWidget(self.state)
        layout.addStretch()

    def _make_figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in ("respondents", "accepted", "flagged", "verified", "index"):
            row.addWidget(self._make_figure(name), stretch=1)
        return row

    def _make_figure(self, name: str) -> QWidget:
        card = make_card()
        column = make_column(card, margin=16, spacing=4)
        self._titles[name] = make_label("muted")
        self.figures[name] = make_label("number")
        self.notes[name] = make_label("muted", wraps=True)
        for label in (self._titles[name], self.figures[name], self.notes[name]):
            column.addWidget(label)
        column.addStretch()
        return card

    def _make_notice_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.notice)
        row.addWidget(self.review_button)
        row.addStretch()
        return row

    def _make_ways(self) -> QWidget:
        card = make_card()
        grid = QGridLayout(card)
        grid.setContentsMargins(20, 18, 20, 18)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        ways = (self.workbook_button, self.answers_button, self.forms_button, self.folder_button)
        for row, button in enumerate(ways):
            note = self._way_notes[button] = make_label("muted", wraps=True)
            grid.addWidget(button, row, 0)
            grid.addWidget(note, row, 1)
        grid.setColumnStretch(1, 1)
        return card

    def _connect(self) -> None:
        self.workbook_button.clicked.connect(self.workbook_wanted)
        self.answers_button.clicked.connect(self.answers_wanted)
        self.forms_button.clicked.connect(self.forms_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.review_button.clicked.connect(self.review_wanted)
        self._workspace.pages_changed.connect(self._on_changed)
        self._workspace.answers_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._count_if_stale()

    def _count_if_stale(self) -> None:
        if not self._is_stale or self._is_counting:
            return
        self._is_stale, self._is_counting = False, True
        job = self._workspace.jobs.start(lambda _report, _cancel: summarise(self._workspace.survey))
        job.succeeded.connect(self._on_counted)
        job.failed.connect(self._workspace.failed)
        job.ended.connect(self._on_counting_ended)

    def _on_counted(self, summary: Summary) -> None:
        self._summary = summary
        self._show_summary()

    def _on_counting_ended(self) -> None:
        self._is_counting = False
        if self.isVisible():
            self._count_if_stale()

    def _show_summary(self) -> None:
        summary = self._summary
        if summary is None:
            for figure in self.figures.values():
                figure.setText("…")  # being counted; a dash would say that there is nothing
            return
        answers = summary.answers
        flagged = answers.awaiting_review + answers.awaiting_typing
        self._show(
            "respondents", summary.respondents, self.tr("{count} valid").format(count=format_count(summary.valid))
        )
        wrong = self.locale().toString(answers.expected_wrong, "f", 1)
        self._show("accepted", answers.accepted, self.tr("about {count} of them wrong").format(count=wrong))
        typing = self.tr("{count} of them handwriting").format(count=format_count(answers.awaiting_typing))
        self._show("flagged", flagged, typing)
        self._show("verified", answers.verified, "")
        self._show_index(summary)
        self.notice.setText(
            self.tr("%n answer(s) wait for review; until then all figures are provisional.", "", flagged)
        )
        self.notice.setVisible(flagged > 0)
        self.review_button.setVisible(flagged > 0)

    def _show(self, name: str, count: int, note: str) -> None:
        self.figures[name].setText(format_count(count))
        self.notes[name].setText(note)

    def _show_index(self, summary: Summary) -> None:
        share = summary.index
        self.figures["index"].setText("–" if share.value is None else format_percent(share.value, 2))
        counts = self.tr("{count} of {total} answers satisfied")
        self.notes["index"].setText(counts.format(count=format_count(share.count), total=format_count(share.of)))

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Where the survey stands"))
        titles = {
            "respondents": self.tr("Respondents"),
            "accepted": self.tr("Answers accepted"),
            "flagged": self.tr("Answers to review"),
            "verified": self.tr("Decided by people"),
            "index": self.tr("Satisfaction index"),
        }
        for name, title in titles.items():
            self._titles[name].setText(title)
        self.review_button.setText(self.tr("Review them"))
        self._ways_heading.setText(self.tr("Take away"))
        self._retranslate_ways()
        self._show_summary()

    def _retranslate_ways(self) -> None:
        ways = {
            self.workbook_button: (
                self.tr("Export workbook…"),
                self.tr("Excel: overview, index, every question and unit, all answers. In the window's language."),
            ),
            self.answers_button: (
                self.tr("Export answers…"),
                self.tr("CSV: one row per answer with its page, its reading and who decided."),
            ),
            self.forms_button: (
                self.tr("Print forms…"),
                self.tr("PDF with a code on every page, for the units you choose."),
            ),
            self.folder_button: (
                self.tr("Open survey folder"),
                self.tr("Everything of this survey lies here; copy it to keep it safe."),
            ),
        }
        for button, (title, note) in ways.items():
            button.setText(title)
            self._way_notes[button].setText(note)
