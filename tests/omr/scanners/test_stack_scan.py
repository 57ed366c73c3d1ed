"""A stack is fed as often as it takes: every sheet comes once, whatever happens in between."""

import threading
import time
from collections.abc import Callable, Sequence

import pytest

from omr.errors import Cancelled
from omr.scanners.devices import Colour, Profile, Sides
from omr.scanners.escl import network_scanner
from omr.scanners.escl.network_scanner import NetworkScanner
from omr.scanners.faults import ScannerFault, Trouble
from omr.scanners.stack_folder import LeftStack, StackOrder, left_stacks
from omr.scanners.stack_scan import Feeding, StackScan
from tests.omr.scanners.emulated_scanner import EmulatedScanner, Mishap

TWO_SIDED = Profile(Sides.TWO_SIDED, 150, Colour.GREY)
ONE_SIDED = Profile(Sides.ONE_SIDED, 150, Colour.GREY)
NEVER = threading.Event()


def side(number: int, name: str) -> bytes:
    return b"\xff\xd8" + f"{name} {number}".encode() + b"\xff\xd9"


SHEETS = [(side(number, "front"), side(number, "back")) for number in range(1, 7)]


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch):
    monkeypatch.setattr(network_scanner, "_PAUSE_S", 0.005)


def wait_until(is_so: Callable[[], bool]) -> None:
    until_s = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < until_s, "it never came to that"
        time.sleep(0.005)


def fed(scan: StackScan) -> StackScan:
    """Feed, and wait until the feeder rests."""
    scan.feed()
    wait_until(lambda: scan.state.rests)
    return scan


def contents(scan: StackScan) -> list[bytes]:
    return [path.read_bytes() for path in scan.next_pages(1, NEVER) or ()]


def flat(sheets: Sequence[Sequence[bytes]]) -> list[bytes]:
    return [each for sheet in sheets for each in sheet]


@pytest.mark.parametrize("mishap", [Mishap.JAM, Mishap.JAM_BETWEEN_SIDES, Mishap.CUT_SHORT, Mishap.LINE_LOST])
def test_that_after_a_mishap_every_side_of_every_sheet_comes_once_and_in_order(tmp_path, mishap):
    with EmulatedScanner(SHEETS, {3: mishap}) as device:
        scan = fed(StackScan(tmp_path, StackOrder("Hộp 1"), NetworkScanner(device.url), TWO_SIDED))
        assert (scan.state.feeding, scan.state.pages) == (Feeding.IN_TROUBLE, 4)
        device.put_right()
        fed(scan)
        scan.finish()

    assert scan.state.feeding is Feeding.EMPTY
    assert contents(scan) == flat(SHEETS)
    assert scan.next_pages(1, NEVER) is None
    names = sorted(path.name for path in scan.folder.path.glob("*.jpg"))
    assert names == [f"Hộp 1-{number:04d}.jpg" for number in range(1, 13)]
    assert list(scan.folder.path.glob(".*.front")) == []


def test_that_a_front_is_kept_where_its_sheet_is_not_put_back(tmp_path):
    with EmulatedScanner(SHEETS, {2: Mishap.JAM_BETWEEN_SIDES}) as device:
        scan = fed(StackScan(tmp_path, StackOrder(), NetworkScanner(device.url), TWO_SIDED))
        assert scan.state.pages == 2
        scan.finish()

    assert contents(scan) == [*SHEETS[0], SHEETS[1][0]]


def test_that_first_pages_wait_for_each_other_but_not_for_ever(tmp_path):
    with EmulatedScanner([sheet[:1] for sheet in SHEETS], {4: Mishap.COVER_OPEN}) as device:
        scan = fed(StackScan(tmp_path, StackOrder(), NetworkScanner(device.url), ONE_SIDED))
        given_up = threading.Event()
        given_up.set()
        with pytest.raises(Cancelled):  # in trouble more is to come
            scan.next_pages(32, given_up)
        device.put_right()
        fed(scan)

        assert len(scan.next_pages(32, NEVER)) == 6, "the feeder is empty"


def test_that_a_feeder_without_paper_is_trouble_and_more_can_be_put_in(tmp_path):
    with EmulatedScanner([]) as device:
        scan = fed(StackScan(tmp_path, StackOrder(), NetworkScanner(device.url), ONE_SIDED))
        assert isinstance(scan.state.error, ScannerFault)
        assert scan.state.error.trouble is Trouble.FEEDER_EMPTY
        for sheets in (SHEETS[:2], SHEETS[2:4]):
            device.feeder.extend(sheet[:1] for sheet in sheets)
            fed(scan)
            assert scan.state.feeding is Feeding.EMPTY

        assert contents(scan) == [sheet[0] for sheet in SHEETS[:4]]


def test_that_stopping_keeps_the_pages_that_came(tmp_path):
    with EmulatedScanner([sheet[:1] for sheet in SHEETS], {3: Mishap.ENDLESS}) as device:
        scan = StackScan(tmp_path, StackOrder(), NetworkScanner(device.url), ONE_SIDED)
        scan.feed()
        wait_until(lambda: scan.state.pages == 2)
        scan.finish()
        wait_until(lambda: scan.state.rests)

        assert contents(scan) == [SHEETS[0][0], SHEETS[1][0]]
        assert scan.next_pages(1, NEVER) is None
        assert scan.state.feeding is Feeding.STOPPED


def test_that_a_stack_of_a_killed_program_is_found_with_its_unit(tmp_path):
    with EmulatedScanner([sheet[:1] for sheet in SHEETS]) as device:
        scan = fed(StackScan(tmp_path, StackOrder("a/b:\n", "09163"), NetworkScanner(device.url), ONE_SIDED))
        StackScan(tmp_path, StackOrder(), NetworkScanner(device.url), ONE_SIDED)  # of which nothing came

    assert left_stacks(tmp_path) == (LeftStack(scan.folder.path, "09163"),)
    for note in (b"\xff\x00", b"[]", b"[" * 5000, b'{"format": 1}', b"x" * 20_000):
        (scan.folder.path / ".stack.json").write_bytes(note)
        assert left_stacks(tmp_path) == (LeftStack(scan.folder.path, ""),), "its pages are found all the same"
    assert scan.state.last is not None
    assert scan.state.last.name == "a-b---0006.jpg"
    scan.folder.remove()
    assert left_stacks(tmp_path) == ()
