"""How far the round is: forms issued, returned, valid, and what still waits for a person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gui.i18n.translation import format_count, format_decimal, format_percent
from gui.results.figure_card import FigureCard
from gui.widgets.building_blocks import make_button, make_column, make_label, name_for_screen_readers

if TYPE_CHECKING:
    from exports.tally.dashboard import Dashboard, RoundProgress
    from exports.tally.survey_tally import AnswerCounts

_STEPS = ("issued", "returned", "valid", "awaiting")


class ProgressCard(FigureCard):
    """The card that tells how far the round is.

    Emits ``opened`` for the answers that await review, ``review_wanted`` to review them.
    """

    review_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashboard: Dashboard | None = None
        self._answers: AnswerCounts | None = None
        self._title = make_label("muted")
        self._names = {step: make_label("muted") for step in _STEPS}
        self.numbers = {step: make_label("step") for step in _STEPS}
        self.notes = {step: make_label("muted") for step in _STEPS[:-1]}
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.sources = make_label("muted", wraps=True)
        self.review_button = make_button("link")
        self.review_button.clicked.connect(self.review_wanted)
        self._lay_out()
        self._retranslate()

    def show_dashboard(self, dashboard: "Dashboard | None", answers: "AnswerCounts | None") -> None:
        """Show other figures; None while they are being counted.

        Args:
            dashboard: Of the selection.
            answers: Of the whole survey, by what stands behind them.
        """
        self._dashboard, self._answers = dashboard, answers
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = make_column(self, margin=14, spacing=4)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(24)
        for step in _STEPS:
            row.addLayout(self._make_step(step), stretch=1)
        column.addLayout(row)
        column.addStretch()
        column.addWidget(self.bar)
        column.addWidget(self.sources)

    def _make_step(self, step: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        figures = QHBoxLayout()
        figures.setSpacing(8)
        figures.addWidget(self.numbers[step])
        figures.addWidget(self.review_button if step == "awaiting" else self.notes[step])
        figures.addStretch()
        column.addLayout(figures)
        column.addWidget(self._names[step])
        return column

    def _show(self) -> None:
        if self._dashboard is None:
            for step in _STEPS:
                self.numbers[step].setText("…")
            for note in self.notes.values():
                note.clear()
            self.bar.setRange(0, 1)
            self.sources.clear()
            self.review_button.hide()
            return
        progress = self._dashboard.progress
        for step, count in self._counts(progress).items():
            self.numbers[step].setText("–" if count is None else format_count(count))
        rate, valid = progress.return_rate, progress.valid / progress.returned if progress.returned else None
        self.notes["returned"].setText("" if rate is None else format_percent(rate))
        self.notes["valid"].setText("" if valid is None else format_percent(valid))
        self.bar.setVisible(bool(progress.issued))
        self.bar.setRange(0, max(progress.issued or 1, progress.returned))
        self.bar.setValue(progress.returned)
        self.review_button.setVisible(progress.awaiting > 0)
        self._show_sources()

    def _counts(self, progress: "RoundProgress") -> dict[str, int | None]:
        return dict(zip(_STEPS, (progress.issued, progress.returned, progress.valid, progress.awaiting), strict=True))

    def _show_sources(self) -> None:
        answers = self._answers
        assert answers is not None, "comes with the figures"
        parts = [
            self.tr("{count} answers read (about {wrong} wrong)").format(
                count=format_count(answers.accepted), wrong=format_decimal(answers.expected_wrong)
            ),
            self.tr("{count} by people").format(count=format_count(answers.verified)),
        ]
        if answers.awaiting_typing:
            parts.append(self.tr("%n to be typed", "", answers.awaiting_typing))
        text = " · ".join(parts)
        is_part = self._dashboard is not None and not self._dashboard.selection.is_everyone
        self.sources.setText(self.tr("Whole round: {facts}").format(facts=text) if is_part else text)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("How far the round is"))
        names = (self.tr("issued"), self.tr("returned"), self.tr("valid"), self.tr("answers to review"))
        for step, name in zip(_STEPS, names, strict=True):
            self._names[step].setText(name)
        self.review_button.setText(self.tr("Review them"))
        name_for_screen_readers(self.bar, self.tr("Returned of the forms issued"))
        self.setAccessibleName(self._title.text())
        self.setToolTip(
            self.tr("While answers await review, all figures are provisional. Enter or double-click: these answers.")
        )
        self._show()
