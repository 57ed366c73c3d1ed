"""The journal of a form being edited: what was done, on disk as it is done, so that a killed program loses nothing.

A text file of JSON, one line each, ASCII only::

    {"journal": 1, "form": {...}, "saved": true}     the form it begins with, whole, and whether that was saved
    {"do": {"edit": "areas.move", ...}}              an edit; "continues": true where it went on with a gesture
    {"undo": true}  {"redo": true}  {"saved": true}

A line counts once its line end is written: what a killed program left of its last one is dropped. Whoever finds a
journal reads it, asks the person, and goes on with it or begins anew.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from form_templates.editing.codec import as_dict, form_as_dict, form_from_dict, from_dict
from form_templates.editing.errors import EditRefused, JournalNotWritable, JournalUnreadable, UnknownEdit
from form_templates.editing.history import EditStep, FormDocument, StepAction
from form_templates.facts import Fact, system_fact
from form_templates.model import FormTemplate

VERSION = 1
JOURNAL_NAME = "editing.journal"

_MOST_BYTES = 256 << 20  # a day of typing is some megabytes


@dataclass(frozen=True, slots=True)
class JournalDamage:
    """Where a journal cannot be followed any further; everything before was done.

    Attributes:
        line: 1-based.
        fact: Why, one sentence.
        lost_lines: How many lines were not followed, this one among them.
    """

    line: int
    fact: str
    lost_lines: int


@dataclass(frozen=True, slots=True)
class JournalReading:
    """What a journal gives back.

    Attributes:
        document: The form with its history, as it was after the last line that could be followed.
        steps: How many were done.
        good_bytes: Length of what was followed; ``Journal.resume`` cuts the rest off.
        is_torn: Whether the last line was cut off in the middle, and dropped.
        damage: What stopped the reading before its end; None if nothing did.
    """

    document: FormDocument
    steps: int
    good_bytes: int
    is_torn: bool = False
    damage: JournalDamage | None = None


class Journal:
    """Writes the steps of one document; ``FormDocument.on_step`` is to be its ``write``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_whole = True

    @classmethod
    def begin(cls, path: Path, document: FormDocument) -> "Journal":
        """Begin a journal with the document's form as it is now, in the place of one that may be there.

        The document writes into it from now on; its history before is not in it.

        Raises:
            JournalNotWritable: It cannot be made; the document writes into none.
        """
        document.on_step = None
        head = {"journal": VERSION, "form": form_as_dict(document.form), "saved": not document.is_changed}
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_bytes(_line(head))
            part.replace(path)
        except OSError as error:
            raise JournalNotWritable(path, system_fact(error)) from error
        return cls._joined(path, document)

    @classmethod
    def resume(cls, path: Path, reading: JournalReading) -> "Journal":
        """Go on with a journal that was read; what could not be followed is cut off.

        Raises:
            JournalNotWritable: It cannot be written; the document writes into none.
        """
        try:
            with path.open("rb+") as file:
                file.truncate(reading.good_bytes)
        except OSError as error:
            raise JournalNotWritable(path, system_fact(error)) from error
        return cls._joined(path, reading.document)

    def write(self, step: EditStep) -> None:
        """Append a step.

        Raises:
            JournalNotWritable: It could not be written, or one before could not: begin anew then.
        """
        if not self._is_whole:
            raise JournalNotWritable(self.path, Fact("an edit before could not be written either"))
        line = _line(_step_values(step))
        self._is_whole = False
        try:
            with self.path.open("rb+") as file:  # not "a", which would make a file without its first line
                file.seek(0, 2)
                file.write(line)
        except OSError as error:
            raise JournalNotWritable(self.path, system_fact(error)) from error
        self._is_whole = True

    def remove(self) -> None:
        """Take the journal away, as when the form is saved and closed.

        Raises:
            JournalNotWritable: It cannot be taken away.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise JournalNotWritable(self.path, system_fact(error)) from error

    @classmethod
    def _joined(cls, path: Path, document: FormDocument) -> "Journal":
        journal = cls(path)
        document.on_step = journal.write
        return journal


def read_journal(path: Path) -> JournalReading:
    """Read a journal and do again what it says; nothing is written.

    Raises:
        JournalUnreadable: It is not there, too large, of a newer version, or its first line holds no form.
    """
    lines, is_torn = _lines(path)
    form, is_saved = _first_form(path, lines)
    document = FormDocument(form, is_saved=is_saved)
    good_bytes = len(lines[0]) + 1
    for number, line in enumerate(lines[1:], start=2):
        try:
            document.take(_read_step(line))
        except (UnknownEdit, EditRefused) as error:
            damage = JournalDamage(number, error.fact, len(lines) - number + 1)
            return JournalReading(document, number - 2, good_bytes, is_torn, damage)
        good_bytes += len(line) + 1
    return JournalReading(document, len(lines) - 1, good_bytes, is_torn)


def _lines(path: Path) -> tuple[list[bytes], bool]:
    """Return the whole lines of a file, and whether another was begun."""
    try:
        if path.exists() and not path.is_file():
            raise JournalUnreadable(path, Fact("it is no ordinary file"))  # a pipe would be waited for
        if path.stat().st_size > _MOST_BYTES:
            limit = _MOST_BYTES >> 20
            raise JournalUnreadable(
                path, Fact("is larger than {limit} MB, more than a file of this kind can be", limit=limit)
            )
        *lines, rest = path.read_bytes().split(b"\n")
    except OSError as error:
        raise JournalUnreadable(path, Fact("cannot be read: {why}", why=system_fact(error))) from error
    return lines, bool(rest)


def _first_form(path: Path, lines: list[bytes]) -> tuple[FormTemplate, bool]:
    if not lines:
        raise JournalUnreadable(path, Fact("its first line is missing"))
    try:
        head = _parsed(lines[0])
        if set(head) != {"journal", "form", "saved"} or not isinstance(head["journal"], int):
            raise JournalUnreadable(path, Fact("it is no journal of a form"))
        if head["journal"] > VERSION:
            raise JournalUnreadable(
                path, Fact("it was written by a newer version of the program ({version})", version=head["journal"])
            )
        return form_from_dict(head["form"]), head["saved"] is True
    except UnknownEdit as error:
        raise JournalUnreadable(path, error.fact) from error


def _step_values(step: EditStep) -> dict[str, Any]:
    if step.edit is None:
        return {step.action.value: True}
    return {step.action.value: as_dict(step.edit), **({"continues": True} if step.continues else {})}


def _read_step(line: bytes) -> EditStep:
    values = _parsed(line)
    actions = [action for action in StepAction if action in values]
    if len(actions) != 1 or set(values) - {actions[0].value, "continues"}:
        raise UnknownEdit(Fact("it is no step of a journal"))
    if actions[0] is StepAction.DO:
        return EditStep(StepAction.DO, from_dict(values["do"]), continues=values.get("continues") is True)
    return EditStep(actions[0])


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise UnknownEdit(Fact("the line is damaged")) from error
    if not isinstance(values, dict):
        raise UnknownEdit(Fact("the line is damaged"))
    return values


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"


def steps_of(reading: JournalReading) -> Iterator[Fact]:
    """Yield the names of what a journal gives back, the last one last, for a person to decide upon."""
    for entry in reading.document.done:
        yield entry.name
