"""The form designer in a window of its own, which asks before it leaves something unsaved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from gui.designing.designer_page import DesignerPage
from gui.designing.form_keeping import FormKeeping
from gui.widgets.building_blocks import make_column, resize_within_screen
from omr.forms.page_images import PageOpener
from omr.settings import ReadingSettings

_SIZE_PX = (1240, 700)


class DesignerDialog(QDialog):
    """Edits the form in a template folder; emits ``saved`` whenever that holds something new."""

    saved = Signal(object)  # Path of the folder

    def __init__(
        self,
        folder: Path,
        opener: PageOpener | None = None,
        settings: ReadingSettings | None = None,
        keeping: FormKeeping | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit form"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        resize_within_screen(self, *_SIZE_PX)
        self.page = DesignerPage(folder, opener, settings, keeping)
        make_column(self, margin=0).addWidget(self.page)
        self.page.saved.connect(self.saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:  # which leaves a drag, and must not close what was edited
            super().keyPressEvent(event)

    def reject(self) -> None:
        if not self.page.is_changed:
            super().reject()
            return
        answer = self._ask()
        if answer is QMessageBox.ButtonRole.AcceptRole and self.page.view is not None:
            self.page.saved.connect(lambda _folder: self.accept(), Qt.ConnectionType.SingleShotConnection)
            self.page.view.save()
        elif answer is QMessageBox.ButtonRole.DestructiveRole:
            super().reject()

    def done(self, result: int) -> None:
        self.page.leave()
        super().done(result)

    def _ask(self) -> QMessageBox.ButtonRole:
        box = QMessageBox(
            QMessageBox.Icon.Question, "Phiếu", self.tr("The form was changed and not saved."), parent=self
        )
        box.setInformativeText(self.tr("What is not saved is kept, and offered when the form is edited again."))
        roles = {
            box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole): QMessageBox.ButtonRole.AcceptRole,
            box.addButton(
                self.tr("Close without saving"), QMessageBox.ButtonRole.DestructiveRole
            ): QMessageBox.ButtonRole.DestructiveRole,
        }
        box.addButton(self.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return next(
            (role for button, role in roles.items() if button is box.clickedButton()), QMessageBox.ButtonRole.RejectRole
        )
