"""A scanner in the network, emulated on this machine: whole pages come in order, mishaps are told by their cause."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from omr.errors import Cancelled
from omr.scanners.devices import Colour, Profile, SheetSize, Sides
from omr.scanners.escl import exchange, network_scanner
from omr.scanners.escl.exchange import url_of_typed
from omr.scanners.escl.network_scanner import NetworkScanner
from omr.scanners.faults import ScannerFault, Trouble
from tests.omr.scanners.emulated_scanner import EmulatedScanner, Mishap

PAGE = Profile(Sides.ONE_SIDED, 150, Colour.GREY, SheetSize.A4)


def picture(number: int) -> bytes:
    return b"\xff\xd8" + f"page {number}".encode() * 200 + b"\xff\xd9"


SHEETS = [(picture(number),) for number in range(1, 5)]


class Tray:
    """Keeps pages in memory, as far as they count."""

    def __init__(self, folder: Path) -> None:
        self.pages: list[bytes] = []
        self._folder = folder

    @contextmanager
    def new_page(self, suffix: str) -> Iterator[Path]:
        path = self._folder / f"part{suffix}"
        yield path
        self.pages.append(path.read_bytes())

    def side_folder(self) -> Path:
        raise NotImplementedError

    def adopt(self, file: Path) -> None:
        raise NotImplementedError


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch):
    monkeypatch.setattr(network_scanner, "_PAUSE_S", 0.005)
    monkeypatch.setattr(exchange, "_LOOK_S", 0.01)


@pytest.fixture
def tray(tmp_path):
    return Tray(tmp_path)


def scan(device: EmulatedScanner, tray: Tray, profile: Profile = PAGE) -> None:
    NetworkScanner(device.url).scan(profile, tray, threading.Event())


def trouble_of(device: EmulatedScanner, tray: Tray, profile: Profile = PAGE) -> Trouble:
    with pytest.raises(ScannerFault) as caught:
        scan(device, tray, profile)
    return caught.value.trouble


def test_that_a_scanner_is_asked_what_it_can_do(tray):
    with EmulatedScanner(SHEETS) as device:
        told = NetworkScanner(device.url).capabilities(threading.Event())

    assert told.name == "Emulated MFP"
    assert list(told.options.sources) == [Sides.ONE_SIDED, Sides.TWO_SIDED, Sides.FLATBED]
    feeder = told.options.sources[Sides.ONE_SIDED]
    assert (feeder.dpis, feeder.colours) == ((150, 300), (Colour.GREY, Colour.COLOUR))
    assert feeder.papers == (SheetSize.A4, SheetSize.A5, SheetSize.LETTER, SheetSize.LEGAL, SheetSize.WHOLE)


def test_that_all_that_lies_in_the_feeder_comes_in_order_as_it_was_ordered(tray):
    with EmulatedScanner(SHEETS, {2: Mishap.BUSY}) as device:
        scan(device, tray)

        assert tray.pages == [sheet[0] for sheet in SHEETS]
        (wanted,) = device.settings
        assert (wanted["InputSource"], wanted["Duplex"]) == ("Feeder", "false")
        assert (wanted["XResolution"], wanted["ColorMode"]) == ("150", "Grayscale8")
        assert (wanted["Width"], wanted["Height"]) == ("2480", "3507")
        assert device.open_jobs == set()


def test_that_one_page_comes_from_the_glass_whatever_lies_in_the_feeder(tray):
    with EmulatedScanner(SHEETS) as device:
        scan(device, tray, Profile(Sides.FLATBED, 150, Colour.COLOUR))

        assert len(tray.pages) == 1
        assert "Duplex" not in device.settings[0]
        assert device.open_jobs == set(), "the job is taken back, and the scanner free"


@pytest.mark.parametrize(
    ("mishap", "trouble"),
    [
        (Mishap.JAM, Trouble.JAMMED),
        (Mishap.DOUBLE_FEED, Trouble.DOUBLE_FEED),
        (Mishap.COVER_OPEN, Trouble.COVER_OPEN),
        (Mishap.CUT_SHORT, Trouble.PAGE_INCOMPLETE),
        (Mishap.LINE_LOST, Trouble.PAGE_INCOMPLETE),
        (Mishap.NO_PICTURE, Trouble.PAGE_INCOMPLETE),
        (Mishap.GONE, Trouble.GONE),
    ],
)
def test_that_a_mishap_is_told_by_its_cause_and_whole_pages_stay(tray, mishap, trouble):
    with EmulatedScanner(SHEETS, {3: mishap}) as device:
        assert trouble_of(device, tray) is trouble

        assert tray.pages == [SHEETS[0][0], SHEETS[1][0]], "no half page counts"
        assert mishap is Mishap.GONE or device.open_jobs == set()


def test_that_a_page_without_end_is_not_taken(tray, monkeypatch):
    monkeypatch.setattr(exchange, "MOST_PAGE_BYTES", 1_000_000)
    with EmulatedScanner(SHEETS, {1: Mishap.ENDLESS}) as device:
        assert trouble_of(device, tray) is Trouble.PAGE_INCOMPLETE

    assert tray.pages == []


def test_that_an_empty_feeder_a_busy_scanner_and_one_that_is_off_are_told_apart(tray):
    with EmulatedScanner([]) as device:
        assert trouble_of(device, tray) is Trouble.FEEDER_EMPTY
        device.is_busy = True
        device.feeder.append(SHEETS[0])
        assert trouble_of(device, tray) is Trouble.BUSY
        url = device.url
    with pytest.raises(ScannerFault) as caught:
        NetworkScanner(url).options(threading.Event())
    assert caught.value.trouble is Trouble.GONE


BOMB = (
    b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    b"<ScannerCapabilities>&c;</ScannerCapabilities>"
)


@pytest.mark.parametrize(
    "garbage",
    [b"", b"<html>Login</html>", b"<ScannerCapabilities>", b"\x00\xff" * 500, BOMB, b"<ScannerCapabilities/>"],
)
def test_that_garbage_is_refused_in_words(garbage):
    with EmulatedScanner(SHEETS) as device:
        device.garbage["ScannerCapabilities"] = garbage
        with pytest.raises(ScannerFault) as caught:
            NetworkScanner(device.url).options(threading.Event())

    assert caught.value.trouble is Trouble.NOT_UNDERSTOOD


def test_that_an_answer_of_any_length_is_not_kept(monkeypatch):
    monkeypatch.setattr(exchange, "_MOST_TEXT", 10_000)
    with EmulatedScanner(SHEETS) as device:
        device.garbage["ScannerCapabilities"] = b"<ScannerCapabilities>" + b"x" * 20_000
        with pytest.raises(ScannerFault) as caught:
            NetworkScanner(device.url).options(threading.Event())

    assert caught.value.trouble is Trouble.NOT_UNDERSTOOD


def test_that_waiting_for_a_page_is_broken_off_at_once(tray):
    cancel = threading.Event()
    with EmulatedScanner(SHEETS, {1: Mishap.ENDLESS}) as device:
        threading.Timer(0.05, cancel.set).start()
        with pytest.raises(Cancelled):
            NetworkScanner(device.url).scan(PAGE, tray, cancel)

        assert device.open_jobs == set()


def test_that_a_job_is_taken_back_that_was_broken_off_before_its_address_was_known(tray):
    cancel = threading.Event()

    def break_off() -> None:
        cancel.set()
        time.sleep(0.25)  # longer than from one look at it to the next

    with EmulatedScanner(SHEETS) as device:
        device.on_order = break_off
        with pytest.raises(Cancelled):
            NetworkScanner(device.url).scan(PAGE, tray, cancel)

        assert len(device.settings) == 1
        assert device.open_jobs == set()


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("192.168.1.20", "http://192.168.1.20/eSCL"),
        (" may-quet.local:8080 ", "http://may-quet.local:8080/eSCL"),
        ("https://10.0.0.5/eSCL/", "https://10.0.0.5/eSCL"),
    ],
)
def test_that_an_address_is_understood_as_people_type_it(typed, url):
    assert url_of_typed(typed) == url


@pytest.mark.parametrize("typed", ["", "http://", "ftp://10.0.0.5", "10.0.0.5:99999", "a b", "[::"])
def test_that_what_is_no_address_is_refused(typed):
    with pytest.raises(ScannerFault):
        url_of_typed(typed)
