"""Choose how sheets are scanned: as before, or side by side what the scanner can do."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from gui.scan.scanning.scan_texts import COLOURS, SIDES, describe_paper, describe_profile, translated
from gui.widgets.building_blocks import make_label, name_for_screen_readers
from gui.widgets.roomy_combo_box import RoomyComboBox
from omr.scanners.devices import Colour, DeviceOptions, Profile, SheetSize, Sides


class ProfileBoxes(QWidget):
    """Boxes for sides, resolution, colour and paper, filled with what a scanner can do.

    Args:
        remembered: How sheets were scanned before, the last way first.
    """

    def __init__(self, remembered: Sequence[Profile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: DeviceOptions | None = None
        self._wanted = remembered[0] if remembered else Profile()
        self.remembered_box = RoomyComboBox()
        for profile in remembered:
            self.remembered_box.addItem(describe_profile(profile), profile.to_text())
        self.sides_box, self.dpi_box = RoomyComboBox(), RoomyComboBox()
        self.colour_box, self.paper_box = RoomyComboBox(), RoomyComboBox()
        self._lay_out(has_remembered=len(remembered) > 1)
        self.remembered_box.activated.connect(self._take_remembered)
        self.sides_box.activated.connect(self._on_sides_chosen)
        self.show_options(None)

    def align_labels(self, width_px: int) -> int:
        """Make the first column at least so wide, and return how wide it is."""
        self._grid.setColumnMinimumWidth(0, max(width_px, *(label.sizeHint().width() for label in self._first_labels)))
        return self._grid.columnMinimumWidth(0)

    def chosen(self) -> Profile | None:
        """Return what is chosen; None while no scanner said what it can do."""
        if self._options is None:
            return None
        # Qt gives back an enumeration of texts as the bare text.
        sides, colour = Sides(self.sides_box.currentData()), Colour(self.colour_box.currentData())
        return Profile(sides, int(self.dpi_box.currentData()), colour, SheetSize(self.paper_box.currentData()))

    def show_options(self, options: DeviceOptions | None) -> None:
        """Offer what a scanner can do, as near as it can to what was chosen; None: it did not say yet."""
        if options is None:
            self._wanted = self.chosen() or self._wanted
        self._options = options
        self.setEnabled(options is not None)
        if options is not None:
            self._fill(self._wanted.fitted_to(options), options)

    def _fill(self, profile: Profile, options: DeviceOptions) -> None:
        source = options.sources[profile.sides]
        sides = [(translated(SIDES[each]), each) for each in options.sources]
        colours = [(translated(COLOURS[each]), each) for each in source.colours]
        _refill(self.sides_box, sides, profile.sides)
        _refill(self.dpi_box, [(f"{dpi} dpi", dpi) for dpi in source.dpis], profile.dpi)
        _refill(self.colour_box, colours, profile.colour)
        _refill(self.paper_box, [(describe_paper(each), each) for each in source.papers], profile.paper)

    def _on_sides_chosen(self) -> None:
        """Offer what the feeder or the glass can do."""
        if self._options is not None and (now := self.chosen()) is not None:
            self._fill(now.fitted_to(self._options), self._options)

    def _take_remembered(self) -> None:
        profile = Profile.of_text(str(self.remembered_box.currentData()))
        if profile is not None and self._options is not None:
            self._fill(profile.fitted_to(self._options), self._options)

    def _lay_out(self, *, has_remembered: bool) -> None:
        grid = self._grid = QGridLayout(self)
        self._first_labels: list[QLabel] = []
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        fields = (
            (self.tr("As before"), self.remembered_box, 0, 0, 3),
            (self.tr("Sides"), self.sides_box, 1, 0, 1),
            (self.tr("Resolution"), self.dpi_box, 1, 2, 1),
            (self.tr("Colour"), self.colour_box, 2, 0, 1),
            (self.tr("Paper"), self.paper_box, 2, 2, 1),
        )
        for text, box, row, column, span in fields:
            label = make_label("muted")
            label.setText(text)
            name_for_screen_readers(box, text)
            grid.addWidget(label, row, column)
            grid.addWidget(box, row, column + 1, 1, span)
            if column == 0 and (has_remembered or row > 0):
                self._first_labels.append(label)
            if box is self.remembered_box and not has_remembered:
                label.hide()
                box.hide()
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)


def _refill(box: QComboBox, choices: Iterable[tuple[str, StrEnum | int]], chosen: StrEnum | int) -> None:
    box.clear()
    for text, value in choices:
        box.addItem(text, value if isinstance(value, int) else str(value))
    box.setCurrentIndex(box.findData(chosen if isinstance(chosen, int) else str(chosen)))
