"""Scanners and what stops them, in the person's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.i18n.error_messages import describe_error
from gui.i18n.translation import QT_TRANSLATE_NOOP
from omr.scanners.devices import Colour, Profile, SheetSize, Sides
from omr.scanners.faults import ScannerFault, Trouble

SIDES: Mapping[Sides, str] = {
    Sides.ONE_SIDED: QT_TRANSLATE_NOOP("scanning", "Feeder, one side"),
    Sides.TWO_SIDED: QT_TRANSLATE_NOOP("scanning", "Feeder, both sides"),
    Sides.FLATBED: QT_TRANSLATE_NOOP("scanning", "Glass, one sheet"),
}
COLOURS: Mapping[Colour, str] = {
    Colour.GREY: QT_TRANSLATE_NOOP("scanning", "grey"),
    Colour.COLOUR: QT_TRANSLATE_NOOP("scanning", "colour"),
    Colour.BLACK_WHITE: QT_TRANSLATE_NOOP("scanning", "black and white"),
}
_WHOLE = QT_TRANSLATE_NOOP("scanning", "as large as it can")

_PUT_BACK = QT_TRANSLATE_NOOP(
    "scanning", "put back the sheets that came after the last one kept, in their order, and go on."
)
_WHAT_TO_DO: Mapping[Trouble, str] = {
    Trouble.JAMMED: QT_TRANSLATE_NOOP("scanning", "Clear the jam,"),
    Trouble.COVER_OPEN: QT_TRANSLATE_NOOP("scanning", "Close the cover,"),
    Trouble.DOUBLE_FEED: QT_TRANSLATE_NOOP("scanning", "Part the sheets,"),
    Trouble.PAGE_INCOMPLETE: QT_TRANSLATE_NOOP("scanning", "See that the line to it holds,"),
    Trouble.GONE: QT_TRANSLATE_NOOP("scanning", "See that it is on and connected,"),
    Trouble.FAILED: QT_TRANSLATE_NOOP("scanning", "Look at its display, see to it,"),
}
_INSTEAD: Mapping[Trouble, str] = {
    Trouble.FEEDER_EMPTY: QT_TRANSLATE_NOOP("scanning", "Put the sheets in, and go on."),
    Trouble.PAPER_LEFT: QT_TRANSLATE_NOOP("scanning", "Leave what lies in the feeder there, and go on."),
    Trouble.BUSY: QT_TRANSLATE_NOOP("scanning", "Wait until it has done what it does for others, and go on."),
    Trouble.NOT_ALLOWED: QT_TRANSLATE_NOOP("scanning", "Ask who looks after it to allow scanning from here."),
    Trouble.SETTINGS_REFUSED: QT_TRANSLATE_NOOP("scanning", "End this stack, and choose others."),
    Trouble.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "scanning", "Switch it off and on, and go on; or choose another scanner."
    ),
    Trouble.NO_PROGRAM: QT_TRANSLATE_NOOP("scanning", "Install the package sane-utils, and go on."),
}


def describe_profile(profile: Profile) -> str:
    """Return how sheets are scanned, in a few words."""
    parts = translated(SIDES[profile.sides]), f"{profile.dpi} dpi", translated(COLOURS[profile.colour])
    return ", ".join((*parts, describe_paper(profile.paper)))


def describe_paper(paper: SheetSize) -> str:
    """Return how large sheets are."""
    return translated(_WHOLE) if paper is SheetSize.WHOLE else str(paper)


def describe_trouble(error: Exception) -> str:
    """Return what stopped a scanner, in one sentence."""
    if not isinstance(error, ScannerFault):
        return describe_error(error).happened
    text = QCoreApplication.translate("scanning", "The scanner stopped: {fact}.")
    return text.format(fact=QCoreApplication.translate("facts", error.fact.pattern))


def advise_on(error: Exception) -> str:
    """Return what to do, so that no sheet is lost and none is read twice."""
    if not isinstance(error, ScannerFault):
        return f"{describe_error(error).advice} {put_back_advice()}"
    if error.trouble in _INSTEAD:
        return translated(_INSTEAD[error.trouble])
    return f"{translated(_WHAT_TO_DO[error.trouble])} {translated(_PUT_BACK)}"


def put_back_advice() -> str:
    """Return what to do with the sheets after one that a person stopped at."""
    text = translated(_PUT_BACK)
    return text[:1].upper() + text[1:]


def translated(source: str) -> str:
    """Return a text of this module in the person's language."""
    return QCoreApplication.translate("scanning", source)
