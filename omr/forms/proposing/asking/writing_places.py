"""Lines, frames and rows of boxes that are written in -> questions, and write-in lines of options."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from form_templates.model import ItemKind, Rect
from omr.forms.proposing.asking.prompts import is_prompt, lines_upwards, text_of, without_number
from omr.forms.proposing.asking.questions import Choice, FoundQuestion, Group
from omr.forms.proposing.content.page_content import PrintedRule
from omr.forms.proposing.content.places import bottom_of, hull, right_of
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.known_wordings import wording
from omr.forms.proposing.spotting.page_view import PageView
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import SpotLook
from omr.forms.proposing.spotting.tables import Table

_SHORTEST_MM = 9.0  # of a line to write on
_WRITING_MM = 6.0  # height that writing on a line takes
_BEHIND_MM = 7.0  # from words to the line that belongs to them
_NEXT_LINE_MM = (3.8, 14.0)
_FIRST_LINE_MM = 14.0  # from the words above down to the first line
_COMB_MM = 10.5  # the widest box of a digit
_SIGNED = wording(
    r"chữ ký|ký tên|ký, ?ghi|người (phỏng vấn|khảo sát|điều tra|lập phiếu)|dành cho|signature|signed|office use"
    r"|official|for use by|staff only"
)


def find_writing_places(view: PageView, rules: Sequence[PrintedRule], groups: Sequence[Group]) -> list[Group]:
    """Return the questions that are written in; lines behind options go to their options."""
    lines = [rule for rule in rules if rule.is_level and rule.length_mm >= _SHORTEST_MM and _is_in(rule, view.frame)]
    choices = [choice for group in groups for question in group.questions for choice in question.choices]
    lines = [rule for rule in lines if not _belongs_to_option(rule, choices)]
    found = [_comb(table, view) for table in view.tables if _is_in_view(table.rect, view)]
    found += [_frame(table, view) for table in view.tables if _is_in_view(table.rect, view)]
    found += [_written(bundle, view) for bundle in _bundles(lines)]
    questions = [question for question in found if question is not None]
    for question in questions:
        question.place = hull(question.fields)
    return [Group([question], question.place) for question in questions if not _SIGNED.search(question.label)]


def as_numbers(groups: Sequence[Group]) -> None:
    """Turn rows of empty boxes close together without a word for any of them into numbers."""
    for group in groups:
        for question in group.questions:
            choices = question.choices
            if question.is_scale and len(group.questions) == 1 and _are_digit_boxes(choices):
                question.fields = [hull(choice.spot.rect for choice in choices)]
                question.kind, question.digits, question.choices = ItemKind.NUMBER, len(choices), []
                question.is_scale = False
                question.doubts = [AreaDoubt.WRITTEN_BOXES]


def _are_digit_boxes(choices: Sequence[Choice]) -> bool:
    if not 2 <= len(choices) <= 14 or any(choice.label or choice.printed for choice in choices):
        return False
    gaps = [other.spot.rect.x_mm - right_of(one.spot.rect) for one, other in pairwise(choices)]
    return (
        all(choice.spot.look is SpotLook.BOX and choice.spot.rect.h_mm > 3.8 for choice in choices) and max(gaps) < 2.5
    )


def _is_in(rule: PrintedRule, frame: Rect) -> bool:
    x_mm = (rule.start_mm + rule.end_mm) / 2
    return frame.x_mm <= x_mm < right_of(frame) and frame.y_mm <= rule.at_mm < bottom_of(frame)


def _is_in_view(rect: Rect, view: PageView) -> bool:
    x_mm, y_mm = rect.center_mm
    frame = view.frame
    return frame.x_mm <= x_mm < right_of(frame) and frame.y_mm <= y_mm < bottom_of(frame)


def _belongs_to_option(rule: PrintedRule, choices: Sequence[Choice]) -> bool:
    """Give a line to the option on whose level it begins, behind its words; return whether there is one."""
    for choice in choices:
        spot = choice.spot.rect
        is_level = spot.y_mm - 1.0 < rule.at_mm < bottom_of(spot) + 2.5
        before = [
            other.spot.rect.x_mm
            for other in choices
            if other is not choice
            and other.spot.rect.x_mm > spot.x_mm
            and abs(other.spot.y_mm - choice.spot.y_mm) < 2.0
        ]
        limit_mm = min(before, default=spot.x_mm + 130.0)
        if is_level and right_of(spot) <= rule.start_mm < limit_mm and choice.write_in is None:
            choice.write_in = _above(rule)
            return True
    return False


def _above(rule: PrintedRule) -> Rect:
    return Rect(rule.start_mm, rule.at_mm - _WRITING_MM, rule.length_mm, _WRITING_MM + 0.5)


def _bundles(rules: Sequence[PrintedRule]) -> list[list[PrintedRule]]:
    """Return lines that are one place to write: as long as each other, below each other."""
    bundles: list[list[PrintedRule]] = []
    for rule in sorted(rules, key=lambda one: one.at_mm):
        for bundle in bundles:
            last = bundle[-1]
            low_mm, high_mm = _NEXT_LINE_MM
            is_next = low_mm <= rule.at_mm - last.at_mm <= high_mm
            is_same = abs(rule.end_mm - last.end_mm) < 4.0 and rule.start_mm <= last.start_mm + 4.0
            if is_next and is_same:
                bundle.append(rule)
                break
        else:
            bundles.append([rule])
    return bundles


def _written(bundle: Sequence[PrintedRule], view: PageView) -> FoundQuestion | None:
    """Return the question that is answered on some lines; None if they only part or underline."""
    first = bundle[0]
    level = [phrase for phrase in view.phrases_within(first.at_mm - 5.0, first.at_mm + 1.5) if not view.is_used(phrase)]
    before = [phrase for phrase in level if -1.0 < first.start_mm - right_of(phrase.rect) < _BEHIND_MM]
    if before:
        return _question(before, bundle, view)
    if any(phrase.rect.x_mm < first.end_mm and right_of(phrase.rect) > first.start_mm for phrase in level):
        return None  # underlined words
    above = lines_upwards(view, first.at_mm - 2.0, first.at_mm - _FIRST_LINE_MM - 25.0, _over(first))
    if not above or not (is_prompt(above[0]) or is_prompt(above[-1]) or first.is_dotted):
        return None
    return _question(above, bundle, view)


def _over(rule: PrintedRule) -> Callable[[Phrase], bool]:
    return lambda phrase: phrase.rect.x_mm < rule.end_mm and right_of(phrase.rect) > rule.start_mm


def _question(words: Sequence[Phrase], bundle: Sequence[PrintedRule], view: PageView) -> FoundQuestion:
    view.use(words)
    number, label = without_number(text_of(words))
    place = hull(_above(rule) for rule in bundle)
    return FoundQuestion(label.rstrip(" :"), number, ItemKind.TEXT, fields=[place], lines=len(bundle))


def _comb(table: Table, view: PageView) -> FoundQuestion | None:
    """Return the number that is written into a row of boxes; None if a table is none."""
    cells = table.cells
    is_row = len(cells) > 1 and all(cell.row == 0 and cell.rows == 1 for cell in cells)
    if (
        not is_row
        or any(max(cell.rect.w_mm, cell.rect.h_mm) > _COMB_MM for cell in cells)
        or table.rect.h_mm > _COMB_MM
    ):
        return None
    if _holds_something(table.rect, view) or _stands_over_spots(table.rect, view):
        return None
    level = [phrase for phrase in view.beside(table.rect) if not view.is_used(phrase)]
    before = [phrase for phrase in level if 0 <= table.rect.x_mm - right_of(phrase.rect) + 0.3 < 25.0]
    words = before[-1:] or _prompt_above(table.rect, view)
    view.use(words)
    number, label = without_number(text_of(words))
    doubts = [] if label else [AreaDoubt.NO_QUESTION]
    return FoundQuestion(
        label.rstrip(" :"), number, ItemKind.NUMBER, fields=[table.rect], digits=len(cells), doubts=doubts
    )


def _frame(table: Table, view: PageView) -> FoundQuestion | None:
    """Return the text that is written into a frame; None if a table is none."""
    rect = table.rect
    if len(table.cells) != 1 or rect.w_mm < 25.0 or rect.h_mm < 6.5 or rect.h_mm > 200.0:
        return None
    inside = [
        phrase
        for phrase in view.phrases_within(rect.y_mm, bottom_of(rect))
        if rect.x_mm < phrase.rect.center_mm[0] < right_of(rect)
    ]
    if any(rect.x_mm < spot.x_mm < right_of(rect) and rect.y_mm < spot.y_mm < bottom_of(rect) for spot in view.spots):
        return None
    low_mm = max((bottom_of(phrase.rect) for phrase in inside), default=rect.y_mm)
    if inside and (bottom_of(rect) - low_mm < 9.0 or not is_prompt(inside[-1]) or any(map(view.is_used, inside))):
        return None
    words = inside or _prompt_above(rect, view)
    if not words:
        return None
    view.use(words)
    number, label = without_number(text_of(words))
    place = Rect(rect.x_mm + 1.0, low_mm + 0.5, rect.w_mm - 2.0, bottom_of(rect) - low_mm - 1.0)
    return FoundQuestion(label.rstrip(" :"), number, ItemKind.TEXT, fields=[place], lines=max(round(place.h_mm / 8), 1))


def _prompt_above(rect: Rect, view: PageView) -> list[Phrase]:
    def fits(phrase: Phrase) -> bool:
        return phrase.rect.x_mm < right_of(rect) and right_of(phrase.rect) > rect.x_mm - 5.0

    return lines_upwards(view, rect.y_mm + 0.5, rect.y_mm - 30.0, fits)


def _holds_something(rect: Rect, view: PageView) -> bool:
    return any(rect.overlaps(phrase.rect) for phrase in view.phrases) or any(
        rect.overlaps(spot.rect) for spot in view.spots
    )


def _stands_over_spots(rect: Rect, view: PageView) -> bool:
    """Whether a row of boxes is the head of columns of spots, for people's eyes only."""
    return any(
        rect.x_mm < spot.x_mm < right_of(rect) and -1.0 < spot.rect.y_mm - bottom_of(rect) < 8.0 for spot in view.spots
    )
