"""A page of the form with its response areas and the numbers of its items drawn over it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from form_templates.model import FormTemplate, Item, ItemId
from gui.paper.picture_loading import Picture, PictureArea
from gui.paper.picture_view import Emphasis, Outline, PictureView

_TAG_COLOR = QColor("#0f6b62")  # against paper, as the outlines
_CHOSEN_COLOR = QColor("#b04a00")
_PADDING_PX = 4.0


@dataclass(frozen=True, slots=True)
class Tag:
    """The name of an item and where it is written: at the left of its first response area or field."""

    item_id: ItemId
    text: str
    anchor: QPointF


def tags_of(template: FormTemplate, areas: tuple[PictureArea, ...]) -> tuple[Tag, ...]:
    """Return a tag for every item that has a place on the page."""
    first: dict[ItemId, QRectF] = {}
    for area in areas:
        rect = first.get(area.item_id)
        if rect is None or (area.rect.top(), area.rect.left()) < (rect.top(), rect.left()):
            first[area.item_id] = area.rect
    return tuple(
        Tag(item_id, tag_text(template.item(item_id)), QPointF(rect.left(), rect.center().y()))
        for item_id, rect in first.items()
    )


def tag_text(item: Item) -> str:
    """Return what an item is called in the workbook: its id, which names it beyond doubt."""
    return str(item.item_id)


class FormPicture(PictureView):
    """Shows a page of the form with its response areas and item numbers; the chosen item stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, takes_keys=True)
        self._tags: tuple[Tag, ...] = ()
        self._chosen: ItemId | None = None

    @property
    def tags(self) -> tuple[Tag, ...]:
        """What is written over the page."""
        return self._tags

    def show_page(self, picture: Picture, tags: tuple[Tag, ...]) -> None:
        """Show a page with its areas."""
        self._tags = tags
        self.show_picture(picture)
        self.choose(self._chosen)

    def choose(self, item_id: ItemId | None) -> None:
        """Make one item stand out; None for none."""
        self._chosen = item_id
        areas = self.picture.areas if self.picture else ()
        emphasis = {True: Emphasis.READING, False: Emphasis.SOFT}
        self.show_outlines([Outline(area, emphasis[area.item_id == item_id]) for area in areas])

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        super().drawForeground(painter, rect)
        if self.picture is None:
            return
        to_view = painter.worldTransform()
        painter.save()
        painter.resetTransform()  # letters keep their size, however the page is zoomed
        font = self.font()
        font.setPointSizeF(7.0)
        painter.setFont(font)
        areas = [to_view.mapRect(area.rect) for area in self.picture.areas]
        for tag in self._tags:
            box = _place_tag(painter, tag.text, to_view.map(tag.anchor), areas)
            _draw_tag(painter, tag.text, box, is_chosen=tag.item_id == self._chosen)
        painter.restore()


def _place_tag(painter: QPainter, text: str, anchor: QPointF, areas: list[QRectF]) -> QRectF:
    """Return the place at the left of a point, or above it where response areas would be covered."""
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(text) + 2 * _PADDING_PX, metrics.height()
    beside = QRectF(anchor.x() - width - 6, anchor.y() - height / 2, width, height)
    if not any(beside.intersects(area) for area in areas):
        return beside
    return QRectF(anchor.x() - 4, anchor.y() - height - 7, width, height)


def _draw_tag(painter: QPainter, text: str, box: QRectF, *, is_chosen: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_CHOSEN_COLOR if is_chosen else _TAG_COLOR)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor("white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
