"""Asks for a form that exists on paper: its layout, its blank pages, and where the template is kept."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui.home.page_list import PageList
from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import (
    make_button,
    make_column,
    make_label,
    name_for_screen_readers,
    resize_within_screen,
    restyle,
)
from omr.forms.page_images import PageOpener
from omr.forms.template_import import import_template, propose_template_folder


class ImportDialog(QDialog):
    """Asks for a form that exists on paper and makes its template, off the GUI thread; stays open when that fails."""

    imported = Signal(object)  # Path of the template's folder

    def __init__(self, parent_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a form"))
        self.setMinimumWidth(680)
        resize_within_screen(self, 680, 560)
        self._parent_folder = parent_folder
        self._folder_was_chosen = False
        self._jobs = Jobs(self, threads=1)  # one is enough, for files are opened in one process
        self._opener = PageOpener()
        self.layout_edit = QLineEdit()
        self.layout_button = make_button()
        self.pages = PageList(self._jobs, self._opener)
        self.pages.start_folder = parent_folder
        self.folder_edit = QLineEdit()
        self.folder_button = make_button()
        self._buttons = QDialogButtonBox()
        self._lay_out()
        self._connect()
        self._update()

    def reject(self) -> None:
        self._opener.close()  # first, for a job may wait for a file that takes a minute
        self._jobs.stop()
        super().reject()

    def done(self, result: int) -> None:
        self._opener.close()
        super().done(result)

    def _lay_out(self) -> None:
        heading = make_label("heading")
        heading.setText(self.tr("Import a form"))
        layout = make_column(self, margin=24, spacing=14)
        layout.addWidget(heading)
        layout.addWidget(self._make_explanation())
        self._form = QWidget()
        make_column(self._form, margin=0, spacing=0).addLayout(self._make_form())
        layout.addWidget(self._form, stretch=1)
        layout.addWidget(self._buttons)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.import_button = self._buttons.addButton(self.tr("Import"), role)
        restyle(self.import_button, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)

    def _make_explanation(self) -> QWidget:
        label = make_label("muted", wraps=True)
        label.setText(
            self.tr(
                "For forms that exist on paper already. The layout says where the boxes lie; the blank pages show what "
                "is printed, as images or PDF, each the whole sheet."
            )
        )
        return label

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.layout_edit.setPlaceholderText("layout.json")
        name_for_screen_readers(self.layout_edit, self.tr("Layout file"))
        name_for_screen_readers(self.folder_edit, self.tr("Folder of the form template"))
        form.addRow(self._label(self.tr("&Layout"), self.layout_edit), _row(self.layout_edit, self.layout_button))
        form.addRow(self._label(self.tr("&Pages"), self.pages.list), self.pages)
        form.addRow(self._label(self.tr("&Keep in"), self.folder_edit), _row(self.folder_edit, self.folder_button))
        for button in (self.layout_button, self.folder_button):
            button.setText(self.tr("Choose…"))
        return form

    def _label(self, text: str, buddy: QWidget) -> QWidget:
        label = make_label()
        label.setText(text)
        label.setBuddy(buddy)
        return label

    def _connect(self) -> None:
        self.layout_edit.textChanged.connect(self._update)
        self.folder_edit.textEdited.connect(self._on_folder_edited)
        self.pages.changed.connect(self._update)
        self.layout_button.clicked.connect(self._on_choose_layout)
        self.folder_button.clicked.connect(self._on_choose_folder)
        self._buttons.accepted.connect(self._import)
        self._buttons.rejected.connect(self.reject)

    def _update(self) -> None:
        layout = self.layout_edit.text().strip()
        if layout and not self._folder_was_chosen:
            self.folder_edit.setText(str(propose_template_folder(self._parent_folder, Path(layout))))
        is_complete = bool(layout and self.pages.paths() and self.folder_edit.text().strip())
        self.import_button.setEnabled(is_complete)

    def _on_choose_layout(self) -> None:
        kinds = self.tr("Layouts (*.json)")
        path = dialogs.ask_file(self, self.tr("Choose the layout"), self.pages.start_folder, kinds)
        if path is not None:
            self.pages.start_folder = path.parent
            self.layout_edit.setText(str(path))

    def _on_folder_edited(self) -> None:
        self._folder_was_chosen = True
        self._update()

    def _on_choose_folder(self) -> None:
        chosen = dialogs.ask_folder(self, self.tr("Choose where the template's folder is made"), self._parent_folder)
        if chosen is not None:
            self._parent_folder = chosen
            self._folder_was_chosen = False
            self._update()

    def _import(self) -> None:
        layout, folder = Path(self.layout_edit.text().strip()), Path(self.folder_edit.text().strip())
        pages = self.pages.paths()
        self._set_importing(True)
        job = self._jobs.start(lambda _report, _cancel: import_template(layout, pages, folder, self._opener))
        job.succeeded.connect(lambda _template: self._on_imported(folder))
        job.failed.connect(lambda error: dialogs.show_error(self, error))
        job.ended.connect(lambda: self._set_importing(False))

    def _set_importing(self, is_importing: bool) -> None:
        """Leave nothing to do but to wait or to cancel."""
        self._form.setEnabled(not is_importing)
        self.import_button.setEnabled(not is_importing)

    def _on_imported(self, folder: Path) -> None:
        self.imported.emit(folder)
        self.accept()


def _row(edit: QLineEdit, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(edit, stretch=1)
    row.addWidget(button)
    return row
