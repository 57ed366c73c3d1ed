"""Which response areas are outlined over the paper, and how strongly."""

from collections.abc import Collection
from functools import reduce

from PySide6.QtCore import QRectF

from form_templates.model import ItemId
from gui.paper.picture_loading import Picture, PictureArea
from gui.paper.picture_view import Emphasis, Outline
from omr.responses import effective_answer
from omr.review.queue import QueueEntry

_FRAME_PX = 9.0  # around the areas of the item in front, in pixels of a picture made for review


def item_outlines(picture: Picture, entry: QueueEntry, chosen: Collection[str]) -> list[Outline]:
    """Outline the areas of the item in front: what was read, what is chosen, and the others softly."""
    areas = [area for area in picture.areas if area.item_id == entry.item_id]
    return [Outline(area, _emphasis_in_front(entry, area, chosen, Emphasis.SOFT)) for area in areas]


def page_outlines(picture: Picture, entry: QueueEntry, chosen: Collection[str]) -> list[Outline]:
    """Outline every area of the page: marks that were read are filled lightly, the item in front is framed."""
    outlines = [
        Outline(
            area,
            _emphasis_in_front(entry, area, chosen, Emphasis.DOUBT)
            if area.item_id == entry.item_id
            else _emphasis_beside(entry, area),
        )
        for area in picture.areas
    ]
    in_front = [area.rect for area in picture.areas if area.item_id == entry.item_id]
    if in_front:
        frame = reduce(QRectF.united, in_front).adjusted(-_FRAME_PX, -_FRAME_PX, _FRAME_PX, _FRAME_PX)
        # Last, for a click goes to the first outline it meets.
        outlines.append(Outline(PictureArea(entry.item_id, "", frame), Emphasis.DOUBT))
    return outlines


def _emphasis_in_front(entry: QueueEntry, area: PictureArea, chosen: Collection[str], other: Emphasis) -> Emphasis:
    if area.option and area.option in chosen:
        return Emphasis.CHOSEN
    return Emphasis.READING if area.option in entry.reading.answer else other


def _emphasis_beside(entry: QueueEntry, area: PictureArea) -> Emphasis:
    item_id = ItemId(area.item_id)
    if item_id not in entry.page.readings:
        return Emphasis.SOFT
    answer = effective_answer(item_id, entry.page).answer
    return Emphasis.READ if answer and area.option in answer else Emphasis.SOFT
