"""Says how many pages wait for a person to say their unit, and why; hidden where none does."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_count
from gui.scan.page_scope import PageScope, Target
from gui.scan.unit_wording import describe_doubt
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.responses import DeliveredPage, UnitDoubt
from omr.results import PageOutcome


class UnitDoubtsPanel(QWidget):
    """Shows why pages count for no unit yet; emits ``target_chosen(Target)`` to look at them.

    Pages that nothing names a unit for, as forms with a code written by hand, are told of besides those in doubt.
    """

    target_chosen = Signal(object)
    stacks_wanted = Signal()  # the units of whole stacks are to be said

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: Counter[UnitDoubt] = Counter()
        self._nameless = 0
        self.title = make_label("subheading")
        self.text = make_label(wraps=True)
        self.show_button, self.stacks_button = make_button(), make_button()
        self.show_button.clicked.connect(self._show_pages)
        self.stacks_button.clicked.connect(self.stacks_wanted)
        card = make_card()
        inner = make_column(card, margin=12, spacing=6)
        row = WrappingRow()
        row.addWidget(self.title, stretch=1)
        row.addWidget(self.show_button)
        row.addWidget(self.stacks_button)
        inner.addLayout(row)
        inner.addWidget(self.text)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self._describe()

    def show_pages(self, pages: Sequence[DeliveredPage], *, has_units: bool = True) -> None:
        """Show what is in doubt about these pages; without units only pages in doubt are told of."""
        self._doubts = Counter(page.unit_doubt for page in pages if page.unit_doubt)
        read = (page for page in pages if page.outcome is PageOutcome.READ)
        self._nameless = sum(not page.unit and page.unit_doubt is None for page in read) if has_units else 0
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _show_pages(self) -> None:
        self.target_chosen.emit(Target(PageScope(only_without_unit=True), None, self.title.text()))

    def _describe(self) -> None:
        pages = self._doubts.total() + self._nameless
        self.setVisible(bool(pages))
        self.show_button.setVisible(bool(self._doubts))
        self.title.setText(self.tr("%n page(s) wait for a unit", "", pages))
        self.show_button.setText(self.tr("Look at them"))
        self.stacks_button.setText(self.tr("Set units by stack…"))
        rows = [f"• {format_count(count)}: {describe_doubt(doubt)}" for doubt, count in self._doubts.most_common()]
        if self._nameless:
            nothing = self.tr("nothing names a unit")
            rows.append(f"• {format_count(self._nameless)}: {nothing}")
        self.text.setText("\n".join(rows))
