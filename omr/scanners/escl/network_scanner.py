"""A scanner in the network: asked what it can do, given a job, and asked for page after page until there is none."""

import threading
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from omr.errors import Cancelled
from omr.scanners.devices import DeviceOptions, Profile, Sides
from omr.scanners.escl.documents import (
    Capabilities,
    ScannerState,
    read_capabilities,
    read_state,
    settings_text,
)
from omr.scanners.escl.exchange import Answer, Exchange, PageBroken
from omr.scanners.faults import ScannerFault, Trouble
from omr.scanners.scanner import PageTray

_PAUSE_S = 1.0  # between two questions whether it is ready
_BUSY_LOOKS = 5  # at a scanner that works for somebody else, or has not noticed yet that it is done
_PAGE_LOOKS = 90  # at one whose next page is not ready
_ORDER_S = 5.0  # for the address of a job, without which it could not be taken back
_OK, _CREATED, _NOT_READY, _NO_MORE = 200, 201, 503, (404, 410)
_REFUSALS = {400: Trouble.SETTINGS_REFUSED, 415: Trouble.SETTINGS_REFUSED, 401: Trouble.NOT_ALLOWED}
_REFUSALS |= {403: Trouble.NOT_ALLOWED, 409: Trouble.BUSY, 503: Trouble.BUSY}
_SUFFIXES = {"image/jpeg": ".jpg", "image/jpg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}
_ENDS = {".jpg": b"\xff\xd9", ".png": b"IEND", ".pdf": b"%%EOF"}
_TAIL = 4096  # bytes in which the end of a file stands; some scanners write zeros behind it
_STOPPED = ("Aborted", "Canceled")


class NetworkScanner:
    """A scanner at the address of its eSCL service."""

    def __init__(self, url: str) -> None:
        self._exchange = Exchange(url)

    def capabilities(self, cancel: threading.Event) -> Capabilities:
        """Ask who it is and what it can do; raises as ``options`` does."""
        answer = self._exchange.ask("GET", "ScannerCapabilities", cancel)
        if answer.status != _OK:
            raise ScannerFault(_REFUSALS.get(answer.status, Trouble.NOT_UNDERSTOOD), f"HTTP {answer.status}")
        return read_capabilities(answer.body)

    def options(self, cancel: threading.Event) -> DeviceOptions:
        """Ask what it can do."""
        return self.capabilities(cancel).options

    def scan(self, profile: Profile, tray: PageTray, cancel: threading.Event) -> None:
        """Scan until the feeder is empty, see ``Scanner``."""
        settings = settings_text(profile, self.options(cancel))
        self._await_ready(profile, cancel)
        job = self._begin(profile, settings, cancel)
        try:
            self._fetch_pages(job, profile, tray, cancel)
        finally:
            self._end(job)

    def _await_ready(self, profile: Profile, cancel: threading.Event) -> None:
        for look in range(_BUSY_LOOKS):
            if look:
                _pause(cancel)
            state = self._state(cancel)
            if profile.sides is not Sides.FLATBED and state.feeder is not None:
                raise ScannerFault(state.feeder)
            if state.is_idle:
                return
        raise ScannerFault(Trouble.BUSY)

    def _begin(self, profile: Profile, settings: bytes, cancel: threading.Event) -> str:
        """Order a job; returns its path."""
        for look in range(_BUSY_LOOKS):
            if look:
                _pause(cancel)
            answer = self._exchange.ask("POST", "ScanJobs", cancel, settings, patience_s=_ORDER_S)
            if answer.status == _CREATED:
                return _job_path(answer)
            if answer.status != _NOT_READY:
                break
        state = self._state(cancel)
        if profile.sides is not Sides.FLATBED and state.feeder is not None:
            raise ScannerFault(state.feeder)
        raise ScannerFault(_REFUSALS.get(answer.status, Trouble.FAILED), f"HTTP {answer.status}")

    def _fetch_pages(self, job: str, profile: Profile, tray: PageTray, cancel: threading.Event) -> None:
        pages = looks = 0
        while looks < _PAGE_LOOKS:
            try:
                status = self._fetch_page(job, tray, cancel)
            except PageBroken as broken:
                raise self._fault(cancel, Trouble.PAGE_INCOMPLETE, str(broken)) from broken
            if status == _OK:
                pages, looks = pages + 1, 0
                if profile.sides is Sides.FLATBED:
                    return
            elif status == _NOT_READY:
                looks += 1
                _pause(cancel)
            elif status in _NO_MORE:
                self._ensure_ended(job, pages, cancel)
                return
            else:
                raise self._fault(cancel, Trouble.FAILED, f"HTTP {status}")
        raise self._fault(cancel, Trouble.GONE, "no page came")

    def _fetch_page(self, job: str, tray: PageTray, cancel: threading.Event) -> int:
        """Get the next page into the tray, if there is one; returns the status."""
        with ExitStack() as stack:
            ends: dict[Path, bytes] = {}

            def place(answer: Answer) -> BinaryIO | None:
                if answer.status != _OK:
                    return None
                kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                if kind not in _SUFFIXES:
                    raise PageBroken(f"a page of the kind {kind[:50]!r}")
                page = stack.enter_context(tray.new_page(_SUFFIXES[kind]))
                ends[page] = _ENDS[_SUFFIXES[kind]]
                return page.open("wb")

            answer = self._exchange.fetch(f"{job}/NextDocument", cancel, place)
            for page, end in ends.items():
                _ensure_whole(page, end)
        return answer.status

    def _ensure_ended(self, job: str, pages: int, cancel: threading.Event) -> None:
        """See that there is no further page because the feeder is empty, and for no other reason.

        Raises:
            ScannerFault: It is not so.
        """
        for look in range(_BUSY_LOOKS):
            if look:
                _pause(cancel)
            state = self._state(cancel)
            if state.feeder is not None:
                break
            if state.jobs.get(job.rpartition("/")[2], "").startswith(_STOPPED):
                raise ScannerFault(Trouble.FAILED, state.jobs[job.rpartition("/")[2]][:200])
            if state.is_idle and not state.is_loaded:
                break
        if state.feeder not in (None, Trouble.FEEDER_EMPTY):
            raise ScannerFault(state.feeder)
        if not pages:
            raise ScannerFault(Trouble.FEEDER_EMPTY)
        if state.is_loaded:
            raise ScannerFault(Trouble.PAPER_LEFT)

    def _fault(self, cancel: threading.Event, otherwise: Trouble, detail: str) -> ScannerFault:
        """Return what is wrong, as the scanner says where it does; it may have gone, too."""
        try:
            feeder = self._state(cancel).feeder
        except ScannerFault as fault:
            return fault
        known = feeder if feeder is not Trouble.FEEDER_EMPTY else None  # as it is after the last sheet, too
        return ScannerFault(known or otherwise, detail)

    def _state(self, cancel: threading.Event) -> ScannerState:
        answer = self._exchange.ask("GET", "ScannerStatus", cancel)
        if answer.status != _OK:
            busy = answer.status == _NOT_READY
            raise ScannerFault(Trouble.BUSY if busy else Trouble.NOT_UNDERSTOOD, f"HTTP {answer.status}")
        return read_state(answer.body)

    def _end(self, job: str) -> None:
        """Take the job back, so that the scanner is free; one that ended is not known any more."""
        with suppress(ScannerFault):
            self._exchange.ask("DELETE", job, threading.Event())


def _job_path(answer: Answer) -> str:
    """Return the path of a job on the scanner that was asked, whatever host the answer names."""
    path = urlsplit(answer.headers.get("location", "")).path.rstrip("/")
    if "/ScanJobs/" not in path or len(path) > 500:
        raise ScannerFault(Trouble.NOT_UNDERSTOOD, "no job")
    return path


def _ensure_whole(page: Path, end: bytes) -> None:
    with page.open("rb") as file:
        file.seek(max(page.stat().st_size - _TAIL, 0))
        if end not in file.read():
            raise PageBroken("it ends too early")


def _pause(cancel: threading.Event) -> None:
    if cancel.wait(_PAUSE_S):
        raise Cancelled
