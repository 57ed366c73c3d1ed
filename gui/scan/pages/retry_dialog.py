"""Asks how hard pages are tried again that could not be read."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from gui.widgets.building_blocks import make_column, make_label, restyle
from omr.images.limits import DEFAULT_LIMITS, GIGABYTE, ReadingLimits
from omr.results import RAISED_BY_LIMITS, Reason

_RAISED = 4  # times the limit is proposed where it was in the way


class RetryDialog(QDialog):
    """Asks for limits, proposing higher ones where they were in the way; emits ``confirmed(ReadingLimits)``."""

    confirmed = Signal(object)

    def __init__(self, reasons: Collection[Reason], parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            reasons: Why each of the pages was not read.
            parent: The window.
        """
        super().__init__(parent)
        self.seconds = QSpinBox()
        self.memory = QDoubleSpinBox()
        self.pages = QSpinBox()
        self._limits = QWidget()
        self._propose(reasons)
        self._lay_out(len(reasons))
        self._limits.setVisible(not RAISED_BY_LIMITS.isdisjoint(reasons))

    def limits(self) -> ReadingLimits:
        """Return the limits that are chosen."""
        return ReadingLimits(
            page_seconds=float(self.seconds.value()),
            memory_bytes=round(self.memory.value() * GIGABYTE),
            max_pages=self.pages.value(),
        )

    def _propose(self, reasons: Collection[Reason]) -> None:
        def times(reason: Reason) -> int:
            return _RAISED if reason in reasons else 1

        self.seconds.setRange(1, 86_400)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setValue(round(DEFAULT_LIMITS.page_seconds) * times(Reason.TAKES_TOO_LONG))
        self.memory.setRange(0.5, 1000.0)
        self.memory.setDecimals(1)
        self.memory.setSuffix(" GB")
        self.memory.setValue(DEFAULT_LIMITS.memory_bytes / GIGABYTE * times(Reason.NEEDS_TOO_MUCH_MEMORY))
        self.pages.setRange(1, 10_000_000)
        self.pages.setGroupSeparatorShown(True)
        self.pages.setValue(DEFAULT_LIMITS.max_pages * times(Reason.TOO_MANY_PAGES))

        for box in (self.seconds, self.memory, self.pages):
            box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self, pages: int) -> None:
        title = self.tr("Try again")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        heading, hint = make_label("heading"), make_label("muted", wraps=True)
        heading.setText(title)
        hint.setText(self.tr("%n page(s) will be read again. Pages that were read keep their answers.", "", pages))
        form = QFormLayout(self._limits)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Time for one page"), self.seconds)
        form.addRow(self.tr("Memory for one page"), self.memory)
        form.addRow(self.tr("Pages of one file"), self.pages)
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = make_column(self, margin=24)
        for widget in (heading, hint, self._limits, buttons):
            layout.addWidget(widget)
        self.accepted.connect(lambda: self.confirmed.emit(self.limits()))
