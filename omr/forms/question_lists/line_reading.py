"""Lines of text -> a draft: numbered questions, options under them or behind a colon, headings. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from omr.forms.proposing.wording_hints import takes_several
from omr.forms.question_lists.cells import lettered_parts
from omr.forms.question_lists.counting import numbered_options
from omr.forms.question_lists.drafts import ListDraft
from omr.forms.question_lists.line_signs import ListLine, ListLineKind, labelled_parts, read_line
from omr.forms.question_lists.option_texts import legend_levels
from omr.forms.question_lists.wordings import BEGINS_THANKS, SAYS_WHICH, THANKS, folded

_LONGEST_OPTION = 60
_IN_BRACKETS = re.compile(r"\([^()]{4,}\)[.:]?")
_NOTE = re.compile(r"(ghi chú|lưu ý|chú ý|chú thích|note|n\.b\.)\s*[:.]", re.IGNORECASE)
_LONGEST_TITLE = 160
_NEXT = {"A": "B", "B": "C", "C": "D", "D": "E", "Đ": "E", "E": "F", "F": "G", "G": "H", "H": "I"}


@dataclass(frozen=True, slots=True)
class LineHabits:
    """How a list marks its questions, which one sees only by all of its lines.

    Attributes:
        question: What questions begin with.
        style: What follows their number.
        is_first_plain: Whether unmarked lines are questions also where they do not ask.
        is_mixed: Whether some questions begin with their bare number and others with "Câu", in one count.
    """

    question: ListLineKind
    style: str = ""
    is_first_plain: bool = True
    is_mixed: bool = False


def read_lines(texts: Sequence[str], draft: ListDraft, habits: LineHabits) -> None:
    """Add the lines of a list to a draft.

    Args:
        texts: Lines; empty ones part what they stand between.
        draft: Is completed.
        habits: Of the whole list.
    """
    lines = _with_options(_lines(texts), habits)
    for position, line in enumerate(lines):
        before = lines[position - 1] if position else None
        after = lines[position + 1] if position + 1 < len(lines) else None
        _add(_decided(line, before, after, draft, habits), before, draft)


def habits_of(texts: Sequence[str]) -> LineHabits:
    """Return how a list marks its questions."""
    lines = _lines(texts)
    if any(line.kind is ListLineKind.ASKED for line in lines):
        return LineHabits(ListLineKind.ASKED, is_mixed=_count_up(lines))
    counted = [line for line in lines if line.kind is ListLineKind.COUNTED and line.text]
    if counted:
        return LineHabits(ListLineKind.COUNTED, counted[0].style)
    plain = [line for line in lines if line.kind is ListLineKind.PLAIN]
    if not plain and any(line.kind is ListLineKind.OPTION for line in lines):
        return LineHabits(ListLineKind.OPTION)
    parts = [line for line in lines if line.kind is ListLineKind.PART]
    if not plain and any(line.asks for line in parts):
        return LineHabits(ListLineKind.PART)
    has_bullets = any(line.kind is ListLineKind.OPTION for line in lines)
    are_all = not any(line.asks for line in plain) or not any(
        line.asks or line.text.endswith(".") for line in plain[:2]
    )
    return LineHabits(ListLineKind.PLAIN, is_first_plain=has_bullets or are_all)


def _count_up(lines: Sequence[ListLine]) -> bool:
    """Whether all numbered lines together count up one by one; numbered options begin again under each question."""
    numbered = [line for line in lines if line.kind in (ListLineKind.ASKED, ListLineKind.COUNTED) and line.text]
    counts = [int(found[0]) if (found := re.search(r"\d+", line.sign)) else 0 for line in numbered]
    return len(counts) > 2 and counts == list(range(counts[0], counts[0] + len(counts)))


def _lines(texts: Sequence[str]) -> list[ListLine]:
    lines, has_gap = [], True
    for text in texts:
        if text:
            start, parts = lettered_parts(text)
            for part in parts if start == 0 and parts else labelled_parts(text):
                lines.append(read_line(part, follows_gap=has_gap))
                has_gap = False
        has_gap = not text
    return lines


def _with_options(lines: list[ListLine], habits: LineHabits) -> list[ListLine]:
    """Return lines of which those are options whose numbers begin again below a question that is counted alike."""
    options: set[int] = set()
    alike: list[int] = []
    for place, line in enumerate(lines):
        if line.kind is ListLineKind.COUNTED and line.text and _is_question(line, habits):
            alike.append(place)
        if line.kind in (ListLineKind.PART, ListLineKind.CAPITALS) or place == len(lines) - 1:
            options |= {alike[found] for found in numbered_options([lines[each] for each in alike])}
            alike = []
    return [
        replace(line, kind=ListLineKind.OPTION, follows_gap=False) if place in options else line
        for place, line in enumerate(lines)
    ]


def _counts_on(line: ListLine, before: ListLine | None, draft: ListDraft) -> bool:
    """Whether a number in another style goes on with those of the questions, and not with those of the options."""
    last = draft.item.number if draft.item is not None else ""
    if not (last.isdecimal() and line.sign.isdecimal() and int(line.sign) == int(last) + 1):
        return False
    return before is None or before.style != line.style or not before.sign.isdecimal()


def _decided(
    line: ListLine, before: ListLine | None, after: ListLine | None, draft: ListDraft, habits: LineHabits
) -> ListLine:
    """Return a line as what it is among the others."""
    kind = line.kind
    if kind is ListLineKind.LETTERED or (kind is ListLineKind.PART and line.sign in _NEXT and "." not in line.sign):
        is_run = (after is not None and after.sign == _NEXT.get(line.sign) and not after.follows_gap) or (
            before is not None and _NEXT.get(before.sign) == line.sign
        )
        is_option = draft.item is not None and is_run
        return replace(line, kind=ListLineKind.OPTION if is_option else ListLineKind.PART)
    if kind is ListLineKind.PART and habits.question is ListLineKind.PART:
        return replace(line, kind=ListLineKind.COUNTED, text=line.text[len(line.sign) :].lstrip(" .)/:-–"))
    if kind is ListLineKind.PLAIN and not _is_thanks(line) and _heads(before, after, draft):
        return replace(line, kind=ListLineKind.PART)
    if kind is ListLineKind.COUNTED and not line.text:
        return replace(line, kind=ListLineKind.FILLER if draft.item is not None else ListLineKind.CAPITALS, text="")
    if kind is ListLineKind.COUNTED and not _is_question(line, habits):
        if habits.question is ListLineKind.COUNTED and _counts_on(line, before, draft):
            return line
        return replace(
            line, kind=ListLineKind.OPTION if draft.item is not None else ListLineKind.PLAIN, text=line.whole
        )
    if kind is ListLineKind.LABELLED:
        return replace(line, kind=ListLineKind.PLAIN if _is_write_in(line, draft) else ListLineKind.COUNTED)
    if kind is ListLineKind.OPTION and habits.question is ListLineKind.OPTION:
        return replace(line, kind=ListLineKind.COUNTED, sign="")
    if kind is ListLineKind.PLAIN and habits.question is ListLineKind.PLAIN:
        is_question = habits.is_first_plain or line.asks
        return replace(line, kind=ListLineKind.COUNTED) if is_question and not _is_thanks(line) else line
    return line


def _is_write_in(line: ListLine, draft: ListDraft) -> bool:
    """Whether a label with dots to write on is an option of the question above, and no question of its own."""
    item = draft.item
    return item is not None and bool(item.options) and SAYS_WHICH.search(folded(line.text)) is not None


def _heads(before: ListLine | None, after: ListLine | None, draft: ListDraft) -> bool:
    """Whether a line is a heading: the first after a table, or one after which questions are counted from 1 again."""
    if before is None and draft.is_after_table and draft.has_items:
        return True
    item = draft.item
    is_anew = after is not None and after.kind is ListLineKind.COUNTED and after.sign == "1" and bool(after.text)
    return is_anew and item is not None and item.number not in ("", "1") and not item.options


def _is_question(line: ListLine, habits: LineHabits) -> bool:
    if habits.is_mixed:
        return True
    is_alike = line.style == habits.style or "." in line.sign or (line.sign[0].isalpha() and habits.style[:1].isalpha())
    return habits.question is line.kind and is_alike


def _add(line: ListLine, before: ListLine | None, draft: ListDraft) -> None:
    match line.kind:
        case ListLineKind.ASKED | ListLineKind.COUNTED:
            draft.add_item(line.sign, line.text)
        case ListLineKind.PART:
            draft.begin_section(line.whole)
        case ListLineKind.CAPITALS:
            _add_capitals(line, draft)
        case ListLineKind.FILLER:
            if draft.item is not None:
                draft.item.lines += 1
        case ListLineKind.OPTION:
            if draft.item is not None:
                draft.item.options.append(line.text)
            else:
                _add_plain(line, before, draft)
        case _:
            _add_plain(line, before, draft)


def _add_capitals(line: ListLine, draft: ListDraft) -> None:
    if not line.text:
        return
    if _is_thanks(line) and draft.has_items:
        draft.closing.append(line.text)
    elif draft.has_items or len(draft.sections) > 1 or draft.before:
        draft.begin_section(line.text)
    elif sum(map(len, draft.title)) < _LONGEST_TITLE:
        draft.title.append(line.text)


def _add_plain(line: ListLine, before: ListLine | None, draft: ListDraft) -> None:
    item, text = draft.item, line.text
    if _is_thanks(line) and draft.has_items and (line.follows_gap or BEGINS_THANKS.match(folded(text))):
        draft.closing.append(text)
    elif item is None and not draft.has_items and len(draft.sections) == 1:
        is_short = len(text) < _LONGEST_TITLE and not text.endswith((".", ":", ","))
        is_title = is_short and not draft.title and not draft.before and not legend_levels(text)
        (draft.title if is_title else draft.before).append(text)
    elif item is None:
        draft.sections[-1].intro.append(text)
    elif _IN_BRACKETS.fullmatch(text) and (not item.options or takes_several(text) is not None):
        item.text += f" {text}"  # how it is to be answered
    elif _NOTE.match(text):
        draft.leave_out(text)
    elif item.options and text[0].islower() and not line.follows_gap:
        item.options[-1] += f" {text}"
    elif not item.options and not line.follows_gap and _goes_on(item.text, text):
        item.text += f" {text}"
    elif line.follows_gap and before is not None and len(text) > _LONGEST_OPTION:
        draft.leave_out(text)
    elif len(text) <= _LONGEST_OPTION or ";" in text or "☐" in text:
        item.options.append(text)
    else:
        draft.leave_out(text)


def _goes_on(begun: str, text: str) -> bool:
    """Whether a line goes on with the question that the line before did not end."""
    return not re.search(r"[?:.…_]$", begun) and (text[0].islower() or len(begun) > _LONGEST_OPTION)


def _is_thanks(line: ListLine) -> bool:
    return THANKS.search(folded(line.text)) is not None and not line.text.endswith("?")
