"""What was read of a page, question by question."""

from collections import Counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from form_templates.model import FormTemplate, Item, ItemId
from gui.answering.answer_names import name_item
from gui.designing.question_colors import patch
from gui.designing.trial.certainty import Certainty, certainty_of, describe_certainty
from gui.i18n.reason_messages import describe_answer
from gui.paper.picture_view import Emphasis, color_of
from gui.widgets.building_blocks import name_for_screen_readers
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import scaled
from omr.results import ItemReading, PageReading

_ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
_COLORS = {
    Certainty.SURE: Emphasis.CHOSEN,
    Certainty.LIKELY: Emphasis.DOUBT,
    Certainty.DOUBTFUL: Emphasis.DOUBT,
    Certainty.GUESSED: Emphasis.DOUBT,
    Certainty.TYPED: Emphasis.SOFT,
}
_READ_PX, _SURE_PX = 116, 176


class ReadingsList(QTreeWidget):
    """A line for each question of the page: what it asks, what was read, how sure that is."""

    item_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setColumnCount(3)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(1, scaled(_READ_PX))
        header.resizeSection(2, scaled(_SURE_PX))
        self.currentItemChanged.connect(self._on_changed)
        self._retranslate()

    def show_reading(self, reading: PageReading, form: FormTemplate) -> None:
        """List what was read of a page."""
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_line(form.item(each.item_id), each, form) for each in reading.items])
        self.blockSignals(False)

    def choose(self, item_id: str) -> None:
        """Choose the line of a question."""
        for row in range(self.topLevelItemCount()):
            line = self.topLevelItem(row)
            if line is not None and line.data(0, _ITEM_ROLE) == item_id:
                self.setCurrentItem(line)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_changed(self, current: QTreeWidgetItem | None) -> None:
        if current is not None:
            self.item_chosen.emit(current.data(0, _ITEM_ROLE))

    def _retranslate(self) -> None:
        self.setHeaderLabels([self.tr("Question"), self.tr("Read as"), self.tr("How sure")])
        name_for_screen_readers(self, self.tr("What was read"))
        self.setToolTip("")


def count_certainties(reading: PageReading) -> Counter[Certainty]:
    """Return how many questions of a page are how sure."""
    return Counter(certainty_of(each) for each in reading.items)


def _line(item: Item, reading: ItemReading, form: FormTemplate) -> QTreeWidgetItem:
    question = f"{item.item_id} · {name_item(item, form.language)}"
    is_typed = certainty_of(reading) is Certainty.TYPED
    read = "" if is_typed else describe_answer(item, reading.answer, form.language)
    line = QTreeWidgetItem([question, read, describe_certainty(reading)])
    line.setData(0, _ITEM_ROLE, ItemId(item.item_id))
    line.setIcon(2, patch(color_of(_COLORS[certainty_of(reading)]), is_round=True))
    for column in range(3):
        line.setToolTip(column, as_tip(line.text(column)))
    return line
