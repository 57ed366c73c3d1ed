"""A quiet line above the paper: so many of the answers left may be accepted without a look at each."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_count
from gui.widgets.building_blocks import make_button, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.recalibration.offers import Offers


class OfferBar(QWidget):
    """Says what is offered, and why, or first of all what was accepted and is no longer borne out; else it is hidden.

    Where nothing is offered only because nobody knows whether those who decided looked, it says what would show it.
    Emits ``wanted()`` when somebody wants to see what is offered, ``outdated_wanted()`` for the other.
    """

    wanted = Signal()
    outdated_wanted = Signal()

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
        self.button.clicked.connect(self._on_clicked)
        self._retranslate()
        self.hide()

    def show_offers(self, offers: Offers, left: int) -> None:
        """Offer what may be accepted of ``left`` answers that wait."""
        self._offers, self._left = offers, left
        self.setVisible(bool(offers.keys or offers.outdated or (offers.unproven and left)))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        (self.outdated_wanted if self._offers.outdated else self.wanted).emit()

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Look at them…"))
        self.button.setVisible(bool(self._offers.keys or self._offers.outdated))
        outdated = len(self._offers.outdated)
        if outdated:
            text = self.tr("%Ln answer(s) accepted earlier are no longer borne out by decisions since.", "", outdated)
            self.text.setText(text)
            return
        offered = len(self._offers.keys)
        if not offered and self._offers.unproven:
            text = self.tr(
                "More could be accepted once those who have only ever confirmed ({names}) read ten answers in Re-check."
            )
            self.text.setText(text.format(names=", ".join(sorted(self._offers.unproven))))
            return
        text = self.tr("%Ln of {left} answers left can now be accepted within the same tolerance.", "", offered)
        basis = self.tr("Learned from %Ln decision(s) on these scans.", "", self._offers.decisions)
        self.text.setText(f"{text.format(left=format_count(self._left))} {basis}")
