"""The pages of a form as pictures for people to look at: blank, or the first form as it will be printed."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pdf2image
from numpy.typing import NDArray
from pdf2image.exceptions import PDFInfoNotInstalledError

from form_templates.errors import Finding, FindingList, TemplateError
from form_templates.facts import Fact
from form_templates.loading import DEFINITION_NAME, blank_images, load_template, template_folder
from form_templates.model import FormTemplate
from form_templates.typesetting.pages import typeset
from form_templates.typesetting.printing import Recipient, blank_pdf, first_form_pdf, typeset_pdf
from form_templates.validation import check_layout
from omr.errors import RendererMissing
from omr.forms.issuing import blank_form_pdf
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener, ensure_sound_images
from omr.images.pillow_images import pillow_pixels
from omr.survey.folder import Survey
from omr.whole_files import cannot_make

_DRAWING_DPI = 150.0
_ENOUGH_PX = 1800  # on the longer side: as fine, of A4

ColourImage = NDArray[np.uint8]
"""(H, W, 3) uint8, BGR."""


def checked_form_pictures(source: str | Path, *, dpi: float, opener: PageOpener) -> tuple[ColourImage, ...]:
    """Return the blank pages of a template that nobody vouches for.

    Args:
        source: As for ``load_template``.
        dpi: Resolution of the pictures.
        opener: Opens the page images of a form made elsewhere first, to see whether they are harmless.

    Raises:
        TemplateError: The template, or one of its page images, has mistakes.
        PrintError: It cannot be printed.
        RendererMissing: Poppler is not installed.
        Cancelled: ``opener`` was closed meanwhile.
    """
    ensure_sound_images(template_folder(source), load_template(source), opener)
    return blank_form_pictures(source, dpi=dpi)[1]


def blank_form_pictures(source: str | Path, *, dpi: float) -> tuple[FormTemplate, tuple[ColourImage, ...]]:
    """Return a template and its blank pages.

    Args:
        source: As for ``load_template``; shipped with the program, or of a survey, whose images were checked.
        dpi: Resolution of the pictures.

    Raises:
        TemplateError: The template has mistakes.
        PrintError: It cannot be printed.
        SurveyDamaged: A page image of a form made elsewhere is missing or broken.
        RendererMissing: Poppler is not installed.
    """
    template = load_template(source)
    return template, _render(blank_form_pdf(template_folder(source), template), dpi)


def typeset_pictures(definition: FormTemplate, *, dpi: float) -> tuple[FormTemplate, tuple[ColourImage, ...]]:
    """Set a form that the program prints, and return it with its pages and their pictures.

    Args:
        definition: Without pages; it may hold mistakes.
        dpi: Resolution of the pictures.

    Raises:
        PrintError: It cannot be set.
        TemplateError: What is printed would lie over each other.
        RendererMissing: Poppler is not installed.
    """
    asked = tuple(section for section in definition.sections if section.items)  # one that is being made has none yet
    form = typeset(replace(definition, sections=asked))
    placed, findings = replace(definition, pages=form.layouts), FindingList(Path(DEFINITION_NAME))
    check_layout(placed, findings)
    findings.raise_if_any()
    return placed, _render(typeset_pdf(placed, form), dpi)


def new_form_pictures(template: FormTemplate, *, dpi: float) -> tuple[ColourImage, ...]:
    """Return the blank pages of a form that the program typesets and that is kept nowhere yet.

    Args:
        template: The form with its pages.
        dpi: Resolution of the pictures.

    Raises:
        PrintError: It cannot be printed.
        RendererMissing: Poppler is not installed.
    """
    return _render(blank_pdf(template), dpi)


def foreign_pages(folder: Path, template: FormTemplate, opener: PageOpener) -> Iterator[ColourImage]:
    """Yield the blank pages of a form made elsewhere, large enough to be drawn on.

    Args:
        folder: Its template folder, that nobody vouches for.
        template: What lies there; it may hold mistakes.
        opener: Opens the pages, to see whether they are harmless.

    Raises:
        TemplateError: We typeset the form, or a page cannot be used.
        PhieuError: What ``checked_form_pictures`` raises.
    """
    if any(page.fiducials for page in template.pages):
        why = Fact("its pages are typeset by the program, so no areas are drawn on them")
        raise TemplateError((Finding(folder / DEFINITION_NAME, "", why),))
    images = blank_images(folder, template)
    if not images:  # they are delivered as a PDF
        yield from checked_form_pictures(folder, dpi=_DRAWING_DPI, opener=opener)
    for path in images:
        look = opener.look(path, _ENOUGH_PX)
        if isinstance(look, PageFinding):
            raise TemplateError((look,))
        yield look.pixels


def first_form_pictures(survey: Survey, unit_code: str, *, dpi: float) -> tuple[ColourImage, ...]:
    """Return the pages of the next form to be printed for a unit (empty: for none), as they will come out.

    Raises:
        UnknownUnit: The survey has no such unit.
        PrintError: It cannot be printed.
        SurveyDamaged: A page image of a form made elsewhere is missing or broken.
        RendererMissing: Poppler is not installed.
    """
    template = survey.template
    if blank_images(survey.template_folder, template):
        return _render(blank_form_pdf(survey.template_folder, template), dpi)
    name = survey.unit(unit_code).name if unit_code else ""
    recipient = Recipient(unit_code, name, survey.store.issued.next_serials().get(unit_code, 1))
    return _render(first_form_pdf(template, recipient), dpi)


def _render(pdf: bytes, dpi: float) -> tuple[ColourImage, ...]:
    """Draw the pages of a PDF of our own, which is sound."""
    try:
        pages = pdf2image.convert_from_bytes(pdf, dpi=round(dpi))
    except (PDFInfoNotInstalledError, FileNotFoundError) as error:
        raise RendererMissing from error
    except OSError as error:  # the PDF is put beside for the renderer
        raise cannot_make(Path(tempfile.gettempdir()), error) from error
    return tuple(pillow_pixels(page, colour=True) for page in pages)
