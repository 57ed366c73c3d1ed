"""Says how many sheets may have been scanned twice, and leads to where that is decided; hidden where none may."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.building_blocks import keep_height, make_button, make_card, make_column, make_label
from gui.widgets.wrapping_row import WrappingRow
from omr.rescans.sheet_questions import SheetQuestion


class SheetQuestionsPanel(QWidget):
    """Shows that pages wait for a person to say whether they are two scans of one sheet."""

    answers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: Sequence[SheetQuestion] = ()
        self.title = make_label("subheading")
        self.text = make_label(wraps=True)
        self.answer_button = make_button()
        self.answer_button.clicked.connect(self.answers_wanted)
        card = make_card()
        inner = make_column(card, margin=12, spacing=6)
        row = WrappingRow()
        row.addWidget(self.title, stretch=1)
        row.addWidget(self.answer_button)
        inner.addLayout(row)
        inner.addWidget(self.text)
        make_column(self, margin=0).addWidget(card)
        keep_height(self)
        self._describe()

    def show_questions(self, questions: Sequence[SheetQuestion]) -> None:
        """Show other questions."""
        self._questions = questions
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.setVisible(bool(self._questions))
        self.title.setText(self.tr("%n sheet(s) perhaps scanned twice", "", len(self._questions)))
        self.text.setText(self.tr("Both scans count until you say whether they show one sheet."))
        self.answer_button.setText(self.tr("Compare…"))
