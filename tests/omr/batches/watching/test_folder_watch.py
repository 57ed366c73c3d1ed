"""A folder watched in a thread: others are kept out, a share comes and goes, and one that hangs holds up nobody."""

import threading
import time

import pytest

from omr.batches.watching import folder_watch
from omr.batches.watching.arrivals import Patience
from omr.batches.watching.folder_watch import FolderWatch
from omr.batches.watching.news import FilesArrived, FolderAway, FolderBack, WatchBegan, WatchEnded
from omr.batches.watching.watch_order import WatchOrder
from omr.batches.watching.wording import aside_note
from omr.errors import InputError
from omr.survey.watch_errors import BeingWatched, CannotBeWatched
from omr.survey.work_lock import Work, working_alone

_HASTE = Patience(poll_s=0.005, rest_s=0.0, rest_looks=2, pile_s=0.0)
_LONG_S = 20.0


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def watch(monkeypatch, tmp_path, share):
    """Makes a watch whose files all open; stopped in the end."""
    monkeypatch.setattr("omr.batches.watching.collecting.find_fault", lambda *_: None)
    made = []

    def make(folder=share, survey=tmp_path / "s", done=None):
        survey.mkdir(exist_ok=True)
        made.append(FolderWatch(WatchOrder(folder), survey, (), done or {}, aside_note, _HASTE))
        made[-1].start()
        return made[-1]

    yield make
    for each in made:
        each.stop()


def _next(watch, kind):
    """Return the next news of a kind."""
    until_s = time.monotonic() + _LONG_S
    while time.monotonic() < until_s:
        news = watch.next_news(0.05)
        if isinstance(news, kind):
            return news
        assert not isinstance(news, WatchEnded), news
    raise AssertionError(f"no {kind.__name__}")


def test_that_files_are_handed_over_once_and_the_next_after_they_were_read(watch, share):
    (share / "1.jpg").write_bytes(b"1")
    watched = watch()
    assert _next(watched, WatchBegan) == WatchBegan(found=1, known=0)
    (first,) = _next(watched, FilesArrived).files

    (share / "2.jpg").write_bytes(b"2")
    assert watched.next_news(0.05) is None, "one batch at a time"
    assert first.copy.read_bytes() == b"1"
    watched.settle()

    (second,) = _next(watched, FilesArrived).files
    assert second.source.name == "2.jpg"
    assert not first.copy.exists()


def test_that_files_read_before_are_not_handed_over_again(watch, share):
    (share / "1.jpg").write_bytes(b"1")
    watched = watch()
    (file,) = _next(watched, FilesArrived).files
    watched.stop()

    again = watch(done={file.source: file.facts})

    assert _next(again, WatchBegan) == WatchBegan(found=0, known=1)
    assert again.next_news(0.05) is None


def test_that_a_second_watcher_of_the_folder_is_refused_for_any_survey(watch, share, tmp_path):
    first = watch()
    _next(first, WatchBegan)

    second = watch(survey=tmp_path / "other")

    error = second.next_news(_LONG_S).error
    assert isinstance(error, BeingWatched)
    assert str(share) in str(error)
    first.stop()
    assert isinstance(watch(survey=tmp_path / "other").next_news(_LONG_S), WatchBegan)


def test_that_a_share_may_vanish_and_come_back_with_its_files(watch, share):
    (share / "1.jpg").write_bytes(b"1")
    watched = watch()
    _next(watched, FilesArrived)
    watched.settle()
    share.rename(share.with_name("unplugged"))
    assert _next(watched, FolderAway).fact == "there is no such file or folder"
    assert watched.next_news(0.05) is None, "it is told once"

    share.with_name("unplugged").rename(share)
    _next(watched, FolderBack)

    (share / "2.jpg").write_bytes(b"2")
    assert [file.source.name for file in _next(watched, FilesArrived).files] == ["2.jpg"]
    with pytest.raises(BeingWatched), working_alone(share, Work.WATCHING):
        pass


def test_that_who_took_over_the_folder_meanwhile_keeps_it(watch, share):
    watched = watch()
    _next(watched, WatchBegan)
    share.rename(share.with_name("unplugged"))
    _next(watched, FolderAway)
    share.mkdir()
    with working_alone(share, Work.WATCHING):
        ended = watched.next_news(_LONG_S)

    assert isinstance(ended, WatchEnded | FolderBack)
    assert isinstance(ended, FolderBack) or isinstance(ended.error, BeingWatched)


@pytest.mark.parametrize("place", ["s", "s/scans", "."])
def test_that_the_surveys_own_folder_or_one_around_it_is_refused(watch, tmp_path, place):
    (tmp_path / "s" / "scans").mkdir(parents=True)

    error = watch(folder=tmp_path / place).next_news(_LONG_S).error

    assert isinstance(error, CannotBeWatched)
    assert isinstance(error, InputError)
    assert list((tmp_path / place).glob(".locks")) == [], "nothing was changed"


def test_that_the_folder_of_another_survey_is_refused_too(watch, share, tmp_path):
    (share / "survey.toml").write_bytes(b"")
    (share / "scans").mkdir()

    for folder in (share, share / "scans"):
        assert isinstance(watch(folder=folder).next_news(_LONG_S).error, CannotBeWatched)


def test_that_what_was_handed_over_stays_until_nobody_reads_it(watch, share):
    (share / "1.jpg").write_bytes(b"1")
    watched = watch()
    (file,) = _next(watched, FilesArrived).files

    watched.stop()
    assert file.copy.read_bytes() == b"1", "a batch that is being read goes on"

    watched.drop_copies()
    assert not file.copy.exists()


def test_that_a_link_to_the_survey_is_refused_too(watch, tmp_path):
    (tmp_path / "s").mkdir()
    link = tmp_path / "elsewhere"
    try:
        link.symlink_to(tmp_path / "s", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")

    assert isinstance(watch(folder=link).next_news(_LONG_S).error, CannotBeWatched)


def test_that_a_folder_that_is_not_there_is_refused(watch, tmp_path):
    assert isinstance(watch(folder=tmp_path / "gone").next_news(_LONG_S).error, CannotBeWatched)


def test_that_a_share_that_never_answers_holds_up_nobody_and_is_left_alone_when_it_does(watch, share, monkeypatch):
    answer = threading.Event()
    monkeypatch.setattr(folder_watch, "_SILENT_S", 0.0)
    monkeypatch.setattr(folder_watch, "_FAREWELL_S", 0.01)
    touched = []

    def hanging(folder, _survey):
        answer.wait(_LONG_S)
        touched.append(folder)

    monkeypatch.setattr(folder_watch, "ensure_watchable", hanging)
    monkeypatch.setattr(folder_watch, "working_alone", lambda *_: touched.append("locked"))
    watched = watch()
    until_s = time.monotonic() + _LONG_S
    while not watched.is_silent and time.monotonic() < until_s:
        time.sleep(0.001)
    assert watched.is_silent

    watched.stop(farewell_s=0.01)

    answer.set()
    watched._thread.join(_LONG_S)
    assert touched == [share], "it was asked before, and nothing more was done"
    assert watched.next_news() is None


def test_that_a_folder_that_cannot_be_written_is_watched_all_the_same(watch, share, monkeypatch):
    from omr.errors import FolderNotWritable

    def refusing(folder, _work):
        raise FolderNotWritable(folder, "access is denied")

    monkeypatch.setattr(folder_watch, "working_alone", refusing)
    (share / "1.jpg").write_bytes(b"1")

    assert _next(watch(), FilesArrived)
