"""A page, or a column of it, with what was found on it: what stands beside, above and between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.content.places import bottom_of, holds_point, right_of, shared_height
from omr.forms.proposing.spotting.phrases import Phrase
from omr.forms.proposing.spotting.spots import Spot
from omr.forms.proposing.spotting.tables import Cell, Table

_STRIP_MM = 10.0


@dataclass(slots=True)
class PageView:
    """What stands in a frame of the page.

    Attributes:
        frame: The frame, mm.
        phrases: Its phrases, those inside of spots left out.
        spots: Its spots.
        tables: The tables of the page.
        standing: Words that stand on end.
        blocks: What hangs together and must not be cut when the page is parted into columns.
        used: Phrases that are part of a question already, by ``id``.
    """

    frame: Rect
    phrases: list[Phrase]
    spots: list[Spot]
    tables: Sequence[Table]
    standing: Sequence[Word] = ()
    blocks: list[Rect] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    _strips: dict[int, list[Phrase]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for phrase in self.phrases:
            for strip in _strips(phrase.rect.y_mm, bottom_of(phrase.rect)):
                self._strips.setdefault(strip, []).append(phrase)

    def part(self, frame: Rect) -> "PageView":
        """Return what stands in a part of the frame, by its middle."""
        return PageView(
            frame,
            [phrase for phrase in self.phrases if holds_point(frame, phrase.rect.center_mm)],
            [spot for spot in self.spots if holds_point(frame, spot.rect.center_mm)],
            self.tables,
            [word for word in self.standing if holds_point(frame, word.rect.center_mm)],
            [rect for rect in self.blocks if holds_point(frame, rect.center_mm)],
            self.used,
        )

    def phrases_within(self, top_mm: float, bottom_mm: float) -> list[Phrase]:
        """Return the phrases whose middle lies between two heights, from top to bottom."""
        found = {id(phrase): phrase for strip in _strips(top_mm, bottom_mm) for phrase in self._strips.get(strip, ())}
        inside = [phrase for phrase in found.values() if top_mm <= phrase.middle_mm < bottom_mm]
        return sorted(inside, key=lambda phrase: (phrase.rect.y_mm, phrase.rect.x_mm))

    def beside(self, rect: Rect) -> list[Phrase]:
        """Return the phrases on a level with a place, from left to right."""
        near = self.phrases_within(rect.y_mm - 6.0, bottom_of(rect) + 6.0)
        level = [phrase for phrase in near if shared_height(phrase.rect, rect) > 0.35]
        return sorted(level, key=lambda phrase: phrase.rect.x_mm)

    def beside_spots(self, rect: Rect) -> list[Spot]:
        """Return the spots on a level with a place, in no order."""
        return [spot for spot in self.spots if shared_height(spot.rect, rect) > 0.5]

    def cell_at(self, point_mm: tuple[float, float]) -> Cell | None:
        """Return the smallest cell around a point."""
        cells = (table.cell_at(point_mm) for table in self.tables if holds_point(table.rect, point_mm))
        found = [cell for cell in cells if cell is not None]
        return min(found, key=lambda cell: cell.rect.w_mm * cell.rect.h_mm, default=None)

    def use(self, phrases: Iterable[Phrase]) -> None:
        """Note that phrases are part of a question."""
        self.used.update(map(id, phrases))

    def is_used(self, phrase: Phrase) -> bool:
        """Whether a phrase is part of a question."""
        return id(phrase) in self.used


def read_together(phrases: Sequence[Phrase]) -> str:
    """Return the text of phrases of one or more lines, read line by line."""
    lines: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda one: one.middle_mm):
        if lines and shared_height(lines[-1][0].rect, phrase.rect) > 0.4:
            lines[-1].append(phrase)
        else:
            lines.append([phrase])
    ordered = (phrase for line in lines for phrase in sorted(line, key=lambda one: one.rect.x_mm))
    return " ".join(phrase.text for phrase in ordered)


def is_right_of(phrase: Phrase, x_mm: float) -> bool:
    """Whether a phrase begins right of an x."""
    return phrase.rect.x_mm >= x_mm


def is_left_of(phrase: Phrase, x_mm: float) -> bool:
    """Whether a phrase ends left of an x."""
    return right_of(phrase.rect) <= x_mm


def _strips(top_mm: float, bottom_mm: float) -> range:
    return range(int(top_mm // _STRIP_MM), int(bottom_mm // _STRIP_MM) + 1)
