"""Proposals for handwriting by Tesseract, where it is installed: never an answer, a person confirms or types."""

import os
import shutil
import unicodedata
from functools import cache

import numpy as np

from omr.images.straightening import ColourImage

_LANGUAGE = "vie"
_LEAST_SURE = 60.0  # of 100, mean over the words: below, Tesseract finds letters in lines and stains
_LEAST_SURE_WORD = 30.0  # a single guessed word spoils a sentence
_DIGITS_ONLY = "-c tessedit_char_whitelist=0123456789"
_TIMEOUT_S = 3  # a stain of many strokes can keep it busy for minutes, and closing the window waits for it


@cache
def can_propose() -> bool:
    """Return whether Tesseract and its Vietnamese are installed; asked once."""
    import pytesseract  # with pandas behind it; what proposes nothing need not wait half a second for it

    if shutil.which(pytesseract.pytesseract.tesseract_cmd) is None:
        return False
    try:
        return _LANGUAGE in pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return False


def propose_text(field: ColourImage, *, is_number: bool) -> str:
    """Read a field of handwriting.

    Args:
        field: The field, (H, W, 3) uint8 BGR, about 200 dpi.
        is_number: Whether only digits can be meant.

    Returns:
        What it seems to say, in one line; empty if that is not sure enough to be worth reading.
    """
    import pytesseract  # likewise

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # with more threads it takes far longer on a busy machine
    config = f"--psm {7 if is_number else 6} {_DIGITS_ONLY if is_number else ''}"
    try:
        found = pytesseract.image_to_data(
            np.ascontiguousarray(field[..., ::-1]),
            lang=_LANGUAGE,
            config=config,
            output_type=pytesseract.Output.DICT,
            timeout=_TIMEOUT_S,
        )
    except (pytesseract.TesseractError, RuntimeError, OSError):  # RuntimeError: it took too long
        return ""
    return choose_words(found["text"], [float(sure) for sure in found["conf"]])


def choose_words(words: list[str], sureness: list[float]) -> str:
    """Join what was recognised; empty if the words, each 0-100 sure, are not sure enough as a whole."""
    found = [(word.strip(), sure) for word, sure in zip(words, sureness, strict=True) if word.strip()]
    if not found or min(sure for _, sure in found) < _LEAST_SURE_WORD:
        return ""
    if sum(sure for _, sure in found) / len(found) < _LEAST_SURE:
        return ""
    return unicodedata.normalize("NFC", " ".join(word for word, _ in found))
