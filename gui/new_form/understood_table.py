"""The table of what was understood of a list: the way to answer is chosen in its cell."""

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.i18n.remark_messages import describe_listed_kind
from gui.new_form.understood_model import Column, UnderstoodModel, kinds_in_order
from gui.widgets.building_blocks import name_for_screen_readers
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.theme import scaled
from omr.forms.question_lists.listed import QuestionList

Index = QModelIndex | QPersistentModelIndex

_NUMBER_PX, _KIND_PX = 62, 158
_ROW_PX = 30


class _KindDelegate(QStyledItemDelegate):
    """Offers the kinds in a list that is open at once."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        box = RoomyComboBox(parent)
        for kind in kinds_in_order():
            box.addItem(describe_listed_kind(kind), kind)
        box.activated.connect(lambda _place: self._finish(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        box = cast(QComboBox, editor)
        box.setCurrentIndex(box.findData(cast(UnderstoodModel, index.model()).kind(index)))
        box.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        cast(UnderstoodModel, model).set_kind(index, cast(QComboBox, editor).currentData())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        rect: Any = option.rect
        editor.setGeometry(rect)

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class UnderstoodTable(QTableView):
    """Shows an ``UnderstoodModel``; a click on how a question is answered offers the other ways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = UnderstoodModel(self)
        self.setModel(self.questions)
        self.setItemDelegateForColumn(Column.KIND, _KindDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.OPTIONS, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.NUMBER, scaled(_NUMBER_PX))
        self.setColumnWidth(Column.KIND, scaled(_KIND_PX))
        name_for_screen_readers(self, self.tr("Questions as they were understood"))
        self.setToolTip("")
        self.clicked.connect(self._on_clicked)

    def show_list(self, found: QuestionList) -> None:
        """Show another list."""
        self.clearSpans()
        self.questions.show_list(found)
        for row in self.questions.headings:
            self.setSpan(row, 0, 1, len(Column))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.KIND and self.questions.kind(index) is not None:
            self.edit(index)
