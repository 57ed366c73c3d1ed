"""Tesseract: which languages it has, and what it reads in an image."""

import os
import shutil
import unicodedata
from dataclasses import dataclass
from functools import cache

from omr.images.page_image import GrayImage, UnreadableScan
from omr.results import Reason

WANTED = ("vie", "eng")
"""Languages of forms, by Tesseract's names."""

_LEAST_SURE = 25.0  # of 100; below, it finds letters in stains
_LEAST_SURE_TURN = 1.0
_TIMEOUT_S = 45  # a page takes three seconds


@dataclass(frozen=True, slots=True)
class ReadWord:
    """What Tesseract takes for a word.

    Attributes:
        text: Composed letters.
        box: Left, top, width, height, px.
        line: Which line it belongs to.
        sure: 0-100.
    """

    text: str
    box: tuple[int, int, int, int]
    line: tuple[int, int, int]
    sure: float


@cache
def languages() -> tuple[str, ...]:
    """Return which of the languages of forms Tesseract has; none where it is not installed. Asked once."""
    import pytesseract  # with pandas behind it: half a second that only pictures of forms need

    if shutil.which(pytesseract.pytesseract.tesseract_cmd) is None:
        return ()
    try:
        known = pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return ()
    return tuple(language for language in WANTED if language in known)


def read_words(page: GrayImage, dpi: int, layout: int) -> list[ReadWord]:
    """Return the words in an image; none where Tesseract is not installed.

    Args:
        page: (H, W) uint8, dark letters on paper.
        dpi: Its resolution.
        layout: Tesseract's page segmentation mode.

    Raises:
        UnreadableScan: It takes too long.
    """
    import pytesseract  # likewise

    if not languages():
        return []
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # with more threads it takes far longer on a busy machine
    try:
        found = pytesseract.image_to_data(
            page,
            lang="+".join(languages()),
            config=f"--psm {layout} --dpi {dpi}",
            output_type=pytesseract.Output.DICT,
            timeout=_TIMEOUT_S,
        )
    except RuntimeError as error:
        if isinstance(error, pytesseract.TesseractError):
            return []
        raise UnreadableScan(Reason.TAKES_TOO_LONG, f"{_TIMEOUT_S} s") from error
    return [_word(found, row) for row, text in enumerate(found["text"]) if _is_word(text, float(found["conf"][row]))]


def _is_word(text: str, sure: float) -> bool:
    return bool(text.strip()) and sure >= _LEAST_SURE


def _word(found: dict[str, list[object]], row: int) -> ReadWord:
    left, top, width, height = (int(str(found[name][row])) for name in ("left", "top", "width", "height"))
    line = tuple(int(str(found[name][row])) for name in ("block_num", "par_num", "line_num"))
    text = unicodedata.normalize("NFC", str(found["text"][row]).strip())
    return ReadWord(text, (left, top, width, height), (line[0], line[1], line[2]), float(str(found["conf"][row])))


def turn_of(page: GrayImage) -> int:
    """Return by how much a page must be turned clockwise to be upright: 0, 90, 180 or 270; 0 if that is not sure."""
    import pytesseract  # likewise

    if not languages():
        return 0
    try:
        found = pytesseract.image_to_osd(
            page, config="--psm 0", output_type=pytesseract.Output.DICT, timeout=_TIMEOUT_S
        )
    except (RuntimeError, OSError):  # too few letters, or what looks for them is not installed
        return 0
    return int(found["rotate"]) % 360 if float(found["orientation_conf"]) >= _LEAST_SURE_TURN else 0
