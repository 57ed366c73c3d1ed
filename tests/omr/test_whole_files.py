"""A file, or a folder, is there whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from omr import whole_files
from omr.errors import DiskFull, FolderNotEmpty, FolderNotWritable
from omr.whole_files import cannot_make, cannot_make_new, is_free, making_folder, replacing, write_whole


def _write_half(path: Path) -> None:
    path.write_text("half")
    raise ZeroDivisionError


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def _killed(code: str, *arguments: object) -> None:
    """Run Python code that ends itself as a person who pulls the plug does."""
    lines = ("import os, signal, sys", "from pathlib import Path", "from omr.whole_files import *", code)
    done = subprocess.run([sys.executable, "-c", "\n".join(lines), *map(str, arguments)], check=False)
    assert done.returncode == -signal.SIGKILL


_KILL = "os.kill(os.getpid(), signal.SIGKILL)"
_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and cannot ask for a process by number")


def test_that_the_file_is_not_seen_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"

    with replacing(path) as part:
        part.write_text("one")
        assert not path.exists()

    assert path.read_text() == "one"
    assert _names(tmp_path) == ["a.csv"]


def test_that_an_error_keeps_the_earlier_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier")

    with pytest.raises(ZeroDivisionError), replacing(path) as part:
        _write_half(part)

    assert path.read_text() == "earlier"
    assert _names(tmp_path) == ["a.csv"]


def test_that_a_folder_which_is_not_there_is_told_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable) as raised:
        write_whole(tmp_path / "gone" / "a.csv", "x")

    assert raised.value.folder == tmp_path / "gone"
    assert raised.value.fact == "there is no such file or folder"


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_that_a_full_disk_is_told_as_such_and_keeps_the_earlier_file(step, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, fail)
        with pytest.raises(DiskFull):
            write_whole(path, "new")

    assert path.read_text() == "earlier"
    assert _names(tmp_path) == ["a.csv"]


def test_that_a_disk_which_fails_only_when_it_is_asked_to_keep_the_file_keeps_the_earlier_one(
    tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(whole_files.os, "fsync", fail)
    with pytest.raises(FolderNotWritable, match="the drive reports an error"):
        write_whole(path, "new")

    assert path.read_text() == "earlier"


@_posix
def test_that_a_killed_run_keeps_the_earlier_file_and_its_part_is_cleared_at_the_next_writing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier")

    _killed(f"with replacing(Path(sys.argv[1])) as part:\n    part.write_text('half')\n    {_KILL}", path)

    assert path.read_text() == "earlier"
    assert len(_names(tmp_path)) == 2
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert _names(tmp_path) == ["a.csv"]


@_posix
def test_that_a_file_size_limit_keeps_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_text("earlier")
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom omr.whole_files import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "write_whole(Path(sys.argv[1]), bytes(100_000))"
    )

    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)

    assert "the file is larger than this drive can hold" in done.stderr
    assert path.read_text() == "earlier"
    assert _names(tmp_path) == ["a.bin"]


def test_that_two_who_write_the_same_file_at_once_leave_one_of_both_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"

    with replacing(path) as first, replacing(path) as second:
        first.write_text("one")
        second.write_text("two")

    assert path.read_text() == "one"
    assert _names(tmp_path) == ["a.csv"]


def test_that_a_name_as_long_as_a_name_may_be_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".csv")

    write_whole(path, "x")

    assert path.read_text() == "x"


@_posix
def test_that_a_link_stays_one_and_a_pipe_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link, pipe = tmp_path / "there" / "a.csv", tmp_path / "link.csv", tmp_path / "pipe"
    link.symlink_to(target)
    os.mkfifo(pipe)

    write_whole(link, "x")

    assert link.is_symlink()
    assert target.read_text() == "x"
    with pytest.raises(FolderNotWritable):
        write_whole(pipe, "x")
    assert pipe.is_fifo()


@_posix
def test_that_the_rights_of_the_earlier_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier")
    path.chmod(0o640)

    write_whole(path, "new")

    assert path.stat().st_mode & 0o777 == 0o640


def test_that_a_folder_is_not_seen_before_it_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "it"

    with making_folder(folder) as made:
        (made / "inner").mkdir()
        (made / "inner" / "a.txt").write_text("x")
        assert not folder.exists()

    assert (folder / "inner" / "a.txt").read_text() == "x"
    assert _names(folder.parent) == ["it"]


def test_that_an_empty_folder_stays_the_same_one(tmp_path: Path) -> None:
    folder = tmp_path / "it"
    folder.mkdir()
    before = folder.stat().st_ino

    with making_folder(folder) as made:
        (made / "a.txt").write_text("x")

    assert folder.stat().st_ino == before
    assert _names(folder) == ["a.txt"]


@pytest.mark.parametrize("is_there", [True, False])
def test_that_an_error_leaves_nothing_of_a_folder(is_there, tmp_path: Path) -> None:
    folder = tmp_path / "it"
    if is_there:
        folder.mkdir()

    def make_half() -> None:
        with making_folder(folder, cannot_make) as made:
            (made / "a.txt").write_text("x")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFull):
        make_half()

    assert _names(tmp_path) == (["it"] if is_there else [])
    assert not is_there or _names(folder) == []


@_posix
@pytest.mark.parametrize("is_there", [True, False])
def test_that_a_folder_can_be_made_again_after_a_killed_try(is_there, tmp_path: Path) -> None:
    folder = tmp_path / "it"
    if is_there:
        folder.mkdir()

    _killed(f"with making_folder(Path(sys.argv[1])) as made:\n    (made / 'a').mkdir()\n    {_KILL}", folder)

    assert is_free(folder)
    with making_folder(folder) as made:
        (made / "b.txt").write_text("x")
    assert _names(folder) == ["b.txt"]
    assert _names(tmp_path) == ["it"]


def test_that_a_folder_with_anything_in_it_is_not_free(tmp_path: Path) -> None:
    (tmp_path / ".hidden.part").write_text("somebody's")

    assert not is_free(tmp_path)
    assert not is_free(tmp_path / ".hidden.part")
    assert is_free(tmp_path / "new")


def _come_second(folder: Path) -> None:
    with making_folder(folder, cannot_make_new) as made:
        (made / "a").write_text("second", encoding="utf-8")
        folder.mkdir(exist_ok=True)
        (folder / "a").write_text("first", encoding="utf-8")


@pytest.mark.parametrize("is_there", [True, False])
def test_that_what_somebody_else_made_meanwhile_is_left_alone(is_there, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    if is_there:
        folder.mkdir()

    with pytest.raises(FolderNotEmpty) as caught:
        _come_second(folder)

    assert caught.value.folder == folder
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {"a": "first"}
    assert list(tmp_path.iterdir()) == [folder]


def test_that_a_file_above_a_new_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    with pytest.raises(FolderNotEmpty) as caught, making_folder(tmp_path / "file" / "new", cannot_make_new):
        pass

    assert caught.value.folder == tmp_path / "file"


def test_that_a_new_folder_that_cannot_be_written_is_not_called_taken(tmp_path: Path) -> None:
    assert isinstance(cannot_make_new(tmp_path, OSError(errno.EACCES, "")), FolderNotWritable)
    assert isinstance(cannot_make_new(tmp_path, OSError(errno.ENOSPC, "")), DiskFull)
