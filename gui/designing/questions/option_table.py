"""The options of a question, or of the scale it is on: codes, words, what counts and what is satisfied."""

from enum import Enum, auto

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem, QWidget

from form_templates.editing.edit import Edit, Several
from form_templates.editing.operations.options import (
    AddOption,
    DeleteOptions,
    MoveOption,
    OptionList,
    RecodeOption,
    RelabelOption,
    SetNotApplicable,
    SetWriteIn,
)
from form_templates.editing.operations.references import next_free
from form_templates.editing.operations.scales import ScaleMeaning, SetScaleMeaning
from form_templates.model import Item, Language, Option, Scale, ScaleKind, Text
from gui.designing.form_editor import FormEditor
from gui.widgets.building_blocks import make_bar, make_button, make_column
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled

_CODE, _WORDS, _COUNTS, _LINE = range(4)
_ARROW = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_ROW_PX, _MOST_ROWS = 28, 6
_WITH_SATISFIED = (ScaleKind.SATISFACTION, ScaleKind.NPS)


class Count(Enum):
    """What an option counts as."""

    PLAIN = auto()
    SATISFIED = auto()
    DISSATISFIED = auto()
    ABSENT = auto()


class OptionTable(QWidget):
    """A line for each option; a cell that is changed becomes an edit at once."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._item: Item | None = None
        self._scale: Scale | None = None
        self._language = Language.VIETNAMESE
        self.table = QTableWidget(0, 4)
        self.add_button, self.delete_button = make_button(), make_button()
        self.up_button, self.down_button = make_button(), make_button()
        self._lay_out()
        self.table.cellChanged.connect(self._on_changed)
        self.table.cellClicked.connect(self._on_clicked)
        self.table.cellActivated.connect(self._on_clicked)
        self.add_button.clicked.connect(self._add)
        self.delete_button.clicked.connect(self._delete)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.retranslate()

    def show_item(self, item: Item, language: Language) -> None:
        """Show the options of a question, in the words of a language."""
        form = self._editor.form
        self._item, self._language = item, language
        self._scale = form.scale(item.scale_id) if item.scale_id is not None else None
        row = self.table.currentRow()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(item.options))
            for at, option in enumerate(item.options):
                self._fill_row(at, option)
            if 0 <= row < len(item.options):
                self.table.setCurrentCell(row, max(self.table.currentColumn(), 0))
        shown = min(max(len(item.options), 2), _MOST_ROWS)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + shown * scaled(_ROW_PX) + 6)

    def retranslate(self) -> None:
        """Name the columns in the window's language."""
        heads = (
            (self.tr("Code"), self.tr("What is written into the results")),
            (self.tr("Option"), self.tr("What the form prints")),
            (self.tr("Counts as"), self.tr("“No opinion” is counted in no percentage")),
            (self.tr("Line"), self.tr("A line follows on which one may write")),
        )
        for column, (text, tip) in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setToolTip(as_tip(tip))
            self.table.setHorizontalHeaderItem(column, head)
        self.table.setAccessibleName(self.tr("Options"))
        self.add_button.setText(self.tr("Add option"))
        self.delete_button.setText(self.tr("Delete"))
        self.up_button.setText(self.tr("Up"))
        self.down_button.setText(self.tr("Down"))

    def _lay_out(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(36)
        for column in range(table.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        bar = QWidget()
        buttons = (self.add_button, self.delete_button, self.up_button, self.down_button)
        for button in buttons:
            button.setProperty("role", "link")
        make_bar(bar, buttons, ())
        layout = make_column(self, margin=0, spacing=4)
        layout.addWidget(table)
        layout.addWidget(bar)

    def _fill_row(self, row: int, option: Option) -> None:
        words = option.label.vi if self._language is Language.VIETNAMESE else option.label.en
        for column, text in ((_CODE, option.value), (_WORDS, words)):
            cell = QTableWidgetItem(text)
            cell.setToolTip(as_tip(text))
            self.table.setItem(row, column, cell)
        counts = QTableWidgetItem(f"{self._names()[self._count_of(option)]} {_ARROW}")
        counts.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(row, _COUNTS, counts)
        line = QTableWidgetItem()
        line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        line.setCheckState(Qt.CheckState.Checked if option.has_write_in else Qt.CheckState.Unchecked)
        self.table.setItem(row, _LINE, line)

    def _names(self) -> dict[Count, str]:
        return {
            Count.PLAIN: self.tr("an answer"),
            Count.SATISFIED: self.tr("satisfied"),
            Count.DISSATISFIED: self.tr("dissatisfied"),
            Count.ABSENT: self.tr("no opinion"),
        }

    def _count_of(self, option: Option) -> Count:
        if option.is_not_applicable:
            return Count.ABSENT
        if self._scale is not None and option.value in self._scale.satisfied:
            return Count.SATISFIED
        is_bad = self._scale is not None and option.value in self._scale.dissatisfied
        return Count.DISSATISFIED if is_bad else Count.PLAIN

    def _on_clicked(self, row: int, column: int) -> None:
        cell = self.table.item(row, column)
        if column != _COUNTS or self._item is None or cell is None:
            return
        option, menu = self._item.options[row], QMenu(self)
        has_ends = self._scale is not None and self._scale.kind in _WITH_SATISFIED
        for count, name in self._names().items():
            if has_ends or count in (Count.PLAIN, Count.ABSENT):
                action = menu.addAction(name)
                action.triggered.connect(lambda _checked=False, count=count: self.count_as(option, count))
        menu.popup(self.table.viewport().mapToGlobal(self.table.visualItemRect(cell).bottomLeft()))

    def count_as(self, option: Option, count: Count) -> None:
        """Say what an option counts as."""
        edits: list[Edit] = []
        scale, value = self._scale, option.value
        if scale is not None and scale.kind in _WITH_SATISFIED:
            good, bad = scale.satisfied - {value}, scale.dissatisfied - {value}
            good = good | {value} if count is Count.SATISFIED else good
            bad = bad | {value} if count is Count.DISSATISFIED else bad
            edits.append(SetScaleMeaning(scale.scale_id, ScaleMeaning(scale.kind, good, bad)))
        if option.is_not_applicable is not (count is Count.ABSENT):
            said = SetNotApplicable(self._owner, value, count is Count.ABSENT)
            edits = [*edits, said] if count is Count.ABSENT else [said, *edits]
        if edits:
            self._editor.do(edits[0] if len(edits) == 1 else Several(tuple(edits)))

    def _on_changed(self, row: int, column: int) -> None:
        cell = self.table.item(row, column)
        if self._item is None or cell is None:
            return
        edit = self._edit_of(self._item.options[row], column, cell)
        if edit is None or not self._editor.do(edit):
            self.show_item(self._item, self._language)  # as it is

    def _edit_of(self, option: Option, column: int, cell: QTableWidgetItem) -> Edit | None:
        owner, is_on = self._owner, cell.checkState() is Qt.CheckState.Checked
        if column == _CODE:
            return RecodeOption(owner, option.value, cell.text().strip()) if cell.text() != option.value else None
        if column == _WORDS:
            return RelabelOption(owner, option.value, self._language, cell.text())
        return SetWriteIn(owner, option.value, is_on)

    @property
    def _owner(self) -> OptionList:
        assert self._item is not None, "options are shown of a question"
        return OptionList(self._item.item_id)

    def _chosen(self) -> Option | None:
        row = self.table.currentRow()
        return self._item.options[row] if self._item is not None and 0 <= row < len(self._item.options) else None

    def _add(self) -> None:
        if self._item is None:
            return
        values = [option.value for option in self._item.options]
        value = next_free(values[-1] if values else "0", set(values))
        self._editor.do(AddOption(self._owner, len(values), Option(value, Text(value))))

    def _delete(self) -> None:
        option = self._chosen()
        if option is not None:
            self._editor.do(DeleteOptions(self._owner, (option.value,)))

    def _move(self, way: int) -> None:
        option, row = self._chosen(), self.table.currentRow()
        if option is not None and row + way >= 0 and self._editor.do(MoveOption(self._owner, option.value, row + way)):
            self.table.setCurrentCell(min(row + way, self.table.rowCount() - 1), _WORDS)
