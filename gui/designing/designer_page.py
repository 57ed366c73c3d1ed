"""The form designer as one widget: opens a template folder off the GUI thread, and shows why where it cannot."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.designing.designer_view import DesignerView
from gui.designing.form_folder import OpenedForm, open_form
from gui.designing.form_keeping import FolderKeeping, FormKeeping
from gui.i18n.error_messages import describe_error
from gui.jobs import Jobs
from gui.widgets.building_blocks import make_column, make_label
from gui.widgets.plain_texts import breakable
from omr.forms.page_images import PageOpener
from omr.forms.trying import FormTrial
from omr.settings import ReadingSettings


class DesignerPage(QWidget):
    """Edits the form that lies in a folder, made elsewhere or printed by the program.

    Args:
        folder: A template folder.
        opener: Opens the pictures, and scans that the form is tried on; None: one of its own. The page closes it.
        settings: What the survey wants that scans are read for.
        keeping: Where it is saved; None: into its folder.
    """

    opened = Signal()
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
        self.folder = folder
        self.view: DesignerView | None = None
        self._opener = opener or PageOpener()
        self._trial = FormTrial(folder, self._opener, settings)
        self._jobs = Jobs(self)  # two at once: saving does not wait for a trial
        self._error: Exception | None = None
        self.note = make_label("muted", wraps=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.note)
        make_column(self, margin=0).addWidget(self._stack)
        self._retranslate()
        opener_of_pages, self._keeping = self._opener, keeping or FolderKeeping(folder)
        as_editable = self._keeping.as_editable
        job = self._jobs.start(lambda _report, _cancel: open_form(folder, opener_of_pages, as_editable))
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)

    @property
    def is_changed(self) -> bool:
        """Whether something was done that is not saved."""
        return self.view is not None and self.view.is_changed

    def leave(self) -> None:
        """Let go of the form and its files; to be called before the widget is thrown away."""
        self._opener.close()
        self._jobs.stop()
        if self.view is not None:
            self.view.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_opened(self, opened: OpenedForm) -> None:
        self.view = DesignerView(opened, self._jobs, self._trial, self._keeping)
        self.view.saved.connect(self._on_saved)
        self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)
        self.view.canvas.setFocus()
        self.opened.emit()

    def _on_saved(self) -> None:
        assert self.view is not None, "it was saved from there"
        self.folder = self.view.editor.folder
        self.saved.emit(self.folder)

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        self._retranslate()

    def _retranslate(self) -> None:
        if self._error is None:
            self.note.setText(self.tr("Opening the form…"))
        else:
            message = describe_error(self._error)
            self.note.setText(breakable(f"{message.happened}\n{message.advice}"))
