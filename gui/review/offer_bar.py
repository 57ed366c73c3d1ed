"""A quiet line above the paper: so many of the answers left may be accepted without a look at each."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_count
from gui.widgets.building_blocks import make_button, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.recalibration.offers import Offers


class OfferBar(QWidget):
    """Says what is offered, and why; emits ``wanted()`` when somebody wants to see it. Hidden while nothing is."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = make_label(wraps=True)
        self.button = make_button()
        self._offers, self._left = Offers(), 0
        row = WrappingRow(self)
        row.setSpacing(12)
        row.addWidget(self.text, stretch=1)
        row.addStretch()
        row.addWidget(self.button)
        self.button.clicked.connect(self.wanted)
        self._retranslate()

    def show_offers(self, offers: Offers, left: int) -> None:
        """Offer what may be accepted of ``left`` answers that wait."""
        self._offers, self._left = offers, left
        self.setVisible(bool(offers.keys))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        offered = len(self._offers.keys)
        text = self.tr("%Ln of {left} answers left can now be accepted within the same tolerance.", "", offered)
        basis = self.tr("Learned from %Ln decision(s) on these scans.", "", self._offers.decisions)
        self.text.setText(f"{text.format(left=format_count(self._left))} {basis}")
        self.button.setText(self.tr("Look at them…"))
