"""The form being edited: the current one, what was done to it, and what can be undone and done again.

Forms are immutable and share whatever an edit did not touch, so the history keeps the form before and after each entry:
to undo is to take it back, never to compute it.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from form_templates.editing.edit import Edit
from form_templates.facts import Fact
from form_templates.model import FormTemplate, ItemId

MOST_ENTRIES = 2000
"""That can be undone; an edit keeps some kilobytes, the lists of areas and items it changed."""


class StepAction(StrEnum):
    """What was done to a document."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class EditStep:
    """What was done to a document once; all steps in order make the same document again.

    Attributes:
        action: What it was.
        edit: What was done; None for the other actions.
        continues: Whether the edit went on with the gesture before, see ``FormDocument.do``.
    """

    action: StepAction
    edit: Edit | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history.

    Attributes:
        edit: What was done; of a gesture all of it.
        name: What to call it.
        before: The form it was done to.
        after: What became of it.
    """

    edit: Edit
    name: Fact
    before: FormTemplate
    after: FormTemplate


class FormDocument:
    """A form while it is being edited.

    Args:
        form: To begin with.
        on_step: Told of every step after it was done, as a journal wants to be; what it raises reaches the caller.
        is_saved: Whether that form is kept somewhere already; what was proposed or begun anew is not.
        most_entries: How many entries can be undone; older ones are forgotten, the form is never.
    """

    def __init__(
        self,
        form: FormTemplate,
        on_step: Callable[[EditStep], None] | None = None,
        *,
        is_saved: bool = True,
        most_entries: int = MOST_ENTRIES,
    ) -> None:
        self.on_step = on_step
        self._form = form
        self._saved = form if is_saved else None
        self._done: deque[Entry] = deque(maxlen=max(most_entries, 1))
        self._undone: list[Entry] = []
        self._forgotten: frozenset[ItemId] = frozenset()  # settled by entries that are not kept any more
        self._saved_settled: frozenset[ItemId] = frozenset()
        self._is_gesture_open = False

    @property
    def form(self) -> FormTemplate:
        """The form as it is now."""
        return self._form

    @property
    def is_changed(self) -> bool:
        """Whether the form, or what was settled about it, differs from what was saved last."""
        is_other = self._form is not self._saved and self._form != self._saved
        return is_other or self.settled != self._saved_settled

    @property
    def settled(self) -> frozenset[ItemId]:
        """Questions that were found right since the document was opened."""
        return self._forgotten.union(*(entry.edit.settles for entry in self._done))

    @property
    def done(self) -> tuple[Entry, ...]:
        """What can be undone, the last one last."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Entry, ...]:
        """What can be done again, the next one first."""
        return tuple(reversed(self._undone))

    @property
    def undo_name(self) -> Fact | None:
        """What ``undo`` would take back; None if there is nothing."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> Fact | None:
        """What ``redo`` would do again; None if there is nothing."""
        return self._undone[-1].name if self._undone else None

    def preview(self, edit: Edit) -> FormTemplate:
        """Return what the form would become, as while dragging; nothing is changed.

        Raises:
            EditRefused: The edit cannot be done.
        """
        return edit.applied_to(self._form)

    def do(self, edit: Edit, *, continues: bool = False) -> FormTemplate:
        """Do an edit; what was undone cannot be done again then. One that changes nothing leaves no entry.

        Args:
            edit: What to do.
            continues: Whether it goes on with the gesture of the edit before: a key held down, words being typed. If
                the two are alike they become one entry.

        Returns:
            The form as it is now.

        Raises:
            EditRefused: It cannot be done; nothing was changed.
        """
        after = edit.applied_to(self._form)
        if (after is self._form or after == self._form) and edit.settles <= self.settled:
            return self._form
        entry = self._continued(edit, after) if continues else None
        if entry is None:
            self._append(Entry(edit, edit.describe(self._form), self._form, after))
        elif entry.before == after:
            self._done.pop()  # there and back again is no change
        else:
            self._done[-1] = entry
        self._undone.clear()
        self._form = after
        self._is_gesture_open = bool(self._done) and self._done[-1].after is after
        self._tell(EditStep(StepAction.DO, edit, continues))
        return self._form

    def undo(self) -> FormTemplate:
        """Take back what was done last, if anything was, and return the form."""
        if self._done:
            entry = self._done.pop()
            self._undone.append(entry)
            self._form = entry.before
            self._is_gesture_open = False
            self._tell(EditStep(StepAction.UNDO))
        return self._form

    def redo(self) -> FormTemplate:
        """Do again what was taken back last, if anything was, and return the form."""
        if self._undone:
            entry = self._undone.pop()
            self._done.append(entry)
            self._form = entry.after
            self._is_gesture_open = False
            self._tell(EditStep(StepAction.REDO))
        return self._form

    def mark_saved(self) -> None:
        """Note that the form as it is now was saved; the gesture is over."""
        self._saved, self._saved_settled = self._form, self.settled
        self._is_gesture_open = False
        self._tell(EditStep(StepAction.SAVED))

    def take(self, step: EditStep) -> None:
        """Do what a step says, as when a journal is read.

        Raises:
            EditRefused: It cannot be done; nothing was changed.
        """
        match step.action:
            case StepAction.DO if step.edit is not None:
                self.do(step.edit, continues=step.continues)
            case StepAction.UNDO:
                self.undo()
            case StepAction.REDO:
                self.redo()
            case StepAction.SAVED:
                self.mark_saved()

    def _append(self, entry: Entry) -> None:
        if len(self._done) == self._done.maxlen:
            self._forgotten |= self._done[0].edit.settles
        self._done.append(entry)

    def _continued(self, edit: Edit, after: FormTemplate) -> Entry | None:
        """Return the last entry with an edit that goes on with it; None where it does not."""
        if not self._is_gesture_open:
            return None
        last = self._done[-1]
        merged = last.edit.merged_with(edit)
        return None if merged is None else Entry(merged, merged.describe(last.before), last.before, after)

    def _tell(self, step: EditStep) -> None:
        if self.on_step is not None:
            self.on_step(step)
