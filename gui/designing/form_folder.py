"""A template folder -> a form to be edited with its pages and doubts; and back, whole files at once."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from form_templates.editing.edit import AreaRef
from form_templates.editing.errors import JournalUnreadable
from form_templates.editing.history import FormDocument
from form_templates.editing.journal import JOURNAL_NAME, JournalReading, read_journal
from form_templates.editing.snapping import Guides
from form_templates.errors import TemplateError
from form_templates.loading import load_template
from form_templates.model import FormTemplate, ItemId
from form_templates.text_files import UnreadableText, read_text
from gui.paper.picture_loading import to_image
from omr.errors import PhieuError
from omr.forms.form_pictures import foreign_pages, typeset_pictures
from omr.forms.form_versions import save_form_files
from omr.forms.page_images import PageOpener
from omr.forms.print_lines import print_lines
from omr.forms.proposing.doubts import SURE, AreaDoubt
from omr.forms.proposing.template_proposal import PROPOSAL_NAME
from omr.whole_files import name_for_damaged, write_whole

TYPESET_DPI = 120.0
"""Of pages that are typeset while somebody types: sharp on a usual screen, and drawn in a quarter of a second."""

_MOST_PROPOSAL_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class AreaDoubts:
    """What a proposal is unsure of about one area."""

    confidence: float
    doubts: tuple[AreaDoubt, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PagePicture:
    """A blank page.

    Attributes:
        image: Its pixels.
        guides: Lines of its print, to snap to.
    """

    image: QImage
    guides: Guides


@dataclass(frozen=True, slots=True, eq=False)
class OpenedForm:
    """A form as it was found in its folder.

    Attributes:
        folder: Where.
        document: What is saved there; where that cannot be read any more, what the journal holds. Without pages if the
            program prints it.
        pictures: Of its pages, by number.
        doubts: Of a proposal that nobody looked at yet, by area.
        left: What a window that was closed or killed left undone; None if nothing.
        lost: Where a journal was put that cannot be used, or not to its end; None if there is none.
        replaces: The version on which something rests, so that another one is made of it; None if it is changed itself.
        paper: A form that the program prints with the pages that were typeset; None for one made elsewhere.
    """

    folder: Path
    document: FormDocument
    pictures: dict[int, PagePicture]
    doubts: Mapping[AreaRef, AreaDoubts] = field(default_factory=dict)
    left: JournalReading | None = None
    lost: Path | None = None
    replaces: int | None = None
    paper: FormTemplate | None = None


def open_form(
    folder: Path, opener: PageOpener, as_editable: Callable[[FormTemplate], FormTemplate] = lambda form: form
) -> OpenedForm:
    """Load a form, its pages and what was left of its last editing; called off the GUI thread.

    Args:
        folder: Its template folder.
        opener: Opens the pages.
        as_editable: Returns the form as it may be changed, perhaps as another version of what is in the folder.

    Raises:
        TemplateError: The folder holds no form, or one of its pages cannot be shown.
        PrintError: The program cannot typeset it.
        PhieuError: What ``PageOpener`` raises.
    """
    left, lost = _what_is_left(folder)
    replaces = None
    try:
        form = load_template(folder)
        document = FormDocument(_without_typeset_pages(as_editable(form)))
        replaces = form.version if document.form.version != form.version else None
    except TemplateError:
        if left is None:
            raise
        document = left.document
    if not document.form.pages:
        paper, pictures = set_pages(document.form)
        return OpenedForm(folder, document, pictures, {}, left, lost, replaces, paper)
    pictures = {}
    for pixels, layout in zip(foreign_pages(folder, document.form, opener), document.form.pages, strict=True):
        lines = print_lines(pixels, layout.width_mm)
        pictures[layout.number] = PagePicture(to_image(pixels), Guides(lines.xs_mm, lines.ys_mm))
    return OpenedForm(folder, document, pictures, read_doubts(folder), left, lost, replaces)


def set_pages(form: FormTemplate) -> tuple[FormTemplate, dict[int, PagePicture]]:
    """Typeset a form that the program prints, and draw its pages; called off the GUI thread.

    Raises:
        PrintError: It cannot be set.
        TemplateError: What is printed would lie over each other.
        RendererMissing: Pages cannot be drawn.
    """
    paper, pictures = typeset_pictures(form, dpi=TYPESET_DPI)
    pages = zip(paper.pages, pictures, strict=True)
    return paper, {page.number: PagePicture(to_image(pixels), Guides()) for page, pixels in pages}


def read_doubts(folder: Path) -> dict[AreaRef, AreaDoubts]:
    """Return what the proposal in a folder is not sure of; nothing where there is none, or it cannot be used."""
    found: dict[AreaRef, AreaDoubts] = {}
    for row in _proposal_rows(folder):
        doubts = tuple(doubt for doubt in AreaDoubt if doubt.name.lower() in row["doubts"])
        if doubts and float(row["confidence"]) < SURE:
            ref = AreaRef(row["page"], ItemId(str(row["item"])), str(row["option"]))
            found[ref] = AreaDoubts(float(row["confidence"]), doubts)
    return found


def save_form(folder: Path, template: FormTemplate, doubts: Mapping[AreaRef, AreaDoubts]) -> None:
    """Write a form into its folder, with what is still doubtful about it.

    Args:
        folder: Its template folder.
        template: A form without findings.
        doubts: What nobody looked at yet.

    Raises:
        DiskFull: Nothing was changed, or some of the files only, which the journal mends.
        FolderNotWritable: Likewise.
    """
    others = {}
    if (folder / PROPOSAL_NAME).exists():
        rows = [_row(ref, each) for ref, each in doubts.items()]
        others[PROPOSAL_NAME] = '{"areas": [\n' + ",\n".join(f"  {row}" for row in rows) + "\n]}\n"
    save_form_files(folder, template, others)


def still_doubtful(doubts: Mapping[AreaRef, AreaDoubts], template: FormTemplate) -> dict[AreaRef, AreaDoubts]:
    """Return the doubts about areas that a form still has."""
    lying = {AreaRef.of(page.number, area) for page in template.pages for area in page.areas}
    return {ref: each for ref, each in doubts.items() if ref in lying}


def without_items(doubts: Mapping[AreaRef, AreaDoubts], item_ids: Collection[ItemId]) -> dict[AreaRef, AreaDoubts]:
    """Return the doubts once a person has looked at some questions."""
    return {ref: each for ref, each in doubts.items() if ref.item_id not in item_ids}


def of_item(doubts: Mapping[AreaRef, AreaDoubts], item_id: ItemId) -> AreaDoubts:
    """Return all that is doubtful about a question, with the confidence of its least sure area."""
    mine = [each for ref, each in doubts.items() if ref.item_id == item_id]
    kinds = dict.fromkeys(doubt for each in mine for doubt in each.doubts)
    return replace(mine[0], confidence=min(each.confidence for each in mine), doubts=tuple(kinds))


def _without_typeset_pages(form: FormTemplate) -> FormTemplate:
    """Return a form without pages that follow from what it says; those of a form made elsewhere stay."""
    return replace(form, pages=()) if any(page.fiducials for page in form.pages) else form


def _what_is_left(folder: Path) -> tuple[JournalReading | None, Path | None]:
    """Return what a journal holds, and where a copy of it is put of which not all can be used."""
    path = folder / JOURNAL_NAME
    if not path.exists():
        return None, None
    try:
        reading = read_journal(path)
    except JournalUnreadable:
        return None, _put_aside(path)
    lost = _put_aside(path) if reading.damage is not None else None
    return (reading if reading.document.is_changed else None), lost


def _put_aside(path: Path) -> Path | None:
    """Keep a journal under another name, for the next edit begins a new one; None if that cannot be done."""
    aside = name_for_damaged(path)
    try:
        write_whole(aside, path.read_bytes())
    except (OSError, PhieuError):
        return None
    return aside


def _proposal_rows(folder: Path) -> list[dict[str, Any]]:
    path = folder / PROPOSAL_NAME
    if not path.is_file():
        return []
    try:
        content = json.loads(read_text(path, _MOST_PROPOSAL_BYTES))
        rows = [row for row in content["areas"] if isinstance(row, dict)]
    except (UnreadableText, ValueError, RecursionError, KeyError, TypeError):
        return []
    return [row for row in rows if _is_sound(row)]


def _is_sound(row: Mapping[str, Any]) -> bool:
    numbers = isinstance(row.get("page"), int) and isinstance(row.get("confidence"), int | float)
    return numbers and isinstance(row.get("doubts"), list) and {"item", "option"} <= row.keys()


def _row(ref: AreaRef, each: AreaDoubts) -> str:
    values = {"page": ref.page, "item": ref.item_id, "option": ref.option, "confidence": each.confidence}
    return json.dumps({**values, "doubts": [doubt.name.lower() for doubt in each.doubts]}, ensure_ascii=False)
