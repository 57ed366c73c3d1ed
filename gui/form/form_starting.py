"""Starts a form from one that the program prints: asks its name, makes its folder, opens the designer on it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from form_templates.loading import load_template
from form_templates.model import FormTemplate
from gui.designing.designer_dialog import DesignerDialog
from gui.form.start_form_dialog import StartFormDialog
from gui.jobs import Jobs
from gui.widgets import dialogs


class FormStarting(QObject):
    """Emits ``ended(folder)`` once the designer of a new form, or of one that is edited again, is left."""

    ended = Signal(object)  # Path of the template folder

    def __init__(self, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._jobs, self._owner = jobs, owner

    def start_from(self, source: str | Path, parent_folder: Path) -> None:
        """Ask for a new form that begins with what a template asks; ``source`` as for ``load_template``."""
        job = self._jobs.start(lambda _report, _cancel: load_template(source))
        job.succeeded.connect(lambda form: self._ask(form, parent_folder))
        job.failed.connect(lambda error: dialogs.show_error(self._owner, error))

    def edit(self, folder: Path) -> None:
        """Show the designer of a form in a folder of its own."""
        dialog = DesignerDialog(folder, parent=self._owner)
        dialog.finished.connect(lambda _result: self.ended.emit(folder))
        dialog.open()

    def _ask(self, form: FormTemplate, parent_folder: Path) -> None:
        dialog = StartFormDialog(form, parent_folder, self._owner)
        dialog.started.connect(self.edit)
        dialog.open()
