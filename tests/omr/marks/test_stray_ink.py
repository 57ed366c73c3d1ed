"""Ink beside what is looked at: wide rings make a blank suspect, ordinary neighbours do not."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_source import open_scan
from omr.marks import stray_ink
from omr.marks.rings import PageRings
from omr.marks.stray_ink import SUSPICIOUS_MM2, Surroundings, suspicious_px
from omr.pipeline import PageReader, find_page
from omr.registration.blank_page import load_blank_pages
from omr.settings import ReadingSettings
from omr.simulation.devices.conditions import OFFICE
from omr.simulation.order import PileOrder
from omr.simulation.people.respondents import Habit, Population
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from tests.conftest import UNITS
from tests.omr.marks.drawn_marks import DrawnPage


def _stray_ink(form, pile):
    """Yield the truth of every item of a pile, and the ink around it if there were no other marks."""
    around = {page.layout.number: Surroundings(page) for page in form.pages}
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            located = find_page(scan, 0, form)
        layout = located.model.layout
        unmarked = PageRings(located, np.zeros(len(layout.areas), np.bool_))
        for item_id, item in truth.items.items():
            areas = [index for index, area in enumerate(layout.areas) if area.item_id == item_id]
            yield item, around[truth.page].stray_ink_mm2(areas, unmarked)


def test_that_items_among_ordinary_marks_are_hardly_ever_suspect(form, pile):
    found = [ink for _, ink in _stray_ink(form, pile)]

    assert sum(ink > SUSPICIOUS_MM2 for ink in found) <= 0.02 * len(found)


@pytest.mark.slow
def test_that_a_ring_twice_as_wide_as_its_box_leaves_ink_around_the_item(form, frozen_template, forms_pdf, tmp_path):
    ringers = replace(Population.plain(), habits={Habit.RING: 1.0}, other_habit=0.0, overshoot=1.0, blank=0.0)
    pile = simulate_pile(
        load_template(frozen_template),
        UNITS,
        PdfPages(forms_pdf, 2),
        tmp_path,
        PileOrder(respondents=2, seed=78, conditions=OFFICE, population=ringers),
    )

    ringed = [ink for item, ink in _stray_ink(form, pile) if item.answer]

    assert sum(ink > SUSPICIOUS_MM2 for ink in ringed) > 0.95 * len(ringed)


def test_that_a_blank_may_hold_less_than_half_of_what_the_sheets_marks_leave():
    ballpoint, faint_pencil = np.array([38.0, 40.0, 60.0, 90.0]), np.array([4.0, 6.0, 6.0, 9.0])

    assert 15 < suspicious_px(ballpoint) < 20
    assert 1.5 < suspicious_px(faint_pencil) < 3
    assert suspicious_px(np.zeros(0)) == 10.0  # nothing is known of the pen


def test_that_no_blank_with_the_ink_of_a_mark_in_it_is_accepted(frozen_template, pile):
    template = load_template(frozen_template)
    reader = PageReader(template, load_blank_pages(frozen_template, template), ReadingSettings(tolerance=0.5))
    seen_blanks = 0
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            reading, seen = reader.look_at_page(scan, 0)
        areas = seen.page.model.layout.areas
        marked = [truth.items[area.item_id].answer == (area.option,) for area in areas]
        least = np.percentile(seen.measured.ink_px[marked], 25) / 2
        for item in reading.items:
            if not item.flags and not item.answer and item.item_id in truth.items:
                seen_blanks += 1
                ink = [px for area, px in zip(areas, seen.measured.ink_px, strict=True) if area.item_id == item.item_id]
                assert max(ink) < 1.5 * least
    assert seen_blanks > 0


@pytest.fixture
def drawn(form, pile):
    return DrawnPage(form, pile)


def test_that_a_mark_reaching_over_from_the_next_row_does_not_make_a_blank_suspect(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    x, y = drawn.center_mm(below)
    for way in np.linspace(-2.2, 2.2, 3):
        drawn.stroke((x + way - 1, y + 2), (x + way + 1, y - 4.5))

    assert drawn.own_share(blank, marks=[below]) < 0.1
    assert drawn.own_share(blank, marks=[]) == 1.0  # nobody's mark, so it may be this item's


def test_that_of_all_areas_of_a_page_only_those_in_reach_are_looked_at(form, drawn, monkeypatch):
    looked_at = []
    within = stray_ink._is_within
    monkeypatch.setattr(stray_ink, "_is_within", lambda *rect: looked_at.append(rect) or within(*rect))

    for page in form.pages:
        areas, fields = len(page.layout.areas), len(page.layout.fields)
        Surroundings(page).stray_ink_mm2([areas // 2], PageRings(drawn.page, np.zeros(areas, np.bool_)))

        assert 4 < len(looked_at) < fields + areas // 2
        looked_at.clear()


def test_that_a_stroke_down_the_rows_is_not_its_neighbours_alone(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    (x, top), (_, bottom) = drawn.center_mm(blank), drawn.center_mm(below)
    drawn.stroke((x + 3.2, top - 6), (x + 3.0, top + 3), (x + 1, bottom - 1), (x, bottom + 2))

    assert drawn.own_share(blank, marks=[below]) > 0.9


def test_that_a_stray_stroke_beside_a_neighbours_mark_stays_suspect(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    (x, y), (_, bottom) = drawn.center_mm(blank), drawn.center_mm(below)
    drawn.stroke((x - 2, bottom - 2), (x + 2, bottom + 2))
    drawn.stroke((x - 4.4, y - 3), (x - 2.6, y + 3))

    assert drawn.own_share(blank, marks=[below]) > 0.9


def test_that_a_wide_ring_around_the_next_row_does_not_make_a_blank_suspect(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    drawn.ring(below, 6.0)

    assert drawn.own_share(blank, marks=[below]) < 0.1
    assert drawn.own_share(blank, marks=[]) == 1.0


def test_that_a_mark_is_a_blanks_own_though_it_hangs_on_the_next_rows_ring(drawn):
    blank, below = drawn.area("c05", "4"), drawn.area("c06", "4")
    (x, y), (_, bottom) = drawn.center_mm(blank), drawn.center_mm(below)
    drawn.ring(below, 5.0)
    drawn.stroke((x - 1.5, y - 1.5), (x + 1.0, bottom - 4.8))

    assert drawn.own_share(blank, marks=[below]) > 0.1
