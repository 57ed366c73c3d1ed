"""The letters of a page of a PDF -> words, lines of dots, and shapes where a letter is a box."""

import ctypes
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as raw

from form_templates.model import Rect
from omr.forms.proposing.content.letters import (
    BOX_LETTERS,
    LEADERS,
    OVAL_LETTERS,
    RINGED,
    SYMBOL_BOXES,
    SYMBOL_OVALS,
    is_symbol_font,
)
from omr.forms.proposing.content.page_content import PrintedRule, PrintedShape, ShapeKind, Word
from omr.forms.proposing.content.places import bottom_of, hull, right_of

MOST_LETTERS = 60_000  # on a page; a page of a newspaper has a third of them

_FEWEST_LEADERS = 4
_WIDEST_SPACE = 0.22  # of the font's size; between letters of one word there is less
_BOLD = 600  # weight of a font from which it is bold
_PRIVATE_USE = range(0xF000, 0xF100)  # where symbol fonts have their letters
_BRACKETS = {"[": "]", "(": ")"}
_BRACKETS_MM = (2.0, 8.0)  # from the outside of one to that of the other, with nothing between

ToPage = Callable[[float, float], tuple[float, float]]
"""Takes a point of the PDF, pt, to the template frame, mm."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter.

    Attributes:
        text: The letter.
        rect: What its ink covers, mm.
        cell: Where it stands, with the room that its font gives to every letter, mm.
        size_mm: Size of its font.
        font: Name of the font.
        is_bold: Whether the font is bold.
        is_upright: Whether it is read from left to right.
    """

    text: str
    rect: Rect
    cell: Rect
    size_mm: float
    font: str
    is_bold: bool
    is_upright: bool


def read_letters(page: raw.FPDF_PAGE, to_page: ToPage) -> list[Letter | None]:
    """Return the letters in the file's order; None where words end.

    Raises:
        OverflowError: There are too many.
    """
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        count = raw.FPDFText_CountChars(text_page)
        if count > MOST_LETTERS:
            raise OverflowError("letters")
        return [_letter(text_page, index, to_page) for index in range(count)]
    finally:
        raw.FPDFText_ClosePage(text_page)


def words_and_shapes(letters: Sequence[Letter | None]) -> tuple[list[Word], list[PrintedRule], list[PrintedShape]]:
    """Return words, dotted rules and shapes."""
    words: list[Word] = []
    rules: list[PrintedRule] = []
    shapes: list[PrintedShape] = []
    kept: list[Letter | None] = []
    for letter in _without_brackets(letters, shapes):
        found = None if letter is None else _shape_of(letter)
        if letter is None or found is None:
            kept.append(letter)
            continue
        shapes.append(found)
        inside = RINGED.get(letter.text)
        if inside is not None:
            words.append(_within(letter, inside))
        kept.append(None)
    for chain in _chains(kept):
        if _is_leader(chain):
            place = hull(letter.rect for letter in chain)
            rules.append(PrintedRule(True, bottom_of(place), place.x_mm, right_of(place), is_dotted=True))
        elif any(not letter.text.isspace() for letter in chain):
            words.append(_word(chain, len(words)))
    return words, _joined(rules), shapes


def _letter(text_page: raw.FPDF_TEXTPAGE, index: int, to_page: ToPage) -> Letter | None:
    code = raw.FPDFText_GetUnicode(text_page, index)
    text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if not text or text.isspace() or unicodedata.category(text) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return None
    if raw.FPDFText_IsGenerated(text_page, index) == 1:
        return None
    rect = _char_box(text_page, index, to_page)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    origin, along = to_page(matrix.e, matrix.f), to_page(matrix.e + matrix.a, matrix.f + matrix.b)
    scale = max(((matrix.c**2 + matrix.d**2) ** 0.5), 0.01)
    size_mm = raw.FPDFText_GetFontSize(text_page, index) * scale * 25.4 / 72
    name = _font_name(text_page, index)
    is_bold = raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD or "bold" in name.lower()
    is_upright = abs(along[1] - origin[1]) <= abs(along[0] - origin[0])
    if not 0.3 <= size_mm <= 200:
        return None
    return Letter(text, rect, _loose_box(text_page, index, to_page, rect), size_mm, name, is_bold, is_upright)


def _char_box(text_page: raw.FPDF_TEXTPAGE, index: int, to_page: ToPage) -> Rect:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return _rect(to_page(left.value, top.value), to_page(right.value, bottom.value))


def _loose_box(text_page: raw.FPDF_TEXTPAGE, index: int, to_page: ToPage, otherwise: Rect) -> Rect:
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text_page, index, box):
        return otherwise
    return _rect(to_page(box.left, box.top), to_page(box.right, box.bottom))


def _rect(one: tuple[float, float], other: tuple[float, float]) -> Rect:
    left_mm, right_mm = sorted((one[0], other[0]))
    top_mm, bottom_mm = sorted((one[1], other[1]))
    return Rect(left_mm, top_mm, right_mm - left_mm, bottom_mm - top_mm)


def _font_name(text_page: raw.FPDF_TEXTPAGE, index: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace") if 0 < length <= 128 else ""


def _shape_of(letter: Letter) -> PrintedShape | None:
    """Return the shape that a letter is, if it is one."""
    code = ord(letter.text)
    symbol = code - 0xF000 if code in _PRIVATE_USE else code
    is_symbol = code in _PRIVATE_USE or is_symbol_font(letter.font)
    if letter.rect.w_mm <= 0.3 or letter.rect.h_mm <= 0.3:
        return None
    if letter.text in BOX_LETTERS or (is_symbol and symbol in SYMBOL_BOXES):
        return PrintedShape(ShapeKind.BOX, letter.rect, is_letter=True)
    if letter.text in OVAL_LETTERS or letter.text in RINGED or (is_symbol and symbol in SYMBOL_OVALS):
        return PrintedShape(ShapeKind.OVAL, letter.rect, is_letter=True)
    return None


def _within(letter: Letter, text: str) -> Word:
    """Return what stands in a ring."""
    rect = letter.rect
    inner = Rect(rect.x_mm + rect.w_mm * 0.3, rect.y_mm + rect.h_mm * 0.25, rect.w_mm * 0.4, rect.h_mm * 0.5)
    return Word(text, inner, letter.size_mm * 0.6, letter.is_bold)


def _without_brackets(letters: Sequence[Letter | None], shapes: list[PrintedShape]) -> Iterator[Letter | None]:
    """Pass letters on, but for pairs of brackets with nothing between, which go to ``shapes``."""
    number = 0
    while number < len(letters):
        letter = letters[number]
        closing = _closing(letters, number)
        if letter is None or closing is None:
            yield letter
            number += 1
            continue
        other = letters[closing]
        assert other is not None, "a bracket was found there"
        kind = ShapeKind.BOX if letter.text == "[" else ShapeKind.OVAL
        shapes.append(PrintedShape(kind, hull((letter.rect, other.rect)), is_letter=True))
        yield None
        number = closing + 1


def _closing(letters: Sequence[Letter | None], number: int) -> int | None:
    """Return where the bracket closes that opens at ``number`` around nothing."""
    letter = letters[number]
    if letter is None or letter.text not in _BRACKETS or not letter.is_upright:
        return None
    place = number + 1
    while place < min(len(letters), number + 12) and letters[place] is None:
        place += 1
    other = letters[place] if place < len(letters) else None
    if other is None or other.text != _BRACKETS[letter.text]:
        return None
    width_mm = right_of(other.rect) - letter.rect.x_mm
    is_level = abs(other.rect.y_mm - letter.rect.y_mm) < 0.5
    return place if is_level and _BRACKETS_MM[0] <= width_mm <= _BRACKETS_MM[1] else None


def _chains(letters: Sequence[Letter | None]) -> Iterator[list[Letter]]:
    """Yield letters that belong together: a word, or a line of dots."""
    chain: list[Letter] = []
    for number, letter in enumerate(letters):
        if chain and (letter is None or not _goes_on(chain[-1], letter) or _turns(letters, number, chain)):
            yield chain
            chain = []
        if letter is not None:
            chain.append(letter)
    if chain:
        yield chain


def _goes_on(last: Letter, letter: Letter) -> bool:
    """Whether a letter follows another without a space."""
    if last.is_upright != letter.is_upright:
        return False
    if not last.is_upright:
        apart_mm = max(last.cell.y_mm - bottom_of(letter.cell), letter.cell.y_mm - bottom_of(last.cell))
        return abs(last.cell.x_mm - letter.cell.x_mm) < 0.5 * last.size_mm and apart_mm < _WIDEST_SPACE * last.size_mm
    is_level = abs(bottom_of(last.cell) - bottom_of(letter.cell)) < 0.3 * max(last.size_mm, letter.size_mm)
    gap_mm = letter.cell.x_mm - right_of(last.cell)
    return is_level and -0.6 * last.size_mm < gap_mm < _WIDEST_SPACE * last.size_mm


def _turns(letters: Sequence[Letter | None], number: int, chain: Sequence[Letter]) -> bool:
    """Whether a line of dots begins or ends here, stuck to a word."""
    letter = letters[number]
    if letter is None:
        return True
    if _is_leader(chain):
        return letter.text not in LEADERS
    if letter.text not in LEADERS or chain[-1].text in LEADERS:
        return False
    ahead = letters[number : number + _FEWEST_LEADERS]
    is_many = len(ahead) == _FEWEST_LEADERS and all(one is not None and one.text in LEADERS for one in ahead)
    return is_many or (letter.text == "…" and ahead[1:2] != [None] and _are_ellipses(ahead))


def _are_ellipses(letters: Sequence[Letter | None]) -> bool:
    return len(letters) > 1 and letters[1] is not None and letters[1].text == "…"


def _is_leader(chain: Sequence[Letter]) -> bool:
    fewest = 2 if all(letter.text == "…" for letter in chain) else _FEWEST_LEADERS
    return len(chain) >= fewest and all(letter.text in LEADERS for letter in chain)


def _joined(rules: Sequence[PrintedRule]) -> list[PrintedRule]:
    """Join lines of dots that are one line with spaces in it."""
    found: list[PrintedRule] = []
    for rule in sorted(rules, key=lambda one: (round(one.at_mm, 1), one.start_mm)):
        last = found[-1] if found else None
        if last is not None and abs(last.at_mm - rule.at_mm) < 0.3 and 0 <= rule.start_mm - last.end_mm < 1.5:
            found[-1] = replace(last, end_mm=rule.end_mm)
        else:
            found.append(rule)
    return found


def _word(chain: Sequence[Letter], turn: int) -> Word:
    is_upright = chain[0].is_upright
    text = unicodedata.normalize("NFC", "".join(letter.text for letter in chain))
    rect = hull(letter.rect for letter in chain)
    bold = sum(letter.is_bold for letter in chain) * 2 > len(chain)
    return Word(text, rect, max(letter.size_mm for letter in chain), bold, is_upright, turn)
