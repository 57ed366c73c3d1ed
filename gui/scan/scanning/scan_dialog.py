"""Asks which scanner scans a stack, how, and what the stack is."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QGridLayout, QLineEdit, QWidget

from gui.i18n.error_messages import describe_error
from gui.jobs import Job, Jobs, Report
from gui.preferences import Preferences
from gui.scan.scanning.profile_boxes import ProfileBoxes
from gui.widgets.building_blocks import (
    make_button,
    make_column,
    make_label,
    name_for_screen_readers,
    resize_within_screen,
    restyle,
)
from gui.widgets.plain_texts import breakable
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.unit_box import UnitBox
from omr.scanners.devices import Device, DeviceOptions, Profile
from omr.scanners.finding import SEARCHES, Search, open_scanner, typed_device
from omr.scanners.stack_folder import StackOrder
from omr.units.unit_list import Unit


@dataclass(frozen=True, slots=True)
class ScanWish:
    """What a person wants scanned."""

    device: Device
    profile: Profile
    order: StackOrder


def _search_by(search: Search, _report: Report, cancel: threading.Event) -> tuple[Device, ...]:
    return search(cancel)


class ScanDialog(QDialog):
    """Looks for scanners, asks the chosen one what it can do, and emits ``confirmed(ScanWish)``."""

    confirmed = Signal(object)

    def __init__(
        self, units: Sequence[Unit], unit: str, preferences: Preferences, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scan"))
        resize_within_screen(self, 680, 480)
        self._jobs = jobs
        self._asked: Job | None = None
        self._searches = 0  # that go on
        self.device_box, self.address = RoomyComboBox(), QLineEdit()
        self.search_button, self.address_button = make_button(), make_button()
        self.state = make_label("muted", wraps=True)
        remembered = tuple(filter(None, map(Profile.of_text, preferences.scan_profiles)))
        self.profile = ProfileBoxes(remembered)
        self.unit_box, self.stack_name = UnitBox(units), QLineEdit()
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(unit), 0))
        self._lay_out(has_units=bool(units))
        self._connect()
        if preferences.last_scanner is not None:
            self._add_device(Device(*preferences.last_scanner))
        self._search()
        self._update()

    def wish(self) -> ScanWish | None:
        """Return what is wanted; None while no scanner said what it can do."""
        device, profile = self.device_box.currentData(), self.profile.chosen()
        if device is None or profile is None:
            return None
        return ScanWish(device, profile, StackOrder(self.stack_name.text().strip(), self.unit_box.unit_code()))

    def _lay_out(self, *, has_units: bool) -> None:
        heading = make_label("heading")
        heading.setText(self.tr("Scan"))
        rows = (
            (self.tr("Scanner"), self.device_box, self.search_button),
            (self.tr("Address"), self.address, self.address_button),
            (self.tr("Unit"), self.unit_box, None),
            (self.tr("Stack"), self.stack_name, None),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        width_px = 0
        for row, (text, field, button) in enumerate(rows):
            label = make_label("muted")
            label.setText(text)
            width_px = max(width_px, label.sizeHint().width())
            name_for_screen_readers(field, text)
            grid.addWidget(label, row + (row > 1) * 2, 0)
            grid.addWidget(field, row + (row > 1) * 2, 1, 1, 1 if button else 2)
            if button:
                grid.addWidget(button, row, 2)
            if field is self.unit_box:
                label.setVisible(has_units)
                field.setVisible(has_units)
        grid.addWidget(self.state, 2, 1, 1, 2)
        grid.addWidget(self.profile, 3, 0, 1, 3)
        grid.setColumnMinimumWidth(0, self.profile.align_labels(width_px))
        self.address.setPlaceholderText(self.tr("If it is not found: 192.168.1.20, for example"))
        self.stack_name.setPlaceholderText(self.tr("Names its pages, for example Box 3; else the time does"))
        self.search_button.setText(self.tr("Search again"))
        self.address_button.setText(self.tr("Look there"))
        layout = make_column(self, margin=24)
        layout.addWidget(heading)
        layout.addLayout(grid)
        layout.addStretch()
        layout.addWidget(self._make_buttons())

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.confirm_button = buttons.addButton(self.tr("Scan now"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.confirm_button, "role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.device_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.search_button.clicked.connect(self._search)
        self.address_button.clicked.connect(self._look_at_address)
        self.address.returnPressed.connect(self._look_at_address)
        self.device_box.currentIndexChanged.connect(self._ask_options)
        self.finished.connect(lambda _result: self._jobs.cancel_all())
        self.accepted.connect(lambda: self.confirmed.emit(self.wish()))

    def _search(self) -> None:
        self.search_button.setEnabled(False)
        if self.device_box.currentData() is None:
            self._say(self.tr("Looking for scanners…"))
        self._searches = len(SEARCHES)
        for search in SEARCHES:
            job = self._jobs.start(partial(_search_by, search))
            job.succeeded.connect(self._on_found)
            job.failed.connect(self._on_failed)
            job.ended.connect(self._on_searched)

    def _on_found(self, devices: Sequence[Device]) -> None:
        for device in devices:
            self._add_device(device)

    def _on_searched(self) -> None:
        self._searches -= 1
        self.search_button.setEnabled(not self._searches)
        if not self._searches and not self.device_box.count():
            text = self.tr("No scanner was found. Switch it on, or type its address; it is shown on its display.")
            self._say(text, is_problem=True)

    def _look_at_address(self) -> None:
        text = self.address.text()
        if not text.strip():
            return
        self._say(self.tr("Asking the scanner what it can do…"))
        job = self._jobs.start(lambda _report, cancel: typed_device(text, cancel))
        job.succeeded.connect(self._choose_device)
        job.failed.connect(self._on_failed)

    def _choose_device(self, device: Device) -> None:
        self._add_device(device)
        self.device_box.setCurrentIndex(self._index_of(device))

    def _add_device(self, device: Device) -> None:
        if self._index_of(device) < 0:
            self.device_box.addItem(device.name, device)

    def _index_of(self, device: Device) -> int:
        addresses = [self.device_box.itemData(row).address for row in range(self.device_box.count())]
        return addresses.index(device.address) if device.address in addresses else -1

    def _ask_options(self) -> None:
        device = self.device_box.currentData()
        self.profile.show_options(None)
        self._update()
        if device is None:
            return
        self._say(self.tr("Asking the scanner what it can do…"))
        job = self._jobs.start(lambda _report, cancel: open_scanner(device.address).options(cancel))
        self._asked = job
        job.succeeded.connect(lambda options: self._on_options(job, options))
        job.failed.connect(lambda error: self._on_failed(error) if job is self._asked else None)

    def _on_options(self, job: Job, options: DeviceOptions) -> None:
        if job is not self._asked:  # another scanner was chosen meanwhile
            return
        self._say("")
        self.profile.show_options(options)
        self._update()

    def _on_failed(self, error: Exception) -> None:
        self._say(describe_error(error).happened, is_problem=True)

    def _say(self, text: str, *, is_problem: bool = False) -> None:
        restyle(self.state, "role", "warning" if is_problem else "muted")
        self.state.setText(breakable(text))
        self.state.setVisible(bool(text))

    def _update(self) -> None:
        self.confirm_button.setEnabled(self.wish() is not None)
