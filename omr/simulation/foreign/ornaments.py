"""All print that is no response area: titles, text, bars, logos, barcodes, examples, others' corner marks."""

from form_templates.model import Rect
from omr.simulation.chance import happens
from omr.simulation.foreign.draft import Draft, Frame
from omr.simulation.foreign.style import Bubble, Look
from omr.simulation.foreign.surface import Rule, Type


def head(draft: Draft, frame: Frame) -> None:
    """Print the head of a form: logo, title, subtitle, a rule."""
    bold = draft.style.bold
    logo_mm = draft.draw(10.0, 22.0) if happens(0.4, draft.rng) else 0.0
    if logo_mm:
        _logo(draft, Rect(frame.x_mm, frame.y_mm, logo_mm, logo_mm))
    top_mm = frame.y_mm
    title = Type(bold.font, bold.size_pt * draft.draw(1.2, 2.0))
    width_mm = frame.w_mm - 2 * logo_mm
    for line in title.wrapped(draft.words.heading(2, 8), width_mm)[:2]:
        place = frame.take(title.leading_mm)
        draft.surface.text((frame.x_mm + frame.w_mm / 2, place.y_mm + title.leading_mm * 0.8), line, title, anchor=0.5)
    if happens(0.6, draft.rng):
        line = draft.style.body.wrapped(draft.words.sentence(4, 12, ""), width_mm)[0]
        place = frame.take(draft.style.body.leading_mm * 1.2)
        middle_mm = (frame.x_mm + frame.w_mm / 2, place.y_mm + place.h_mm * 0.7)
        draft.surface.text(middle_mm, line, draft.style.body, anchor=0.5)
    frame.y_mm = max(frame.y_mm, top_mm + logo_mm) + draft.draw(1.0, 6.0)
    if happens(0.35, draft.rng):
        y_mm = frame.take(2.0).y_mm
        draft.surface.line((frame.x_mm, y_mm), (frame.x_mm + frame.w_mm, y_mm), draft.style.rule)


def paragraph(draft: Draft, frame: Frame, most_lines: int = 5) -> None:
    """Print a few lines of text, sometimes in a frame; nothing where there is no room."""
    body, inset_mm = draft.style.body, 2.0 if happens(0.25, draft.rng) else 0.0
    lines = body.wrapped(draft.words.sentence(8, 60), frame.w_mm - 2 * inset_mm)[: draft.count(1, most_lines)]
    height_mm = len(lines) * body.leading_mm + 2 * inset_mm
    if frame.left_mm < height_mm + 2:
        return
    place = frame.take(height_mm)
    for number, line in enumerate(lines):
        y_mm = place.y_mm + inset_mm + (number + 0.8) * body.leading_mm
        draft.surface.text((place.x_mm + inset_mm, y_mm), line, body)
    if inset_mm:
        draft.surface.box(place, draft.style.rule)
    frame.take(draft.draw(1.0, 3.0))


def section_bar(draft: Draft, frame: Frame) -> None:
    """Print a heading: plain, underlined, or on a grey or black bar."""
    bold = draft.style.bold
    height_mm = bold.leading_mm * 1.4
    if frame.left_mm < height_mm + 10:
        return
    frame.take(draft.draw(0.5, 3.0))
    place = frame.take(height_mm)
    grey = (None, draft.count(150, 230), 0)[draft.count(0, 2)] if happens(0.8, draft.rng) else None
    if grey is not None:
        draft.surface.box(place, None, grey)
    text = Type(bold.font, bold.size_pt, 255 if grey == 0 else 0)
    line = bold.wrapped(draft.words.heading(), frame.w_mm - 3)[0]
    draft.surface.text((place.x_mm + 1.5, place.y_mm + height_mm / 2 + bold.cap_mm / 2), line, text)
    if grey is None and happens(0.4, draft.rng):
        y_mm = place.y_mm + height_mm
        draft.surface.line((place.x_mm, y_mm), (place.x_mm + place.w_mm, y_mm), draft.style.rule)
    frame.take(draft.draw(1.0, 3.0))


def blanks(draft: Draft, frame: Frame) -> None:
    """Print lines to be written on, each behind a word: name, date and the like."""
    body = draft.style.body
    for _ in range(draft.count(1, 3)):
        if frame.left_mm < 10:
            return
        place = frame.take(draft.draw(6.0, 9.0))
        y_mm, half_mm = place.y_mm + place.h_mm - 1.5, place.w_mm / 2
        for left_mm in (place.x_mm, place.x_mm + half_mm):
            label = f"{draft.words.some(1, 2).capitalize()}:"
            draft.surface.text((left_mm, y_mm), label, body)
            start_mm = left_mm + body.width_mm(label) + 1
            if start_mm < left_mm + half_mm - 8:
                draft.surface.line((start_mm, y_mm), (left_mm + half_mm - 3, y_mm), Rule(0.15, 40))


def example(draft: Draft, frame: Frame) -> None:
    """Print how to mark: a few areas of the form's own kind, one of them filled, crossed or ticked."""
    size_mm = draft.draw(2.5, 4.5)
    look = Look.CIRCLE if happens(0.5, draft.rng) else Look.BOX
    bubble = draft.grid.bubble if draft.grid else Bubble(look, size_mm, size_mm, draft.style.outline, None)
    body, height_mm = draft.style.body, max(bubble.h_mm * 1.8, draft.style.body.leading_mm * 1.4)
    label = "Ví dụ:" if draft.style.is_vietnamese else "Example:"
    left_mm = frame.x_mm + body.width_mm(label) + 3
    count = min(draft.count(1, 5), int((frame.w_mm + frame.x_mm - left_mm) / (1.8 * bubble.w_mm)))
    if frame.left_mm < height_mm + 5 or count < 1:
        return
    place = frame.take(height_mm)
    middle_mm = place.y_mm + height_mm / 2
    draft.surface.text((frame.x_mm, middle_mm + body.cap_mm / 2), label, body)
    marked = draft.count(0, count - 1)
    for number in range(count):
        left = left_mm + number * 1.8 * bubble.w_mm
        rect = Rect(left, middle_mm - bubble.h_mm / 2, bubble.w_mm, bubble.h_mm)
        draft.print_example(bubble, rect, "ABCDE"[number])
        if number == marked:
            _printed_mark(draft, bubble, rect)


def corner_marks(draft: Draft) -> None:
    """Print corner marks of other programs near the paper's corners: to us they are print like any other."""
    size_mm, inset_mm = draft.draw(3.0, 9.0), draft.draw(4.0, 7.0)
    kind = draft.count(0, 3)
    far_x_mm = draft.style.width_mm - inset_mm - size_mm
    far_y_mm = draft.style.height_mm - inset_mm - size_mm
    for x_mm in (inset_mm, far_x_mm):
        for y_mm in (inset_mm, far_y_mm):
            rect = Rect(x_mm, y_mm, size_mm, size_mm)
            if kind == 0:
                draft.surface.box(rect, None, 0)
            elif kind == 1:
                draft.surface.oval(rect, Rule(size_mm * 0.2))
            elif kind == 2:
                draft.surface.oval(rect, None, 0)
            else:
                outer_x_mm = x_mm if x_mm == inset_mm else x_mm + size_mm
                outer_y_mm = y_mm if y_mm == inset_mm else y_mm + size_mm
                draft.surface.line((x_mm, outer_y_mm), (x_mm + size_mm, outer_y_mm), Rule(0.6))
                draft.surface.line((outer_x_mm, y_mm), (outer_x_mm, y_mm + size_mm), Rule(0.6))


def foot(draft: Draft, number: int) -> None:
    """Print what stands below: a page number, a barcode, a line of small text."""
    style = draft.style
    y_mm = style.height_mm - style.foot_mm * 0.45
    if happens(0.5, draft.rng):
        draft.surface.text((style.width_mm / 2, y_mm), f"{number}", style.body, anchor=0.5)
    if happens(0.25, draft.rng):
        _barcode(draft, Rect(style.width_mm * draft.draw(0.12, 0.6), y_mm - 4, draft.draw(25.0, 50.0), 6))


def barcode(draft: Draft, frame: Frame) -> None:
    """Print a barcode in the frame, if there is room."""
    if frame.left_mm > 20:
        place = frame.take(draft.draw(7.0, 13.0))
        _barcode(draft, Rect(place.x_mm, place.y_mm, min(draft.draw(30.0, 60.0), place.w_mm), place.h_mm - 2))


def _barcode(draft: Draft, place: Rect) -> None:
    x_mm = place.x_mm
    while x_mm < place.x_mm + place.w_mm:
        bar_mm = 0.3 * draft.count(1, 4)
        draft.surface.box(Rect(x_mm, place.y_mm, bar_mm, place.h_mm), None, 0)
        x_mm += bar_mm + 0.3 * draft.count(1, 4)


def _logo(draft: Draft, place: Rect) -> None:
    """Put a few simple shapes over each other."""
    for _ in range(draft.count(2, 5)):
        size_mm = place.w_mm * draft.draw(0.3, 1.0)
        left_mm = place.x_mm + draft.draw(0.0, 1.0) * (place.w_mm - size_mm)
        top_mm = place.y_mm + draft.draw(0.0, 1.0) * (place.h_mm - size_mm)
        rect, grey = Rect(left_mm, top_mm, size_mm, size_mm), draft.count(0, 220)
        shape = draft.count(0, 3)
        if shape == 0:
            draft.surface.box(rect, None, grey)
        elif shape == 1:
            draft.surface.oval(rect, Rule(draft.draw(0.3, 1.5), grey))
        elif shape == 2:
            draft.surface.oval(rect, None, grey)
        else:
            right_mm, bottom_mm = left_mm + size_mm, top_mm + size_mm
            draft.surface.polygon([(left_mm, bottom_mm), (right_mm, bottom_mm), (left_mm + size_mm / 2, top_mm)], grey)


def _printed_mark(draft: Draft, bubble: Bubble, rect: Rect) -> None:
    right_mm, bottom_mm = rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm
    x_mm, y_mm = rect.center_mm
    rule = Rule(0.35)
    kind = draft.count(0, 2)
    if kind == 0:
        fill = draft.surface.box if bubble.look is Look.BOX else draft.surface.oval
        fill(rect, None, 0)
    elif kind == 1:
        draft.surface.line((rect.x_mm, rect.y_mm), (right_mm, bottom_mm), rule)
        draft.surface.line((right_mm, rect.y_mm), (rect.x_mm, bottom_mm), rule)
    else:
        draft.surface.line((rect.x_mm, y_mm), (x_mm, bottom_mm), rule)
        draft.surface.line((x_mm, bottom_mm), (right_mm + 0.5, rect.y_mm - 0.5), rule)
