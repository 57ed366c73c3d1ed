"""Makes a form of a list of questions that is pasted, and shows at once what was understood and how it will look."""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QWidget,
)

from form_templates.editing.checks import FormChecker
from form_templates.model import FormTemplate, Language
from form_templates.tables import LONGEST_NAME
from gui.form.page_preview import PREVIEW_DPI, PagePreview
from gui.i18n.fact_messages import describe_fact
from gui.i18n.remark_messages import describe_remark
from gui.jobs import Jobs
from gui.new_form.new_form import NewForm, draw_new_form, print_new_form, write_new_form
from gui.new_form.understood_table import UnderstoodTable
from gui.widgets import dialogs
from gui.widgets.building_blocks import (
    make_bar,
    make_button,
    make_column,
    make_label,
    name_for_screen_readers,
    resize_within_screen,
)
from gui.widgets.plain_texts import breakable
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.theme import scaled
from gui.widgets.wrapping_row import WrappingRow
from omr.forms.page_images import PageOpener
from omr.forms.question_lists.cells import text_of_rows
from omr.forms.question_lists.list_files import LIST_ENDINGS, ListFile, file_remarks, open_list
from omr.forms.question_lists.listed import ListedKind, ListRemark, QuestionList
from omr.forms.question_lists.making import FormWish, build_form
from omr.forms.question_lists.reading import read_question_list
from omr.forms.template_import import propose_template_folder

_READ_AFTER_MS = 250
_MOST_NAMED = 4  # of what hinders a form
_PASTE_PX, _REMARKS_PX, _TITLE_PX = 130, 76, 260
_LANGUAGE_NAMES = {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"}


class NewFormDialog(QDialog):
    """Takes a list of questions; the form lies in a temporary folder once it is wanted, until a person keeps it.

    That folder is gone when the dialog is closed, so whoever takes the form copies it in time, or calls ``hand_over``.
    """

    wanted = Signal(object)  # NewForm: a survey is to be made with it

    def __init__(
        self, language: Language, parent_folder: Path, picture_jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New form"))
        resize_within_screen(self, 1200, 680)
        self.setAcceptDrops(True)
        self._language = language
        self._parent_folder = parent_folder
        self._jobs = Jobs(self, threads=1)
        self._opener = PageOpener()
        self._place: TemporaryDirectory[str] | None = None
        self._numbers = count(1)
        self._clock = QTimer(self, interval=_READ_AFTER_MS, singleShot=True)
        self._read_text: str | None = None
        self._of_file: tuple[ListRemark, ...] = ()
        self.form: NewForm | None = None
        self.definition: FormTemplate | None = None
        self.title_edit, self.language_box = QLineEdit(), RoomyComboBox()
        self.text_edit = QPlainTextEdit()
        self.file_button, self.example_button = make_button(), make_button()
        self.understood, self.remarks = make_label("muted", wraps=True), make_label("muted", wraps=True)
        self.table = UnderstoodTable()
        self.preview = PagePreview(picture_jobs)
        self.state = make_label("muted", wraps=True)
        self.close_button, self.print_button, self.save_button = make_button(), make_button(), make_button()
        self.survey_button = make_button("primary")
        self._name()
        self._lay_out()
        self._connect()
        self._show_list(QuestionList(()))
        self.text_edit.setFocus()

    @property
    def is_busy(self) -> bool:
        """Whether something is still read or written."""
        return self._jobs.is_busy or self._clock.isActive()

    def open_file(self, path: Path) -> None:
        """Take the list of a file instead of what stands there."""
        self._parent_folder = path.parent
        job = self._jobs.start(lambda _report, _cancel: open_list(path, self._opener))
        job.succeeded.connect(self._on_opened)
        job.failed.connect(lambda error: dialogs.show_error(self, error))

    def _on_opened(self, file: ListFile) -> None:
        self._of_file = file_remarks(file)
        self.text_edit.setPlainText(text_of_rows(file.rows))

    def hand_over(self) -> TemporaryDirectory[str] | None:
        """Return the folder that the form lies in, which is the caller's to clear away from now on."""
        place, self._place = self._place, None
        return place

    def done(self, result: int) -> None:
        self._clock.stop()
        self._opener.close()  # first, for a job may wait for a file that takes a minute
        self._jobs.stop()
        if self._place is not None:
            self._place.cleanup()
            self._place = None
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_list(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_list(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _name(self) -> None:
        self.title_edit.setMaxLength(LONGEST_NAME)
        name_for_screen_readers(self.title_edit, self.tr("Title of the form"))
        name_for_screen_readers(self.language_box, self.tr("Language of the form"))
        self.language_box.addItem(self.tr("Language of the list"), None)
        for language, name in _LANGUAGE_NAMES.items():
            self.language_box.addItem(name, language)
        self.text_edit.setPlaceholderText(
            self.tr(
                "Paste questions from Excel or Word here, or drop a file.\n\nOne question a row, or a numbered list; "
                "options in further columns, below, or behind a colon:\n1. Sex: Male / Female"
            )
        )
        self.text_edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text_edit.setTabChangesFocus(True)
        self.text_edit.setAccessibleName(self.tr("List of questions"))
        self.file_button.setText(self.tr("From a file…"))
        self.example_button.setText(self.tr("Begin with an example"))
        self.close_button.setText(self.tr("Discard"))
        self.print_button.setText(self.tr("Blank pages as PDF…"))
        self.save_button.setText(self.tr("Save as template…"))
        self.survey_button.setText(self.tr("New survey with this form…"))

    def _lay_out(self) -> None:
        head, bar = QWidget(), QWidget()
        row = WrappingRow(head)
        self.title_edit.setMinimumWidth(_TITLE_PX)
        row.addWidget(self.title_edit, stretch=1)
        for widget in (self.language_box, self.file_button, self.example_button):
            row.addWidget(widget)
        self.text_edit.setFixedHeight(_PASTE_PX)
        told = QScrollArea(widgetResizable=True)
        told.setFixedHeight(scaled(_REMARKS_PX))
        told.setFrameShape(QScrollArea.Shape.NoFrame)
        told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        told.setWidget(self.remarks)
        left = QWidget()
        column = make_column(left, margin=0, spacing=8)
        column.addWidget(head)
        column.addWidget(self.text_edit)
        column.addWidget(self.understood)
        column.addWidget(self.table, stretch=1)
        column.addWidget(told)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.preview)
        splitter.setSizes([760, 400])
        for place, share in enumerate((19, 10)):
            splitter.setStretchFactor(place, share)  # both give way in a narrow window
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        make_bar(bar, [self.close_button], [self.print_button, self.save_button, self.survey_button])
        layout = make_column(self, margin=20, spacing=10)
        layout.addWidget(splitter, stretch=1)
        layout.addWidget(self.state)
        layout.addWidget(bar)
        self.state.hide()

    def _connect(self) -> None:
        self._clock.timeout.connect(self._read)
        self.text_edit.textChanged.connect(self._clock.start)
        self.language_box.currentIndexChanged.connect(self._read)
        self.title_edit.textChanged.connect(self._show_form)
        self.table.questions.changed.connect(self._show_form)
        self.file_button.clicked.connect(self._on_choose_file)
        self.example_button.clicked.connect(self._on_example)
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.survey_button.clicked.connect(self._on_wanted)

    def _read(self) -> None:
        """Read what stands there, off the GUI thread, for it may be a whole book."""
        self._clock.stop()
        text, language = self.text_edit.toPlainText(), self.language_box.currentData()
        self._read_text = text
        job = self._jobs.start(lambda _report, _cancel: read_question_list(text, language))
        job.succeeded.connect(lambda found: self._on_read(text, found))
        job.failed.connect(lambda error: dialogs.show_error(self, error))

    def _on_read(self, text: str, found: QuestionList) -> None:
        if text == self._read_text:  # else it goes on being typed
            self._show_list(found)

    def _show_list(self, found: QuestionList) -> None:
        self.table.show_list(found)
        self.title_edit.setPlaceholderText(found.title or self.tr("Title of the form"))
        if not found.sections:
            self._of_file = ()  # what was opened is gone
        remarks = (*self._of_file, *found.remarks)
        self.remarks.setText(breakable("\n".join(map(describe_remark, remarks))))
        self._show_form()

    def _show_form(self) -> None:
        """Show the form as it is now, and offer what can be done with it."""
        wanted = self.table.questions.wanted()
        has_items = bool(wanted.sections)
        self.definition = build_form(wanted, FormWish(title=self.title_edit.text())) if has_items else None
        self.form = None
        hindrance = self._hindrance(wanted)
        if hindrance:
            self.definition = None
        for button in (self.print_button, self.save_button, self.survey_button):
            button.setEnabled(self.definition is not None)
        self.state.hide()
        self.understood.setText(self._understood(has_items=has_items))
        if self.definition is None:
            self.preview.show_nothing(hindrance or self.tr("The pages of the form are shown here."))
        else:
            definition = self.definition
            self.preview.show_pages(definition, lambda: draw_new_form(definition, PREVIEW_DPI))

    def _hindrance(self, wanted: QuestionList) -> str:
        """Return why no form can be made of a list as the person wants it, for those who never see its file."""
        chosen = (ListedKind.SINGLE, ListedKind.MULTIPLE)
        bare = [item.name for item in wanted.items() if item.kind in chosen and not item.options]
        if bare:
            return self.tr(
                "Write options below these questions in the list, or let them be answered otherwise: {names}."
            ).format(names="; ".join(bare[:_MOST_NAMED]))
        if self.definition is None:
            return ""
        told = FormChecker(is_typeset=True).check(self.definition)
        named = {"title": self.tr("Title of the form")}
        lines = [
            f"{finding.item_id or finding.section_id or named.get(finding.part, finding.part)}: "
            f"{describe_fact(finding.message)}"
            for finding in told[:_MOST_NAMED]
        ]
        return "\n".join(lines)

    def _understood(self, *, has_items: bool) -> str:
        if not has_items:
            is_empty = not self.text_edit.toPlainText().strip()
            return "" if is_empty else self.tr("No question was found in this text.")
        number = self.tr("%n question(s)", "", self.table.questions.used_count)
        advice = self.tr("Click on how a question is answered to change it; untick what is to be left out.")
        return f"{number}. {advice}"

    def _on_choose_file(self) -> None:
        kinds = self.tr("Lists of questions ({endings})").format(endings=" ".join(f"*{end}" for end in LIST_ENDINGS))
        path = dialogs.ask_file(self, self.tr("Choose a list of questions"), self._parent_folder, kinds)
        if path is not None:
            self.open_file(path)

    def _on_example(self) -> None:
        self.text_edit.setPlainText(self.tr("1. How satisfied are you with the service?"))
        self.text_edit.setFocus()

    def _on_print(self) -> None:
        if self.definition is None:
            return
        definition = self.definition
        proposal = self._parent_folder / f"{definition.template_id}.pdf"
        title, kinds = self.tr("Blank pages as PDF"), self.tr("PDF files (*.pdf)")
        path = dialogs.ask_save_path(self, title, proposal, kinds)
        if path is not None:
            self._work(lambda: print_new_form(definition, path), lambda _pages: self._say_kept(path))

    def _on_save(self) -> None:
        parent = dialogs.ask_folder(self, self.tr("Choose where the template's folder is made"), self._parent_folder)
        if parent is None or self.definition is None:
            return
        definition, self._parent_folder = self.definition, parent
        target = propose_template_folder(parent, Path(definition.template_id))
        self._work(lambda: write_new_form(definition, target), self._on_saved)

    def _on_saved(self, form: NewForm) -> None:
        self.form = form
        self._say_kept(form.folder)

    def _say_kept(self, path: Path) -> None:
        self.state.setText(breakable(self.tr("Saved in {folder}.").format(folder=path)))
        self.state.show()
        self.close_button.setText(self.tr("Close"))

    def _on_wanted(self) -> None:
        """Hand on the form that was saved, or one in a temporary folder."""
        if self.form is not None or self.definition is None:
            self.wanted.emit(self.form)
            return
        definition = self.definition
        if self._place is None:
            self._place = TemporaryDirectory(prefix="phieu-", ignore_cleanup_errors=True)
        folder = Path(self._place.name) / f"form-{next(self._numbers)}"
        self._work(lambda: write_new_form(definition, folder), self._on_written)

    def _on_written(self, form: NewForm) -> None:
        self.form = form
        self.wanted.emit(form)

    def _work(self, work: Callable[[], object], show: Callable[[Any], None]) -> None:
        """Write something off the GUI thread."""
        buttons = (self.print_button, self.save_button, self.survey_button)
        for button in buttons:
            button.setEnabled(False)
        job = self._jobs.start(lambda _report, _cancel: work())
        job.succeeded.connect(show)
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(lambda: self._offer(buttons))

    def _offer(self, buttons: Sequence[QWidget]) -> None:
        for button in buttons:
            button.setEnabled(self.definition is not None)


def _dropped_list(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in LIST_ENDINGS else None
