"""A scan on which the form was tried: the areas that were read, those in doubt, the others."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from form_templates.model import FormTemplate, ItemId
from gui.designing.trial.certainty import emphasis_of
from gui.paper.picture_loading import Picture, areas_of, to_image
from gui.paper.picture_view import Emphasis, Outline, PictureView
from omr.forms.trying import TRIED_DPI, TriedPage

_CHOSEN = QColor("#1d4ed8")  # around a question: no colour of a reading
_AROUND_PX = 10.0


class TrialPicture(PictureView):
    """Shows a page as wide as there is room, with a frame around the chosen question."""

    def __init__(self) -> None:
        super().__init__(takes_keys=True)
        self._chosen: ItemId | None = None

    def show_tried(self, page: TriedPage, form: FormTemplate) -> None:
        """Show a page that can be seen, and over it what was read."""
        assert page.pixels is not None, "there is nothing to be seen of a file that cannot be opened"
        self._chosen, identity = None, page.reading.identity
        if identity is None:
            self.show_picture(Picture(to_image(page.pixels)))
            return
        readings = {reading.item_id: reading for reading in page.reading.items}
        areas = areas_of(form.page(identity.page), TRIED_DPI)
        self.show_picture(Picture(to_image(page.pixels), areas))
        self.show_outlines(
            [
                Outline(area, emphasis_of(readings[area.item_id], area.option))
                if area.item_id in readings
                else Outline(area, Emphasis.SOFT)
                for area in areas
            ]
        )
        self.fit_width()

    def fit_width(self) -> None:
        """Show the page as wide as there is room, from its top."""
        self.fit()
        if self.picture is not None:
            self.zoom(self.viewport().width() / max(self.picture.image.width() * self.transform().m11(), 1.0))
            self.verticalScrollBar().setValue(0)

    def choose(self, item_id: ItemId | None) -> None:
        """Put a frame around one question and bring it into view."""
        self._chosen = item_id
        frame = self._frame()
        if not frame.isNull():
            self.ensureVisible(frame, 40, 60)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        super().drawForeground(painter, rect)
        frame = self._frame()
        if not frame.isNull():
            pen = QPen(_CHOSEN, 2.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 5, 5)

    def _frame(self) -> QRectF:
        frame = QRectF()
        for area in self.picture.areas if self.picture and self._chosen else ():
            if area.item_id == self._chosen:
                frame = frame.united(area.rect)
        return frame if frame.isNull() else frame.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX)
