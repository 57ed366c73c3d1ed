"""Pieces of paper as Qt images, loaded off the GUI thread and kept for a while."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage

from form_templates.model import ItemId, PageLayout
from gui.jobs import Jobs
from omr.geometry import MM_PER_INCH
from omr.review import crops
from omr.survey.folder import Survey

_KEPT = 8  # a whole page in colour is 9 MB
_REVIEW_DPI = 150.0  # a page as wide as the window then shows about one pixel per pixel
_GALLERY_DPI = 110.0  # a scale of five boxes is then 300 pixels wide: four of them side by side
_ROW_MARGIN_MM = 3.0  # a label may have two lines beside its boxes
_HEADING_MM = 7.0  # a question printed above its boxes


@dataclass(frozen=True, slots=True)
class PictureArea:
    """Where a response area lies in a picture."""

    item_id: ItemId
    option: str
    rect: QRectF


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A piece of paper to look at.

    Attributes:
        image: Its pixels.
        areas: The response areas in it; empty when nobody knows what is where.
        focus: The part that matters: rows as wide as the picture, or a field; None when all of it does.
        p_photo: How probable it is that the paper was photographed, not scanned; 0.0 where that was not looked at.
    """

    image: QImage
    areas: tuple[PictureArea, ...] = ()
    focus: QRectF | None = None
    p_photo: float = 0.0


def load_review_picture(survey: Survey, page_id: int) -> Picture:
    """Load a whole page for review: the scale's heading may stand far above an item's row."""
    if survey.store.pages.details(page_id).registration is None:
        return load_page_picture(survey, page_id)
    return _to_picture(crops.page_view(survey, page_id, dpi=_REVIEW_DPI))


def load_item_picture(survey: Survey, page_id: int, item_id: ItemId) -> Picture:
    """Load a page for review with its focus on one item."""
    layout = survey.template.page(survey.template.page_of(item_id))
    return focused(load_review_picture(survey, page_id), layout, item_id)


def load_answer_picture(survey: Survey, page_id: int, item_id: ItemId) -> Picture:
    """Load the response areas of one item alone, for a gallery."""
    return _to_picture(crops.answer_crop(survey, page_id, item_id, dpi=_GALLERY_DPI))


def answer_picture_size(layout: PageLayout, item_id: ItemId) -> QSize:
    """Return the size in pixels of what ``load_answer_picture`` loads."""
    place, px_per_mm = crops.answer_place(layout, item_id), _GALLERY_DPI / MM_PER_INCH
    return QSize(round(place.w_mm * px_per_mm), round(place.h_mm * px_per_mm))


def focused(picture: Picture, layout: PageLayout, item_id: ItemId) -> Picture:
    """Return a picture made for review with its focus on one item; a page that nobody could place stays whole."""
    return replace(picture, focus=focus_of(layout, item_id)) if picture.areas else picture


def focus_of(layout: PageLayout, item_id: ItemId) -> QRectF:
    """Return the rows of an item in the pixels of a picture made for review; of handwriting, its field."""
    px_per_mm = _REVIEW_DPI / MM_PER_INCH
    if all(area.item_id != item_id for area in layout.areas):
        place = crops.field_place(layout, item_id)
        return QRectF(place.x_mm * px_per_mm, place.y_mm * px_per_mm, place.w_mm * px_per_mm, place.h_mm * px_per_mm)
    places = [(area.item_id, area.rect) for area in layout.areas]
    places += [(field.item_id, field.rect) for field in layout.fields]
    rects = [rect for item, rect in places if item == item_id]
    first_mm = min(rect.y_mm for rect in rects)
    above_mm = max((rect.y_mm + rect.h_mm for _, rect in places if rect.y_mm + rect.h_mm <= first_mm), default=0.0)
    top_mm = first_mm - min(max(first_mm - above_mm - 1.5, _ROW_MARGIN_MM), _HEADING_MM)
    bottom_mm = max(rect.y_mm + rect.h_mm for rect in rects) + _ROW_MARGIN_MM
    return QRectF(0.0, top_mm * px_per_mm, layout.width_mm * px_per_mm, (bottom_mm - top_mm) * px_per_mm)


def load_page_picture(survey: Survey, page_id: int) -> Picture:
    """Load a whole page: upright with its response areas if it was found, else as it was delivered."""
    details = survey.store.pages.details(page_id)
    if details.registration is not None:
        return replace(_to_picture(crops.page_view(survey, page_id)), p_photo=details.p_photo)
    return Picture(to_image(crops.raw_page(survey, page_id)))


def areas_of(layout: PageLayout, dpi: float) -> tuple[PictureArea, ...]:
    """Return the response areas and fields of a page in the pixels of its picture; a field has no option."""
    places = [(area.item_id, area.option, area.rect) for area in layout.areas]
    places += [(field.item_id, "", field.rect) for field in layout.fields if field.option is None]
    scale = dpi / MM_PER_INCH
    return tuple(
        PictureArea(item_id, option, QRectF(r.x_mm * scale, r.y_mm * scale, r.w_mm * scale, r.h_mm * scale))
        for item_id, option, r in places
    )


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return a Qt image of (H, W, 3) BGR uint8 pixels; it owns its memory and is in the format that is painted."""
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels)
    shared = QImage(data.data, width, height, data.strides[0], QImage.Format.Format_BGR888)
    return shared.convertToFormat(QImage.Format.Format_RGB32)  # here, for painting must not wait for it


def _to_picture(crop: crops.Crop) -> Picture:
    areas = tuple(
        PictureArea(area.item_id, area.option, QRectF(area.x_px, area.y_px, area.w_px, area.h_px))
        for area in crop.areas
    )
    return Picture(to_image(crop.pixels), areas)


class PictureLoader(QObject):
    """Loads what is wanted, most urgent first, and keeps the latest few."""

    loaded = Signal(object, object)  # key, Picture
    failed = Signal(object, object)  # key, Exception

    def __init__(
        self,
        jobs: Jobs,
        load: Callable[[Hashable], Picture],
        parent: QObject | None = None,
        *,
        kept: int = _KEPT,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._load = load
        self._most_kept = kept
        self._kept: OrderedDict[Hashable, Picture] = OrderedDict()
        self._wanted: list[Hashable] = []
        self._in_hand: Hashable | None = None
        self._is_outdated = False  # what is in hand was begun before everything was forgotten

    def get(self, key: Hashable) -> Picture | None:
        """Return a picture that is already there."""
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        return picture

    def forget(self) -> None:
        """Load everything anew when it is wanted next."""
        self._kept.clear()
        self._is_outdated = self._in_hand is not None

    def want(self, keys: Sequence[Hashable]) -> None:
        """Say what is needed now, most urgent first; what was wanted before and has not begun is dropped."""
        self._wanted = [key for key in dict.fromkeys(keys) if key not in self._kept and key != self._in_hand]
        self._go_on()

    def _go_on(self) -> None:
        if self._in_hand is not None or not self._wanted:
            return
        key = self._in_hand = self._wanted.pop(0)
        job = self._jobs.start(lambda _report, _cancel: self._load(key))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self._on_failed)

    def _on_loaded(self, picture: Picture) -> None:
        key, self._in_hand = self._in_hand, None
        if self._is_outdated:
            self._is_outdated = False
            self._wanted.insert(0, key)
            self._go_on()
            return
        self._kept[key] = picture
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        self.loaded.emit(key, picture)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        key, self._in_hand, self._is_outdated = self._in_hand, None, False
        self.failed.emit(key, error)
        self._go_on()
