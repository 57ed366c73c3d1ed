"""A page of a form that was found: each response area in the colour of how sure it is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from form_templates.model import ItemId
from gui.form.form_picture import FormPicture, tags_of
from gui.paper.picture_view import Emphasis, Outline
from gui.proposing.found_form import FoundForm
from omr.forms.proposing.doubts import LIKELY, SURE

_CHOSEN = QColor("#1d4ed8")  # around a question: no colour of a confidence
_AROUND_PX = 8.0


def emphasis_of(confidence: float) -> Emphasis:
    """Return how an area is outlined that is as sure as this."""
    if confidence >= SURE:
        return Emphasis.READ
    return Emphasis.READING if confidence >= LIKELY else Emphasis.UNSURE


class FoundPicture(FormPicture):
    """Shows a page with its response areas by confidence; a frame is around those of the chosen item."""

    def __init__(self) -> None:
        super().__init__()
        self._emphases: dict[tuple[ItemId, str], Emphasis] = {}

    def show_form_page(self, form: FoundForm, number: int) -> None:
        """Show a page of a form."""
        self._emphases = {
            (area.item_id, area.option): emphasis_of(area.confidence) for area in form.areas if area.page == number
        }
        picture = form.pictures[number]
        self.show_page(picture, tags_of(form.template, picture.areas))

    def choose(self, item_id: ItemId | None) -> None:
        """Put a frame around one item; None for none."""
        self._chosen = item_id
        areas = self.picture.areas if self.picture else ()
        emphases = [self._emphases.get((area.item_id, area.option), Emphasis.SOFT) for area in areas]
        self.show_outlines([Outline(area, emphasis) for area, emphasis in zip(areas, emphases, strict=True)])

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        super().drawForeground(painter, rect)
        frame = QRectF()
        for area in self.picture.areas if self.picture else ():
            if area.item_id == self._chosen:
                frame = frame.united(area.rect)
        if not frame.isNull():
            pen = QPen(_CHOSEN, 2.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX), 5, 5)
