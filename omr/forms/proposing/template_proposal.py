"""A blank form as a PDF -> a template folder to correct, and what is doubtful about it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from form_templates.errors import Finding, TemplateError
from form_templates.model import FormTemplate
from omr.errors import FolderNotEmpty
from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageFile, PageOpener
from omr.forms.proposing.asking.page_understanding import PageQuestions, understand_form
from omr.forms.proposing.content.pdf_pages import NotDrawn, TooFull, read_pdf_pages
from omr.forms.proposing.drafting import ProposedArea, draft_template
from omr.forms.template_import import write_template_folder
from omr.images.limits import ReadingLimits
from omr.whole_files import is_free

PROPOSAL_NAME = "proposal.json"
"""What is known of the areas of a proposed template, beside it."""

_PDF = b"%PDF-"
_HEAD = 1024  # bytes of a file among which the mark of a PDF stands


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template that was proposed.

    Attributes:
        template: As it loads from its folder.
        areas: How sure each response area is, in printed order.
    """

    template: FormTemplate
    areas: tuple[ProposedArea, ...]


def propose_template(paths: Sequence[Path], folder: Path, opener: PageOpener | None = None) -> Proposal:
    """Find the questions of a blank form and make a template folder of them.

    Args:
        paths: PDF files with text and lines; every page counts, in order.
        folder: A new or empty folder.
        opener: Opens the files; None: one of its own.

    Raises:
        FolderNotEmpty: The folder holds something; nothing was changed.
        TemplateError: A file cannot be used, or nothing was found in it; nothing was written.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
        WorkersCannotStart: The process in which files are opened cannot be had; nothing was written.
        Cancelled: ``opener`` was closed meanwhile; likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    if opener is None:
        with PageOpener() as own:
            return propose_template(paths, folder, own)
    findings: list[Finding] = []
    pages: list[PageQuestions] = []
    images: list[bytes] = []
    for path in paths:
        readings = opener.ask(_understand, path)
        if isinstance(readings, PageFinding):
            findings.append(readings)
            continue
        pages += readings
        for image in _images(opener, path, len(readings)):
            if isinstance(image, PageFinding):
                findings.append(image)
            else:
                images.append(image.png)
    if not findings and not any(question.choices for page in pages for question in page.questions):
        findings.append(_finding(paths[0], PageProblem.NOTHING_FOUND))
    if findings:
        raise TemplateError(tuple(findings))
    template, areas = draft_template(paths[0].stem, pages)
    made = write_template_folder(template, images, folder, {PROPOSAL_NAME: _proposal_text(areas)})
    return Proposal(made, areas)


def _understand(path: Path, limits: ReadingLimits) -> tuple[PageQuestions, ...] | PageFinding:
    """Do in the process what takes time and memory by what the file holds."""
    del limits  # they are those of the process
    with path.open("rb") as file:
        if _PDF not in file.read(_HEAD):
            return _finding(path, PageProblem.NO_PDF)
    try:
        return understand_form(read_pdf_pages(path))
    except NotDrawn as error:
        return _finding(path, PageProblem.A_PICTURE, page=str(error.page))
    except TooFull as error:
        return _finding(path, PageProblem.TOO_FULL, page=str(error.page))


def _images(opener: PageOpener, path: Path, count: int) -> list[PageFile | PageFinding]:
    found: list[PageFile | PageFinding] = []
    for index in range(count):
        found.append(opener.load(path, index))
        if isinstance(found[-1], PageFinding):
            break
    return found


_MESSAGES = {
    PageProblem.NO_PDF: "is no PDF; open the form where it was written and save it as PDF",
    PageProblem.A_PICTURE: "page {page} is a picture of a form, without text and lines; save the form itself as PDF",
    PageProblem.TOO_FULL: "page {page} holds more letters or lines than a form has",
    PageProblem.NOTHING_FOUND: "no boxes, circles, digits or cells to be marked were found on it",
}


def _finding(path: Path, problem: PageProblem, **facts: str) -> PageFinding:
    return PageFinding(path, "", _MESSAGES[problem].format(**facts), problem, facts)


def _proposal_text(areas: Sequence[ProposedArea]) -> str:
    """Return what is known of the areas as JSON, a line each."""
    rows = (
        {
            "page": area.page,
            "item": area.item_id,
            "option": area.option,
            "confidence": area.confidence,
            "doubts": [doubt.name.lower() for doubt in area.doubts],
        }
        for area in areas
    )
    return '{"areas": [\n' + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n]}\n"
