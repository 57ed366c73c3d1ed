"""Where the chosen areas lie and how large they are, in millimetres to be typed, and on which page."""

import math
from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from form_templates.editing.edit import AreaRef, Edit, named_places
from form_templates.editing.operations.areas import NUDGE_MM, MoveAreas, MoveToPage, ResizeAreas
from form_templates.model import Rect
from gui.designing.form_editor import FormEditor
from gui.designing.questions.fields import CalmComboBox
from gui.widgets.building_blocks import make_label

_MOST_MM = 2000.0


class MillimetreField(QLineEdit):
    """A length; emits ``changed(mm)`` with Enter, or when the field is left; up and down change it by a little."""

    changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._shown_mm = 0.0
        self.setMinimumWidth(58)
        self.editingFinished.connect(self._on_finished)

    def show_mm(self, value_mm: float) -> None:
        """Show a length, as if nobody had typed it."""
        self._shown_mm = value_mm
        self.setText(QLocale().toString(value_mm, "f", 2))
        self.setModified(False)

    def type_mm(self, value_mm: float) -> None:
        """Take a length over as if a person had typed it."""
        self.changed.emit(value_mm)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.type_mm(round(self._shown_mm + steps * NUDGE_MM, 4))

    def _on_finished(self) -> None:
        if not self.isModified():
            return
        typed = self.text().removesuffix("mm").strip().replace(",", ".")
        try:
            value_mm = float(typed)
        except ValueError:
            value_mm = math.nan
        if math.isfinite(value_mm) and abs(value_mm) <= _MOST_MM:
            self.setModified(False)
            self.type_mm(value_mm)
        else:
            self.show_mm(self._shown_mm)


class AreaPlace(QWidget):
    """Shows the place of the area that was chosen last; the others on its page go and grow with it."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._rect = Rect(0.0, 0.0, 0.0, 0.0)
        self._last: tuple[object, object] = (None, None)  # what was changed last, for a held arrow is one entry
        self._refs: tuple[AreaRef, ...] = ()
        self.left, self.top, self.width_box, self.height_box = (MillimetreField() for _ in range(4))
        self.page = CalmComboBox()
        self._lengths = (self.left, self.top, self.width_box, self.height_box)
        self._fields: tuple[QWidget, ...] = (*self._lengths, self.page)
        self._labels, self._unit = tuple(make_label() for _ in self._fields), make_label("muted")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        places = ((0, 0), (0, 1), (1, 0), (1, 1), (0, 2))
        for (row, column), label, field in zip(places, self._labels, self._fields, strict=True):
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
            label.setBuddy(field)
        self._unit.setText("mm")
        grid.addWidget(self._unit, 1, 4)
        self.page.setMinimumContentsLength(2)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        self._connect(self.left, lambda mm: MoveAreas(self._refs, mm - self._rect.x_mm, 0.0))
        self._connect(self.top, lambda mm: MoveAreas(self._refs, 0.0, mm - self._rect.y_mm))
        self._connect(self.width_box, lambda mm: ResizeAreas(self._refs, right_mm=mm - self._rect.w_mm))
        self._connect(self.height_box, lambda mm: ResizeAreas(self._refs, bottom_mm=mm - self._rect.h_mm))
        self.page.activated.connect(lambda _at: self._move_to(self.page.value))

    def show_chosen(self) -> None:
        """Show where the chosen areas lie now; nothing where none is chosen."""
        chosen, form = () if self._editor.is_typeset else self._editor.chosen.refs, self._editor.form
        self.setVisible(bool(chosen))
        if not chosen:
            return
        anchor = chosen[-1]
        self._refs = tuple(ref for ref in chosen if ref.page == anchor.page)
        self._rect = next(place.rect for ref, place in named_places(form.page(anchor.page)) if ref == anchor)
        rect = self._rect
        for field, mm in zip(self._lengths, (rect.x_mm, rect.y_mm, rect.w_mm, rect.h_mm), strict=True):
            field.show_mm(mm)
        self.page.fill([(str(page.number), page.number) for page in form.pages])
        self.page.show_value(anchor.page)
        for widget in (self._labels[-1], self.page):
            widget.setVisible(len(form.pages) > 1)

    def retranslate(self) -> None:
        """Name everything in the window's language."""
        names = (self.tr("Left"), self.tr("Top"), self.tr("Width"), self.tr("Height"), self.tr("Page"))
        for label, field, name in zip(self._labels, self._fields, names, strict=True):
            label.setText(name)
            field.setToolTip(self.tr("Of the area that was chosen last; the others go and grow with it"))

    def _connect(self, field: MillimetreField, edit_for: Callable[[float], Edit]) -> None:
        def on_changed(mm: float) -> None:
            what = (field, self._refs)
            continues, self._last = self._last == what, what
            if not self._editor.do(edit_for(mm), continues=continues):
                self.show_chosen()  # as it is

        field.changed.connect(on_changed)

    def _move_to(self, page: int) -> None:
        refs = self._refs
        if page != refs[-1].page and self._editor.do(MoveToPage(refs, page)):
            self._editor.show_page(page)
            self._editor.choose(ref._replace(page=page) for ref in refs)
        self.show_chosen()
