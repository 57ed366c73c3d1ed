"""How far the sample survey is, and a way to stop it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from exports.demo.sample_plan import SampleProgress, SampleStage
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label, name_for_screen_readers
from gui.widgets.wrapping_row import WrappingRow

_STEPS = 1000


class SamplePanel(QWidget):
    """Shows how far the sample survey is and offers to stop it; hidden unless one is being made."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = SampleStage.MAKING
        self.text = make_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.stop_button = make_button()
        card = make_card()
        inner = make_column(card, margin=12, spacing=8)
        row = WrappingRow()
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.stop_button)
        inner.addLayout(row)
        inner.addWidget(self.bar)
        make_column(self, margin=0).addWidget(card)
        self.stop_button.clicked.connect(self._on_stop)
        self._retranslate()
        self.hide()

    def begin(self) -> None:
        """Show that a sample is being made."""
        self.stop_button.setEnabled(True)
        self.show_progress(SampleProgress(SampleStage.MAKING, 0.0))
        self.show()

    def show_progress(self, progress: SampleProgress) -> None:
        """Show how far it is."""
        self._stage = progress.stage
        self.bar.setValue(round(progress.share * _STEPS))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._say()
        self.stop_wanted.emit()

    def _say(self) -> None:
        texts = {
            SampleStage.MAKING: self.tr("Sample forms are printed, filled in and scanned…"),
            SampleStage.READING: self.tr("The sample forms are read…"),
        }
        is_stopping = not self.stop_button.isEnabled()
        self.text.setText(self.tr("Stopping…") if is_stopping else texts[self._stage])

    def _retranslate(self) -> None:
        self.stop_button.setText(self.tr("Cancel"))
        name_for_screen_readers(self.bar, self.tr("Progress of the sample survey"))
        self._say()
