"""Offers what a window that was closed or killed had left undone."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.designing.form_folder import OpenedForm
from gui.i18n.fact_messages import describe_fact
from gui.widgets.building_blocks import make_button, make_label


class LeftOverBar(QFrame):
    """A sentence and two answers; hidden where there is nothing to ask."""

    decided = Signal(bool)  # whether what was left is wanted

    def __init__(self, opened: OpenedForm) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.reading = opened.left
        self._lost = opened.lost
        self.text = make_label(wraps=True)
        self.take_button, self.drop_button = make_button("primary"), make_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.drop_button)
        row.addWidget(self.take_button)
        self.take_button.clicked.connect(lambda: self._decide(is_wanted=True))
        self.drop_button.clicked.connect(lambda: self._decide(is_wanted=False))
        if self.reading is None and self._lost is None:
            self.hide()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _decide(self, *, is_wanted: bool) -> None:
        self.hide()
        if self.reading is not None:
            self.decided.emit(is_wanted)

    def _retranslate(self) -> None:
        sentences = []
        done = self.reading.document.done if self.reading is not None else ()
        if self.reading is not None:
            sentences.append(self.tr("%n change(s) of last time were not saved.", "", len(done)))
        if done:
            sentences.append(self.tr("The last one: {name}.").format(name=describe_fact(done[-1].name)))
        if self._lost is not None:
            lost = self.tr("Not all that was kept can be used; a copy of it is in {file}.")
            sentences.append(lost.format(file=self._lost.name))
        self.text.setText(" ".join(sentences))
        self.take_button.setText(self.tr("Go on with them") if self.reading is not None else self.tr("Close"))
        self.drop_button.setText(self.tr("Begin with what is saved"))
        self.drop_button.setVisible(self.reading is not None)
