"""What a gallery shows: which question, read as what, with which doubt."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from form_templates.model import FormTemplate, ItemId, Language
from gui.answering.answer_names import name_answer, name_item
from gui.i18n.reason_messages import name_flag
from gui.review.choice_box import ChoiceBox, Offer
from gui.widgets.building_blocks import make_pair
from gui.widgets.wrapping_row import WrappingRow
from omr.results import Answer, Flag
from omr.review.gallery import GalleryChoice, GalleryContent


class GalleryFilters(QWidget):
    """Chooses what a gallery shows; emits ``changed()``, and each choice says how many answers it would give."""

    changed = Signal()

    def __init__(self, template: FormTemplate, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._language = language
        self._content = GalleryContent((), Counter(), Counter(), Counter())
        self._choice = GalleryChoice()
        self.item_box: ChoiceBox[ItemId] = ChoiceBox()
        self.answer_box: ChoiceBox[Answer] = ChoiceBox()
        self.flag_box: ChoiceBox[Flag] = ChoiceBox()
        self._labels = (QLabel(), QLabel(), QLabel())
        self.all_box = QCheckBox()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def choice(self) -> GalleryChoice:
        """What is chosen."""
        return self._choice

    def show_content(self, content: GalleryContent) -> None:
        """Offer what there is to choose from; what is chosen stays, also where it gives nothing any more."""
        self._content = content
        self._fill()

    def set_language(self, language: Language) -> None:
        """Show questions and options in another language."""
        self._language = language
        self._fill()

    def choose(self, choice: GalleryChoice) -> None:
        """Show another choice of answers."""
        self._choice = choice
        with QSignalBlocker(self.all_box):
            self.all_box.setChecked(not choice.is_doubtful_only)
        self._fill()
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = WrappingRow(self)
        boxes: tuple[QWidget, ...] = (self.item_box, self.answer_box, self.flag_box)
        for label, box, stretch in zip(self._labels, boxes, (3, 2, 2), strict=True):
            label.setBuddy(box)
            label.setProperty("role", "muted")
            row.addWidget(make_pair(label, box), stretch)
        row.addWidget(self.all_box)

    def _connect(self) -> None:
        # ``activated`` is a person's choice; filling a box is none.
        self.item_box.activated.connect(lambda _index: self._on_chosen(is_other_item=True))
        self.answer_box.activated.connect(lambda _index: self._on_chosen())
        self.flag_box.activated.connect(lambda _index: self._on_chosen())
        self.all_box.toggled.connect(lambda _is_checked: self._on_chosen())

    def _on_chosen(self, *, is_other_item: bool = False) -> None:
        answer = None if is_other_item else self.answer_box.value
        is_doubtful_only = not self.all_box.isChecked()
        self.choose(GalleryChoice(self.item_box.value, answer, self.flag_box.value, is_doubtful_only))

    def _fill(self) -> None:
        chosen = self._choice
        self.item_box.offer([Offer(None, self.tr("All questions")), *self._items()], chosen.item_id)
        self.answer_box.offer([Offer(None, self.tr("Anything")), *self._answers()], chosen.answer)
        self.flag_box.offer([Offer(None, self.tr("Any")), *self._flags()], chosen.flag)
        self.answer_box.setEnabled(chosen.item_id is not None)

    def _items(self) -> Iterator[Offer[ItemId]]:
        counts = self._content.items
        for item in self._template.items():
            if counts[item.item_id] or item.item_id == self._choice.item_id:
                yield Offer(item.item_id, name_item(item, self._language), counts[item.item_id])

    def _answers(self) -> Iterator[Offer[Answer]]:
        if self._choice.item_id is None:
            return
        item, counts = self._template.item(self._choice.item_id), self._content.answers
        place = {option.value: index for index, option in enumerate(item.options)}
        known = {*counts, *(() if self._choice.answer is None else (self._choice.answer,))}
        for answer in sorted(known, key=lambda answer: [place[value] for value in answer]):
            yield Offer(answer, name_answer(item, answer, self._language), counts[answer])

    def _flags(self) -> Iterator[Offer[Flag]]:
        counts = self._content.flags
        for flag in Flag:
            if counts[flag] or flag is self._choice.flag:
                yield Offer(flag, name_flag(flag), counts[flag])

    def _retranslate(self) -> None:
        texts = (self.tr("&Question"), self.tr("&Read as"), self.tr("&Doubt"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.item_box.setAccessibleName(self.tr("Question"))
        self.answer_box.setAccessibleName(self.tr("Read as"))
        self.flag_box.setAccessibleName(self.tr("Kind of doubt"))
        self.all_box.setText(self.tr("&Accepted ones too"))
        self._fill()
