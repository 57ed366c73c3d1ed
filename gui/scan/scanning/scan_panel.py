"""Says how a stack is scanned, what stopped it and what to do, and asks whether there is more."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.scan.scanning.scan_texts import advise_on, describe_trouble, put_back_advice
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.plain_texts import breakable
from gui.widgets.wrapping_row import WrappingRow
from omr.scanners.devices import Sides
from omr.scanners.stack_scan import Feeding, ScanState

_PICTURE_PX = 120


class ScanPanel(QWidget):
    """Shows the stack that is being scanned; hidden where there is none.

    Signals ask to stop the feeder, to feed again, to end this stack and scan another one, and to end it.
    """

    stop_wanted = Signal()
    more_wanted = Signal()
    next_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.state = make_label("subheading"), make_label(wraps=True)
        self.problem = make_label("warning", wraps=True)
        self.picture = make_label()
        self.picture.setFrameShape(QFrame.Shape.Box)  # paper is as white as the panel
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stop_button, self.next_button, self.end_button = make_button(), make_button(), make_button()
        self.more_button = make_button("primary")
        self._shown = ScanState()
        self._name, self._sides = "", Sides.ONE_SIDED
        self._lay_out()
        self._connect()
        self.hide()
        self._describe()

    def begin(self, name: str, sides: Sides) -> None:
        """Show that a stack is going to be scanned."""
        self._name, self._sides, self._shown = name, sides, ScanState()
        self.picture.clear()
        self._describe()
        self.show()

    def show_state(self, state: ScanState) -> None:
        """Show how far it is."""
        if state == self._shown:
            return
        if state.last != self._shown.last and state.last is not None:
            self._show_last(state)
        self._shown = state
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        card = make_card()
        across = QHBoxLayout(card)
        across.setContentsMargins(12, 12, 12, 12)
        across.setSpacing(12)
        across.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        inner = make_column(words, margin=0, spacing=6)
        for label in (self.title, self.state, self.problem):
            inner.addWidget(label)
        row = WrappingRow()
        for button in (self.more_button, self.next_button, self.end_button, self.stop_button):
            row.addWidget(button)
        inner.addLayout(row)
        inner.addStretch()
        across.addWidget(words, stretch=1)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)

    def _connect(self) -> None:
        self.stop_button.clicked.connect(self.stop_wanted)
        self.more_button.clicked.connect(self.more_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.end_button.clicked.connect(self.end_wanted)

    def _show_last(self, state: ScanState) -> None:
        """Show the last page that came, by which a person finds the sheet that follows it."""
        reader = QImageReader(str(state.last))
        size = reader.size()
        if not size.isValid():
            self.picture.clear()
            return
        reader.setScaledSize(size.scaled(QSize(_PICTURE_PX, _PICTURE_PX), Qt.AspectRatioMode.KeepAspectRatio))
        self.picture.setPixmap(QPixmap.fromImage(reader.read()))

    def _describe(self) -> None:
        shown, rests = self._shown, self._shown.rests
        self.title.setText(self.tr("Scanning: {stack}").format(stack=self._name))
        self.state.setText(breakable(" ".join(filter(None, (self._condition(), self._kept())))))
        problem = self._problem()
        self.problem.setText(breakable(problem))
        self.problem.setVisible(bool(problem))
        self.picture.setVisible(shown.last is not None)
        self.picture.setToolTip(self.tr("The last page that was kept"))
        self.stop_button.setText(self.tr("Stop scanning"))
        self.stop_button.setVisible(not rests)
        self.stop_button.setEnabled(shown.feeding is Feeding.RUNS)
        is_empty = shown.feeding is Feeding.EMPTY
        self.more_button.setText(self.tr("More of this stack") if is_empty else self.tr("Go on scanning"))
        self.next_button.setText(self.tr("Next stack…"))
        self.end_button.setText(self.tr("Done") if is_empty else self.tr("End this stack"))
        for button in (self.more_button, self.next_button, self.end_button):
            button.setVisible(rests)

    def _condition(self) -> str:
        match self._shown.feeding:
            case Feeding.RUNS:
                return self.tr("The scanner works.") if self._shown.pages else self.tr("The scanner gets ready…")
            case Feeding.STOPPING:
                return self.tr("Stopping…")
            case Feeding.STOPPED:
                return self.tr("Stopped.")
            case Feeding.EMPTY if self._sides is Sides.FLATBED:
                return self.tr("The sheet was scanned. Scan more?")
            case Feeding.EMPTY:
                return self.tr("The feeder is empty. Scan more?")
        return describe_trouble(self._shown.error) if self._shown.error else ""

    def _kept(self) -> str:
        pages = self._shown.pages
        if not pages:
            return self.tr("No page came yet.") if self._shown.rests else ""
        if self._sides is Sides.TWO_SIDED:
            sheets = self.tr("%n sheet(s)", "", (pages + 1) // 2)
            return self.tr("%n page(s) kept, {sheets}.", "", pages).format(sheets=sheets)
        return self.tr("%n page(s) kept.", "", pages)

    def _problem(self) -> str:
        if self._shown.feeding is Feeding.STOPPED and self._shown.pages:
            return put_back_advice()
        return advise_on(self._shown.error) if self._shown.error else ""
