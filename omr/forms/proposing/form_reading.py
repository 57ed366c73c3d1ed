"""Files of a blank form -> what its pages ask, and an image of each page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from form_templates.errors import Finding
from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageOpener
from omr.forms.proposing.asking.page_understanding import PageQuestions, understand_form
from omr.forms.proposing.content.pdf_pages import TooFull, read_pdf_pages
from omr.forms.proposing.findings import problem_of
from omr.forms.proposing.notes import NoteKind, ReadingNote
from omr.forms.proposing.raster.flattening import PaperSize
from omr.forms.proposing.raster.lettering.tesseract import WANTED, languages
from omr.forms.proposing.raster.picture_reading import PictureReading, read_picture
from omr.images.limits import ReadingLimits
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.results import Reason

_PDF = b"%PDF-"
_LIKE_COPIES = 3  # pages with the same words
_SAME_WORDS = 0.5  # share of the different words of two pages that both have; two sides of a form share a fifth
_HEAD = 1024  # bytes of a file among which the mark of a PDF stands
_PICTURES = (b"GIF8", b"\xff\x0a", b"\0\0\0\x0cJXL ", b"\0\0\0\x0cjP  ")
_OF_PHONES = {b"ftyp" + brand for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")}  # HEIC and AVIF


@dataclass(slots=True)
class FormReading:
    """What files hold.

    Attributes:
        pages: What each page asks, in order.
        images: Each page as a PNG file.
        notes: What was assumed or left out.
        findings: Why it cannot be used; empty if it can.
    """

    pages: list[PageQuestions] = field(default_factory=list)
    images: list[bytes] = field(default_factory=list)
    notes: list[ReadingNote] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add_picture(self, reading: PictureReading) -> None:
        """Add a page that came as a picture."""
        self.pages.append(reading.questions)
        self.images.append(reading.png)
        if not languages():
            self.note(NoteKind.NO_TESSERACT)
        elif WANTED[0] not in languages():
            self.note(NoteKind.NO_VIETNAMESE)

    def note(self, kind: NoteKind, **facts: str | PageFinding) -> None:
        """Note something once."""
        note = ReadingNote(kind, facts)
        if note not in self.notes:
            self.notes.append(note)


def read_blank(paths: Sequence[Path], opener: PageOpener) -> FormReading:
    """Read the files of a blank form; every page of each counts, in order."""
    reading = FormReading()
    for path in paths:
        found = opener.ask(_understand, path, not reading.pages)
        if isinstance(found, PageFinding):
            reading.findings.append(found)
            continue
        for index, page in enumerate(found):
            problem = _add_picture(reading, opener, path, index) if page is None else None
            if page is not None:
                problem = _add_drawn(reading, opener, path, index, page)
            if problem is not None:
                reading.findings.append(problem)
                break
    _note_copies(reading)
    return reading


def _note_copies(reading: FormReading) -> None:
    """Say so where pages look like copies of one page that somebody forgot to call filled."""
    words = [set(f"{page.title} {page.other_text} {_labels(page)}".casefold().split()) for page in reading.pages]
    count = sum(len(each & words[0]) >= _SAME_WORDS * max(len(each | words[0]), 1) for each in words)
    if count >= _LIKE_COPIES:
        reading.note(NoteKind.PERHAPS_FILLED, count=str(count))


def _labels(page: PageQuestions) -> str:
    return " ".join(question.label for question in page.questions)


def _understand(path: Path, limits: ReadingLimits, begins: object) -> tuple[PageQuestions | None, ...] | PageFinding:
    """Return what the pages of a file ask; None for each that is a picture. The form begins with it if so said."""
    with path.open("rb") as file:
        is_pdf = _PDF in file.read(_HEAD)
    if not is_pdf:
        return _pictures(path, limits)
    try:
        pages = read_pdf_pages(path)
    except TooFull as error:
        return problem_of(path, PageProblem.TOO_FULL, page=str(error.page))
    return understand_form(pages, begins=bool(begins))


def _pictures(path: Path, limits: ReadingLimits) -> tuple[None, ...] | PageFinding:
    try:
        with open_scan(path, limits) as scan:
            return (None,) * scan.page_count
    except UnreadableScan as error:
        if error.reason is Reason.UNKNOWN_FORMAT:
            return problem_of(path, PageProblem.OTHER_PICTURE if _is_other_picture(path) else PageProblem.NO_PDF)
        raise


def _is_other_picture(path: Path) -> bool:
    """Whether a file begins as pictures do that are not read."""
    with path.open("rb") as file:
        head = file.read(12)
    return head.startswith(_PICTURES) or head[4:] in _OF_PHONES


def _add_drawn(
    reading: FormReading, opener: PageOpener, path: Path, index: int, page: PageQuestions
) -> PageFinding | None:
    image = opener.load(path, index)
    if isinstance(image, PageFinding):
        return image
    reading.pages.append(page)
    reading.images.append(image.png)
    return None


def _add_picture(reading: FormReading, opener: PageOpener, path: Path, index: int) -> PageFinding | None:
    picture = opener.ask(read_picture, path, index, not reading.pages)
    if isinstance(picture, PageFinding):
        return picture
    reading.add_picture(picture)
    if picture.size is PaperSize.ASSUMED:
        reading.note(NoteKind.SIZE_ASSUMED, name=path.name)
    return None
