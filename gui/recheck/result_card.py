"""What the re-check says, in plain words, and the button that goes on with it."""

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.i18n.translation import format_count, format_share
from gui.sharing.read_only import hold_back
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label
from omr.recheck.result import RecheckResult, Verdict
from omr.survey.folder import Survey


class ResultCard(QWidget):
    """Shows the verdict of the re-check, the figures behind it, and what to do next."""

    def __init__(self, survey: Survey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._survey = survey
        self._result: RecheckResult | None = None
        self._batch: int | None = None
        self._limit = 0.0
        self._is_reading = False
        self.scope = make_label("muted")
        self.verdict = make_label("heading", wraps=True)
        self.figures = make_label(wraps=True)
        self.advice = make_label("muted", wraps=True)
        self.start_button = make_button("primary")
        self._lay_out()
        self._describe()

    def show_result(self, result: RecheckResult | None, batch: int | None, limit: float) -> None:
        """Show the result of a batch, or of all (None); no result means that it is not known yet."""
        self._result, self._batch, self._limit = result, batch, limit
        self._describe()

    def set_reading(self, *, is_reading: bool) -> None:
        """Say that a batch is being read, and offer nothing meanwhile; or go back to the result."""
        self._is_reading = is_reading
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        card = make_card()
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(28)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.scope, self.verdict, self.figures, self.advice):
            words.addWidget(label)
        row.addLayout(words, stretch=1)
        row.addWidget(self.start_button)
        make_column(self, margin=0).addWidget(card)

    def _describe(self) -> None:
        result = self._result
        self.scope.setText(self.tr("All batches") if self._batch is None else self._batch_name(self._batch))
        self.start_button.setText("{}  (Enter)".format(self.tr("Start checking")))
        can_start = result is not None and result.checked < result.accepted
        self.start_button.setEnabled(can_start and not self._is_reading)
        hold_back(self._survey, self.start_button)
        texts = ("", "")
        if self._is_reading:
            self.verdict.setText(self.tr("Pages are being read"))
            texts = (self.tr("The re-check opens when the batch is finished or stopped."), "")
        elif result is None:
            self.verdict.setText(self.tr("Counting…"))
        else:
            self.verdict.setText(self._verdict_text(result))
            texts = (self._figures_text(result), self._advice_text(result))
        for label, text in zip((self.figures, self.advice), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def _batch_name(self, batch: int) -> str:
        return self.tr("Batch {number}").format(number=format_count(batch))

    def _verdict_text(self, result: RecheckResult) -> str:
        match result.verdict:
            case Verdict.NOTHING_TO_CHECK:
                return self.tr("There are no accepted answers yet")
            case Verdict.MORE:
                return self.tr("%Ln more answer(s) to check, if none of them is wrong", "", result.more)
            case Verdict.WAITING:
                return self.tr("First the differences must be decided")
            case Verdict.ENOUGH:
                return self.tr("Enough was checked")
            case Verdict.TOO_MANY:
                return self.tr("More answers are wrong than the survey allows")

    def _figures_text(self, result: RecheckResult) -> str:
        counts = {"checked": format_count(result.checked), "accepted": format_count(result.accepted)}
        if result.rate is None:
            return self.tr("None of the {accepted} accepted answers is checked yet.").format(**counts)
        rate = format_share(result.rate)
        if result.checked == result.accepted:
            text = self.tr("All {accepted} accepted answers are checked: {wrong} wrong, that is {rate}.")
            return text.format(wrong=format_count(result.disagreements), rate=rate, **counts)
        found = self.tr("{checked} of {accepted} accepted answers are checked: {wrong} wrong, that is {rate}.")
        sure = self.tr("Of all accepted answers between {low} and {high} are wrong (95 % sure).")
        found = found.format(wrong=format_count(result.disagreements), rate=rate, **counts)
        interval = result.interval
        return f"{found}\n{sure.format(low=format_share(interval.low), high=format_share(interval.high))}"

    def _advice_text(self, result: RecheckResult) -> str:
        limit = QLocale().toString(self._limit * 100, "g", 3)
        parts = [self.tr("The survey allows {limit} %.").format(limit=limit)]
        if result.waiting:
            parts.append(self.tr("%Ln of the wrong ones wait(s) for a second operator.", "", result.waiting))
        if result.disputed:
            parts.append(self.tr("%Ln of them wait(s) in review.", "", result.disputed))
        if result.verdict is Verdict.TOO_MANY:
            parts.append(self.tr("Scan these forms again, or have every answer keyed by hand."))
        elif result.verdict is Verdict.MORE:
            parts.append(self.tr("You see the paper only, not what the program read."))
        return " ".join(parts)
