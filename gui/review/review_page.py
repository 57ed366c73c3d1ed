"""The operator's place: who decides, how much is left, and the way between one at a time and many alike."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from form_templates.model import Language
from gui.answering.operator_form import OperatorForm
from gui.i18n.translation import format_count
from gui.preferences import Preferences
from gui.review.gallery_page import GalleryPage
from gui.review.offer_bar import OfferBar
from gui.review.offer_finder import OfferFinder
from gui.review.review_desk import ReviewDesk
from gui.review.review_round import Key, ReviewRound, key_of
from gui.survey_snapshot import Snapshot
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label, name_for_screen_readers
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.errors import PhieuError
from omr.recalibration.offers import Offers
from omr.review.gallery import GalleryChoice
from omr.review.queue import QueueEntry, ReviewSession, page_id_of


class ReviewPage(QWidget):
    """The place of review: shows the desk, the gallery, the question who decides, or that there is nothing to do."""

    results_wanted = Signal()
    failed = Signal(object)  # Exception: a decision could not be kept

    def __init__(
        self, workspace: Workspace, preferences: Preferences, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self._is_gallery_wanted = False
        self._is_offer_wanted = False  # in the gallery, instead of what is chosen there
        self._offers = Offers()
        self._accepted: frozenset[Key] = frozenset()
        self._sought: Key | None = None
        self.desk = ReviewDesk(workspace, self._make_round(), language)
        self.gallery = GalleryPage(workspace, language)
        self.finder = OfferFinder(workspace, self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._on_claims_changed(workspace.watch.claimed)
        self._on_pages_changed(workspace.snapshot)

    @property
    def round(self) -> ReviewRound:
        """The operator's sitting."""
        return self.desk.round

    @property
    def can_decide(self) -> bool:
        """Whether the operator has the paper of the entry before their eyes."""
        return self.desk.can_decide

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self.desk.set_language(language)
        self.gallery.set_language(language)

    def set_operator(self, name: str) -> None:
        """Decide under this name from now on."""
        if name != self._preferences.operator:
            self._preferences.operator = name
            asked_again = self.round.asked_again
            self.desk.round = self._make_round()
            self.round.leave_to_others(self._workspace.watch.claimed)
            self.round.renew(self._workspace.snapshot.queue)
            if asked_again is not None:
                self.round.ask_again(asked_again)
            self._workspace.refresh_if_stale()
        if self.isVisible():
            self._show_state()

    def ask_again(self, entry: QueueEntry) -> None:
        """Put any answer in front to be decided, also one that is accepted or decided."""
        self._is_gallery_wanted = False
        self.round.ask_again(entry)
        if self.isVisible():
            self._show_state()

    def show_gallery(self) -> None:
        """Show answers that were read alike side by side."""
        self._want_gallery(is_offer=False)

    def show_offer(self) -> None:
        """Show side by side what may be accepted without a look at each."""
        self._want_gallery(is_offer=True)
        self.finder.look()  # of the last seconds' decisions, too

    def show_accepted(self) -> None:
        """Show what was accepted side by side, where nothing doubtful is left."""
        self.gallery.choose(GalleryChoice(is_doubtful_only=False))
        self.show_gallery()

    def leave_gallery(self) -> None:
        """Go back to one answer at a time."""
        self._is_gallery_wanted = self._is_offer_wanted = False
        self._show_state()

    def look(self, step: int) -> None:
        """Look at another entry without deciding."""
        self.desk.look(step)

    def undo(self) -> None:
        """Take the last step back."""
        self.desk.undo()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()
        self.finder.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_others()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on what neither desk nor gallery took: with nothing left to decide, undo and gallery remain."""
        is_idle = self.stack.currentWidget() is self._idle
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif is_idle and event.key() == Qt.Key.Key_G and self.idle_gallery_button.isVisible():
            self.show_accepted()
        else:
            super().keyPressEvent(event)

    # Inside

    def _make_round(self) -> ReviewRound:
        return ReviewRound(ReviewSession(self._workspace.survey.store, self._preferences.operator))

    def _make_widgets(self) -> None:
        self.stack = QStackedWidget()
        self.operator_form = OperatorForm()
        self.offer_bar = OfferBar()
        self.progress = make_label("subheading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.remaining = make_label("muted")
        self.gallery_button = make_button("link")
        self.operator_label = make_label("muted")
        self.operator_button = make_button("link")
        self.idle_title = make_label("heading")
        self.idle_hint = make_label("muted", wraps=True)
        self.results_button = make_button("primary")
        self.idle_gallery_button = make_button()

    def _lay_out(self) -> None:
        column = make_column(self)
        column.addWidget(self.offer_bar)
        column.addWidget(self.stack, stretch=1)
        self._work = QWidget()
        layout = make_column(self._work, margin=0, spacing=10)
        layout.addLayout(self._make_progress_row())
        layout.addWidget(self.desk, stretch=1)
        self._idle = self._make_idle_state()
        for page in (self.operator_form, self._work, self._idle, self.gallery):
            self.stack.addWidget(page)

    def _make_progress_row(self) -> WrappingRow:
        row = WrappingRow()
        row.setSpacing(12)
        row.addWidget(self.progress)
        row.addWidget(self.bar, stretch=1)
        row.addWidget(self.remaining)
        row.addStretch()
        for widget in (self.gallery_button, self.operator_label, self.operator_button):
            row.addWidget(widget)
        return row

    def _make_idle_state(self) -> QWidget:
        card = make_card()
        layout = QVBoxLayout(card)
        layout.addStretch()
        for label in (self.idle_title, self.idle_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(12)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.results_button)
        row.addWidget(self.idle_gallery_button)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch()
        return card

    def _connect(self) -> None:
        self.operator_form.confirmed.connect(self.set_operator)
        self.operator_button.clicked.connect(self._ask_operator)
        self.results_button.clicked.connect(self.results_wanted)
        self.desk.kept.connect(self._on_kept)
        self.desk.moved.connect(self._on_moved)
        self.desk.met.connect(self._on_met)
        self.desk.failed.connect(self.failed)
        self.desk.gallery_wanted.connect(self.show_gallery)
        self.gallery_button.clicked.connect(self.show_gallery)
        self.idle_gallery_button.clicked.connect(self.show_accepted)
        self.gallery.page_wanted.connect(self._on_page_wanted)
        self.gallery.confirmed.connect(self._on_confirmed)
        self.gallery.offer_taken.connect(self._on_offer_taken)
        self.gallery.offer_doubted.connect(self._on_offer_doubted)
        self.stack.currentChanged.connect(self._show_offer_bar)
        self.offer_bar.wanted.connect(self.show_offer)
        self.offer_bar.outdated_wanted.connect(self.show_accepted)
        self.finder.found.connect(self._on_offers)
        self.gallery.undo_wanted.connect(self.undo)
        self.gallery.left.connect(self.leave_gallery)
        self._workspace.watch.claims_changed.connect(self._on_claims_changed)
        self._workspace.watch.front_taken.connect(self._on_front_taken)
        self._workspace.pages_changed.connect(self._on_pages_changed)
        self._workspace.reading_changed.connect(self._show_state)

    def _show_state(self) -> None:
        is_waiting = bool(self.round.remaining or self.round.asked_again) or self._is_gallery_wanted
        if self._workspace.is_reading or not is_waiting:
            self._show_idle_state()
        elif not self._preferences.operator and self._workspace.can_change:
            self._ask_operator()
        elif self._is_gallery_wanted:
            self._show_gallery()
        else:
            self.stack.setCurrentWidget(self._work)
            self._show_progress()
            self.desk.show_entry()
        self._show_others()

    def _show_others(self) -> None:
        """Tell other windows what is in front here, that they offer something else."""
        entry = self.round.entry
        is_in_front = entry is not None and self.isVisible() and self.stack.currentWidget() is self._work
        front = (page_id_of(entry), entry.item_id) if entry is not None and is_in_front else None
        self._workspace.watch.show(front, self._preferences.operator)

    def _want_gallery(self, *, is_offer: bool) -> None:
        is_other = is_offer != self._is_offer_wanted
        self._is_gallery_wanted, self._is_offer_wanted = True, is_offer
        if is_other and self.stack.currentWidget() is self.gallery:
            self._fill_gallery()
        self._show_state()

    def _show_gallery(self) -> None:
        if self.stack.currentWidget() is self.gallery:
            self.gallery.settle(self.round.settled, can_undo=self.round.can_undo)
            return
        self.stack.setCurrentWidget(self.gallery)
        self._fill_gallery()

    def _fill_gallery(self) -> None:
        pages, settled, can_undo = self._workspace.snapshot.pages, self.round.settled, self.round.can_undo
        if self._is_offer_wanted:
            self.gallery.show_offer(pages, settled, self._offers.chances, can_undo=can_undo)
        else:
            self.gallery.show_answers(pages, settled, can_undo=can_undo)

    def _show_idle_state(self) -> None:
        self.stack.setCurrentWidget(self._idle)
        is_reading, is_behind = self._workspace.is_reading, self._workspace.is_behind
        if is_reading:
            self.idle_title.setText(self.tr("Pages are being read"))
            self.idle_hint.setText(self.tr("Review opens when the batch is finished or stopped."))
        elif is_behind:
            self.idle_title.setText(self.tr("Looking for what is doubtful…"))
            self.idle_hint.clear()
        else:
            self.idle_title.setText(self.tr("Nothing waits for review"))
            self.idle_hint.setText(self.tr("Every doubtful answer is decided. Ctrl+Z takes the last decision back."))
        for button in (self.results_button, self.idle_gallery_button):
            button.setVisible(not is_reading and not is_behind)
        self.setFocus()

    def _ask_operator(self) -> None:
        self.stack.setCurrentWidget(self.operator_form)
        self.operator_form.ask(self._preferences.operator)

    def _show_progress(self) -> None:
        text = self.tr("{number} of {total}")
        total = len(self.round)
        self.progress.setText(text.format(number=format_count(self.round.position + 1), total=format_count(total)))
        self.bar.setRange(0, total)
        self.bar.setValue(total - self.round.remaining)
        self.remaining.setText(self.tr("%Ln left", "", self.round.remaining))
        self._show_offer_bar()
        self.operator_label.setText(self._preferences.operator)

    def _show_offer_bar(self) -> None:
        is_desk = self.stack.currentWidget() in (self._work, self._idle)
        self.offer_bar.show_offers(self._offers if is_desk else Offers(), self.round.remaining)

    # Slots

    def _on_moved(self) -> None:
        """Somebody went to this entry on purpose, whoever else shows it."""
        self._sought = key_of(self.round.entry) if self.round.entry else None
        self._show_progress()
        self._show_others()

    def _on_claims_changed(self, claimed: Collection[Key]) -> None:
        self.round.leave_to_others(claimed)

    def _on_front_taken(self, front: Key) -> None:
        """Go to what nobody else shows, unless the operator wants to be here or is at work already."""
        entry = self.round.entry
        self.round.leave_to_others(self._workspace.watch.claimed)
        if entry is None or key_of(entry) != front or front == self._sought or self.desk.is_begun:
            return
        if self.round.verification(entry) is None and self.round.step_aside():
            self._show_state()

    def _on_met(self) -> None:
        """Somebody else decided what is in front: it leaves the queue, and stays to be seen."""
        self._show_progress()
        self._workspace.refresh()

    def _on_kept(self) -> None:
        self._workspace.note_decision()
        if self.round.accepted != self._accepted:  # many at once, which other places show
            self._accepted = self.round.accepted
            self._workspace.refresh()
        self._show_state()
        self.finder.look_soon()

    def _on_offers(self, offers: Offers) -> None:
        self._offers = offers
        if self._is_offer_wanted and self.stack.currentWidget() is self.gallery:
            (self._fill_gallery if offers.keys else self.leave_gallery)()
        self._show_offer_bar()

    def _on_offer_taken(self) -> None:
        """Accept what is offered; where people said something meanwhile, it is worked out again first."""
        try:
            is_kept = self.round.accept(self._offers)
        except PhieuError as error:
            self.failed.emit(error)
            is_kept = False
        self._offers = Offers()
        self.finder.forget()
        if is_kept:
            self._is_gallery_wanted = self._is_offer_wanted = False
            self._on_kept()
        else:
            self._workspace.refresh()

    def _on_offer_doubted(self, odd: tuple[QueueEntry, ...]) -> None:
        """Have what somebody set aside decided next: what comes of it is weighed before the rest is offered again."""
        self.round.put_first([key_of(entry) for entry in odd])
        self.leave_gallery()

    def _on_confirmed(self, entries: tuple[QueueEntry, ...], odd: tuple[QueueEntry, ...]) -> None:
        try:
            self.round.confirm(entries, odd)
        except PhieuError as error:
            self.failed.emit(error)
            self._show_state()
            return
        self._on_kept()

    def _on_page_wanted(self, entry: QueueEntry) -> None:
        """Show the page of an answer of the gallery, to which G leads back."""
        self.ask_again(entry)
        self.desk.show_whole_page(is_whole=True)

    def _on_pages_changed(self, snapshot: Snapshot) -> None:
        self.round.renew(snapshot.queue, snapshot.pages)
        self.desk.take_over(snapshot)
        if not self.isVisible():
            return
        self.finder.look()
        if self.stack.currentWidget() is self._work and self.desk.is_up_to_date and not self._is_gallery_wanted:
            self._show_progress()
        elif self.stack.currentWidget() is self.gallery and self._is_gallery_wanted:
            self._fill_gallery()
        else:
            self._show_state()

    def _retranslate(self) -> None:
        self.gallery_button.setText(self.tr("Many at once  (G)"))
        self.idle_gallery_button.setText(self.tr("Look over accepted answers  (G)"))
        self.operator_button.setText(self.tr("Change"))
        name_for_screen_readers(self.operator_button, self.tr("Change who decides"))
        name_for_screen_readers(self.bar, self.tr("Progress of review"))
        self.results_button.setText(self.tr("To the results"))
        if self.isVisible():
            self._show_state()
