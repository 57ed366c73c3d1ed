"""An eSCL scanner on this machine: it feeds sheets of given pictures, and has the mishaps of paper and network."""

import socket
import threading
from collections import deque
from collections.abc import Callable, Sequence
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree as ET

CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>2.6</pwg:Version><pwg:MakeAndModel>Emulated MFP</pwg:MakeAndModel>
<scan:UUID>4509a320-00a0-008f-00b6-002507510eca</scan:UUID>
<scan:Platen><scan:PlatenInputCaps>{caps}</scan:PlatenInputCaps></scan:Platen>
<scan:Adf><scan:AdfSimplexInputCaps>{caps}</scan:AdfSimplexInputCaps>
<scan:AdfDuplexInputCaps>{caps}</scan:AdfDuplexInputCaps>
<scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>
</scan:ScannerCapabilities>"""
CAPS = """<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>4200</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions>
<scan:SettingProfiles><scan:SettingProfile>
<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
<scan:SupportedResolutions><scan:DiscreteResolutions>
<scan:DiscreteResolution><scan:XResolution>150</scan:XResolution><scan:YResolution>150</scan:YResolution>
</scan:DiscreteResolution>
<scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution>
</scan:DiscreteResolution></scan:DiscreteResolutions></scan:SupportedResolutions>
</scan:SettingProfile></scan:SettingProfiles>"""
STATUS = """<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>2.6</pwg:Version><pwg:State>{state}</pwg:State><scan:AdfState>{feeder}</scan:AdfState>
<scan:Jobs>{jobs}</scan:Jobs></scan:ScannerStatus>"""
JOB = """<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/{name}</pwg:JobUri>
<pwg:JobState>{state}</pwg:JobState></scan:JobInfo>"""

Sheet = Sequence[bytes]
"""The pictures of a sheet's sides."""


class Mishap(Enum):
    """What happens to a sheet, once."""

    JAM = auto()
    JAM_BETWEEN_SIDES = auto()  # its front came
    DOUBLE_FEED = auto()
    COVER_OPEN = auto()
    BUSY = auto()  # the page is not ready when it is asked for
    CUT_SHORT = auto()  # a JPEG without its end, of the length that was said
    LINE_LOST = auto()  # the connection ends within the page
    GONE = auto()  # likewise, and nobody answers any more
    ENDLESS = auto()
    NO_PICTURE = auto()


_FEEDER_SAYS = {
    Mishap.JAM: "ScannerAdfJam",
    Mishap.JAM_BETWEEN_SIDES: "ScannerAdfJam",
    Mishap.DOUBLE_FEED: "ScannerAdfMultipickDetected",
    Mishap.COVER_OPEN: "ScannerAdfHatchOpen",
}


class EmulatedScanner:
    """Serves on the loopback while entered.

    Attributes:
        feeder: The sheets that lie in it.
        mishaps: By number of the sheet, of all that were fed, from 1.
        stuck: The sheet that must be put back by hand; None if none.
        garbage: Answers by path instead of what would be said.
        is_busy: Whether it works for somebody else.
        settings: What jobs were ordered with.
        open_jobs: Jobs that were neither ended nor taken back.
        on_order: Called once a job is made, before its address is told.
    """

    def __init__(self, sheets: Sequence[Sheet], mishaps: dict[int, Mishap] | None = None) -> None:
        self.feeder = deque(sheets)
        self.mishaps = dict(mishaps or {})
        self.stuck: Sheet | None = None
        self.garbage: dict[str, bytes] = {}
        self.is_busy = False
        self.settings: list[dict[str, str]] = []
        self.open_jobs: set[str] = set()
        self.on_order: Callable[[], object] = lambda: None
        self.release = threading.Event()  # of answers that are held back
        self._fault: Mishap | None = None
        self._fed = 0
        self._sides: deque[bytes] = deque()
        self._jobs = 0
        self._server: ThreadingHTTPServer | None = None

    def __enter__(self) -> "EmulatedScanner":
        scanner = self

        class Handler(_Requests):
            """Answers for this scanner."""

            owner = scanner

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.release.set()
        self.switch_off()

    @property
    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_address[1]}/eSCL"

    def switch_off(self) -> None:
        """Answer nobody any more."""
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()

    def put_right(self) -> None:
        """Do what a person is told: clear the jam, close the cover, put back the sheet that was not read."""
        self._fault = None
        self._sides.clear()
        if self.stuck is not None:
            self.feeder.appendleft(self.stuck)
        self.stuck = None

    # What the handler asks.

    def status(self) -> str:
        feeder = _FEEDER_SAYS.get(self._fault) if self._fault else None
        feeder = feeder or ("ScannerAdfLoaded" if self.feeder else "ScannerAdfEmpty")
        is_working = self.is_busy or bool(self._sides)
        jobs = "".join(JOB.format(name=name, state="Processing") for name in self.open_jobs)
        return STATUS.format(state="Processing" if is_working else "Idle", feeder=feeder, jobs=jobs)

    def begin(self, settings: bytes) -> str | None:
        if self.is_busy or self._fault:
            return None
        wanted = {each.tag.rpartition("}")[2]: (each.text or "").strip() for each in ET.fromstring(settings).iter()}
        self.settings.append(wanted)
        self._jobs += 1
        name = f"job-{self._jobs}"
        self.open_jobs.add(name)
        return name

    def next_side(self, job: str) -> tuple[bytes | None, Mishap | None]:
        """Return the next picture of a job, and what happens to it; no picture at the end."""
        if self._fault or job not in self.open_jobs:
            return None, None
        if self._sides:
            return self._sides.popleft(), None
        if not self.feeder:
            self.open_jobs.discard(job)
            return None, None
        mishap = self.mishaps.pop(self._fed + 1, None)
        if mishap is Mishap.BUSY:
            return None, mishap
        sheet = self.feeder.popleft()
        self._fed += 1
        self._sides.extend(sheet)
        if mishap is None:
            return self._sides.popleft(), None
        self._fed -= 1
        self.stuck = sheet
        self._fault = mishap if mishap in _FEEDER_SAYS else None
        if mishap is Mishap.JAM_BETWEEN_SIDES:
            return self._sides.popleft(), None
        self._sides.clear()
        return (None if self._fault else sheet[0]), mishap


class _Requests(BaseHTTPRequestHandler):
    owner: EmulatedScanner

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        _, _, path = self.path.partition("/eSCL/")
        if path in self.owner.garbage:
            self._answer(200, self.owner.garbage[path])
        elif path == "ScannerCapabilities":
            self._answer(200, CAPABILITIES.format(caps=CAPS).encode())
        elif path == "ScannerStatus":
            self._answer(200, self.owner.status().encode())
        elif path.endswith("/NextDocument"):
            self._deliver(*self.owner.next_side(path.split("/")[1]))
        else:
            self._answer(404)

    def do_POST(self) -> None:
        name = self.owner.begin(self.rfile.read(int(self.headers["Content-Length"])))
        if name is None:
            self._answer(503)
        else:
            self.owner.on_order()
            # As some do that are called otherwise inside: only the path may be gone by.
            self._answer(201, location=f"http://10.255.255.1/eSCL/ScanJobs/{name}")

    def do_DELETE(self) -> None:
        self.owner.open_jobs.discard(self.path.rpartition("/")[2])
        self._answer(200)

    def _answer(self, status: int, body: bytes = b"", kind: str = "text/xml", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def _deliver(self, picture: bytes | None, mishap: Mishap | None) -> None:
        if picture is None:
            self._answer(503 if mishap is Mishap.BUSY else 404)
        elif mishap is Mishap.CUT_SHORT:
            self._answer(200, picture[: len(picture) // 2], "image/jpeg")
        elif mishap is Mishap.NO_PICTURE:
            self._answer(200, b"<html>Hello</html>", "text/html")
        elif mishap is Mishap.ENDLESS:
            self._begin_page(None)
            try:
                while not self.owner.release.is_set():
                    self.wfile.write(bytes(1 << 16))
            except OSError:
                pass
        elif mishap in (Mishap.LINE_LOST, Mishap.GONE):
            self._begin_page(len(picture))
            self.wfile.write(picture[: len(picture) // 2])
            self.wfile.flush()
            if mishap is Mishap.GONE:
                self.owner.switch_off()
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self._answer(200, picture, "image/jpeg")

    def _begin_page(self, length: int | None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
