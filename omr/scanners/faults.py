"""What keeps a scanner from going on. Pages that came before are kept, whatever it is."""

from collections.abc import Mapping
from enum import StrEnum

from form_templates.facts import Fact
from omr.errors import MachineError


class Trouble(StrEnum):
    """One physical cause each, for a person to see to."""

    JAMMED = "jammed"
    COVER_OPEN = "cover-open"
    FEEDER_EMPTY = "feeder-empty"
    DOUBLE_FEED = "double-feed"
    PAPER_LEFT = "paper-left"
    PAGE_INCOMPLETE = "page-incomplete"
    BUSY = "busy"
    GONE = "gone"
    NOT_ALLOWED = "not-allowed"
    SETTINGS_REFUSED = "settings-refused"
    NOT_UNDERSTOOD = "not-understood"
    NO_PROGRAM = "no-program"
    FAILED = "failed"


_FACTS: Mapping[Trouble, Fact] = {
    Trouble.JAMMED: Fact("paper is jammed"),
    Trouble.COVER_OPEN: Fact("a cover is open"),
    Trouble.FEEDER_EMPTY: Fact("there is no paper in the feeder"),
    Trouble.DOUBLE_FEED: Fact("two sheets went through together"),
    Trouble.PAPER_LEFT: Fact("it ended although there is paper in the feeder"),
    Trouble.PAGE_INCOMPLETE: Fact("a page came incomplete"),
    Trouble.BUSY: Fact("it is busy"),
    Trouble.GONE: Fact("it does not answer"),
    Trouble.NOT_ALLOWED: Fact("it does not allow this"),
    Trouble.SETTINGS_REFUSED: Fact("it refuses these settings"),
    Trouble.NOT_UNDERSTOOD: Fact("its answer cannot be understood"),
    Trouble.NO_PROGRAM: Fact("the program scanimage is not installed"),
    Trouble.FAILED: Fact("it reports an error"),
}


class ScannerFault(MachineError):
    """A scanner cannot be used, or stopped.

    Attributes:
        trouble: What it is.
        fact: The same as a fact, to be worded.
        detail: What scanner or driver said itself, for the log; may be empty.
    """

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        self.trouble = trouble
        self.fact = _FACTS[trouble]
        self.detail = detail
        said = f' It said: "{detail}".' if detail else ""
        super().__init__(f"The scanner cannot be used ({self.fact}); pages that came are kept.{said}")
