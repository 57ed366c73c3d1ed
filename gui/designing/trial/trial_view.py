"""The form in hand tried on scans: a page with what was read over it, and the readings in a list."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QWidget

from form_templates.model import FormTemplate, ItemId
from gui.designing.question_colors import patch
from gui.designing.trial.certainty import Certainty, describe_unread
from gui.designing.trial.readings_list import ReadingsList, count_certainties
from gui.designing.trial.trial_picture import TrialPicture
from gui.i18n.error_messages import describe_error
from gui.i18n.translation import format_count
from gui.jobs import Job, Jobs
from gui.paper.picture_view import Emphasis, color_of
from gui.widgets.building_blocks import make_button, make_column, make_label, name_for_screen_readers
from gui.widgets.plain_texts import as_tip, breakable
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.theme import scaled
from gui.widgets.wrapping_row import WrappingRow
from omr.forms.trying import MOST_TRIED, FormTrial, Trial, TriedPage
from omr.results import PageOutcome

_LEGEND = (Emphasis.CHOSEN, Emphasis.READING, Emphasis.SOFT)


class TrialView(QWidget):
    """Reads scans with a form and shows what that gave; nothing of it is kept."""

    left = Signal()  # back to editing
    others_wanted = Signal()
    read = Signal()

    def __init__(self, trial: FormTrial, jobs: Jobs) -> None:
        super().__init__()
        self._trial, self._jobs = trial, jobs
        self._job: Job | None = None
        self.paths: tuple[Path, ...] = ()
        self.found: Trial | None = None
        self._wanted: FormTemplate | None = None
        self._at = -1  # the page that was shown before the same scans are read again
        self.back_button, self.others_button = make_button("primary"), make_button()
        self.page_box = RoomyComboBox()
        self.facts, self.note = make_label("subheading", wraps=True), make_label("muted", wraps=True)
        self.list, self.picture = ReadingsList(), TrialPicture()
        self.fit_button, self.width_button = make_button("filter"), make_button("filter")
        self._legend = [QLabel() for _ in _LEGEND]
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def page(self) -> TriedPage | None:
        """The page that is shown."""
        at = self.page_box.currentIndex()
        return self.found.pages[at] if self.found is not None and 0 <= at < len(self.found.pages) else None

    def read_with(self, form: FormTemplate, paths: Sequence[Path] = ()) -> None:
        """Read scans, those of the last time if none are given; not again where nothing has changed since."""
        is_same = not paths and self._wanted is form and (self.found is not None or self._job is not None)
        if is_same or not (paths or self.paths):
            return
        self.stop()
        self._at = self.page_box.currentIndex() if not paths else -1
        self.paths, self._wanted = tuple(paths) or self.paths, form
        self.found = None
        self._say_reading(0, 0)
        files = self.paths
        job = self._job = self._jobs.start(lambda report, cancel: self._trial.read(form, files, report, cancel))
        job.progressed.connect(lambda done: self._say_reading(*done) if self._job is job else None)
        job.succeeded.connect(lambda found: self._on_read(job, found))
        job.failed.connect(lambda error: self._on_failed(job, error))

    def stop(self) -> None:
        """Read no further."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._wanted = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.page_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.page_box.setMinimumContentsLength(24)
        top = WrappingRow()
        top.addWidget(self.back_button)
        top.addWidget(self.others_button)
        top.addWidget(self.page_box, stretch=1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._make_left())
        splitter.addWidget(self._make_right())
        splitter.setSizes([520, 720])
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        column = make_column(self, margin=0, spacing=10)
        column.addLayout(top)
        column.addWidget(splitter, stretch=1)

    def _make_left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(scaled(360))
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = make_column(left, margin=0, spacing=8)
        column.addWidget(self.facts)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self.note)
        column.addStretch()
        return left

    def _make_right(self) -> QWidget:
        right, row = QWidget(), QHBoxLayout()
        row.setSpacing(6)
        for emphasis, label in zip(_LEGEND, self._legend, strict=True):
            sign = QLabel()
            sign.setPixmap(patch(color_of(emphasis)).pixmap(12, 12))
            label.setProperty("role", "muted")
            row.addWidget(sign)
            row.addWidget(label)
            row.addSpacing(8)
        row.addStretch()
        row.addWidget(self.fit_button)
        row.addWidget(self.width_button)
        column = make_column(right, margin=0, spacing=8)
        column.addWidget(self.picture, stretch=1)
        column.addLayout(row)
        return right

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.others_button.clicked.connect(self.others_wanted)
        self.page_box.currentIndexChanged.connect(lambda _at: self._show_page())
        self.list.item_chosen.connect(lambda item_id: self.picture.choose(ItemId(item_id)))
        self.picture.area_clicked.connect(lambda item_id, _option: self.list.choose(item_id))
        self.fit_button.clicked.connect(self.picture.fit)
        self.width_button.clicked.connect(self.picture.fit_width)

    def _say_reading(self, done: int, of: int) -> None:
        text = self.tr("Reading with the form as it is now…")
        if of > 1:
            counts = self.tr("Page {number} of {count}").format(number=format_count(done + 1), count=format_count(of))
            text = f"{text}\n{counts}"
        self.page_box.blockSignals(True)
        self.page_box.clear()
        self.page_box.blockSignals(False)
        self.list.clear()
        self.facts.setText("")
        self.picture.show_note(text)

    def _on_read(self, job: Job, found: Trial) -> None:
        if job is not self._job:
            return
        self._job, self.found = None, found
        reads = [page.reading.outcome is PageOutcome.READ for page in found.pages]
        if not 0 <= self._at < len(reads):
            self._at = reads.index(True) if True in reads else 0
        self._fill_box()
        self._show_page()
        self._say_note()
        self.list.setFocus()
        self.read.emit()

    def _on_failed(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = self._wanted = None
            message = describe_error(error)
            self.picture.show_note(breakable(f"{message.happened}\n{message.advice}"))

    def _fill_box(self) -> None:
        if self.found is None:
            return
        self.page_box.blockSignals(True)
        self.page_box.clear()
        for number, page in enumerate(self.found.pages, start=1):
            color = color_of(Emphasis.CHOSEN if page.reading.outcome is PageOutcome.READ else Emphasis.UNSURE)
            self.page_box.addItem(patch(color, is_round=True), self._name_of(number, page))
        self.page_box.setCurrentIndex(self._at)
        self.page_box.blockSignals(False)

    def _name_of(self, number: int, page: TriedPage) -> str:
        assert self.found is not None, "a page was read"
        place = f"{number}/{len(self.found.pages)} · {page.path.name}"
        if page.page_in_file > 1 or (page.page_in_file and self._is_of_several(page)):
            place = self.tr("{place}, page {number}").format(place=place, number=page.page_in_file)
        identity = page.reading.identity
        what = self.tr("not read")
        if identity is not None:
            what = self.tr("page {number} of the form").format(number=identity.page)
        return f"{place} · {what}"

    def _is_of_several(self, page: TriedPage) -> bool:
        return self.found is not None and sum(each.path == page.path for each in self.found.pages) > 1

    def _show_page(self) -> None:
        page, found = self.page, self.found
        self._at = self.page_box.currentIndex()
        if page is None or found is None:
            return
        self.list.show_reading(page.reading, found.form)
        self.page_box.setToolTip(as_tip(str(page.path)))
        is_read = page.reading.outcome is PageOutcome.READ
        self.facts.setText(self._counts(page) if is_read else breakable(describe_unread(page, found.form)))
        self.list.setVisible(is_read)
        if page.pixels is None:
            self.picture.show_note("")
        else:
            self.picture.show_tried(page, found.form)

    def _counts(self, page: TriedPage) -> str:
        counts = count_certainties(page.reading)
        sure, typed = counts[Certainty.SURE], counts[Certainty.TYPED]
        doubtful = len(page.reading.items) - sure - typed
        parts = [self.tr("%n sure", "", sure), self.tr("%n doubtful", "", doubtful)]
        parts += [self.tr("%n to be typed", "", typed)] if typed else []
        return ", ".join(parts)

    def _say_note(self) -> None:
        text = self.tr("Nothing of this is kept. Doubtful answers would go to a person.")
        if self.found is not None and self.found.left_out:
            more = self.tr("Only the first {most} pages were tried.").format(most=format_count(MOST_TRIED))
            text = f"{more} {text}"
        self.note.setText(text)

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("Back to editing"))
        self.back_button.setToolTip(as_tip(self.tr("Esc does the same")))
        self.others_button.setText(self.tr("Other scans…"))
        self.fit_button.setText(self.tr("Whole page"))
        self.width_button.setText(self.tr("Page width"))
        name_for_screen_readers(self.page_box, self.tr("Pages that were read"))
        for label, text in zip(
            self._legend, (self.tr("marked"), self.tr("doubtful"), self.tr("left blank")), strict=True
        ):
            label.setText(text)
        self._say_note()
        self._fill_box()
        self._show_page()
