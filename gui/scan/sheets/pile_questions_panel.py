"""Says that the sides of a pile were scanned apart, and asks how they follow each other; hidden where none were."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.scan.page_scope import PageScope, Target
from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.respondents.pile_questions import PileQuestion
from omr.respondents.sides_apart import RunOrder
from omr.responses import DeliveredPage


class PileQuestionsPanel(QWidget):
    """Shows one pile after the other; emits ``answered(PileQuestion, RunOrder | None)``, None to leave it apart."""

    answered = Signal(object, object)
    target_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: Sequence[PileQuestion[DeliveredPage]] = ()
        self.title = make_label("subheading")
        self.text = make_label(wraps=True)
        self.show_button, self.apart_button = make_button(), make_button()
        self.order_buttons = {order: make_button() for order in RunOrder}
        self.show_button.clicked.connect(self._show_pages)
        self.apart_button.clicked.connect(lambda: self._answer(None))
        for order, button in self.order_buttons.items():
            button.clicked.connect(lambda _checked=False, order=order: self._answer(order))
        card = make_card()
        inner = make_column(card, margin=12, spacing=6)
        inner.addWidget(self.title)
        inner.addWidget(self.text)
        row = WrappingRow()
        for each in self.buttons:
            row.addWidget(each)
        row.addStretch()
        inner.addLayout(row)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self._describe()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons in order: the answers, then the one that shows the pages."""
        return *self.order_buttons.values(), self.apart_button, self.show_button

    def show_questions(self, questions: Sequence[PileQuestion[DeliveredPage]]) -> None:
        """Show other questions."""
        self._questions = questions
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _answer(self, order: RunOrder | None) -> None:
        if self._questions:
            self.answered.emit(self._questions[0], order)

    def _show_pages(self) -> None:
        ids = frozenset(page.page_id for page in self._questions[0].pages if page.page_id is not None)
        self.target_chosen.emit(Target(PageScope(ids), None, self.title.text()))

    def _describe(self) -> None:
        self.setVisible(bool(self._questions))
        self.title.setText(self.tr("Fronts and backs scanned apart: %n pile(s)", "", len(self._questions)))
        self.order_buttons[RunOrder.SAME].setText(self.tr("Same order: first with first"))
        self.order_buttons[RunOrder.TURNED].setText(self.tr("Turned over: first with last"))
        self.apart_button.setText(self.tr("Leave apart"))
        self.show_button.setText(self.tr("Look at them"))
        if self._questions:
            self._describe_question(self._questions[0])

    def _describe_question(self, question: PileQuestion[DeliveredPage]) -> None:
        for order, button in self.order_buttons.items():
            button.setVisible(order in question.orders)
        runs = [
            self.tr("{count} × page {numbers}").format(count=count, numbers=" + ".join(map(str, numbers)))
            for count, numbers in zip(question.counts, question.numbers, strict=True)
        ]
        first, last = question.pages[0], question.pages[-1]
        came = self.tr("{runs}, from {first}, page {first_page}, to {last}, page {last_page}.").format(
            runs=self.tr(", then ").join(runs),
            first=first.source,
            first_page=first.place_in_file,
            last=last.source,
            last_page=last.place_in_file,
        )
        if question.orders:
            ask = self.tr(
                "Nothing on them says which belong together. Look at the paper: in which order do the backs follow?"
                " Until you say it they stay apart, with a page missing."
            )
        else:
            ask = self.tr(
                "Nothing on them says which belong together, and no order fits their numbers and codes. Scan this pile"
                " again, or choose pages that belong together below and join them. Until then they stay apart."
            )
        self.text.setText(f"{came}\n{ask}")
