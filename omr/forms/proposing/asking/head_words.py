"""The lines of a heading in a narrow column -> its words, which may be broken where the column ends."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import right_of, shared_height
from omr.forms.proposing.known_wordings import KNOWN_WORDS, plain_word, respaced
from omr.forms.proposing.spotting.phrases import Phrase

_VOWELS = "aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
_VOWEL = re.compile(f"[{_VOWELS}]+")
_LONGEST_SYLLABLE = 7
_JOIN_COST = 0.01  # less than that of any unknown word
_PIECE_COST = 1.5  # of a piece without a vowel that stands alone
_SLACK_MM = 0.3


@dataclass(frozen=True, slots=True)
class HeadText:
    """The words of a heading.

    Attributes:
        text: The words.
        is_doubtful: Whether a word may be broken, or put together, wrongly.
    """

    text: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word as printed, which may be the end of the one on the line above."""

    text: str
    may_go_on: bool

    @property
    def has_vowel(self) -> bool:
        """Whether it may be a word of its own; capitals may be an abbreviation, and signs are no letters."""
        return not self.text.islower() or _VOWEL.search(plain_word(self.text)) is not None


def words_of_page(phrases: Sequence[Phrase], heads: Sequence[Phrase]) -> Set[str]:
    """Return the words that stand elsewhere than in headings, and those of the usual wordings, as compared."""
    inside = {id(word) for phrase in heads for word in phrase.words}
    found = {plain_word(word.text) for phrase in phrases for word in phrase.words if id(word) not in inside}
    return KNOWN_WORDS | {word for word in found if len(word) > 1}


def lines_of(phrases: Sequence[Phrase]) -> list[list[Word]]:
    """Return the words of a heading line by line."""
    lines: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda one: one.middle_mm):
        if lines and shared_height(lines[-1][0].rect, phrase.rect) > 0.4:
            lines[-1].append(phrase)
        else:
            lines.append([phrase])
    return [[word for one in sorted(line, key=lambda one: one.rect.x_mm) for word in one.words] for line in lines]


def width_of(line: Sequence[Word]) -> float:
    """Return how wide a line is, mm."""
    return right_of(line[-1].rect) - line[0].rect.x_mm


def head_text(lines: Sequence[Sequence[Word]], widest_mm: float, known: Set[str]) -> HeadText:
    """Put the lines of a heading together.

    Args:
        lines: From top to bottom.
        widest_mm: Width of the widest line of the headings beside it, by which is seen whether a line is full.
        known: Words as compared.
    """
    printed = " ".join(word.text for line in lines for word in line)
    usual = respaced(printed)
    if usual is not None:
        return HeadText(usual)
    words = _cheapest(_pieces(lines, widest_mm), known)
    text = " ".join("".join(piece.text for piece in word) for word in words)
    return HeadText(text, _is_doubtful(words, known))


def _pieces(lines: Sequence[Sequence[Word]], widest_mm: float) -> list[_Piece]:
    found: list[_Piece] = []
    for number, line in enumerate(lines):
        for place, word in enumerate(line):
            is_first = number > 0 and place == 0
            is_full = is_first and width_of(lines[number - 1]) + word.rect.w_mm > widest_mm - _SLACK_MM
            found.append(_Piece(word.text, is_full and word.text[0].isalpha() and found[-1].text[-1].isalpha()))
    return found


def _cheapest(pieces: Sequence[_Piece], known: Set[str]) -> list[Sequence[_Piece]]:
    """Return pieces as words, with as few unknown ones as can be, and joined as seldom as that allows."""
    best: list[tuple[float, list[Sequence[_Piece]]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            word = pieces[start:end]
            ways.append((best[start][0] + _cost(word, known), [*best[start][1], word]))
            if not pieces[start].may_go_on:
                break
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _cost(word: Sequence[_Piece], known: Set[str]) -> float:
    joins = _JOIN_COST * (len(word) - 1)
    if _is_known(word, known):
        return joins
    if len(word) == 1 and not word[0].has_vowel:
        return _PIECE_COST
    return joins + max(sum(piece.has_vowel for piece in word), 1)


def _is_known(word: Sequence[_Piece], known: Set[str]) -> bool:
    plain = plain_word("".join(piece.text for piece in word))
    return plain in known or not any(letter.isalpha() for letter in plain)


def _is_doubtful(words: Sequence[Sequence[_Piece]], known: Set[str]) -> bool:
    """Whether an unknown word was joined, or stands where it may be a part of one broken word."""
    if any(len(word) > 1 and not _is_known(word, known) for word in words):
        return True
    for upper, lower in pairwise(words):
        if lower[0].may_go_on and not (_is_known(upper, known) and _is_known(lower, known)):
            joined = plain_word("".join(piece.text for piece in (*upper, *lower)))
            if len(joined) <= _LONGEST_SYLLABLE and len(_VOWEL.findall(joined)) == 1:
                return True
    return False
