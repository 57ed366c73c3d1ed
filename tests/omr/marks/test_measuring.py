"""Ink and what it is taken for: bare areas, marks, marks taken back, and the sheet they stand on."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_source import PageImage, open_scan
from omr.images.preprocess import prepare
from omr.marks.mark_model import MODEL_FOLDER, STATES, MarkModel, bare_terms, in_context, load_mark_model
from omr.marks.measuring import LEAST_INK_PX, QUALITIES, Measurements, build_zones, measure_marks
from omr.pipeline import find_page
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.locating import locate_page
from omr.simulation.devices.scanner import OFFICE
from omr.simulation.people.respondents import Habit, Population
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from tests.conftest import UNITS

A4_LONG_MM = 297.0


@pytest.fixture(scope="module")
def form(frozen_template):
    template = load_template(frozen_template)
    return build_form_model(template, load_blank_pages(frozen_template, template))


def _measured(pile, form):
    """Yield every page's truth, model and measurements."""
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            located = find_page(scan, 0, form)
        yield truth, located.model, measure_marks(located, build_zones(located.model))


def _is_marked(truth, model):
    return np.array([area.option in truth.items[area.item_id].answer for area in model.layout.areas])


def _pile_of(population, frozen_template, forms_pdf, folder):
    return simulate_pile(
        load_template(frozen_template),
        respondents=3,
        units=UNITS,
        seed=77,
        out=folder,
        blank_pages=PdfPages(forms_pdf, 2),
        conditions=OFFICE,
        population=population,
    )


def test_that_every_mark_is_seen_as_ink_and_fills_more_than_an_empty_box(pile, form):
    for truth, model, measured in _measured(pile, form):
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


def test_that_marks_are_told_from_empty_boxes_by_a_wide_margin(pile, form):
    for truth, model, measured in _measured(pile, form):
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


def test_that_no_mark_makes_its_area_hidden(pile, form):
    for _, _, measured in _measured(pile, form):
        assert not measured.is_hidden.any()


def test_that_the_order_of_the_areas_does_not_matter(pile, form):
    _, model, measured = next(_measured(pile, form))
    order = np.random.default_rng(3).permutation(len(model.blank))
    shuffled = Measurements(
        measured.fill_ratio[order],
        measured.ink_px[order],
        measured.pictures[order],
        measured.is_hidden[order],
        measured.is_worth_a_look[order],
        measured.quality,
    )

    found = load_mark_model().log_likelihoods(measured, model.blank)
    found_shuffled = load_mark_model().log_likelihoods(shuffled, model.blank[order])

    np.testing.assert_allclose(found_shuffled.marked, found.marked[order], rtol=1e-3, atol=1e-3)
    np.testing.assert_allclose(found_shuffled.cancelled, found.cancelled[order], rtol=1e-3, atol=1e-3)


def test_that_a_blank_is_less_sure_where_the_sheet_s_marks_are_faint():
    class _SaysMarked:
        """Stands for both networks: whatever has ink is a mark."""

        def setInput(self, values):  # noqa: N802 - OpenCV's name
            self.rows = len(values)

        def forward(self):
            return np.tile(np.array([0.0, 9.0, 0.0], np.float32), (self.rows, 1))

    quality = np.zeros(len(QUALITIES), np.float32)
    bare_line = np.array([-2.0, -0.5, -0.1, -0.5, *quality])
    sharpness = np.zeros(len(quality) + 1)
    model = MarkModel(_SaysMarked(), _SaysMarked(), quality, quality + 1, sharpness, np.full(3, 1 / 3), bare_line)
    areas, nothing = np.zeros((3, 56, 56), np.float32), np.zeros(3)
    marked = {
        ink: model.log_likelihoods(
            Measurements(
                nothing,
                np.array([ink, ink, 0.0], np.float32),
                areas,
                nothing > 0,
                np.array([True, True, False]),
                quality,
            ),
            areas,
        ).marked
        for ink in (0.5, 3.0, 1000.0)
    }

    assert marked[0.5][2] > marked[3.0][2] > marked[1000.0][2] >= np.log(1e-6) - 1e-9
    assert marked[0.5][0] > 5


def test_that_a_blank_is_less_sure_where_the_sheet_s_marks_differ_much_in_ink():
    quality = np.zeros(len(QUALITIES), np.float32)

    even = bare_terms(20, mean=2.0, spread=0.3, quality=quality)
    uneven = bare_terms(20, mean=2.0, spread=1.2, quality=quality)
    unknown = bare_terms(0, mean=0.0, spread=0.0, quality=quality)

    assert even[1] > 2 * uneven[1] > 0
    assert even[3] == uneven[3] == 2.0
    assert unknown[1] == 0.0


def test_that_the_context_of_a_mark_is_the_others_and_not_itself():
    described = np.array(
        [[1.0, 0.0, -9, 9, -9], [3.0, 4.0, -9, 9, -9], [50.0, 50.0, 9, -9, -9], [20.0, 10.0, 9, -9, -9]], np.float32
    )

    context = in_context(described, np.array([0.5, 3.0], np.float32))

    assert context.shape == (4, 2 + 2 + 2 + 2 + 3 + 2)
    np.testing.assert_allclose(context[0, 2:4], [3.0, 4.0], rtol=0.01)  # the empty areas do not count
    np.testing.assert_allclose(context[1, 2:4], [1.0, 0.0], atol=0.01)
    np.testing.assert_allclose(context[0, 4:6], [35.0, 30.0], rtol=0.01)  # the marks do not count
    np.testing.assert_allclose(context[2, 4:6], [20.0, 10.0], rtol=0.01)
    np.testing.assert_allclose(context[0, 6:8], [np.log(2), np.log(3)], rtol=0.01)
    np.testing.assert_allclose(context[:, 11:], np.tile([0.5, 3.0], (4, 1)))


def test_that_a_model_of_other_states_is_refused(tmp_path):
    facts = (MODEL_FOLDER / "facts.json").read_text(encoding="utf-8")
    (tmp_path / "facts.json").write_text(facts.replace(STATES[2], "erased"), encoding="utf-8")

    with pytest.raises(ValueError, match="trained for other states"):
        load_mark_model(tmp_path)


def test_that_the_shipped_model_stays_below_a_megabyte():
    assert sum(file.stat().st_size for file in MODEL_FOLDER.iterdir()) < 1_000_000
