"""Begin a survey with a form whose page images are sound."""

from collections.abc import Sequence
from pathlib import Path

from form_templates.loading import blank_images, load_template, template_folder
from form_templates.model import FormTemplate
from omr.forms.more_forms import add_form
from omr.survey.folder import Survey
from omr.survey.form_errors import FormInSurvey
from omr.units.unit_list import Unit


def create_survey(
    folder: Path,
    template_source: str | Path,
    *,
    name: str = "",
    round_name: str = "",
    units: tuple[Unit, ...] = (),
    more_templates: Sequence[str | Path] = (),
) -> Survey:
    """Make a new survey as ``Survey.create`` does, after looking at the page images of forms made elsewhere.

    Args:
        folder: Where.
        template_source: The form that it begins with.
        name: What people call it.
        round_name: Which round.
        units: Its units.
        more_templates: Further forms whose pages may lie in the same piles.

    Raises:
        SurveyExists: The folder holds something.
        FormInSurvey: A form is named twice; nothing was made.
        FolderNotWritable: It cannot be made.
        form_templates.errors.TemplateError: A template or one of its page images has mistakes; nothing was made.
    """
    keys = [_checked(source).key for source in (template_source, *more_templates)]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise FormInSurvey(key)
    made = Survey.create(folder, template_source, name=name, round_name=round_name, units=units)
    if not more_templates:
        return made
    with made:
        for source in more_templates:
            add_form(made, source)
    return Survey.open(folder)


def _checked(source: str | Path) -> FormTemplate:
    source_folder = template_folder(source)
    template = load_template(source)
    if blank_images(source_folder, template):
        from omr.forms.page_images import ensure_sound_images  # OpenCV takes half a second; our own forms need none

        ensure_sound_images(source_folder, template)
    return template
