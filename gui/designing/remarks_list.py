"""What is wrong with the form, and what a proposal is unsure of: a line each, that leads to its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from form_templates.editing.checks import FormFinding
from form_templates.editing.edit import AreaRef
from form_templates.editing.operations.texts import FormText
from form_templates.model import ItemId
from gui.designing.form_editor import FormEditor
from gui.designing.form_folder import AreaDoubts, of_item
from gui.designing.question_colors import patch
from gui.designing.questions.typeset_properties import name_form_text
from gui.i18n.doubt_messages import describe_area_doubt
from gui.i18n.fact_messages import describe_fact
from gui.widgets.building_blocks import make_button, make_column, make_label
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors, scaled

_HEIGHT_PX = 84  # three lines: the page above must not jump with every remark


@dataclass(frozen=True, slots=True)
class Remark:
    """One line.

    Attributes:
        text: What it says.
        item_ids: The questions; those on one scale with the same doubts are one line.
        finding: What is wrong; None for a doubt, which a person may find to be right as it is.
    """

    text: str
    item_ids: tuple[ItemId, ...] = ()
    finding: FormFinding | None = None


class RemarksList(QWidget):
    """Lists what is wrong first, then what is doubtful, the least sure first; Enter settles a doubt and goes on."""

    settled = Signal(object)  # tuple[ItemId, ...]: questions that are right as they are
    shown = Signal()  # what a line is about was chosen

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._doubts: Mapping[AreaRef, AreaDoubts] = {}
        self._was_needed = False  # once shown it stays, so that the page keeps its size
        self.remarks: tuple[Remark, ...] = ()
        self.facts, self.list = make_label("subheading"), QListWidget()
        self.right_button, self.next_button = make_button(), make_button()
        top = QHBoxLayout()
        top.addWidget(self.facts, stretch=1)
        top.addWidget(self.right_button)
        top.addWidget(self.next_button)
        column = make_column(self, margin=0, spacing=6)
        column.addLayout(top)
        column.addWidget(self.list)
        self.list.setFixedHeight(scaled(_HEIGHT_PX))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemClicked.connect(lambda entry: self._on_row(self.list.row(entry)))
        self.list.installEventFilter(self)
        self.right_button.clicked.connect(self.settle)
        self.next_button.clicked.connect(self.go_on)

    def show_remarks(self, findings: tuple[FormFinding, ...], doubts: Mapping[AreaRef, AreaDoubts]) -> None:
        """List what is to be said of the form now."""
        self._doubts = doubts
        ids = dict.fromkeys(ref.item_id for ref in doubts)
        remarks = (*map(self._of_finding, findings), *map(self._of_doubts, self._grouped(tuple(ids))))
        self.facts.setText(self._counts(len(findings), len(ids)))
        self._was_needed = self._was_needed or bool(remarks)
        self.setVisible(self._was_needed)
        if remarks == self.remarks:
            return
        row, self.remarks = self.list.currentRow(), remarks
        self.list.blockSignals(True)
        self.list.clear()
        colors = current_colors()
        for remark in remarks:
            color = colors.bad if remark.finding else colors.warn
            entry = QListWidgetItem(patch(color, is_round=True), remark.text)
            entry.setToolTip(as_tip(remark.text))
            self.list.addItem(entry)
        self.list.setCurrentRow(min(row, len(remarks) - 1))
        self.list.blockSignals(False)
        self._offer()

    def settle(self) -> None:
        """Say that what is doubtful about the chosen line is right, and show the next; show the first if none is."""
        row = self.list.currentRow()
        if row < 0:
            self.go_on()
        elif row < len(self.remarks) and self.remarks[row].finding is None:
            self.settled.emit(self.remarks[row].item_ids)
            self._on_row(self.list.currentRow())

    def go_on(self) -> None:
        """Go to the next line, after the last to the first."""
        if self.remarks:
            row = (self.list.currentRow() + 1) % len(self.remarks)
            self.list.setCurrentRow(row)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.list and is_enter and event.type() is QEvent.Type.KeyPress:
            self.settle()
            return True
        return False

    def retranslate(self) -> None:
        """Say all of it in the window's language."""
        self.right_button.setText(self.tr("That is right"))
        self.right_button.setToolTip(self.tr("Enter in the list does the same"))
        self.next_button.setText(self.tr("Next"))
        self.list.setAccessibleName(self.tr("What is to be looked at"))
        self.remarks = ()
        self.show_remarks(self._editor.findings, self._doubts)

    def _on_row(self, row: int) -> None:
        self._offer()
        if not 0 <= row < len(self.remarks):
            return
        remark, editor = self.remarks[row], self._editor
        if remark.finding is None:
            editor.choose_items(remark.item_ids)
        elif remark.finding is not None:
            self._lead_to(remark.finding)
        self.shown.emit()

    def _lead_to(self, finding: FormFinding) -> None:
        editor = self._editor
        if finding.refs:
            editor.show_page(finding.refs[0].page)
            editor.choose(finding.refs)
        elif finding.item_id is not None:
            editor.choose_items([finding.item_id], finding.option)
        elif finding.section_id is not None:
            editor.choose_section(finding.section_id)
        elif finding.scale_id is not None:
            users = [item.item_id for item in editor.form.items() if item.scale_id == finding.scale_id]
            editor.choose_items(users[:1])
        elif finding.page is not None:
            editor.show_page(finding.page)
        else:
            editor.choose(())  # the words of the form itself are shown then

    def _offer(self) -> None:
        row = self.list.currentRow()
        self.next_button.setEnabled(bool(self.remarks))
        self.right_button.setEnabled(0 <= row < len(self.remarks) and self.remarks[row].finding is None)

    def _of_finding(self, finding: FormFinding) -> Remark:
        named = finding.item_id or finding.section_id or finding.scale_id or ""
        if not named and finding.part in list(FormText):
            named = name_form_text(FormText(finding.part))
        text = describe_fact(finding.message)
        items = (finding.item_id,) if finding.item_id is not None else ()
        return Remark(f"{named}: {text}" if named else text, items, finding)

    def _grouped(self, ids: tuple[ItemId, ...]) -> list[tuple[ItemId, ...]]:
        """Return questions by what is doubtful about them, the least sure first; without a scale each alone."""
        groups: dict[tuple[object, ...], list[ItemId]] = {}
        for item_id in ids:
            scale_id = self._editor.form.item(item_id).scale_id
            doubts = of_item(self._doubts, item_id).doubts
            groups.setdefault((doubts, scale_id) if scale_id is not None else (item_id,), []).append(item_id)
        return sorted(map(tuple, groups.values()), key=self._confidence)

    def _confidence(self, ids: tuple[ItemId, ...]) -> float:
        return min(of_item(self._doubts, item_id).confidence for item_id in ids)

    def _of_doubts(self, ids: tuple[ItemId, ...]) -> Remark:
        sentences = " ".join(describe_area_doubt(doubt) for doubt in of_item(self._doubts, ids[0]).doubts)
        named = ids[0] if len(ids) == 1 else f"{ids[0]} … {ids[-1]} ({len(ids)})"
        return Remark(f"{named}: {sentences}", ids)

    def _counts(self, findings: int, doubts: int) -> str:
        parts = [self.tr("%n thing(s) to mend", "", findings)] if findings else []
        parts += [self.tr("%n question(s) to look at", "", doubts)] if doubts else []
        return ", ".join(parts) or self.tr("Nothing to mend")
