"""Spots that each have their own words beside them -> questions with lists of options."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from form_templates.model import ItemKind
from omr.forms.proposing.asking.prompts import NUMBERED, is_numbered, is_prompt, lines_upwards, text_of, without_number
from omr.forms.proposing.asking.questions import Choice, FoundQuestion, Group, place_of
from omr.forms.proposing.content.places import bottom_of, right_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot, are_alike, rows_of

_LABEL_GAP_MM = 14.0  # from a spot to the first of its words
_WORD_GAP_MM = 9.0  # within them
_WRAPPED_MM = 1.8  # wrapped lines of an option begin below the first within this
_NEXT_ROW_MM = 22.0  # of one question
_COLUMN_MM = 2.0
_OTHER = wording(r"\s*(?:\w{1,2}[.)]\s*)?(?:(?:ý kiến|lý do|loại|ngành|nghề)?\s*khác|others?)\b")
_AMOUNT = re.compile(r"\d+(?:[.,]\d{3})*")


@dataclass(slots=True)
class _Listed:
    """A spot and its words."""

    spot: Spot
    words: list[Phrase] = field(default_factory=list)

    @property
    def low_mm(self) -> float:
        """Where it ends below."""
        return max([bottom_of(self.spot.rect), *(bottom_of(phrase.rect) for phrase in self.words)])


@dataclass(slots=True)
class _Row:
    """Options on one level, and the words before the first, if they are a question of their own."""

    options: list[_Listed]
    lead: list[Phrase] = field(default_factory=list)

    @property
    def top_mm(self) -> float:
        """The upper edge of its spots."""
        return min(option.spot.rect.y_mm for option in self.options)

    @property
    def low_mm(self) -> float:
        """The lower end of its spots and words."""
        return max(option.low_mm for option in self.options)

    @property
    def left_mm(self) -> float:
        """Where the first spot begins."""
        return self.options[0].spot.rect.x_mm


def find_lists(spots: Sequence[Spot], view: PageView) -> list[Group]:
    """Return the questions whose options are ``spots``; all of them are in one."""
    rows = rows_of(spots)
    sides = _sides(rows, view)
    listed = [_Row([_Listed(spot) for spot in row]) for row in rows]
    for row, is_behind in zip(listed, sides, strict=True):
        _take_words(row, view, are_behind=is_behind)
    _take_wrapped([row for row, is_behind in zip(listed, sides, strict=True) if not is_behind], view)
    parted = [
        (part, is_behind)
        for row, is_behind in zip(listed, sides, strict=True)
        for part in ([row] if is_behind else _parted(row, view))
    ]
    for row, is_behind in parted:
        row.lead = _lead(row, view, are_behind=is_behind)
    listed = [row for row, _ in parted]
    groups: list[Group] = []
    for part in _parts(listed, view):
        groups += _groups(part, view)
    return groups


def _sides(rows: Sequence[Sequence[Spot]], view: PageView) -> list[bool]:
    """Return for each row whether the words of its options stand before their boxes: "Nam □  Nữ □".

    A row of several boxes tells by its ends; rows of one box are told by most of those like it.
    """
    votes = [_vote(row, view) for row in rows]
    sides = []
    for row, vote in zip(rows, votes, strict=True):
        if len(row) == 1 or vote == 0:
            vote = sum(other for like, other in zip(rows, votes, strict=True) if are_alike(like[0], row[0]))
        sides.append(vote > 0)
    return sides


def _vote(row: Sequence[Spot], view: PageView) -> int:
    level = view.beside(row[0].rect)
    first, last = row[0].rect, row[-1].rect
    has_before = any(0 <= first.x_mm - right_of(phrase.rect) + 0.3 < 60.0 for phrase in level)
    has_after = any(0 <= phrase.rect.x_mm - right_of(last) + 0.3 < _LABEL_GAP_MM for phrase in level)
    return int(has_before and not has_after) - int(has_after and not has_before)


def _take_words(row: _Row, view: PageView, *, are_behind: bool) -> None:
    """Give every spot of a row the words beside it."""
    level = [phrase for phrase in view.beside(row.options[0].spot.rect) if not view.is_used(phrase)]
    edges = [option.spot.rect for option in row.options]
    for number, option in enumerate(row.options):
        rect = option.spot.rect
        cell = view.cell_at(rect.center_mm)
        if are_behind:
            left_mm = right_of(edges[number - 1]) if number else view.frame.x_mm
            near = [
                phrase
                for phrase in level
                if left_mm - 0.3 <= phrase.rect.x_mm and right_of(phrase.rect) <= rect.x_mm + 0.5
            ]
            option.words = near if number == 0 else near[-3:]
        else:
            end_mm = edges[number + 1].x_mm if number + 1 < len(edges) else right_of(view.frame)
            near = [phrase for phrase in level if right_of(rect) - 0.5 <= phrase.rect.x_mm < end_mm]
            near = [phrase for phrase in near if view.cell_at(phrase.rect.center_mm) == cell] or near
            option.words = _connected(near, right_of(rect))
        view.use(option.words)


def _connected(phrases: Sequence[Phrase], start_mm: float) -> list[Phrase]:
    """Return the phrases from the left as long as no wide gap comes between them."""
    found: list[Phrase] = []
    edge_mm = start_mm
    for phrase in phrases:
        if phrase.rect.x_mm - edge_mm > (_WORD_GAP_MM if found else _LABEL_GAP_MM):
            break
        if found and is_numbered(phrase):
            break
        found.append(phrase)
        edge_mm = right_of(phrase.rect)
    return found


def _take_wrapped(rows: Sequence[_Row], view: PageView) -> None:
    """Add the lines below the first to the words of options that go on over several."""
    for number, row in enumerate(rows):
        for option in row.options:
            if not option.words:
                continue
            first = option.words[0]
            limit_mm = min(
                [other.top_mm for other in rows[number + 1 :] if _is_below(other, option)] + [option.low_mm + 15.0]
            )
            for phrase in view.phrases_within(bottom_of(first.rect), limit_mm):
                is_next = phrase.rect.y_mm - option.low_mm < 0.6 * first.size_mm
                is_aligned = abs(phrase.rect.x_mm - first.rect.x_mm) < _WRAPPED_MM
                if is_next and is_aligned and not view.is_used(phrase) and not is_prompt(phrase):
                    option.words.append(phrase)
                    view.use([phrase])


def _parted(row: _Row, view: PageView) -> list[_Row]:
    """Part a row where words that are no option's stand between: "Giới tính: □ Nam □ Nữ   Dân tộc: □ Kinh □ Khác"."""
    level = [phrase for phrase in view.beside(row.options[0].spot.rect) if not view.is_used(phrase)]
    rows = [_Row(row.options[:1])]
    for last, option in pairwise(row.options):
        start_mm, end_mm = last.spot.rect.x_mm, option.spot.rect.x_mm
        if any(start_mm < phrase.rect.x_mm and right_of(phrase.rect) <= end_mm + 0.5 for phrase in level):
            rows.append(_Row([]))
        rows[-1].options.append(option)
    return rows


def _is_below(row: _Row, option: _Listed) -> bool:
    return row.top_mm > option.spot.rect.y_mm and any(
        abs(other.spot.x_mm - option.spot.x_mm) < 12.0 for other in row.options
    )


def _lead(row: _Row, view: PageView, *, are_behind: bool) -> list[Phrase]:
    """Return the words before the first spot of a row that are a question: "Giới tính: □ Nam □ Nữ"."""
    first = row.options[0]
    if are_behind:
        if len(row.options) < 2 and len(first.words) < 2:
            return []
        lead = [phrase for phrase in first.words[:-1] if is_prompt(phrase)] or first.words[:-1]
        first.words = [phrase for phrase in first.words if phrase not in lead]
        return lead
    rect = first.spot.rect
    top_mm, low_mm = _reach(row, view)
    left_mm = max((right_of(spot.rect) for spot in view.beside_spots(rect) if spot.x_mm < rect.x_mm), default=0.0)
    before = [
        phrase
        for phrase in view.phrases_within(top_mm, low_mm)
        if left_mm <= phrase.rect.x_mm and right_of(phrase.rect) <= rect.x_mm + 0.5 and not view.is_used(phrase)
    ]
    level = [phrase for phrase in before if abs(phrase.middle_mm - first.spot.y_mm) < 0.8 * phrase.size_mm]
    if not level:
        return []
    near = [phrase for phrase in before if abs(phrase.rect.x_mm - level[0].rect.x_mm) < 8.0 or phrase in level]
    view.use(near)
    return near


def _reach(row: _Row, view: PageView) -> tuple[float, float]:
    """Return from where to where the words before a row may reach."""
    cell = view.cell_at((row.left_mm - 1.5, row.options[0].spot.y_mm))
    if cell is not None and cell.rect.h_mm < 30.0:
        return cell.rect.y_mm, bottom_of(cell.rect)
    middle_mm, half_mm = row.options[0].spot.y_mm, 0.9 * max(row.options[0].spot.rect.h_mm, 3.5)
    return middle_mm - half_mm, middle_mm + half_mm


def _parts(rows: Sequence[_Row], view: PageView) -> list[list[_Row]]:
    """Part rows where another question begins: other boxes, words of a question between, or a wide gap."""
    parts: list[list[_Row]] = []
    for row in rows:
        last = parts[-1][-1] if parts else None
        if last is None or row.lead or _begins_another(last, row, view):
            parts.append([row])
        else:
            parts[-1].append(row)
    return parts


def _begins_another(last: _Row, row: _Row, view: PageView) -> bool:
    if not are_alike(last.options[0].spot, row.options[0].spot) or row.top_mm - last.low_mm > _NEXT_ROW_MM:
        return True
    between = view.phrases_within(last.options[0].spot.y_mm, row.options[0].spot.y_mm)
    return any(not view.is_used(phrase) for phrase in between)


def _groups(rows: list[_Row], view: PageView) -> list[Group]:
    """Return the question of some rows; several, where lists with questions of their own stand beside each other."""
    columns = _with_own_prompts(rows, view)
    if len(columns) > 1:
        return [group for column in columns for group in _groups(column, view)]
    question = _question(rows, view)
    return [Group([question], question.place)]


def _with_own_prompts(rows: list[_Row], view: PageView) -> list[list[_Row]]:
    """Part rows into columns that each have a prompt right above their first spot."""
    first = rows[0]
    if rows[0].lead or len(first.options) < 2:
        return [rows]
    starts = [
        option.spot.rect.x_mm
        for option in first.options
        if any(
            is_prompt(phrase) and -10.0 < option.spot.rect.x_mm - phrase.rect.x_mm < 12.0
            for phrase in view.phrases_within(first.top_mm - 8.0, first.top_mm)
            if not view.is_used(phrase)
        )
    ]
    if len(starts) < 2:
        return [rows]
    edges = [0.0, *(start - _COLUMN_MM for start in starts[1:]), float("inf")]
    columns: list[list[_Row]] = []
    for left_mm, right_mm in pairwise(edges):
        inside = [[option for option in row.options if left_mm <= option.spot.rect.x_mm < right_mm] for row in rows]
        columns.append([_Row(options) for options in inside if options])
    return columns


def _question(rows: list[_Row], view: PageView) -> FoundQuestion:
    lines = rows[0].lead or _prompt(rows, view)
    view.use(lines)
    number, label = without_number(text_of(lines))
    doubts = [] if label or number else [AreaDoubt.NO_QUESTION]
    options = [option for row in rows for option in row.options]
    if len(rows) > 1 and max(len(row.options) for row in rows) > 1:
        options, doubt = _in_order(rows)
        doubts.append(doubt)
    if len(options) == 1:
        doubts.append(AreaDoubt.ALONE)
    choices = [_choice(option) for option in options]
    question = FoundQuestion(label, number, ItemKind.SINGLE, choices, is_listed=True, doubts=doubts)
    question.place = place_of(question)
    return question


def _prompt(rows: list[_Row], view: PageView) -> list[Phrase]:
    """Return the lines above the first row."""
    left_mm = rows[0].left_mm
    right_mm = max(right_of(option.spot.rect) for row in rows for option in row.options) + 20.0

    def fits(phrase: Phrase) -> bool:
        return phrase.rect.x_mm < right_mm and right_of(phrase.rect) > left_mm - 15.0

    return lines_upwards(view, rows[0].top_mm + 1.0, rows[0].top_mm - 40.0, fits)


def _in_order(rows: list[_Row]) -> tuple[list[_Listed], AreaDoubt]:
    """Return the options of several rows in the order in which they are read.

    That is row by row, as they are typed with tabs or in a table, unless the columns are aligned and something tells
    that they are read down: numbers in them, the order in which the file has them, "other" at their end, or columns
    that rows could not have filled.
    """
    by_row = [option for row in rows for option in row.options]
    columns: list[list[_Listed]] = []
    for option in sorted(by_row, key=lambda one: one.spot.x_mm):
        if columns and abs(columns[-1][0].spot.x_mm - option.spot.x_mm) < _COLUMN_MM:
            columns[-1].append(option)
        else:
            columns.append([option])
    down = [option for column in columns for option in sorted(column, key=lambda one: one.spot.y_mm)]
    if len(columns) != max(len(row.options) for row in rows):
        return by_row, AreaDoubt.IN_ROWS
    lengths = [len(column) for column in columns]
    is_down = _order(down) > _order(by_row) or any(after > before for before, after in pairwise(lengths))
    if is_down or max(lengths) - min(lengths) > 1:
        return down, AreaDoubt.IN_COLUMNS
    return by_row, AreaDoubt.IN_ROWS


def _order(options: Sequence[_Listed]) -> int:
    """Return how much tells that options are in order: numbers before them, turns in the file, numbers in them."""
    texts = [text_of(option.words) for option in options]
    numbers = [without_number(text)[0] for text in texts]
    keys = [(len(number), number.lower()) for number in numbers]
    if all(numbers):
        return 8 * (keys == sorted(set(keys)))
    turns = [word.turn for option in options for phrase in option.words[:1] for word in phrase.words[:1]]
    is_typed_so = None not in turns and turns == sorted(turns, key=lambda turn: turn or 0)
    amounts = [int(re.sub(r"\D", "", found[0])) for text in texts if (found := _AMOUNT.search(text))]
    is_rising = len(amounts) > len(texts) / 2 and amounts in (sorted(amounts), sorted(amounts, reverse=True))
    return 4 * is_typed_so + 2 * is_rising + bool(_OTHER.match(texts[-1]))


def _choice(option: _Listed) -> Choice:
    text = text_of(option.words)
    number, rest = without_number(text) if NUMBERED.match(text) else ("", text)
    is_code = bool(number) and len(number) <= 2 and bool(rest)
    doubts = [] if text else [AreaDoubt.NO_OPTION_TEXT]
    label = rest if is_code else text
    return Choice(option.spot, label.rstrip(" :"), number if is_code else option.spot.text, doubts=doubts)
