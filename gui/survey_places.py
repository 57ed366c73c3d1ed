"""Where one can be in a survey: the list of these places at the left of the window, and the pages it leads to."""

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QStackedWidget, QWidget

from gui.i18n.translation import format_count
from gui.widgets.building_blocks import MARGIN, make_button, make_column
from gui.widgets.theme import scaled

_WIDTH_PX = 188


class SurveyPlace(IntEnum):
    """Where one can be in a survey, in the order of the work."""

    FORM = 0
    SCAN = 1
    REVIEW = 2
    RECHECK = 3
    RESULTS = 4


class PlaceList(QFrame):
    """A button for every place, with how much waits there; emits ``chosen(place)``, or ``leave_wanted()``."""

    chosen = Signal(object)  # SurveyPlace
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "navigation")
        self.setFixedWidth(scaled(_WIDTH_PX))
        self._group = QButtonGroup(self)
        self._waiting: Mapping[SurveyPlace, int] = {}
        self.buttons = {place: self._make_button(place) for place in SurveyPlace}
        self.leave_button = make_button("place")
        self.leave_button.clicked.connect(self.leave_wanted)
        column = make_column(self, margin=12, spacing=4)
        for button in self.buttons.values():
            column.addWidget(button)
        column.addStretch()
        column.addWidget(self.leave_button)
        self._retranslate()

    def show_place(self, place: SurveyPlace) -> None:
        """Mark where one is."""
        self.buttons[place].setChecked(True)

    def show_waiting(self, waiting: Mapping[SurveyPlace, int]) -> None:
        """Show how much waits in each place; 0 shows nothing."""
        self._waiting = waiting
        self._name_places()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.StyleChange:  # texts may be larger now
            self.setFixedWidth(scaled(_WIDTH_PX))
        super().changeEvent(event)

    def _make_button(self, place: SurveyPlace) -> QPushButton:
        button = make_button("place")
        button.setCheckable(True)
        button.setToolTip(_keys_of(place))
        button.clicked.connect(lambda: self.chosen.emit(place))
        self._group.addButton(button)
        return button

    def _name_places(self) -> None:
        names = {
            SurveyPlace.FORM: self.tr("Form"),
            SurveyPlace.SCAN: self.tr("Scan"),
            SurveyPlace.REVIEW: self.tr("Review"),
            SurveyPlace.RECHECK: self.tr("Re-check"),
            SurveyPlace.RESULTS: self.tr("Results"),
        }
        for place, button in self.buttons.items():
            count = self._waiting.get(place, 0)
            button.setText(f"{names[place]}  ({format_count(count)})" if count else names[place])
            button.setShortcut(_keys_of(place))  # setting a text takes it away

    def _retranslate(self) -> None:
        self.leave_button.setText(self.tr("‹  Close survey"))
        self._name_places()


class SurveyPages(QStackedWidget):
    """Holds an empty page for every place until it is wanted: all of them together would be waited for at opening.

    Pages are made as children of it, and lay themselves out from the outside in: Qt styles all that is in a widget anew
    whenever that is put into another one.
    """

    def __init__(self, makers: Mapping[SurveyPlace, Callable[[], QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._built: dict[SurveyPlace, QWidget] = {}
        self._margin = MARGIN
        self._empty = {place: QWidget() for place in SurveyPlace}
        for empty in self._empty.values():
            self.addWidget(empty)

    @property
    def place(self) -> SurveyPlace:
        """The place that is shown."""
        return SurveyPlace(self.currentIndex())

    @property
    def built(self) -> Iterator[QWidget]:
        """The pages that there are so far, in no order."""
        yield from self._built.values()

    def is_built(self, place: SurveyPlace) -> bool:
        """Whether somebody was there already, or something there was wanted."""
        return place in self._built

    def page(self, place: SurveyPlace) -> QWidget:
        """Return the page of a place; it is built now if it was not wanted before."""
        if place not in self._built:
            page = self._built[place] = self._makers[place]()
            self.insertWidget(place, page)
            empty = self._empty.pop(place)
            self.removeWidget(empty)
            empty.deleteLater()
            self._keep_margin(page)
        return self._built[place]

    def show_place(self, place: SurveyPlace) -> None:
        """Show the page of a place."""
        self.setCurrentWidget(self.page(place))

    def set_margin(self, margin_px: int) -> None:
        """Leave so much room around every page, also around those that are built later."""
        self._margin = margin_px
        for page in self.built:
            self._keep_margin(page)

    def _keep_margin(self, page: QWidget) -> None:
        if (layout := page.layout()) is not None:
            layout.setContentsMargins(self._margin, self._margin, self._margin, self._margin)


def _keys_of(place: SurveyPlace) -> str:
    return f"Ctrl+{place + 1}"
