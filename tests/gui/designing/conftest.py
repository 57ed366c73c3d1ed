"""A small form made elsewhere in a folder of its own, and the editor of it."""

import numpy as np
import pytest

from form_templates.editing.history import FormDocument
from form_templates.importing import definition_text
from form_templates.layout_files import LAYOUT_NAME, write_layout
from form_templates.loading import DEFINITION_NAME, load_template
from form_templates.model import Language
from gui.designing.form_editor import FormEditor
from gui.designing.page.form_canvas import FormCanvas
from gui.i18n.translation import Translations
from omr.opencv import cv2
from tests.form_templates.editing.build import form

_PX_PER_MM = 2


@pytest.fixture
def folder(tmp_path):
    """Three rated rows on one page, a question with a write-in, a comment and a number on the other."""
    place = tmp_path / "form"
    place.mkdir()
    template = form()
    write_layout(template, place / LAYOUT_NAME)
    (place / DEFINITION_NAME).write_text(definition_text(template), encoding="utf-8")
    for page in template.pages:
        blank = np.full((297 * _PX_PER_MM, 210 * _PX_PER_MM, 3), 255, np.uint8)
        cv2.imwrite(str(place / f"blank-{page.number}.png"), blank)
    return place


@pytest.fixture
def editor(qapp, folder):
    return FormEditor(folder, FormDocument(load_template(folder)))


@pytest.fixture
def canvas(qtbot, editor):
    """The first page, four pixels to a millimetre, never shown on a screen."""
    made = FormCanvas(editor, {})
    qtbot.addWidget(made)
    made.resize(860, 1208)
    made.fit()
    return made


@pytest.fixture
def english(qapp):
    """The words of the catalogue, in which plurals are told apart."""
    translations = Translations(qapp)
    translations.use(Language.ENGLISH)
    yield
    translations.stop()
