"""The properties of the chosen questions: words, number, kind, marks, scale and options."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from form_templates.editing.edit import Edit
from form_templates.editing.operations.questions import (
    ChangeItemId,
    ChangeItemKind,
    NumberItems,
    RelabelItem,
    SetCap,
    SetWritingRoom,
    StyleItems,
)
from form_templates.editing.operations.references import next_free
from form_templates.editing.operations.roles import SetRole
from form_templates.editing.operations.scales import (
    MakeScale,
    PutOnScale,
    ScaleMeaning,
    SetScaleMeaning,
    TakeOffScale,
)
from form_templates.editing.operations.setting import SetColumns
from form_templates.model import Item, ItemId, ItemKind, Language, MarkStyle, ScaleKind
from form_templates.validation import MOST_COLUMNS
from gui.designing.form_editor import FormEditor
from gui.designing.questions.asked_if import AskedIf
from gui.designing.questions.fields import CalmComboBox, CalmSpinBox, WordsField
from gui.designing.questions.option_table import OptionTable
from gui.designing.questions.role_box import RoleBox
from gui.designing.questions.words_area import WordsArea
from gui.widgets.building_blocks import keep_height, make_label, name_for_screen_readers

_OWN, _NEW = "", "\0new"  # entries of the scales that are none
_MOST_CHOICES, _MOST_ROOM = 99, 50
_ROWS = ("words", "number", "kind", "cap", "room", "scale", "columns", "asked", "role")


class ItemProperties(QWidget):
    """Shows the questions that are chosen; of several, what can be said of all of them."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._items: tuple[Item, ...] = ()
        self._language = Language.VIETNAMESE
        self.words = WordsArea(takes_breaks=False) if editor.is_typeset else WordsField()
        self.number, self.item_id = WordsField(), WordsField()
        self.kind, self.mark_style = CalmComboBox(), CalmComboBox()
        self.scale, self.meaning = CalmComboBox(), CalmComboBox()
        self.cap, self.room = CalmSpinBox(0, _MOST_CHOICES), CalmSpinBox(1, _MOST_ROOM)
        self.options = OptionTable(editor)
        self.columns, self.asked, self.role = CalmComboBox(), AskedIf(editor), RoleBox()
        self.shared = make_label("muted", wraps=True)
        self._form = QFormLayout(self)
        self._labels = {row: make_label() for row in _ROWS}
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_items(self, items: tuple[Item, ...], language: Language) -> None:
        """Show questions, in the words of a language."""
        self._items, self._language = items, language
        first = items[0]
        is_one, is_choice = len(items) == 1, first.kind.is_choice
        self.words.show_words(first.label.vi if language is Language.VIETNAMESE else first.label.en)
        self.number.show_words(first.number)
        self.item_id.show_words(first.item_id)
        self.kind.show_value(first.kind if len({item.kind for item in items}) == 1 else None)
        self.mark_style.show_value(first.style if len({item.style for item in items}) == 1 else None)
        for spin, value in ((self.cap, first.max_choices or 0), (self.room, first.digits or first.lines)):
            spin.blockSignals(True)
            spin.setValue(first.lines if spin is self.room and first.kind is ItemKind.TEXT else value)
            spin.blockSignals(False)
        self.columns.show_value(first.columns if len({item.columns for item in items}) == 1 else None)
        self._show_scale(items)
        visible = {
            "words": is_one,
            "number": True,
            "cap": all(item.kind is ItemKind.MULTIPLE for item in items),
            "room": is_one and not is_choice,
            "scale": all(item.kind.is_choice for item in items),
            "columns": self._have_columns(),
            "asked": self.asked.applies_to(items),
            "role": self.role.applies_to(items),
        }
        for row, is_visible in visible.items():
            self._form.setRowVisible(self._labels[row], is_visible)
        self.item_id.setEnabled(is_one)
        self.mark_style.setVisible(is_choice)
        self.meaning.setVisible(is_choice and first.scale_id is not None)
        self.options.setVisible(is_choice and (is_one or len({item.scale_id for item in items} - {None}) == 1))
        if self.options.isVisibleTo(self):
            self.options.show_item(first, language)
        if visible["asked"]:
            self.asked.show_item(first)
        self.role.show_roles(self._editor.form, items)

    def retranslate(self) -> None:
        """Name everything in the window's language."""
        texts = {
            "words": self.tr("Question"),
            "number": self.tr("Number"),
            "kind": self.tr("Answer"),
            "cap": self.tr("At most"),
            "room": self.tr("Room"),
            "scale": self.tr("Scale"),
            "columns": self.tr("Columns"),
            "asked": self.tr("Asked of"),
            "role": self.tr("In the results"),
        }
        for row, text in texts.items():
            self._labels[row].setText(text)
            field = self.asked.question if row == "asked" else getattr(self, row)
            self._labels[row].setMinimumHeight(field.sizeHint().height())  # else it stands higher than its field
            self._labels[row].setBuddy(field)
        name_for_screen_readers(self.mark_style, self.tr("Marked by"))
        name_for_screen_readers(self.meaning, self.tr("What the scale measures"))
        self.item_id.setAccessibleName(self.tr("Id in the results"))
        self.item_id.setPlaceholderText(self.tr("Id in the results"))
        self._fill_choices()
        self.cap.setSpecialValueText(self.tr("as many as one likes"))
        self.options.retranslate()
        self._show_again()

    def _fill_choices(self) -> None:
        self.kind.fill(
            [
                (self.tr("One option"), ItemKind.SINGLE),
                (self.tr("Several options"), ItemKind.MULTIPLE),
                (self.tr("Words"), ItemKind.TEXT),
                (self.tr("A number"), ItemKind.NUMBER),
            ]
        )
        self.mark_style.fill(
            [
                (self.tr("Marks in boxes"), MarkStyle.BOX),
                (self.tr("Circling digits"), MarkStyle.RING),
                (self.tr("Crossing digits"), MarkStyle.CROSS),
            ]
        )
        self.meaning.fill(
            [
                (self.tr("Satisfaction"), ScaleKind.SATISFACTION),
                (self.tr("Levels in order"), ScaleKind.ORDINAL),
                (self.tr("Without order"), ScaleKind.NOMINAL),
                (self.tr("Recommendation 0–10"), ScaleKind.NPS),
            ]
        )

        columns: list[tuple[str, object]] = [(str(count), count) for count in range(1, MOST_COLUMNS + 1)]
        self.columns.fill([(self.tr("As they fit"), 0), *columns])

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(6)
        form.addRow(self._labels["words"], self.words)
        form.addRow(self._labels["number"], _side_by_side(self.number, self.item_id))
        form.addRow(self._labels["kind"], _side_by_side(self.kind, self.mark_style))
        form.addRow(self._labels["cap"], self.cap)
        form.addRow(self._labels["room"], self.room)
        form.addRow(self._labels["scale"], _side_by_side(self.scale, self.meaning))
        keep_height(self.options)
        form.addRow(self.options)
        form.addRow(self.shared)
        form.addRow(self._labels["columns"], self.columns)
        form.addRow(self._labels["asked"], self.asked)
        form.addRow(self._labels["role"], self.role)

    def _connect(self) -> None:
        self.words.typed.connect(self._on_words)
        self.number.typed.connect(lambda text, more: self._do(NumberItems(self._ids, text), continues=more))
        self.item_id.editingFinished.connect(self._on_id)
        self.kind.activated.connect(lambda _at: self._do(ChangeItemKind(self._ids, self.kind.value)))
        self.mark_style.activated.connect(lambda _at: self._do(StyleItems(self._ids, self.mark_style.value)))
        self.cap.valueChanged.connect(lambda value: self._do(SetCap(self._ids, value or None)))
        self.room.valueChanged.connect(lambda value: self._do(SetWritingRoom(self._ids[0], value)))
        self.columns.activated.connect(lambda _at: self._do(SetColumns(self._ids, self.columns.value)))
        self.role.activated.connect(lambda _at: self._do(SetRole(self._ids, self.role.value)))
        self.scale.activated.connect(lambda _at: self._on_scale())
        self.meaning.activated.connect(lambda _at: self._on_meaning())

    @property
    def _ids(self) -> tuple[ItemId, ...]:
        return tuple(item.item_id for item in self._items)

    def _do(self, edit: Edit, *, continues: bool = False) -> None:
        if not self._editor.do(edit, continues=continues):
            self._show_again()

    def _show_again(self) -> None:
        """Show the questions as the form has them now, as where what was wanted could not be done."""
        known = {item.item_id: item for item in self._editor.form.items()}
        items = tuple(known[item_id] for item_id in self._ids if item_id in known)
        if items:
            self.show_items(items, self._language)

    def _have_columns(self) -> bool:
        """Whether the options of the questions stand in rows that the program sets, and in no table."""
        if not self._editor.is_typeset:
            return False
        from form_templates.typesetting.parts.sections import in_rows_of_options  # heavy, and loaded where it sets

        return in_rows_of_options(self._editor.form).issuperset(self._ids)

    def _show_scale(self, items: tuple[Item, ...]) -> None:
        form, first = self._editor.form, items[0]
        entries: list[tuple[str, object]] = [(self.tr("Options of its own"), _OWN)]
        for scale in form.scales:
            ends = [option.label.in_language(form.language) for option in scale.options]
            entries.append((f"{ends[0]} … {ends[-1]}" if ends else scale.scale_id, scale.scale_id))
        if first.scale_id is None and first.options:
            entries.append((self.tr("Make its options a scale"), _NEW))
        self.scale.fill(entries)
        is_alike = len({item.scale_id for item in items}) == 1
        self.scale.show_value((first.scale_id or _OWN) if is_alike else None)
        users = sum(item.scale_id == first.scale_id for item in form.items()) if first.scale_id is not None else 0
        self.shared.setVisible(users > 1)
        self.shared.setText(self.tr("%n question(s) share these options.", "", users))
        if first.scale_id is not None:
            self.meaning.show_value(form.scale(first.scale_id).kind)

    def _on_words(self, words: str, continues: bool) -> None:
        self._do(RelabelItem(self._ids[0], self._language, words), continues=continues)

    def _on_id(self) -> None:
        new_id = ItemId(self.item_id.text().strip())
        if len(self._items) == 1 and new_id != self._ids[0]:
            if self._editor.do(ChangeItemId(self._ids[0], new_id)):
                self._editor.choose_items([new_id])
            else:
                self._show_again()

    def _on_scale(self) -> None:
        wanted = self.scale.value
        if wanted == _OWN:
            self._do(TakeOffScale(self._ids))
        elif wanted == _NEW:
            scale_id = next_free("scale0", {scale.scale_id for scale in self._editor.form.scales})
            self._do(MakeScale(self._ids[0], scale_id, ScaleMeaning(ScaleKind.ORDINAL)))
        else:
            self._do(PutOnScale(self._ids, wanted))

    def _on_meaning(self) -> None:
        scale_id = self._items[0].scale_id
        if scale_id is not None:
            scale = self._editor.form.scale(scale_id)
            meaning = ScaleMeaning(self.meaning.value, scale.satisfied, scale.dissatisfied)
            self._do(SetScaleMeaning(scale_id, meaning))


def _side_by_side(one: QWidget, other: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(one, stretch=1)
    row.addWidget(other, stretch=1)
    return row
