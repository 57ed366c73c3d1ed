"""A page typed by hand: the paper on the left, every question of it on the right, a key for every answer."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTransform
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from form_templates.model import Item, ItemKind
from gui.answering.answer_draft import AnswerDraft, Answered, Asked
from gui.answering.answer_names import name_item
from gui.answering.answer_panel import AnswerPanel
from gui.answering.key_presses import press_of
from gui.answering.keys import TYPING_KEYS, WALKING, Command
from gui.i18n.error_messages import describe_error
from gui.paper.picture_loading import Picture, to_image
from gui.paper.picture_view import PictureView
from gui.preferences import Preferences
from gui.widgets.building_blocks import keep_splitter, make_button, make_label, resize_within_screen, restyle
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors
from gui.workspace import Workspace
from omr.responses import DeliveredPage
from omr.results import Answer
from omr.review.crops import DeliveredView, delivered_view
from omr.review.hand_entry import HandEntry


class TypingDialog(QDialog):
    """Asks for the answers of a page; keeps it only when every item has one, blank and unreadable included."""

    def __init__(
        self,
        workspace: Workspace,
        page: DeliveredPage,
        page_number: int,
        turned_deg: int,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert page.page_id is not None, "only kept pages can be typed"
        self._workspace = workspace
        self._page_id = page.page_id
        self._turned_deg = turned_deg
        self._preferences = preferences
        self.draft = AnswerDraft()
        self._was_warned = False
        self.entry = HandEntry(workspace.survey.template, page_number, page.verifications)
        self.setWindowTitle(self.tr("Type the answers of this page"))
        resize_within_screen(self, 1240, 700)
        self.view = PictureView()
        self.table = QTableWidget(len(self.entry.items), 2)
        self.question = make_label("question", wraps=True)
        self.panel = AnswerPanel(self.draft, TYPING_KEYS)
        self.hint = make_label("muted", wraps=True)
        self.save_button = make_button("primary")
        self.blank_button = make_button()
        self.unreadable_button = make_button()
        self.cancel_button = make_button()
        self._fill_table()
        self._lay_out()
        self._connect()
        self._load()
        self.go_to(0)

    @property
    def item(self) -> Item:
        """The item that is asked for."""
        return self.entry.items[max(self.table.currentRow(), 0)]

    def go_to(self, row: int) -> None:
        """Ask for another item."""
        self.table.selectRow(min(max(row, 0), self.table.rowCount() - 1))

    def answer(self, answer: Answer | None) -> None:
        """Answer the item and go on to the next one that is open."""
        row = max(self.table.currentRow(), 0)
        self.entry.answer(self.item.item_id, answer)
        self._show_answer(row)
        self._show_missing()
        following = self.entry.next_open(row)
        if following == row:
            self._show_item()
            self.save_button.setFocus()
        else:
            self.go_to(following)

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for."""
        if command in self._actions:
            self._actions[command](self)
        else:
            self.panel.answer_by(command)

    def save(self) -> None:
        """Keep the page, signed; nothing is kept before every item has an answer."""
        if self.entry.missing:
            return
        store, operator = self._workspace.survey.store, self._preferences.operator
        self.setEnabled(False)
        job = self._workspace.change(lambda: self.entry.keep(store, self._page_id, self._turned_deg, operator))
        job.succeeded.connect(self.accept)
        job.failed.connect(lambda _error: self.setEnabled(True))  # what was typed is not lost

    def reject(self) -> None:
        """Close without keeping the page; what was typed is given up only when asked twice."""
        if self.entry.answers and not self._was_warned:
            self._was_warned = True
            self.hint.setText(self.tr("The page is not kept yet. Press Esc or Cancel once more to give it up."))
            restyle(self.hint, "role", "warning")
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():  # a key held down must not answer a row of questions
            return
        if not self.panel.take_key(event, is_typing=False):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            command = WALKING.get(press_of(event).name)
            if command is not None:  # the line would take them for its own cursor
                self.do(command)
                return True
        return super().eventFilter(watched, event)

    def _confirm(self) -> None:
        if self.save_button.hasFocus():
            self.save()
        else:
            self.panel.answer_by(Command.CONFIRM)

    _actions: Mapping[Command, Callable[["TypingDialog"], None]] = {
        Command.CONFIRM: _confirm,
        Command.SAVE: save,
        Command.BACK: lambda dialog: dialog.go_to(dialog.table.currentRow() - 1),
        Command.ON: lambda dialog: dialog.go_to(dialog.table.currentRow() + 1),
        Command.UNDO: lambda _dialog: None,  # an answer is changed, not taken back
    }

    def _fill_table(self) -> None:
        language = self._workspace.survey.template.language
        table = self.table
        for row, item in enumerate(self.entry.items):
            text = name_item(item, language)
            question = QTableWidgetItem(text)
            question.setToolTip(as_tip(text))
            table.setItem(row, 0, question)
        table.setHorizontalHeaderLabels([self.tr("Question"), self.tr("Answer")])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().resizeSection(1, 170)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys answer and arrows walk, see keyPressEvent
        table.setAccessibleName(self.tr("Questions of this page"))

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.table, stretch=1)
        for widget in (self.question, self.panel, self.hint):
            column.addWidget(widget)
        column.addLayout(self._make_buttons())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.view)
        splitter.addWidget(right)
        splitter.setSizes([560, 640])
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        keep_splitter(splitter, "typing", self._preferences)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.addWidget(splitter)

    def _make_buttons(self) -> QHBoxLayout:
        self.blank_button.setText(self.tr("Left blank (0)"))
        self.unreadable_button.setText(self.tr("Unreadable (Ctrl+U)"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.save_button.setToolTip("Ctrl+S")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.blank_button)
        row.addWidget(self.unreadable_button)
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        return row

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(self._show_item)
        self.panel.answered.connect(self._on_answered)
        self.panel.commanded.connect(self.do)
        self.panel.line.edit.installEventFilter(self)
        self.save_button.clicked.connect(self.save)
        self.blank_button.clicked.connect(lambda: self.do(Command.BLANK))
        self.unreadable_button.clicked.connect(lambda: self.do(Command.UNREADABLE))
        self.cancel_button.clicked.connect(self.reject)
        self._show_missing()

    def _load(self) -> None:
        survey, page_id = self._workspace.survey, self._page_id
        self.view.show_note(self.tr("Loading…"))
        job = self._workspace.picture_jobs.start(lambda _report, _cancel: delivered_view(survey, page_id))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self._on_failed)

    def _on_loaded(self, view: DeliveredView) -> None:
        image = to_image(view.pixels).transformed(QTransform().rotate(self._turned_deg))
        self.view.show_picture(Picture(image))

    def _on_answered(self, answered: Answered) -> None:
        self.answer(answered.answer)

    def _on_failed(self, error: Exception) -> None:
        message = describe_error(error)
        self.view.show_note(f"{message.happened}\n{message.advice}")

    def _show_item(self) -> None:
        item, language = self.item, self._workspace.survey.template.language
        self.question.setText(name_item(item, language))
        self.panel.ask(Asked(item.item_id, item, self.entry.answers.get(item.item_id) or ()), language)
        self.draft.see(item.item_id)  # also before the picture is there: the person may have the sheet itself
        if not self.draft.is_written:
            self.setFocus()
        self._was_warned = False
        restyle(self.hint, "role", "muted")
        self.hint.setText(
            self.tr("Tick what is marked, then Enter.")
            if item.kind is ItemKind.MULTIPLE
            else self.tr("↑ and ↓ go to another question; an answer can be changed until the page is kept.")
        )

    def _show_answer(self, row: int) -> None:
        item = self.entry.items[row]
        answer = self.entry.answers[item.item_id]
        cell = QTableWidgetItem(self._words(item, answer))
        cell.setForeground(current_colors().text if answer else current_colors().muted)
        self.table.setItem(row, 1, cell)

    def _words(self, item: Item, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("unreadable")
        if not answer:
            return self.tr("blank")
        language = self._workspace.survey.template.language
        return ", ".join(item.option(v).label.in_language(language) if item.kind.is_choice else v for v in answer)

    def _show_missing(self) -> None:
        missing = self.entry.missing
        self.save_button.setEnabled(not missing)
        self.save_button.setText(self.tr("%n question(s) to go", "", missing) if missing else self.tr("Keep the page"))
