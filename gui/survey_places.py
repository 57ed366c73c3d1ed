"""Where one can be in a survey, and the list of these places at the left of the window."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from gui.i18n.translation import format_count
from gui.widgets.building_blocks import make_button, make_column
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


def _keys_of(place: SurveyPlace) -> str:
    return f"Ctrl+{place + 1}"
