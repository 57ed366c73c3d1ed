"""What can be wrong with page images of a form made elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from form_templates.errors import Finding, TemplateError
from form_templates.facts import system_fact
from form_templates.model import PageLayout
from omr.errors import RendererMissing
from omr.results import RAISED_BY_LIMITS, Reason
from omr.wording import reason_phrase

_MOST_UNLIKE = 0.03  # of an image's proportion and the paper's: paper stretches by less, A4 and Letter differ by 9 %

_AS_PNG = "save each page as a PNG image and give those"
_LIMITED = {
    Reason.TOO_MANY_PAGES: "the file has more pages than a form ({detail}); save only those of the form and give that",
    Reason.TAKES_TOO_LONG: f"opening it takes longer than a blank page may ({{detail}}); {_AS_PNG}",
    Reason.NEEDS_TOO_MUCH_MEMORY: f"opening it needs more memory than a blank page may use ({{detail}}); {_AS_PNG}",
}


class PageProblem(StrEnum):
    """What can be wrong with page images that are sound as images."""

    PROPORTION = "proportion"
    COUNT = "count"
    CANNOT_BE_READ = "cannot-be-read"
    NO_PDF = "no-pdf"
    OTHER_PICTURE = "other-picture"
    TOO_FULL = "too-full"
    NOTHING_FOUND = "nothing-found"
    TOO_FEW_COPIES = "too-few-copies"
    NO_DOCUMENT = "no-document"
    NOT_CONVERTED = "not-converted"
    NOT_CONVERTED_IN_LIMITS = "not-converted-in-limits"
    NO_LIST = "no-list"


@dataclass(frozen=True, slots=True)
class PageFinding(Finding):
    """A mistake about page images, which the window words in the language of the person.

    Attributes:
        problem: What is wrong.
        facts: What the sentence names.
    """

    problem: PageProblem | Reason
    facts: Mapping[str, str] = field(default_factory=dict)


def unreadable(path: Path, reason: Reason, detail: str) -> PageFinding:
    """Return the finding about a file that is no page image."""
    message = reason_phrase(reason, detail)
    if reason in RAISED_BY_LIMITS:
        message = _LIMITED[reason].format(detail=detail)
    return PageFinding(path, "", message, reason, {"detail": detail})


def unreachable(path: Path, error: OSError) -> PageFinding:
    """Return the finding about a file that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return unreadable(path, Reason.FILE_NOT_FOUND, "")
    fact = system_fact(error)
    return PageFinding(path, "", f"cannot be read: {fact}", PageProblem.CANNOT_BE_READ, {"fact": fact})


def refuse(findings: Sequence[Finding]) -> NoReturn:
    """Raise what findings amount to.

    Raises:
        RendererMissing: A page could not be drawn because Poppler is not installed: the files may be sound.
        TemplateError: All other findings.
    """
    if is_machine_to_blame(findings):
        raise RendererMissing
    raise TemplateError(tuple(findings))


def is_machine_to_blame(findings: Sequence[Finding]) -> bool:
    """Whether something could not be looked at because a program is not installed."""
    return any(isinstance(finding, PageFinding) and finding.problem is Reason.RENDERER_MISSING for finding in findings)


def check_proportion(path: Path, size_px: tuple[int, int], page: PageLayout) -> tuple[PageFinding, ...]:
    """Return a finding if an image of this width and height cannot be the whole page, whatever its resolution."""
    width_px, height_px = size_px
    if not (page.width_mm > 0 and page.height_mm > 0):
        return ()  # the layout's own mistake
    proportion = (width_px / height_px) / (page.width_mm / page.height_mm)
    if max(proportion, 1 / proportion) <= 1 + _MOST_UNLIKE:
        return ()
    facts = {
        "page": str(page.number),
        "image": f"{width_px} x {height_px} px",
        "paper": f"{page.width_mm:g} x {page.height_mm:g} mm",
    }
    message = (
        "an image of {image} cannot be the whole of page {page}, which is {paper}: it is probably another page, "
        "cropped, or lying on its side"
    )
    return (PageFinding(path, "", message.format(**facts), PageProblem.PROPORTION, facts),)
