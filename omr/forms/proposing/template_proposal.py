"""A blank form, or filled copies of one -> a template folder to correct, and what is doubtful about it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from form_templates.model import FormTemplate, ScaleKind
from omr.errors import FolderNotEmpty
from omr.forms.page_findings import PageProblem, refuse
from omr.forms.page_images import PageOpener
from omr.forms.proposing.asking.across_pages import put_pages_together
from omr.forms.proposing.asking.page_understanding import PageQuestions
from omr.forms.proposing.drafting import ProposedArea, draft_template
from omr.forms.proposing.filled_reading import read_filled
from omr.forms.proposing.findings import problem_of
from omr.forms.proposing.form_reading import read_blank
from omr.forms.proposing.notes import NoteKind, ReadingNote
from omr.forms.proposing.same_files import without_repeats
from omr.forms.template_import import write_template_folder
from omr.whole_files import is_free

PROPOSAL_NAME = "proposal.json"
"""What is known of the areas of a proposed template, beside it."""

_MOST_NAMED, _NAMED_LETTERS = 4, 40  # lines that a note names, and how much of each


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template that was proposed.

    Attributes:
        template: As it loads from its folder.
        areas: How sure each response area is, in printed order.
        notes: What was assumed or left out.
    """

    template: FormTemplate
    areas: tuple[ProposedArea, ...]
    notes: tuple[ReadingNote, ...] = ()


def propose_template(
    paths: Sequence[Path], folder: Path, opener: PageOpener | None = None, *, are_filled: bool = False
) -> Proposal:
    """Find the questions of a form and make a template folder of them.

    Args:
        paths: PDF files, scans and photographs of a blank form, every page of each in order; or filled copies of one.
            What holds the same as an earlier file is left out, and noted.
        folder: A new or empty folder.
        opener: Opens the files; None: one of its own.
        are_filled: Whether they are filled copies.

    Raises:
        FolderNotEmpty: The folder holds something; nothing was changed.
        TemplateError: A file cannot be used, or nothing was found in it; nothing was written.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
        RendererMissing: A page is a PDF, and Poppler is not installed; nothing was written.
        WorkersCannotStart: The process in which files are opened cannot be had; nothing was written.
        Cancelled: ``opener`` was closed meanwhile; likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    if opener is None:
        with PageOpener() as own:
            return propose_template(paths, folder, own, are_filled=are_filled)
    different, repeats = without_repeats(paths, opener)
    reading = read_filled(different, opener) if are_filled else read_blank(different, opener)
    findings = reading.findings
    if not findings and not any(question.choices for page in reading.pages for question in page.questions):
        findings.append(problem_of(paths[0], PageProblem.NOTHING_FOUND))
    if findings:
        refuse(findings)
    pages = put_pages_together(reading.pages)
    template, areas = draft_template(paths[0].stem, pages)
    made = write_template_folder(template, reading.images, folder, {PROPOSAL_NAME: _proposal_text(areas)})
    if repeats:
        reading.note(NoteKind.REPEATED, names=", ".join(path.name for path in repeats))
    if not any(scale.kind is ScaleKind.SATISFACTION for scale in made.scales):
        reading.note(NoteKind.NO_SATISFACTION)
    return Proposal(made, areas, (*reading.notes, *_lone_lines(pages)))


def _lone_lines(pages: Sequence[PageQuestions]) -> Iterator[ReadingNote]:
    """Yield a note for every page on which numbered lines have nothing beside them."""
    for number, page in enumerate(pages, start=1):
        if page.lone_lines:
            named = [shorten(line, _NAMED_LETTERS, placeholder="…") for line in page.lone_lines[:_MOST_NAMED]]
            named += ["…"] if len(page.lone_lines) > _MOST_NAMED else []
            facts = {"count": str(len(page.lone_lines)), "page": str(number), "lines": "; ".join(named)}
            yield ReadingNote(NoteKind.LONE_LINES, facts)


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
