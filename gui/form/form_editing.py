"""Opens the designer on a form of the survey, as long as nothing was printed or read that would keep it as it is."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.designing.designer_dialog import DesignerDialog
from gui.workspace import Workspace
from omr.settings import ReadingSettings


class FormEditing(QObject):
    """Emits ``edited(FormKey)`` once the designer is left; the survey must be opened anew to know what was made."""

    edited = Signal(object)

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._is_saved = False

    @property
    def is_of_ours(self) -> bool:
        """Whether we typeset the form, so that it has no page of its own to be drawn on."""
        return any(page.fiducials for page in self._workspace.survey.template.pages)

    @property
    def is_possible(self) -> bool:
        """Whether the form may still be changed."""
        survey, workspace = self._workspace.survey, self._workspace
        is_unused = not workspace.snapshot.pages and not survey.store.issued.next_serials()
        return is_unused and not workspace.is_reading and not survey.is_read_only

    def ask(self) -> None:
        """Show the designer."""
        # Asked of the database, for the pages of a large survey may not be listed yet.
        if self.is_of_ours or not self.is_possible or self._workspace.survey.store.pages.files():
            return
        self._is_saved = False
        survey = self._workspace.survey
        settings = ReadingSettings(survey.settings.tolerance)
        dialog = DesignerDialog(survey.template_folder, settings=settings, parent=self._owner)
        dialog.saved.connect(self._on_saved)
        dialog.finished.connect(self._on_left)
        dialog.open()

    def _on_saved(self) -> None:
        self._is_saved = True

    def _on_left(self) -> None:
        if self._is_saved:
            self.edited.emit(self._workspace.survey.template.key)
