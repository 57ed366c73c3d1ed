"""Calling a program that draws pages, within the limits of a page."""

import importlib.util
import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from typing import IO

import psutil

from omr.images.limits import MEGABYTE, ReadingLimits
from omr.images.page_image import UnreadableScan
from omr.results import Reason

_HAS_RESOURCE_LIMITS = importlib.util.find_spec("resource") is not None  # not on Windows
if _HAS_RESOURCE_LIMITS:
    import resource

_LAST_WORDS_S = 2.0
_PORTION = 1 << 20
_LEAST_MEMORY = 200 * MEGABYTE  # the program itself
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console beside ours
_OUTSIDE = (-signal.SIGTERM, -getattr(signal, "SIGKILL", signal.SIGTERM))


def output_of(
    command: Sequence[str], limits: ReadingLimits, most_bytes: int, environment: Mapping[str, str] | None = None
) -> bytearray:
    """Return what a program writes, however it ends.

    Args:
        command: The program and its arguments.
        limits: Of the page; this process and the program share the memory.
        most_bytes: What it writes at most.
        environment: Variables that it finds otherwise than this process does.

    Raises:
        UnreadableScan: It exceeded a limit, or was ended from outside.
        FileNotFoundError: It is not installed.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=_NO_WINDOW,
        env={**os.environ, **environment} if environment else None,
    )
    assert process.stdout is not None, "piped"
    assert process.stderr is not None, "piped"
    _limit_memory(process.pid, limits, most_bytes)
    patience, complaints = _Patience(process, limits.page_seconds), _Complaints(process.stderr)
    written = bytearray()
    with process:
        while len(written) <= most_bytes and (portion := process.stdout.read(_PORTION)):
            written += portion
        if len(written) > most_bytes:
            process.kill()
        process.stdout.close()  # ends also what the program may have started, as soon as that writes
        process.wait()
        complaints.join()
        patience.cancel()
    if patience.is_over:
        raise UnreadableScan(Reason.TAKES_TOO_LONG, limits.seconds_text)
    if len(written) > most_bytes or complaints.are_about_memory:
        raise UnreadableScan(Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text)
    if process.returncode in _OUTSIDE:
        raise UnreadableScan(Reason.WORKER_KILLED)
    return written


def _limit_memory(process_id: int, limits: ReadingLimits, most_bytes: int) -> None:
    """Let the system refuse the program memory beyond what is left for it, where it can."""
    if not _HAS_RESOURCE_LIMITS or not hasattr(resource, "prlimit"):
        return
    left = limits.memory_bytes - psutil.Process().memory_info().rss - most_bytes
    try:
        hardest = resource.prlimit(process_id, resource.RLIMIT_AS)[1]
        most = max(left, _LEAST_MEMORY)
        most = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
        resource.prlimit(process_id, resource.RLIMIT_AS, (most, hardest))
    except OSError:
        pass  # it has ended already


class _Patience:
    """Kills a program that takes too long."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.is_over = False
        self._process = process
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        """The program has ended."""
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        self._process.kill()


class _Complaints:
    """Reads what a program says on the side, which may be endless, and keeps whether it wants memory.

    A program that does not get memory for a picture may leave it out and draw the rest: such a page must not be read.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.are_about_memory = False
        self._stream = stream
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait until all was said; not for ever, for something else may hold the stream."""
        self._thread.join(_LAST_WORDS_S)

    def _read(self) -> None:
        before = b""
        while said := self._stream.read(1 << 14):
            text = (before + said).lower()
            self.are_about_memory |= b"memory" in text or b"bad_alloc" in text
            before = said[-16:]
