"""The content of a page -> its questions, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass

from form_templates.model import Rect
from omr.forms.proposing.asking.columns import frames_of
from omr.forms.proposing.asking.headings import headings_of
from omr.forms.proposing.asking.lists import find_lists
from omr.forms.proposing.asking.lone_lines import find_lone_lines
from omr.forms.proposing.asking.matrices import Inherited, group_of_block, name_column_groups, split_by_headings
from omr.forms.proposing.asking.questions import FoundQuestion, Group
from omr.forms.proposing.asking.runs import find_blocks, find_runs
from omr.forms.proposing.asking.section_headings import section_headings, title_lines
from omr.forms.proposing.asking.writing_places import as_numbers, find_writing_places
from omr.forms.proposing.content.page_content import PageContent, PrintedRule
from omr.forms.proposing.content.places import bottom_of, holds_point, right_of
from omr.forms.proposing.spotting.aligned_cells import AlignedColumns, find_aligned_cells
from omr.forms.proposing.spotting.bare_digits import find_bare_digits
from omr.forms.proposing.spotting.digits_of_spots import cells_of_digits, digits_to_ring
from omr.forms.proposing.spotting.drawn_spots import find_drawn_spots, words_outside
from omr.forms.proposing.spotting.empty_cells import find_empty_cells
from omr.forms.proposing.spotting.examples import without_examples
from omr.forms.proposing.spotting.numbered_options import asks_for_rings, find_numbered_options
from omr.forms.proposing.spotting.page_view import PageView, read_together
from omr.forms.proposing.spotting.phrases import find_phrases
from omr.forms.proposing.spotting.ringed_options import PagePrint, find_ringed_options
from omr.forms.proposing.spotting.spots import Spot, clear_of_others
from omr.forms.proposing.spotting.tables import Table, find_tables

_INTO_ROW_MM = 2.5  # by which the area of a digit may reach out of its row


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """Words above questions that belong together."""

    text: str


@dataclass(frozen=True, slots=True)
class PageQuestions:
    """What a page asks.

    Attributes:
        width_mm: Paper width.
        height_mm: Paper height.
        parts: Questions and headings in the order in which they are read.
        title: The largest words above the first question; may be empty.
        other_text: All words that are part of no question, among them how to mark.
        columns: Those without borders at its end, which may go on on the next page; None: there are none.
        first_row: Words of the first row of a table on top of the page, in which nothing is asked; may be empty.
        lone_lines: Numbered or lettered lines that have no place to mark or to write beside them.
    """

    width_mm: float
    height_mm: float
    parts: tuple[FoundQuestion | SectionHeading, ...]
    title: str
    other_text: str
    first_row: str = ""
    columns: AlignedColumns | None = None
    lone_lines: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[FoundQuestion, ...]:
        """The questions alone."""
        return tuple(part for part in self.parts if isinstance(part, FoundQuestion))


def understand_form(pages: Sequence[PageContent | None], *, begins: bool = True) -> tuple[PageQuestions | None, ...]:
    """Find the questions of a form, page by page; None for a page of which the content is not known.

    Args:
        pages: In order.
        begins: Whether the first page is that of the form, where its title stands.
    """
    found: list[PageQuestions | None] = []
    for number, page in enumerate(pages):
        before = found[-1].columns if found and found[-1] is not None else None
        are_rings = any(other is not None and asks_for_rings(other.other_text) for other in found)
        is_first = begins and number == 0
        found.append(None if page is None else understand_page(page, before, is_first=is_first, are_rings=are_rings))
    return tuple(found)


def understand_page(
    content: PageContent, before: AlignedColumns | None = None, *, is_first: bool = True, are_rings: bool = False
) -> PageQuestions:
    """Find the questions of a page.

    Args:
        content: What is printed on it.
        before: Columns without borders at the end of the page before.
        is_first: Whether the form begins with it.
        are_rings: Whether a page before asks to ring what is chosen.
    """
    seen = _see(content, before, are_rings=are_rings)
    view = seen.view
    view.blocks = [block.rect for block in find_blocks(find_runs(view)[0], view)]
    found: list[tuple[PageView, list[FoundQuestion]]] = []
    for frame in frames_of(view):
        part = view.part(frame)
        groups = _groups(part)
        as_numbers(groups)
        groups += find_writing_places(part, seen.rules, groups)
        found.append((part, [question for group in in_bands(groups) for question in group.questions]))
    first_mm = min((question.place.y_mm for _, questions in found for question in questions), default=view.frame.h_mm)
    title = title_lines(view, first_mm) if is_first else []
    view.use(title)
    parts: list[FoundQuestion | SectionHeading] = []
    for part, questions in found:
        parts += _with_headings(questions, part)
    other = read_together([phrase for phrase in view.phrases if not view.is_used(phrase)])
    row, lone = _first_row(view, first_mm), find_lone_lines(view, seen.untold)
    size = content.width_mm, content.height_mm
    return PageQuestions(*size, tuple(parts), read_together(title), other, row, seen.columns, lone)


def _first_row(view: PageView, first_mm: float) -> str:
    """Return the words of the first row of the first table, where it stands above all that is asked."""
    cells = min((table.cells for table in view.tables), key=lambda cells: cells[0].rect.y_mm, default=())
    row = [cell.rect for cell in cells if cell.row == 0 and bottom_of(cell.rect) < first_mm + _INTO_ROW_MM]
    words = [phrase for phrase in view.phrases if any(holds_point(rect, phrase.rect.center_mm) for rect in row)]
    return "" if any(map(view.is_used, words)) else read_together(words)


def _with_headings(questions: Sequence[FoundQuestion], view: PageView) -> list[FoundQuestion | SectionHeading]:
    """Put every heading before the first question below it."""
    headings = section_headings(view)
    parts: list[FoundQuestion | SectionHeading] = []
    for question in questions:
        while headings and headings[0].rect.y_mm < question.place.y_mm + 0.5:
            parts.append(SectionHeading(headings.pop(0).text))
        parts.append(question)
    return parts


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is seen on a page before its questions are known.

    Attributes:
        view: The page with its spots.
        rules: Those that belong to no table.
        columns: The last columns without borders.
        untold: Numbers and letters before what may be options, or not, by list.
    """

    view: PageView
    rules: list[PrintedRule]
    columns: AlignedColumns | None
    untold: list[list[Rect]]


def _see(content: PageContent, before: AlignedColumns | None, *, are_rings: bool) -> _Seen:
    page = Rect(0.0, 0.0, content.width_mm, content.height_mm)
    tables, rules = find_tables(content)
    spots, examples = find_drawn_spots(content)
    words = words_outside(content.words, [*spots, *examples])
    barriers = [shape.rect for shape in content.shapes] + [_thin(rule) for rule in content.rules if not rule.is_level]
    phrases = find_phrases(words, barriers)
    for table in tables:
        spots += find_empty_cells(table, phrases, spots)
    spots = without_examples(spots, examples, phrases)
    rows = find_bare_digits(words)
    spots += cells_of_digits(rows, tables, phrases, spots)
    ringed = digits_to_ring(rows, spots, phrases)
    digits = [spot for row in ringed for spot in row] + find_numbered_options(words)
    words = words_outside(words, digits)
    aligned, columns = find_aligned_cells(phrases, rules, tables, [*spots, *digits], before)
    spots += aligned + digits
    are_rings |= bool(ringed) or asks_for_rings(read_together(phrases))
    printed = PagePrint(words, find_phrases(words, barriers), tables, rules, spots)
    options = find_ringed_options(printed, are_rings_asked=are_rings)
    standing = [word for word in options.words if not word.is_upright]
    kept = clear_of_others([*spots, *options.spots], page)
    tables = [table for table in tables if not _only_shows(table, examples, kept)]
    view = PageView(page, find_phrases(options.words, barriers), kept, tables, standing)
    return _Seen(view, rules, columns, options.untold)


def _only_shows(table: Table, examples: Sequence[Spot], kept: Sequence[Spot]) -> bool:
    """Whether nothing but an example of how to mark stands in a table, so that nobody writes in its cells either."""
    is_shown = any(holds_point(table.rect, mark.rect.center_mm) for mark in examples)
    return is_shown and not any(holds_point(table.rect, spot.rect.center_mm) for spot in kept)


def _thin(rule: PrintedRule) -> Rect:
    return Rect(rule.at_mm - 0.05, rule.start_mm, 0.1, rule.length_mm)


def _groups(view: PageView) -> list[Group]:
    runs, single = find_runs(view)
    inherited: Inherited = {}
    groups = []
    for block in find_blocks(runs, view):
        for part in split_by_headings(block, headings_of(block, view)):
            groups.append(group_of_block(part, view, inherited))
    name_column_groups(groups, view)
    return groups + find_lists(single, view)


def in_bands(groups: Sequence[Group]) -> list[Group]:
    """Return groups from top to bottom, and from left to right where they stand beside each other."""
    bands: list[list[Group]] = []
    for group in sorted(groups, key=lambda one: one.place.y_mm):
        last = bands[-1] if bands else []
        if last and _is_beside(group.place, last):
            last.append(group)
        else:
            bands.append([group])
    return [group for band in bands for group in sorted(band, key=lambda one: one.place.x_mm)]


def _is_beside(place: Rect, band: Sequence[Group]) -> bool:
    low_mm = max(bottom_of(group.place) for group in band)
    is_level = place.y_mm < low_mm - 0.4 * min(place.h_mm, *(group.place.h_mm for group in band))
    is_clear = all(right_of(group.place) <= place.x_mm or right_of(place) <= group.place.x_mm for group in band)
    return is_level and is_clear
