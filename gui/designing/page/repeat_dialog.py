"""Asks how often a row is repeated, and how far apart."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from form_templates.editing.edit import AreaRef
from form_templates.editing.operations.rows import RepeatItems
from form_templates.editing.selection import areas_of_items, areas_on
from form_templates.model import FormTemplate, ItemId, Rect
from gui.widgets.building_blocks import make_column, make_label

_MOST_TIMES, _LEAST_PITCH_MM, _MOST_PITCH_MM = 200, -300.0, 300.0
_GAP_MM = 3.0  # below a row that stands alone


class RepeatDialog(QDialog):
    """Says "these questions, N times, X mm apart"; ``edit`` is what that does."""

    def __init__(self, form: FormTemplate, item_ids: tuple[ItemId, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duplicate rows"))
        self._form, self._item_ids = form, item_ids
        self.times, self.pitch = QSpinBox(), QDoubleSpinBox()
        self.times.setRange(1, _MOST_TIMES)
        self.pitch.setRange(_LEAST_PITCH_MM, _MOST_PITCH_MM)
        self.pitch.setDecimals(2)
        self.pitch.setSingleStep(0.1)
        self.pitch.setSuffix(" mm")
        self.pitch.setValue(likely_pitch_mm(form, item_ids))
        self.room = make_label("muted", wraps=True)
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.addRow(self.tr("Copies"), self.times)
        rows.addRow(self.tr("Distance from row to row"), self.pitch)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Duplicate"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = make_column(self)
        heading = make_label("subheading", wraps=True)
        heading.setText(self.tr("%n question(s), downwards", "", len(item_ids)))
        for part in (heading, self.room, buttons):
            layout.addWidget(part)
        layout.insertLayout(1, rows)
        self.times.valueChanged.connect(self._say_room)
        self.pitch.valueChanged.connect(self._say_room)
        self._say_room()
        self.times.selectAll()

    @property
    def edit(self) -> RepeatItems:
        """What is to be done."""
        return RepeatItems(self._item_ids, self.times.value(), self.pitch.value())

    def _say_room(self) -> None:
        room = copies_with_room(self._form, self._item_ids, self.pitch.value())
        self.room.setText(self.tr("There is room for %n cop(y/ies) on the page.", "", room))


def likely_pitch_mm(form: FormTemplate, item_ids: tuple[ItemId, ...]) -> float:
    """Return how far below rows their copies come: as far as the row after, or before, is from them."""
    rects = _rects(form, item_ids)
    if not rects:
        return 0.0
    page = next(iter(rects)).page
    top, bottom = _top(rects.values()), max(rect.y_mm + rect.h_mm for rect in rects.values())
    height_mm = bottom - top
    others = sorted(
        rect.y_mm for ref, rect in areas_on(form, page).items() if ref.item_id not in item_ids and not ref.is_field
    )
    if len(item_ids) == 1:
        above = [top - y for y in others if y < top - height_mm / 2]
        below = [y - top for y in others if y > top + height_mm / 2]
        found = [min(ways) for ways in (above, below) if ways]
        if found and min(found) < 4 * height_mm:
            return round(min(found), 2)
        return round(height_mm + _GAP_MM, 2)
    tops = sorted({_top([rect for ref, rect in rects.items() if ref.item_id == each]) for each in item_ids})
    return round((tops[-1] - tops[0]) * len(tops) / max(len(tops) - 1, 1), 2)


def copies_with_room(form: FormTemplate, item_ids: tuple[ItemId, ...], pitch_mm: float) -> int:
    """Return how many copies fit below rows, or above them where the distance is negative."""
    rects = _rects(form, item_ids)
    if not rects or not pitch_mm:
        return 0
    page = form.page(next(iter(rects)).page)
    room_mm = page.height_mm - max(r.y_mm + r.h_mm for r in rects.values()) if pitch_mm > 0 else _top(rects.values())
    return int(room_mm / abs(pitch_mm))


def _rects(form: FormTemplate, item_ids: tuple[ItemId, ...]) -> dict[AreaRef, Rect]:
    refs = areas_of_items(form, item_ids)
    return {
        ref: rect for page in {ref.page for ref in refs} for ref, rect in areas_on(form, page).items() if ref in refs
    }


def _top(rects: Iterable[Rect]) -> float:
    return min(rect.y_mm for rect in rects)
