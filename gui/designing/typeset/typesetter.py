"""Typesets the form in hand again after it was changed, off the GUI thread; the last good pages stay."""

from PySide6.QtCore import QObject, QTimer, Signal

from form_templates.errors import PrintError, TemplateError
from form_templates.model import FormTemplate
from gui.designing.form_editor import FormEditor
from gui.designing.form_folder import PagePicture, set_pages
from gui.designing.typeset.typeset_canvas import TypesetCanvas
from gui.i18n.error_messages import describe_error
from gui.i18n.fact_messages import describe_fact
from gui.jobs import Jobs
from omr.errors import PhieuError

_WAIT_MS = 120  # for more letters: they are set together


class Typesetter(QObject):
    """Emits ``told`` when pages were set, and when they could not be: ``problem`` says why."""

    told = Signal()

    def __init__(self, editor: FormEditor, canvas: TypesetCanvas, jobs: Jobs) -> None:
        super().__init__(canvas)
        self.error: Exception | None = None
        self._editor, self._canvas, self._jobs = editor, canvas, jobs
        self._set: FormTemplate = editor.form  # what was given to be set last
        self._is_setting = False
        self._timer = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        editor.changed.connect(lambda _before: self._on_changed())

    @property
    def is_behind(self) -> bool:
        """Whether the pages are not yet those of the form as it is."""
        return self._is_setting or self._set is not self._editor.form

    @property
    def problem(self) -> str:
        """Why the form as it is cannot be set, in the window's language; empty if it can."""
        match self.error:
            case None:
                return ""
            case PrintError(reason=reason):
                return describe_fact(reason)
            case TemplateError(findings=findings) if findings:
                return describe_fact(findings[0].message)
            case _:
                return describe_error(self.error).happened.rstrip(".")

    def _on_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _go_on(self) -> None:
        if self._is_setting or self._set is self._editor.form:
            return
        form = self._set = self._editor.form
        self._is_setting = True
        job = self._jobs.start(lambda _report, _cancel: set_pages(form))
        job.succeeded.connect(lambda found: self._on_set(*found))
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    def _on_set(self, paper: FormTemplate, pictures: dict[int, PagePicture]) -> None:
        self.error = None
        self._canvas.show_pictures(pictures)
        self._editor.show_paper(paper)

    def _on_failed(self, error: Exception) -> None:
        is_foreseen = isinstance(error, PrintError | TemplateError | PhieuError)
        if is_foreseen or not self._editor.findings:  # else what is wrong is told already, and cannot be set
            self.error = error

    def _on_ended(self) -> None:
        self._is_setting = False
        self._go_on()
        self.told.emit()
