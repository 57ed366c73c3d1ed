"""How sure a reading is, in words and as a colour, and why a page was not read."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from form_templates.model import FormTemplate
from gui.i18n.reason_messages import describe_reason, name_flag
from gui.paper.picture_view import Emphasis
from omr.forms.trying import TriedPage
from omr.results import Flag, ItemReading, PageOutcome, Reason

_LIKELY, _EVEN = 0.05, 0.5  # probabilities of being wrong


class Certainty(Enum):
    """How far a reading is to be trusted."""

    SURE = auto()  # a batch would accept it
    LIKELY = auto()
    DOUBTFUL = auto()
    GUESSED = auto()
    TYPED = auto()  # by a person: it is handwriting


def certainty_of(reading: ItemReading) -> Certainty:
    """Return how sure a reading is; all but those that are sure go to a person."""
    if not reading.flags:
        return Certainty.SURE
    if Flag.HANDWRITING in reading.flags:
        return Certainty.TYPED
    if reading.p_wrong < _LIKELY:
        return Certainty.LIKELY
    return Certainty.DOUBTFUL if reading.p_wrong < _EVEN else Certainty.GUESSED


def describe_certainty(reading: ItemReading) -> str:
    """Say how sure a reading is, and what it is that makes it doubtful."""
    words = {
        Certainty.SURE: QCoreApplication.translate("trial", "sure"),
        Certainty.LIKELY: QCoreApplication.translate("trial", "rather sure"),
        Certainty.DOUBTFUL: QCoreApplication.translate("trial", "doubtful"),
        Certainty.GUESSED: QCoreApplication.translate("trial", "hardly"),
        Certainty.TYPED: QCoreApplication.translate("trial", "a person types it"),
    }
    causes = sorted(reading.flags - {Flag.HANDWRITING, Flag.UNCERTAIN})
    return " · ".join([words[certainty_of(reading)], *(name_flag(flag).lower() for flag in causes)])


def emphasis_of(reading: ItemReading, option: str) -> Emphasis:
    """Return how the area of an option is outlined."""
    certainty = certainty_of(reading)
    if option not in reading.answer:
        return Emphasis.SOFT if certainty is Certainty.SURE else Emphasis.DOUBT
    return Emphasis.CHOSEN if certainty is Certainty.SURE else Emphasis.READING


def describe_unread(page: TriedPage, form: FormTemplate) -> str:
    """Say in one sentence why a page was not read."""
    reading = page.reading
    if page.other_paper is not None:
        text = QCoreApplication.translate(
            "trial",
            "The scan is on {paper} paper ({size}), but the form is {form}: it is another form, or was scanned smaller "
            "or larger.",
        )
        first, seen = form.pages[0], page.other_paper
        return text.format(paper=seen.name, size=_size(*seen.size_mm), form=_size(first.width_mm, first.height_mm))
    if reading.outcome is PageOutcome.COVER:
        return QCoreApplication.translate("trial", "This is the cover of a stack, on which nothing is answered.")
    sentence = {
        Reason.PAGE_NOT_IDENTIFIED: QCoreApplication.translate(
            "trial",
            "This is no page of this form: what is printed on it is on none of the form's pages, or too little of it "
            "can be seen.",
        ),
        Reason.PRINT_DOES_NOT_MATCH: QCoreApplication.translate(
            "trial", "The page resembles this form, but its boxes are not printed where the form has its areas."
        ),
        Reason.BLANK_PAGE: QCoreApplication.translate("trial", "The page is empty: nothing is printed on it."),
        Reason.UNKNOWN_FORMAT: QCoreApplication.translate(
            "trial", "The file is no scan: a form is tried on PDF, TIFF, JPEG or PNG files."
        ),
    }.get(reading.reason or Reason.UNKNOWN)
    return sentence or f"{describe_reason(reading.reason, reading.detail)}."


def _size(width_mm: float, height_mm: float) -> str:
    return f"{width_mm:g} × {height_mm:g} mm"
