"""The designer of one form that was opened: questions and properties beside the page, what is to be said below it."""

import math
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from form_templates.editing.edit import AreaRef
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.settling import SettleDoubts
from form_templates.model import FormTemplate, ItemId
from gui.designing.form_editor import FormEditor
from gui.designing.form_folder import AreaDoubts, OpenedForm, still_doubtful, without_items
from gui.designing.form_keeping import FormKeeping
from gui.designing.left_over_bar import LeftOverBar
from gui.designing.page.area_actions import AreaActions
from gui.designing.page.drawing_target import TargetKind, target_of
from gui.designing.page.form_canvas import FormCanvas
from gui.designing.page.page_buttons import PageButtons
from gui.designing.questions.fields import WordsField
from gui.designing.questions.properties_panel import PropertiesPanel
from gui.designing.questions.question_tree import QuestionTree
from gui.designing.questions.words_area import WordsArea
from gui.designing.remarks_list import RemarksList
from gui.designing.trial.trial_view import TrialView
from gui.designing.typeset.question_actions import QuestionActions
from gui.designing.typeset.typeset_canvas import TypesetCanvas
from gui.designing.typeset.typesetter import Typesetter
from gui.i18n.fact_messages import describe_fact
from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_button, make_column, make_label
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled
from gui.widgets.wrapping_row import WrappingRow
from omr.forms.trying import FormTrial

_HINT_PX = 420  # every sentence fits into two lines of it
_CHECK_MS = 150  # after the last edit: typing must not wait for the checks


class DesignerView(QWidget):
    """One form in hand; emits ``saved`` when its folder holds what is seen."""

    saved = Signal()

    def __init__(self, opened: OpenedForm, jobs: Jobs, trial: FormTrial, keeping: FormKeeping) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._jobs, self._keeping = jobs, keeping
        self._replaces = opened.replaces
        self._doubts = dict(opened.doubts)
        self._is_saving = self._is_new_version_kept = False
        self.editor = FormEditor(opened.folder, opened.document, opened.paper)
        self._desk, self._stack = QSplitter(Qt.Orientation.Horizontal), QStackedWidget()
        self.canvas: FormCanvas
        self.tools: AreaActions | QuestionActions  # whose keys rest while a trial is shown
        self.typesetter: Typesetter | None = None
        if self.editor.is_typeset:
            self._make_typeset_tools(opened)
        else:
            self.canvas = FormCanvas(self.editor, opened.pictures)
            self.tools = AreaActions(self.editor, self.canvas, self._desk)
        self.tree, self.properties = QuestionTree(self.editor), PropertiesPanel(self.editor)
        self.remarks = RemarksList(self.editor)
        self.left_over = LeftOverBar(opened)
        self.version_note = make_label("muted", wraps=True)
        self.hint, self.state = make_label("muted", wraps=True), make_label("muted")
        self.refusal = make_label("warning", wraps=True)
        self.trial = TrialView(trial, jobs)
        self.try_button, self.save_button = make_button(), make_button("primary")
        self.fit_button, self.width_button = make_button("filter"), make_button("filter")
        self.pages = PageButtons(self.editor)
        self._save_action = QAction(self)
        self._checking = QTimer(self, interval=_CHECK_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._desk.setEnabled(opened.left is None)

    @property
    def is_changed(self) -> bool:
        """Whether something was done that is not saved."""
        return self.editor.document.is_changed

    def save(self) -> None:
        """Write the form into its folder, unless something must be mended first."""
        if self._is_saving:
            return
        self.check_now()
        form, settled, doubts = self.editor.form, self.editor.document.settled, self._open_doubts()
        if self.editor.findings:
            self.hint.setText(
                self.tr("Not saved: what is listed below must be mended first. Nothing is lost meanwhile.")
            )
            self.remarks.list.setFocus()
            return
        if self.typesetter is not None and self.typesetter.problem:
            self.hint.setText(self.tr("Not saved: the pages cannot be set like this. Nothing is lost meanwhile."))
            return
        self._is_saving = True
        job = self._jobs.start(lambda _report, _cancel: self._keeping.keep(form, doubts))
        job.succeeded.connect(lambda folder: self._on_saved(form, settled, folder))
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(self._on_saving_ended)
        self._say_state()

    def try_on(self, paths: Sequence[Path] = ()) -> None:
        """Read scans with the form as it is, those of the last time if none are given, and show what that gives."""
        if not self._desk.isEnabled():
            return
        self.check_now()
        if self.editor.findings:
            self.hint.setText(self.tr("Not tried: what is listed below must be mended first."))
            self._stack.setCurrentWidget(self._desk)
            self.remarks.list.setFocus()
            return
        if self.typesetter is not None and self.typesetter.problem:
            self.hint.setText(self.tr("Not tried: the pages cannot be set like this."))
            return
        paths = paths or (() if self.trial.paths else self._ask_scans())
        if self.typesetter is not None and self.typesetter.is_behind:
            wanted = partial(self.try_on, paths)
            self.typesetter.told.connect(wanted, Qt.ConnectionType.SingleShotConnection)
        elif paths or self.trial.paths:
            self._stack.setCurrentWidget(self.trial)
            self.trial.setFocus()
            self.trial.read_with(self.editor.paper, paths)

    def go_on_editing(self) -> None:
        """Show the form again; reading that goes on is called off."""
        self.trial.stop()
        self._stack.setCurrentWidget(self._desk)
        self.canvas.setFocus()
        self._say_trying()

    def check_now(self) -> None:
        """Show what is wrong with the form as it is now."""
        self._checking.stop()
        editor = self.editor
        doubts = self._open_doubts()
        self.remarks.show_remarks(editor.findings, doubts)
        wrong_areas = frozenset(ref for finding in editor.findings for ref in finding.refs)
        self.canvas.show_marks(wrong_areas, frozenset(doubts) - wrong_areas)
        named = ((finding.item_id or finding.section_id) for finding in editor.findings)
        self.tree.show_marks(frozenset(filter(None, named)), frozenset(ref.item_id for ref in doubts))

    def leave(self) -> None:
        """Let go of the form; what is not saved stays in the journal and is offered the next time."""
        if not self.editor.document.is_changed and self._desk.isEnabled():
            self.editor.drop_journal()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._desk.isEnabled() and _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.try_on(_dropped_files(event))

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.tree)
        left.addWidget(self.properties)
        left.setSizes([210, 400])
        left.setHandleWidth(14)
        left.setChildrenCollapsible(False)
        left.setMinimumWidth(scaled(340))
        self._desk.addWidget(left)
        self._desk.addWidget(self._make_right())
        self._desk.setSizes([scaled(400), 1240 - scaled(400)])
        self._desk.setStretchFactor(1, 1)
        self._desk.setHandleWidth(16)
        self._desk.setChildrenCollapsible(False)
        column = make_column(self, margin=16, spacing=10)
        column.addWidget(self.left_over)
        column.addWidget(self.version_note)
        self._stack.addWidget(self._desk)
        self._stack.addWidget(self.trial)
        column.addWidget(self._stack, stretch=1)
        order = (self.tree, self.canvas, self.remarks.list, self.try_button, self.save_button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _make_right(self) -> QWidget:
        right, top, bottom = QWidget(), WrappingRow(), WrappingRow()
        for tool in self.tools.buttons():
            top.addWidget(tool)
        top.addStretch()
        top.addWidget(self.state)
        top.addWidget(self.try_button)
        top.addWidget(self.save_button)
        lines = math.ceil(scaled(200) / 100)  # of the sentences; the page must not jump with each
        self.hint.setFixedHeight(lines * self.hint.fontMetrics().lineSpacing())
        self.hint.setMinimumWidth(_HINT_PX)
        bottom.addWidget(self.hint, stretch=1)
        bottom.addStretch()
        bottom.addWidget(self.pages)
        bottom.addWidget(self.fit_button)
        bottom.addWidget(self.width_button)
        column: QVBoxLayout = make_column(right, margin=0, spacing=8)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(self.canvas, stretch=1)
        self.refusal.hide()
        column.addLayout(bottom)
        column.addWidget(self.remarks)
        for row in (top, bottom):
            row.setSpacing(6)
        return right

    def _connect(self) -> None:
        editor = self.editor
        editor.changed.connect(lambda _before: self._on_changed())
        editor.chosen_changed.connect(self._say_hint)
        editor.chosen_changed.connect(self.canvas.reveal)
        self.pages.chosen.connect(editor.show_page)
        editor.refused.connect(self._on_refused)
        editor.keeping_changed.connect(self._say_state)
        self.canvas.page_wanted.connect(lambda way: editor.show_page(editor.page_number + way))
        if isinstance(self.tools, AreaActions):
            self.tools.draw.toggled.connect(lambda _is_on: self._say_hint())
        self.remarks.settled.connect(self._on_settled)
        self.left_over.decided.connect(self._on_left_over_decided)
        self.fit_button.clicked.connect(self.canvas.fit)
        self.width_button.clicked.connect(self.canvas.fit_width)
        self.remarks.shown.connect(self.canvas.look_at_chosen)
        self.try_button.clicked.connect(lambda: self.try_on())
        self.trial.left.connect(self.go_on_editing)
        self.trial.others_wanted.connect(lambda: self.try_on(paths) if (paths := self._ask_scans()) else None)
        self.save_button.clicked.connect(self.save)
        self._save_action.setShortcut(QKeySequence("Ctrl+S"))
        self._save_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._save_action.triggered.connect(self.save)
        self.addAction(self._save_action)
        self._checking.timeout.connect(self.check_now)

    def _make_typeset_tools(self, opened: OpenedForm) -> None:
        canvas, tools = TypesetCanvas(self.editor, opened.pictures), QuestionActions(self.editor, self._desk)
        self.canvas, self.tools = canvas, tools
        self.typesetter = Typesetter(self.editor, canvas, self._jobs)
        self.typesetter.told.connect(self._say_refusal)
        canvas.words_wanted.connect(lambda: _begin_typing(self.properties.of_items.words))
        tools.question_added.connect(lambda: _begin_typing(self.properties.of_items.words))
        tools.section_added.connect(lambda: _begin_typing(self.properties.of_section.title))

    def _say_refusal(self) -> None:
        problem = self.typesetter.problem if self.typesetter is not None else ""
        text = self.tr("The last change cannot be set, so the pages are those before it: {why}.")
        self.refusal.setText(text.format(why=problem))
        self.refusal.setVisible(bool(problem))

    def _ask_scans(self) -> tuple[Path, ...]:
        title = self.tr("Try the form on filled scans")
        start = self.trial.paths[-1].parent if self.trial.paths else Path.home()
        return dialogs.ask_scans(self, start, title)

    def _say_version(self) -> None:
        """Say where something rests on the form that the changes become another version of it."""
        version, is_new = self.editor.form.version, self._replaces is not None and not self._is_new_version_kept
        self.save_button.setText(self.tr("Save as version {new}").format(new=version) if is_new else self.tr("Save"))
        text = self.tr(
            "Pages were read or printed with version {old}, so it stays as it is. Saving makes version {new}: it reads "
            "the pages that come from now on."
        )
        if self._is_new_version_kept:
            text = self.tr("Version {new} reads the pages that come from now on; earlier ones stay with version {old}.")
        self.version_note.setText(text.format(old=self._replaces, new=version))
        self.version_note.setVisible(self._replaces is not None)

    def _say_trying(self) -> None:
        is_again = bool(self.trial.paths)
        self.try_button.setText(self.tr("Read again") if is_again else self.tr("Try it…"))
        tip = self.tr("Shows what is read of a filled scan or photograph, which can also be dropped here")
        if is_again:
            tip = self.tr("Reads the same scans with the form as it is now; others can be dropped here")
        self.try_button.setToolTip(as_tip(tip))

    def _on_changed(self) -> None:
        self._checking.start()
        self._say_hint()

    def _on_refused(self, error: EditRefused) -> None:
        fact = describe_fact(error.fact)
        self.hint.setText(self.tr("That cannot be done: {why}.").format(why=fact))

    def _open_doubts(self) -> dict[AreaRef, AreaDoubts]:
        """Return what nobody has found to be right, of what is still there."""
        document = self.editor.document
        return still_doubtful(without_items(self._doubts, document.settled), document.form)

    def _on_settled(self, item_ids: tuple[ItemId, ...]) -> None:
        self.editor.do(SettleDoubts(item_ids))
        self.check_now()

    def _on_left_over_decided(self, is_wanted: bool) -> None:
        reading = self.left_over.reading
        if is_wanted and reading is not None:
            self.editor.take_up(reading)
        else:
            self.editor.drop_journal()
        self._desk.setEnabled(True)
        self.canvas.setFocus()
        self._say_state()

    def _on_saved(self, form: FormTemplate, settled: frozenset[ItemId], folder: Path) -> None:
        if self.editor.form is form and self.editor.document.settled == settled:  # nothing was done meanwhile
            self.editor.mark_saved()
            self.editor.move_to(folder)
        self._is_new_version_kept = self._replaces is not None
        self._say_version()
        self.saved.emit()

    def _on_saving_ended(self) -> None:
        self._is_saving = False
        self._say_state()

    def _say_state(self) -> None:
        trouble = self.editor.journal_trouble
        text = self.tr("Not saved") if self.is_changed else self.tr("Saved")
        if self._is_saving:
            text = self.tr("Saving…")
        tip = self.tr("What you do is kept on disk at once; if the program ends, it is offered again.")
        if trouble is not None and self.is_changed:
            text = self.tr("Not saved, not secured")
            tip = self.tr("Changes cannot be kept on disk meanwhile: {why}.").format(why=describe_fact(trouble.fact))
        self.state.setText(text)
        self.state.setToolTip(as_tip(tip))
        self.save_button.setEnabled(self.is_changed and not self._is_saving)

    def _say_hint(self) -> None:
        if isinstance(self.tools, QuestionActions):
            self.hint.setText(self.tools.hint())
            return
        is_drawing = self.tools.draw.isChecked()
        self.hint.setText(self._drawing_hint() if is_drawing else "")
        if not is_drawing and not self.editor.chosen.refs:
            self.hint.setText(self.tr("Click an area or drag a box; wheel zooms, Alt draws, Ctrl does not snap."))

    def _drawing_hint(self) -> str:
        target = target_of(self.editor.form, self.editor.chosen.item_ids)
        pattern = {
            TargetKind.OPTION: self.tr("Draws option “{option}” of {item}."),
            TargetKind.FIELD: self.tr("Draws the writing field of {item}."),
            TargetKind.NEW_OPTION: self.tr("Draws a new option “{option}” of {item}."),
            TargetKind.NEW_ITEM: self.tr("Draws a new question, {item}. Choose one to draw its options."),
        }[target.kind]
        return pattern.format(option=target.option, item=target.item_id)

    def _retranslate(self) -> None:
        self.tools.retranslate()
        self._say_version()
        self.save_button.setToolTip(as_tip(self.tr("Into the form's folder (Ctrl+S)")))
        self.fit_button.setText(self.tr("Whole page"))
        self.width_button.setText(self.tr("Page width"))
        self.pages.retranslate()
        self._say_refusal()
        self._say_trying()
        self.remarks.retranslate()
        self.check_now()
        self._say_hint()
        self._say_state()


def _begin_typing(field: WordsArea | WordsField) -> None:
    field.setFocus()
    field.selectAll()


def _dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
