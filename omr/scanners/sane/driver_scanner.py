"""A scanner with a SANE driver, which runs in ``scanimage``: listed, asked for its options, told to scan a stack."""

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from omr.errors import Cancelled
from omr.scanners.devices import Colour, DeviceOptions, Profile, Sides
from omr.scanners.faults import ScannerFault, Trouble
from omr.scanners.sane.driver_options import DriverOptions
from omr.scanners.sane.driver_program import DriverProgram
from omr.scanners.scanner import PageTray

_LIST_S = 30.0  # drivers ask the network, too
_ASK_S = 60.0
_SILENCE_S = 180.0  # between two pages; a scanner that warms up takes long for its first
_MOST_DEVICES = 50
_ENDINGS = (".jpg", ".png")
_CAMERAS = ("v4l:",)  # cameras, which SANE lists as well

# What SANE's status texts, and those of some drivers, mean; the first that is said counts.
_SAID: Mapping[str, Trouble] = {
    r"multi.?feed|double.?feed": Trouble.DOUBLE_FEED,
    r"feeder jammed|paper jam": Trouble.JAMMED,
    r"out of documents|no documents|no more document": Trouble.FEEDER_EMPTY,
    r"cover is open|hatch open": Trouble.COVER_OPEN,
    r"device busy|resource busy": Trouble.BUSY,
    r"access to resource has been denied": Trouble.NOT_ALLOWED,
    r"open of device .* failed: invalid argument|no scanimage devices|no SANE devices": Trouble.GONE,
    r"open of device .* failed: error during device i/o|no such device": Trouble.GONE,
    r"setting of option .* failed|unrecognized option|bad option|invalid argument": Trouble.SETTINGS_REFUSED,
    r"error during device i/o": Trouble.GONE,
}
_ENDED_EMPTY = re.compile(r"out of documents", re.IGNORECASE)


class DriverScanner:
    """A scanner by the name that SANE has for it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def options(self, cancel: threading.Event) -> DeviceOptions:
        """Ask what it can do."""
        return self._ask(cancel).described()

    def scan(self, profile: Profile, tray: PageTray, cancel: threading.Event) -> None:
        """Scan until the feeder is empty, see ``Scanner``."""
        options, folder = self._ask(cancel), tray.side_folder()
        # JPEG knows no black and white.
        kind, suffix = ("png", "png") if profile.colour is Colour.BLACK_WHITE else ("jpeg", "jpg")
        arguments = [f"--format={kind}", f"--batch={folder}/page-%05d.{suffix}", "--batch-print"]
        if profile.sides is Sides.FLATBED:
            arguments.append("--batch-count=1")
        pages = 0
        try:
            with DriverProgram([*self._device, *arguments, *options.arguments(profile)], cancel) as program:
                for _page in program.lines(_SILENCE_S):
                    pages += _adopt_all(folder, tray)
                said, code = program.ended()
        except (Cancelled, ScannerFault):
            _adopt_all(folder, tray)  # what came while it was being ended
            raise
        pages += _adopt_all(folder, tray)
        if cancel.is_set():
            raise Cancelled
        is_done = code == 0 if profile.sides is Sides.FLATBED else bool(_ENDED_EMPTY.search(said))
        if not (is_done and pages):
            raise _fault(said, code)

    def _ask(self, cancel: threading.Event) -> DriverOptions:
        with DriverProgram([*self._device, "--all-options"], cancel) as program:
            text = "\n".join(program.lines(_ASK_S))
            said, code = program.ended()
        if cancel.is_set():
            raise Cancelled
        if code != 0:
            raise _fault(said, code)
        return DriverOptions(text)

    @property
    def _device(self) -> Sequence[str]:
        return [f"--device-name={self._name}"]


def _adopt_all(folder: Path, tray: PageTray) -> int:
    """Take the whole pages that lie in the folder of the program, which names those otherwise that it is writing."""
    pages = sorted(page for page in folder.iterdir() if page.suffix in _ENDINGS)
    for page in pages:
        tray.adopt(page)
    return len(pages)


def find_driven(cancel: threading.Event) -> tuple[tuple[str, str], ...]:
    """Return the scanners that SANE's drivers find, by its name for each, with maker and model; none without SANE."""
    try:
        with DriverProgram(["--formatted-device-list=%d%t%v %m%n".replace("%t", "\t")], cancel) as program:
            lines = list(program.lines(_LIST_S))
    except (ScannerFault, Cancelled):
        return ()
    return tuple(_listed(lines))[:_MOST_DEVICES]


def _listed(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, tab, shown = line.partition("\t")
        if tab and name and not name.startswith(_CAMERAS):
            yield name, shown.strip() or name


def _fault(said: str, code: int) -> ScannerFault:
    """Return what the driver's last words mean."""
    for pattern, trouble in _SAID.items():
        if re.search(pattern, said, re.IGNORECASE):
            return ScannerFault(trouble, said[-300:])
    # A driver that crashed took its program along, and the scanner may be as it was.
    return ScannerFault(Trouble.GONE if code < 0 else Trouble.FAILED, f"{said[-300:]} ({code})".strip())
