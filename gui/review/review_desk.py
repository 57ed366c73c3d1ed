"""One doubtful answer at a time: the paper, the question, the options, and a key for everything."""

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from form_templates.model import Item, ItemId, Language
from gui.answering.answer_draft import AnswerDraft, Answered, Asked
from gui.answering.answer_names import name_place
from gui.answering.answer_panel import AnswerPanel
from gui.answering.decision_bar import DecisionBar
from gui.answering.keys import REVIEW_KEYS, Command
from gui.i18n.error_messages import describe_error
from gui.paper.picture_loading import Picture, PictureLoader, focused, load_review_picture
from gui.paper.picture_view import ZOOM_STEP, PictureView
from gui.review.note_edit import NoteEdit
from gui.review.outlines import item_outlines, page_outlines
from gui.review.question_panel import Decided, QuestionPanel
from gui.review.review_round import Key, ReviewRound, key_of
from gui.review.text_proposals import TextProposals
from gui.sharing.read_only import hold_back
from gui.survey_snapshot import Snapshot
from gui.widgets.building_blocks import make_button, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from gui.widgets.yielding_area import YieldingArea
from gui.workspace import Workspace
from omr.errors import DecidedMeanwhile, PhieuError
from omr.results import Answer
from omr.review.queue import QueueEntry, page_id_of
from omr.review.typed_answers import with_latest

_PREFETCHED = 5  # pages; who decides once a second never waits, at 60 ms a page
_KEPT = 9  # pages; a few more than are prefetched, to look back
_NO_LIMIT_PX = 16_777_215  # Qt's own
_SIDE_PX = 380  # of what stands beside the paper; the rest shows a line of handwriting at 100 dpi


class ReviewDesk(QWidget):
    """Walks through a round, keeps what the operator decides, and says so by ``kept()``."""

    kept = Signal()  # something was decided, remarked or taken back
    met = Signal()  # somebody else decided what is in front; their decision shows
    moved = Signal()  # another entry is in front, nothing was decided
    gallery_wanted = Signal()
    failed = Signal(object)  # Exception: a decision could not be kept; what is in front stays there

    def __init__(self, workspace: Workspace, round_: ReviewRound, language: Language) -> None:
        super().__init__()
        self.round = round_
        self._workspace = workspace
        self._language = language
        self._unit_names = {unit.code: unit.name for unit in workspace.survey.units}
        self._typed: dict[ItemId, tuple[str, ...]] = {}
        self.draft = AnswerDraft(keeps_reading=True)
        self._is_whole_page = False
        self._shown: object = None
        self._notice: tuple[Key | None, str] = (None, "")
        self._loader = PictureLoader(workspace.picture_jobs, self._load, self, kept=_KEPT)
        self._proposals = TextProposals(workspace, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()

    # What is shown

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self._language = language
        self.show_entry()

    def take_over(self, snapshot: Snapshot) -> None:
        """Learn what people typed so far, and load what will be asked for first."""
        self._typed = dict(snapshot.typed)
        self._prefetch()

    def show_whole_page(self, *, is_whole: bool) -> None:
        """Show the whole page with every response area outlined, or the item's own part of it again."""
        self._is_whole_page = is_whole
        self.show_entry()

    def show_entry(self) -> None:
        """Show what is in front."""
        entry = self.round.entry
        if entry is None or not self.isVisible():
            return
        self.note_edit.hide()
        self._shown = self._state_of(entry)
        self._arrange()
        self._show_question(entry)
        self._show_controls(entry)
        self._show_picture(entry)

    @property
    def is_up_to_date(self) -> bool:
        """Whether what is shown is what is in front, with what is decided about it; typing goes on undisturbed."""
        entry = self.round.entry
        return entry is not None and self.draft.is_in_sight and self._shown == self._state_of(entry)

    @property
    def is_begun(self) -> bool:
        """Whether the operator is at work on what is in front."""
        return self.draft.is_begun or self.note_edit.isVisible()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Deciding

    @property
    def can_decide(self) -> bool:
        """Whether the operator has the paper of the entry before their eyes: nothing unseen becomes verified."""
        entry = self.round.entry
        return entry is not None and self.draft.may_answer(key_of(entry)) and self._workspace.can_change

    def decide(self, answer: Answer | None) -> None:
        """Keep an answer for what is in front and go on."""
        if self.can_decide:
            self._keep(lambda: self.round.decide(answer))

    def undo(self) -> None:
        """Take the last step back: one answer, or all that were confirmed at one go."""
        if self._workspace.can_change and self.round.can_undo:
            self._keep(self.round.undo)
            if self.round.entry is not None and self.round.is_by_another(self.round.entry):
                self._tell_decided_meanwhile(self.round.entry)

    def look(self, step: int) -> None:
        """Look at another entry without deciding."""
        self.round.move(step)
        self.show_entry()
        self.moved.emit()

    def write_note(self, note: str) -> None:
        """Keep a note for what is in front; it is stored with the decision."""
        entry = self.round.entry
        self.leave_note()
        if entry is None or not self._workspace.can_change:
            return
        if self.round.is_decided(entry):
            self._keep(lambda: self.round.write_note(note))
        else:
            self.round.write_note(note)
            self.question.show_note(note)

    def leave_note(self) -> None:
        """Go on without a note."""
        self.note_edit.hide()
        self.take_focus()

    def take_focus(self) -> None:
        """Let keys decide, or type where something is to be typed."""
        (self.panel.line.edit if self._is_typing else self).setFocus()

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for."""
        if command in self._actions:
            self._actions[command](self)
        else:
            self.panel.answer_by(command)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_typing, is_whole = self._is_typing, self._is_whole_page
        has_entry = self.round.entry is not None
        if not (has_entry and self.panel.take_key(event, is_typing=is_typing, is_whole_page=is_whole)):
            super().keyPressEvent(event)

    # Laying out

    def _make_widgets(self) -> None:
        self.view = PictureView()
        self.place = make_label("muted")
        self.note_button = make_button("link")
        self.page_button = make_button("link")
        self.question = QuestionPanel(self._workspace.survey.template)
        self.panel = AnswerPanel(self.draft, REVIEW_KEYS)
        self.note_edit = NoteEdit()
        self.note_edit.hide()
        self.decisions = DecisionBar((Command.UNDO, Command.BACK, Command.ON), keeps_reading=True)

    def _lay_out(self) -> None:
        paper = QVBoxLayout()
        paper.setSpacing(4)
        paper.addWidget(self.view, stretch=1)
        below = WrappingRow()
        below.addWidget(self.place, stretch=1)
        below.addStretch()
        for button in (self.page_button, self.note_button):
            below.addWidget(button)
        paper.addLayout(below)
        side = QWidget()
        column = make_column(side, margin=0, spacing=10)
        column.addWidget(self.question)
        column.addWidget(self.panel)
        column.addStretch()
        self._side = YieldingArea(side)
        self._desk = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._desk.setSpacing(10)
        self._desk.addLayout(paper, stretch=1)
        self._desk.addWidget(self._side)
        layout = make_column(self, margin=0, spacing=10)
        layout.addLayout(self._desk, stretch=1)
        layout.addWidget(self.note_edit)
        layout.addWidget(self.decisions)

    def _arrange(self) -> None:
        """Put paper and question side by side for a whole page or handwriting, else below each other."""
        is_beside = self._is_whole_page or not self._item().kind.is_choice
        directions = QBoxLayout.Direction
        self._desk.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._desk.setSpacing(20 if is_beside else 10)
        self._side.setMinimumWidth(_SIDE_PX if is_beside else 0)
        self._side.setMaximumWidth(_SIDE_PX if is_beside else _NO_LIMIT_PX)
        self.question.arrange(is_narrow=is_beside)
        self.panel.options.arrange(is_narrow=is_beside)

    def _connect(self) -> None:
        self.panel.answered.connect(self._on_answered)
        self.panel.answer_missing.connect(lambda: self.question.ask_for_answer(is_written=self.draft.is_written))
        self.panel.commanded.connect(self.do)
        self.panel.chosen_changed.connect(self._show_outlines)
        self.decisions.commanded.connect(self.do)
        self.note_button.clicked.connect(lambda: self.do(Command.NOTE))
        self.page_button.clicked.connect(lambda: self.do(Command.PAGE))
        self.view.area_clicked.connect(self._on_area_clicked)
        self.note_edit.written.connect(self.write_note)
        self.note_edit.left.connect(self.leave_note)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._proposals.arrived.connect(self._on_proposed)
        self._workspace.pictures_changed.connect(self._on_pictures_changed)

    def _retranslate(self) -> None:
        self.note_button.setText(self.tr("Note  (M)"))
        self.page_button.setText(self.tr("Whole page  (F)"))
        self.show_entry()

    # Commands

    def _toggle_several(self) -> None:
        self.panel.toggle_several()
        self.decisions.show_several(is_several=self.draft.takes_several)
        self.setFocus()

    def _ask_note(self) -> None:
        if self.round.entry is not None and self._workspace.can_change:
            self.note_edit.ask(self.round.note(self.round.entry))

    _actions: Mapping[Command, Callable[["ReviewDesk"], None]] = {
        Command.SEVERAL: _toggle_several,
        Command.UNDO: undo,
        Command.NOTE: _ask_note,
        Command.PAGE: lambda desk: desk.show_whole_page(is_whole=not desk._is_whole_page),
        Command.GALLERY: lambda desk: desk.gallery_wanted.emit(),
        Command.BACK: lambda desk: desk.look(-1),
        Command.ON: lambda desk: desk.look(1),
        Command.ZOOM_IN: lambda desk: desk.view.zoom(ZOOM_STEP),
        Command.ZOOM_OUT: lambda desk: desk.view.zoom(1 / ZOOM_STEP),
        Command.FIT: lambda desk: desk.view.fit(),
        Command.PAN_LEFT: lambda desk: desk.view.pan(-1, 0),
        Command.PAN_RIGHT: lambda desk: desk.view.pan(1, 0),
        Command.PAN_UP: lambda desk: desk.view.pan(0, -1),
        Command.PAN_DOWN: lambda desk: desk.view.pan(0, 1),
        Command.LEAVE: lambda desk: desk.show_whole_page(is_whole=False),
    }

    # Showing

    def _keep(self, change: Callable[[], object]) -> None:
        try:
            change()
        except DecidedMeanwhile:
            self.show_entry()
            if self.round.entry is not None:
                self._tell_decided_meanwhile(self.round.entry)
            self.met.emit()
            return
        except PhieuError as error:
            self.failed.emit(error)
            return
        self.kept.emit()

    def _tell_decided_meanwhile(self, entry: QueueEntry) -> None:
        """Say that somebody else's decision stands; it shows beside the question."""
        decision = self.round.verification(entry)
        operator, moment = (decision.operator, decision.decided_at) if decision else ("", "")
        message = describe_error(DecidedMeanwhile(((page_id_of(entry), entry.item_id),), operator, moment))
        self._notice = (key_of(entry), f"{message.happened} {message.advice}")
        self.question.show_notice(self._notice[1])

    def _state_of(self, entry: QueueEntry) -> object:
        return key_of(entry), self.round.verification(entry), entry.flags

    def _show_question(self, entry: QueueEntry) -> None:
        decided = Decided(self.round.verification(entry), self.round.is_by_another(entry))
        self.question.show_entry(entry, decided, self.round.note(entry), self._language)
        about, text = self._notice
        self.question.show_notice(text if about == key_of(entry) and decided.is_by_another else "")
        self.place.setText(name_place(entry.page, self._unit_names))

    def _show_controls(self, entry: QueueEntry) -> None:
        item = self._item()
        verification = self.round.verification(entry)
        stands = entry.reading.is_proposal if verification is None else verification.answer is not None
        self.decisions.show_kind(item.kind, can_undo=self.round.can_undo, has_reading=stands)
        current = verification.answer or () if verification else entry.reading.answer
        asked = Asked(key_of(entry), item, current, entry.reading.answer, may_stay_blank=stands)
        self.panel.ask(asked, self._language, self._typed.get(entry.item_id, ()))
        hold_back(self._workspace.survey, self.panel, self.note_button, *self.decisions.deciding)
        if not self._is_typing:
            self.setFocus()
        elif verification is None:
            self.panel.line.propose(self._proposals.get(entry))

    def _show_picture(self, entry: QueueEntry) -> None:
        picture = self._loader.get(entry.page.page_id)
        if picture is None:
            self.draft.lose_sight()
            self.view.show_note(self.tr("Loading…"))
        else:
            self._show_loaded(entry, picture)
        self._prefetch()

    def _prefetch(self) -> None:
        # While nobody reviews, the first is enough to begin at once; the others follow while it is looked at.
        soon = self.round.upcoming(_PREFETCHED if self.isVisible() else 0)
        template = self._workspace.survey.template
        self._loader.want([entry.page.page_id for entry in soon])
        self._proposals.want([entry for entry in soon if not template.item(entry.item_id).kind.is_choice])

    def _show_loaded(self, entry: QueueEntry, picture: Picture) -> None:
        self.draft.see(key_of(entry))
        template = self._workspace.survey.template
        if not self._is_whole_page:
            layout = template.page(template.page_of(entry.item_id))
            picture = focused(picture, layout, entry.item_id)
        self.view.show_picture(picture)
        self._show_outlines()

    def _show_outlines(self) -> None:
        picture, entry = self.view.picture, self.round.entry
        if picture is None or entry is None:
            return
        outline = page_outlines if self._is_whole_page else item_outlines
        self.view.show_outlines(outline(picture, entry, self.draft.ticked))

    # Facts about what is in front

    @property
    def _is_typing(self) -> bool:
        return self.draft.is_written and self.panel.isEnabled()

    def _item(self) -> Item:
        assert self.round.entry is not None, "asked only while something is in front"
        return self._workspace.survey.template.item(self.round.entry.item_id)

    def _load(self, key: Hashable) -> Picture:
        assert isinstance(key, int), "pages are loaded by their key"
        return load_review_picture(self._workspace.survey, key)

    # Slots

    def _on_area_clicked(self, item_id: str, option: str) -> None:
        entry = self.round.entry
        if option and entry is not None and item_id == entry.item_id:  # others are outlined only to be seen
            self.panel.pick(option)

    def _on_answered(self, answered: Answered) -> None:
        entry, answer = self.round.entry, answered.answer
        if entry is not None and answer and self.draft.is_written and self.can_decide:
            self._typed[entry.item_id] = with_latest(self._typed.get(entry.item_id, ()), answer[0])
        self.decide(answer)

    def _on_loaded(self, key: Hashable, picture: Picture) -> None:
        entry = self.round.entry
        if entry is not None and key == entry.page.page_id and not self.draft.is_in_sight and self.isVisible():
            self._show_loaded(entry, picture)

    def _on_load_failed(self, key: Hashable, error: Exception) -> None:
        entry = self.round.entry
        if entry is not None and key == entry.page.page_id:
            self.draft.see(key_of(entry))  # there is nothing more to see; the operator may have the sheet itself
            message = describe_error(error)
            self.view.show_note(f"{message.happened}\n{message.advice}")

    def _on_pictures_changed(self) -> None:
        self._loader.forget()
        self._proposals.forget()
        self.draft.lose_sight()

    def _on_proposed(self, key: Key, text: str) -> None:
        entry = self.round.entry
        if entry is not None and key == key_of(entry) and not self.round.is_decided(entry):
            self.panel.line.propose(text)
