"""Every error in the person's language: what happened, what was kept, what to do."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from exports import errors as export_errors
from form_templates import errors as template_errors
from form_templates.editing import errors as editing_errors
from form_templates.errors import Finding
from gui.i18n.fact_messages import describe_fact, describe_finding
from gui.i18n.translation import QT_TRANSLATE_NOOP, format_moment
from omr import errors
from omr.forms.document_kinds import OfficeMissing
from omr.scanners.faults import ScannerFault
from omr.survey import form_errors, watch_errors


@dataclass(frozen=True, slots=True)
class Message:
    """What a person is told.

    Attributes:
        happened: One sentence.
        advice: What was kept and what to do, one or two sentences.
    """

    happened: str
    advice: str


# Values are source texts; ``{name}`` stands for the field of that name of the error.
ERRORS: Mapping[type[Exception], tuple[str, str]] = {
    editing_errors.EditRefused: (
        QT_TRANSLATE_NOOP("messages", "This cannot be done: {fact}."),
        QT_TRANSLATE_NOOP("messages", "The form was not changed."),
    ),
    editing_errors.UnknownEdit: (
        QT_TRANSLATE_NOOP("messages", "What was noted of the editing cannot be read: {fact}."),
        QT_TRANSLATE_NOOP("messages", "The form was not changed."),
    ),
    editing_errors.JournalUnreadable: (
        QT_TRANSLATE_NOOP("messages", "The notes of an earlier editing in {path} cannot be used: {fact}."),
        QT_TRANSLATE_NOOP("messages", "They were left as they are. Open the form as it was saved last."),
    ),
    editing_errors.JournalNotWritable: (
        QT_TRANSLATE_NOOP("messages", "The last change cannot be noted in {path}: {fact}."),
        QT_TRANSLATE_NOOP("messages", "It is still shown. Save the form, if need be in another folder."),
    ),
    errors.SurveyNotFound: (
        QT_TRANSLATE_NOOP("messages", "There is no survey in {folder}."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Choose the folder that holds the file survey.toml."),
    ),
    errors.SurveyExists: (
        QT_TRANSLATE_NOOP("messages", "The folder {folder} is not empty."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Choose a new or an empty folder for the survey."),
    ),
    errors.FolderNotEmpty: (
        QT_TRANSLATE_NOOP("messages", "{folder} is no new or empty folder."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Choose a new or an empty folder for the form template."),
    ),
    errors.PartOfSurvey: (
        QT_TRANSLATE_NOOP("messages", "{path} is part of the survey itself."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Choose another name."),
    ),
    errors.UnusableName: (
        QT_TRANSLATE_NOOP("messages", "A survey cannot be called {name} ({fact})."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Choose another name."),
    ),
    errors.SurveyTooNew: (
        QT_TRANSLATE_NOOP("messages", "The survey in {folder} was written by a newer version of Phiếu."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Open it with that version or a later one."),
    ),
    errors.SurveyDamaged: (
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be used ({fact})."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Restore this file from a copy of the survey folder."),
    ),
    errors.DatabaseDamaged: (
        QT_TRANSLATE_NOOP("messages", "The survey's database {path} is damaged."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing was changed. Check the survey; that mends what can be mended from the scans and from backups "
            '(on the command line: phieu check "{folder}" --mend).',
        ),
    ),
    errors.RowDamaged: (
        QT_TRANSLATE_NOOP("messages", "In the survey's database {path}, row {row} of the table {table} is damaged."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing was changed. Check the survey; that mends what can be mended from the scans and from backups "
            '(on the command line: phieu check "{folder}" --mend).',
        ),
    ),
    errors.KeptScanDamaged: (
        QT_TRANSLATE_NOOP("messages", "The survey's copy of this scan is missing or is not what was delivered."),
        QT_TRANSLATE_NOOP(
            "messages", "Answers and decisions are kept. Add the original file again: the copy is restored from it."
        ),
    ),
    errors.NoSuchBackup: (
        QT_TRANSLATE_NOOP("messages", "The backup {name} is not there or is not whole."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Choose another backup."),
    ),
    errors.UnitListError: (
        QT_TRANSLATE_NOOP("messages", "The unit list {path} cannot be used as it is:\n{findings}"),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Mend this in the list and choose it again."),
    ),
    errors.CrosswalkError: (
        QT_TRANSLATE_NOOP("messages", "The crosswalk of units {path} has mistakes:\n{findings}"),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Mend these lines, save as CSV UTF-8 and try again."),
    ),
    errors.SameSurvey: (
        QT_TRANSLATE_NOOP("messages", "{folder} is the survey that is open."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Choose the folder of an earlier round."),
    ),
    errors.UnknownUnit: (
        QT_TRANSLATE_NOOP("messages", "The survey has no unit with the code {code}."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Choose a unit from the list."),
    ),
    form_errors.UnknownForm: (
        QT_TRANSLATE_NOOP("messages", "The survey has no single form {name}."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Its forms: {known}."),
    ),
    form_errors.FormNotNamed: (
        QT_TRANSLATE_NOOP("messages", "The survey holds several forms ({known})."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Choose one of them."),
    ),
    form_errors.FormInSurvey: (
        QT_TRANSLATE_NOOP("messages", "The survey has the form {form} already."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing was changed. If the form was changed, give it the next version number in its template.toml.",
        ),
    ),
    form_errors.FormInUse: (
        QT_TRANSLATE_NOOP(
            "messages", "The form {form} is in use: {read} pages of it were read and {printed} copies printed."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. The form stays in the survey."),
    ),
    form_errors.FormIsFirst: (
        QT_TRANSLATE_NOOP("messages", "The survey began with the form {form}, which therefore stays."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Make another survey for other forms only."),
    ),
    errors.NoUnits: (
        QT_TRANSLATE_NOOP("messages", "The survey has no units to print covers for."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Give the survey a list of units."),
    ),
    errors.UnmatchedFolders: (
        QT_TRANSLATE_NOOP("messages", "No single unit of the survey is called like: {names}."),
        QT_TRANSLATE_NOOP("messages", "Nothing was read. Name these folders by the code or the name of a unit."),
    ),
    errors.NoSuchPages: (
        QT_TRANSLATE_NOOP("messages", "There are no such pages: {place}."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Choose other pages."),
    ),
    errors.UnclearRange: (
        QT_TRANSLATE_NOOP("messages", "“{text}” does not say which pages."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Give whole numbers like 3-52."),
    ),
    errors.UnitNamedBefore: (
        QT_TRANSLATE_NOOP("messages", "Some of these pages count for another unit already: {units}."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Take back what was said before, or replace it."),
    ),
    errors.NothingToRead: (
        QT_TRANSLATE_NOOP("messages", "No scan was found in:\n{paths}"),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. PDF, TIFF, JPEG and PNG files can be read."),
    ),
    errors.DiskFull: (
        QT_TRANSLATE_NOOP("messages", "The disk that holds {folder} is full."),
        QT_TRANSLATE_NOOP(
            "messages", "Every finished page and every file that was there is kept. Free some space and try again."
        ),
    ),
    errors.FolderNotWritable: (
        QT_TRANSLATE_NOOP("messages", "The folder {folder} cannot be written ({fact})."),
        QT_TRANSLATE_NOOP("messages", "What was there is kept. Check the drive and your rights, then try again."),
    ),
    errors.SurveyBusy: (
        QT_TRANSLATE_NOOP("messages", "The survey in {folder} is in use by another program."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Close it there and try again."),
    ),
    errors.DriveFailed: (
        QT_TRANSLATE_NOOP("messages", "The drive of {folder} failed while data were read or written."),
        QT_TRANSLATE_NOOP("messages", "What was finished is kept. Check the drive and its connection, then try again."),
    ),
    errors.SurveyReadOnly: (
        QT_TRANSLATE_NOOP("messages", "The survey in {folder} is read-only here."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing was changed. It can be looked at, and exported to another place. To change it, copy its folder to "
            "a place that can be written.",
        ),
    ),
    errors.BeingRead: (
        QT_TRANSLATE_NOOP(
            "messages",
            "Scans are being read into {folder} already: by {holder} on {machine}, since {since} (process {process}).",
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing was changed. Wait until that has ended, or stop it there, then try again."
        ),
    ),
    errors.BeingPrinted: (
        QT_TRANSLATE_NOOP(
            "messages",
            "Forms of {folder} are being printed already: by {holder} on {machine}, since {since} (process {process}).",
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing was changed. Wait until that has ended, or stop it there, then try again."
        ),
    ),
    watch_errors.BeingWatched: (
        QT_TRANSLATE_NOOP(
            "messages",
            "Scans are being taken from {folder} already: by {holder} on {machine}, since {since} (process {process}).",
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing was changed. Wait until that has ended, or stop it there, then try again."
        ),
    ),
    watch_errors.CannotBeWatched: (
        QT_TRANSLATE_NOOP("messages", "The folder {folder} cannot be watched ({fact})."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Choose another folder."),
    ),
    form_errors.FormChangedMeanwhile: (
        QT_TRANSLATE_NOOP("messages", "The form in {folder} was changed elsewhere since it was opened here."),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing was overwritten. Save once more to put this form in its place, or open the other anew."
        ),
    ),
    errors.DecidedMeanwhile: (
        QT_TRANSLATE_NOOP("messages", "Somebody else decided on this meanwhile ({operator}, {moment})."),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing was overwritten. Look at that decision, and decide again if it is wrong."
        ),
    ),
    errors.RendererMissing: (
        QT_TRANSLATE_NOOP("messages", "Poppler, which draws PDF pages, is not installed."),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing was changed. Install poppler-utils (on Windows: Poppler, its folder bin in PATH)."
        ),
    ),
    OfficeMissing: (
        QT_TRANSLATE_NOOP("messages", "LibreOffice, which turns {names} into PDF, is not installed."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing was written. Install LibreOffice with its Writer, or open the document where it was written, save "
            "it as PDF and choose that.",
        ),
    ),
    errors.WorkersCannotStart: (
        QT_TRANSLATE_NOOP("messages", "The processes that read pages cannot start ({fact})."),
        QT_TRANSLATE_NOOP("messages", "Every finished page is kept. Close other programs and go on reading."),
    ),
    ScannerFault: (
        QT_TRANSLATE_NOOP("messages", "The scanner cannot be used: {fact}."),
        QT_TRANSLATE_NOOP("messages", "Pages that came are kept. See to the scanner, then scan again."),
    ),
    template_errors.TemplateError: (
        QT_TRANSLATE_NOOP("messages", "The form template has mistakes:\n{findings}"),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Mend these places, then choose the template again."),
    ),
    template_errors.PrintError: (
        QT_TRANSLATE_NOOP("messages", "The form {template_id} cannot be printed like this: {reason}"),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. Change what is asked for and print again."),
    ),
    export_errors.UnknownFormat: (
        QT_TRANSLATE_NOOP("messages", "The name {path} does not say which kind of file to write."),
        QT_TRANSLATE_NOOP("messages", "Nothing was written. End the name in one of: {endings}"),
    ),
    export_errors.ExportFailed: (
        QT_TRANSLATE_NOOP("messages", "The file {path} could not be written ({fact})."),
        QT_TRANSLATE_NOOP(
            "messages",
            "A file that was there before is kept. Close it in Excel or choose another place, then export again.",
        ),
    ),
    export_errors.PackageMissing: (
        QT_TRANSLATE_NOOP("messages", "The file {path} needs the library {package}, which is not installed."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Nothing was changed. Install it (pip install {package}) or choose another kind of file.",
        ),
    ),
}

_MOST_LINES = 12  # of a list of mistakes; a message box must fit the screen
_LONGEST_LINE = 500  # characters
_MORE = QT_TRANSLATE_NOOP("messages", "… and {count} more")
_UNEXPECTED = (
    QT_TRANSLATE_NOOP("messages", "Something went wrong inside the program ({fact})."),
    QT_TRANSLATE_NOOP(
        "messages", "Everything that was finished is kept. Try again; if it returns, send us the details below."
    ),
)


def describe_error(error: Exception) -> Message:
    """Word an error; one that nobody foresaw is named by its class."""
    happened, advice = ERRORS.get(type(error), _UNEXPECTED)
    fields = {name: _field_text(value) for name, value in vars(error).items()}
    if isinstance(error, errors.DecidedMeanwhile):
        fields["operator"] = error.operator or "?"
        fields["moment"] = format_moment(error.moment) if error.moment else "?"
    if isinstance(error, errors.HeldElsewhere):
        fields["since"] = error.since if error.since == "?" else format_moment(error.since)
    if type(error) not in ERRORS:
        fields["fact"] = f"{type(error).__name__}: {error}"
    return Message(_tr(happened).format(**fields), _tr(advice).format(**fields))


def details_of(error: Exception) -> str:
    """Return what can be sent to us about an error that nobody foresaw; empty for all others."""
    return "" if type(error) in ERRORS else "".join(traceback.format_exception(error))


def _field_text(value: object) -> str:
    if not isinstance(value, (tuple, list)):
        return _cut(describe_fact(value))
    lines = [describe_finding(part) if isinstance(part, Finding) else describe_fact(part) for part in value]
    shown = [f"• {_cut(line)}" for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(_tr(_MORE).format(count=len(lines) - _MOST_LINES))
    return "\n".join(shown)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"


def _tr(source: str) -> str:
    return QCoreApplication.translate("messages", source)
