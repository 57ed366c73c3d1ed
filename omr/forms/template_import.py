"""A form that exists on paper already -> a template folder: its layout, and an image of each blank page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from form_templates.errors import Finding, FindingList, TemplateError
from form_templates.importing import definition_text, read_foreign_form
from form_templates.layout_files import LAYOUT_NAME, write_layout
from form_templates.loading import DEFINITION_NAME, blank_image, load_template
from form_templates.model import FormTemplate
from omr.errors import FolderNotEmpty
from omr.forms.page_images import PageFinding, PageProblem, check_proportion, load_page_image, unreachable, unreadable
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.registration.blank_page import encode_png
from omr.whole_files import cannot_make, is_free, making_folder

_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the image of one page comes from: a page, 0-based, of a file."""

    path: Path
    index: int


def import_template(layout_path: Path, page_paths: Sequence[Path], folder: Path) -> FormTemplate:
    """Make a template folder out of a layout and the images of the blank pages.

    1. Everything is read and checked; all mistakes are told together.
    2. The folder is made beside its place, and moved there when it is whole.

    Args:
        layout_path: A ``layout.json``, see ``form_templates.layout_files``.
        page_paths: The blank pages in order: PNG, JPEG, or PDF and TIFF, of which every page counts. An image stands
            for the whole paper, whatever its resolution.
        folder: A new or empty folder.

    Returns:
        The template as it loads from ``folder``.

    Raises:
        FolderNotEmpty: The folder holds something; nothing was changed.
        TemplateError: Layout or images have mistakes, all of them listed; nothing was written.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    findings: list[Finding] = []
    template = _read_form(layout_path, findings)
    images = _read_images(layout_path, page_paths, template, findings)
    if template is None or findings:
        raise TemplateError(tuple(findings))
    return _write(template, images, folder)


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
    layout_path: Path, page_paths: Sequence[Path], template: FormTemplate | None, findings: list[Finding]
) -> list[bytes]:
    """Return a PNG file for each page; what cannot be used is left out and noted."""
    sources = [source for path in page_paths for source in _find_pages(path, findings)]
    pages = template.pages if template else ()
    if template is not None and len(sources) != len(pages):
        findings.append(_wrong_count(layout_path, len(pages), len(sources)))
    images = []
    for position, source in enumerate(sources):
        if source.index < 0:
            continue  # noted already
        pixels = load_page_image(source.path, source.index, findings)
        if pixels is None:
            continue
        if position < len(pages):
            findings += check_proportion(source.path, pixels, pages[position])
        data = source.path.read_bytes()
        images.append(data if data.startswith(_PNG) else encode_png(pixels))
    return images


def _find_pages(path: Path, findings: list[Finding]) -> list[_Source]:
    """Return the pages of a file; one with the index -1, which counts as a page, for a file that cannot be opened."""
    try:
        with open_scan(path) as scan:
            return [_Source(path, index) for index in range(scan.page_count)]
    except UnreadableScan as error:
        findings.append(unreadable(path, error))
    except OSError as error:
        findings.append(unreachable(path, error))
    return [_Source(path, -1)]


def _wrong_count(layout_path: Path, wanted: int, given: int) -> PageFinding:
    facts = {"wanted": str(wanted), "given": str(given)}
    message = "pages in the layout: {wanted}, page images given: {given}; give one for each page, in order"
    return PageFinding(layout_path, "pages", message.format(**facts), PageProblem.COUNT, facts)


def _write(template: FormTemplate, images: Sequence[bytes], folder: Path) -> FormTemplate:
    """Write the folder aside, and read it once to be sure of it before it is moved to its place."""
    with making_folder(folder, cannot_make) as made:
        for page, image in zip(template.pages, images, strict=True):
            blank_image(made, page.number).write_bytes(image)
        write_layout(template, made / LAYOUT_NAME)
        (made / DEFINITION_NAME).write_text(definition_text(template), encoding="utf-8", newline="\n")
        return load_template(made)
