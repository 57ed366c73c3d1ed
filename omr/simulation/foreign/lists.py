"""Questions whose options stand below or beside each other, each with words at its right; and places to write."""

from collections.abc import Sequence
from dataclasses import replace

from form_templates.model import ItemKind, Option, Rect, Text
from omr.simulation.chance import happens
from omr.simulation.foreign.draft import Draft, Frame
from omr.simulation.foreign.style import Bubble, Look, draw_outline
from omr.simulation.foreign.surface import Rule

_NARROWEST_COLUMN_MM = 28.0


def checkbox_list(draft: Draft, frame: Frame) -> bool:
    """Draw one question with boxes to tick in one to three columns; return whether there was room."""
    body, size_mm = draft.style.body, draft.draw(2.5, 5.0)
    columns = min(draft.count(1, 3), int(frame.w_mm / _NARROWEST_COLUMN_MM))
    count = draft.count(2, 9)
    line_mm = max(size_mm * draft.draw(1.25, 1.9), body.leading_mm * 1.1)
    lines = -(-count // max(columns, 1))
    if columns < 1 or frame.left_mm < body.leading_mm * 1.5 + (lines + 0.5) * line_mm:
        return False
    kind = ItemKind.MULTIPLE if happens(0.5, draft.rng) else ItemKind.SINGLE
    has_other = happens(0.3, draft.rng)
    options = _options(draft, count, has_other=has_other)
    look = Look.BOX if happens(0.8, draft.rng) else Look.CIRCLE
    bubble = Bubble(look, size_mm, size_mm, draw_outline(draft.rng), None)
    prompt = f"{draft.items_so_far + 1}. {draft.words.sentence(3, 10, '?')}"
    _write(draft, frame.take(body.leading_mm * 1.5), prompt)
    item = draft.add_item(draft.begin_block(), prompt, kind=kind, options=options)
    step_mm = frame.w_mm / columns
    top_mm = frame.take((lines + 0.5) * line_mm).y_mm
    for number, option in enumerate(options):
        x_mm = frame.x_mm + (number // lines) * step_mm + 2
        middle_mm = top_mm + (number % lines + 0.5) * line_mm
        draft.add_area(item, option.value, Rect(x_mm, middle_mm - size_mm / 2, size_mm, size_mm), bubble)
        words = Rect(x_mm + size_mm + 1.5, middle_mm - line_mm / 2, step_mm - size_mm - 4.5, line_mm)
        _write(draft, words, option.label.vi)
        if option.has_write_in:
            _write_in_line(draft, words, option.label.vi)
            draft.add_field(item, _after(draft, words, option.label.vi), option.value)
    return True


def comment_place(draft: Draft, frame: Frame) -> bool:
    """Draw a question that is answered in words: ruled lines, or a frame."""
    body = draft.style.body
    lines, pitch_mm = draft.count(1, 3), draft.draw(6.5, 9.0)
    if frame.left_mm < body.leading_mm * 1.6 + lines * pitch_mm + 2:
        return False
    prompt = draft.words.sentence(2, 8, ":")
    _write(draft, frame.take(body.leading_mm * 1.5), prompt)
    place = frame.take(lines * pitch_mm)
    if happens(0.4, draft.rng):
        draft.surface.box(place, draft.style.rule)
    else:
        for number in range(1, lines + 1):
            y_mm = place.y_mm + number * pitch_mm
            draft.surface.line((place.x_mm, y_mm), (place.x_mm + place.w_mm, y_mm), Rule(0.15, draft.count(0, 150)))
    frame.take(2)
    item = draft.add_item(draft.begin_block(), prompt, kind=ItemKind.TEXT)
    draft.add_field(item, Rect(place.x_mm + 1, place.y_mm + 0.5, place.w_mm - 2, pitch_mm - 0.5))
    return True


def _options(draft: Draft, count: int, *, has_other: bool) -> tuple[Option, ...]:
    values = _values(draft, count)
    labels = [draft.words.some(1, 4).capitalize() for _ in values]
    options = [Option(value, Text(label)) for value, label in zip(values, labels, strict=True)]
    if has_other:
        other = "Khác:" if draft.style.is_vietnamese else "Other:"
        options[-1] = replace(options[-1], label=Text(other), has_write_in=True)
    return tuple(options)


def _values(draft: Draft, count: int) -> Sequence[str]:
    """Number or letter the options, or name them as programs do."""
    style = draft.count(0, 2)
    return [(str(number + 1), chr(ord("a") + number), f"opt_{number + 1}")[style] for number in range(count)]


def _write(draft: Draft, place: Rect, text: str) -> None:
    """Write one line, as much of it as fits."""
    body = draft.style.body
    line = body.wrapped(text, place.w_mm)[0]
    draft.surface.text((place.x_mm, place.y_mm + place.h_mm / 2 + body.cap_mm / 2), line, body)


def _write_in_line(draft: Draft, words: Rect, label: str) -> None:
    blank = _after(draft, words, label)
    y_mm = words.y_mm + words.h_mm / 2 + draft.style.body.cap_mm / 2 + 0.4
    draft.surface.line((blank.x_mm, y_mm), (blank.x_mm + blank.w_mm, y_mm), Rule(0.15, 60))


def _after(draft: Draft, words: Rect, label: str) -> Rect:
    """Return the rest of a line behind its words."""
    used_mm = min(draft.style.body.width_mm(label) + 1.5, words.w_mm - 3)
    return Rect(words.x_mm + used_mm, words.y_mm, words.w_mm - used_mm, words.h_mm)
