"""How sure it is where areas lie: by how near, and in which direction, the print was seen that tells their rows."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_image import PageImage
from omr.images.preprocess import prepare_for
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.identifying import identity_by_print
from omr.registration.located_page import IdentifiedPage
from omr.registration.placement_doubts import Placement, located_by
from omr.registration.seen_print import SeenPrint
from omr.simulation.foreign.word_forms import WordKind, draw_word_form
from tests.omr.drawn_pages import DPI, TO_SCAN


@pytest.fixture(scope="module")
def page_of_digits(tmp_path_factory):
    """A blank page of bare digits to be ringed, exactly where it is thought to lie, and its image."""
    folder = tmp_path_factory.mktemp("digits")
    draw_word_form(WordKind.RINGED_DIGITS, 5).form.save(folder)
    template = load_template(folder)
    blanks = load_blank_pages(folder, template)
    form = build_form_model(template, blanks)
    image = prepare_for(PageImage(blanks[0]), DPI)
    mapping = np.linalg.inv(image.to_scan) @ TO_SCAN
    return image, IdentifiedPage(form.pages[0], identity_by_print(form, form.pages[0]), mapping, 0, 20.0)


def _doubts_mm(page_of_digits, landmarks_mm):
    """The doubt about each area where all digits were seen in their places, and print elsewhere only there."""
    image, page = page_of_digits
    centers_mm, landmarks_mm = page.model.geometry.centers_mm, np.asarray(landmarks_mm, float)
    places_mm = np.concatenate([centers_mm, landmarks_mm])
    nowhere_off, sure = np.zeros_like(places_mm), np.ones(len(places_mm))
    seen = SeenPrint(places_mm, nowhere_off, sure, np.ones(len(centers_mm)), 40.0, len(landmarks_mm))
    return located_by(image, page, Placement(seen, page.correction, 0.0)).misplaced_mm


def test_that_digits_are_located_by_text_at_the_far_end_of_their_row(page_of_digits):
    centers_mm = page_of_digits[1].model.geometry.centers_mm
    in_line = [(centers_mm[:, 0].max() - 110.0, y_mm) for y_mm in np.unique(centers_mm[:, 1])]

    assert _doubts_mm(page_of_digits, in_line).max() == 0.0


def test_that_digits_as_far_below_the_last_print_may_be_those_of_the_next_row(page_of_digits):
    centers_mm = page_of_digits[1].model.geometry.centers_mm
    x_mm, y_mm = centers_mm.T
    above = [(x, y_mm.max() - 110.0) for x in np.unique(x_mm)]

    doubts_mm = _doubts_mm(page_of_digits, above)

    is_far = y_mm > y_mm.max() - 25.0
    assert is_far.any()
    assert (doubts_mm[is_far] > 5.0).all()
