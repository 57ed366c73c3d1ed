"""One reader, one printer, one watcher at a time: a lock in the folder that says who holds it.

The system itself frees the lock when the process that holds it is gone, however it ended. Beside it lies a note for
those who come second. Copied along with the folder, neither matters.
"""

import getpass
import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from form_templates.facts import system_fact
from form_templates.text_files import UnreadableText, read_text
from omr.clock import now
from omr.errors import BeingPrinted, BeingRead, FolderNotWritable, HeldElsewhere, PhieuError
from omr.survey.watch_errors import BeingWatched
from omr.whole_files import write_whole

_FOLDER = ".locks"
_MOST_BYTES = 10_000  # of a note


class Work(StrEnum):
    """What one process at a time may do in a survey, or in a folder of scans."""

    READING = "read"
    PRINTING = "print"
    WATCHING = "watch"  # in the folder where scans arrive


_ERRORS = {Work.READING: BeingRead, Work.PRINTING: BeingPrinted, Work.WATCHING: BeingWatched}


@contextmanager
def working_alone(folder: Path, work: Work) -> Iterator[None]:
    """Do work in a folder that nobody else does there meanwhile.

    Raises:
        BeingRead: Another process reads scans into this survey.
        BeingPrinted: Another process prints its forms.
        BeingWatched: Another process takes scans from this folder.
        FolderNotWritable: The lock cannot be made.
    """
    note = folder / _FOLDER / f"{work}.json"
    # No marker file instead where the drive knows no locks: one that a killed process leaves would stay for ever. There
    # the database alone keeps the work of two apart.
    lock = FileLock(note.with_suffix(".lock"), timeout=0, fallback_to_soft=False)
    try:
        note.parent.mkdir(exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise _held(folder, work, note) from error
    except NotImplementedError:
        pass
    except OSError as error:
        raise FolderNotWritable(folder, system_fact(error)) from error
    try:
        _tell(note)
        yield
    finally:
        with suppress(OSError):  # of a share that is gone: the note goes with the next who works there
            note.unlink(missing_ok=True)
        with suppress(OSError):
            lock.release()


def _tell(note: Path) -> None:
    """Say who works here; where that cannot be said, the lock holds all the same."""
    said = {"holder": _user(), "machine": platform.node(), "process": os.getpid(), "since": now()}
    try:
        note.unlink(missing_ok=True)
        write_whole(note, json.dumps(said, ensure_ascii=False))
    except (OSError, PhieuError):
        return


def _held(folder: Path, work: Work, note: Path) -> HeldElsewhere:
    said = _read(note)
    try:
        since = datetime.fromisoformat(str(said.get("since"))).strftime("%Y-%m-%d %H:%M")
        process = int(str(said.get("process")))
    except ValueError:  # being written at this moment
        return _ERRORS[work](folder, "", "", "", 0)
    return _ERRORS[work](folder, str(said.get("holder", "")), str(said.get("machine", "")), since, process)


def _read(note: Path) -> Mapping[str, Any]:
    try:
        said = json.loads(read_text(note, _MOST_BYTES))
    except (UnreadableText, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system that gives its users no names
        return "?"
