"""The satisfaction index, how sure it is, and whether it may still change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.i18n.reason_messages import describe_smallness
from gui.i18n.translation import format_count, format_interval, format_percent
from gui.results.figure_card import FigureCard
from gui.results.tables.figure_painting import ShareBar, bar_of, paint_figure
from gui.widgets.building_blocks import make_column, make_label
from gui.widgets.theme import current_colors, scaled

if TYPE_CHECKING:
    from exports.tally.dashboard import Dashboard


class ShareStrip(QWidget):
    """A bar for a share of all with its interval, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._figure: ShareBar | None = None

    def show_share(self, figure: ShareBar | None) -> None:
        """Show another share; None shows nothing."""
        self._figure = figure
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, scaled(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is not None:
            painter = QPainter(self)
            paint_figure(painter, bar_of(QRectF(self.rect())), self._figure, current_colors())
            painter.end()


class IndexCard(FigureCard):
    """The card with the satisfaction index, its interval, and how many answers may still change it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashboard: Dashboard | None = None
        self._title = make_label("muted")
        self.number = make_label("number")
        self.warning = make_label("warning", wraps=True)
        self.interval = make_label()
        self.pooled = make_label("muted")
        self.strip = ShareStrip()
        self.counts = make_label("muted")
        column = make_column(self, margin=14, spacing=4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.number)
        row.addWidget(self.warning, stretch=1)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self.strip)
        column.addWidget(self.interval)
        column.addWidget(self.pooled)
        column.addWidget(self.counts)
        column.addStretch()
        self._retranslate()

    def show_dashboard(self, dashboard: "Dashboard | None") -> None:
        """Show other figures; None while they are being counted."""
        self._dashboard = dashboard
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        dashboard = self._dashboard
        if dashboard is None:
            self.number.setText("…")  # being counted; a dash would say that there is nothing
            for label in (self.interval, self.pooled, self.counts, self.warning):
                label.clear()
            self.strip.show_share(None)
            return
        index, interval = dashboard.index, dashboard.index.interval
        if index.value is None or interval is None:
            self.number.setText("–")
            self.interval.setText(self.tr("Nothing was rated yet."))
            self.strip.show_share(None)
        else:
            self.number.setText(format_percent(index.value, 2))
            text = self.tr("95 % interval: {interval}")
            self.interval.setText(text.format(interval=format_interval(interval.low, interval.high)))
            self.strip.show_share(ShareBar(index.value, interval.low, interval.high))
        self._show_pooled(dashboard)
        counts = self.tr("{count} of {total} answers satisfied, {people} respondents")
        self.counts.setText(
            counts.format(
                count=format_count(index.count), total=format_count(index.of), people=format_count(index.respondents)
            )
        )
        self.warning.setText(self._warn(dashboard))
        self.setAccessibleName(" ".join((self._title.text(), self.number.text(), self.interval.text())))

    def _show_pooled(self, dashboard: "Dashboard") -> None:
        """Show the index in which every response counts alike beside one that is by transactions."""
        pooled, interval = dashboard.pooled, dashboard.pooled.interval
        is_weighted = dashboard.is_weighted
        self._title.setText(
            self.tr("Satisfaction index, weighted by transactions") if is_weighted else self.tr("Satisfaction index")
        )
        self.pooled.setVisible(is_weighted and interval is not None)
        if is_weighted and pooled.value is not None and interval is not None:
            text = self.tr("Not weighted: {share} ({interval})")
            shown = format_interval(interval.low, interval.high)
            self.pooled.setText(text.format(share=format_percent(pooled.value, 2), interval=shown))

    def _warn(self, dashboard: "Dashboard") -> str:
        parts = []
        if dashboard.progress.awaiting:
            parts.append(self.tr("provisional"))
        if dashboard.is_unweighted:
            parts.append(self.tr("not weighted: not every unit tells its transactions"))
        parts.append(describe_smallness(dashboard.progress.valid, dashboard.index))
        return " · ".join(filter(None, parts))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Satisfaction index"))
        self.setToolTip(
            self.tr(
                "Share of satisfied answers. 95 % interval by Wilson; how wide it is follows from how much people "
                "differ. Enter or double-click: the answers behind it."
            )
        )
        self._show()
