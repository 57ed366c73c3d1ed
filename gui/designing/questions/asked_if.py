"""Who is asked a question: everyone, or those who chose some options of an earlier one."""

from itertools import takewhile

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from form_templates.editing.operations.questions import SetCondition
from form_templates.model import Condition, Item, ItemId
from gui.answering.answer_names import name_item
from gui.designing.form_editor import FormEditor
from gui.designing.questions.fields import CalmComboBox
from gui.widgets.building_blocks import make_column
from gui.widgets.plain_texts import as_tip

_SHORT, _SIDE_BY_SIDE = 8, 4  # letters of options that stand in so many columns


class AskedIf(QWidget):
    """The skip rule of one question: the earlier one in a list, its options to be ticked below."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._item: Item | None = None
        self._asked: Item | None = None
        self.question = CalmComboBox()
        self.options: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(2, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        column = make_column(self, margin=0, spacing=4)
        column.addWidget(self.question)
        column.addLayout(self._grid)
        self.question.activated.connect(lambda _at: self._on_question())

    def applies_to(self, items: tuple[Item, ...]) -> bool:
        """Whether one question is chosen that depends on another, or could."""
        return len(items) == 1 and (items[0].asked_if is not None or bool(self._earlier(items[0])))

    def show_item(self, item: Item) -> None:
        """Show who is asked a question."""
        self._item = item
        form, condition = self._editor.form, item.asked_if
        known = {each.item_id: each for each in form.items()}
        before = self._earlier(item)
        asked = known.get(condition.item_id) if condition is not None else None
        if asked is not None and asked not in before:  # it was moved behind since, which is told as wrong
            before = (*before, asked)
        entries: list[tuple[str, object]] = [(self.tr("Everyone"), None)]
        only = self.tr("Only if: {question}")
        entries += [(only.format(question=name_item(each, form.language)), each.item_id) for each in before]
        self.question.fill(entries)
        for at, (text, _item_id) in enumerate(entries):
            self.question.setItemData(at, as_tip(text), Qt.ItemDataRole.ToolTipRole)
        self.question.show_value(condition.item_id if condition is not None else None)
        self.question.setToolTip(as_tip(self.question.currentText()))
        self._show_options(asked, condition.values if condition is not None else frozenset())

    def _earlier(self, item: Item) -> tuple[Item, ...]:
        before = takewhile(lambda each: each.item_id != item.item_id, self._editor.form.items())
        return tuple(each for each in before if each.options)

    def _show_options(self, asked: Item | None, values: frozenset[str]) -> None:
        if asked is None or self._asked is None or asked.options != self._asked.options:
            self._make_boxes(asked)
        self._asked = asked
        for value, box in self.options.items():
            with QSignalBlocker(box):
                box.setChecked(value in values)

    def _make_boxes(self, asked: Item | None) -> None:
        for box in self.options.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.options = {}
        language = self._editor.form.language
        labels = {option.value: option.label.in_language(language) for option in asked.options} if asked else {}
        columns = _SIDE_BY_SIDE if max(map(len, labels.values()), default=0) <= _SHORT else 1
        for at, (value, label) in enumerate(labels.items()):
            box = self.options[value] = QCheckBox((label or value).replace("&", "&&"))
            box.clicked.connect(lambda _checked=False: self._on_options())
            self._grid.addWidget(box, at // columns, at % columns)

    def _on_question(self) -> None:
        wanted: ItemId | None = self.question.value
        if wanted is None:
            self._ask_if(None)
            return
        if self._item is not None and self._item.asked_if is not None and self._item.asked_if.item_id == wanted:
            return
        options = self._editor.form.item(wanted).options
        first = next((option for option in options if not option.is_not_applicable), options[0])
        self._ask_if(Condition(wanted, frozenset({first.value})))

    def _on_options(self) -> None:
        if self._asked is not None:
            values = frozenset(value for value, box in self.options.items() if box.isChecked())
            self._ask_if(Condition(self._asked.item_id, values))

    def _ask_if(self, condition: Condition | None) -> None:
        item = self._item
        if item is not None and not self._editor.do(SetCondition(item.item_id, condition)):
            self.show_item(item)  # as it is
