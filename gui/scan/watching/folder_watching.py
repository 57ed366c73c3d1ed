"""Watches a folder while a survey is open, and reads what arrives between the batches that people add."""

from collections.abc import Callable
from dataclasses import replace
from queue import SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from gui.preferences import Preferences
from gui.scan.watching.watch_dialog import WatchDialog
from gui.scan.watching.watch_panel import WatchPanel, WatchState
from gui.scan.watching.watch_texts import aside_note
from gui.widgets import dialogs
from gui.workspace import Workspace
from omr.batches.file_names import readable_name
from omr.batches.watching.arrivals import Patience
from omr.batches.watching.folder_watch import FolderWatch
from omr.batches.watching.memory import WatchMemory
from omr.batches.watching.news import (
    FilesArrived,
    FileSetAside,
    FolderAway,
    FolderBack,
    News,
    WatchBegan,
    WatchEnded,
    WatchHindered,
)
from omr.batches.watching.watch_order import WatchOrder

_LOOK_MS = 300


class FolderWatching(QObject):
    """Owns the watch of one survey; never touches the folder itself, so that a share without answer blocks no window.

    Shown by another of its forms, or opened again in the same window, a survey is watched for as before.
    """

    watching_changed = Signal(bool)

    patience = Patience()

    def __init__(
        self, workspace: Workspace, preferences: Preferences, panel: WatchPanel, unit_code: Callable[[], str]
    ) -> None:
        super().__init__(panel)
        self._workspace = workspace
        self._preferences = preferences
        self._panel = panel
        self._unit_code = unit_code
        self._watch: FolderWatch | None = None
        self._memory: WatchMemory | None = None
        self._order: WatchOrder | None = None
        self._arrived: FilesArrived | None = None
        self._is_reading = False
        self._left: FolderWatch | None = None  # stopped while a batch of it is read
        self._hindrances: SimpleQueue[Exception] = SimpleQueue()
        self._state = WatchState()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        panel.stop_wanted.connect(self._stop_for_good)
        workspace.closing.connect(self.stop)
        workspace.idle_for_good.connect(self._drop_copies)

    @property
    def is_watching(self) -> bool:
        """Whether a folder is watched, or is going to be in a moment."""
        return self._order is not None

    def resume(self) -> None:
        """Watch again what was watched for this survey when it was left."""
        order = self._preferences.watches.get(self._workspace.survey.folder)
        if order is not None and not self._workspace.survey.is_read_only:
            self.begin(order)

    def begin(self, order: WatchOrder) -> None:
        """Watch a folder; what hinders it is told."""
        if self.is_watching:
            return
        self._order, self._state = order, WatchState()
        self._preferences.watches[self._workspace.survey.folder] = order
        self._panel.begin(order.folder)
        self.watching_changed.emit(True)
        survey = self._workspace.survey
        job = self._workspace.jobs.start(lambda _report, _cancel: WatchMemory(survey, order.folder))
        job.succeeded.connect(self._on_remembered)
        job.failed.connect(self._on_ended)

    def stop(self) -> None:
        """Stop watching for now; a batch that is being read goes on."""
        self._timer.stop()
        watch, self._watch, self._order, self._arrived = self._watch, None, None, None
        if watch is not None:
            watch.stop()
            self._left = watch
        if not self._is_reading:
            self._drop_copies()

    def ask(self) -> None:
        """Ask which folder is to be watched, and how its scans are to be read."""
        window = self._panel.window()
        folder = dialogs.ask_folder(window, self.tr("Watch a folder"), self._preferences.last_folder)
        if folder is None:
            return
        self._preferences.last_folder = folder
        dialog = WatchDialog(folder, self._workspace.survey.units, self._unit_code(), window)
        dialog.confirmed.connect(self.begin)
        dialog.open()

    def _on_remembered(self, memory: WatchMemory) -> None:
        if self._order is None:  # stopped meanwhile
            return
        survey, self._memory = self._workspace.survey, memory
        self._watch = FolderWatch(self._order, survey.folder, survey.units, memory.known(), aside_note, self.patience)
        self._watch.start()
        self._timer.start()

    def _look(self) -> None:
        """Take what the watch tells, and read what arrived as soon as no other batch is read."""
        watch = self._watch
        while watch is not None and watch is self._watch and (news := watch.next_news()) is not None:
            self._take(news)
        while not self._hindrances.empty():
            self._panel.tell(WatchHindered(self._hindrances.get()))
        if self._watch is None:
            return
        in_hand = len(self._arrived.files) if self._arrived else self._watch.taken
        silent, coming = self._watch.is_silent, self._watch.coming
        self._state = replace(self._state, is_silent=silent, coming=coming, in_hand=in_hand)
        self._panel.show_state(self._state)
        if self._arrived is not None and not self._is_reading and self._workspace.may_read:
            self._read(self._arrived)

    def _take(self, news: News) -> None:
        match news:
            case WatchEnded(error):
                self._on_ended(error)
            case FilesArrived():
                self._arrived = news
            case WatchBegan():
                self._state = replace(self._state, is_begun=True)
            case FolderAway():
                self._state = replace(self._state, away=news)
            case FolderBack():
                self._state = replace(self._state, away=None)
            case _:
                self._state = replace(self._state, aside=self._state.aside + isinstance(news, FileSetAside))
                self._panel.tell(news)

    def _read(self, arrived: FilesArrived) -> None:
        assert self._order is not None, "nothing arrives where nothing is watched"
        self._is_reading = True
        job = self._workspace.read_arrived(self._order, arrived.files, self._hindrances.put)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_not_read)
        job.cancelled.connect(self._on_not_read)

    def _on_read(self) -> None:
        self._is_reading = False
        if self._arrived is None or self._watch is None or self._memory is None:  # stopped meanwhile
            self._drop_copies()
            return
        files, memory = self._arrived.files, self._memory
        self._arrived = None
        self._workspace.jobs.start(lambda _report, _cancel: memory.note(files))
        self._watch.settle()
        last = readable_name(files[-1].source)
        self._state = replace(self._state, read=self._state.read + len(files), last=last, in_hand=0)
        self._panel.show_state(self._state)

    def _on_not_read(self) -> None:
        """Stop together with the batch: a person stopped it, or it cannot be read; the window says which."""
        self._is_reading = False
        self._stop_for_good()

    def _drop_copies(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            left.drop_copies()

    def _on_ended(self, error: Exception) -> None:
        self._stop_for_good()
        self._workspace.failed.emit(error)

    def _stop_for_good(self) -> None:
        self.stop()
        self._preferences.watches.pop(self._workspace.survey.folder, None)
        self._panel.hide()
        self.watching_changed.emit(False)
