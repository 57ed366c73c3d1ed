"""Findings about scanner or camera and paper, in plain words; hidden where all is well."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui.i18n.health_messages import describe_health
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.health.batch_health import HealthFinding
from omr.health.medium import Medium

_SHOWN = 2  # sentences, unless a person wants all of them: the table below needs the room


class HealthPanel(QWidget):
    """Shows the most urgent findings about scanner or camera and paper, and the others on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[HealthFinding] = ()
        self.title = make_label("subheading")
        self.text = make_label(wraps=True)
        self.more_button = make_button("filter")
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(lambda _checked: self._describe())
        card = make_card()
        inner = make_column(card, margin=12, spacing=6)
        row = WrappingRow()
        row.addWidget(self.title, stretch=1)
        row.addWidget(self.more_button)
        inner.addLayout(row)
        inner.addWidget(self.text)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self._describe()

    def show_findings(self, findings: Sequence[HealthFinding]) -> None:
        """Show other findings."""
        self._findings = findings
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.setVisible(bool(self._findings))
        is_whole = self.more_button.isChecked()
        shown = self._findings if is_whole else self._findings[:_SHOWN]
        is_scanned = all(finding.medium is Medium.SCAN for finding in self._findings)
        self.title.setText(self.tr("Scanner and paper") if is_scanned else self.tr("Pictures and paper"))
        self.text.setText("\n".join(f"• {describe_health(finding)}" for finding in shown))
        hidden = len(self._findings) - _SHOWN
        self.more_button.setVisible(hidden > 0)
        self.more_button.setText(self.tr("Show less") if is_whole else self.tr("%n more", "", max(hidden, 0)))
