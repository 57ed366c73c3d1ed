"""Running the program as a person's computer runs it: watched, measured, killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).parents[2]
PYTHON = (sys.executable, "-X", "utf8")

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # starts faster

_MARK = "PHIEU_CAMPAIGN_RUN="
_LOOK_EVERY_S = 0.02
_MEASURE_EVERY_S = 0.1
_MOST_MB = 4096.0  # twice and more what is allowed; the machine must bear it
_GRACE_S = 10.0  # in which what a killed program started must end
_KEPT_OF_OUTPUT = 4000


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the program ended.

    Attributes:
        code: Exit code; negative for a signal.
        out: The end of what it said.
        err: The end of what it said on standard error.
        seconds: How long it took.
        peak_mb: Most memory of it and all that it started, together; 0.0 where nobody looked.
        is_hung: Whether it was ended at the limit of time.
        is_too_large: Whether it was ended for the memory it took.
        left_behind: Command lines of processes that outlived it.
    """

    code: int
    out: str
    err: str
    seconds: float
    peak_mb: float = 0.0
    is_hung: bool = False
    is_too_large: bool = False
    left_behind: tuple[str, ...] = ()

    @property
    def has_traceback(self) -> bool:
        """Whether it ended by an exception that nobody foresaw, or crashed."""
        return "Traceback (most recent call last)" in self.err or self.code == 1 or self.code < 0


def run_program(
    arguments: Sequence[str],
    logs: Path,
    *,
    limit_s: float = 120.0,
    disturb: Callable[[int, float], bool] | None = None,
    is_measured: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run Python with arguments, in a session of its own; all that it starts inherits a mark by which it is found.

    Args:
        arguments: After ``python``.
        logs: Folder for what it says; made if missing.
        limit_s: When it is ended, as hung.
        disturb: Called with process id and seconds every moment while it runs; may send signals. What it began is
            over once it returns True.
        is_measured: Whether to look at its memory.
        environment: Variables it gets besides those of this process.
    """
    logs.mkdir(parents=True, exist_ok=True)
    begun, looked, peak_mb, is_over = time.monotonic(), 0.0, 0.0, disturb is None
    is_hung = is_too_large = False
    name, value = _MARK.rstrip("="), uuid4().hex
    mark = f"{name}={value}"
    with (logs / "out.txt").open("wb") as out, (logs / "err.txt").open("wb") as err:
        running = subprocess.Popen(
            (*PYTHON, *arguments),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=ROOT,
            start_new_session=True,
            env={**_ENVIRONMENT, **(environment or {}), name: value},
        )
        try:
            while running.poll() is None:
                seconds = time.monotonic() - begun
                is_over = is_over or bool(disturb and disturb(running.pid, seconds))
                if is_measured and seconds > looked + _MEASURE_EVERY_S:
                    looked = seconds
                    peak_mb = max(peak_mb, memory_mb(_marked(mark)))
                is_hung, is_too_large = seconds > limit_s, peak_mb > _MOST_MB
                if is_hung or is_too_large:
                    break
                time.sleep(_LOOK_EVERY_S)
            seconds = time.monotonic() - begun
            left = () if is_hung or is_too_large else _left_behind(mark)
        finally:
            _end_all(running, mark)
    return Ended(
        running.returncode,
        _end_of(logs / "out.txt"),
        _end_of(logs / "err.txt"),
        seconds,
        peak_mb,
        is_hung,
        is_too_large,
        left,
    )


def family_of(leader: int) -> list[int]:
    """Return a running program and all that it started, in whatever session; itself where there is no ``/proc``."""
    mark = next((each for each in _environment_of(Path(f"/proc/{leader}")) if each.startswith(_MARK)), "")
    return sorted({leader, *_marked(mark)}) if mark else [leader]


def _marked(mark: str) -> list[int]:
    """Return the processes that still run and inherited a mark in their environment."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        if mark in _environment_of(entry):  # of a process that has ended it is empty
            found.append(int(entry.name))
    return found


def _environment_of(process: Path) -> list[str]:
    try:
        return (process / "environ").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []


def children_of(parent: int) -> list[int]:
    """Return the worker processes that a process started, without Python's own helpers."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            line = (entry / "cmdline").read_text()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] not in "ZX" and "resource_tracker" not in line:
            found.append(int(entry.name))
    return found


def memory_mb(processes: Sequence[int]) -> float:
    """Return the memory of processes together, what they share counted once."""
    total_kb = 0
    for process in processes:
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total_kb += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total_kb / 1024


def _left_behind(mark: str) -> tuple[str, ...]:
    deadline = time.monotonic() + _GRACE_S
    while (left := _marked(mark)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return tuple(filter(None, map(_command_line, left)))


def _command_line(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ").strip()
    except OSError:
        return ""


def _end_all(running: subprocess.Popen[bytes], mark: str) -> None:
    """End what was started and still runs; only processes that carry the mark of this run."""
    if running.poll() is None:
        running.kill()
    for process in _marked(mark):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    running.wait()


def _end_of(path: Path) -> str:
    return path.read_bytes()[-_KEPT_OF_OUTPUT:].decode("utf-8", "replace")
