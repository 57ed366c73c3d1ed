"""A form that exists on paper already -> a template folder: its layout, and an image of each blank page."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from form_templates.errors import Finding, FindingList, TemplateError
from form_templates.importing import definition_text, read_foreign_form
from form_templates.layout_files import LAYOUT_NAME, write_layout
from form_templates.loading import DEFINITION_NAME, blank_image, load_template
from form_templates.model import FormTemplate, PageLayout
from omr.errors import FolderNotEmpty
from omr.forms.page_findings import PageFinding, PageProblem, check_proportion, refuse
from omr.forms.page_images import PageOpener
from omr.results import Reason, is_dangerous
from omr.whole_files import cannot_make_new, is_free, making_folder

_MOST_OF_NO_LAYOUT = 20  # pages that are looked at though nobody knows what they belong to


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the image of one page comes from: a page, 0-based, of a file."""

    path: Path
    index: int


def import_template(
    layout_path: Path, page_paths: Sequence[Path], folder: Path, opener: PageOpener | None = None
) -> FormTemplate:
    """Make a template folder out of a layout and the images of the blank pages.

    1. Everything is read and checked; all mistakes are told together.
    2. The folder is made beside its place, and moved there when it is whole.

    Args:
        layout_path: A ``layout.json``, see ``form_templates.layout_files``.
        page_paths: The blank pages in order: PNG, JPEG, or PDF and TIFF, of which every page counts. An image stands
            for the whole paper, whatever its resolution.
        folder: A new or empty folder.
        opener: Opens the images; None: one of its own.

    Returns:
        The template as it loads from ``folder``.

    Raises:
        FolderNotEmpty: The folder holds something; nothing was changed.
        TemplateError: Layout or images have mistakes, all of them listed; nothing was written.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
        RendererMissing: A page is a PDF, and Poppler is not installed; nothing was written.
        WorkersCannotStart: The process in which images are opened cannot be had; nothing was written.
        Cancelled: ``opener`` was closed meanwhile; likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    if opener is None:
        with PageOpener() as own:
            return import_template(layout_path, page_paths, folder, own)
    findings: list[Finding] = []
    template = _read_form(layout_path, findings)
    pages = template.pages if template else ()
    sources = [source for path in page_paths for source in _find_pages(opener, path, findings)]
    if template is not None and len(sources) != len(pages):
        findings.append(_wrong_count(layout_path, len(pages), len(sources)))
    images = _read_images(opener, sources, pages, findings)
    if template is None or findings:
        refuse(findings)
    return write_template_folder(template, images, folder)


def _read_form(path: Path, findings: list[Finding]) -> FormTemplate | None:
    """Return the form; None if nothing of the layout can be read."""
    found = FindingList(path)
    try:
        template = read_foreign_form(path, found)
    except TemplateError as error:
        findings += error.findings
        return None
    findings += found.findings
    return template


def _read_images(
    opener: PageOpener, sources: Sequence[_Source], pages: Sequence[PageLayout], findings: list[Finding]
) -> list[bytes]:
    """Return a PNG file for each page; what cannot be used is left out and noted."""
    images, given_up = [], set[Path]()
    for position, source in enumerate(sources[: len(pages) or _MOST_OF_NO_LAYOUT]):
        if source.index < 0 or source.path in given_up:
            continue  # noted already
        image = opener.load(source.path, source.index)
        if isinstance(image, PageFinding):
            findings.append(image)
            if _is_beyond_limits(image):
                given_up.add(source.path)
            continue
        if position < len(pages):
            findings += check_proportion(source.path, image.size_px, pages[position])
        images.append(image.png)
    return images


def _is_beyond_limits(finding: PageFinding) -> bool:
    """Whether the other pages of that file are not worth the time that they may take as well."""
    return isinstance(finding.problem, Reason) and is_dangerous(finding.problem, finding.facts["detail"])


def _find_pages(opener: PageOpener, path: Path, findings: list[Finding]) -> list[_Source]:
    """Return the pages of a file; one with the index -1, which counts as a page, for a file that cannot be opened."""
    count = opener.count(path)
    if isinstance(count, PageFinding):
        findings.append(count)
        return [_Source(path, -1)]
    return [_Source(path, index) for index in range(count)]


def _wrong_count(layout_path: Path, wanted: int, given: int) -> PageFinding:
    facts = {"wanted": str(wanted), "given": str(given)}
    message = "pages in the layout: {wanted}, page images given: {given}; give one for each page, in order"
    return PageFinding(layout_path, "pages", message.format(**facts), PageProblem.COUNT, facts)


def write_template_folder(
    template: FormTemplate, images: Sequence[bytes], folder: Path, others: Mapping[str, str] = MappingProxyType({})
) -> FormTemplate:
    """Write the folder aside, and read it once to be sure of it before it is moved to its place.

    Args:
        template: The form, with its pages.
        images: A PNG file for each page.
        folder: A new or empty folder.
        others: Texts of further files, by name.

    Returns:
        The template as it loads.

    Raises:
        TemplateError: The form has mistakes; nothing was written.
        FolderNotEmpty: Something came into the folder meanwhile, or a file is above it; likewise.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
    """
    with making_folder(folder, cannot_make_new) as made:
        for page, image in zip(template.pages, images, strict=True):
            blank_image(made, page.number).write_bytes(image)
        write_layout(template, made / LAYOUT_NAME)
        (made / DEFINITION_NAME).write_text(definition_text(template), encoding="utf-8", newline="\n")
        for name, text in others.items():
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        return load_template(made)


def write_definition_folder(template: FormTemplate, folder: Path) -> FormTemplate:
    """Make the template folder of a form that the program prints; it is read once before it is moved to its place.

    Args:
        template: The form; its pages, if it has any, are not kept but typeset again.
        folder: A new or empty folder.

    Returns:
        The template as it loads.

    Raises:
        TemplateError: The form has mistakes, or cannot be printed; nothing was written.
        FolderNotEmpty: The folder holds something; nothing was changed.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    with making_folder(folder, cannot_make_new) as made:
        text = definition_text(replace(template, pages=()))
        (made / DEFINITION_NAME).write_text(text, encoding="utf-8", newline="\n")
        return load_template(made)


def copy_template_folder(made: Path, folder: Path) -> None:
    """Copy a template's folder to where it is kept.

    Args:
        made: Where it is.
        folder: A new or empty folder.

    Raises:
        FolderNotEmpty: The folder holds something; nothing was changed.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    with making_folder(folder, cannot_make_new) as part:
        shutil.copytree(made, part, dirs_exist_ok=True)


def propose_template_folder(parent: Path, layout: Path) -> Path:
    """Return a folder that is not there yet, named after a file, or after its folder if it is a layout.json."""
    name = layout.stem if layout.stem != "layout" else layout.absolute().parent.name
    wished = proposal = parent / f"{name or 'form'}-template"
    number = 2
    while proposal.exists():
        proposal = wished.with_name(f"{wished.name}-{number}")
        number += 1
    return proposal
