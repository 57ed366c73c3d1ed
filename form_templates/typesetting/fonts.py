"""The embedded fonts: registering, measuring and wrapping text.

Be Vietnam Pro and Liberation Serif, both under the SIL Open Font License.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import inf
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from form_templates.model import Typeface
from form_templates.typesetting.drawing import TextRun

_FOLDER = Path(__file__).parents[1] / "fonts"
_FAMILIES = {Typeface.SANS: "BeVietnamPro", Typeface.SERIF: "LiberationSerif"}
_LEADINGS = {Typeface.SANS: 1.3, Typeface.SERIF: 1.2}  # of the font size: stacked Vietnamese accents need it
_RIGHT_TO_LEFT = ("R", "AL")  # lines are set from the left only
_BETWEEN_WORDS = re.compile(r"[^\S\u00a0]+")  # a no-break space holds words together
MM_PER_PT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one weight and face within a wrapped text."""

    text: str
    is_bold: bool = False
    typeface: Typeface = Typeface.SANS


SpanLine = tuple[Span, ...]


def font_name(*, is_bold: bool, typeface: Typeface = Typeface.SANS) -> str:
    """Return the name under which reportlab knows the font, registering it on first use."""
    _register()
    return f"{_FAMILIES[typeface]}-Bold" if is_bold else _FAMILIES[typeface]


def leading_mm(size_pt: float, typeface: Typeface) -> float:
    """Return the distance of two baselines."""
    return size_pt * MM_PER_PT * _LEADINGS[typeface]


@lru_cache(maxsize=1 << 14)  # the words of a form, each of which is asked for many times
def text_width_mm(text: str, size_pt: float, *, is_bold: bool = False, typeface: Typeface = Typeface.SANS) -> float:
    """Return how wide ``text`` prints."""
    name = font_name(is_bold=is_bold, typeface=typeface)
    return float(pdfmetrics.stringWidth(normalised(text), name, size_pt)) * MM_PER_PT


def span_width_mm(span: Span, size_pt: float) -> float:
    """Return how wide words print."""
    return text_width_mm(span.text, size_pt, is_bold=span.is_bold, typeface=span.typeface)


def run_width_mm(run: TextRun) -> float:
    """Return how wide ``run`` prints."""
    return text_width_mm(run.text, run.size_pt, is_bold=run.is_bold, typeface=run.typeface)


def line_width_mm(line: SpanLine, size_pt: float) -> float:
    """Return how wide a wrapped line prints."""
    return sum(span_width_mm(span, size_pt) for span in line)


def wrap(spans: Sequence[Span], size_pt: float, width_mm: float) -> tuple[SpanLine, ...]:
    """Break text into lines of at most ``width_mm``; a line feed always breaks, a word too long is cut.

    Returns:
        Lines of spans; every span but the last of a line ends in the space that follows it.
    """
    lines: list[list[Span]] = [[]]
    used_mm = 0.0
    for word in _words(spans, size_pt, width_mm):
        space_mm = span_width_mm(replace(word, text=" "), size_pt) if lines[-1] else 0.0
        word_mm = span_width_mm(word, size_pt)
        if word.text == "\n" or (lines[-1] and used_mm + space_mm + word_mm > width_mm):
            lines.append([])
            used_mm = space_mm = 0.0
        if word.text != "\n":
            lines[-1].append(word)
            used_mm += space_mm + word_mm
    return tuple(_joined(line) for line in lines)


def wrap_evenly(spans: Sequence[Span], size_pt: float, width_mm: float) -> tuple[SpanLine, ...]:
    """Break text into as few lines as ``wrap`` does, but of similar length: for headers over narrow columns."""
    lines = wrap(spans, size_pt, width_mm)
    shortest_mm = widest_word_mm(spans, size_pt)
    while (longest_mm := max((line_width_mm(line, size_pt) for line in lines), default=0.0)) > shortest_mm:
        narrower = wrap(spans, size_pt, longest_mm - 0.01)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def widest_line_mm(spans: Sequence[Span], size_pt: float) -> float:
    """Return the width from which no line has to be broken but at its line feeds."""
    return max((line_width_mm(line, size_pt) for line in wrap(spans, size_pt, inf)), default=0.0)


def widest_word_mm(spans: Sequence[Span], size_pt: float) -> float:
    """Return the width below which a word would have to be cut."""
    words = (replace(span, text=word) for span in spans for word in _words_in(span.text))
    return max((span_width_mm(word, size_pt) for word in words), default=0.0)


def normalised(text: str) -> str:
    """Return ``text`` in composed letters: the font has one glyph per letter with its marks, and no shaping is done."""
    return unicodedata.normalize("NFC", text)


def letters_without_glyph(text: str, typeface: Typeface) -> str:
    """Return the different letters of a text that cannot be printed: no glyph, or written from right to left."""
    name = font_name(is_bold=False, typeface=typeface)  # the bold one has the same
    glyphs = pdfmetrics.getFont(name).face.charToGlyph
    letters = dict.fromkeys(normalised(text))
    return "".join(
        letter
        for letter in letters
        if not letter.isspace() and (ord(letter) not in glyphs or unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT)
    )


@cache
def _register() -> None:
    for family in _FAMILIES.values():
        pdfmetrics.registerFont(TTFont(family, str(_FOLDER / f"{family}-Regular.ttf")))
        pdfmetrics.registerFont(TTFont(f"{family}-Bold", str(_FOLDER / f"{family}-Bold.ttf")))


def _words(spans: Sequence[Span], size_pt: float, width_mm: float) -> list[Span]:
    words: list[Span] = []
    for span in spans:
        for position, line in enumerate(normalised(span.text).split("\n")):
            words += [Span("\n")] if position else []
            for word in _words_in(line):
                words += _cut(replace(span, text=word), size_pt, width_mm)
    return words


def _words_in(text: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def _cut(word: Span, size_pt: float, width_mm: float) -> list[Span]:
    """Cut a word into pieces that fit; nearly always it fits as it is."""
    pieces: list[Span] = []
    while (length := _fitting(word, size_pt, width_mm)) < len(word.text):
        pieces.append(replace(word, text=word.text[:length]))
        word = replace(word, text=word.text[length:])
    return [*pieces, word]


def _fitting(word: Span, size_pt: float, width_mm: float) -> int:
    """Return how many letters of a word fit, one at least; words of a whole book would otherwise never end."""

    def measure(length: int) -> float:
        return span_width_mm(replace(word, text=word.text[:length]), size_pt)

    end = 32
    while end < len(word.text) and measure(end) <= width_mm:
        end *= 2
    return max(bisect_right(range(1, min(end, len(word.text)) + 1), width_mm, key=measure), 1)


def _joined(words: Sequence[Span]) -> SpanLine:
    """Merge neighbouring words of one weight."""
    line: list[Span] = []
    for position, word in enumerate(words):
        text = word.text if position == len(words) - 1 else f"{word.text} "
        if line and line[-1].is_bold == word.is_bold:
            line[-1] = replace(word, text=line[-1].text + text)
        else:
            line.append(replace(word, text=text))
    return tuple(line)
