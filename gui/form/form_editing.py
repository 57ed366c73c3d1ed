"""Opens the designer on a form of the survey; one on which something rests becomes another version."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.designing.designer_dialog import DesignerDialog
from gui.designing.form_keeping import SurveyKeeping
from gui.workspace import Workspace
from omr.settings import ReadingSettings


class FormEditing(QObject):
    """Emits ``edited(FormKey)`` once the designer is left; the survey must be opened anew to know what was made."""

    edited = Signal(object)

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner

    @property
    def is_of_ours(self) -> bool:
        """Whether we typeset the form, so that its words are edited and its areas follow."""
        return any(page.fiducials for page in self._workspace.survey.template.pages)

    @property
    def is_possible(self) -> bool:
        """Whether the form may be changed now."""
        return not self._workspace.is_reading and not self._workspace.survey.is_read_only

    @property
    def is_used(self) -> bool:
        """Whether something rests on the survey's forms, as far as is known without asking its database."""
        return bool(self._workspace.snapshot.pages)

    def ask(self) -> None:
        """Show the designer."""
        if not self.is_possible:
            return
        survey = self._workspace.survey
        keeping, settings = SurveyKeeping(survey), ReadingSettings(survey.settings.tolerance)
        dialog = DesignerDialog(survey.template_folder, settings=settings, keeping=keeping, parent=self._owner)
        dialog.finished.connect(lambda _result: self._on_left(keeping))
        dialog.open()

    def _on_left(self, keeping: SurveyKeeping) -> None:
        if keeping.kept is not None:
            self.edited.emit(keeping.kept)
