"""What stands above the columns of a block: the words of its options."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from form_templates.model import Rect
from omr.forms.proposing.asking.head_words import head_text, lines_of, width_of, words_of_page
from omr.forms.proposing.asking.prompts import is_numbered, names_column
from omr.forms.proposing.asking.runs import Run, SpotBlock
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import bottom_of, holds_point, hull, right_of
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase, phrase_of

_FIRST_GAP_MM = 10.0  # from the first row up to the words of its heading
_FIRST_GAP_OVER_SECTIONS_MM = 26.0
_OFF_MIDDLE = 0.25  # of the step from column to column
_WIDEST = 1.25  # of the step: words of one column reach a little into the next
_TO_OPTION_MM = 4.0  # from a spot to the words of its option
_NEXT_GAP_MM = 4.5  # between the lines of a heading
_HIGHEST_MM = 45.0
_CAPTION_MM = 5.5  # from the lower edge of a row to the middle of the digits below it
_CODE = re.compile(r"\d{1,2}|[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above one column.

    Attributes:
        text: The words; may be empty.
        code: A digit or letter that stands there alone; may be empty.
        rects: Where all that is.
        is_doubtful: Whether words that are broken at the end of a line may be put together wrongly.
    """

    text: str
    code: str
    rects: tuple[Rect, ...]
    is_doubtful: bool = False


def headings_of(block: SpotBlock, view: PageView) -> list[Heading]:
    """Return the heading of every column, and the digit below it if none is above; what is part of one is used up."""
    run = block.runs[0]
    edges_mm = _column_edges(run)
    columns: list[list[Phrase]] = [[] for _ in run.spots]
    for line in _lines_above(run, view, edges_mm):
        for phrase in line:
            _assign(phrase, edges_mm, columns, view)
    for word in view.standing:
        if edges_mm[0] < word.rect.center_mm[0] < edges_mm[-1] and 0 < run.rect.y_mm - bottom_of(word.rect) < 12.0:
            columns[_column(word.rect.center_mm[0], edges_mm)].append(_standing(word))
    found = _headings(columns, view)
    if any(heading.code for heading in found):
        return found
    codes = _codes_below(block.runs[-1], view)
    return [replace(heading, code=code) for heading, code in zip(found, codes, strict=True)] if codes else found


def _codes_below(run: Run, view: PageView) -> list[str]:
    """Return the digits or letters that stand right below the spots of a row, one for each; none if one has none."""
    low_mm = bottom_of(run.rect)
    phrases = [
        phrase
        for phrase in view.phrases_within(low_mm - 0.5, low_mm + _CAPTION_MM)
        if all(_CODE.fullmatch(word.text) for word in phrase.words)
    ]
    words = [word for phrase in phrases for word in phrase.words]
    reach_mm = _OFF_MIDDLE * run.step_mm
    under = [[word for word in words if abs(word.rect.center_mm[0] - spot.x_mm) < reach_mm] for spot in run.spots]
    if len(run.spots) != len(words) or any(len(found) != 1 for found in under):
        return []
    row = hull(word.rect for word in words)
    if any(0 < spot.rect.y_mm - bottom_of(row) < row.y_mm - low_mm for spot in view.spots if _is_over(spot.rect, row)):
        return []  # they head the spots below, which are nearer
    view.use(phrases)
    return [found[0].text for found in under]


def _is_over(rect: Rect, row: Rect) -> bool:
    return row.x_mm < rect.center_mm[0] < right_of(row)


def _column_edges(run: Run) -> list[float]:
    middles = [spot.x_mm for spot in run.spots]
    half_mm = run.step_mm / 2
    inner = [(one + other) / 2 for one, other in pairwise(middles)]
    return [middles[0] - half_mm, *inner, middles[-1] + half_mm]


def _lines_above(run: Run, view: PageView, edges_mm: Sequence[float]) -> list[list[Phrase]]:
    """Return the lines of a heading, the lowest first."""
    top_mm = run.rect.y_mm
    limit_mm = max(top_mm - _HIGHEST_MM, _lowest_spot_above(run, view, edges_mm), _lowest_option_above(run, view))
    inside = [
        phrase
        for phrase in view.phrases_within(limit_mm, top_mm + 0.3)
        if (edges_mm[0] < phrase.rect.center_mm[0] < edges_mm[-1] or _is_cut(phrase, edges_mm))
        and not _is_in_column_at_left(phrase, run, view)
        and not names_column(phrase)
    ]
    lines: list[list[Phrase]] = []
    edge_mm = _ceiling(run, view)
    border_mm = _upper_border(run, view)
    for phrase in sorted(inside, key=lambda one: -bottom_of(one.rect)):
        gap_mm = edge_mm - bottom_of(phrase.rect)
        most_mm = _NEXT_GAP_MM if lines else _first_gap(phrase, run, view, inside)
        if gap_mm > most_mm or _is_sentence(phrase, run, edges_mm, view):
            break
        if lines and phrase.middle_mm < border_mm <= lines[0][0].middle_mm:
            break  # the title over a table whose heads stand in it
        lines.append([phrase])
        edge_mm = min(edge_mm, phrase.rect.y_mm)
    return lines


def _first_gap(phrase: Phrase, run: Run, view: PageView, inside: Sequence[Phrase]) -> float:
    """Return how far above the first row its heading may stand: farther in a table, over rows of section names."""
    cell, below = view.cell_at(phrase.rect.center_mm), view.cell_at(run.spots[0].rect.center_mm)
    is_same = cell is not None and below is not None and abs(cell.rect.w_mm - below.rect.w_mm) < 1.0
    is_far = is_same or _heads_every_column(phrase, run, inside)
    return _FIRST_GAP_OVER_SECTIONS_MM if is_far else _FIRST_GAP_MM


def _heads_every_column(phrase: Phrase, run: Run, inside: Sequence[Phrase]) -> bool:
    """Whether a phrase stands in a line that has words of its own over the middle of each of several columns."""
    level = [other for other in inside if abs(other.middle_mm - phrase.middle_mm) < 0.5 * phrase.rect.h_mm]
    slack_mm = _OFF_MIDDLE * run.step_mm
    return len(run.spots) > 1 and all(
        any(
            abs(other.rect.center_mm[0] - spot.x_mm) < slack_mm and other.rect.w_mm < _WIDEST * run.step_mm
            for other in level
        )
        for spot in run.spots
    )


def _ceiling(run: Run, view: PageView) -> float:
    """Return where the row begins: at its cell's upper edge, where it has one."""
    cell = view.cell_at(run.spots[0].rect.center_mm)
    is_row = cell is not None and cell.rect.h_mm < 30.0 and cell.rect.y_mm < run.rect.y_mm + 0.5
    return cell.rect.y_mm if cell is not None and is_row else run.rect.y_mm


def _upper_border(run: Run, view: PageView) -> float:
    """Return the upper edge of the table in which a row stands; that of the page if it is in none."""
    middle_mm = run.spots[0].rect.center_mm
    within = [table.rect for table in view.tables if table.cell_at(middle_mm) is not None]
    return min(within, key=lambda rect: rect.w_mm * rect.h_mm).y_mm if within else 0.0


def _is_in_column_at_left(phrase: Phrase, run: Run, view: PageView) -> bool:
    """Whether a phrase stands in the table, but left of the row's spots, as questions and names of sections do."""
    cell, own = view.cell_at(phrase.rect.center_mm), view.cell_at(run.spots[0].rect.center_mm)
    if cell is None or own is None:
        return False
    is_at_left = phrase.rect.center_mm[0] < own.rect.x_mm and cell.rect.x_mm < own.rect.x_mm - 0.5
    return is_at_left or right_of(cell.rect) <= own.rect.x_mm + 0.5


def _lowest_spot_above(run: Run, view: PageView, edges_mm: Sequence[float]) -> float:
    return max(
        (
            bottom_of(spot.rect)
            for spot in view.spots
            if edges_mm[0] < spot.x_mm < edges_mm[-1] and bottom_of(spot.rect) < run.rect.y_mm + 0.5
        ),
        default=0.0,
    )


def _lowest_option_above(run: Run, view: PageView) -> float:
    """Return the lower edge of the lowest words above a row that are an option of spots outside of its columns."""
    found = 0.0
    for phrase in view.phrases:
        if found < bottom_of(phrase.rect) < run.rect.y_mm + 0.5 and any(
            0 <= phrase.rect.x_mm - right_of(spot.rect) < _TO_OPTION_MM for spot in view.beside_spots(phrase.rect)
        ):
            found = bottom_of(phrase.rect)
    return found


def _is_cut(phrase: Phrase, edges_mm: Sequence[float]) -> bool:
    return phrase.rect.x_mm < edges_mm[-1] and right_of(phrase.rect) > edges_mm[0]


def _is_sentence(phrase: Phrase, run: Run, edges_mm: Sequence[float], view: PageView) -> bool:
    """Whether a phrase above the columns is no heading of theirs: it reaches out of them, or over all of them."""
    cell = view.cell_at(phrase.rect.center_mm)
    below = view.cell_at(run.spots[0].rect.center_mm)
    if cell is not None and below is not None and cell.rect.w_mm > 1.7 * run.step_mm and len(run.spots) > 1:
        return not holds_point(below.rect, phrase.rect.center_mm)
    if is_numbered(phrase) and phrase.rect.w_mm > 2.2 * run.step_mm:
        return True
    slack_mm = 0.35 * run.step_mm
    is_out = phrase.rect.x_mm < edges_mm[0] - slack_mm or right_of(phrase.rect) > edges_mm[-1] + slack_mm
    return is_out and phrase.rect.w_mm > 1.2 * run.step_mm


def _assign(phrase: Phrase, edges_mm: Sequence[float], columns: list[list[Phrase]], view: PageView) -> None:
    """Give a phrase to its column, or its words each to theirs where it reaches over several."""
    view.use([phrase])
    first, last = _column(phrase.rect.x_mm + 0.3, edges_mm), _column(right_of(phrase.rect) - 0.3, edges_mm)
    wide_mm = 1.25 * (edges_mm[1] - edges_mm[0])
    if first == last or phrase.rect.w_mm < wide_mm:
        columns[_column(phrase.rect.center_mm[0], edges_mm)].append(phrase)
        return
    for word in phrase.words:
        columns[_column(word.rect.center_mm[0], edges_mm)].append(phrase_of([word]))


def _column(x_mm: float, edges_mm: Sequence[float]) -> int:
    return min(sum(x_mm >= edge_mm for edge_mm in edges_mm[1:-1]), len(edges_mm) - 2)


def _standing(word: Word) -> Phrase:
    return Phrase((word,), word.text, word.rect, word.size_mm, word.is_bold)


def _headings(columns: Sequence[Sequence[Phrase]], view: PageView) -> list[Heading]:
    parted = [_code_and_words(phrases, r"\d{1,2}|[A-Za-z]") for phrases in columns]
    letters = [code for code, _ in parted if code.isalpha()]
    if letters and len(set(letters)) < len(columns):  # ends of broken words
        parted = [_code_and_words(phrases, r"\d{1,2}") for phrases in columns]
    lines = [lines_of(rest) for _, rest in parted]
    widest_mm = max((width_of(line) for column in lines for line in column), default=0.0)
    known = words_of_page(view.phrases, [phrase for phrases in columns for phrase in phrases])
    found = []
    for phrases, (code, _), column in zip(columns, parted, lines, strict=True):
        head = head_text(column, widest_mm, known)
        found.append(Heading(head.text, code, tuple(phrase.rect for phrase in phrases), head.is_doubtful))
    return found


def _code_and_words(phrases: Sequence[Phrase], codes: str) -> tuple[str, list[Phrase]]:
    """Return the code among what stands above a column, and the rest."""
    code, rest = "", []
    for phrase in phrases:
        found = re.match(rf"^\(?\s*({codes})\s*[.)]?$", phrase.text)
        if found and not code:
            code = found[1]
        else:
            rest.append(phrase)
    return code, rest
