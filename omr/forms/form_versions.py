"""Changing a form that a survey holds: in place as long as nothing rests on it, else as its next version."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from form_templates.importing import definition_text
from form_templates.layout_files import LAYOUT_NAME, layout_text
from form_templates.loading import BLANK_NAME, DEFINITION_NAME, blank_images
from form_templates.model import FormKey, FormTemplate
from omr.forms.more_forms import add_form, pages_of
from omr.forms.page_images import PageOpener
from omr.forms.template_import import write_definition_folder, write_template_folder
from omr.survey.folder import Survey
from omr.survey.forms import PRINTED_NAME, form_folder
from omr.survey.settings import load_settings
from omr.survey.work_lock import Work, working_alone
from omr.whole_files import write_whole


def is_used(survey: Survey, key: FormKey) -> bool:
    """Return whether anything rests on a form: pages that were read or printed, or a batch that looks for it."""
    is_first = key == survey.forms.first.template.key
    if pages_of(survey, key) or survey.store.issued.copies(key, is_first=is_first):
        return True
    if (form_folder(survey.folder, key) / PRINTED_NAME).exists():
        return True
    batches = [batch.number for batch in survey.store.batches.all()]
    return any(is_first or key in survey.store.batches.conditions(number).other_forms for number in batches)


def as_editable(survey: Survey, template: FormTemplate) -> FormTemplate:
    """Return a form as it may be changed: itself if nothing rests on it, else its next version."""
    if template.key in load_settings(survey.folder).forms and is_used(survey, template.key):
        return replace(template, version=_next_version(survey, template.template_id))
    return template


def keep_form(
    survey: Survey, template: FormTemplate, drawn_on: FormKey, opener: PageOpener | None = None
) -> FormTemplate:
    """Keep a form that was changed; batches from now on look for it, what was read stays as it is.

    The survey must be opened anew to know it.

    Args:
        survey: Holds the form that was changed.
        template: What became of it, named as ``as_editable`` said; where that version is used meanwhile, the next one.
            Without pages if the program prints it.
        drawn_on: The form whose blank pages it has.
        opener: Looks at the blank pages of a new version; None: one of its own.

    Returns:
        The form as it was kept, perhaps with another version.

    Raises:
        form_templates.errors.TemplateError: It has mistakes; nothing was changed.
        form_templates.errors.PrintError: It cannot be printed; nothing was changed.
        BeingRead: Another process reads scans into this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
        DiskFull: Nothing was changed, or the layout only, which saving again mends.
    """
    survey.store.database.ensure_writable()
    if template.key not in load_settings(survey.folder).forms:
        return _add_version(survey, template, drawn_on, opener)
    with working_alone(survey.folder, Work.READING):
        if not is_used(survey, template.key):
            save_form_files(form_folder(survey.folder, template.key), template)
            return template
    later = replace(template, version=_next_version(survey, template.template_id))
    return _add_version(survey, later, drawn_on, opener)


def save_form_files(folder: Path, template: FormTemplate, others: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write a form without mistakes into its template folder; ``others`` are further files, by name.

    One without pages is typeset; they are written where the folder keeps them, as the frozen copy of a survey does.

    Raises:
        form_templates.errors.PrintError: It cannot be printed; nothing was changed.
        DiskFull: Nothing was changed, or some of the files only.
        FolderNotWritable: Likewise.
    """
    if template.pages:
        write_whole(folder / LAYOUT_NAME, layout_text(template))
    else:
        _save_typeset_pages(folder, template)
    write_whole(folder / DEFINITION_NAME, definition_text(template))
    for name, text in others.items():
        write_whole(folder / name, text)


def _save_typeset_pages(folder: Path, template: FormTemplate) -> None:
    from form_templates.typesetting.pages import typeset  # reportlab is heavy, and forms made elsewhere need none
    from form_templates.typesetting.printing import typeset_pdf

    form = typeset(template)
    if (folder / LAYOUT_NAME).exists():
        placed = replace(template, pages=form.layouts)
        write_whole(folder / BLANK_NAME, typeset_pdf(placed, form))
        write_whole(folder / LAYOUT_NAME, layout_text(placed))


def _add_version(survey: Survey, template: FormTemplate, drawn_on: FormKey, opener: PageOpener | None) -> FormTemplate:
    with tempfile.TemporaryDirectory(prefix="phieu-") as place:
        folder = Path(place) / "form"
        if template.pages:
            paths = blank_images(form_folder(survey.folder, drawn_on), template)
            write_template_folder(template, [path.read_bytes() for path in paths], folder)
        else:
            write_definition_folder(template, folder)
        return add_form(survey, folder, opener)


def _next_version(survey: Survey, template_id: str) -> int:
    keys = load_settings(survey.folder).forms
    return 1 + max(key.version for key in keys if key.template_id == template_id)
