"""A disk that is full at some moment: a small one of its own where mounting is allowed, else files that cannot grow."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.campaign.interrupting import interrupt, size_of, undisturbed
from tests.campaign.kind import BAD_INPUT, DONE, MACHINE, Kind, Trial
from tests.campaign.operations import OPERATIONS
from tests.campaign.processes import run_program
from tests.campaign.program import plain

_ROOMY = "512m"
_PAGE = 4096


def _make(trial: Trial) -> None:
    operation = OPERATIONS[trial.number % len(OPERATIONS)]
    room = int(trial.rng.random() * (undisturbed(trial, operation).grown + _PAGE))
    with _own_disk(trial.place) as is_own:
        operation.prepare(trial.scene, trial.place, trial.number // len(OPERATIONS))

        def run(words: tuple[str, ...]) -> None:
            if is_own:
                _resize(trial.place, str(_used(trial.place) + room))
                command = plain(words)
            else:
                command = ("-m", "tests.campaign.small_files", str(room), *words)
            ended = run_program(command, trial.logs("1-full"))
            if is_own:
                _resize(trial.place, _ROOMY)
            trial.note(ended, f"{operation.name}, room for {room} bytes", codes=(DONE, BAD_INPUT, MACHINE))

        interrupt(trial, operation, run)


@contextmanager
def _own_disk(place: Path) -> Iterator[bool]:
    """Make a folder a disk of its own; yields whether that is allowed here."""
    if shutil.which("mount") is None or not _is_done(
        "mount", "-t", "tmpfs", "-o", f"size={_ROOMY}", "tmpfs", str(place)
    ):
        yield False
        return
    try:
        yield True
    finally:
        _is_done("umount", "-l", str(place))


def _resize(place: Path, size: str) -> None:
    if not _is_done("mount", "-o", f"remount,size={size}", str(place)):
        raise AssertionError(f"a small disk cannot be made {size} large")


def _used(place: Path) -> int:
    """Return the bytes that a folder's files take, in whole pages."""
    files = sum(1 for path in place.rglob("*") if path.is_file())
    return size_of(place) + files * _PAGE


def _is_done(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


FULL_DISK = Kind("full-disk", 72, _make)
