"""Strips, the pieces of a page over its whole width that are never split, and their distribution over pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from exports.report.page_canvas import (
    ACCENT,
    BLOCK_PT,
    HEADING_PT,
    INK,
    MUTED,
    SMALL_PT,
    TEXT_PT,
    TINT,
    PageCanvas,
    break_lines,
    leading_mm,
    text_height_mm,
)
from exports.report.reading_order import PieceRole
from form_templates.typesetting.chains import chains, with_heads

PAPER_W_MM, PAPER_H_MM = 210.0, 297.0
LEFT_MM = 20.0
WIDTH_MM = PAPER_W_MM - 2 * LEFT_MM
TOP_MM, BOTTOM_MM = 25.0, 276.0
BODY_MM = BOTTOM_MM - TOP_MM
_FEWEST_ROWS = 4  # of a table on a page that it does not fill

Draw = Callable[[PageCanvas], object]


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A piece of a page over its whole width, never split between pages.

    Attributes:
        height_mm: How far down the next strip starts.
        draw: Draws it; the canvas's origin is its top-left corner.
        keeps_with_next: Whether the next strip must stand on the same page.
        head: Column headings to repeat when the strip starts a page; the strips of one table share one.
        is_space: Whether it is mere white space, dropped at the top of a page.
        starts_page: Whether it stands at the top of a page always.
        outline: Its name in the document's outline; empty for none.
        role: What it is to a reader.
    """

    height_mm: float
    draw: Draw
    keeps_with_next: bool = False
    head: "Strip | None" = None
    is_space: bool = False
    starts_page: bool = False
    outline: str = ""
    role: PieceRole = PieceRole.TEXT


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip and where it stands, mm below the upper edge of the page's body."""

    y_mm: float
    strip: Strip


def flow(strips: Iterable[Strip], height_mm: float = BODY_MM) -> list[list[PlacedStrip]]:
    """Fill page after page; what must stay together moves on together, unless it is higher than a page."""
    pages: list[list[PlacedStrip]] = [[]]
    y_mm, head = 0.0, None
    for chain in chains(strips, starts_page=lambda strip: strip.starts_page):
        needed_mm = sum(strip.height_mm for strip in with_heads(chain, head, lambda strip: strip.head))
        if pages[-1] and (chain[0].starts_page or y_mm + needed_mm > height_mm):
            pages.append([])
            y_mm, head = 0.0, None
        for strip in with_heads(chain, head, lambda strip: strip.head):
            if pages[-1] and y_mm + strip.height_mm > height_mm:
                pages.append([])
                y_mm = 0.0
            if not (strip.is_space and not pages[-1]):
                pages[-1].append(PlacedStrip(y_mm, strip))
                y_mm += strip.height_mm
        head = chain[-1].head
    return pages


def table(rows: Sequence[Strip], head: Strip | None = None) -> list[Strip]:
    """Return the rows of one table: the head is repeated on every page, and no page holds but a few of them.

    A table of two such groups, and little more, stands on one page. Of a longer one the first rows stay with its head
    and the last ones together, so that a page never begins with an end that one has to leaf back from.
    """
    rows = [replace(row, head=head) for row in rows]
    fewest = len(rows) if len(rows) <= 2 * _FEWEST_ROWS else _FEWEST_ROWS
    for position in (*range(fewest - 1), *range(len(rows) - fewest, len(rows) - 1)):
        rows[position] = replace(rows[position], keeps_with_next=True)
    return rows


def space(height_mm: float) -> Strip:
    """Return white space, which disappears at the top of a page."""
    return Strip(height_mm, lambda _canvas: None, is_space=True)


def heading(text: str, *, starts_page: bool = False) -> list[Strip]:
    """Return the heading of a part, over a rule."""
    lines = break_lines(text, HEADING_PT, WIDTH_MM, is_bold=True)
    height_mm = text_height_mm(lines, HEADING_PT)

    def draw(canvas: PageCanvas) -> None:
        canvas.lines(0, 0, lines, HEADING_PT, ACCENT)
        canvas.line(0, height_mm + 1.2, WIDTH_MM, height_mm + 1.2, ACCENT, 0.5)

    strip = Strip(
        height_mm + 5.0, draw, keeps_with_next=True, starts_page=starts_page, outline=text, role=PieceRole.PART
    )
    return [strip] if starts_page else [space(8.0), strip]


def block_title(text: str) -> Strip:
    """Return the title of a block within a part."""
    lines = break_lines(text, BLOCK_PT, WIDTH_MM, is_bold=True)
    return Strip(
        text_height_mm(lines, BLOCK_PT) + 1.5,
        lambda canvas: canvas.lines(0, 0, lines, BLOCK_PT, ACCENT),
        keeps_with_next=True,
        role=PieceRole.BLOCK,
    )


def paragraph(text: str, *, size_pt: float = TEXT_PT, color: str = INK, keeps_with_next: bool = False) -> Strip:
    """Return running text."""
    lines = break_lines(text, size_pt, WIDTH_MM)
    return Strip(
        text_height_mm(lines, size_pt) + 1.5, lambda canvas: canvas.lines(0, 0, lines, size_pt, color), keeps_with_next
    )


def note(text: str) -> Strip:
    """Return small print above a table or a figure."""
    return paragraph(text, size_pt=SMALL_PT, color=MUTED, keeps_with_next=True)


def notice(text: str) -> Strip:
    """Return a sentence nobody may overlook: in a frame, with a bar at its left."""
    inset_mm = 4.0
    lines = break_lines(text, TEXT_PT, WIDTH_MM - 2 * inset_mm, is_bold=True)
    height_mm = text_height_mm(lines, TEXT_PT) + 4.0

    def draw(canvas: PageCanvas) -> None:
        canvas.box(0, 0, WIDTH_MM, height_mm, TINT)
        canvas.box(0, 0, 1.2, height_mm, INK)
        canvas.lines(inset_mm, 2.0, lines, TEXT_PT)

    return Strip(height_mm + 3.0, draw)


def labelled_text(label: str, text: str, label_width_mm: float = 38.0) -> Strip:
    """Return a paragraph with its label at the left, over a thin line."""
    labels = break_lines(label, TEXT_PT, label_width_mm - 4.0, is_bold=True)
    lines = break_lines(text, TEXT_PT, WIDTH_MM - label_width_mm)
    height_mm = max(len(labels), len(lines)) * leading_mm(TEXT_PT) + 3.0

    def draw(canvas: PageCanvas) -> None:
        canvas.lines(0, 1.0, labels)
        canvas.lines(label_width_mm, 1.0, lines)
        canvas.line(0, height_mm - 0.5, WIDTH_MM, height_mm - 0.5)

    return Strip(height_mm, draw)
