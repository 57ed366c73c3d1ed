"""Asks what a form that starts from another one is called, and makes its template folder."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from form_templates.editing.adding import proposed_id, started_from
from form_templates.model import FormTemplate, Text
from form_templates.validation import is_template_id
from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import (
    fit_within_screen,
    make_button,
    make_column,
    make_label,
    name_for_screen_readers,
    restyle,
)
from omr.forms.template_import import write_definition_folder
from omr.whole_files import is_free

_WIDTH_PX = 680


class StartFormDialog(QDialog):
    """Starts a form from another that the program prints; stays open when its folder cannot be made."""

    started = Signal(object)  # Path of the template folder

    def __init__(self, source: FormTemplate, parent_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New form"))
        self.setMinimumWidth(_WIDTH_PX)
        self._source, self._parent_folder = source, parent_folder
        self._jobs = Jobs(self, threads=1)
        self._folder_was_typed = False
        self._texts = (_line(source, source.title), _line(source, source.subtitle))
        self.title_edit, self.subtitle_edit = QLineEdit(self._texts[0]), QLineEdit(self._texts[1])
        self.id_edit = QLineEdit(proposed_id(source.template_id, datetime.now().astimezone().year))
        self.folder_edit, self._folder_button = QLineEdit(), make_button()
        self.problem = make_label("warning", wraps=True)
        self._buttons = QDialogButtonBox()
        self._lay_out()
        self._connect()
        self._update()
        fit_within_screen(self, _WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX) if (layout := self.layout()) else 0)
        self.title_edit.setFocus()

    def done(self, result: int) -> None:
        self._jobs.stop()
        super().done(result)

    def _lay_out(self) -> None:
        heading, hint = make_label("heading"), make_label("muted", wraps=True)
        heading.setText(self.tr("New form"))
        hint.setText(
            self.tr(
                "It begins with the questions of “{title}”. Everything in it can be changed; that form stays as it is."
            ).format(title=self._texts[0])
        )
        form = QFormLayout()
        form.setSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title"), self.title_edit)
        form.addRow(self.tr("&Line below it"), self.subtitle_edit)
        form.addRow(self.tr("&Id"), self.id_edit)
        label = QLabel(self.tr("Fol&der"))
        label.setBuddy(self.folder_edit)
        form.addRow(label, self._make_folder_row())
        self.id_edit.setToolTip(self.tr("Small letters, digits and hyphens; printed with every page code"))
        layout = make_column(self, margin=24, spacing=14)
        for part in (heading, hint):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addStretch()
        layout.addWidget(self._buttons)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.start_button = self._buttons.addButton(self.tr("Make and edit it"), role)
        restyle(self.start_button, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)

    def _make_folder_row(self) -> QHBoxLayout:
        name_for_screen_readers(self.folder_edit, self.tr("Folder of the form"))
        self._folder_button.setText(self.tr("Choose…"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder_edit, stretch=1)
        row.addWidget(self._folder_button)
        return row

    def _connect(self) -> None:
        for edit in (self.title_edit, self.subtitle_edit, self.id_edit):
            edit.textChanged.connect(self._update)
        self.folder_edit.textEdited.connect(self._on_folder_typed)
        self._folder_button.clicked.connect(self._on_choose_folder)
        self._buttons.accepted.connect(self._start)
        self._buttons.rejected.connect(self.reject)

    def _update(self) -> None:
        template_id = self.id_edit.text().strip()
        if not self._folder_was_typed:
            self.folder_edit.setText(str(self._parent_folder / (template_id or "phieu")))
        problem = self._find_problem(template_id)
        self.problem.setText(problem)
        self.start_button.setEnabled(not problem)

    def _find_problem(self, template_id: str) -> str:
        if not self.title_edit.text().strip():
            return self.tr("A form needs a title.")
        if not is_template_id(template_id):
            return self.tr("The id may hold small letters without marks, digits and hyphens, at most 64.")
        if template_id == self._source.template_id:
            return self.tr("Another form than the one it begins with needs another id.")
        if not self.folder_edit.text().strip() or not is_free(Path(self.folder_edit.text().strip())):
            return self.tr("The folder holds something already; choose another name.")
        return ""

    def _on_folder_typed(self) -> None:
        self._folder_was_typed = True
        self._update()

    def _on_choose_folder(self) -> None:
        chosen = dialogs.ask_folder(self, self.tr("Choose where the form's folder is made"), self._parent_folder)
        if chosen is not None:
            self._parent_folder, self._folder_was_typed = chosen, False
            self._update()

    def _start(self) -> None:
        if not self.start_button.isEnabled():
            return
        source, folder = self._source, Path(self.folder_edit.text().strip())
        words = [
            text.in_language(source.language) if edit.text() == shown else edit.text().strip()
            for text, edit, shown in zip(
                (source.title, source.subtitle), (self.title_edit, self.subtitle_edit), self._texts, strict=True
            )
        ]
        form = started_from(source, self.id_edit.text().strip(), *words)
        self.setEnabled(False)
        job = self._jobs.start(lambda _report, _cancel: write_definition_folder(form, folder))
        job.succeeded.connect(lambda _form: self._on_started(folder))
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(lambda: self.setEnabled(True))

    def _on_started(self, folder: Path) -> None:
        self.accept()
        self.started.emit(folder)


def _line(form: FormTemplate, text: Text) -> str:
    """Return words as one line, as a field shows them."""
    return " ".join(text.in_language(form.language).split())
