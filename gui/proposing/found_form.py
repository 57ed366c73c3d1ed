"""What was found in the files of a form, with its pages as pictures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from form_templates.editing.edit import AreaRef
from form_templates.errors import TemplateError
from form_templates.loading import blank_images, load_template
from form_templates.model import FormTemplate, ItemId
from gui.designing.form_folder import read_doubts
from gui.jobs import Report
from gui.paper.picture_loading import Picture, areas_of, to_image
from omr.forms.office_documents import documents_as_pdf
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.drafting import ProposedArea
from omr.forms.proposing.notes import ReadingNote
from omr.forms.proposing.template_proposal import propose_template
from omr.geometry import MM_PER_INCH

_ENOUGH_PX = 1600  # on the longer side: a page as high as a large screen

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SearchStep:
    """How far a search has come.

    Attributes:
        file: Name of the file that is looked at.
        count: Which piece of work this is, from 1.
    """

    file: str
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class FoundForm:
    """A form that was proposed and is kept nowhere yet.

    Attributes:
        folder: Where its template lies for now.
        template: What it asks.
        areas: How sure each response area is.
        pictures: Of its pages by number, with the response areas.
        notes: What was assumed or left out.
    """

    folder: Path
    template: FormTemplate
    areas: tuple[ProposedArea, ...]
    pictures: dict[int, Picture]
    notes: tuple[ReadingNote, ...] = ()

    def confidence(self, item_id: ItemId) -> float:
        """Return how sure the least sure response area of an item is; 1.0 for an item without any."""
        return min((area.confidence for area in self.areas if area.item_id == item_id), default=1.0)

    def doubts(self, item_id: ItemId) -> dict[AreaDoubt, tuple[str, ...]]:
        """Return what is doubtful about an item, each with the options that it concerns; all of them: none."""
        mine = [area for area in self.areas if area.item_id == item_id]
        found: dict[AreaDoubt, tuple[str, ...]] = {}
        for doubt in AreaDoubt:
            options = tuple(area.option for area in mine if doubt in area.doubts)
            if options:
                found[doubt] = options if len(options) < len(mine) else ()
        return found


class _TellingOpener(PageOpener):
    """Says of every file when it is opened, for it may take long."""

    def __init__(self, opener: PageOpener, report: Report) -> None:
        super().__init__()
        self._opener = opener
        self._report = report
        self._count = 0

    def ask(self, work: Callable[..., T | PageFinding], path: Path, *arguments: Any) -> T | PageFinding:
        self._count += 1
        self._report(SearchStep(path.name, self._count))
        return self._opener.ask(work, path, *arguments)


def find_form(
    paths: Sequence[Path], folder: Path, opener: PageOpener, report: Report, *, are_filled: bool = False
) -> FoundForm:
    """Propose a template for a form and load its pages; called off the GUI thread.

    Args:
        paths: The form's files.
        folder: A new folder for the template.
        opener: Opens them.
        report: Called with a ``SearchStep``.
        are_filled: Whether they are filled copies of one form.

    Raises:
        PhieuError: What ``propose_template`` and ``documents_as_pdf`` raise.
        TemplateError: Likewise.
    """
    telling = _TellingOpener(opener, report)
    with documents_as_pdf(paths, telling) as sources:
        proposal = propose_template(sources, folder, telling, are_filled=are_filled)
    pictures = {}
    for image, layout in zip(blank_images(folder, proposal.template), proposal.template.pages, strict=True):
        look = opener.look(image, _ENOUGH_PX)
        if isinstance(look, PageFinding):
            raise TemplateError((look,))
        dpi = look.pixels.shape[1] / layout.width_mm * MM_PER_INCH
        pictures[layout.number] = Picture(to_image(look.pixels), areas_of(layout, dpi))
    return FoundForm(folder, proposal.template, proposal.areas, pictures, proposal.notes)


def edited(form: FoundForm, folder: Path) -> FoundForm:
    """Return what has become of a form that was found, kept in a folder and edited there.

    Raises:
        TemplateError: The folder holds no form any more.
    """
    template, doubts = load_template(folder), read_doubts(folder)
    pictures, areas = {}, []
    for layout in template.pages:
        image = form.pictures[layout.number].image
        pictures[layout.number] = Picture(image, areas_of(layout, image.width() / layout.width_mm * MM_PER_INCH))
        for area in layout.areas:
            known = doubts.get(AreaRef.of(layout.number, area))
            sure, why = (known.confidence, known.doubts) if known is not None else (1.0, ())
            areas.append(ProposedArea(layout.number, area.item_id, area.option, sure, why))
    return replace(form, folder=folder, template=template, areas=tuple(areas), pictures=pictures)
