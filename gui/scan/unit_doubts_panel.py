"""Says how many pages wait for a person to say their unit, and why; hidden where none does."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_count
from gui.scan.page_scope import PageScope, Target
from gui.scan.unit_wording import describe_doubt, describe_unlisted
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.responses import DeliveredPage, UnitDoubt
from omr.results import PageOutcome

_MOST_CODES = 5  # that are named; a list of another year may lack a hundred


class UnitDoubtsPanel(QWidget):
    """Shows why pages count for no unit yet; emits ``target_chosen(Target)`` to look at them.

    Pages that nothing names a unit for, as forms with a code written by hand, are told of besides those in doubt, and
    so are those of units that the list does not have, or has but for leading zeros.
    """

    target_chosen = Signal(object)
    stacks_wanted = Signal()  # the units of whole stacks are to be said

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: Counter[UnitDoubt] = Counter()
        self._nameless = 0
        self._unlisted: Counter[str] = Counter()
        self._alike: Counter[tuple[str, str]] = Counter()
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
        read = [page for page in pages if page.outcome is PageOutcome.READ]
        self._unlisted = Counter(page.unit for page in read if page.is_unlisted)
        self._alike = Counter((page.named_unit, page.listed_as) for page in read if page.listed_as)
        self._nameless = sum(not page.unit and page.unit_doubt is None for page in read) if has_units else 0
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _show_pages(self) -> None:
        self.target_chosen.emit(Target(PageScope(only_without_unit=True), None, self.title.text()))

    def _describe(self) -> None:
        pages = self._doubts.total() + self._nameless + self._unlisted.total()
        self.setVisible(bool(pages or self._alike))
        self.stacks_button.setVisible(bool(pages))
        self.show_button.setVisible(bool(self._doubts or self._unlisted))
        waiting = self.tr("%n page(s) wait for a unit", "", pages)
        self.title.setText(waiting if pages else self.tr("Codes of units without their leading zeros"))
        self.show_button.setText(self.tr("Look at them"))
        self.stacks_button.setText(self.tr("Set units by stack…"))
        rows = [f"• {format_count(count)}: {describe_doubt(doubt)}" for doubt, count in self._doubts.most_common()]
        unlisted = self._unlisted.most_common(_MOST_CODES)
        rows += [f"• {format_count(count)}: {describe_unlisted(code)}" for code, count in unlisted]
        rest = len(self._unlisted) - len(unlisted)
        rows += [self.tr("• and %n more unit(s) that are not in the list", "", rest)] if rest else []
        if self._nameless:
            nothing = self.tr("nothing names a unit")
            rows.append(f"• {format_count(self._nameless)}: {nothing}")
        counted = self.tr("{code} is counted as {listed}, for they differ by leading zeros alone")
        rows += [
            f"• {format_count(count)}: {counted.format(code=code, listed=listed)}"
            for (code, listed), count in self._alike.most_common(_MOST_CODES)
        ]
        self.text.setText("\n".join(rows))
