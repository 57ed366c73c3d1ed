"""The program ``scanimage`` running: what it writes line by line, within limits, and ended when that is wanted."""

import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from omr.errors import Cancelled
from omr.scanners.faults import ScannerFault, Trouble

_LOOK_S = 0.1  # between two looks at whether it is to end
_FAREWELL_S = 10.0  # to let the feeder run out, and the driver let go of the scanner
_LONGEST_LINE = 10_000
_MOST_SAID = 100_000  # characters that are kept of what it complains about
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console beside ours


class DriverProgram:
    """``scanimage`` while it runs; leaving it ends it, if need be by force.

    Args:
        arguments: Of the program.
        cancel: Set from anywhere to end it; its lines then raise ``Cancelled``.

    Raises:
        ScannerFault: It is not installed.
    """

    def __init__(self, arguments: Sequence[str], cancel: threading.Event) -> None:
        self._cancel = cancel
        self._said = ""
        try:
            self._process = subprocess.Popen(
                ["scanimage", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                env={**os.environ, "LC_ALL": "C"},  # its words are read
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise ScannerFault(Trouble.NO_PROGRAM, str(error)) from error
        assert self._process.stdout is not None, "piped"
        assert self._process.stderr is not None, "piped"
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._listeners = (
            threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True),
            threading.Thread(target=self._note, args=(self._process.stderr,), daemon=True),
        )
        for listener in self._listeners:
            listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def lines(self, silence_s: float) -> Iterator[str]:
        """Yield what it writes, until it ends.

        Args:
            silence_s: Longer than that it may not write nothing.

        Raises:
            Cancelled: ``cancel`` was set.
            ScannerFault: It is silent.
        """
        until_s = time.monotonic() + silence_s
        while True:
            if self._cancel.is_set():
                raise Cancelled
            if time.monotonic() > until_s:
                raise ScannerFault(Trouble.GONE, "the driver does not answer")
            with suppress(queue.Empty):
                line = self._lines.get(timeout=_LOOK_S)
                if line is None:
                    return
                until_s = time.monotonic() + silence_s
                yield line

    def ended(self) -> tuple[str, int]:
        """Return what it complained about and how it ended, once its lines have: negative where it was killed."""
        self._process.wait()
        self._listeners[1].join(_FAREWELL_S)
        return self._said, self._process.returncode

    def _end(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
            try:
                self._process.wait(_FAREWELL_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        for listener in self._listeners:
            listener.join(_FAREWELL_S)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def _listen(self, stream: IO[str]) -> None:
        while line := stream.readline(_LONGEST_LINE):
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def _note(self, stream: IO[str]) -> None:
        while line := stream.readline(_LONGEST_LINE):
            self._said = (self._said + line)[-_MOST_SAID:]
