"""The form that asks a person for their name before they decide anything: every decision is kept with a name."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from form_templates.tables import LONGEST_NAME
from gui.widgets.building_blocks import make_button, make_card, make_column, make_label


class OperatorForm(QWidget):
    """Asks for the name of whoever decides; emits ``confirmed(name)``."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = make_label("heading")
        self._hint = make_label("muted")
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST_NAME)
        self.button = make_button("primary")
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.returnPressed.connect(self._confirm)
        self.button.clicked.connect(self._confirm)
        self._lay_out()
        self._retranslate()

    def ask(self, name: str) -> None:
        """Ask, proposing the name that is known."""
        self.edit.setText(name)
        self.edit.selectAll()
        self.edit.setFocus()
        self._on_text_changed(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        card = make_card()
        card.setFixedWidth(620)
        inner = make_column(card, margin=28)
        inner.addWidget(self._title)
        inner.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.edit, stretch=1)
        row.addWidget(self.button)
        inner.addLayout(row)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)

    def _on_text_changed(self, text: str) -> None:
        self.button.setEnabled(bool(text.strip()))

    def _confirm(self) -> None:
        name = self.edit.text().strip()
        if name:
            self.confirmed.emit(name)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Who decides?"))
        self._hint.setText(self.tr("Your name is kept with every answer you decide. This is asked once."))
        self.edit.setPlaceholderText(self.tr("Your name"))
        self.edit.setAccessibleName(self.tr("Your name"))
        self.button.setText(self.tr("Start"))
