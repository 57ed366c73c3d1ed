"""One doubtful answer at a time: the paper, the question, the options, and a key for everything."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from form_templates.model import Item, ItemId, ItemKind, Language
from gui.messages import describe_error, describe_flag
from gui.picture_view import Emphasis, Outline, PictureView
from gui.pictures import Picture, PictureLoader, load_item_picture
from gui.preferences import Preferences
from gui.review.answer_edit import AnswerEdit
from gui.review.decision_bar import DecisionBar
from gui.review.operator_form import OperatorForm
from gui.review.option_keys import option_keys
from gui.review.option_panel import OptionPanel
from gui.review.review_round import Key, ReviewRound, key_of
from gui.snapshot import Snapshot
from gui.text import to_answer
from gui.translation import format_count, format_percent
from gui.widgets import make_button, make_card, make_column, make_label, name_for_screen_readers
from gui.workspace import Workspace
from omr.errors import PhieuError
from omr.results import Answer
from omr.review import QueueEntry, ReviewSession

_PREFETCHED = 3


class ReviewPage(QWidget):
    """The operator's place."""

    results_wanted = Signal()
    failed = Signal(object)  # Exception: a decision could not be kept

    def __init__(self, workspace: Workspace, preferences: Preferences, language: Language) -> None:
        super().__init__()
        self._workspace = workspace
        self._preferences = preferences
        self._language = language
        self._chosen: frozenset[str] = frozenset()
        self._seen: Key | None = None  # whose paper is in front of the operator
        self.round = self._make_round()
        self._loader = PictureLoader(workspace.picture_jobs, self._load, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()

    # What is shown

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self._language = language
        self._show_entry()

    def set_operator(self, name: str) -> None:
        """Decide under this name from now on."""
        if name != self._preferences.operator:
            self._preferences.operator = name
            entries, asked_again = self._workspace.snapshot.queue, self.round.asked_again
            self.round = self._make_round()
            self.round.renew(entries)
            if asked_again is not None:
                self.round.ask_again(asked_again)
            self._workspace.refresh_if_stale()
        if self.isVisible():
            self._show_state()

    def ask_again(self, entry: QueueEntry) -> None:
        """Put any answer in front to be decided, also one that is accepted or decided."""
        self.round.ask_again(entry)
        if self.isVisible():
            self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_working = self.stack.currentWidget() is self.work
        is_done = self._act_on_key(event) if is_working else self._undo_by_key(event)
        if not is_done:
            super().keyPressEvent(event)

    # Deciding

    @property
    def can_decide(self) -> bool:
        """Whether the operator has the paper of the entry before their eyes: nothing unseen becomes verified."""
        entry = self.round.entry
        return entry is not None and self._seen == key_of(entry) and not self._workspace.is_reading

    def decide(self, answer: Answer | None) -> None:
        """Keep an answer for what is in front and go on; if it cannot be kept, what is in front stays there."""
        if not self.can_decide:
            return
        try:
            self.round.decide(answer)
        except PhieuError as error:
            self.failed.emit(error)
            return
        self._workspace.note_decision()
        self._show_state()

    def undo(self) -> None:
        """Take the last decision back."""
        if self._workspace.is_reading or not self.round.undo():
            return
        self._workspace.note_decision()
        self._show_state()

    def look(self, step: int) -> None:
        """Look at another entry without deciding."""
        self.round.move(step)
        self._show_entry()

    def accept(self) -> None:
        """Keep what is chosen, which is the engine's reading unless the operator changed it."""
        entry = self.round.entry
        if entry is None:
            return
        if self._is_written():
            self.decide(to_answer(self.answer_edit.text()))
            return
        self.decide(tuple(option.value for option in self._item().options if option.value in self._chosen))

    def pick(self, value: str) -> None:
        """Choose an option: at once for a single choice, to be confirmed where several may be marked."""
        entry = self.round.entry
        if entry is None or self._is_written():
            return
        if not self._takes_several():
            self.decide((value,))
            return
        self._choose(self._chosen ^ {value})

    # Inside

    def _make_round(self) -> ReviewRound:
        return ReviewRound(ReviewSession(self._workspace.survey.store, self._preferences.operator))

    def _make_widgets(self) -> None:
        self.stack = QStackedWidget()
        self.work = QWidget()
        self.operator_form = OperatorForm()
        self.progress = make_label("subheading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.remaining = make_label("muted")
        self.operator_label = make_label("muted")
        self.operator_button = make_button("link")
        self.view = PictureView()
        self.place = make_label("muted")
        self.section = make_label("muted", wraps=True)
        self.question = make_label("question", wraps=True)
        self.reason = make_label("warning", wraps=True)
        self.reading = make_label("muted", wraps=True)
        self.options = OptionPanel()
        self.answer_edit = AnswerEdit()
        self.decisions = DecisionBar()
        self._idle_title = make_label("heading")
        self._idle_hint = make_label("muted", wraps=True)
        self.results_button = make_button("primary")

    def _lay_out(self) -> None:
        layout = make_column(self.work, margin=0, spacing=10)
        layout.addLayout(self._make_progress_row())
        layout.addWidget(self.view, stretch=1)
        layout.addWidget(self.place)
        layout.addLayout(self._make_question())
        layout.addWidget(self.options)
        layout.addWidget(self.answer_edit)
        layout.addWidget(self.decisions)
        for page in (self.operator_form, self.work, self._make_idle_state()):
            self.stack.addWidget(page)
        make_column(self).addWidget(self.stack)

    def _make_progress_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.progress)
        row.addWidget(self.bar, stretch=1)
        row.addWidget(self.remaining)
        row.addSpacing(16)
        row.addWidget(self.operator_label)
        row.addWidget(self.operator_button)
        return row

    def _make_question(self) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, labels in ((left, (self.section, self.question)), (right, (self.reason, self.reading))):
            column.setSpacing(3)
            for label in labels:
                column.addWidget(label)
            column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addLayout(left, stretch=3)
        row.addLayout(right, stretch=2)
        return row

    def _make_idle_state(self) -> QWidget:
        card = make_card()
        layout = QVBoxLayout(card)
        layout.addStretch()
        for label in (self._idle_title, self._idle_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(12)
        layout.addWidget(self.results_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        return card

    def _connect(self) -> None:
        self.operator_form.confirmed.connect(self.set_operator)
        self.operator_button.clicked.connect(self._ask_operator)
        self.options.picked.connect(self.pick)
        self.view.area_clicked.connect(self._on_area_clicked)
        self.answer_edit.confirmed.connect(self.accept)
        self.answer_edit.undo_wanted.connect(self.undo)
        self.results_button.clicked.connect(self.results_wanted)
        self._connect_decisions()
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._workspace.pages_changed.connect(self._on_pages_changed)
        self._workspace.reading_changed.connect(self._show_state)
        self._workspace.pictures_changed.connect(self._loader.forget)

    def _connect_decisions(self) -> None:
        bar = self.decisions
        bar.accept_button.clicked.connect(self.accept)
        bar.blank_button.clicked.connect(lambda: self.decide(()))
        bar.unreadable_button.clicked.connect(lambda: self.decide(None))
        bar.several_button.toggled.connect(self._on_several_toggled)
        bar.undo_button.clicked.connect(self.undo)
        bar.back_button.clicked.connect(lambda: self.look(-1))
        bar.next_button.clicked.connect(lambda: self.look(1))

    def _act_on_key(self, event: QKeyEvent) -> bool:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if has_control:
            return self._act_on_control_key(event.key())
        if self._is_written():  # digits and letters belong to what is typed
            return self._walk(event.key())
        return self._decide_by_key(event) or self._walk(event.key())

    def _undo_by_key(self, event: QKeyEvent) -> bool:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return has_control and event.key() == Qt.Key.Key_Z and self._act_on_control_key(event.key())

    def _act_on_control_key(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Z:
                self.undo()
            case Qt.Key.Key_U:
                self.decide(None)
            case _:
                return False
        return True

    def _decide_by_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():  # a key held down must not decide a row of answers
            return False
        value = option_keys(self._item()).get(event.text().upper())
        if value is not None:
            self.pick(value)
            return True
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accept()
            case Qt.Key.Key_0:
                self.decide(())
            case Qt.Key.Key_U:
                self.decide(None)
            case Qt.Key.Key_M:
                self.decisions.several_button.toggle()
            case Qt.Key.Key_Backspace:
                self.undo()
            case _:
                return False
        return True

    def _walk(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.look(-1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.look(1)
            case _:
                return False
        return True

    # Showing

    def _show_state(self) -> None:
        if self._workspace.is_reading or not (self.round.remaining or self.round.asked_again):
            self._show_idle_state()
        elif not self._preferences.operator:
            self._ask_operator()
        else:
            self.stack.setCurrentWidget(self.work)
            self._show_entry()

    def _show_idle_state(self) -> None:
        self.stack.setCurrentIndex(2)
        is_reading, is_behind = self._workspace.is_reading, self._workspace.is_behind
        if is_reading:
            self._idle_title.setText(self.tr("Pages are being read"))
            self._idle_hint.setText(self.tr("Review opens when the batch is finished or stopped."))
        elif is_behind:
            self._idle_title.setText(self.tr("Looking for what is doubtful…"))
            self._idle_hint.clear()
        else:
            self._idle_title.setText(self.tr("Nothing waits for review"))
            self._idle_hint.setText(self.tr("Every doubtful answer is decided. Ctrl+Z takes the last decision back."))
        self.results_button.setVisible(not is_reading and not is_behind)
        self.setFocus()

    def _ask_operator(self) -> None:
        self.stack.setCurrentWidget(self.operator_form)
        self.operator_form.ask(self._preferences.operator)

    def _show_entry(self) -> None:
        entry = self.round.entry
        if entry is None or self.stack.currentWidget() is not self.work:
            return
        self._show_progress()
        self._show_question(entry)
        self._show_controls(entry)
        self._show_picture(entry)

    def _show_progress(self) -> None:
        text = self.tr("{number} of {total}")
        total = len(self.round)
        self.progress.setText(text.format(number=format_count(self.round.position + 1), total=format_count(total)))
        self.bar.setRange(0, total)
        self.bar.setValue(total - self.round.remaining)
        self.remaining.setText(self.tr("%n left", "", self.round.remaining))
        self.operator_label.setText(self._preferences.operator)

    def _show_question(self, entry: QueueEntry) -> None:
        item = self._item()
        section = self._workspace.survey.template.section_of(entry.item_id)
        self.section.setText(section.title.in_language(self._language))
        self.question.setText(" ".join(filter(None, (item.number, item.label.in_language(self._language)))))
        self.reason.setText("\n".join(describe_flag(flag) for flag in sorted(entry.reading.flags)))
        self.reading.setText(self._describe_reading(entry, item))
        self.place.setText(self._describe_place(entry))

    def _describe_reading(self, entry: QueueEntry, item: Item) -> str:
        verification = self.round.verification(entry)
        if verification is not None:
            decided = self.tr("unreadable") if verification.answer is None else self._words(item, verification.answer)
            return self.tr("Decided: {answer}").format(answer=decided)
        if not item.kind.is_choice:
            return ""
        sure = format_percent(min(1 - entry.reading.p_wrong, 0.99), 0)  # what is doubted is never quite sure
        text = self.tr("The program reads: {answer} ({sure} sure)")
        return text.format(answer=self._words(item, entry.reading.answer), sure=sure)

    def _words(self, item: Item, answer: Answer) -> str:
        if not answer:
            return self.tr("blank")
        if not item.kind.is_choice:
            return answer[0]
        return " + ".join(item.option(value).label.in_language(self._language) for value in answer)

    def _describe_place(self, entry: QueueEntry) -> str:
        page = entry.page
        parts = [self.tr("{file}, page {number}").format(file=page.source, number=page.page_in_file)]
        names = {unit.code: unit.name for unit in self._workspace.survey.units}
        if page.unit:
            parts.append(names.get(page.unit, page.unit))
        if page.identity and page.identity.serial:
            parts.append(self.tr("sheet {serial}").format(serial=page.identity.serial))
        return " · ".join(parts)

    def _show_controls(self, entry: QueueEntry) -> None:
        item = self._item()
        is_written = self._is_written()
        self.options.setVisible(not is_written)
        self.answer_edit.setVisible(is_written)
        self.decisions.show_kind(item.kind, can_undo=self.round.can_undo)
        verification = self.round.verification(entry)
        current = verification.answer or () if verification else entry.reading.answer
        if is_written:
            self.answer_edit.ask(" ".join(current), digits=item.digits)
            return
        self.options.show_item(item, self._language, entry.reading.answer)
        self._choose(frozenset(current))
        self.setFocus()

    def _show_picture(self, entry: QueueEntry) -> None:
        picture = self._loader.get(key_of(entry))
        if picture is None:
            self._seen = None
            self.view.show_note(self.tr("Loading…"))
        else:
            self._show_loaded(key_of(entry), picture)
        self._loader.want([key_of(each) for each in self.round.upcoming(_PREFETCHED)])
        self._show_outlines()

    def _show_loaded(self, key: Key, picture: Picture) -> None:
        self._seen = key
        if picture is not self.view.picture:
            self.view.show_picture(picture)

    def _choose(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        # A single choice is decided by the key itself; showing a choice before would look like a decision.
        self.options.show_chosen(chosen if self._takes_several() else ())
        self._show_outlines()

    def _show_outlines(self) -> None:
        picture, entry = self.view.picture, self.round.entry
        if picture is None or entry is None:
            return
        chosen = self._chosen if self._takes_several() else frozenset()
        emphases = dict.fromkeys(entry.reading.answer, Emphasis.READING)
        emphases |= dict.fromkeys(chosen, Emphasis.CHOSEN)
        areas = [area for area in picture.areas if area.item_id == entry.item_id]
        self.view.show_outlines([Outline(area, emphases.get(area.option, Emphasis.SOFT)) for area in areas])

    # Facts about what is in front

    def _item(self) -> Item:
        assert self.round.entry is not None, "asked only while something is in front"
        return self._workspace.survey.template.item(self.round.entry.item_id)

    def _is_written(self) -> bool:
        return self.round.entry is not None and not self._item().kind.is_choice

    def _takes_several(self) -> bool:
        if self.round.entry is None:
            return False
        return self._item().kind is ItemKind.MULTIPLE or self.decisions.several_button.isChecked()

    def _load(self, key: Hashable) -> Picture:
        assert isinstance(key, tuple), "keys are made by key_of"
        page_id, item_id = key
        return load_item_picture(self._workspace.survey, page_id, ItemId(item_id))

    # Slots

    def _on_pages_changed(self, snapshot: Snapshot) -> None:
        self.round.renew(snapshot.queue)
        if self.isVisible():
            self._show_state()

    def _on_area_clicked(self, _item_id: str, option: str) -> None:
        if option:
            self.pick(option)

    def _on_several_toggled(self) -> None:
        entry = self.round.entry
        if entry is not None and not self._is_written():
            self._choose(frozenset(entry.reading.answer))
        self.setFocus()

    def _on_loaded(self, key: Hashable, picture: Picture) -> None:
        entry = self.round.entry
        if entry is not None and key == key_of(entry):
            self._show_loaded(key_of(entry), picture)
            self._show_outlines()

    def _on_load_failed(self, key: Hashable, error: Exception) -> None:
        entry = self.round.entry
        if entry is not None and key == key_of(entry):
            self._seen = key_of(entry)  # there is nothing more to see; the operator may have the sheet itself
            message = describe_error(error)
            self.view.show_note(f"{message.happened}\n{message.advice}")

    def _retranslate(self) -> None:
        self.operator_button.setText(self.tr("Change"))
        name_for_screen_readers(self.operator_button, self.tr("Change who decides"))
        name_for_screen_readers(self.bar, self.tr("Progress of review"))
        self.results_button.setText(self.tr("To the results"))
        if self.isVisible():
            self._show_state()
