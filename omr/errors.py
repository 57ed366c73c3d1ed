"""What can go wrong with the world around the engine.

A blank, double or unreadable page is a value (see ``results``); these are for the rest::

    PhieuError                   what happened, what was kept, what to do
    |-- InputError               input that cannot be used; nothing was changed
    |   |-- SurveyNotFound       the folder holds no survey
    |   |-- SurveyExists         the folder holds something already
    |   |-- UnusableName         a survey is to be called what no list and no heading could show
    |   |-- SurveyTooNew         written by a newer version of the program
    |   |-- SurveyDamaged        a file of the survey is missing or broken
    |   |   |-- DatabaseDamaged  its database contradicts itself or is no database
    |   |   |-- RowDamaged       a row of its database cannot be understood
    |   |   `-- KeptScanDamaged  a kept scan is missing or is not what was delivered
    |   |-- NoSuchBackup         no backup of that name, or one that is not whole
    |   |-- UnitListError        a unit list with mistakes, all of them listed
    |   |-- CrosswalkError       a crosswalk of units with mistakes, all of them listed
    |   |-- SameSurvey           a survey is to be compared with itself
    |   |-- FolderNotEmpty       a template is to be made where something is already
    |   |-- UnknownUnit          a unit code that the survey does not have
    |   `-- NothingToRead        the paths hold no file of a known kind
    |-- MachineError             the machine lacks something
    |   |-- DiskFull             no room in the survey's folder
    |   |-- FolderNotWritable    the survey's folder cannot be written
    |   |-- DriveFailed          the drive did not give or take data
    |   |-- SurveyReadOnly       the survey can only be looked at here
    |   |-- SurveyBusy           another program holds the survey
    |   |-- BeingRead            scans are being read into the survey elsewhere
    |   |-- BeingPrinted         its forms are being printed elsewhere
    |   |-- RendererMissing      Poppler, which draws PDF pages, is not installed
    |   `-- WorkersCannotStart   the processes that read pages end before they begin
    |-- DecidedMeanwhile         somebody else decided the same answer; nothing was overwritten
    `-- Cancelled is no error and stands outside the tree

Each class is one cause and carries its facts as fields; ``str(error)`` is one English sentence for the log and the
command line. ``gui.i18n.reason_messages`` words the same in the user's language.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from form_templates.model import ItemId


class PhieuError(Exception):
    """Base of everything that is nobody's bug."""


class InputError(PhieuError):
    """Input that cannot be used; nothing was changed."""


class MachineError(PhieuError):
    """The machine lacks something."""


class SurveyNotFound(InputError):
    """The folder holds no survey."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no survey (no survey.toml in it); create one with 'new'.")
        self.folder = folder


class SurveyExists(InputError):
    """The folder holds something already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not empty; nothing was written. Choose a new or empty folder.")
        self.folder = folder


class UnusableName(InputError):
    """A survey, or its round, is to be called what no list and no heading could show."""

    def __init__(self, name: str, fact: str) -> None:
        super().__init__(f"A survey cannot be called {name} ({fact}); nothing was written. Choose another name.")
        self.name = name
        self.fact = fact


class SurveyTooNew(InputError):
    """The survey was written by a newer version of the program."""

    def __init__(self, folder: Path, found: str) -> None:
        super().__init__(
            f"{folder} was written by a newer version of Phiếu (format {found}); nothing was changed. "
            "Open it with that version or a later one."
        )
        self.folder = folder
        self.found = found


class SurveyDamaged(InputError):
    """A file of the survey is missing or broken."""

    def __init__(self, path: Path, fact: str, advice: str = "restore this file from a copy") -> None:
        super().__init__(f"{path} cannot be used: {fact}. Nothing was changed; {advice}.")
        self.path = path
        self.fact = fact


class DatabaseDamaged(SurveyDamaged):
    """The survey's database contradicts itself, or the file is no database; ``fact`` is SQLite's own word."""

    def __init__(self, path: Path, fact: str) -> None:
        super().__init__(path, fact, _how_to_mend(path.parent))
        self.folder = path.parent


class RowDamaged(SurveyDamaged):
    """A row of the survey's database cannot be understood; ``row`` is its key."""

    def __init__(self, path: Path, table: str, row: str, column: str) -> None:
        of_column = f" ({column})" if column else ""
        fact = f"row {row} of its table {table} cannot be understood{of_column}"
        super().__init__(path, fact, _how_to_mend(path.parent))
        self.folder = path.parent
        self.table = table
        self.row = row
        self.column = column


class KeptScanDamaged(SurveyDamaged):
    """A kept scan is missing or is not what was delivered; everything else about its pages is there."""

    def __init__(self, path: Path, fact: str) -> None:
        Exception.__init__(
            self,
            f"The kept scan {path} cannot be used: {fact}. Answers and decisions are kept; read the original file "
            "again, or run 'check --mend', to restore it.",
        )
        self.path = path
        self.fact = fact


class NoSuchBackup(InputError):
    """There is no backup of that name, or it is not whole."""

    def __init__(self, folder: Path, name: str, names: tuple[str, ...]) -> None:
        others = f"Choose one of these: {', '.join(names)}." if names else "There is no other."
        super().__init__(f"{folder} has no usable backup {name}; nothing was changed. {others}")
        self.folder = folder
        self.name = name
        self.names = names


class UnitListError(InputError):
    """A unit list with mistakes; ``findings`` holds all of them, each with its line."""

    def __init__(self, path: Path, findings: tuple[str, ...]) -> None:
        super().__init__(f"{path} is not a usable unit list; nothing was changed: " + "; ".join(findings))
        self.path = path
        self.findings = findings


class CrosswalkError(InputError):
    """A crosswalk of units with mistakes; ``findings`` holds all of them, each with its line."""

    def __init__(self, path: Path, findings: tuple[str, ...]) -> None:
        super().__init__(f"{path} is not a usable crosswalk of units; nothing was changed: " + "; ".join(findings))
        self.path = path
        self.findings = findings


class SameSurvey(InputError):
    """A survey is to be compared with itself."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is this survey itself; nothing was changed. Choose the folder of an earlier round.")
        self.folder = folder


class FolderNotEmpty(InputError):
    """A template is to be made in a folder that holds something already, or under the name of a file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not a new or empty folder; nothing was written. Choose another one.")
        self.folder = folder


class PartOfSurvey(InputError):
    """Something is to be written where a survey keeps its own files."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is part of the survey itself; nothing was written. Choose another name, in the folder 'exports' "
            "for example."
        )
        self.path = path


class UnknownUnit(InputError):
    """A unit code that the survey does not have."""

    def __init__(self, code: str, meant: str = "") -> None:
        advice = f"Did you mean {meant}?" if meant else "units.csv in its folder lists them."
        super().__init__(f"The survey has no unit {code}; nothing was changed. {advice}")
        self.code = code
        self.meant = meant


class NoUnits(InputError):
    """Covers are to be printed, and there is no unit to print them for."""

    def __init__(self) -> None:
        super().__init__("The survey has no units to print covers for; nothing was written. Give it a list of units.")


class UnmatchedFolders(InputError):
    """Folders that are to be named after units are not, or could be named after several."""

    def __init__(self, names: str, told: str) -> None:
        super().__init__(
            f"{told}; nothing was read. Name these folders by the code or the name of a unit (units.csv in the "
            "survey's folder lists them), or read them by themselves with --unit."
        )
        self.names = names


class NoSuchPages(InputError):
    """A unit is to be named for pages, and there are none there."""

    def __init__(self, place: str) -> None:
        super().__init__(f"There are no such pages: {place}; nothing was changed. Give other ones.")
        self.place = place


class UnclearRange(InputError):
    """Pages were to be named by a range that is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f'"{text}" does not say which pages; nothing was changed. Give --source FILE or --batch N, and --pages or '
            "--serials as whole numbers like 3-52."
        )
        self.text = text


class UnitNamedBefore(InputError):
    """A unit is to be named for pages that count for another one."""

    def __init__(self, counted: dict[str, int]) -> None:
        units = ", ".join(f"{pages} for unit {unit}" for unit, pages in counted.items())
        super().__init__(
            f"Of these pages some count for another unit already: {units}; nothing was changed. "
            "With --replace they count for the new one, and what was said before is kept."
        )
        self.units = units


class NothingToRead(InputError):
    """The paths hold no file that could be a scan."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(str(path) for path in paths)
        super().__init__(f"No scan was found in {names}; nothing was changed. PDF, TIFF, JPEG and PNG can be read.")
        self.paths = paths


class DiskFull(MachineError):
    """No room in the survey's folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk of {folder} is full; every finished page, and every file that was there, is kept. "
            "Free some space and run the same again."
        )
        self.folder = folder


class FolderNotWritable(MachineError):
    """A folder that must be written cannot be."""

    def __init__(self, folder: Path, fact: str) -> None:
        super().__init__(
            f"{folder} cannot be written ({fact}); what was there is kept. Check the drive and your rights."
        )
        self.folder = folder
        self.fact = fact


class DriveFailed(MachineError):
    """The drive of a survey did not give or take data."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The drive of {folder} failed while data were read or written; what was finished is kept. "
            "Check the drive and its connection, and try again."
        )
        self.folder = folder


class SurveyReadOnly(MachineError):
    """The survey can only be looked at here: the drive or the rights do not let it be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is read-only here; nothing was changed. The survey can be looked at, and exported to another "
            "place; to change it, copy its folder to a place that can be written."
        )
        self.folder = folder


class SurveyBusy(MachineError):
    """Another program holds the survey's database."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is in use by another program; nothing was changed. Close it there and try again.")
        self.folder = folder


class HeldElsewhere(MachineError):
    """Work that one person at a time may do in a survey is being done by somebody.

    Attributes:
        folder: The survey.
        holder: Who does it; empty if that is not known.
        machine: On which machine; empty likewise.
        since: Since when, local time; empty likewise.
        process: Number of the process there; 0 likewise.
    """

    def __init__(self, folder: Path, work: str, holder: str, machine: str, since: str, process: int) -> None:
        who = f" by {holder} on {machine} since {since} (process {process})" if machine else ""
        super().__init__(
            f"{work} {folder}{who}; nothing was changed. Wait until that has ended, or stop it there, and try again."
        )
        self.folder = folder
        self.holder = holder or "?"
        self.machine = machine or "?"
        self.since = since or "?"
        self.process = process or "?"


class BeingRead(HeldElsewhere):
    """Scans are being read into the survey by another process."""

    def __init__(self, folder: Path, holder: str, machine: str, since: str, process: int) -> None:
        super().__init__(folder, "Scans are being read into", holder, machine, since, process)


class BeingPrinted(HeldElsewhere):
    """Forms of the survey are being printed by another process, which would give them the same serial numbers."""

    def __init__(self, folder: Path, holder: str, machine: str, since: str, process: int) -> None:
        super().__init__(folder, "Forms are being printed of", holder, machine, since, process)


class RendererMissing(MachineError):
    """Poppler, which draws PDF pages, is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Drawing a PDF page needs Poppler, which is not installed; nothing was changed. Install poppler-utils "
            "(on Windows: Poppler, with its folder bin in PATH) and try again."
        )


class WorkersCannotStart(MachineError):
    """The processes that read pages end before they begin."""

    def __init__(self, fact: str) -> None:
        super().__init__(
            f"The processes that read pages cannot start ({fact}); every finished page is kept. Close other programs "
            "and run the same again."
        )
        self.fact = fact


class DecidedMeanwhile(PhieuError):
    """Answers were decided, or a decision on them was taken back, after the operator saw them; nothing was written.

    Attributes:
        items: Page id and item id of each of them.
        count: How many they are.
        operator: Who decided the first of them; empty if a decision was taken back.
        moment: When, ISO 8601 with offset; likewise.
    """

    def __init__(self, items: "tuple[tuple[int, ItemId], ...]", operator: str, moment: str) -> None:
        who = f" by {operator} at {moment}" if operator else ""
        super().__init__(
            f"{len(items)} of these answers were decided meanwhile{who}; nothing was overwritten. "
            "Look at that decision, and decide again if it is wrong."
        )
        self.items = items
        self.count = len(items)
        self.operator = operator
        self.moment = moment


def _how_to_mend(folder: Path) -> str:
    return f"'phieu check \"{folder}\" --mend' mends what can be mended from the scans and from backups"


class Cancelled(Exception):
    """The person stopped the work; what was finished is kept, which a text may say more exactly for a terminal."""
