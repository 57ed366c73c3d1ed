"""English for the command line: why a page was not read, what a batch goes on with, how many things there are."""

from omr.results import Reason
from omr.settings import ChangedTool, ReadingTool

_LIMITED = "to read it all the same: read DIR FILE --retry"

REASON_PHRASES = {
    Reason.NOT_A_FILE: "it is no file, but a folder, a pipe or a device",
    Reason.FILE_EMPTY: "the file is empty",
    Reason.FILE_NOT_FOUND: "the file is not there",
    Reason.FILE_UNREACHABLE: "the file could not be opened; reading it again will try again",
    Reason.STILL_BEING_WRITTEN: "the file is still being written; read it again when the scanner has finished",
    Reason.FILE_TRUNCATED: "the file is cut off; scan or copy it again",
    Reason.FILE_DAMAGED: "the file is damaged; scan or copy it again",
    Reason.FILE_ENCRYPTED: "the file is protected by a password; save it without one",
    Reason.FILE_HAS_NO_PAGES: "the file holds no pages",
    Reason.PAGES_LOST: "the file is damaged from this page on, and what follows cannot be found; scan or copy it again",
    Reason.TOO_MANY_PAGES: f"the file has more pages than are read of one; {_LIMITED} --max-pages N",
    Reason.TAKES_TOO_LONG: f"reading takes longer than it may; {_LIMITED} --page-seconds N",
    Reason.NEEDS_TOO_MUCH_MEMORY: f"reading needs more memory than it may use; {_LIMITED} --memory-gb N",
    Reason.WORKER_KILLED: (
        "reading was ended from outside each time, as systems do that run out of memory; close other programs and read "
        "the file again"
    ),
    Reason.RENDERER_MISSING: (
        "drawing this PDF page needs Poppler, which is not installed; install poppler-utils (on Windows: Poppler, with "
        "its folder bin in PATH), then read the file again"
    ),
    Reason.UNKNOWN_FORMAT: "the file is no PDF, TIFF, JPEG or PNG, whatever its name says",
    Reason.IMAGE_TOO_LARGE: "the image is too large to be a scan of a form",
    Reason.IMAGE_TOO_SMALL: "the image is too small to be read",
    Reason.BLANK_PAGE: "the page is blank",
    Reason.DARK_PAGE: "the page is dark all over",
    Reason.NO_FIDUCIALS: "none of the form's corner marks is on the page; it is another document",
    Reason.TOO_FEW_FIDUCIALS: "too few of the four corner marks were found to place the form",
    Reason.OTHER_TEMPLATE: "the page belongs to another form or version",
    Reason.PAGE_NOT_IDENTIFIED: "its print is not of this form",
    Reason.FORM_IN_DOUBT: "several forms of the survey fit as well; say in the window which it is",
    Reason.PRINT_DOES_NOT_MATCH: "the printed boxes are not where they should be",
    Reason.MORE_ON_IMAGE: (
        "beside the page that was read the image shows corner marks or a code of another, which could not be found;"
        " scan it by itself"
    ),
    Reason.ALREADY_DELIVERED: "the same file came earlier under another name",
    Reason.SAME_SHEET: "another scan of the same sheet counts",
    Reason.ENGINE_FAILED: "reading the page failed; please report it",
    Reason.KEPT_COPY_DAMAGED: (
        "the survey's own copy is not what was delivered; read the original again, or run 'check --mend'"
    ),
    Reason.PAGE_TAKEN_OUT: "a person took the page out of the count",
    Reason.BATCH_TAKEN_OUT: "a person took the batch out of the count",
    Reason.UNKNOWN: "for a reason that this version of the program does not know",
}


def reason_phrase(reason: Reason | None, detail: str) -> str:
    """Return why a page was not read, with the fact behind it."""
    phrase = REASON_PHRASES[reason] if reason else "not read"
    return f"{phrase} ({detail})" if detail else phrase


_TOOL_NAMES = {
    ReadingTool.PROGRAM: "the program",
    ReadingTool.MARK_MODEL: "the mark model",
    ReadingTool.RENDERER: "Poppler",
    ReadingTool.PDFIUM: "pdfium",
}


def changed_tool_phrase(change: ChangedTool) -> str:
    """Say that a batch goes on with something else than it was begun with."""
    before, now = (version[:12] or "none" for version in (change.before, change.now))
    begun = "an earlier release" if change.tool is ReadingTool.PROGRAM and not change.before else before
    return f"the batch was begun with another version of {_TOOL_NAMES[change.tool]} ({begun}, now {now})"


def counted(count: int, word: str) -> str:
    """Return a number with what it counts: ``1 page``, ``2 pages``."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
