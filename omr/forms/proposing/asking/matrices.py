"""Blocks -> questions: a row each under shared headings, or, in answer sheets, a column each."""

import re
from collections.abc import Sequence

from form_templates.model import Rect
from omr.forms.proposing.asking.headings import Heading, headings_of
from omr.forms.proposing.asking.prompts import is_numbered, prompt_above, text_of, without_number
from omr.forms.proposing.asking.questions import Choice, FoundQuestion, Group, place_of
from omr.forms.proposing.asking.runs import Run, SpotBlock
from omr.forms.proposing.content.places import bottom_of, holds_point, right_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import SpotLook

_LETTERS_IN_COLUMN = 20  # rows A, B, C ... from which they are an alphabet to spell with
_DIGITS, _WORDS_BEFORE_MM = 10, 60.0  # rows of a column of digits; words so near before a row are its question
_WORDED = 9  # of such rows with words before them: questions
_WRITING_MM, _AS_WIDE = 15.0, 1.6  # height of boxes to write a digit in, and their width in steps of the columns
_READ = 5  # of the digits before ten rows, of which each is one letter: "10" begins a question
_ROW_MM = 45.0  # highest cell that is a row, where none of its height stands at its left
_BARE_NUMBER = re.compile(r"\s*\d{1,3}(\s|$)")
_HIGHEST_TEXT_MM, _LINE_GAP = 80.0, 0.7  # of a question in a table; between its lines, of the font's size
_ROW_REACH_MM = 7.0  # above and below the middle of a row that has no neighbours
_TITLE_MM = 26.0  # from the columns up to their title, writing boxes between

Inherited = dict[tuple[int, ...], list[Heading]]
"""Headings by the columns under them, for blocks that go on under a heading row farther up."""


def group_of_block(block: SpotBlock, view: PageView, inherited: Inherited) -> Group:
    """Return the questions of a block."""
    if _asks_by_column(block, view):
        questions = _columns(block, view)
    else:
        questions = _rows(block, view, _headings(block, view, inherited))
    for question in questions:
        question.place = place_of(question)
    return Group(questions, block.rect)


def _asks_by_column(block: SpotBlock, view: PageView) -> bool:
    """Whether a number or a name is to be filled in, each column a digit or letter of it."""
    if len(block.runs[0].spots) == 1:
        return True
    if len(block.runs) < 4:
        return False
    texts = [[spot.text for spot in run.spots] for run in block.runs]
    if len({text for row in texts for text in row if text}) > 1:
        repeated = [run.repeated for run in block.runs]
        counts = all(repeated) and len(set(repeated)) == len(repeated)
        return counts or _is_under_writing_boxes(block, view)  # small digits in pale rings are misread
    guides = [_guide(run, view) for run in block.runs]
    if _is_under_writing_boxes(block, view):
        return True
    digits = [str(number) for number in range(10)]
    return any(_agree(guides, wanted) for wanted in (digits, digits[1:] + digits[:1])) or (
        len(guides) >= _LETTERS_IN_COLUMN and guides == [chr(ord("A") + number) for number in range(len(guides))]
    )


def _is_under_writing_boxes(block: SpotBlock, view: PageView) -> bool:
    """Whether ten rows stand under an empty box for each column: a digit is written there.

    Some of the rows have no words before them, or the boxes stand by themselves: a table whose heads are pictures has a
    head over the words of its rows as well. Instructions may stand beside rows and have nothing to do with them.
    """
    if len(block.runs) != _DIGITS:
        return False
    above_mm = block.rect.y_mm - block.step_mm
    cells = [view.cell_at((spot.x_mm, above_mm)) for spot in block.runs[0].spots]
    if len(set(cells)) != len(cells):
        return False
    are_alone = view.cell_at((block.runs[0].spots[0].x_mm - block.step_mm, above_mm)) is None
    if not are_alone and sum(_has_words_before(run, view) for run in block.runs) >= _WORDED:
        return False
    return all(
        cell is not None
        and cell.rect.w_mm < _AS_WIDE * block.step_mm
        and cell.rect.h_mm < _WRITING_MM
        and not any(
            holds_point(cell.rect, phrase.rect.center_mm)
            for phrase in view.phrases_within(cell.rect.y_mm, bottom_of(cell.rect))
        )
        for cell in cells
    )


def _has_words_before(run: Run, view: PageView) -> bool:
    ends_mm = (right_of(phrase.rect) for phrase in view.beside(run.rect))
    return any(end_mm <= run.rect.x_mm + 0.3 and run.rect.x_mm - end_mm < _WORDS_BEFORE_MM for end_mm in ends_mm)


def _agree(guides: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether single letters before rows are those wanted, as far as they were read: copies turn 1 into 4, 2 into 1."""
    matches = sum(one == other for one, other in zip(guides, wanted, strict=False))
    return len(guides) == len(wanted) and matches >= _READ and all(len(guide) <= 1 for guide in guides)


def _guide(run: Run, view: PageView) -> str:
    """Return the word right before a run."""
    left_mm = run.rect.x_mm
    before = [phrase for phrase in view.beside(run.rect) if right_of(phrase.rect) <= left_mm + 0.3]
    return before[-1].text if before and left_mm - right_of(before[-1].rect) < 8.0 else ""


def _columns(block: SpotBlock, view: PageView) -> list[FoundQuestion]:
    rect = block.rect
    for run in block.runs:
        view.use(phrase for phrase in view.beside(run.rect) if phrase.text == _guide(run, view))
    title_lines = prompt_above(
        view, rect.x_mm, right_of(rect), _above_writing_boxes(block, view), rect.y_mm - _TITLE_MM
    )
    view.use(title_lines)
    title = text_of(title_lines)
    questions = []
    for column in range(len(block.runs[0].spots)):
        codes = [run.repeated or run.spots[column].text or _guide(run, view) for run in block.runs]
        choices = [Choice(run.spots[column], "", code) for run, code in zip(block.runs, codes, strict=True)]
        doubts = [] if title else [AreaDoubt.NO_QUESTION]
        label = f"{title} ({column + 1})" if title else ""
        questions.append(FoundQuestion(label, choices=choices, is_scale=True, doubts=doubts))
    return questions


def _above_writing_boxes(block: SpotBlock, view: PageView) -> float:
    """Return the upper edge of the boxes over the columns in which the number is written; else that of the block."""
    cell = view.cell_at((block.runs[0].spots[0].x_mm, block.rect.y_mm - block.step_mm))
    return cell.rect.y_mm if cell is not None and cell.rect.h_mm < _WRITING_MM else block.rect.y_mm


def _headings(block: SpotBlock, view: PageView, inherited: Inherited) -> list[Heading]:
    """Return the block's headings, those above an earlier block with the same columns if it has none of its own."""
    found = headings_of(block, view)
    middles = [spot.x_mm for spot in block.runs[0].spots]
    if any(heading.text or heading.code for heading in found):
        inherited[tuple(round(x_mm * 100) for x_mm in middles)] = found
        return found
    for columns, headings in reversed(inherited.items()):
        nearest = [min(range(len(columns)), key=lambda n: abs(columns[n] / 100 - x_mm)) for x_mm in middles]
        reach_mm = 0.3 * block.step_mm
        if all(abs(columns[place] / 100 - x) < reach_mm for place, x in zip(nearest, middles, strict=True)):
            return [headings[place] for place in nearest]
    return found


def _rows(block: SpotBlock, view: PageView, headings: Sequence[Heading]) -> list[FoundQuestion]:
    questions: list[FoundQuestion] = []
    for number, run in enumerate(block.runs):
        ends = _end_words(run, view)
        if ends is None:
            lines = _label_beside(block, number, view)
            labels = [heading.text for heading in headings]
        else:
            lines, labels = [], [ends[0].text, *[""] * (len(run.spots) - 2), ends[1].text]
            view.use(ends)
        if not lines:
            top_mm = bottom_of(block.runs[number - 1].rect) if number else run.rect.y_mm - 40.0
            left_mm = ends[0].rect.x_mm if ends else run.rect.x_mm
            lines = (
                []
                if _has_neighbour_at_left(run, view)
                else prompt_above(view, left_mm, right_of(run.rect), run.rect.y_mm, top_mm)
            )
        view.use(lines)
        codes = [heading.code for heading in headings]
        question = _row_question(run, text_of(lines), labels, codes)
        if ends is None:
            _doubt_broken_words(question, headings)
        questions.append(question)
    return questions


def _row_question(run: Run, text: str, labels: Sequence[str], codes: Sequence[str]) -> FoundQuestion:
    number, label = without_number(text)
    choices = [
        Choice(spot, label_of_option, spot.text or code)
        for spot, label_of_option, code in zip(run.spots, labels, codes, strict=True)
    ]
    doubts = [] if label or number else [AreaDoubt.NO_QUESTION]
    if _lacks_words(choices):
        doubts.append(AreaDoubt.NO_OPTION_TEXT)
    return FoundQuestion(label, number, choices=choices, is_scale=True, doubts=doubts)


def _lacks_words(choices: Sequence[Choice]) -> bool:
    """Whether options have neither words nor codes, or words at some of them, other than at both ends alone."""
    worded = [bool(choice.label) for choice in choices]
    if not any(worded):
        return not all(choice.printed for choice in choices)
    return not all(worded) and worded != [True, *[False] * (len(worded) - 2), True]


def _doubt_broken_words(question: FoundQuestion, headings: Sequence[Heading]) -> None:
    for choice, heading in zip(question.choices, headings, strict=True):
        if heading.is_doubtful:
            choice.doubts.append(AreaDoubt.BROKEN_WORDS)


def _has_neighbour_at_left(run: Run, view: PageView) -> bool:
    """Whether another run of the same table row stands at the left, whose words are those of this run too."""
    cell = view.cell_at(run.spots[0].rect.center_mm)
    return cell is not None and any(
        spot.x_mm < run.rect.x_mm - 1.0
        and abs(spot.y_mm - run.rect.center_mm[1]) < 1.0
        and spot.look is run.spots[0].look
        for spot in view.spots
    )


def _end_words(run: Run, view: PageView) -> tuple[Phrase, Phrase] | None:
    """Return the words at both ends of a row of levels, whose question stands above it; None if there are none."""
    if len(run.spots) < 3 or run.spots[0].look is SpotLook.CELL:
        return None
    near_mm = 0.6 * run.step_mm + 3.5
    level = view.beside(run.rect)
    before = [phrase for phrase in level if 0 <= run.rect.x_mm - right_of(phrase.rect) + 0.3 < near_mm]
    after = [phrase for phrase in level if 0 <= phrase.rect.x_mm - right_of(run.rect) + 0.3 < near_mm]
    if not before or not after or is_numbered(before[-1]):
        return None
    is_walled = view.cell_at(before[-1].rect.center_mm) != view.cell_at(run.spots[0].rect.center_mm)
    return None if is_walled else (before[-1], after[0])


def _label_beside(block: SpotBlock, number: int, view: PageView) -> list[Phrase]:
    """Return the words at the left of a row, of all its lines."""
    run = block.runs[number]
    top_mm, bottom_mm = _band(block, number, view)
    left_mm = _left_end(run, view)
    found = [
        phrase
        for phrase in view.phrases_within(top_mm, bottom_mm)
        if left_mm <= phrase.rect.center_mm[0] and right_of(phrase.rect) <= run.rect.x_mm + 0.5
    ]
    found = [phrase for phrase in found if not view.is_used(phrase) and not _is_of_several_rows(phrase, run, view)]
    return [phrase for phrase in found if _hangs_together(phrase, found, run)]


def _band(block: SpotBlock, number: int, view: PageView) -> tuple[float, float]:
    """Return from where to where a row reaches: its cell, else half way to the next rows."""
    run = block.runs[number]
    if run.spots[0].look is SpotLook.CELL:
        return run.rect.y_mm, bottom_of(run.rect)
    cell = view.cell_at((run.rect.x_mm - 1.5, run.rect.center_mm[1])) or view.cell_at(run.spots[0].rect.center_mm)
    is_row = cell is not None and (cell.rect.h_mm < _ROW_MM or _has_cell_at_left(cell.rect, view))
    if cell is not None and is_row and not _holds_another(cell.rect, block, run):
        return cell.rect.y_mm, bottom_of(cell.rect)
    tops = _numbered_tops(block, view)
    if tops:
        return tops[number], tops[number + 1]
    middle_mm = run.rect.center_mm[1]
    steps = [abs(other.rect.center_mm[1] - middle_mm) for other in block.runs if other is not run]
    steps += [] if steps else _steps_to_digits(run, view)
    reach_mm = min([*steps, 2 * _ROW_REACH_MM]) / 2
    above = block.runs[number - 1].rect.center_mm[1] if number else middle_mm - 2 * reach_mm
    below = block.runs[number + 1].rect.center_mm[1] if number + 1 < len(block.runs) else middle_mm + 2 * reach_mm
    return (above + middle_mm) / 2, (below + middle_mm) / 2


def _numbered_tops(block: SpotBlock, view: PageView) -> list[float]:
    """Return where each row begins, and where the last ends, if a number stands before each on the level of its spots.

    Their texts then go on below that level, and not above. None are returned of rows that are not numbered so.
    """
    tops = []
    for run in block.runs:
        level = [phrase for phrase in view.beside(run.rect) if phrase.rect.x_mm < run.rect.x_mm]
        if not level or not (is_numbered(level[0]) or _BARE_NUMBER.match(level[0].text)):
            return []
        tops.append(level[0].rect.y_mm - 0.3 * level[0].size_mm)
    return [*tops, _end_of_text(level[0], block.runs[-1], view)] if len(tops) > 1 else []


def _end_of_text(first: Phrase, run: Run, view: PageView) -> float:
    """Return where a text ends that goes on below its number, line by line."""
    end_mm = bottom_of(first.rect)
    for phrase in view.phrases_within(first.rect.y_mm, first.rect.y_mm + _HIGHEST_TEXT_MM):
        is_new = is_numbered(phrase) or _BARE_NUMBER.match(phrase.text)
        if right_of(phrase.rect) > run.rect.x_mm or (is_new and phrase.rect.y_mm > first.rect.y_mm + first.size_mm):
            continue
        if phrase.rect.y_mm - end_mm > _LINE_GAP * phrase.size_mm:
            break
        end_mm = max(end_mm, bottom_of(phrase.rect))
    return end_mm + 0.3


def _has_cell_at_left(rect: Rect, view: PageView) -> bool:
    """Whether a cell of the same height stands at the left, as in the rows of a table."""
    left = view.cell_at((rect.x_mm - 1.0, rect.center_mm[1]))
    return left is not None and abs(left.rect.y_mm - rect.y_mm) < 0.5 and abs(left.rect.h_mm - rect.h_mm) < 0.5


def _steps_to_digits(run: Run, view: PageView) -> list[float]:
    """Return how far above and below a row of bare digits others stand, which have words of their own."""
    if run.spots[0].look is not SpotLook.DIGIT:
        return []
    others = [spot for spot in view.spots if spot.look is SpotLook.DIGIT and run.rect.x_mm < spot.x_mm]
    steps = (abs(spot.y_mm - run.rect.center_mm[1]) for spot in others if spot.x_mm < right_of(run.rect))
    return [step_mm for step_mm in steps if step_mm > 2.0]


def _holds_another(rect: Rect, block: SpotBlock, run: Run) -> bool:
    return any(other is not run and rect.y_mm < other.rect.center_mm[1] < bottom_of(rect) for other in block.runs)


def _left_end(run: Run, view: PageView) -> float:
    """Return where the words of a row may begin: behind the spots at its left."""
    spots = [
        right_of(spot.rect)
        for spot in view.spots
        if spot.x_mm < run.rect.x_mm and abs(spot.y_mm - run.rect.center_mm[1]) < 0.5 * run.rect.h_mm
    ]
    return max(spots, default=view.frame.x_mm)


def _is_of_several_rows(phrase: Phrase, run: Run, view: PageView) -> bool:
    """Whether words stand in a cell that is merged over several rows, as the names of groups do."""
    cell, own = view.cell_at(phrase.rect.center_mm), view.cell_at(run.spots[0].rect.center_mm)
    if cell is None or own is None:
        return False
    return cell.rect.h_mm > 1.5 * own.rect.h_mm and bottom_of(cell.rect) > bottom_of(own.rect) + 2.0


def _hangs_together(phrase: Phrase, found: Sequence[Phrase], run: Run) -> bool:
    """Whether words in the band of a row belong to it, and not to a heading or to another text above."""
    if abs(phrase.middle_mm - run.rect.center_mm[1]) < max(run.rect.h_mm, phrase.size_mm):
        return True
    nearest = min(abs(other.middle_mm - run.rect.center_mm[1]) for other in found)
    main = [other for other in found if abs(other.middle_mm - run.rect.center_mm[1]) < nearest + 0.5]
    return phrase.is_bold == main[0].is_bold


def split_by_headings(block: SpotBlock, headings: Sequence[Heading]) -> list[SpotBlock]:
    """Part a block whose headings begin again: importance and satisfaction beside each other."""
    names = [heading.text or heading.code for heading in headings]
    for size in range(2, len(names) // 2 + 1):
        parts = [names[start : start + size] for start in range(0, len(names), size)]
        if all(parts[0]) and all(part == parts[0] for part in parts):
            return [_part(block, start, start + size) for start in range(0, len(names), size)]
    return [block]


def _part(block: SpotBlock, start: int, end: int) -> SpotBlock:
    return SpotBlock(tuple(Run(run.spots[start:end]) for run in block.runs))


def name_column_groups(groups: Sequence[Group], view: PageView) -> None:
    """Give rows without words those of the row at their left, and all such rows what stands over their columns.

    Importance and satisfaction asked of the same statements, beside each other.
    """
    for group in groups:
        firsts = [_row_at_left(question, groups) for question in group.questions]
        if not any(firsts):
            continue
        name_after = {id(group): group}
        for question, first in zip(group.questions, firsts, strict=True):
            if first is None:
                continue
            question.label, question.number = first.label, first.number
            question.doubts = [doubt for doubt in question.doubts if doubt is not AreaDoubt.NO_QUESTION]
            name_after.update({id(other): other for other in groups if first in other.questions})
        for named in name_after.values():
            _append_name(named, view)


def _row_at_left(question: FoundQuestion, groups: Sequence[Group]) -> FoundQuestion | None:
    """Return the question whose words stand for a row that has none."""
    if question.number or question.label:
        return None
    middle_mm = question.place.center_mm[1]
    rows = [
        other
        for group in groups
        for other in group.questions
        if other.label
        and other is not question
        and right_of(other.place) < question.place.x_mm
        and abs(other.place.center_mm[1] - middle_mm) < 1.0
    ]
    return max(rows, key=lambda other: other.place.x_mm, default=None)


def _append_name(group: Group, view: PageView) -> None:
    name = _name_over(group.place, view)
    for question in group.questions:
        if name and not question.label.endswith(f"({name})"):
            question.label = f"{question.label} ({name})"


def _name_over(place: Rect, view: PageView) -> str:
    """Return the words over all columns of a group."""
    over = [
        phrase
        for phrase in view.phrases_within(place.y_mm - 30.0, place.y_mm)
        if place.x_mm < phrase.rect.center_mm[0] < right_of(place) and not view.is_used(phrase)
    ]
    view.use(over[-1:])
    return over[-1].text if over else ""
