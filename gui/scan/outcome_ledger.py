"""Delivered = read + unreadable + blank + duplicate + foreign, each figure a button that shows its pages."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from gui.i18n.reason_messages import name_outcome
from gui.i18n.translation import format_count
from gui.widgets.building_blocks import make_button, make_label, make_pair
from gui.widgets.plain_texts import as_button_text
from gui.widgets.wrapping_row import WrappingRow
from omr.responses import DeliveredPage
from omr.results import PageOutcome


class OutcomeLedger(QWidget):
    """Shows how many pages had which outcome.

    Emits ``outcome_chosen(PageOutcome or None)``, and ``scope_left()`` when the pages behind a figure are left again.
    """

    outcome_chosen = Signal(object)
    scope_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[PageOutcome] = Counter()
        self._scope_name = ""
        self._group = QButtonGroup(self)
        self.filters: dict[PageOutcome | None, QPushButton] = {}
        self._signs: dict[PageOutcome | None, QLabel] = {}
        self.scope_button = make_button("chip")
        self.scope_button.clicked.connect(self.scope_left)
        self._lay_out()
        self.show_scope("")
        self._say()

    def show_pages(self, pages: Sequence[DeliveredPage]) -> None:
        """Count these pages."""
        self._counts = Counter(page.outcome for page in pages)
        self._say()

    def show_scope(self, name: str) -> None:
        """Name the figure whose pages are counted; empty for all pages."""
        self._scope_name = name
        self.scope_button.setVisible(bool(name))
        self._say()

    def choose(self, outcome: PageOutcome | None) -> None:
        """Mark an outcome as chosen."""
        self.filters[outcome].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = WrappingRow(self)
        row.setSpacing(5)
        row.addWidget(self.scope_button)
        for place, outcome in enumerate((None, *PageOutcome)):
            shown: QWidget = self._make_filter(outcome)
            if place:
                sign = self._signs[outcome] = make_label("muted")
                sign.setText("=" if place == 1 else "+")
                shown = make_pair(sign, shown)
            row.addWidget(shown)
        row.addStretch()
        self.choose(None)

    def _make_filter(self, outcome: PageOutcome | None) -> QPushButton:
        button = self.filters[outcome] = make_button("filter")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.outcome_chosen.emit(outcome))
        self._group.addButton(button)
        return button

    def _say(self) -> None:
        delivered = self.tr("Delivered {count}").format(count=format_count(self._counts.total()))
        self.filters[None].setText(delivered)
        for outcome in PageOutcome:
            self.filters[outcome].setText(f"{name_outcome(outcome)} {format_count(self._counts[outcome])}")
        for part in (self.filters[PageOutcome.OTHER_FORM], self._signs[PageOutcome.OTHER_FORM]):
            part.setVisible(bool(self._counts[PageOutcome.OTHER_FORM]))  # few surveys have several forms
        self.scope_button.setText(as_button_text(f"{self._scope_name}  ✕"))
        self.scope_button.setToolTip(self.tr("Show all pages again"))
