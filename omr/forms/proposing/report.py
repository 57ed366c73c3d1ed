"""What was found on a form and what is doubtful, as sentences."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from form_templates.errors import Finding, TemplateError
from form_templates.model import FormTemplate, ItemId, ItemKind, ScaleKind
from omr.errors import Cancelled, InputError
from omr.forms.office_documents import documents_as_pdf
from omr.forms.page_images import PageOpener
from omr.forms.proposing.doubts import SURE, AreaDoubt
from omr.forms.proposing.drafting import ProposedArea
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.template_proposal import Proposal, propose_template
from omr.images.limits import ReadingLimits
from omr.wording import counted

_KINDS = {
    ScaleKind.SATISFACTION: "of satisfaction",
    ScaleKind.ORDINAL: "of levels that are not of satisfaction",
    ScaleKind.NOMINAL: "without order",
    ScaleKind.NPS: "of recommending, 0-10",
}
_STOPPED = "Stopped; nothing was written. Run the same command to begin again."
_MOST_NAMED = 12  # items that a sentence names


class NothingProposed(InputError):
    """No template can be made of the files; ``findings`` says why, each with its file."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        mistakes = "\n".join(map(str, findings))
        super().__init__(f"{mistakes}\nNothing was written. Mend this and run the same command again.")
        self.findings = tuple(findings)


def proposal_lines(
    files: Sequence[Path], folder: Path, limits: ReadingLimits, *, are_filled: bool = False
) -> Iterator[str]:
    """Propose the template of a form in files of any kind, and yield what was found.

    Args:
        files: Of the blank form, or of filled copies of it: PDF, documents of a word processor, pictures.
        folder: Where the template is written, new or empty.
        limits: Of each page.
        are_filled: Whether the files are filled copies.

    Raises:
        PhieuError: As ``propose_template``, and where LibreOffice is not installed.
        NothingProposed: A file cannot be used, or nothing was found in it; nothing was written.
        Cancelled: Ctrl-C was pressed before anything was written.
    """
    try:
        with PageOpener(limits) as opener, documents_as_pdf(files, opener) as sources:
            proposal = propose_template(sources, folder, opener, are_filled=are_filled)
    except KeyboardInterrupt as error:
        raise Cancelled(_STOPPED) from error
    except TemplateError as error:
        raise NothingProposed(error.findings) from error
    yield from report_lines(proposal, folder)


def report_lines(proposal: Proposal, folder: Path) -> Iterator[str]:
    """Yield what was found, page by page, then what to look at, then what to do.

    Args:
        proposal: What was found.
        folder: Where the template was written.
    """
    template, areas = proposal.template, proposal.areas
    title = template.title.in_language(template.language)
    yield f"{folder}: {template.template_id} version {template.version}, {title}."
    yield from (str(note) for note in proposal.notes if note.kind is not NoteKind.LONE_LINES)
    for page in template.pages:
        yield _page_line(template, page.number, areas)
    for scale in template.scales:
        levels = " < ".join(f"{option.value} {option.label.vi}" for option in scale.levels)
        count = sum(item.scale_id == scale.scale_id for item in template.items())
        yield f"Scale of {counted(count, 'question')} ({_KINDS[scale.kind]}): {levels}."
    sure = sum(area.confidence >= SURE for area in areas)
    found = counted(len(areas), "response area")
    yield f"{sure} of {found} are as forms usually have them; {len(areas) - sure} are not."
    yield from (str(note) for note in proposal.notes if note.kind is NoteKind.LONE_LINES)
    unsure = {area.item_id for area in areas if area.confidence < SURE}
    for doubt in AreaDoubt:
        named = list(dict.fromkeys(area.item_id for area in areas if doubt in area.doubts))
        yield from _about("Please look at", [item_id for item_id in named if item_id in unsure], doubt)
        yield from _about("Assumed of", [item_id for item_id in named if item_id not in unsure], doubt)
    yield f"Correct the wording in {folder / 'template.toml'}, then: main.py new DIR --template {folder}"


def _page_line(template: FormTemplate, number: int, areas: Sequence[ProposedArea]) -> str:
    mine = [area for area in areas if area.page == number]
    ids = dict.fromkeys(area.item_id for area in mine)
    page = template.page(number)
    written = {field.item_id for field in page.fields if field.option is None}
    multiple = sum(template.item(item_id).kind is ItemKind.MULTIPLE for item_id in ids)
    several = f" ({multiple} of them with several answers)" if multiple else ""
    texts = f", and {counted(len(written), 'place')} to write" if written else ""
    if not ids and not written:
        return f"Page {number}: nothing to be answered."
    return f"Page {number}: {counted(len(ids), 'question')}{several} with {counted(len(mine), 'response area')}{texts}."


def _about(what: str, ids: Sequence[ItemId], doubt: AreaDoubt) -> Iterator[str]:
    if ids:
        yield f"{what} {_names(ids)}: {doubt.sentence}."


def _names(ids: Sequence[ItemId]) -> str:
    shown = ", ".join(ids[:_MOST_NAMED])
    return shown if len(ids) <= _MOST_NAMED else f"{shown} and {len(ids) - _MOST_NAMED} more"
