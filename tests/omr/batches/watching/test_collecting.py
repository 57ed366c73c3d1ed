"""What a look at a watched folder takes, leaves and moves aside; by a clock that the tests turn on."""

import errno
import io
import os

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from omr.batches.kept_scans import content_hash_of
from omr.batches.watching import collecting
from omr.batches.watching.arrivals import Patience
from omr.batches.watching.collecting import CollectingTools, Collector
from omr.batches.watching.listing import FileFacts
from omr.batches.watching.moving_aside import ASIDE_FOLDER
from omr.batches.watching.news import (
    ArrivedFile,
    FileClosed,
    FilesArrived,
    FileSetAside,
    FileStuck,
    FileUnfinished,
    FolderUnmatched,
    WatchBegan,
    WatchHindered,
)
from omr.batches.watching.watch_order import WatchOrder
from omr.batches.watching.wording import aside_note, news_line
from omr.errors import DiskFull
from omr.processes.limited_process import call_here
from omr.results import Reason
from tests.conftest import UNITS

_PATIENCE = Patience(poll_s=2, rest_s=5, rest_looks=3, pile_s=60, damaged_s=300, retry_s=60)


@pytest.fixture(scope="module")
def jpeg():
    """A small sound image."""
    file = io.BytesIO()
    Image.fromarray(np.full((420, 420), 250, np.uint8)).save(file, "JPEG")
    return file.getvalue()


class _Folder:
    """A watched folder with a clock of its own."""

    def __init__(self, tmp_path, **order):
        self.path = tmp_path / "share"
        self.path.mkdir()
        self.place = tmp_path / "survey" / ".arriving" / "1"
        self.is_stopped = False
        tools = CollectingTools(call_here, aside_note, lambda: self.is_stopped, _PATIENCE)
        self.collector = Collector(WatchOrder(self.path, **order), self.place, UNITS, {}, tools)
        self.now_s = 1000.0

    def put(self, name, content):
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_bytes(content)

    def look(self, looks=4, pause_s=2.0):
        """Look some times; returns the news, but for the first words."""
        told = []
        for _ in range(looks):
            for news in self.collector.look(self.now_s):
                told.append(news)
                if isinstance(news, FilesArrived):
                    self.copies = {file.copy: file.copy.read_bytes() for file in news.files}
                    self.collector.settle(news.files)
            self.now_s += pause_s
        return [news for news in told if not isinstance(news, WatchBegan)]

    def names(self):
        return sorted(path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if path.is_file())


@pytest.fixture
def folder(tmp_path):
    return _Folder(tmp_path)


def _arrived(told):
    return [[file.source.name for file in news.files] for news in told if isinstance(news, FilesArrived)]


def test_that_a_sound_file_is_copied_once_and_stays_where_it_is(folder, jpeg):
    folder.put("a.jpg", jpeg)

    (news,) = folder.look(10)

    (file,) = news.files
    assert (file.source, file.copy.name, file.unit) == (folder.path / "a.jpg", "a.jpg", "")
    assert file.content_hash == content_hash_of(folder.path / "a.jpg")
    assert list(folder.copies.values()) == [jpeg]
    assert folder.names() == ["a.jpg"]
    assert not folder.place.parent.exists(), "nothing of the copies is left once they are read"


def test_that_a_file_written_slowly_is_taken_whole(folder, jpeg):
    for end in range(1000, len(jpeg), len(jpeg) // 4):
        folder.put("a.jpg", jpeg[:end])
        assert folder.look(2) == []
    folder.put("a.jpg", jpeg)

    folder.look()

    assert list(folder.copies.values()) == [jpeg]


def test_that_two_thousand_files_are_one_batch_in_natural_order(folder, monkeypatch):
    monkeypatch.setattr(collecting, "find_fault", lambda *_: None)
    monkeypatch.setattr(
        Collector, "_copy", lambda _self, path, unit, _now_s: ArrivedFile(path, FileFacts(1, 1), path, "", unit)
    )
    (folder.path / "1.jpg").write_bytes(b"x")
    for number in range(2, 2001):
        os.link(folder.path / "1.jpg", folder.path / f"{number}.jpg")

    (names,) = _arrived(folder.look())

    assert names == [f"{number}.jpg" for number in range(1, 2001)]


def test_that_more_than_the_disk_should_hold_twice_is_taken_in_portions(folder, jpeg, monkeypatch):
    monkeypatch.setattr(collecting, "_MOST_BYTES", len(jpeg) + 1)
    for name in ("1.jpg", "2.jpg", "3.jpg"):
        folder.put(name, jpeg)

    assert _arrived(folder.look(8)) == [["1.jpg"], ["2.jpg"], ["3.jpg"]]


def test_that_a_file_cut_off_for_ever_is_given_time_and_then_moved_aside_with_a_note(folder, jpeg):
    folder.put("cut.jpg", jpeg[:-100])
    assert folder.look(100) == [FileUnfinished("cut.jpg", Reason.FILE_TRUNCATED, "")]
    assert folder.names() == ["cut.jpg"]

    (news,) = folder.look(100)

    place = folder.path / ASIDE_FOLDER / "cut.jpg"
    assert news == FileSetAside("cut.jpg", Reason.FILE_TRUNCATED, "", place, has_note=True)
    assert place.read_bytes() == jpeg[:-100]
    note = place.with_name("cut.jpg.txt").read_text(encoding="utf-8")
    assert "cut.jpg could not be read: the file is cut off" in note
    assert folder.look(5) == []


def test_that_a_file_whose_end_comes_after_all_is_taken(folder, jpeg):
    folder.put("a.jpg", jpeg[:-100])
    folder.look(20)
    folder.put("a.jpg", jpeg)

    assert _arrived(folder.look()) == [["a.jpg"]]


def _pdf(path, **options):
    page = canvas.Canvas(str(path), pagesize=(595, 842), **options)
    page.drawString(50, 50, "x")
    page.save()
    return path.read_bytes()


def test_that_a_pdf_with_a_password_is_moved_aside_at_once(folder, tmp_path):
    folder.put("a.pdf", _pdf(tmp_path / "a.pdf", encrypt=StandardEncryption("x", ownerPassword="y")))

    (news,) = folder.look()

    assert (news.reason, folder.names()) == (
        Reason.FILE_ENCRYPTED,
        [f"{ASIDE_FOLDER}/a.pdf", f"{ASIDE_FOLDER}/a.pdf.txt"],
    )


def test_that_a_pdf_without_its_end_waits_and_is_read_if_it_opens_all_the_same(folder, tmp_path):
    whole = _pdf(tmp_path / "a.pdf")
    folder.put("a.pdf", whole[: whole.rindex(b"startxref")])

    assert folder.look(50) == [FileUnfinished("a.pdf", Reason.STILL_BEING_WRITTEN, "")]
    assert _arrived(folder.look(200)) == [["a.pdf"]]


def test_that_nothing_moved_aside_replaces_what_was_before(folder):
    for content in (b"first, no scan", b"second, none either"):
        folder.put("a.png", content)
        folder.look(200)

    kept = {path.name: path.read_bytes() for path in (folder.path / ASIDE_FOLDER).glob("*.png")}
    assert kept == {"a.png": b"first, no scan", "a-2.png": b"second, none either"}


def test_that_a_file_that_cannot_be_moved_aside_stays_is_told_once_and_tried_again(folder, monkeypatch):
    folder.put("a.png", b"no scan")
    folder.look(100)
    with monkeypatch.context() as patched:
        patched.setattr(collecting, "move_aside", _raising(OSError(errno.ENOSPC, "")))
        (news,) = folder.look(200)
    assert isinstance(news, FileStuck)
    assert "stays where it is" in news_line(news)
    assert folder.names() == ["a.png"]

    (news,) = folder.look(40)
    assert isinstance(news, FileSetAside)


def test_that_a_full_disk_takes_the_note_but_not_the_file(folder, monkeypatch):
    monkeypatch.setattr("omr.batches.watching.moving_aside.write_whole", _raising(DiskFull(folder.path)))
    folder.put("a.png", b"no scan")

    told = folder.look(200)

    assert not told[-1].has_note
    assert "could not be written" in news_line(told[-1])
    assert folder.names() == [f"{ASIDE_FOLDER}/a.png"]


def test_that_a_file_removed_while_it_is_looked_at_is_forgotten(folder, jpeg, monkeypatch):
    folder.put("a.jpg", jpeg)
    copied = collecting.copied

    def removing(path, place, **options):
        path.unlink()
        return copied(path, place, **options)

    monkeypatch.setattr(collecting, "copied", removing)

    assert folder.look(20) == []


def test_that_a_file_written_to_while_it_is_copied_waits_again(folder, jpeg, monkeypatch):
    folder.put("a.jpg", jpeg)
    copied = collecting.copied

    def writing(path, place, **options):
        monkeypatch.setattr(collecting, "copied", copied)
        path.write_bytes(jpeg + b"\0")
        return copied(path, place, **options)

    monkeypatch.setattr(collecting, "copied", writing)

    assert _arrived(folder.look()) == []
    assert _arrived(folder.look()) == [["a.jpg"]]


def test_that_a_file_that_may_not_be_read_is_told_once_stays_and_is_tried_again(folder, jpeg, monkeypatch):
    folder.put("a.jpg", jpeg)
    with monkeypatch.context() as patched:
        patched.setattr(collecting, "copied", _raising(PermissionError(errno.EACCES, "")))
        assert folder.look(100) == [FileClosed("a.jpg", "access is denied")]

    assert _arrived(folder.look(40)) == [["a.jpg"]]


def test_that_a_full_disk_of_the_survey_is_told_once_and_tried_again(folder, jpeg, monkeypatch):
    folder.put("a.jpg", jpeg)
    folder.put("b.jpg", jpeg)
    with monkeypatch.context() as patched:
        patched.setattr(collecting, "copied", _raising(DiskFull(folder.place)))
        (news,) = folder.look(100)
    assert isinstance(news, WatchHindered)

    assert _arrived(folder.look(40)) == [["a.jpg", "b.jpg"]]


def test_that_folders_name_units_and_those_that_name_none_wait_until_renamed(tmp_path, jpeg):
    folder = _Folder(tmp_path, by_folders=True)
    for name in ("09163/a.jpg", "Đáp Cầu/a.jpg", "Xã lạ/a.jpg", "a.jpg"):
        folder.put(name, jpeg)

    told = folder.look(20)

    (arrived,) = (news for news in told if isinstance(news, FilesArrived))
    assert [(file.unit, file.copy.parent.name) for file in arrived.files] == [("09163", "09163"), ("09166", "Đáp Cầu")]
    assert [news for news in told if isinstance(news, FolderUnmatched)] == [
        FolderUnmatched("share"),
        FolderUnmatched("Xã lạ"),
    ]
    (folder.path / "Xã lạ").rename(folder.path / "Vũ Ninh")
    assert [file.unit for news in folder.look() for file in news.files] == ["09163"]


def test_that_files_of_one_name_in_several_folders_are_kept_apart(folder, jpeg):
    folder.put("x/1/a.jpg", jpeg)
    folder.put("y/1/a.jpg", jpeg + b"\0")

    folder.look()

    assert sorted(map(len, folder.copies.values())) == [len(jpeg), len(jpeg) + 1]


def test_that_nothing_is_touched_once_it_is_stopped(folder):
    folder.put("a.png", b"no scan")
    folder.look(100)
    folder.is_stopped = True

    assert folder.look(200) == []
    assert folder.names() == ["a.png"]


def test_that_what_is_wrong_with_a_page_is_left_to_reading(folder):
    file = io.BytesIO()
    Image.fromarray(np.full((50, 50), 250, np.uint8)).save(file, "PNG")
    folder.put("small.png", file.getvalue())

    assert _arrived(folder.look()) == [["small.png"]]


def _raising(error):
    def refuse(*_arguments, **_options):
        raise error

    return refuse


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="odd bytes in names are POSIX")
def test_that_a_name_of_odd_bytes_is_taken_and_told_as_text(folder, jpeg):
    path = folder.path / os.fsdecode(b"sc\xff\x1ban.jpg")
    path.write_bytes(b"no scan")

    (unfinished,) = folder.look()

    assert unfinished.name == "sc\\xff\\x1ban.jpg"
    path.write_bytes(jpeg)
    assert len(_arrived(folder.look())) == 1
