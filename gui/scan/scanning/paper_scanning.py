"""Scans stacks while a survey is open, and reads each as a batch of its own while the feeder runs."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from gui.jobs import Jobs
from gui.preferences import Preferences
from gui.scan.scanning.scan_dialog import ScanDialog, ScanWish
from gui.scan.scanning.scan_panel import ScanPanel
from gui.workspace import Workspace
from omr.errors import PhieuError
from omr.scanners.finding import open_scanner
from omr.scanners.stack_scan import StackScan

_LOOK_MS = 200


class PaperScanning(QObject):
    """Owns the stacks of one survey: the one that is scanned, and those that are still to be read."""

    scanning_changed = Signal(bool)

    def __init__(
        self, workspace: Workspace, preferences: Preferences, panel: ScanPanel, unit_code: Callable[[], str]
    ) -> None:
        super().__init__(panel)
        self._workspace = workspace
        self._preferences = preferences
        self._panel = panel
        self._unit_code = unit_code
        self._jobs = Jobs(self, threads=3)
        self._scan: StackScan | None = None
        self._unread: deque[StackScan] = deque()
        self._is_reading = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        panel.stop_wanted.connect(self._stop_feeding)
        panel.more_wanted.connect(self._feed)
        panel.next_wanted.connect(self.ask)
        panel.end_wanted.connect(self._end_stack)
        workspace.closing.connect(self._leave)

    @property
    def is_at_work(self) -> bool:
        """Whether a stack is scanned, or still to be read."""
        return self._scan is not None or self._is_reading or bool(self._unread)

    def ask(self) -> None:
        """Ask which scanner scans what, and how."""
        unit = self._scan.folder.order.unit if self._scan is not None else self._unit_code()
        dialog = ScanDialog(self._workspace.survey.units, unit, self._preferences, self._jobs, self._panel.window())
        dialog.confirmed.connect(self.begin)
        dialog.open()

    def begin(self, wish: ScanWish) -> None:
        """Scan a stack; one that was scanned until now ends, and is read first."""
        self._preferences.last_scanner = wish.device.address, wish.device.name
        self._preferences.note_scan_profile(wish.profile.to_text())
        try:
            scanner = open_scanner(wish.device.address)
            scan = StackScan(self._workspace.survey.folder, wish.order, scanner, wish.profile)
        except PhieuError as error:
            self._workspace.failed.emit(error)
            return
        if self._scan is not None:
            self._scan.finish()
        self._scan = scan
        self._unread.append(scan)
        self._panel.begin(wish.order.name or wish.device.name, wish.profile.sides)
        self.scanning_changed.emit(True)
        scan.feed()
        self._timer.start()
        self._look()

    def _look(self) -> None:
        if self._scan is not None:
            self._panel.show_state(self._scan.state)
        if self._unread and not self._is_reading and self._workspace.may_read:
            self._is_reading = True
            job = self._workspace.read_stack(self._unread[0])
            job.succeeded.connect(self._on_read)
            job.failed.connect(self._on_not_read)
            job.cancelled.connect(self._on_not_read)
        if not self.is_at_work:
            self._timer.stop()

    def _feed(self) -> None:
        if self._scan is not None:
            self._scan.feed()
            self._look()

    def _stop_feeding(self) -> None:
        if self._scan is not None:
            self._scan.stop_feeding()
            self._look()

    def _end_stack(self) -> None:
        scan, self._scan = self._scan, None
        if scan is not None:
            scan.finish()
        self._panel.hide()
        self.scanning_changed.emit(False)

    def _on_read(self) -> None:
        self._is_reading = False
        self._unread.popleft()

    def _on_not_read(self) -> None:
        """End together with the batch: what came stays in its folder, from which reading goes on."""
        self._is_reading = False
        for scan in self._unread:
            scan.finish()
        self._unread.clear()
        self._end_stack()

    def _leave(self) -> None:
        self._timer.stop()
        for scan in self._unread:
            scan.finish()
        self._jobs.stop()
