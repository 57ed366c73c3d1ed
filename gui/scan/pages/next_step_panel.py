"""Says what is to be done once pages were read: those that could not be read first, then the doubtful answers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.scan.page_scope import EVERYTHING, Target
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label, restyle
from gui.widgets.wrapping_row import WrappingRow
from omr.responses import DeliveredPage
from omr.results import PageOutcome


class NextStepPanel(QWidget):
    """Shows how many pages were read and what waits for a person; hidden where nothing does.

    The next step is the button that stands out: ``target_chosen(Target)`` while pages could not be read, else
    ``review_wanted()``, which is open all the while.
    """

    target_chosen = Signal(object)
    review_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = self._unread = self._answers = 0
        self.text = make_label("subheading")
        self.pages_button, self.review_button = make_button("primary"), make_button("primary")
        self.pages_button.clicked.connect(self._show_pages)
        self.review_button.clicked.connect(self.review_wanted)
        card = make_card()
        row = WrappingRow()
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.pages_button)
        row.addWidget(self.review_button)
        make_column(card, margin=8, spacing=6).addLayout(row)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self._describe()

    def show_state(self, pages: Sequence[DeliveredPage], answers: int) -> None:
        """Show what waits.

        Args:
            pages: All that were delivered.
            answers: How many answers wait for review.
        """
        self._read = sum(page.outcome is PageOutcome.READ for page in pages)
        self._unread = sum(page.outcome is PageOutcome.UNREADABLE for page in pages)
        self._answers = answers
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _show_pages(self) -> None:
        self.target_chosen.emit(Target(EVERYTHING, PageOutcome.UNREADABLE, ""))

    def _describe(self) -> None:
        self.setVisible(bool(self._unread or self._answers))
        self.pages_button.setVisible(bool(self._unread))
        self.review_button.setVisible(bool(self._answers))
        restyle(self.review_button, "role", "" if self._unread else "primary")
        facts = [self.tr("%Ln page(s) read", "", self._read)]
        if self._unread:
            facts.append(self.tr("%Ln could not be read", "", self._unread))
        if self._answers:
            facts.append(self.tr("%Ln answer(s) for you", "", self._answers))
        self.text.setText(" · ".join(facts))
        self.pages_button.setText(self.tr("Look at unread pages"))
        self.review_button.setText(self.tr("Begin review"))
