"""One accepted answer at a time, read from paper alone: nothing here shows or hints at the reading."""

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from form_templates.model import Item, Language
from gui.answering.answer_draft import AnswerDraft, Answered, Asked
from gui.answering.answer_names import name_item
from gui.answering.answer_panel import AnswerPanel
from gui.answering.decision_bar import DecisionBar
from gui.answering.keys import RECHECK_KEYS, Command
from gui.i18n.error_messages import describe_error
from gui.i18n.translation import format_count
from gui.paper.picture_loading import Picture, PictureLoader, load_item_picture
from gui.paper.picture_view import Emphasis, Outline, PictureView
from gui.widgets.building_blocks import make_column, make_label, name_for_screen_readers
from gui.widgets.wrapping_row import WrappingRow
from gui.widgets.yielding_area import YieldingArea
from gui.workspace import Workspace
from omr.errors import PhieuError
from omr.recheck.checks import AnswerKey
from omr.recheck.session import RecheckSession
from omr.results import Answer

_PREFETCHED = 4  # the sample jumps from page to page, so every picture is another page


class BlindDesk(QWidget):
    """Takes an operator through a sitting; emits ``left`` when it is over or the operator has enough."""

    left = Signal()
    failed = Signal(object)  # Exception: a check could not be kept

    def __init__(self, workspace: Workspace, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._language = language
        self.draft = AnswerDraft()
        self._session: RecheckSession | None = None
        self._loader = PictureLoader(workspace.picture_jobs, self._load, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()

    # The sitting

    def sit(self, session: RecheckSession) -> None:
        """Begin a sitting; it has at least one answer."""
        self._session = session
        self._show_entry()

    @property
    def entry(self) -> AnswerKey | None:
        """The answer in front of the operator; None outside a sitting."""
        return self._session.entry if self._session else None

    @property
    def operator(self) -> str:
        """Who sits here; empty outside a sitting."""
        return self._session.operator if self._session else ""

    @property
    def can_decide(self) -> bool:
        """Whether the paper of this answer is before the operator's eyes: nothing unseen is checked."""
        return self.entry is not None and self.draft.may_answer(self.entry)

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self._language = language
        if self.entry is not None:
            self._show_entry()

    def decide(self, answer: Answer | None) -> None:
        """Keep what the operator reads and go on; if it cannot be kept, what is in front stays there."""
        if self._session is None or not self.can_decide:
            return
        try:
            self._session.decide(answer)
        except PhieuError as error:
            self.failed.emit(error)
            return
        self._go_on()

    def undo(self) -> None:
        """Take the last check of this sitting back."""
        if self._session is None:
            return
        try:
            is_undone = self._session.undo() is not None
        except PhieuError as error:
            self.failed.emit(error)
            return
        if is_undone:
            self._go_on()

    def leave(self) -> None:
        """End the sitting; everything checked so far is kept."""
        self._session = None
        self.draft.clear()
        self.left.emit()

    def pass_by(self) -> None:
        """Go on without a check, where the scan cannot be shown."""
        if self._session is not None and self.decisions.offers_to_pass:
            self._session.pass_by()
            self._go_on()

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for."""
        if command in self._actions:
            self._actions[command](self)
        else:
            self.panel.answer_by(command)

    # Qt events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.entry is None or not self.panel.take_key(event, is_typing=self.draft.is_written):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _make_widgets(self) -> None:
        self.progress = make_label("subheading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.remaining = make_label("muted")
        self.operator_label = make_label("muted")
        self.view = PictureView()
        self.place = make_label("muted")
        self.section = make_label("muted", wraps=True)
        self.question = make_label("question", wraps=True)
        self.panel = AnswerPanel(self.draft, RECHECK_KEYS)
        self.decisions = DecisionBar((Command.PASS, Command.UNDO, Command.LEAVE), keeps_reading=False)

    def _lay_out(self) -> None:
        layout = make_column(self, margin=0, spacing=10)
        row = WrappingRow()
        row.addWidget(self.progress)
        row.addWidget(self.bar, stretch=1)
        row.addWidget(self.remaining)
        row.addStretch()
        row.addWidget(self.operator_label)
        layout.addLayout(row)
        layout.addWidget(self.view, stretch=1)
        asked = QWidget()
        column = make_column(asked, margin=0, spacing=10)
        for widget in (self.section, self.question, self.panel):
            column.addWidget(widget)
        layout.addWidget(self.place)
        layout.addWidget(YieldingArea(asked))
        layout.addWidget(self.decisions)

    def _connect(self) -> None:
        self.panel.answered.connect(self._on_answered)
        self.panel.commanded.connect(self.do)
        self.panel.chosen_changed.connect(self._show_outlines)
        self.decisions.commanded.connect(self.do)
        self.view.area_clicked.connect(self._on_area_clicked)
        self._workspace.pictures_changed.connect(self._loader.forget)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)

    def _toggle_several(self) -> None:
        self.panel.toggle_several()
        self.decisions.show_several(is_several=self.draft.takes_several)
        self.setFocus()

    _actions: Mapping[Command, Callable[["BlindDesk"], None]] = {
        Command.SEVERAL: _toggle_several,
        Command.UNDO: undo,
        Command.PASS: pass_by,
        Command.LEAVE: leave,
    }

    def _go_on(self) -> None:
        if self.entry is None:
            self.leave()
        else:
            self._show_entry()

    # Showing

    def _show_entry(self) -> None:
        assert self._session is not None, "shown only in a sitting"
        assert self._session.entry is not None, "shown only while something is left"
        entry, item = self._session.entry, self._item()
        self._show_progress(self._session)
        section = self._workspace.survey.template.section_of(item.item_id)
        self.section.setText(section.title.in_language(self._language))
        self.question.setText(name_item(item, self._language))
        self.place.setText(self._describe_place(self._session))
        self._show_controls(item, self._session)
        self._show_picture(entry)

    def _show_progress(self, session: RecheckSession) -> None:
        text = self.tr("{number} of {total}")
        total, done = len(session), session.number - 1
        self.progress.setText(text.format(number=format_count(session.number), total=format_count(total)))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.remaining.setText(self.tr("%Ln left", "", total - done))
        self.operator_label.setText(session.operator)

    def _describe_place(self, session: RecheckSession) -> str:
        page = session.page
        parts = [self.tr("{file}, page {number}").format(file=page.source, number=page.place_in_file)]
        names = {unit.code: unit.name for unit in self._workspace.survey.units}
        if page.unit:
            parts.append(names.get(page.unit, page.unit))
        return " · ".join(parts)

    def _show_controls(self, item: Item, session: RecheckSession) -> None:
        self.decisions.show_kind(item.kind, can_undo=session.can_undo)
        self.panel.ask(Asked(session.entry, item), self._language)  # without answer and reading: nobody may know them
        if not self.draft.is_written:
            self.setFocus()

    def _show_picture(self, entry: AnswerKey) -> None:
        picture = self._loader.get(entry)
        if picture is None:
            self.draft.lose_sight()
            self.view.show_note(self.tr("Loading…"))
        else:
            self._show_loaded(entry, picture)
        assert self._session is not None, "shown only in a sitting"
        self._loader.want(self._session.upcoming(_PREFETCHED))

    def _show_loaded(self, entry: AnswerKey, picture: Picture) -> None:
        self.draft.see(entry)
        self.view.show_picture(picture)
        self._show_outlines()

    def _show_outlines(self) -> None:
        picture, entry = self.view.picture, self.entry
        if picture is None or entry is None:
            return
        emphases = dict.fromkeys(self.draft.ticked, Emphasis.CHOSEN)
        areas = [area for area in picture.areas if area.item_id == entry.item_id]
        self.view.show_outlines([Outline(area, emphases.get(area.option, Emphasis.SOFT)) for area in areas])

    # Facts about what is in front

    def _item(self) -> Item:
        assert self.entry is not None, "asked only while something is in front"
        return self._workspace.survey.template.item(self.entry.item_id)

    def _load(self, key: Hashable) -> Picture:
        assert isinstance(key, AnswerKey), "nothing else is asked for"
        return load_item_picture(self._workspace.survey, key.page_id, key.item_id)

    # Slots

    def _on_area_clicked(self, _item_id: str, option: str) -> None:
        if option:
            self.panel.pick(option)

    def _on_answered(self, answered: Answered) -> None:
        self.decide(answered.answer)

    def _on_loaded(self, key: Hashable, picture: Picture) -> None:
        if self.entry is not None and key == self.entry:
            self._show_loaded(self.entry, picture)

    def _on_load_failed(self, key: Hashable, error: Exception) -> None:
        if self.entry is not None and key == self.entry:
            message = describe_error(error)
            self.view.show_note(f"{message.happened}\n{message.advice}")
            self.decisions.offer_to_pass()

    def _retranslate(self) -> None:
        name_for_screen_readers(self.bar, self.tr("Progress of the re-check"))
        if self.entry is not None:
            self._show_entry()
