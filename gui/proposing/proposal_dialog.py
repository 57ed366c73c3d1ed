"""Finds the questions of a form in its files, shows what was found, and asks what becomes of it."""

import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QProgressBar, QStackedWidget, QWidget

from form_templates.errors import TemplateError
from form_templates.model import Language
from gui.designing.designer_dialog import DesignerDialog
from gui.i18n.doubt_messages import describe_note
from gui.i18n.error_messages import describe_error, details_of
from gui.i18n.fact_messages import advise_form_file, describe_finding
from gui.i18n.translation import format_count
from gui.jobs import Jobs
from gui.proposing.found_form import FoundForm, SearchStep, edited, find_form
from gui.proposing.found_view import FoundView
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
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener
from omr.forms.template_import import copy_template_folder, propose_template_folder

_TICK_MS = 1000
_LEAST_DETAILS_PX = 160


class ProposalDialog(QDialog):
    """Searches a form off the GUI thread; what it finds lies in a temporary folder until the person keeps it.

    That folder is gone when the dialog is closed, so whoever takes the form copies it in time, or calls ``hand_over``.
    """

    wanted = Signal(object)  # FoundForm: a survey is to be made with it

    def __init__(
        self, paths: Sequence[Path], language: Language, parent_folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Form from a file"))
        resize_within_screen(self, 1180, 680)
        self._language = language
        self._parent_folder = parent_folder
        self._jobs = Jobs(self, threads=1)
        self._opener = PageOpener()
        self._place: TemporaryDirectory[str] | None = None
        self._began_s = 0.0
        self._clock = QTimer(self, interval=_TICK_MS)
        self.paths: tuple[Path, ...] = ()
        self.form: FoundForm | None = None
        self.found_view: FoundView | None = None
        self.heading, self.state = make_label("heading", wraps=True), make_label("muted", wraps=True)
        self.step, self.elapsed = make_label("subheading", wraps=True), make_label("muted")
        self.problem = make_label("subheading", wraps=True)
        self.advice, self.details = make_label("muted", wraps=True), QPlainTextEdit(readOnly=True)
        self.again_button, self.close_button = make_button(), make_button()
        self.filled_box = QCheckBox()
        self.save_button, self.survey_button = make_button(), make_button("primary")
        self.edit_button = make_button()
        self._kept: Path | None = None  # where the form is, once a person has saved it
        self._stack = QStackedWidget()
        self._waiting, self._failed = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.search(paths)

    @property
    def is_searching(self) -> bool:
        """Whether the form is still looked for."""
        return self._jobs.is_busy and self._stack.currentWidget() is self._waiting

    def search(self, paths: Sequence[Path]) -> None:
        """Look for a form in these files instead of what is shown."""
        self.paths = tuple(paths)
        self._let_go()
        self._place = TemporaryDirectory(prefix="phieu-", ignore_cleanup_errors=True)
        folder, opener = Path(self._place.name) / "form", self._opener
        self.heading.setText(breakable(self._names()))
        self._show(self._waiting)
        self._on_step(SearchStep(self.paths[0].name, 0))
        self._began_s = time.monotonic()
        self._on_tick()
        self._clock.start()
        are_filled = self.filled_box.isChecked()
        job = self._jobs.start(lambda report, _cancel: find_form(paths, folder, opener, report, are_filled=are_filled))
        job.progressed.connect(self._on_step)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._clock.stop)

    def hand_over(self) -> TemporaryDirectory[str] | None:
        """Return the folder that the form lies in, which is the caller's to clear away from now on."""
        place, self._place = self._place, None
        return place

    def done(self, result: int) -> None:
        self._clock.stop()
        self._opener.close()  # first, for a job may wait for a file that takes a minute
        self._jobs.stop()
        self._let_go()
        super().done(result)

    def _lay_out(self) -> None:
        layout = make_column(self, margin=20, spacing=10)
        layout.addWidget(self.heading)
        layout.addWidget(self._stack, stretch=1)
        layout.addWidget(self.state)
        buttons = QWidget()
        make_bar(
            buttons,
            [self.close_button, self.filled_box],
            [self.again_button, self.edit_button, self.save_button, self.survey_button],
        )
        layout.addWidget(buttons)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("The form is looked for"))
        for page, widgets in ((self._waiting, (self.step, bar, self.elapsed)), (self._failed, self._failure_widgets())):
            column = make_column(page, margin=40, spacing=10)
            column.addStretch(2)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(3)
            self._stack.addWidget(page)
        self.filled_box.setText(self.tr("These are filled copies of one form"))
        self.filled_box.setToolTip(self.tr("Where no blank is left: what some ten copies have in common is the form."))
        self.again_button.setText(self.tr("Choose another file…"))
        self.save_button.setText(self.tr("Save as template…"))
        self.edit_button.setText(self.tr("Edit…"))
        self.survey_button.setText(self.tr("New survey with this form…"))

    def _failure_widgets(self) -> tuple[QWidget, ...]:
        for label in (self.problem, self.advice):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        name_for_screen_readers(self.details, self.tr("Details to send us"))
        self.details.setMinimumHeight(_LEAST_DETAILS_PX)
        return (self.problem, self.advice, self.details)

    def _connect(self) -> None:
        self._clock.timeout.connect(self._on_tick)
        self.close_button.clicked.connect(self.reject)
        self.again_button.clicked.connect(self._on_again)
        self.filled_box.toggled.connect(lambda _: self.search(self.paths))
        self.save_button.clicked.connect(self._on_save)
        self.edit_button.clicked.connect(self._on_edit)
        self.survey_button.clicked.connect(lambda: self.wanted.emit(self.form))

    def _show(self, page: QWidget) -> None:
        """Show what happens now, and offer what can be done about it."""
        self._stack.setCurrentWidget(page)
        is_found = page is self.found_view
        texts = {self._waiting: self.tr("Cancel"), self._failed: self.tr("Close")}
        self.close_button.setText(texts.get(page, self.tr("Discard")))
        self.again_button.setVisible(page is self._failed)
        self.filled_box.setVisible(page is not self._waiting)
        for button in (self.save_button, self.survey_button):
            button.setVisible(is_found)
        self.edit_button.setVisible(is_found and self._kept is not None)
        told = [self.tr("Nothing is kept yet. Words can be corrected in the template.")]
        told += [describe_note(note) for note in self.form.notes] if self.form is not None else []
        self.state.setText(breakable(" ".join(told)) if is_found else "")
        self.state.setVisible(is_found)

    def _names(self) -> str:
        if len(self.paths) == 1:
            return self.paths[0].name
        others = self.tr("and %n more file(s)", "", len(self.paths) - 1)
        return f"{self.paths[0].name} {others}"

    def _on_step(self, step: SearchStep) -> None:
        self.step.setText(breakable(self.tr("Looking for the questions of {name}…").format(name=step.file)))

    def _on_tick(self) -> None:
        seconds = format_count(round(time.monotonic() - self._began_s))
        self.elapsed.setText(self.tr("{seconds} s. Large files and scans may take a minute.").format(seconds=seconds))

    def _on_found(self, form: FoundForm) -> None:
        if self._place is None:
            return  # the dialog was left meanwhile
        self._show_form(form)

    def _show_form(self, form: FoundForm) -> None:
        """Show a form, instead of how it was before it was edited."""
        if self.found_view is not None:
            self._stack.removeWidget(self.found_view)
            self.found_view.deleteLater()
        self.form = form
        title = form.template.title.in_language(self._language)
        self.heading.setText(breakable(title))
        self.found_view = FoundView(form, self._language)
        self._stack.addWidget(self.found_view)
        self._show(self.found_view)
        buttons = (self.close_button, self.filled_box, self.again_button, self.edit_button, self.save_button)
        for before, after in pairwise((*self.found_view.in_order_of_use(), *buttons, self.survey_button)):
            QWidget.setTabOrder(before, after)
        self.found_view.tree.setFocus()

    def _on_failed(self, error: Exception) -> None:
        message = describe_error(error)
        happened, advice = message.happened, message.advice
        findings = error.findings if isinstance(error, TemplateError) else ()
        of_pages = [finding for finding in findings if isinstance(finding, PageFinding)]
        if of_pages and len(of_pages) == len(findings):
            happened = "\n".join(map(describe_finding, of_pages))
            advices = dict.fromkeys(filter(None, map(advise_form_file, of_pages)))
            advice = " ".join((*advices, self.tr("Nothing was written.")))
        self.details.setPlainText(details_of(error))
        self.details.setVisible(bool(self.details.toPlainText()))
        self.problem.setText(breakable(happened))
        self.advice.setText(breakable(advice))
        self._show(self._failed)
        self.again_button.setFocus()

    def _on_again(self) -> None:
        paths = dialogs.ask_form_files(self, self.paths[0].parent)
        if paths:
            self.search(paths)

    def _on_save(self) -> None:
        parent = dialogs.ask_folder(self, self.tr("Choose where the template's folder is made"), self._parent_folder)
        if parent is None or self.form is None:
            return
        self._parent_folder = parent
        made, target = self.form.folder, propose_template_folder(parent, self.paths[0])
        self.save_button.setEnabled(False)
        job = self._jobs.start(lambda _report, _cancel: copy_template_folder(made, target))
        job.succeeded.connect(lambda _result: self._on_saved(target))
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(lambda: self.save_button.setEnabled(True))

    def _on_saved(self, folder: Path) -> None:
        self.state.setText(breakable(self.tr("Saved in {folder}.").format(folder=folder)))
        self.close_button.setText(self.tr("Close"))
        self._kept = folder
        self.edit_button.show()

    def _on_edit(self) -> None:
        if self._kept is None:
            return
        designer = DesignerDialog(self._kept, parent=self)
        designer.saved.connect(self._on_edited)
        designer.open()

    def _on_edited(self, folder: Path) -> None:
        """Go on with what was made of the form: a survey is made with that."""
        if self.form is None:
            return
        self._show_form(edited(self.form, folder))
        self.save_button.hide()  # it would copy what was found, not what was made of it
        self.close_button.setText(self.tr("Close"))
        self.state.setText(breakable(self.tr("Saved in {folder}.").format(folder=folder)))

    def _let_go(self) -> None:
        """Clear away what was found before."""
        self.form, self._kept = None, None
        if self.found_view is not None:
            self._stack.removeWidget(self.found_view)
            self.found_view.deleteLater()
            self.found_view = None
        if self._place is not None:
            self._place.cleanup()
            self._place = None
