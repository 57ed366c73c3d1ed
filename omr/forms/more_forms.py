"""Add a form to a survey that exists, and take one out again of which nothing was printed or read."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from form_templates.loading import blank_images, load_template, template_folder, write_frozen
from form_templates.model import FormKey, FormTemplate
from omr.store import schema
from omr.survey.folder import Survey
from omr.survey.form_errors import FormInSurvey, FormInUse, FormIsFirst
from omr.survey.forms import PRINTED_NAME, form_folder
from omr.survey.settings import change_forms
from omr.survey.work_lock import Work, working_alone
from omr.whole_files import making_folder

if TYPE_CHECKING:
    from omr.forms.page_images import PageOpener


def add_form(survey: Survey, template_source: str | Path, opener: "PageOpener | None" = None) -> FormTemplate:
    """Add a form; batches that begin from now on look for its pages too, what was read stays as it is.

    The survey must be opened anew to know it.

    Args:
        survey: The open survey.
        template_source: As for ``load_template``.
        opener: Opens the page images of a form made elsewhere first, to see whether they are harmless.

    Raises:
        FormInSurvey: The survey has it already.
        form_templates.errors.TemplateError: The template or one of its page images has mistakes; nothing was changed.
        BeingRead: Another process reads scans into this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
        DiskFull: Nothing was changed.
    """
    survey.store.database.ensure_writable()
    template = load_template(template_source)
    if template.key in survey.settings.forms:
        raise FormInSurvey(template.key)
    source_folder = template_folder(template_source)
    if blank_images(source_folder, template):
        from omr.forms.page_images import ensure_sound_images  # OpenCV takes half a second; our own forms need none

        ensure_sound_images(source_folder, template, opener)
    target = form_folder(survey.folder, template.key)
    with working_alone(survey.folder, Work.READING):
        shutil.rmtree(target, ignore_errors=True)  # of a try that was killed
        with making_folder(target) as made:
            write_frozen(template, template_source, made)
        survey.settings = change_forms(survey.folder, (*survey.settings.more_forms, template.key))
    return template


def take_out_form(survey: Survey, key: FormKey) -> None:
    """Take a form out again of which nothing was printed or read. The survey must be opened anew to forget it.

    Raises:
        FormIsFirst: The survey began with it.
        FormInUse: Pages of it were read, or copies printed.
        BeingRead: Another process reads scans into this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
    """
    survey.store.database.ensure_writable()
    if key == survey.forms.first.template.key:
        raise FormIsFirst(key)
    with working_alone(survey.folder, Work.READING):
        read = pages_of(survey, key)
        printed = sum(survey.store.issued.copies(key, is_first=False).values())
        printed += (form_folder(survey.folder, key) / PRINTED_NAME).exists()  # at least one, for no unit
        if read or printed:
            raise FormInUse(key, read, printed)
        survey.settings = change_forms(survey.folder, [form for form in survey.settings.more_forms if form != key])
        shutil.rmtree(form_folder(survey.folder, key), ignore_errors=True)


def pages_of(survey: Survey, key: FormKey) -> int:
    """Return how many pages were read as pages of a form, or are by a person's word, also where that was withdrawn."""
    page, pin = schema.page, schema.page_pin
    with survey.store.database.connect() as connection:
        read = select(page.c.id).where(page.c.template_id == key.template_id, page.c.template_version == key.version)
        said = select(pin.c.page_id).where(pin.c.template_id == key.template_id, pin.c.template_version == key.version)
        return int(connection.scalar(select(func.count()).select_from(read.union(said).subquery())) or 0)
