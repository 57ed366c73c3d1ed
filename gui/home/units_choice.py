"""Which units a new survey has: the shipped list, none, or one's own, which is read as soon as it is chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gui.i18n.error_messages import describe_error
from gui.i18n.fact_messages import describe_fact
from gui.jobs import Job, Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_column, make_label, restyle
from gui.widgets.plain_texts import breakable
from gui.widgets.roomy_combo_box import RoomyComboBox
from omr.forms.unit_lists.reading import UNIT_LIST_ENDINGS, KeptList, read_unit_list
from omr.units.unit_list import SHIPPED_UNITS

_ASK = "ask"
_SHOWN_REMARKS = 4


class UnitsChoice(QWidget):
    """A box of unit lists, and below it what was understood of the one that was chosen.

    Args:
        jobs: Reads lists.
        first_folder: Says where lists are looked for.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, first_folder: Callable[[], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._first_folder = first_folder
        self._job: Job | None = None
        self._refused: set[Path] = set()
        self.box = RoomyComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.told = make_label("muted", wraps=True)
        self.told.hide()
        layout = make_column(self, margin=0, spacing=8)
        layout.addWidget(self.box)
        layout.addWidget(self.told)
        self.setFocusProxy(self.box)
        self.box.addItem(self.tr("Bắc Ninh 2020: 135 one-stop offices"), SHIPPED_UNITS)
        self.box.addItem(self.tr("No units"), None)
        self.box.addItem(self.tr("From a file…"), _ASK)
        self.box.activated.connect(self._on_chosen)
        self.box.currentIndexChanged.connect(self._on_changed)

    @property
    def unit_list(self) -> Path | None:
        """The list that is chosen; None for a survey without units."""
        chosen = self.box.currentData()
        return chosen if isinstance(chosen, Path) else None

    @property
    def is_usable(self) -> bool:
        """Whether the chosen list was not refused."""
        return self.unit_list not in self._refused

    def offer(self, path: Path) -> None:
        """Choose a list in a file."""
        place = self.box.findData(path)
        if place < 0:
            place = self.box.count() - 1
            self.box.insertItem(place, path.name, path)
        if place == self.box.currentIndex():
            self._on_changed()  # it may have been mended since
        self.box.setCurrentIndex(place)

    def _on_chosen(self) -> None:
        if self.box.currentData() != _ASK:
            return
        kinds = self.tr("Unit lists ({patterns})").format(patterns=" ".join(f"*{end}" for end in UNIT_LIST_ENDINGS))
        path = dialogs.ask_file(self, self.tr("Choose a unit list"), self._first_folder(), kinds)
        if path is None:
            self.box.setCurrentIndex(0)
        else:
            self.offer(path)

    def _on_changed(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.told.hide()
        path = self.unit_list
        if path is not None and path != SHIPPED_UNITS:
            self._refused.discard(path)
            self._tell(self.tr("The list is being read…"))
            job = self._jobs.start(lambda _report, _cancel: read_unit_list(path))
            job.succeeded.connect(lambda listed: self._on_read(path, listed))
            job.failed.connect(lambda error: self._on_refused(path, error))
            self._job = job
        self.changed.emit()

    def _on_read(self, path: Path, listed: KeptList) -> None:
        if path != self.unit_list:
            return
        first = listed.units[0]
        counted = self.tr("%n unit(s), the first {code} {name}.", "", len(listed.units))
        lines = [counted.format(code=first.code, name=first.name)]
        lines += [f"• {describe_fact(remark)}" for remark in listed.remarks[:_SHOWN_REMARKS]]
        self._tell("\n".join(lines))

    def _on_refused(self, path: Path, error: Exception) -> None:
        self._refused.add(path)
        if path == self.unit_list:
            message = describe_error(error)
            self._tell(f"{message.happened}\n{message.advice}", is_refusal=True)
            self.changed.emit()

    def _tell(self, text: str, *, is_refusal: bool = False) -> None:
        restyle(self.told, "role", "warning" if is_refusal else "muted")
        self.told.setText(breakable(text))
        self.told.show()
