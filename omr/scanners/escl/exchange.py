"""Single HTTP requests to a scanner, within limits of size and time, and broken off as soon as that is wanted."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import SplitResult, urlsplit

from omr.errors import Cancelled
from omr.scanners.faults import ScannerFault, Trouble

_ROOT = "/eSCL"
_CONNECT_S = 5.0
_ANSWER_S = 20.0  # a scanner is silent for so long before it answers
_PAGE_S = 60.0  # likewise before and within a page, as it warms up and feeds sheets
_LOOK_S = 0.1  # between two looks at whether it is to be broken off
_PORTION = 1 << 16
_MOST_TEXT = 1 << 20  # bytes of an answer that is no page
_MOST_TEXT_S = 30.0
MOST_PAGE_BYTES = 200_000_000  # A3 in colour at 600 dpi, hardly compressed
_MOST_PAGE_S = 300.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scanner answered.

    Attributes:
        status: Of HTTP.
        headers: By their names in small letters.
        body: Empty where it went into a file.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class PageBroken(Exception):
    """A page began to come and did not come to its end."""


class Exchange:
    """Talks with one scanner.

    Args:
        url: Of its eSCL service, ``http://192.168.1.20:80/eSCL``.

    Raises:
        ScannerFault: It is none.
    """

    def __init__(self, url: str) -> None:
        self._parts = _split(url)

    def ask(
        self, method: str, path: str, cancel: threading.Event, body: bytes | None = None, *, patience_s: float = 0.0
    ) -> Answer:
        """Send a request and return the answer.

        Args:
            method: Of HTTP.
            path: Below the service; where it begins with a slash, on the whole scanner.
            cancel: Set from anywhere to break it off.
            body: XML to be sent.
            patience_s: For so long the answer is awaited although ``cancel`` is set meanwhile: to what begins
                something it says how that is ended again.

        Raises:
            ScannerFault: There is no answer, or one without end.
            Cancelled: ``cancel`` was set.
        """
        with self._answering(method, path, cancel, _ANSWER_S, body, patience_s) as response:
            text = b"".join(_portions(response, _MOST_TEXT, _MOST_TEXT_S))
            return Answer(response.status, _headers(response), text)

    def fetch(self, path: str, cancel: threading.Event, place: Callable[[Answer], BinaryIO | None]) -> Answer:
        """Get a page into the file that ``place`` opens when it is known what comes; None: it is not wanted.

        Raises:
            PageBroken: It came incomplete, is larger than any page, or takes longer.
            ScannerFault: There is no answer.
            Cancelled: ``cancel`` was set.
        """
        with self._answering("GET", path, cancel, _PAGE_S) as response:
            answer = Answer(response.status, _headers(response))
            file = place(answer)
            if file is None:
                return answer
            with file:
                for portion in _page_portions(response, cancel):
                    file.write(portion)
            return answer

    @contextmanager
    def _answering(
        self,
        method: str,
        path: str,
        cancel: threading.Event,
        silence_s: float,
        body: bytes | None = None,
        patience_s: float = 0.0,
    ) -> Iterator[http.client.HTTPResponse]:
        target = path if path.startswith("/") else f"{self._parts.path}/{path}"
        headers = {"Connection": "close"} | ({"Content-Type": "text/xml"} if body is not None else {})
        connection = _connection(self._parts)
        try:
            connection.connect()
            line = connection.sock  # which the connection forgets once it has an answer
            line.settimeout(silence_s)
            with line, _broken_off_by(cancel, line, patience_s):
                connection.request(method, target, body, headers)
                with connection.getresponse() as response:
                    yield response
        except (OSError, http.client.HTTPException) as error:
            if cancel.is_set():
                raise Cancelled from error
            raise ScannerFault(Trouble.GONE, f"{type(error).__name__}: {error}"[:200]) from error
        finally:
            connection.close()


def url_of_typed(text: str) -> str:
    """Return the address of the service that a person means who types ``192.168.1.20`` or more of it.

    Raises:
        ScannerFault: It is no address.
    """
    text = text.strip()
    parts = _split(text if "://" in text else f"http://{text}")
    return parts._replace(path=parts.path or _ROOT).geturl()


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 80) > 0
    except ValueError:
        is_sound = False
    if not is_sound or any(ord(letter) <= 32 for letter in url):
        raise ScannerFault(Trouble.GONE, f"{url[:100]!r} is no address")
    return parts._replace(path=parts.path.rstrip("/"), query="", fragment="")


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=_CONNECT_S)
    context = ssl.create_default_context()
    context.check_hostname = False  # scanners sign their certificates themselves: there is nothing to check them by
    context.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection(host, parts.port, timeout=_CONNECT_S, context=context)


def _headers(response: http.client.HTTPResponse) -> Mapping[str, str]:
    return {name.lower(): value for name, value in response.getheaders()}


def _page_portions(response: http.client.HTTPResponse, cancel: threading.Event) -> Iterator[bytes]:
    try:
        yield from _portions(response, MOST_PAGE_BYTES, _MOST_PAGE_S)
    except (OSError, http.client.HTTPException, ScannerFault) as error:
        if cancel.is_set():
            raise Cancelled from error
        raise PageBroken(str(error)[:200]) from error


def _portions(response: http.client.HTTPResponse, most_bytes: int, most_s: float) -> Iterator[bytes]:
    """Yield the body to its end.

    Raises:
        ScannerFault: It has none.
        http.client.IncompleteRead: The connection ended before.
    """
    size, until_s = 0, time.monotonic() + most_s
    while portion := response.read1(_PORTION):
        size += len(portion)
        if size > most_bytes or time.monotonic() > until_s:
            raise ScannerFault(Trouble.NOT_UNDERSTOOD, "an answer without end")
        yield portion
    if response.length:  # as announced, and not come
        raise http.client.IncompleteRead(b"", response.length)


@contextmanager
def _broken_off_by(cancel: threading.Event, line: socket.socket, patience_s: float) -> Iterator[None]:
    """Close the line ``patience_s`` after ``cancel`` is set: whoever waits for an answer then wakes up at once.

    Raises:
        Cancelled: It is set already.
    """
    if cancel.is_set():
        raise Cancelled
    done = threading.Event()

    def look() -> None:
        while not done.wait(_LOOK_S):
            if cancel.is_set() and not done.wait(patience_s):
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    thread = threading.Thread(target=look, name="scanner line", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
