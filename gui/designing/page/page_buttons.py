"""A button for each page of the form in hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from gui.designing.form_editor import FormEditor
from gui.widgets.building_blocks import make_button


class PageButtons(QWidget):
    """Follows the pages of a form; emits ``chosen(number)`` for one that is clicked."""

    chosen = Signal(int)

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self.buttons: dict[int, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        editor.page_changed.connect(lambda _number: self._show_current())
        editor.paper_changed.connect(self._follow)
        self._follow()

    def retranslate(self) -> None:
        """Name them in the window's language."""
        for number, button in self.buttons.items():
            button.setText(str(number))
            button.setAccessibleName(self.tr("Page {number}").format(number=number))
            button.setToolTip(button.accessibleName())

    def _follow(self) -> None:
        numbers = [page.number for page in self._editor.paper.pages]
        if numbers != list(self.buttons):
            for gone in self.buttons.values():
                self._group.removeButton(gone)
                self._row.removeWidget(gone)
                gone.deleteLater()
            self.buttons = {number: self._make(number) for number in numbers}
            self.retranslate()
        self._show_current()

    def _make(self, number: int) -> QPushButton:
        button = make_button("filter")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(number))
        self._group.addButton(button, number)
        self._row.addWidget(button)
        return button

    def _show_current(self) -> None:
        if self._editor.page_number in self.buttons:
            self.buttons[self._editor.page_number].setChecked(True)
