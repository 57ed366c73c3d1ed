"""The command: a line for each file, what was read is kept, and nothing is read twice."""

import signal
import threading

import pytest

from omr.batches.watching import folder_watch, reading
from omr.batches.watching.arrivals import Patience
from omr.batches.watching.command import WatchCommand
from omr.batches.watching.listing import FileFacts
from omr.batches.watching.news import ArrivedFile
from omr.batches.watching.reading import read_arrived
from omr.batches.watching.watch_order import WatchOrder
from omr.errors import BeingRead, Cancelled, UnknownUnit
from omr.results import PageOutcome
from omr.survey.watch_errors import CannotBeWatched
from omr.survey.work_lock import Work, working_alone
from tests.omr.conftest import reads_here

_HASTE = Patience(poll_s=0.01, rest_s=0.0, rest_looks=2, pile_s=5.0, damaged_s=0.0)


@pytest.fixture
def share(tmp_path, monkeypatch):
    """A watched folder whose files are opened in this process."""
    monkeypatch.setattr(folder_watch.FolderWatch, "_call", lambda _self, work, *arguments: work(*arguments))
    (tmp_path / "share" / "Vũ Ninh").mkdir(parents=True)
    return tmp_path / "share"


def _watch_until(survey, order, *ends):
    """Watch until a line with one of these words comes; returns all lines, without their times."""
    cancel = threading.Event()
    lines = []

    def say(line):
        lines.append(line.split("  ", 1)[-1])
        if any(end in line for end in ends):
            cancel.set()

    with pytest.raises(Cancelled):
        WatchCommand(survey, order, say, _HASTE).run(cancel)
    return lines


@reads_here
def test_that_files_are_read_told_and_not_read_again_after_a_new_start(survey, share, pile):
    first, second = sorted(pile.folder.glob("*.jpg"))[:2]
    (share / "Vũ Ninh" / "1.jpg").write_bytes(first.read_bytes())
    (share / "Vũ Ninh" / "2.jpg").write_bytes(second.read_bytes())
    (share / "Vũ Ninh" / "copy.jpg").write_bytes(first.read_bytes())
    (share / "cut.jpg").write_bytes(first.read_bytes()[:5000])
    order = WatchOrder(share, by_folders=True, jobs=1)
    (share / "Đáp Cầu").mkdir()
    (share / "cut.jpg").rename(share / "Đáp Cầu" / "cut.jpg")

    lines = _watch_until(survey, order, "copy.jpg:")

    assert lines[0] == f"Watching {share} for {survey.settings.name}; Ctrl-C ends it."
    assert lines[1] == "4 files there to be read, 0 read before."
    assert "cut.jpg: moved into khong-doc-duoc, the file is cut off; scan or copy it again." in lines
    assert [line.split(":")[0] for line in lines if "page" in line] == ["1.jpg", "2.jpg", "copy.jpg"]
    assert "1.jpg: 1 page, 1 read" in lines[-4]
    assert lines[-2] == "copy.jpg: 1 page, 1 duplicate"
    assert lines[-1] == "3 files read, 1 moved aside."
    pages = survey.pages()
    assert [(page.source, page.outcome, page.assigned_unit, page.unit_folder) for page in pages] == [
        ("1.jpg", PageOutcome.READ, "09163", "Vũ Ninh"),
        ("2.jpg", PageOutcome.READ, "09163", "Vũ Ninh"),
        ("copy.jpg", PageOutcome.DUPLICATE, "09163", "Vũ Ninh"),
    ]
    assert len(survey.store.batches.all()) == 1
    assert not (survey.folder / ".arriving").exists()

    again = _watch_until(survey, order, "read before")

    assert again[1:] == ["0 files there to be read, 3 read before.", "0 files read."]
    assert survey.pages() == pages


@reads_here
def test_that_files_the_memory_forgot_are_known_by_the_database(survey, share, pile):
    (share / "1.jpg").write_bytes(next(pile.folder.glob("*.jpg")).read_bytes())
    order = WatchOrder(share, jobs=1)
    _watch_until(survey, order, "1.jpg:")
    (survey.folder / "watched.json").unlink()

    lines = _watch_until(survey, order, "1.jpg:")

    assert "1 file there to be read, 0 read before." in lines
    assert len(survey.store.deliveries.all()) == 1
    assert len(survey.pages()) == 1


def test_that_a_folder_that_cannot_be_watched_ends_the_command_before_it_said_anything(survey):
    lines = []

    with pytest.raises(CannotBeWatched, match="the folder of a survey"):
        WatchCommand(survey, WatchOrder(survey.folder), lines.append, _HASTE).run()

    assert lines == []


def test_that_ctrl_c_ends_it_with_what_came_of_it(survey, share):
    lines = []

    def say(line):
        lines.append(line)
        if "there to be read" in line:
            signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(Cancelled):
        WatchCommand(survey, WatchOrder(share), say, _HASTE).run()

    assert lines[-1].endswith("  0 files read.")
    assert signal.getsignal(signal.SIGINT) is before
    with working_alone(share, Work.WATCHING):
        pass  # the folder is free for others


def test_that_an_unknown_unit_is_refused(survey, share):
    with pytest.raises(UnknownUnit):
        WatchCommand(survey, WatchOrder(share, unit="nowhere"), print, _HASTE)


def test_that_reading_waits_while_somebody_else_reads_and_says_so_once(survey, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "_RETRY_S", 0.0)
    (tmp_path / "a.jpg").write_bytes(b"x")
    file = ArrivedFile(tmp_path / "a.jpg", FileFacts(1, 1), tmp_path / "a.jpg", "")
    told, cancel = [], _StopAfter(3)

    with working_alone(survey.folder, Work.READING), pytest.raises(Cancelled):
        read_arrived(survey, WatchOrder(tmp_path, jobs=1), [file], cancel, tell=told.append)

    assert [type(error) for error in told] == [BeingRead]
    assert survey.store.batches.all() == []


class _StopAfter(threading.Event):
    """Is set after some waits."""

    def __init__(self, waits):
        super().__init__()
        self._waits = waits

    def wait(self, timeout=None):
        self._waits -= 1
        return self._waits <= 0
