"""Begin a survey with a form whose page images are sound."""

from pathlib import Path

from form_templates.loading import blank_images, load_template, template_folder
from omr.survey.folder import Survey
from omr.units.unit_list import Unit


def create_survey(
    folder: Path,
    template_source: str | Path,
    *,
    name: str = "",
    round_name: str = "",
    units: tuple[Unit, ...] = (),
) -> Survey:
    """Make a new survey as ``Survey.create`` does, after looking at the page images of a form made elsewhere.

    Raises:
        SurveyExists: The folder holds something.
        FolderNotWritable: It cannot be made.
        form_templates.errors.TemplateError: The template or one of its page images has mistakes; nothing was made.
    """
    source_folder = template_folder(template_source)
    template = load_template(template_source)
    if blank_images(source_folder, template):
        from omr.forms.page_images import ensure_sound_images  # OpenCV takes half a second; our own forms need none

        ensure_sound_images(source_folder, template)
    return Survey.create(folder, template_source, name=name, round_name=round_name, units=units)
