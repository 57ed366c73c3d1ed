"""Pieces of paper as Qt images, loaded off the GUI thread and kept for a while."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from form_templates.model import ItemId
from gui.jobs import Jobs
from omr import crops
from omr.survey import Survey

_KEPT = 16


@dataclass(frozen=True, slots=True)
class PictureArea:
    """Where a response area lies in a picture."""

    item_id: ItemId
    option: str
    rect: QRectF


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A piece of paper to look at; ``areas`` is empty when nobody knows what is where."""

    image: QImage
    areas: tuple[PictureArea, ...] = ()


def load_item_picture(survey: Survey, page_id: int, item_id: ItemId) -> Picture:
    """Load the printed row or block of one item."""
    return _to_picture(crops.item_crop(survey, page_id, item_id))


def load_page_picture(survey: Survey, page_id: int, *, is_read: bool) -> Picture:
    """Load a whole page: upright with its response areas if it was read, else as it was delivered."""
    if is_read:
        return _to_picture(crops.page_view(survey, page_id))
    return Picture(to_image(crops.raw_page(survey, page_id)))


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return a Qt image of (H, W, 3) BGR uint8 pixels; it owns its memory."""
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels)
    return QImage(data.data, width, height, data.strides[0], QImage.Format.Format_BGR888).copy()


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

    def __init__(self, jobs: Jobs, load: Callable[[Hashable], Picture], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._load = load
        self._kept: OrderedDict[Hashable, Picture] = OrderedDict()
        self._wanted: list[Hashable] = []
        self._in_hand: Hashable | None = None

    def get(self, key: Hashable) -> Picture | None:
        """Return a picture that is already there."""
        return self._kept.get(key)

    def want(self, keys: Sequence[Hashable]) -> None:
        """Say what is needed now, most urgent first; what was wanted before and has not begun is dropped."""
        self._wanted = [key for key in keys if key not in self._kept]
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
        self._kept[key] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.loaded.emit(key, picture)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        key, self._in_hand = self._in_hand, None
        self.failed.emit(key, error)
        self._go_on()
