"""The form in hand: what is done to it, what of it is chosen, and whether it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from form_templates.editing.checks import FormChecker, FormFinding
from form_templates.editing.edit import AreaRef, Edit
from form_templates.editing.errors import EditRefused, JournalNotWritable
from form_templates.editing.history import FormDocument
from form_templates.editing.journal import JOURNAL_NAME, Journal, JournalReading
from form_templates.editing.selection import areas_of_items, areas_on, items_of
from form_templates.model import FormTemplate, ItemId


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a form is chosen.

    Attributes:
        refs: Areas, the one that was chosen last at the end; the others follow it.
        item_ids: Questions, in the order of the form.
        option: The option whose line is chosen in the list; empty for none.
        section_id: A section chosen itself; empty for none.
    """

    refs: tuple[AreaRef, ...] = ()
    item_ids: tuple[ItemId, ...] = ()
    option: str = ""
    section_id: str = ""


class FormEditor(QObject):
    """One form being edited, shared by the page, the list and the properties.

    Args:
        folder: Its template folder, in which the journal lies.
        document: The form as it is saved there; without pages if the program prints it.
        paper: Such a form with the pages that were typeset of it; None for one made elsewhere, which has its own.
    """

    changed = Signal(object)  # the FormTemplate before
    previewed = Signal(object)  # FormTemplate, or None: the form itself again
    chosen_changed = Signal()
    page_changed = Signal(int)
    paper_changed = Signal()  # a form that the program prints was typeset again
    refused = Signal(object)  # EditRefused
    keeping_changed = Signal()  # saved or not; the journal writes or not

    def __init__(self, folder: Path, document: FormDocument, paper: FormTemplate | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.document = document
        self.chosen = Chosen()
        self._settled = document.settled  # as it was told last
        self._paper = paper
        self.page_number = self.paper.pages[0].number if self.paper.pages else 1
        self.journal_trouble: JournalNotWritable | None = None
        self._journal: Journal | None = None
        self._checker = FormChecker(is_typeset=self.is_typeset)
        self._findings: tuple[FormTemplate, tuple[FormFinding, ...]] | None = None

    @property
    def form(self) -> FormTemplate:
        """The form as it is now."""
        return self.document.form

    @property
    def is_typeset(self) -> bool:
        """Whether the program prints the form, so that its areas lie where the words put them."""
        return self._paper is not None

    @property
    def paper(self) -> FormTemplate:
        """The form with its pages: as it is now, or as it was when it was typeset last."""
        return self._paper or self.form

    @property
    def findings(self) -> tuple[FormFinding, ...]:
        """What is wrong with it now."""
        if self._findings is None or self._findings[0] is not self.form:
            self._findings = self.form, self._checker.check(self.form)
        return self._findings[1]

    def do(self, edit: Edit, *, continues: bool = False) -> bool:
        """Do an edit; return whether it could be done."""
        before = self.form
        self._begin_journal()
        try:
            self.document.do(edit, continues=continues)
        except EditRefused as error:
            self.refused.emit(error)
            return False
        except JournalNotWritable as error:  # it is done all the same
            self._on_journal_trouble(error)
        self._tell(before)
        return True

    def undo(self) -> None:
        """Take back what was done last."""
        self._step_back_or_forth(is_forth=False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step_back_or_forth(is_forth=True)

    def preview(self, edit: Edit | None) -> bool:
        """Show what an edit would make, None: the form itself; return whether it could be done."""
        if edit is None:
            self.previewed.emit(None)
            return True
        try:
            self.previewed.emit(self.document.preview(edit))
        except EditRefused:
            return False
        return True

    def mark_saved(self) -> None:
        """Note that the form was saved as it is; nothing is left to be taken up again."""
        try:
            self.document.mark_saved()
        except JournalNotWritable as error:
            self._on_journal_trouble(error)
        self.keeping_changed.emit()

    def move_to(self, folder: Path) -> None:
        """Note that the form is kept in another folder from now on; the next edit begins a journal there."""
        if folder != self.folder:
            self.drop_journal()
            self.folder = folder

    def take_up(self, reading: JournalReading) -> None:
        """Go on with what a journal gave back."""
        before = self.form
        self.document = reading.document
        try:
            self._journal = Journal.resume(self.folder / JOURNAL_NAME, reading)
        except JournalNotWritable as error:
            self._on_journal_trouble(error)
        self._tell(before)

    def drop_journal(self) -> None:
        """Take the journal away: all is saved, or nobody wants what it holds."""
        self.document.on_step, self._journal = None, None
        try:
            Journal(self.folder / JOURNAL_NAME).remove()
        except JournalNotWritable as error:
            self._on_journal_trouble(error)

    def choose(self, refs: Iterable[AreaRef]) -> None:
        """Choose areas, and with them their questions."""
        found = tuple(dict.fromkeys(refs))
        self._set_chosen(Chosen(found, items_of(self.form, found)))

    def choose_items(self, item_ids: Iterable[ItemId], option: str = "") -> None:
        """Choose questions with all their areas, or of one question an option with its own."""
        ids = tuple(item_ids)
        theirs = areas_of_items(self.paper, ids)
        refs = tuple(ref for ref in theirs if not option or ref.option == option)
        shown = refs or theirs  # an option without a place: where the others are
        if shown and all(ref.page != self.page_number for ref in shown):
            self.show_page(shown[0].page)
        self._set_chosen(Chosen(refs, ids, option))

    def choose_section(self, section_id: str) -> None:
        """Choose a section itself."""
        self._set_chosen(Chosen(section_id=section_id))
        places = self.places_of_chosen() if self.is_typeset else ()
        if places and all(ref.page != self.page_number for ref in places):
            self.show_page(places[0].page)

    def places_of_chosen(self) -> tuple[AreaRef, ...]:
        """Return everything on paper that belongs to the chosen questions, or to the chosen section."""
        section_id, item_ids = self.chosen.section_id, self.chosen.item_ids
        for section in self.form.sections if section_id else ():
            if section.section_id == section_id:
                item_ids = tuple(item.item_id for item in section.items)
        return areas_of_items(self.paper, item_ids)

    def show_paper(self, paper: FormTemplate) -> None:
        """Show pages that were typeset of the form; what is chosen is followed to another page."""
        chosen, before = self.chosen, self.places_of_chosen()
        was_seen = not before or any(ref.page == self.page_number for ref in before)
        self._paper = paper
        numbers = [page.number for page in paper.pages]
        refs = areas_of_items(paper, chosen.item_ids)
        chosen = replace(chosen, refs=tuple(ref for ref in refs if not chosen.option or ref.option == chosen.option))
        after = self.places_of_chosen()
        if was_seen and after and all(ref.page != self.page_number for ref in after):
            self.page_number = after[0].page
        elif self.page_number not in numbers:
            self.page_number = numbers[-1]
        self.paper_changed.emit()
        self._set_chosen(chosen)

    def show_page(self, number: int) -> None:
        """Turn to a page of the form, if there is one of that number."""
        if number != self.page_number and any(page.number == number for page in self.paper.pages):
            self.page_number = number
            self.page_changed.emit(number)

    def _step_back_or_forth(self, *, is_forth: bool) -> None:
        before = self.form
        try:
            if is_forth:
                self.document.redo()
            else:
                self.document.undo()
        except JournalNotWritable as error:
            self._on_journal_trouble(error)
        self._tell(before)

    def _begin_journal(self) -> None:
        """Begin the journal with the first edit: who only looks at a form leaves nothing in its folder."""
        if self._journal is None and self.journal_trouble is None:
            try:
                self._journal = Journal.begin(self.folder / JOURNAL_NAME, self.document)
            except JournalNotWritable as error:
                self._on_journal_trouble(error)

    def _on_journal_trouble(self, error: JournalNotWritable) -> None:
        self.document.on_step = None
        self.journal_trouble = error
        self.keeping_changed.emit()

    def _tell(self, before: FormTemplate) -> None:
        settled, self._settled = self._settled, self.document.settled
        if self.form is before and settled == self._settled:
            self.previewed.emit(None)
            return
        self._choose_what_is_left()
        self.changed.emit(before)
        self.keeping_changed.emit()

    def _choose_what_is_left(self) -> None:
        form, chosen = self.form, self.chosen
        lying = {ref for page in {ref.page for ref in chosen.refs} for ref in areas_on(self.paper, page)}
        known = {item.item_id for item in form.items()}
        sections = {section.section_id for section in form.sections}
        self._set_chosen(
            replace(
                chosen,
                refs=tuple(ref for ref in chosen.refs if ref in lying),
                item_ids=tuple(item_id for item_id in chosen.item_ids if item_id in known),
                section_id=chosen.section_id if chosen.section_id in sections else "",
            )
        )

    def _set_chosen(self, chosen: Chosen) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.chosen_changed.emit()
