"""Asks of pages that look alike whether they are two scans of one sheet, and which of them counts."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QDialog, QPushButton, QWidget

from gui.answering.answer_names import name_item
from gui.i18n.reason_messages import describe_answer
from gui.preferences import Preferences
from gui.scan.sheets.compared_pages import ComparedPages
from gui.widgets import dialogs
from gui.widgets.building_blocks import (
    make_bar,
    make_button,
    make_column,
    make_label,
    name_with_key,
    resize_within_screen,
)
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.rescans.sheet_questions import DifferingAnswer, SheetPair, SheetQuestion
from omr.review.page_assignments import ask_again, count_both, count_once

_MOST_NAMED = 6  # answers that differ; the pictures show all


class SameSheetDialog(QDialog):
    """Shows one pair of scans after the other; each decision is signed, kept, and can be taken back here and later."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self._questions = workspace.snapshot.sheet_questions
        self._at = 0
        self._side = 0
        self.heading, self.hint = make_label("heading"), make_label("muted", wraps=True)
        self.differences = make_label(wraps=True)
        self.pages = ComparedPages(workspace)
        self.side_buttons: list[QPushButton] = []
        self._side_group = QButtonGroup(self)
        self._sides = WrappingRow()
        self.undo_button, self.both_button = make_button(), make_button()
        self.earlier_button, self.later_button = make_button(), make_button()
        self.close_button = make_button()
        self.setWindowTitle(self.tr("One sheet or two?"))
        resize_within_screen(self, 1180, 780)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def question(self) -> SheetQuestion | None:
        """What is asked now; None when all is answered."""
        return self._questions[self._at] if self._at < len(self._questions) else None

    def count_once(self, *, keeps_later: bool) -> None:
        """Say that it is one sheet, of which the earlier or the later scan counts."""
        store = self._workspace.survey.store
        self._decide(lambda question, operator: count_once(store, question, operator, keeps_later=keeps_later))

    def count_both(self) -> None:
        """Say that these are two sheets."""
        store = self._workspace.survey.store
        self._decide(lambda question, operator: count_both(store, question, operator))

    def undo(self) -> None:
        """Take back the last decision and ask again."""
        self._at -= 1
        question, store = self._questions[self._at], self._workspace.survey.store
        self._change(lambda: ask_again(store, question))

    def _decide(self, say: Callable[[SheetQuestion, str], None]) -> None:
        question = self.question
        operator = dialogs.sign(self, self._preferences) if question else ""
        if question and operator:
            self._at += 1
            self._change(lambda: say(question, operator))

    def _change(self, work: Callable[[], object]) -> None:
        self._side = 0
        self._workspace.change(work)
        self._show()

    def _lay_out(self) -> None:
        layout = make_column(self, margin=20)
        layout.addWidget(self.heading)
        layout.addWidget(self.hint)
        layout.addWidget(self.differences)
        layout.addLayout(self._sides)
        layout.addWidget(self.pages, stretch=1)
        bar = QWidget()
        deciding = (self.earlier_button, self.later_button, self.both_button)
        make_bar(bar, (self.undo_button,), (*deciding, self.close_button))
        layout.addWidget(bar)

    def _connect(self) -> None:
        self.earlier_button.clicked.connect(lambda: self.count_once(keeps_later=False))
        self.later_button.clicked.connect(lambda: self.count_once(keeps_later=True))
        self.both_button.clicked.connect(self.count_both)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.accept)
        self._side_group.idClicked.connect(self._look_at)
        names = {
            self.earlier_button: (self.tr("One sheet: count the earlier"), "1"),
            self.later_button: (self.tr("One sheet: count the later"), "2"),
            self.both_button: (self.tr("Two sheets: count both"), "3"),
            self.undo_button: (self.tr("Undo"), "Ctrl+Z"),
        }
        for button, (text, key) in names.items():
            name_with_key(button, text, key)
            button.setShortcut(key)
            button.setAutoDefault(False)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAutoDefault(False)

    def _look_at(self, side: int) -> None:
        self._side = side
        self._show_side()

    def _show(self) -> None:
        question = self.question
        self.undo_button.setEnabled(self._at > 0)
        for widget in (self.pages, self.differences, self.earlier_button, self.later_button, self.both_button):
            widget.setEnabled(question is not None)
        self._offer_sides()
        if question is None:
            self.heading.setText(self.tr("All is answered"))
            self.hint.setText(self.tr("What you said can be taken back on the place Scan, with “Take back”."))
            self.differences.setText("")
            self.pages.hide()
            return
        self.pages.show()
        place = self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._questions))
        self.heading.setText(self.tr("One sheet or two?") + f"  {place}")
        self.hint.setText(
            self.tr(
                "The marks on these two scans look as if made by the same strokes. Of one sheet one scan counts, and "
                "the other is kept beside it; until you decide both count."
            )
        )
        self._show_side()

    def _offer_sides(self) -> None:
        """Show a button for each side of the sheet, where it has more than one."""
        for button in self.side_buttons:
            self._side_group.removeButton(button)
            self._sides.removeWidget(button)
            button.deleteLater()
        pairs = self.question.pairs if self.question else ()
        self.side_buttons = [make_button("tab") for _ in pairs] if len(pairs) > 1 else []
        for side, button in enumerate(self.side_buttons):
            button.setCheckable(True)
            button.setChecked(side == self._side)
            count = len(pairs[side].differing)
            button.setText(self.tr("Side {number} ({count} differ)").format(number=side + 1, count=count))
            self._side_group.addButton(button, side)
            self._sides.addWidget(button)

    def _show_side(self) -> None:
        assert self.question is not None, "sides are offered while something is asked"
        pair = self.question.pairs[self._side]
        self.differences.setText(self._describe(pair))
        self.pages.show_pair(pair)

    def _describe(self, pair: SheetPair) -> str:
        found = pair.differing
        if not found:
            return self.tr("No answer differs.")
        lines = [self._describe_answer(pair, each) for each in found[:_MOST_NAMED]]
        more = len(found) - _MOST_NAMED
        if more > 0:
            lines.append(self.tr("and %n more", "", more))
        return self.tr("%n answer(s) differ:", "", len(found)) + "  " + ";  ".join(lines)

    def _describe_answer(self, pair: SheetPair, each: DifferingAnswer) -> str:
        survey = self._workspace.survey
        identity = pair.later.identity
        form = survey.forms.of_page(identity.form) if identity else None
        item = (form.template if form else survey.template).item(each.item_id)
        answers = [describe_answer(item, answer, self._preferences.language) for answer in (each.earlier, each.later)]
        return self.tr("{item}: {earlier} → {later}").format(
            item=name_item(item, self._preferences.language), earlier=answers[0], later=answers[1]
        )
