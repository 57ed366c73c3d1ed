"""Says that a folder is watched, how it goes, and offers to stop; hidden where none is."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.i18n.translation import format_moment
from gui.scan.watching.watch_texts import describe_news
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.plain_texts import breakable
from gui.widgets.wrapping_row import WrappingRow
from omr.batches.watching.news import FolderAway, News
from omr.clock import now

_MOST_TOLD = 3
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class WatchState:
    """How watching goes.

    Attributes:
        is_begun: Whether the folder was looked at.
        is_silent: Whether it does not answer.
        away: Why it cannot be looked at; None if it can.
        in_hand: Files that have arrived and are copied, or read as soon as no other batch is.
        coming: Names of files that are still being written.
        read: Files read since it was begun.
        aside: Files moved aside.
        last: Name of the file that was read last; empty if none was.
    """

    is_begun: bool = False
    is_silent: bool = False
    away: FolderAway | None = None
    in_hand: int = 0
    coming: tuple[str, ...] = ()
    read: int = 0
    aside: int = 0
    last: str = ""


class WatchPanel(QWidget):
    """Shows the state of a watched folder and the last things that a person should know."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.state = make_label("subheading"), make_label(wraps=True)
        self.told = make_label("warning", wraps=True)
        self.stop_button = make_button()
        self.stop_button.clicked.connect(self.stop_wanted)
        self._folder = Path()
        self._shown = WatchState()
        self._news: deque[tuple[str, News]] = deque(maxlen=_MOST_TOLD)
        card = make_card()
        inner = make_column(card, margin=12, spacing=6)
        row = WrappingRow()
        row.addWidget(self.title, stretch=1)
        row.addWidget(self.stop_button)
        inner.addLayout(row)
        inner.addWidget(self.state)
        inner.addWidget(self.told)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self.hide()
        self._describe()

    def begin(self, folder: Path) -> None:
        """Show that a folder is going to be watched."""
        self._folder, self._shown = folder, WatchState()
        self._news.clear()
        self._describe()
        self.show()

    def show_state(self, state: WatchState) -> None:
        """Show how watching goes."""
        if state != self._shown:
            self._shown = state
            self._describe()

    def tell(self, news: News) -> None:
        """Show what a person should know, above what was told before."""
        if describe_news(news):
            self._news.appendleft((now(), news))
            self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.title.setText(self.tr("Watching {folder}").format(folder=self._folder))
        self.stop_button.setText(self.tr("Stop watching"))
        self.state.setText(breakable(" ".join(filter(None, (self._condition(), *self._counts())))))
        lines = [f"{format_moment(moment)}: {describe_news(news)}" for moment, news in self._news]
        self.told.setText(breakable("\n".join(lines)))
        self.told.setVisible(bool(lines))

    def _condition(self) -> str:
        shown = self._shown
        if shown.is_silent:
            return self.tr("The folder does not answer. Everything else goes on.")
        if not shown.is_begun:
            return self.tr("Looking at the folder…")
        if shown.away is not None:
            return describe_news(shown.away)
        if shown.in_hand:
            return self.tr("%n file(s) arrived.", "", shown.in_hand)
        if shown.coming:
            return self.tr("Coming in: {names}.").format(names=_some_of(shown.coming))
        return self.tr("Waiting for scans.")

    def _counts(self) -> Sequence[str]:
        shown = self._shown
        last = self.tr("Last: {name}.").format(name=shown.last) if shown.last else ""
        read = self.tr("%n file(s) read.", "", shown.read) if shown.read else ""
        return read, last, self.tr("%n file(s) moved aside.", "", shown.aside) if shown.aside else ""


def _some_of(names: Sequence[str]) -> str:
    more = f" + {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
