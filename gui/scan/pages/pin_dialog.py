"""Asks which page of the form a scan shows and where it lies, and reads it there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.i18n.error_messages import describe_error
from gui.paper.picture_loading import to_image
from gui.scan.pages.corner_view import CornerView
from gui.widgets.building_blocks import make_button, make_label, name_for_screen_readers, resize_within_screen
from gui.workspace import Workspace
from omr.clock import now
from omr.responses import DeliveredPage
from omr.results import PageOutcome
from omr.review.corner_pinning import corners_of_upright, read_pinned
from omr.review.crops import DeliveredView, delivered_view
from omr.store.page_decisions import PagePin

_SIDE_WIDTH = 300


class PinDialog(QDialog):
    """Asks where a page lies in its scan and keeps it if its print is found there, else says so.

    Emits ``typing_wanted(page_number, turned_deg)`` when the page is to be typed instead.
    """

    typing_wanted = Signal(int, int)

    def __init__(self, workspace: Workspace, page: DeliveredPage, operator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page = page
        self._operator = operator
        self._delivered: DeliveredView | None = None
        self.setWindowTitle(self.tr("Read this page anyway"))
        resize_within_screen(self, 980, 700)
        self.corners = CornerView()
        self.numbers: dict[int, QPushButton] = {}
        self._number_group = QButtonGroup(self)
        self.left_button = make_button()
        self.right_button = make_button()
        self.state = make_label("warning", wraps=True)
        self.read_button = make_button("primary")
        self.type_button = make_button()
        self.cancel_button = make_button()
        self._lay_out()
        self._connect()
        self._load()

    @property
    def page_number(self) -> int:
        """Which page of the form it is, as far as chosen."""
        return self._number_group.checkedId()

    def read(self) -> None:
        """Read the page where the corners say, off the GUI thread."""
        if self._delivered is None:
            return
        survey, page_id, number = self._workspace.survey, self._page_id(), self.page_number
        points = corners_of_upright(self.corners.points, self.corners.turned_deg)
        corners = self._delivered.to_scan(points)
        turned_deg, operator = self.corners.turned_deg, self._operator

        def work() -> PagePin:
            reading = read_pinned(survey, page_id, number, corners)
            return PagePin(page_id, turned_deg, corners, reading, operator, now())

        self._set_working(is_working=True)
        self.state.setText(self.tr("Reading…"))
        job = self._workspace.picture_jobs.start(lambda _report, _cancel: work())
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._set_working(is_working=False))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(20)
        row.addWidget(self.corners, stretch=1)
        row.addLayout(self._make_side())

    def _make_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(10)
        heading, question, hint = (
            make_label("heading", wraps=True),
            make_label("subheading"),
            make_label("muted", wraps=True),
        )
        heading.setText(self.tr("Read this page anyway"))
        question.setText(self.tr("Which page of the form is it?"))
        hint.setText(
            self.tr(
                "Turn the page upright and drag the four corners onto the corners of the paper. "
                "Keys: 1 to 4 choose a corner, arrows move it."
            )
        )
        hint.setFixedWidth(_SIDE_WIDTH)
        side.addWidget(heading)
        side.addSpacing(6)
        side.addWidget(question)
        side.addLayout(self._make_numbers())
        side.addSpacing(6)
        side.addWidget(hint)
        side.addLayout(self._make_turns())
        side.addWidget(self.state)
        side.addStretch()
        self.read_button.setText(self.tr("Read the page"))
        self.type_button.setText(self.tr("Type its answers…"))
        self.cancel_button.setText(self.tr("Cancel"))
        for button in (self.read_button, self.type_button, self.cancel_button):
            side.addWidget(button)
        self.read_button.setDefault(True)
        return side

    def _make_numbers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        pages = self._workspace.survey.template.pages
        known = self._page.identity.page if self._page.identity else 1
        known = known if known <= len(pages) else 1  # it may be a page of another form so far
        for layout in pages:
            button = self.numbers[layout.number] = make_button("filter")
            button.setText(self.tr("Page {number}").format(number=layout.number))
            button.setCheckable(True)
            button.setChecked(layout.number == known)
            self._number_group.addButton(button, layout.number)
            row.addWidget(button)
        row.addStretch()
        return row

    def _make_turns(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.left_button.setText(self.tr("↺ Turn left"))
        self.right_button.setText(self.tr("↻ Turn right"))
        row.addWidget(self.left_button)
        row.addWidget(self.right_button)
        row.addStretch()
        return row

    def _connect(self) -> None:
        name_for_screen_readers(self.corners, self.tr("Page with its four corners"))
        self.corners.setToolTip("")
        self.left_button.clicked.connect(lambda: self.corners.turn(-1))
        self.right_button.clicked.connect(lambda: self.corners.turn(1))
        self.read_button.clicked.connect(self.read)
        self.type_button.clicked.connect(self._on_type)
        self.cancel_button.clicked.connect(self.reject)

    def _load(self) -> None:
        survey, page_id = self._workspace.survey, self._page_id()
        self._set_working(is_working=True)
        job = self._workspace.picture_jobs.start(lambda _report, _cancel: delivered_view(survey, page_id))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._set_working(is_working=False))

    def _on_loaded(self, view: DeliveredView) -> None:
        self._delivered = view
        self.corners.show_image(to_image(view.pixels))
        self.corners.setFocus()

    def _on_read(self, pin: PagePin) -> None:
        if pin.reading.outcome is not PageOutcome.READ:
            self.state.setText(
                self.tr(
                    "The print does not match there; nothing was changed. "
                    "Move the corners, choose another page, or type its answers."
                )
            )
            return
        self._workspace.change(lambda: self._workspace.survey.store.page_decisions.pin(pin))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        message = describe_error(error)
        self.state.setText(f"{message.happened} {message.advice}")

    def _on_type(self) -> None:
        self.typing_wanted.emit(self.page_number, self.corners.turned_deg)
        self.accept()

    def _set_working(self, *, is_working: bool) -> None:
        for button in (self.read_button, self.type_button):
            button.setEnabled(not is_working and self.corners.has_picture)

    def _page_id(self) -> int:
        assert self._page.page_id is not None, "only kept pages can be placed"
        return self._page.page_id
