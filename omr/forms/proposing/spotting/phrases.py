"""Words -> phrases: words of one line that are read without a stop."""

from collections.abc import Sequence
from dataclasses import dataclass

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import bottom_of, hull, right_of, shared_height

_WIDEST_GAP = 0.95  # of the font's size; a wider one parts what stands beside each other
_MOST_UNLIKE = 1.7  # sizes of fonts in one phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of one line.

    Attributes:
        words: From left to right.
        text: The words, with a space between two of them.
        rect: What they cover.
        size_mm: Size of the largest font.
        is_bold: Whether most of it is bold.
    """

    words: tuple[Word, ...]
    text: str
    rect: Rect
    size_mm: float
    is_bold: bool

    @property
    def middle_mm(self) -> float:
        """Y of the middle."""
        return self.rect.y_mm + self.rect.h_mm / 2


def phrase_of(words: Sequence[Word]) -> Phrase:
    """Return the phrase that some words of one line are."""
    ordered = tuple(words)
    bold = sum(len(word.text) for word in ordered if word.is_bold)
    return Phrase(
        ordered,
        " ".join(word.text for word in ordered),
        hull(word.rect for word in ordered),
        max(word.size_mm for word in ordered),
        bold * 2 > sum(len(word.text) for word in ordered),
    )


def find_phrases(words: Sequence[Word], barriers: Sequence[Rect]) -> list[Phrase]:
    """Return the phrases, from top to bottom and left to right.

    Args:
        words: Those that stand on end are passed over.
        barriers: What parts words though they are near: boxes, and the upright rules of tables.
    """
    walls = _Walls(barriers)
    chains: list[list[Word]] = []
    still_open: list[int] = []
    for word in sorted((word for word in words if word.is_upright), key=lambda word: word.rect.x_mm):
        still_open = [number for number in still_open if _is_near(chains[number][-1], word)]
        place = next((number for number in reversed(still_open) if _goes_on(chains[number][-1], word, walls)), None)
        if place is None:
            chains.append([word])
            still_open.append(len(chains) - 1)
        else:
            chains[place].append(word)
    return sorted(map(phrase_of, chains), key=lambda phrase: (phrase.rect.y_mm, phrase.rect.x_mm))


class _Walls:
    """Finds what stands between two words."""

    def __init__(self, rects: Sequence[Rect]) -> None:
        self._by_band: dict[int, list[Rect]] = {}
        for rect in rects:
            for band in range(int(rect.y_mm // 10), int(bottom_of(rect) // 10) + 1):
                self._by_band.setdefault(band, []).append(rect)

    def part(self, one: Rect, other: Rect) -> bool:
        """Whether something stands between ``one`` and ``other``, which is to its right."""
        y_mm = max(one.y_mm, other.y_mm) / 2 + min(bottom_of(one), bottom_of(other)) / 2
        left_mm, right_mm = one.x_mm + one.w_mm / 2, other.x_mm + other.w_mm / 2
        return any(
            rect.y_mm <= y_mm <= bottom_of(rect) and left_mm < rect.x_mm + rect.w_mm / 2 < right_mm
            for rect in self._by_band.get(int(y_mm // 10), ())
        )


def _is_near(last: Word, word: Word) -> bool:
    return word.rect.x_mm - right_of(last.rect) < _WIDEST_GAP * max(last.size_mm, word.size_mm)


def _goes_on(last: Word, word: Word, walls: _Walls) -> bool:
    small, large = sorted((last.size_mm, word.size_mm))
    if large > _MOST_UNLIKE * small or word.rect.x_mm < right_of(last.rect) - 0.5 * small:
        return False
    is_level = shared_height(last.rect, word.rect) > 0.45 or _are_on_a_line(last, word)
    return is_level and not walls.part(last.rect, word.rect)


def _are_on_a_line(last: Word, word: Word) -> bool:
    """Whether one of both is so flat, a dash or a quotation mark, that it need not lie beside the other's letters."""
    flat, high = sorted((last.rect, word.rect), key=lambda rect: rect.h_mm)
    if flat.h_mm > 0.35 * last.size_mm:
        return False
    middle_mm = flat.y_mm + flat.h_mm / 2
    return high.y_mm - 0.3 * last.size_mm < middle_mm < bottom_of(high) + 0.25 * last.size_mm
