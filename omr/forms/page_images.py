"""Page images of a form made elsewhere: what can be wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from form_templates.errors import Finding
from form_templates.facts import system_fact
from form_templates.loading import blank_images
from form_templates.model import FormTemplate, PageLayout
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.results import Reason
from omr.wording import reason_phrase

_MOST_UNLIKE = 0.03  # of an image's proportion and the paper's: paper stretches by less, A4 and Letter differ by 9 %


class PageProblem(StrEnum):
    """What can be wrong with page images that are sound as images."""

    PROPORTION = "proportion"
    COUNT = "count"
    CANNOT_BE_READ = "cannot-be-read"


@dataclass(frozen=True, slots=True)
class PageFinding(Finding):
    """A mistake about page images, which the window words in the language of the person.

    Attributes:
        problem: What is wrong.
        facts: What the sentence names.
    """

    problem: PageProblem | Reason
    facts: Mapping[str, str] = field(default_factory=dict)


def check_blank_images(template_folder: Path, template: FormTemplate) -> tuple[Finding, ...]:
    """Return what is wrong with the page images of a form made elsewhere; nothing for forms that we typeset."""
    findings: list[Finding] = []
    for path, page in zip(blank_images(template_folder, template), template.pages, strict=False):
        pixels = load_page_image(path, 0, findings)
        if pixels is not None:
            findings += check_proportion(path, pixels, page)
    return tuple(findings)


def load_page_image(path: Path, index: int, findings: list[Finding]) -> NDArray[np.uint8] | None:
    """Return a page of a file in grey; None, with the reason noted, if it cannot be had.

    Args:
        path: PNG, JPEG, TIFF or PDF.
        index: 0-based page in the file.
        findings: Collects the mistakes.
    """
    try:
        with open_scan(path) as scan:
            return scan.load(index).pixels
    except UnreadableScan as error:
        findings.append(unreadable(path, error))
    except OSError as error:
        findings.append(unreachable(path, error))
    return None


def unreadable(path: Path, error: UnreadableScan) -> PageFinding:
    """Return the finding about a file that is no page image."""
    return PageFinding(path, "", reason_phrase(error.reason, error.detail), error.reason, {"detail": error.detail})


def unreachable(path: Path, error: OSError) -> PageFinding:
    """Return the finding about a file that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return PageFinding(path, "", reason_phrase(Reason.FILE_NOT_FOUND, ""), Reason.FILE_NOT_FOUND, {"detail": ""})
    fact = system_fact(error)
    return PageFinding(path, "", f"cannot be read: {fact}", PageProblem.CANNOT_BE_READ, {"fact": fact})


def check_proportion(path: Path, pixels: NDArray[np.uint8], page: PageLayout) -> tuple[PageFinding, ...]:
    """Return a finding if the image cannot be the whole page, whatever its resolution."""
    height_px, width_px = pixels.shape[:2]
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
