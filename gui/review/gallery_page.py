"""Answers that were read alike, side by side: the odd ones out, the others confirmed at one go."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from form_templates.model import ItemId, Language
from gui.answering.answer_names import name_answer
from gui.i18n.error_messages import describe_error
from gui.paper.picture_loading import Picture, PictureLoader, answer_picture_size, load_answer_picture
from gui.review.gallery_delegate import GalleryDelegate
from gui.review.gallery_filters import GalleryFilters
from gui.review.gallery_model import GalleryModel
from gui.review.gallery_view import GalleryView
from gui.review.review_round import Key, key_of
from gui.sharing.read_only import hold_back, read_only_reason
from gui.widgets.building_blocks import make_button, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.responses import DeliveredPage
from omr.review.gallery import GalleryChoice, GalleryContent, fill_gallery, open_answers
from omr.review.queue import QueueEntry

_KEPT = 400  # pictures, some 100 kB each
_MIXED_PX = QSize(272, 84)  # pictures of several questions side by side
_LARGEST_PX = QSize(540, 200)
_SMALLEST_PX = QSize(200, 40)  # the caption below needs some width


class GalleryPage(QWidget):
    """Shows answers that were read alike, emits which to confirm; whoever keeps decisions answers with ``settle``."""

    confirmed = Signal(object, object)  # entries to confirm as read, entries to set aside
    offer_taken = Signal()
    offer_doubted = Signal(object)  # of what is offered, entries that somebody set aside
    undo_wanted = Signal()
    left = Signal()
    page_wanted = Signal(object)  # QueueEntry: somebody wants to see the whole page

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._language = language
        self._open: tuple[QueueEntry, ...] = ()
        self._settled: Collection[Key] = ()
        self._offered: Mapping[Key, float] | None = None  # P(wrong) of what may be accepted unseen; None: any answers
        self._failed: dict[Hashable, str] = {}
        self._shown_choice: GalleryChoice | None = None
        self._asked = 0  # the latest question to the background; older answers are dropped
        self.is_filled = False
        self.filters = GalleryFilters(workspace.survey.template, language)
        self.model = GalleryModel(self._describe, self)
        self.view = GalleryView()
        self.loader = PictureLoader(workspace.picture_jobs, self._load, self, kept=_KEPT)
        self.count = make_label("muted")
        self.hint = make_label("muted")
        self.about_offer = make_label(wraps=True)
        self.about_offer.hide()
        self.back_button = make_button()
        self.confirm_button = make_button("primary")
        self.undo_button = make_button()
        self._empty = make_label("muted")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    # What is shown

    def show_answers(self, pages: Sequence[DeliveredPage], settled: Collection[Key], *, can_undo: bool) -> None:
        """Gather what is open on these pages, apart from what is settled, and show what is chosen of it."""
        self._show_open(pages, settled, None, can_undo=can_undo)

    def show_offer(
        self, pages: Sequence[DeliveredPage], settled: Collection[Key], offered: Mapping[Key, float], *, can_undo: bool
    ) -> None:
        """Show exactly what may be accepted without a look at each; ``offered`` says how probably each is wrong."""
        self._show_open(pages, settled, offered, can_undo=can_undo)

    def settle(self, settled: Collection[Key], *, can_undo: bool) -> None:
        """Leave out what is settled by now."""
        self._settled = settled
        self.undo_button.setEnabled(can_undo)
        self._ask(None)

    def choose(self, choice: GalleryChoice) -> None:
        """Show another choice of answers."""
        self.filters.choose(choice)

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self._language = language
        self.filters.set_language(language)
        self.view.viewport().update()

    def confirm(self) -> None:
        """Have everything confirmed that was seen and is not odd, and the odd ones set aside.

        What is offered is accepted as a whole, seen or not; with an odd one in it, none is before that was decided.
        """
        if self._offered is not None:
            self._answer_offer()
            return
        entries, odd = self.model.confirmable, self.model.odd
        if self.is_filled and (entries or odd) and self._workspace.can_change:
            self.is_filled = False  # until the rest is shown, a second key must not confirm the same again
            self.confirmed.emit(entries, odd)

    def toggle_odd(self, row: int) -> None:
        """Leave an answer out of the confirmation, or take it in again."""
        self.model.toggle_odd(row)
        self.view.setCurrentIndex(self.model.index(row))
        self._show_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on what no control took: the way back is open from everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def has_picture(self, row: int) -> bool:
        """Whether the paper of a row is there to be seen."""
        return self.loader.get(key_of(self.model.entry(row))) is not None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        top = WrappingRow()
        top.addWidget(self.back_button)
        top.addWidget(self.filters, stretch=1)
        top.addWidget(self.about_offer, stretch=1)
        bottom = WrappingRow()
        bottom.addWidget(self.confirm_button)
        bottom.addWidget(self.hint, stretch=1)
        bottom.addStretch()
        bottom.addWidget(self.count)
        bottom.addWidget(self.undo_button)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = make_column(self, margin=0, spacing=10)
        layout.addLayout(top)
        layout.addWidget(self._stack, stretch=1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.view.setItemDelegate(GalleryDelegate(self._find_picture, self._p_wrong, self.view))
        self.view.setModel(self.model)
        self.view.sight_changed.connect(self._on_sight_changed)
        self.view.toggled.connect(self.toggle_odd)
        self.view.confirmed.connect(self.confirm)
        self.view.page_wanted.connect(lambda row: self.page_wanted.emit(self.model.entry(row)))
        self.view.undo_wanted.connect(self.undo_wanted)
        self.view.left.connect(self.left)
        self.filters.changed.connect(self._on_choice_changed)
        self.loader.loaded.connect(lambda key, _picture: self._on_picture(key))
        self.loader.failed.connect(self._on_picture_failed)
        self._workspace.pictures_changed.connect(self._on_pictures_changed)
        self.back_button.clicked.connect(self.left)
        self.confirm_button.clicked.connect(self.confirm)
        self.undo_button.clicked.connect(self.undo_wanted)

    def _show_open(
        self,
        pages: Sequence[DeliveredPage],
        settled: Collection[Key],
        offered: Mapping[Key, float] | None,
        *,
        can_undo: bool,
    ) -> None:
        if (offered is None) != (self._offered is None):
            self._shown_choice = None  # what was set aside in the one view means nothing in the other
        self._settled, self._offered = settled, offered
        self.undo_button.setEnabled(can_undo)
        self.filters.setVisible(offered is None)
        self.about_offer.setVisible(offered is not None)
        self._retranslate()
        template = self._workspace.survey.template
        self._ask(lambda: open_answers(template, pages))

    def _answer_offer(self) -> None:
        if not (self.is_filled and self.model.rowCount() and self._workspace.can_change):
            return
        self.is_filled = False
        if self.model.odd:
            self.offer_doubted.emit(self.model.odd)
        else:
            self.offer_taken.emit()

    def _ask(self, gather: Callable[[], tuple[QueueEntry, ...]] | None) -> None:
        """Fill the gallery off the GUI thread, for a survey may hold hundreds of thousands of answers."""
        self._asked += 1
        self.is_filled = False
        number, known = self._asked, self._open
        settled, offered = frozenset(self._settled), self._offered
        choice = self.filters.choice if offered is None else GalleryChoice()

        def work() -> tuple[tuple[QueueEntry, ...], GalleryContent]:
            found = known if gather is None else gather()
            shown = [entry for entry in found if key_of(entry) not in settled]
            return found, fill_gallery([e for e in shown if offered is None or key_of(e) in offered], choice)

        job = self._workspace.jobs.start(lambda _report, _cancel: work())
        job.succeeded.connect(lambda found: self._on_filled(number, choice, *found))

    def _load(self, key: Hashable) -> Picture:
        assert isinstance(key, tuple), "keys are made by key_of"
        page_id, item_id = key
        return load_answer_picture(self._workspace.survey, page_id, ItemId(item_id))

    def _find_picture(self, entry: QueueEntry) -> Picture | str | None:
        key = key_of(entry)
        return self.loader.get(key) or self._failed.get(key)

    def _p_wrong(self, entry: QueueEntry) -> float:
        return (self._offered or {}).get(key_of(entry), entry.reading.p_wrong)

    def _describe(self, entry: QueueEntry) -> str:
        item = self._workspace.survey.template.item(entry.item_id)
        answer = name_answer(item, entry.reading.answer, self._language)
        if self._item_id is not None or not item.number:
            return answer
        return f"{item.number} {answer}"

    @property
    def _item_id(self) -> ItemId | None:
        """The question that all answers shown are of; None where they may be of several."""
        return self.filters.choice.item_id if self._offered is None else None

    def _picture_size(self) -> QSize:
        item_id = self._item_id
        if item_id is None:
            return _MIXED_PX
        template = self._workspace.survey.template
        wanted = answer_picture_size(template.page(template.page_of(item_id)), item_id)
        return wanted.expandedTo(_SMALLEST_PX).boundedTo(_LARGEST_PX)

    def _show_counts(self) -> None:
        confirmable, odd = len(self.model.confirmable), len(self.model.odd)
        if self._offered is not None:
            confirmable = self.model.rowCount()
            accept = self.tr("Accept all %Ln  (Enter)", "", confirmable)
            self.confirm_button.setText(self.tr("Decide %n set aside first  (Enter)", "", odd) if odd else accept)
        else:
            self.confirm_button.setText(self.tr("Confirm %n shown  (Enter)", "", confirmable))
        self.confirm_button.setEnabled(self.is_filled and bool(confirmable or odd))
        hold_back(self._workspace.survey, self.confirm_button, self.undo_button)
        total = self.tr("%Ln answer(s)", "", self.model.rowCount())
        aside = self.tr("%n set aside", "", odd)
        self.count.setText(f"{aside} · {total}" if odd else total)

    # Slots

    def _on_choice_changed(self) -> None:
        self._ask(None)
        self.view.setFocus()

    def _on_filled(
        self, number: int, choice: GalleryChoice, found: tuple[QueueEntry, ...], content: GalleryContent
    ) -> None:
        if number != self._asked:
            return
        self._open = found
        self.is_filled = True
        self.filters.show_content(content)
        self.view.set_tile_size(GalleryDelegate.tile_size(self._picture_size()))
        # What others decide meanwhile goes; what this operator set aside of the rest stays set aside.
        self.model.show_entries(content.entries, keeps_marks=choice == self._shown_choice)
        self._shown_choice = choice
        self._stack.setCurrentIndex(0 if content.entries else 1)
        if not content.entries:
            self._say_why_empty(choice)
        if not self.filters.isAncestorOf(self.window().focusWidget() or self.window()):
            (self.view if content.entries else self.back_button).setFocus()
        self._show_counts()

    def _say_why_empty(self, choice: GalleryChoice) -> None:
        """Say what there is to do where no answer is shown: others may be chosen, or none is left."""
        if self._offered is not None:
            self._empty.setText(self.tr("Nothing of this is left to be accepted."))
            return
        settled = frozenset(self._settled)
        left = [entry for entry in self._open if key_of(entry) not in settled]
        accepted = sum(not entry.flags for entry in left)
        if choice == GalleryChoice() and accepted:
            text = self.tr(
                "Nothing doubtful is left. %Ln answer(s) were accepted: tick “Accepted ones too”.", "", accepted
            )
        elif not left:
            text = self.tr("Nothing is left to look over: people decided all answers that were read from marks.")
        else:
            text = self.tr("No answer is open here. Choose something else above.")
        self._empty.setText(text)

    def _on_sight_changed(self) -> None:
        in_sight = self.view.rows_in_sight()
        soon = range(in_sight.stop, min(in_sight.stop + len(in_sight), self.model.rowCount()))
        keys = [key_of(self.model.entry(row)) for rows in (in_sight, soon) for row in rows]
        self.loader.want([key for key in keys if key not in self._failed])
        self._note_seen()

    def _on_picture(self, key: Hashable) -> None:
        for row in self.view.rows_in_sight():
            if key_of(self.model.entry(row)) == key:
                self.view.redraw(row)
        self._note_seen()

    def _on_picture_failed(self, key: Hashable, error: Exception) -> None:
        self._failed[key] = describe_error(error).happened
        self._on_picture(key)

    def _on_pictures_changed(self) -> None:
        self.loader.forget()
        self._failed.clear()

    def _note_seen(self) -> None:
        """Only what was drawn before a person's eyes may be confirmed."""
        rows = self.view.rows_in_sight() if self.isVisible() else ()
        self.model.note_seen(row for row in rows if self.has_picture(row))
        self._show_counts()

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("‹ One by one  (Esc)"))
        self.undo_button.setText(self.tr("Undo  (Ctrl+Z)"))
        self.hint.setText(
            self.tr("Click or Space: leave odd ones out, they stay for review one by one. F: whole page.")
        )
        if self._offered is not None:
            self.hint.setText(self.tr("Click or Space: set aside what looks odd. F: whole page."))
        self.about_offer.setText(
            self.tr(
                "Decisions so far bear these readings out. They will count as accepted by the program, not as seen."
            )
        )
        if self._workspace.survey.is_read_only:
            self.hint.setText(read_only_reason())
        self._say_why_empty(self.filters.choice)
        self.view.setAccessibleName(self.tr("Answers read alike"))
        self._show_counts()
