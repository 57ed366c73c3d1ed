"""The first page of a form with strokes drawn on it, as a located page."""

from dataclasses import replace

import numpy as np

from omr.images.page_image import PageImage
from omr.images.page_source import open_scan
from omr.images.preprocess import prepare_for
from omr.marks.rings import PageRings
from omr.marks.stray_ink import Surroundings
from omr.opencv import cv2
from omr.pipeline import find_page

_PX_PER_MM = 150 / 25.4


class DrawnPage:
    """The page, and what is said of the ink there."""

    def __init__(self, form, pile):
        first = next(truth for truth in pile.pages if truth.page == 1)
        with open_scan(pile.folder / first.file) as scan:
            located = find_page(scan, 0, form)
        self._model, to_px = form.page(1), np.diag([_PX_PER_MM, _PX_PER_MM, 1.0])
        image = prepare_for(PageImage(self._model.pixels.copy()), 150.0)
        centers = self._model.geometry.centers_mm
        self.page = replace(located, image=image, template_to_working=to_px, centers_mm=centers, print_level=0.0)
        self.around = Surroundings(self._model)

    def area(self, item, option):
        areas = self._model.layout.areas
        return next(i for i, area in enumerate(areas) if (area.item_id, area.option) == (item, option))

    def stroke(self, *points_mm):
        line = (np.array(points_mm) * _PX_PER_MM * 16).round().astype(np.int32)
        cv2.polylines(self.page.image.pixels, [line], False, 30, 4, cv2.LINE_AA, shift=4)

    def ring(self, area, radius_mm, around_deg=360.0):
        x, y = self.center_mm(area)
        turns = np.radians(np.linspace(0.0, around_deg, 90))
        self.stroke(*zip(x + radius_mm * np.cos(turns), y + radius_mm * np.sin(turns), strict=True))

    def center_mm(self, area):
        return self._model.geometry.centers_mm[area]

    def marks(self, areas):
        is_mark = np.zeros(len(self._model.layout.areas), np.bool_)
        is_mark[list(areas)] = True
        return PageRings(self.page, is_mark)

    def own_share(self, area, marks):
        return self.around.own_share(area, self.marks(marks))
