"""Reasons, flags and states of pages and answers in the person's language; errors are in ``error_messages``."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.statistics.share import Share
from exports.tally.statistics.smallness import Smallness, smallness_of
from form_templates.model import Item, Language
from gui.i18n.translation import QT_TRANSLATE_NOOP, format_count
from omr.forms.page_findings import PageProblem
from omr.responses import ItemAnswer
from omr.results import Answer, AnswerStatus, Flag, PageOutcome, Reason
from omr.units.unit_list import Unit

REASONS: Mapping[Reason, tuple[str, str]] = {
    Reason.FILE_EMPTY: (
        QT_TRANSLATE_NOOP("messages", "The file is empty"),
        QT_TRANSLATE_NOOP("messages", "Scan these sheets again; copying the file may have been interrupted."),
    ),
    Reason.FILE_NOT_FOUND: (
        QT_TRANSLATE_NOOP("messages", "The file is not there"),
        QT_TRANSLATE_NOOP("messages", "It was moved or renamed. Find it and add it again."),
    ),
    Reason.FILE_UNREACHABLE: (
        QT_TRANSLATE_NOOP("messages", "The file cannot be opened"),
        QT_TRANSLATE_NOOP("messages", "Check the network drive and your rights, then add the file again."),
    ),
    Reason.STILL_BEING_WRITTEN: (
        QT_TRANSLATE_NOOP("messages", "The file is still being written"),
        QT_TRANSLATE_NOOP("messages", "Wait until the scanner or the copying has finished, then add the file again."),
    ),
    Reason.FILE_TRUNCATED: (
        QT_TRANSLATE_NOOP("messages", "The file is cut off"),
        QT_TRANSLATE_NOOP("messages", "Copy it again from the scanner, or scan these sheets again."),
    ),
    Reason.FILE_DAMAGED: (
        QT_TRANSLATE_NOOP("messages", "The file is damaged"),
        QT_TRANSLATE_NOOP("messages", "Copy it again from the scanner, or scan these sheets again."),
    ),
    Reason.FILE_ENCRYPTED: (
        QT_TRANSLATE_NOOP("messages", "The file has a password"),
        QT_TRANSLATE_NOOP("messages", "Save it without a password and add it again."),
    ),
    Reason.FILE_HAS_NO_PAGES: (
        QT_TRANSLATE_NOOP("messages", "The file has no pages"),
        QT_TRANSLATE_NOOP("messages", "Scan these sheets again."),
    ),
    Reason.RENDERER_MISSING: (
        QT_TRANSLATE_NOOP("messages", "Poppler, which draws PDF pages, is not installed"),
        QT_TRANSLATE_NOOP(
            "messages", "Install poppler-utils (on Windows: Poppler, its folder bin in PATH), then add the file again."
        ),
    ),
    Reason.UNKNOWN_FORMAT: (
        QT_TRANSLATE_NOOP("messages", "The file is no scan we know"),
        QT_TRANSLATE_NOOP("messages", "Save it as PDF, TIFF, JPEG or PNG and add it again."),
    ),
    Reason.NOT_A_FILE: (
        QT_TRANSLATE_NOOP("messages", "It is no file, but a folder or a device"),
        QT_TRANSLATE_NOOP("messages", "Nothing was read from it. Add the scan itself."),
    ),
    Reason.PAGES_LOST: (
        QT_TRANSLATE_NOOP("messages", "The file is damaged from this page on, and what follows cannot be found"),
        QT_TRANSLATE_NOOP("messages", "The pages before are kept. Scan or copy the file again and add it."),
    ),
    Reason.TOO_MANY_PAGES: (
        QT_TRANSLATE_NOOP("messages", "The file has more pages than are read of one"),
        QT_TRANSLATE_NOOP(
            "messages", "Split it, or allow more pages under “Try again…” if all of them are scans of forms."
        ),
    ),
    Reason.TAKES_TOO_LONG: (
        QT_TRANSLATE_NOOP("messages", "Reading takes longer than it may"),
        QT_TRANSLATE_NOOP(
            "messages", "All other pages are kept. Scan the page again, or allow more time under “Try again…”."
        ),
    ),
    Reason.NEEDS_TOO_MUCH_MEMORY: (
        QT_TRANSLATE_NOOP("messages", "Reading needs more memory than it may use"),
        QT_TRANSLATE_NOOP(
            "messages", "All other pages are kept. Scan the page again, or allow more memory under “Try again…”."
        ),
    ),
    Reason.WORKER_KILLED: (
        QT_TRANSLATE_NOOP("messages", "Reading was ended from outside each time, perhaps for want of memory"),
        QT_TRANSLATE_NOOP("messages", "Close other programs, then choose “Try again…” or add the file again."),
    ),
    Reason.IMAGE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("messages", "The picture is too large"),
        QT_TRANSLATE_NOOP("messages", "Scan at 300 dpi in grey and add it again."),
    ),
    Reason.IMAGE_TOO_SMALL: (
        QT_TRANSLATE_NOOP("messages", "The picture is too small"),
        QT_TRANSLATE_NOOP("messages", "Scan at 200 dpi or more and add it again."),
    ),
    Reason.BLANK_PAGE: (
        QT_TRANSLATE_NOOP("messages", "The page is empty"),
        QT_TRANSLATE_NOOP("messages", "Nothing to do: backs of one-sided forms look like this."),
    ),
    Reason.DARK_PAGE: (
        QT_TRANSLATE_NOOP("messages", "The page is dark all over, and nothing can be seen on it"),
        QT_TRANSLATE_NOOP("messages", "Close the scanner's lid, see that its lamp is on, and scan the sheet again."),
    ),
    Reason.NO_FIDUCIALS: (
        QT_TRANSLATE_NOOP("messages", "No corner target was found"),
        QT_TRANSLATE_NOOP("messages", "Check that it is a page of this form, then scan it again with all corners."),
    ),
    Reason.TOO_FEW_FIDUCIALS: (
        QT_TRANSLATE_NOOP("messages", "Too few corner targets were found"),
        QT_TRANSLATE_NOOP("messages", "Scan the page again so that all four corners can be seen."),
    ),
    Reason.OTHER_TEMPLATE: (
        QT_TRANSLATE_NOOP("messages", "A page of another form"),
        QT_TRANSLATE_NOOP("messages", "It was left out. Add it to the survey it belongs to."),
    ),
    Reason.PAGE_NOT_IDENTIFIED: (
        QT_TRANSLATE_NOOP("messages", "The page could not be told"),
        QT_TRANSLATE_NOOP("messages", "Check that it is a page of this form, then scan it again."),
    ),
    Reason.FORM_IN_DOUBT: (
        QT_TRANSLATE_NOOP("messages", "Several forms of the survey fit the page"),
        QT_TRANSLATE_NOOP(
            "messages", "Choose the right form at the top, then say with “Read anyway…” which page of it this is."
        ),
    ),
    Reason.PRINT_DOES_NOT_MATCH: (
        QT_TRANSLATE_NOOP("messages", "The print does not match the form"),
        QT_TRANSLATE_NOOP("messages", "Check that it is this version of the form, then scan it again lying flat."),
    ),
    Reason.MORE_ON_IMAGE: (
        QT_TRANSLATE_NOOP("messages", "The image shows more of a form than the page that was read"),
        QT_TRANSLATE_NOOP("messages", "Scan that sheet by itself, or say with “Read anyway…” where it lies."),
    ),
    Reason.ALREADY_DELIVERED: (
        QT_TRANSLATE_NOOP("messages", "The same page came before"),
        QT_TRANSLATE_NOOP("messages", "It is counted once. Nothing to do."),
    ),
    Reason.SAME_SHEET: (
        QT_TRANSLATE_NOOP("messages", "Another scan of the same sheet counts"),
        QT_TRANSLATE_NOOP("messages", "It is counted once. If it is a sheet of its own, choose “Set apart”."),
    ),
    Reason.ENGINE_FAILED: (
        QT_TRANSLATE_NOOP("messages", "Reading stopped on this page"),
        QT_TRANSLATE_NOOP("messages", "All other pages are kept. Scan this page again; please send us the scan."),
    ),
    Reason.KEPT_COPY_DAMAGED: (
        QT_TRANSLATE_NOOP("messages", "The survey's copy of the file is not what was delivered"),
        QT_TRANSLATE_NOOP("messages", "Add the original file again: the copy is restored and the page is read."),
    ),
    Reason.PAGE_TAKEN_OUT: (
        QT_TRANSLATE_NOOP("messages", "Taken out of the count"),
        QT_TRANSLATE_NOOP("messages", "What was read and decided is kept. “Bring back” lets the page count again."),
    ),
    Reason.BATCH_TAKEN_OUT: (
        QT_TRANSLATE_NOOP("messages", "Its batch was taken out of the count"),
        QT_TRANSLATE_NOOP(
            "messages", "What was read and decided is kept. Bring the batch back under “Batches” to let it count again."
        ),
    ),
    Reason.UNKNOWN: (
        QT_TRANSLATE_NOOP("messages", "Not read, for a reason that this version of the program does not know"),
        QT_TRANSLATE_NOOP("messages", "Open the survey with the version of the program that read it, or scan again."),
    ),
}

PAGE_PROBLEMS: Mapping[PageProblem, str] = {
    PageProblem.PROPORTION: QT_TRANSLATE_NOOP(
        "messages",
        "The picture ({image}) has not the shape of page {page} ({paper}). It is probably another page, cropped, or "
        "lying on its side.",
    ),
    PageProblem.COUNT: QT_TRANSLATE_NOOP(
        "messages", "Pages in the layout: {wanted}, page images chosen: {given}. Choose one for each page, in order."
    ),
    PageProblem.CANNOT_BE_READ: QT_TRANSLATE_NOOP("messages", "The file cannot be opened ({fact})."),
    PageProblem.NO_PDF: QT_TRANSLATE_NOOP(
        "messages",
        "The file is neither a PDF nor a picture. Open the form where it was written and save it as PDF.",
    ),
    PageProblem.OTHER_PICTURE: QT_TRANSLATE_NOOP(
        "messages",
        "The file is a kind of picture that is not read. Save it as JPEG or PNG (phones have a setting for it), or as "
        "PDF.",
    ),
    PageProblem.TOO_FULL: QT_TRANSLATE_NOOP(
        "messages", "Page {page} holds more letters or lines than a form has. Choose a page that holds the form alone."
    ),
    PageProblem.NOTHING_FOUND: QT_TRANSLATE_NOOP(
        "messages",
        "No boxes, circles, digits or cells to be marked were found on it. Choose the form's own PDF, or a sharper "
        "scan.",
    ),
    PageProblem.TOO_FEW_COPIES: QT_TRANSLATE_NOOP(
        "messages",
        "Filled copies of one page that were found: {count}. Three are needed, ten are good; or give a blank form.",
    ),
    PageProblem.NO_DOCUMENT: QT_TRANSLATE_NOOP(
        "messages", "This is no document of a word processor, whatever its name says. Save the form as PDF."
    ),
    PageProblem.NO_LIST: QT_TRANSLATE_NOOP(
        "messages",
        "This holds no list of questions. Give an Excel workbook (.xlsx), a Word document (.docx) or a text (.txt).",
    ),
    PageProblem.NOT_CONVERTED: QT_TRANSLATE_NOOP(
        "messages",
        "LibreOffice cannot turn it into PDF: it may be damaged or have a password, or LibreOffice lacks its Writer. "
        "Open it where it was written and save it as PDF.",
    ),
    PageProblem.NOT_CONVERTED_IN_LIMITS: QT_TRANSLATE_NOOP(
        "messages",
        "Turning it into PDF takes more than it may ({detail}). Open it where it was written and save it as PDF.",
    ),
}

SAVE_AS_PNG = QT_TRANSLATE_NOOP("messages", "{reason}. Save each page as a PNG image and choose those.")
"""Of a page image that goes beyond the limits."""

FLAGS: Mapping[Flag, str] = {
    Flag.DOUBLE_MARK: QT_TRANSLATE_NOOP("messages", "More marks than the question allows."),
    Flag.FAINT_MARK: QT_TRANSLATE_NOOP("messages", "There is something faint that may or may not be a mark."),
    Flag.UNMARKED: QT_TRANSLATE_NOOP("messages", "Nothing is marked on this page, as far as can be seen."),
    Flag.UNCERTAIN: QT_TRANSLATE_NOOP("messages", "The reading is not certain enough."),
    Flag.CANCELLED_MARK: QT_TRANSLATE_NOOP("messages", "A mark looks crossed out or corrected."),
    Flag.HIDDEN: QT_TRANSLATE_NOOP("messages", "A box is covered, torn off or not printed: a mark may be missing."),
    Flag.CUT_OFF: QT_TRANSLATE_NOOP("messages", "Cut off: part of the question is not on the scanned paper."),
    Flag.NOT_LOCATED: QT_TRANSLATE_NOOP("messages", "The boxes could not be placed exactly on this scan."),
    Flag.HANDWRITING: QT_TRANSLATE_NOOP("messages", "Handwriting: please type what is written."),
    Flag.MISSING_PAGE: QT_TRANSLATE_NOOP("messages", "The page with this question was not delivered."),
    Flag.DISPUTED: QT_TRANSLATE_NOOP("messages", "Two people and the program read this in three ways."),
    Flag.DOUBTED: QT_TRANSLATE_NOOP("messages", "Set aside in the gallery: the reading looked odd."),
}

FLAG_NAMES: Mapping[Flag, str] = {
    Flag.DOUBLE_MARK: QT_TRANSLATE_NOOP("messages", "Several marks"),
    Flag.FAINT_MARK: QT_TRANSLATE_NOOP("messages", "Faint mark"),
    Flag.UNMARKED: QT_TRANSLATE_NOOP("messages", "Nothing marked"),
    Flag.UNCERTAIN: QT_TRANSLATE_NOOP("messages", "Uncertain"),
    Flag.CANCELLED_MARK: QT_TRANSLATE_NOOP("messages", "Cancelled mark"),
    Flag.HIDDEN: QT_TRANSLATE_NOOP("messages", "Box not seen"),
    Flag.CUT_OFF: QT_TRANSLATE_NOOP("messages", "Cut off"),
    Flag.NOT_LOCATED: QT_TRANSLATE_NOOP("messages", "Box not located"),
    Flag.HANDWRITING: QT_TRANSLATE_NOOP("messages", "Handwriting"),
    Flag.MISSING_PAGE: QT_TRANSLATE_NOOP("messages", "Page missing"),
    Flag.DOUBTED: QT_TRANSLATE_NOOP("messages", "Set aside"),
    Flag.DISPUTED: QT_TRANSLATE_NOOP("messages", "Read in three ways"),
}

OUTCOMES: Mapping[PageOutcome, str] = {
    PageOutcome.READ: QT_TRANSLATE_NOOP("messages", "Read"),
    PageOutcome.UNREADABLE: QT_TRANSLATE_NOOP("messages", "Unreadable"),
    PageOutcome.BLANK: QT_TRANSLATE_NOOP("messages", "Blank"),
    PageOutcome.DUPLICATE: QT_TRANSLATE_NOOP("messages", "Duplicate"),
    PageOutcome.FOREIGN: QT_TRANSLATE_NOOP("messages", "Foreign"),
    PageOutcome.TAKEN_OUT: QT_TRANSLATE_NOOP("messages", "Taken out"),
    PageOutcome.COVER: QT_TRANSLATE_NOOP("messages", "Cover"),
    PageOutcome.OTHER_FORM: QT_TRANSLATE_NOOP("messages", "Other form"),
}

# Levels as the shipped list of units has them; others are shown as their list writes them.
LEVELS: Mapping[str, str] = {
    "province": QT_TRANSLATE_NOOP("messages", "Province"),
    "district": QT_TRANSLATE_NOOP("messages", "District"),
    "commune": QT_TRANSLATE_NOOP("messages", "Commune"),
}

_BLANK = QT_TRANSLATE_NOOP("messages", "blank")
_UNREADABLE = QT_TRANSLATE_NOOP("messages", "unreadable")
_BY_ENGINE = QT_TRANSLATE_NOOP("messages", "the program")
_BY_ENGINE_SINCE = QT_TRANSLATE_NOOP("messages", "the program, going by decisions")
_BY_NOBODY = QT_TRANSLATE_NOOP("messages", "awaits review")
_FEW_FORMS = QT_TRANSLATE_NOOP("messages", "{valid} valid forms, fewer than {limit}: a hint only")
_UNSURE = QT_TRANSLATE_NOOP("messages", "as sure as {size} people, fewer than {limit}: a hint only")
_NO_UNIT = QT_TRANSLATE_NOOP("messages", "Unit not known")
_UNLISTED_UNIT = QT_TRANSLATE_NOOP("messages", "{code} (not in the list)")


def describe_reason(reason: Reason | None, detail: str = "") -> str:
    """Word why a page was not read, with the fact behind it; empty if it was read."""
    if reason is None:
        return ""
    words = _tr(REASONS[reason][0])
    if reason is Reason.SAME_SHEET:
        file, _, number = detail.rpartition(", page ")
        detail = _tr(QT_TRANSLATE_NOOP("messages", "{file}, page {number}")).format(file=file, number=number)
    detail = QCoreApplication.translate("facts", detail)  # where it is a reason of the system
    return f"{words} ({detail})" if detail else words


def advise(reason: Reason | None) -> str:
    """Say what to do about a page that was not read; empty if it was read."""
    return _tr(REASONS[reason][1]) if reason else ""


def describe_flag(flag: Flag) -> str:
    """Word why a person should look."""
    return _tr(FLAGS[flag])


def name_flag(flag: Flag) -> str:
    """Name a kind of doubt in a word or two."""
    return _tr(FLAG_NAMES[flag])


def name_outcome(outcome: PageOutcome) -> str:
    """Name what became of a page."""
    return _tr(OUTCOMES[outcome])


def name_level(level: str) -> str:
    """Name a level of units."""
    return _tr(LEVELS[level]) if level in LEVELS else level


def name_unit(unit: Unit) -> str:
    """Name a unit, also one that is not in the list."""
    if unit.name:
        return unit.name
    return _tr(_UNLISTED_UNIT).format(code=unit.code) if unit.code else _tr(_NO_UNIT)


def describe_smallness(valid: int, share: Share) -> str:
    """Say why the share of ``valid`` responses is no more than a hint; nothing if it is more, or nobody answered."""
    match smallness_of(valid, share) if valid else None:
        case None:
            return ""
        case Smallness.FEW_FORMS:
            return _tr(_FEW_FORMS).format(valid=format_count(valid), limit=FEWEST_FOR_A_RANK)
        case Smallness.UNSURE:
            return _tr(_UNSURE).format(size=format_count(int(share.sample_size)), limit=FEWEST_FOR_A_RANK)


def describe_answer(item: Item, answer: Answer | None, language: Language) -> str:
    """Word an answer: its options, what is written, that it is blank, or (None) that nobody could read it."""
    if answer is None:
        return _tr(_UNREADABLE)
    if not item.kind.is_choice:
        return " ".join(answer) or _tr(_BLANK)
    return " + ".join(item.option(value).label.in_language(language) for value in answer) or _tr(_BLANK)


def describe_status(answer: ItemAnswer) -> str:
    """Say who stands behind an answer."""
    if answer.verification is not None:
        return answer.verification.operator
    if answer.acceptance is not None:
        return _tr(_BY_ENGINE_SINCE)
    return _tr(_BY_NOBODY if answer.status is AnswerStatus.FLAGGED else _BY_ENGINE)


def _tr(source: str) -> str:
    return QCoreApplication.translate("messages", source)
