"""Ink and what it is taken for: bare areas, marks, marks taken back, and the sheet they stand on."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_image import PageImage
from omr.images.page_source import open_scan
from omr.images.preprocess import prepare
from omr.marks.mark_model import load_mark_model
from omr.marks.measuring import LEAST_INK_PX, Measurements, Prints, build_zones, measure_marks
from omr.pipeline import find_page
from omr.registration.locating import locate_page
from omr.simulation.devices.conditions import OFFICE
from omr.simulation.order import PileOrder
from omr.simulation.people.respondents import Habit, Population
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from tests.conftest import UNITS

A4_LONG_MM = 297.0


def _measured(pile, form):
    """Yield every page's truth, model and measurements."""
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            located = find_page(scan, 0, form)
        yield truth, located.model, measure_marks(located, build_zones(located.model))


@pytest.fixture(scope="module")
def measured_pile(pile, form):
    """Truth, model and measurements of every page of the pile."""
    return list(_measured(pile, form))


def _is_marked(truth, model):
    return np.array([area.option in truth.items[area.item_id].answer for area in model.layout.areas])


def _pile_of(population, frozen_template, forms_pdf, folder):
    return simulate_pile(
        load_template(frozen_template),
        UNITS,
        PdfPages(forms_pdf, 2),
        folder,
        PileOrder(respondents=3, seed=77, conditions=OFFICE, population=population),
    )


def test_that_every_mark_is_seen_as_ink_and_fills_more_than_an_empty_box(measured_pile):
    for truth, model, measured in measured_pile:
        is_marked = _is_marked(truth, model)

        assert measured.ink_px[is_marked].min() > 5 * LEAST_INK_PX
        assert measured.fill_ratio[is_marked].mean() > 0.1
        assert np.median(measured.fill_ratio[~is_marked]) == 0.0


def test_that_an_untouched_form_is_bare_almost_everywhere_and_marked_nowhere(
    form, frozen_template, forms_pdf, tmp_path
):
    untouched = replace(Population(), blank=1.0, text_written=0.0, number_written=0.0)
    blank_pile = _pile_of(untouched, frozen_template, forms_pdf, tmp_path)

    for _, model, measured in _measured(blank_pile, form):
        likelihoods = load_mark_model().log_likelihoods(measured, model.blank)

        assert (measured.ink_px < LEAST_INK_PX).mean() > 0.9
        assert likelihoods.marked.max() < 0
        assert likelihoods.cancelled.max() < 0


def test_that_marks_are_told_from_empty_boxes_by_a_wide_margin(measured_pile):
    for truth, model, measured in measured_pile:
        likelihoods = load_mark_model().log_likelihoods(measured, model.blank)
        plain = np.array([truth.items[area.item_id].is_plain for area in model.layout.areas])
        is_marked = _is_marked(truth, model)

        assert likelihoods.marked[is_marked & plain].min() > np.log(100)
        assert likelihoods.marked[~is_marked & plain].max() < -np.log(100)


@pytest.mark.slow
def test_that_whoever_scribbles_everywhere_has_not_taken_everything_back(form, frozen_template, forms_pdf, tmp_path):
    scribblers = replace(Population.plain(), habits={Habit.SCRIBBLE: 1.0}, other_habit=0.0)
    scribbled = _pile_of(scribblers, frozen_template, forms_pdf, tmp_path)

    for truth, model, measured in _measured(scribbled, form):
        likelihoods = load_mark_model().log_likelihoods(measured, model.blank)
        is_marked = _is_marked(truth, model)

        assert (likelihoods.marked > likelihoods.cancelled)[is_marked].mean() > 0.8


def test_that_an_area_under_a_note_is_hidden_and_says_nothing(pile, form):
    truth = next(page for page in pile.pages if page.turned_deg == 0)
    with open_scan(pile.folder / truth.file) as scan:
        pixels = scan.load(0).pixels.copy()
    layout = form.page(truth.page).layout
    covered = next(area for area in layout.areas if area.option in truth.items[area.item_id].answer)
    scale = pixels.shape[0] / layout.height_mm
    x, y = (round(side * scale) for side in covered.rect.center_mm)
    pixels[y - 120 : y + 120, x - 120 : x + 120] = 190  # a note of 20 mm, paler than any ink

    image = prepare(PageImage(pixels), A4_LONG_MM)
    located = locate_page(image, form, lambda: PageImage(pixels))
    measured = measure_marks(located, build_zones(located.model))
    likelihoods = load_mark_model().log_likelihoods(measured, located.model.blank)

    index = layout.areas.index(covered)
    assert measured.is_hidden[index]
    assert (likelihoods.marked[index], likelihoods.cancelled[index]) == (0.0, 0.0)
    assert measured.is_hidden.mean() < 0.1


def test_that_no_mark_makes_its_area_hidden(measured_pile):
    for _, _, measured in measured_pile:
        assert not measured.is_hidden.any()


def test_that_the_order_of_the_areas_does_not_matter(measured_pile):
    _, model, measured = measured_pile[0]
    order = np.random.default_rng(3).permutation(len(model.blank))
    shuffled = Measurements(
        measured.fill_ratio[order],
        measured.ink_px[order],
        measured.pictures[order],
        measured.is_hidden[order],
        measured.is_off[order],
        measured.is_worth_a_look[order],
        measured.quality,
        Prints.of(model.blank[order]),
        measured.shows_any_pen,
        measured.holds_more[order],
        measured.is_ringed[order],
    )

    found = load_mark_model().log_likelihoods(measured, model.blank)
    found_shuffled = load_mark_model().log_likelihoods(shuffled, model.blank[order])

    np.testing.assert_allclose(found_shuffled.marked, found.marked[order], rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(found_shuffled.cancelled, found.cancelled[order], rtol=1e-3, atol=1e-3)
