"""Write a file, or a whole folder, so that it is there whole or not at all, whatever ends the program meanwhile.

What is made lies beside its place under a name of its own, is put to disk, and takes its place in a single step. A
killed run leaves such a part behind; the next writing to the same place clears it away.
"""

import errno
import hashlib
import os
import platform
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from form_templates.facts import system_fact
from omr.errors import DiskFull, FolderNotEmpty, FolderNotWritable, PhieuError

Failure: TypeAlias = Callable[[Path, OSError], PhieuError]
"""Makes the error that tells of a place which cannot be written."""

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
_ROOM_BYTES = 1 << 16  # SQLite takes 32 kB at once for what its connections share
_MACHINE = hashlib.sha256(platform.node().encode()).hexdigest()[:6]
_FORGOTTEN_S = 24 * 3600.0  # a part of another machine, whose programs cannot be asked for, is left alone that long
_IN_WORK: set[Path] = set()
"""Parts of this very process: a process may have the number of one that was killed."""


def cannot_write(path: Path, error: OSError) -> PhieuError:
    """Return the error about a file or folder that cannot be written: its folder is what a person can do about."""
    return DiskFull(path.parent) if is_full(error) else FolderNotWritable(path.parent, system_fact(error))


def cannot_make(folder: Path, error: OSError) -> PhieuError:
    """Return the error about a folder that cannot be made."""
    return DiskFull(folder) if is_full(error) else FolderNotWritable(folder, system_fact(error))


def cannot_make_new(folder: Path, error: OSError) -> PhieuError:
    """Return the error about a folder that is to be new: a file may be above it, or somebody was quicker."""
    if error.errno in _TAKEN:
        return FolderNotEmpty(Path(error.filename2 or error.filename or folder))
    return cannot_make(folder, error)


def is_full(error: OSError) -> bool:
    """Whether there was no room on the disk, or none that this person may use."""
    return error.errno in _FULL


def has_room(folder: Path) -> bool:
    """Whether the disk of a folder has any room left, where a library does not say why it could not write."""
    try:
        return shutil.disk_usage(folder).free >= _ROOM_BYTES
    except OSError:
        return True


@contextmanager
def replacing(path: Path, failure: Failure = cannot_write) -> Iterator[Path]:
    """Yield a temporary path beside ``path``, which takes its place once the block has ended without an error.

    Args:
        path: The file to write; where it is a link, the file that it leads to.
        failure: Makes the error about a file that cannot be written, from its path and the system's reason.

    Raises:
        PhieuError: What ``failure`` returns; what was at ``path`` is still there. Unless told otherwise
            ``DiskFull`` or ``FolderNotWritable``.
    """
    with _telling(path, failure):
        target = Path(os.path.realpath(path))  # not resolve(), which raises what is no OSError
        if target.exists() and not target.is_file():  # to replace a device or a pipe would take it from the system
            raise OSError(errno.EISDIR if target.is_dir() else errno.EINVAL, "no file", str(path))
        with _part_of(target, target.parent) as part:
            yield part
            put_to_disk(part)
            with suppress(OSError):  # there was none before, or its rights are not ours to give
                shutil.copymode(target, part)
            part.replace(target)
            put_to_disk(target.parent)


def write_whole(path: Path, content: str | bytes, failure: Failure = cannot_write) -> None:
    """Write a file at one go, see ``replacing``; text as UTF-8 with the line ends it has."""
    with replacing(path, failure) as part:
        part.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def ensure_folder_of(path: Path) -> None:
    """See that the folder of a file is there, before a long work whose outcome is to be written there.

    Raises:
        FolderNotWritable: It is not.
    """
    if not path.parent.is_dir():
        raise cannot_write(path, FileNotFoundError(errno.ENOENT, ""))


@contextmanager
def making_folder(folder: Path, failure: Failure = cannot_write) -> Iterator[Path]:
    """Yield an empty folder, whose content is at ``folder`` once the block has ended without an error.

    A folder that is there already, which must be empty, stays the same one, with its rights: people stand in it.

    Args:
        folder: New or empty, see ``is_free``; folders above it are made.
        failure: As for ``replacing``.

    Raises:
        PhieuError: What ``failure`` returns; nothing of the folder is left.
    """
    folder = folder.absolute()
    with _telling(folder, failure):
        home = folder if folder.is_dir() else folder.parent
        home.mkdir(parents=True, exist_ok=True)
        with _part_of(folder, home) as part:
            part.mkdir()
            yield part
            for path in (*part.rglob("*"), part):
                put_to_disk(path)
            if home == folder:
                if not is_free(folder):  # a second run was quicker: their files must not be mixed
                    raise OSError(errno.ENOTEMPTY, "taken", str(folder))
                _move_content(part, folder)
            else:
                part.rename(folder)
            put_to_disk(home)


def is_free(folder: Path) -> bool:
    """Whether a folder can be made at ``folder``: nothing is there, or nothing but what a killed try left."""
    if not folder.exists():
        return not folder.is_symlink()
    return folder.is_dir() and all(_is_part_of(folder, path) for path in folder.iterdir())


def name_for_damaged(path: Path) -> Path:
    """Return an unused name beside ``path``, under which what is damaged is kept: ``NAME.damaged-TIME``."""
    name = f"{path.name}.damaged-{datetime.now().astimezone().strftime('%Y%m%d-%H%M%S')}"
    free, number = path.with_name(name), 2
    while os.path.lexists(free):
        free, number = path.with_name(f"{name}-{number}"), number + 1
    return free


def _move_content(part: Path, folder: Path) -> None:
    """Move everything out of ``part``; files after folders, for a file makes a folder what it is."""
    for path in sorted(part.iterdir(), key=lambda each: (each.is_file(), each.name)):
        path.rename(folder / path.name)


@contextmanager
def _telling(path: Path, failure: Failure) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise failure(path, error) from error


@contextmanager
def _part_of(target: Path, folder: Path) -> Iterator[Path]:
    """Yield a path in ``folder`` for what becomes ``target``; gone afterwards, unless it was moved."""
    _clear_leftovers(target, folder)
    # A name may have 255 bytes, and the target's may have them all: hence its hash.
    part = folder / f".{_key(target)}.{_MACHINE}.{os.getpid()}.{uuid4().hex[:8]}.part"
    _IN_WORK.add(part)
    try:
        yield part
    finally:
        _remove(part)
        _IN_WORK.discard(part)


def _key(target: Path) -> str:
    return hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]


def _is_part_of(target: Path, path: Path) -> bool:
    return path.name.startswith(f".{_key(target)}.") and path.name.endswith(".part")


def _clear_leftovers(target: Path, folder: Path) -> None:
    with suppress(OSError):  # what a person may not list or remove is in nobody's way
        for path in folder.glob(f".{_key(target)}.*.part"):
            if _is_left_over(path):
                _remove(path)


def _is_left_over(part: Path) -> bool:
    """Whether nobody is writing to a part any more."""
    if part in _IN_WORK:
        return False
    machine, _, rest = part.name.split(".", 2)[2].partition(".")
    process = rest.partition(".")[0]
    # Windows has no harmless way to ask for a process by its number.
    if machine != _MACHINE or not process.isdecimal() or os.name == "nt":
        return time.time() - part.stat().st_mtime > _FORGOTTEN_S
    return int(process) == os.getpid() or not _is_running(int(process))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _remove(part: Path) -> None:
    with suppress(OSError):  # a scanner of viruses may hold it; the name says that it is left over
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)


def put_to_disk(path: Path) -> None:
    """See to it that a power cut cannot undo what was written, or renamed in a folder."""
    if not path.is_dir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
        return
    with suppress(OSError):  # neither Windows nor every network drive can do that with a folder
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
