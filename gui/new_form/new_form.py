"""A form that was made of a list of questions, kept somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from form_templates.model import FormTemplate
from form_templates.typesetting.printing import blank_pdf
from omr.forms.form_pictures import new_form_pictures
from omr.forms.question_lists.new_template import set_form, write_new_template
from omr.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class NewForm:
    """A form and the folder that its template lies in."""

    folder: Path
    template: FormTemplate


def write_new_form(definition: FormTemplate, folder: Path) -> NewForm:
    """Write the template of a form; raises what ``write_new_template`` raises."""
    return NewForm(folder, write_new_template(definition, folder))


def draw_new_form(definition: FormTemplate, dpi: float) -> Sequence[NDArray[np.uint8]]:
    """Return the pages of a form that is kept nowhere yet; raises what ``set_form`` and the drawing raise."""
    return new_form_pictures(set_form(definition), dpi=dpi)


def print_new_form(definition: FormTemplate, path: Path) -> int:
    """Write the blank pages of a form as PDF and return how many there are; raises likewise, and if it cannot."""
    form = set_form(definition)
    write_whole(path, blank_pdf(form))
    return len(form.pages)
