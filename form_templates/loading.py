"""Definition files -> ``FormTemplate``, the shipped templates, and the frozen copy that a survey keeps.

Reading a folder with a ``layout.json`` needs nothing beyond the standard library: workers load templates often, so
reportlab is imported only where a page has to be typeset or printed.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from form_templates.definition import read_definition
from form_templates.errors import Finding, FindingList, PrintError, TemplateError
from form_templates.facts import Fact
from form_templates.layout_files import LAYOUT_NAME, read_layout, write_layout
from form_templates.model import FormTemplate, Text
from form_templates.toml_files import read_toml
from form_templates.validation import check_definition, check_layout

LIBRARY = Path(__file__).with_name("library")
DEFINITION_NAME = "template.toml"
BLANK_NAME = "blank.pdf"

_MOST_KEPT = 8  # templates that are kept loaded
_MOST_COMPARED = 4 << 20  # bytes of a file; ours have a twentieth


@dataclass(frozen=True, slots=True)
class ShippedTemplate:
    """A line in the list of templates that come with the program."""

    template_id: str
    version: int
    title: Text
    pages: int


def load_template(source: str | Path) -> FormTemplate:
    """Load a template with its pages.

    Args:
        source: The id of a shipped template (``"sipas-2020"``), or a folder with ``template.toml`` and perhaps
            ``layout.json``. Without the latter the pages are typeset.

    Raises:
        TemplateError: Something is wrong with the files; every mistake is listed.
    """
    folder = template_folder(source)
    files = _files_in(folder)
    if files is None:
        return _load(folder)
    template = _load_once(files)
    if files.layout is not None:  # its blank pages may have gone meanwhile
        findings = FindingList(folder / LAYOUT_NAME)
        findings.findings += _missing_blank_pages(folder, template)
        findings.raise_if_any()
    return template


@dataclass(frozen=True, slots=True)
class _Files:
    """What a template's files hold; None: there is no layout."""

    definition: bytes
    layout: bytes | None
    folder: Path = field(compare=False)


def _files_in(folder: Path) -> _Files | None:
    """Return what the files hold; None if they are not what they should be, which is told where they are loaded."""
    paths = [folder / DEFINITION_NAME, folder / LAYOUT_NAME]
    present = [path for path in paths if path.exists()]
    try:
        if not all(path.is_file() and path.stat().st_size <= _MOST_COMPARED for path in present):
            return None
        layout = paths[1].read_bytes() if paths[1] in present else None
        return _Files(paths[0].read_bytes(), layout, folder)
    except OSError:
        return None


@lru_cache(maxsize=_MOST_KEPT)
def _load_once(files: _Files) -> FormTemplate:
    """Load what a process loads again with every opening of its survey, and with copies of it."""
    return _load(files.folder)


def _load(folder: Path) -> FormTemplate:
    layout_path = folder / LAYOUT_NAME
    template = _load_definition(folder / DEFINITION_NAME, has_foreign_ids=layout_path.exists())
    if layout_path.exists():
        return _with_layout_file(template, layout_path)
    return _with_typeset_pages(template, folder / DEFINITION_NAME)


def template_folder(source: str | Path) -> Path:
    """Return the folder that ``source`` names: a shipped id first, else a path."""
    shipped = LIBRARY / source if isinstance(source, str) and source else None
    return shipped if shipped is not None and _is_shipped(shipped) else Path(source)


def list_templates() -> tuple[ShippedTemplate, ...]:
    """Return the shipped templates, by id."""
    templates = [load_template(folder.name) for folder in sorted(LIBRARY.iterdir()) if _is_shipped(folder)]
    return tuple(ShippedTemplate(each.template_id, each.version, each.title, len(each.pages)) for each in templates)


def freeze_template(source: str | Path, target_folder: Path) -> FormTemplate:
    """Copy a template, with its places and blank print, to where nobody changes it any more.

    Args:
        source: As for ``load_template``.
        target_folder: Made if missing.

    Returns:
        The template as it loads from ``target_folder`` from now on.

    Raises:
        TemplateError: Something is wrong with the files; nothing was written.
    """
    write_frozen(load_template(source), source, target_folder)
    return load_template(target_folder)


def write_frozen(template: FormTemplate, source: str | Path, target_folder: Path) -> None:
    """Write the copy that ``freeze_template`` makes, of a template that is loaded already.

    Args:
        template: What ``load_template`` gave for ``source``.
        source: As for ``load_template``.
        target_folder: Made if missing.
    """
    source_folder = template_folder(source)
    target_folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source_folder / DEFINITION_NAME, target_folder / DEFINITION_NAME)
    write_layout(template, target_folder / LAYOUT_NAME)
    _freeze_blank(template, source_folder, target_folder)


def blank_image(folder: Path, page_number: int) -> Path:
    """Return where the blank print of a page is kept, of a form made elsewhere."""
    return folder / f"blank-{page_number}.png"


def blank_images(folder: Path, template: FormTemplate) -> tuple[Path, ...]:
    """Return the blank print of every page of a form made elsewhere; none for a form that we typeset."""
    if not _has_delivered_blank(folder) or (folder / BLANK_NAME).exists():
        return ()
    return tuple(blank_image(folder, page.number) for page in template.pages)


def _is_shipped(folder: Path) -> bool:
    return folder.parent == LIBRARY and (folder / DEFINITION_NAME).is_file()


def _load_definition(path: Path, *, has_foreign_ids: bool) -> FormTemplate:
    findings = FindingList(path)
    missing = Fact("there is no such file, and no shipped template of that name")
    template = read_definition(read_toml(path, findings, missing), findings)
    if template.template_id or template.sections:  # neither: the format is unknown, nothing else can be said
        check_definition(template, findings, has_foreign_ids=has_foreign_ids)
    findings.raise_if_any()
    return template


def _with_layout_file(template: FormTemplate, path: Path) -> FormTemplate:
    layout = read_layout(path)
    findings = FindingList(path)
    if (layout.template_id, layout.version) != (template.template_id, template.version):
        theirs, ours = f"{layout.template_id} {layout.version}", f"{template.template_id} {template.version}"
        findings.add(
            "template", Fact("the layout is for {theirs}, the definition for {ours}", theirs=theirs, ours=ours)
        )
    placed = replace(template, pages=layout.pages)
    check_layout(placed, findings)
    findings.findings += _missing_blank_pages(path.parent, placed)
    findings.raise_if_any()
    return placed


def _has_delivered_blank(folder: Path) -> bool:
    """Whether the blank print was delivered with the template."""
    return (folder / LAYOUT_NAME).exists() and ((folder / BLANK_NAME).exists() or blank_image(folder, 1).exists())


def _missing_blank_pages(folder: Path, template: FormTemplate) -> Iterator[Finding]:
    """Yield what is missing of the blank print, without which a form made elsewhere can be neither read nor printed."""
    is_ours = any(page.fiducials for page in template.pages)
    if (is_ours and not _has_delivered_blank(folder)) or (folder / BLANK_NAME).exists():
        return
    for page in template.pages:
        path = blank_image(folder, page.number)
        if not path.exists():
            yield Finding(
                path, "", Fact("the blank print of page {number} is missing: put its image here", number=page.number)
            )


def _with_typeset_pages(template: FormTemplate, path: Path) -> FormTemplate:
    from form_templates.typesetting.letters import check_letters  # heavy, and not needed for a frozen template
    from form_templates.typesetting.pages import typeset

    findings = FindingList(path)
    check_letters(template, findings)
    findings.raise_if_any()
    try:
        placed = replace(template, pages=typeset(template).layouts)
    except PrintError as error:
        findings.add("", error.reason)
        raise TemplateError(tuple(findings.findings)) from error
    check_layout(placed, findings)
    findings.raise_if_any()
    return placed


def _freeze_blank(template: FormTemplate, source_folder: Path, target_folder: Path) -> None:
    """Keep the blank print: of a form made elsewhere as it was delivered, of ours freshly drawn."""
    if _has_delivered_blank(source_folder):
        for path in blank_images(source_folder, template) or (source_folder / BLANK_NAME,):
            shutil.copyfile(path, target_folder / path.name)
        return
    from form_templates.typesetting.printing import blank_pdf  # heavy, and not needed for loading

    (target_folder / BLANK_NAME).write_bytes(blank_pdf(template))
