"""What is asked, why a person should look, what was read or decided, and the note."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from form_templates.model import FormTemplate, Item, Language
from gui.answering.answer_names import name_answer, name_item
from gui.i18n.reason_messages import describe_flag
from gui.i18n.translation import format_moment, format_percent
from gui.widgets.building_blocks import make_label
from omr.results import Verification
from omr.review.queue import QueueEntry

_BESIDE = (3, 2)  # how question and doubt share the width


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about an entry, if anything, and whether somebody else did so while it was in the queue."""

    verification: Verification | None = None
    is_by_another: bool = False


class QuestionPanel(QWidget):
    """Shows the question on one side and the doubt on the other; below each other where there is little room."""

    def __init__(self, template: FormTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self.section = make_label("muted", wraps=True)
        self.question = make_label("question", wraps=True)
        self.reason = make_label("warning", wraps=True)
        self.reading = make_label("muted", wraps=True)
        self.notice = make_label("bad", wraps=True)
        self.notice.hide()
        self.note = make_label("note", wraps=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def arrange(self, *, is_narrow: bool) -> None:
        """Put the two sides below each other where there is little room beside."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._row.setSpacing(10 if is_narrow else 32)
        for index, stretch in enumerate((0, 0) if is_narrow else _BESIDE):
            self._row.setStretch(index, stretch)

    def show_entry(self, entry: QueueEntry, decided: Decided, note: str, language: Language) -> None:
        """Word everything about ``entry``."""
        item = self._template.item(entry.item_id)
        self.section.setText(self._template.section_of(entry.item_id).title.in_language(language))
        self.question.setText(name_item(item, language))
        self.reason.setText("\n".join(describe_flag(flag) for flag in sorted(entry.flags)))
        self.reading.setText(self._describe_reading(entry, item, decided, language))
        self.reading.setVisible(bool(self.reading.text()))
        self.show_note(note)

    def show_notice(self, text: str) -> None:
        """Show what the operator must know before they decide; empty shows nothing."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def ask_for_answer(self, *, is_written: bool) -> None:
        """Say that there is nothing yet to confirm, and what there is to do."""
        written = self.tr("Type what is written. If nothing is: Ctrl+0; if it cannot be read: Ctrl+U.")
        marked = self.tr("Choose what is marked. If nothing is: 0; if it cannot be told: U.")
        self.show_notice(written if is_written else marked)

    def show_note(self, note: str) -> None:
        """Show the note that goes with the answer; empty shows none."""
        self.note.setText(self.tr("Note: {note}").format(note=note))
        self.note.setVisible(bool(note))

    def _lay_out(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        for labels in ((self.section, self.question), (self.notice, self.reason, self.reading, self.note)):
            column = QVBoxLayout()
            column.setSpacing(3)
            for label in labels:
                column.addWidget(label)
            self._row.addLayout(column)
            self._row.setAlignment(column, Qt.AlignmentFlag.AlignTop)
        self.arrange(is_narrow=False)

    def _describe_reading(self, entry: QueueEntry, item: Item, decided: Decided, language: Language) -> str:
        if decided.verification is not None:
            answer = name_answer(item, decided.verification.answer, language)
            if not decided.is_by_another:
                return self.tr("Decided: {answer}").format(answer=answer)
            text = self.tr("{operator} decided on {moment}: {answer}")
            moment = format_moment(decided.verification.decided_at)
            return text.format(operator=decided.verification.operator, moment=moment, answer=answer)
        if not (item.kind.is_choice and entry.reading.is_proposal):
            return ""
        sure = format_percent(min(1 - entry.reading.p_wrong, 0.99), 0)  # what is doubted is never quite sure
        text = self.tr("The program reads: {answer} ({sure} sure)")
        return text.format(answer=name_answer(item, entry.reading.answer, language), sure=sure)
