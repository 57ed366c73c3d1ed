"""The answers behind a figure: a list of them, and the paper of the one that is chosen."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from exports.tally.figure_answers import Part, Question
from form_templates.model import Item, ItemId, ItemKind, Language, ScaleKind
from gui.i18n.error_messages import describe_error
from gui.i18n.reason_messages import describe_answer, describe_flag, describe_status
from gui.i18n.translation import format_count
from gui.paper.picture_loading import Picture, PictureLoader, load_item_picture
from gui.paper.picture_view import Emphasis, Outline, PictureView
from gui.results.figure_counter import FigureCounter
from gui.results.tables.figure_answers_table_model import AnswerColumn, FigureAnswersTableModel
from gui.results.tables.figure_table_view import FigureTableView
from gui.widgets.building_blocks import make_button, make_column, make_label, name_for_screen_readers
from gui.widgets.columns_table_model import ROW_ROLE
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.results import AnswerStatus

if TYPE_CHECKING:
    from exports.tally.figure_answers import Evidence, FoundAnswer

Key = tuple[int | None, ItemId]
"""Names a page and an item; the same answer has the same key after a recount."""

_WIDTHS: Mapping[int, int] = {
    AnswerColumn.NUMBER: 64,
    AnswerColumn.SHEET: 84,
    AnswerColumn.UNIT: 170,
    AnswerColumn.ITEM: 280,
    AnswerColumn.STATUS: 130,
    AnswerColumn.FILE: 160,
    AnswerColumn.PAGE: 60,
}
_PREFETCHED = 2


class FigureAnswersPage(QWidget):
    """Lists the answers behind a figure and shows the paper of the chosen one.

    Emits ``review_wanted(page id, item)`` for the answer that is to be decided again, ``left`` to go back.
    """

    review_wanted = Signal(object, str)
    left = Signal()

    def __init__(
        self, workspace: Workspace, figures: FigureCounter, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._figures = figures
        self._language = language
        self._question: Question | None = None
        self._evidence: Evidence | None = None
        self._chosen: Key | None = None
        self.back_button = make_button()
        self.title = make_label("subheading", wraps=True)
        self.counts = make_label("muted")
        self.part_box = RoomyComboBox()
        names = {unit.code: unit.name for unit in workspace.survey.units}
        self.model = FigureAnswersTableModel(names, language, self)
        self.table = FigureTableView(self.model)
        self.place = make_label("subheading")
        self.facts = make_label("muted")
        self.view = PictureView(takes_keys=True)
        self.review_button = make_button("primary")
        self._loader = PictureLoader(workspace.picture_jobs, self._load, self)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def question(self) -> Question | None:
        """What is asked."""
        return self._question

    @property
    def evidence(self) -> "Evidence | None":
        """What was found; None until then."""
        return self._evidence

    def ask(self, question: Question) -> None:
        """Show the answers behind another figure."""
        self._question, self._chosen = question, None
        self._show_evidence(None)
        self._fill_parts()
        self.find_again()
        self.table.setFocus()

    def name(self, title: str) -> None:
        """Say what the figure is about."""
        self.title.setText(title)

    def find_again(self) -> None:
        """Look for the answers again, as after a recount; the chosen one stays chosen while it is among them."""
        job = self._figures.find(self._question) if self._question is not None else None
        if job is not None:
            job.succeeded.connect(self._on_found)
            job.failed.connect(self._workspace.failed)

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        self.model.set_language(language)
        self._fill_parts()
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill_parts()
            self.model.retranslate()
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.table.fit_columns(_WIDTHS, AnswerColumn.ANSWER)
        layout = make_column(self, margin=0, spacing=10)
        layout.addLayout(self._make_head())
        splitter = QSplitter(Qt.Orientation.Vertical)  # a row of a form is wide and low, and so is its place
        splitter.addWidget(self.table)
        splitter.addWidget(self._make_paper())
        splitter.setSizes([330, 260])
        splitter.setHandleWidth(10)
        splitter.setChildrenCollapsible(False)
        layout.addWidget(splitter, stretch=1)

    def _make_head(self) -> WrappingRow:
        row = WrappingRow()
        row.addWidget(self.back_button)
        row.addWidget(self.title, stretch=1)
        row.addWidget(self.counts)
        row.addWidget(self.part_box)
        self.part_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return row

    def _make_paper(self) -> QWidget:
        below = QWidget()
        column = make_column(below, margin=0, spacing=6)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.place)
        texts.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(texts, stretch=1)
        row.addWidget(self.review_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.view, stretch=1)
        return below

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.part_box.activated.connect(self._on_part_chosen)
        self.table.row_opened.connect(lambda _index, _place: self._review())
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.review_button.clicked.connect(self._review)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._workspace.pictures_changed.connect(self._loader.forget)
        shortcut = QShortcut(QKeySequence("F2"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._review)

    def _load(self, key: Hashable) -> Picture:
        assert isinstance(key, tuple), "keys are made by _key_of"
        page_id, item_id = key
        return load_item_picture(self._workspace.survey, page_id, item_id)

    # Parts of a figure

    def _fill_parts(self) -> None:
        question = self._question
        if question is None:
            return
        self.part_box.clear()
        for part, option, text in self._parts(question):
            self.part_box.addItem(text, (part, option))
        now = (question.part, question.option)
        places = [self.part_box.itemData(place) for place in range(self.part_box.count())]
        self.part_box.setCurrentIndex(places.index(now) if now in places else 0)

    def _parts(self, question: Question) -> list[tuple[Part, str, str]]:
        items = [self._workspace.survey.template.item(item_id) for item_id in question.items]
        parts = [(Part.COUNTED, "", self.tr("All counted"))]
        if all(self._is_rated(item) for item in items):
            parts += [
                (Part.SATISFIED, "", self.tr("Satisfied")),
                (Part.DISSATISFIED, "", self.tr("Dissatisfied")),
            ]
        if len(items) == 1:
            parts += [(Part.OPTION, value, label) for value, label in self._options(items[0])]
        parts += [
            (Part.BLANK, "", self.tr("Left blank")),
            (Part.DOUBLE, "", self.tr("Too many marks")),
            (Part.ILLEGIBLE, "", self.tr("Unreadable")),
            (Part.AWAITING, "", self.tr("Awaiting review")),
        ]
        return parts

    def _is_rated(self, item: Item) -> bool:
        template = self._workspace.survey.template
        is_scaled = item.kind is ItemKind.SINGLE and item.scale_id is not None
        return is_scaled and template.scale(item.scale_id or "").kind is ScaleKind.SATISFACTION

    def _options(self, item: Item) -> list[tuple[str, str]]:
        scale = self._workspace.survey.template.scale(item.scale_id) if item.scale_id else None
        ordered = [*reversed(scale.levels)] if scale else list(item.options)
        others = [option for option in item.options if option not in ordered]
        return [(option.value, option.label.in_language(self._language)) for option in (*ordered, *others)]

    # Showing

    def _show_evidence(self, evidence: "Evidence | None") -> None:
        self._evidence = evidence
        self.model.show_evidence(evidence)
        is_one_item = self._question is not None and len(self._question.items) == 1
        self.table.setColumnHidden(AnswerColumn.ITEM, is_one_item)
        self._show_counts()

    def _found(self) -> "FoundAnswer | None":
        index = self.table.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _describe(self) -> None:
        found = self._found()
        self.review_button.setEnabled(found is not None and found.answer.page is not None)
        if found is None or found.answer.page is None:
            self.place.setText("")
            self.facts.setText("")
            return
        page = found.answer.page
        self.place.setText(self.tr("{file}, page {number}").format(file=page.source, number=page.place_in_file))
        self.facts.setText(" · ".join(self._facts_about(found)))

    def _facts_about(self, found: "FoundAnswer") -> list[str]:
        answer = found.answer
        words = describe_answer(found.item, answer.answer, self._language)
        parts = [self.tr("{answer} – {who}").format(answer=words, who=describe_status(answer))]
        if answer.verification is not None and answer.reading != answer.answer and found.item.kind.is_choice:
            reading = describe_answer(found.item, answer.reading, self._language)
            parts.append(self.tr("The program read: {answer}").format(answer=reading))
        if answer.status is AnswerStatus.FLAGGED:
            parts += [describe_flag(flag) for flag in sorted(answer.flags)]
        return parts

    def _show_picture(self) -> None:
        found = self._found()
        if found is None or found.answer.page is None:
            self.view.show_note(
                self.tr("No answer is chosen.") if self.model.rowCount() else self.tr("No such answer.")
            )
            return
        picture = self._loader.get(_key_of(found))
        if picture is not None:
            self._on_loaded(_key_of(found), picture)
        else:
            self.view.show_note(self.tr("Loading…"))
        self._loader.want(self._upcoming())

    def _upcoming(self) -> list[Key]:
        """Name the chosen answer and the next, whose pictures will be wanted soon."""
        evidence, first = self._evidence, self.table.currentIndex().row()
        assert evidence is not None, "a row is chosen"
        return [_key_of(evidence[row]) for row in range(first, min(first + 1 + _PREFETCHED, len(evidence)))]

    # Slots

    def _on_part_chosen(self) -> None:
        assert self._question is not None, "parts are offered of a question"
        part, option = self.part_box.currentData()
        self._question = replace(self._question, part=part, option=option)
        self.find_again()

    def _on_found(self, evidence: "Evidence") -> None:
        if evidence.question != self._question:
            return  # somebody asked something else in the meantime
        chosen = self._chosen
        place = evidence.place_of(*chosen) if chosen else None
        row = max(self.table.currentIndex().row(), 0) if place is None else place
        self._show_evidence(evidence)
        index = self.model.index(min(row, len(evidence) - 1), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        if not index.isValid():
            self._describe()
            self._show_picture()

    def _on_row_changed(self, _current: QModelIndex) -> None:
        found = self._found()
        self._chosen = _key_of(found) if found else None
        self._describe()
        self._show_picture()

    def _on_loaded(self, key: Hashable, picture: Picture) -> None:
        found = self._found()
        if found is None or key != _key_of(found):
            return
        if picture is not self.view.picture:
            self.view.show_picture(picture)
        emphasis = Emphasis.READING if found.answer.status is AnswerStatus.FLAGGED else Emphasis.CHOSEN
        answer = found.answer.answer or ()
        areas = [area for area in picture.areas if area.item_id == found.item.item_id]
        self.view.show_outlines([Outline(area, emphasis if area.option in answer else Emphasis.SOFT) for area in areas])

    def _on_load_failed(self, key: Hashable, error: Exception) -> None:
        found = self._found()
        if found is not None and key == _key_of(found):
            message = describe_error(error)
            self.view.show_note(f"{message.happened}\n{message.advice}")

    def _review(self) -> None:
        found = self._found()
        if found is not None and found.answer.page is not None:
            self.review_wanted.emit(found.answer.page.page_id, found.item.item_id)

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("‹  Back"))
        self.back_button.setToolTip("Esc")
        self.review_button.setText(self.tr("Decide again (Enter)"))
        self.review_button.setToolTip(self.tr("Enter, F2 or double-click: look at this answer in review"))
        name_for_screen_readers(self.part_box, self.tr("Which of the answers to list"))
        name_for_screen_readers(self.table, self.tr("Answers behind the figure"))
        self.table.setToolTip("")
        self.table.name_opening(self.tr("Decide again"))
        self._show_counts()
        self._describe()

    def _show_counts(self) -> None:
        if self._evidence is not None:
            text = self.tr("{answers} answers of {people} respondents")
            people = format_count(self._evidence.respondents)
            self.counts.setText(text.format(answers=format_count(len(self._evidence)), people=people))
        else:
            self.counts.setText(self.tr("Looking…"))


def _key_of(found: "FoundAnswer") -> Key:
    page = found.answer.page
    return page.page_id if page else None, found.item.item_id
