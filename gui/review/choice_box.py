"""A box of choices that says how many answers each would give."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

from gui.i18n.translation import format_count
from gui.widgets.roomy_combo_box import RoomyComboBox

_SHORTEST = 10  # characters of the closed box; the row shares what room there is

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Offer(Generic[Value]):
    """A line of a choice box; ``value`` is None for the line that stands for all, which has no count."""

    value: Value | None
    text: str
    count: int | None = None


class ChoiceBox(RoomyComboBox, Generic[Value]):
    """A box that offers values of any type with their counts; Qt's own would make lists of tuples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Value | None] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)

    @property
    def value(self) -> Value | None:
        """What is chosen; None for all."""
        return self._values[self.currentIndex()] if self._values else None

    def offer(self, offers: Sequence[Offer[Value]], chosen: Value | None) -> None:
        """Show these lines, the one of ``chosen`` in the closed box."""
        self._values = [offer.value for offer in offers]
        self.clear()
        for offer in offers:
            count = "" if offer.count is None else f"  ({format_count(offer.count)})"
            self.addItem(offer.text + count)
        self.setCurrentIndex(self._values.index(chosen))
