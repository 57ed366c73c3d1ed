"""Says how many pages wait for a person to say their unit, and why; hidden where none does."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.i18n.translation import format_count
from gui.scan.page_scope import PageScope, Target
from gui.scan.unit_wording import describe_doubt
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from omr.responses import DeliveredPage, UnitDoubt


class UnitDoubtsPanel(QWidget):
    """Shows why pages count for no unit yet; emits ``target_chosen(Target)`` to look at them."""

    target_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: Counter[UnitDoubt] = Counter()
        self.title = make_label("subheading")
        self.text = make_label(wraps=True)
        self.show_button = make_button()
        self.show_button.clicked.connect(self._show_pages)
        card = make_card()
        inner = make_column(card, margin=12, spacing=6)
        row = QHBoxLayout()
        row.addWidget(self.title, stretch=1)
        row.addWidget(self.show_button)
        inner.addLayout(row)
        inner.addWidget(self.text)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self._describe()

    def show_pages(self, pages: Sequence[DeliveredPage]) -> None:
        """Show what is in doubt about these pages."""
        self._doubts = Counter(page.unit_doubt for page in pages if page.unit_doubt)
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _show_pages(self) -> None:
        self.target_chosen.emit(Target(PageScope(only_without_unit=True), None, self.title.text()))

    def _describe(self) -> None:
        pages = self._doubts.total()
        self.setVisible(bool(pages))
        self.title.setText(self.tr("%n page(s) wait for a unit", "", pages))
        self.show_button.setText(self.tr("Look at them"))
        rows = (f"• {format_count(count)}: {describe_doubt(doubt)}" for doubt, count in self._doubts.most_common())
        self.text.setText("\n".join(rows))
