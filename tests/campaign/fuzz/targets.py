"""What is given changed inputs, and how: each target makes an input and uses it as the program would.

Whatever using an input raises is a traceback. Scans are used as a worker does; all else by the command line.
"""

import io
import random
import shutil
from abc import ABC, abstractmethod
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from form_templates.errors import TemplateError
from omr.batches.worker import PageTask, WorkerOutfit, read_first_page, read_one_page, start_worker
from omr.forms.page_images import PageOpener
from omr.forms.template_import import import_template
from omr.images.limits import ReadingLimits
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.processes.pool_process import limit_memory
from omr.settings import ReadingSettings
from tests.campaign.fuzz.commands import run_command
from tests.campaign.fuzz.database_damage import damage_database, damage_pages
from tests.campaign.fuzz.mutations import mutate_bytes, mutate_json, mutate_text
from tests.campaign.scene import Scene

_PAGES_TRIED = 2
_SIDE_PX = 404  # just large enough not to be refused as too small
_READ = 0.1  # share of inputs that are read in any case, which takes far longer than decoding
_BY_COMMAND = 0.02  # share of layouts that are imported by the command, which starts a process for it
_FULL_SCANS = 0.02  # share of inputs that are made of whole scans, which take long to read


class Target(ABC):
    """Something that reads inputs; ``place`` is a folder of its own."""

    def __init__(self, scene: Scene, place: Path) -> None:
        self.scene = scene
        self.place = place

    @abstractmethod
    def make(self, rng: random.Random) -> None:
        """Make an input in the folder."""

    @abstractmethod
    def use(self, rng: random.Random) -> None:
        """Use it as the program would; raises only what must not be."""


class ScanTarget(Target):
    """Scans of one kind: small drawings, and now and then a whole scan."""

    formats: tuple[str, ...] = ()
    ending = ""

    def __init__(self, scene: Scene, place: Path) -> None:
        super().__init__(scene, place)
        self._made = 0
        start_worker(WorkerOutfit((scene.template,), ReadingSettings()))
        limit_memory(ReadingLimits().memory_bytes)

    @cached_property
    def small(self) -> list[bytes]:
        """Good small files."""
        return _drawings(self.ending)

    @cached_property
    def whole(self) -> list[bytes]:
        """Good scans of filled forms."""
        files = [path for path in sorted(self.scene.pile.iterdir()) if path.suffix == self.ending]
        return [path.read_bytes() for path in files]

    @property
    def input(self) -> Path:
        """Where the input is: each under a name of its own, for a worker keeps the file open that it read last."""
        return self.place / f"input-{self._made}{self.ending}"

    def make(self, rng: random.Random) -> None:
        good = self.whole if self.whole and rng.random() < _FULL_SCANS else self.small
        self.keep(mutate_bytes(rng.choice(good), rng, self.small))

    def keep(self, data: bytes) -> None:
        """Write the input, in place of the last one."""
        self.input.unlink(missing_ok=True)
        self._made += 1
        self.input.write_bytes(data)

    def use(self, rng: random.Random) -> None:
        """Decode it; what decoding makes of odd inputs, and some of all, is read as a worker does."""
        if rng.random() < _READ or not self._is_decoded():
            self._read()

    def _is_decoded(self) -> bool:
        """Whether decoding gave pages, or the reason why not, as it is meant to."""
        try:
            with open_scan(self.input) as scan:
                for index in range(min(scan.page_count, _PAGES_TRIED)):
                    scan.load(index)
        except UnreadableScan:
            return True
        except Exception:  # noqa: BLE001 - decoders raise what they like; the worker must not pass it on
            return False
        return True

    def _read(self) -> None:
        opened = read_first_page(PageTask(self.input, "0" * 64, 1))
        if (opened.first_page is None) == (opened.reason is None):
            raise AssertionError("a file is read, or there is a reason why not")
        for number in range(2, min(opened.page_count, _PAGES_TRIED) + 1):
            read_one_page(PageTask(self.input, "0" * 64, number))


class PngTarget(ScanTarget):
    """PNG."""

    ending = ".png"


class JpegTarget(ScanTarget):
    """JPEG."""

    ending = ".jpg"


class TiffTarget(ScanTarget):
    """TIFF of many compressions."""

    ending = ".tif"


class PdfTarget(ScanTarget):
    """PDF of images and of drawn pages, changed as bytes and as text."""

    ending = ".pdf"

    def make(self, rng: random.Random) -> None:
        good = rng.choice(self.small)
        changed = mutate_text(good, rng) if rng.random() < 0.5 else mutate_bytes(good, rng, self.small)
        self.keep(changed)


class TemplateTarget(Target):
    """``template.toml``, with its layout and without."""

    def make(self, rng: random.Random) -> None:
        folder = self.place / "form"
        if not folder.exists():
            shutil.copytree(self.scene.template, folder)
        good = (self.scene.template / "template.toml").read_bytes()
        (folder / "template.toml").write_bytes(mutate_text(good, rng))
        layout = folder / "layout.json"
        if rng.random() < 0.3:
            layout.unlink(missing_ok=True)
        else:
            shutil.copyfile(self.scene.template / "layout.json", layout)

    def use(self, rng: random.Random) -> None:
        if run_command("template", "check", str(self.place / "form")) == 0 and rng.random() < 0.1:
            run_command("template", "show", str(self.place / "form"), "--pdf", str(self.place / "blank.pdf"))


class LayoutTarget(Target):
    """``layout.json`` of a form made elsewhere; one process opens the blank pages of all inputs."""

    def __init__(self, scene: Scene, place: Path) -> None:
        super().__init__(scene, place)
        self._opener = PageOpener()

    def make(self, rng: random.Random) -> None:
        (self.place / "layout.json").write_bytes(mutate_json(self.scene.layout.read_bytes(), rng))

    def use(self, rng: random.Random) -> None:
        out, blank = self.place / "form", self.scene.layout.with_name("blank.png")
        layout = self.place / "layout.json"
        if rng.random() < _BY_COMMAND:
            run_command("template", "import", str(layout), "--page", str(blank), "--out", str(out))
        else:
            with suppress(TemplateError):
                import_template(layout, [blank], out, self._opener)
        if out.exists():
            run_command("template", "check", str(out))
        shutil.rmtree(out, ignore_errors=True)


class SurveyTarget(Target):
    """A survey of which one file is changed, then looked at, exported and printed."""

    def __init__(self, scene: Scene, place: Path) -> None:
        super().__init__(scene, place)
        self.folder = scene.copy_survey(place)

    def use(self, rng: random.Random) -> None:
        words = rng.choice(
            (
                ("status", str(self.folder), "--json"),
                ("status", str(self.folder)),
                ("export", str(self.folder), "--out", str(self.place / "out.csv")),
                ("export", str(self.folder), "--out", str(self.place / "out.parquet")),
            )
        )
        code = run_command(*words)
        if code == 0 and rng.random() < 0.1:
            ending = rng.choice((".pdf", ".xlsx", ".sav"))
            run_command("export", str(self.folder), "--out", str(self.place / f"out{ending}"))
        if rng.random() < 0.1:
            run_command("print", str(self.folder), "--out", str(self.place / "forms.pdf"))


class SettingsTarget(SurveyTarget):
    """``survey.toml``."""

    def make(self, rng: random.Random) -> None:
        good = (self.scene.read_survey / "survey.toml").read_bytes()
        (self.folder / "survey.toml").write_bytes(mutate_text(good, rng))


class UnitsTarget(SurveyTarget):
    """``units.csv``."""

    def make(self, rng: random.Random) -> None:
        (self.folder / "units.csv").write_bytes(mutate_text(self.scene.units.read_bytes(), rng))


class CrosswalkTarget(SurveyTarget):
    """``crosswalk.csv``, which is looked at where rounds are compared."""

    good = (
        "since,old_code,old_name,new_code,new_name,share,source\n"
        "2025-07-01,09163,Phường Vũ Ninh,09169,Phường Kinh Bắc,1,NQ\n"
        "2025-07-01,09166,Phường Đáp Cầu,09169,Phường Kinh Bắc,0.5,NQ\n"
        "2025-07-01,09166,Phường Đáp Cầu,09170,Phường Võ Cường,0.5,\n"
    )

    def make(self, rng: random.Random) -> None:
        (self.folder / "crosswalk.csv").write_bytes(mutate_text(self.good.encode(), rng))

    def use(self, rng: random.Random) -> None:
        from omr.errors import CrosswalkError
        from omr.units.crosswalk import load_crosswalk

        try:
            load_crosswalk(self.folder / "crosswalk.csv")
        except CrosswalkError:
            return


class DatabaseTarget(SurveyTarget):
    """``survey.db``, damaged in any way."""

    def make(self, rng: random.Random) -> None:
        for leftover in self.folder.glob("survey.db*"):
            leftover.unlink()
        shutil.copyfile(self.scene.read_survey / "survey.db", self.folder / "survey.db")
        self.damage(self.folder / "survey.db", rng)

    def damage(self, path: Path, rng: random.Random) -> None:
        """Damage the database."""
        damage_database(path, rng)


class PagesTarget(DatabaseTarget):
    """``survey.db``, of which pages were overwritten."""

    def damage(self, path: Path, rng: random.Random) -> None:
        damage_pages(path, rng)


TARGETS: dict[str, type[Target]] = {
    "png": PngTarget,
    "jpeg": JpegTarget,
    "tiff": TiffTarget,
    "pdf": PdfTarget,
    "template": TemplateTarget,
    "layout": LayoutTarget,
    "settings": SettingsTarget,
    "units": UnitsTarget,
    "crosswalk": CrosswalkTarget,
    "database": DatabaseTarget,
    "pages": PagesTarget,
}
"""By name."""


def _drawings(ending: str) -> list[bytes]:
    """Return small good files of one kind, of as many sorts as its library writes."""
    gray = Image.new("L", (_SIDE_PX, _SIDE_PX + 20), 250)
    draw = ImageDraw.Draw(gray)
    for corner in (10, _SIDE_PX - 40):
        draw.rectangle((corner, corner, corner + 24, corner + 24), fill=0)
    gray.paste(Image.linear_gradient("L").resize((200, 20)), (100, 100))
    modes = {mode: gray.convert(mode) for mode in ("1", "L", "LA", "RGB", "RGBA", "P", "CMYK")}
    sixteen = Image.fromarray(np.asarray(gray).astype(np.uint16) * np.uint16(257))
    match ending:
        case ".png":
            return [_saved([modes[mode]], "PNG") for mode in ("1", "L", "LA", "RGB", "RGBA", "P")] + [
                _saved([sixteen], "PNG")
            ]
        case ".jpg":
            kinds = ({"quality": 80}, {"progressive": True}, {"quality": 20, "subsampling": 2}, {"dpi": (200, 200)})
            return [_saved([modes[mode]], "JPEG", **each) for mode in ("L", "RGB", "CMYK") for each in kinds]
        case ".tif":
            sorts = (
                ("1", "group4"),
                ("1", "packbits"),
                ("L", "tiff_lzw"),
                ("RGB", "jpeg"),
                ("L", "tiff_adobe_deflate"),
            )
            several = [_saved([modes[mode]] * 3, "TIFF", compression=name) for mode, name in sorts]
            return [*several, _saved([modes["CMYK"]], "TIFF"), _saved([sixteen], "TIFF"), _saved([modes["P"]], "TIFF")]
        case _:
            return [_saved([modes[mode]] * 2, "PDF") for mode in ("1", "L", "RGB")] + [_drawn_pdf()]


def _saved(images: list[Image.Image], kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    more: dict[str, object] = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(buffer, kind, **more, **options)
    return buffer.getvalue()


def _drawn_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 200), pageCompression=0)
    canvas.drawString(20, 100, "text")
    canvas.rect(20, 20, 50, 50)
    canvas.save()
    return buffer.getvalue()
