"""Forms made elsewhere: different from each other, the same for a seed, printed where their layout says."""

import pickle
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from form_templates.errors import FindingList
from form_templates.loading import load_template
from form_templates.model import AreaShape, FormTemplate, MarkStyle, Rect, ResponseArea
from form_templates.validation import check_definition, check_layout
from omr.opencv import cv2
from omr.simulation.devices.conditions import LOW_DPI
from omr.simulation.effects import Image
from omr.simulation.foreign.forms import FEWEST_AREAS, MOST_AREAS, ForeignForm, draw_form
from omr.simulation.foreign.piles import make_foreign_pile
from omr.simulation.order import PileOrder
from omr.simulation.people.respondents import Population
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.simulation.truth import load_truth

DPI = 300
SCALE = DPI / 25.4


@pytest.fixture(scope="module")
def forms() -> list[ForeignForm]:
    return [draw_form(seed) for seed in range(40)]


def _touches(rect: Rect, areas: list[Rect]) -> bool:
    shrunk = Rect(rect.x_mm + 0.001, rect.y_mm + 0.001, rect.w_mm - 0.002, rect.h_mm - 0.002)
    return any(shrunk.overlaps(other) for other in areas)


def _piece(raster: Image, rect: Rect) -> Image:
    left, top = round(rect.x_mm * SCALE), round(rect.y_mm * SCALE)
    return raster[top : round((rect.y_mm + rect.h_mm) * SCALE), left : round((rect.x_mm + rect.w_mm) * SCALE)]


def test_that_every_form_is_a_valid_template(forms: list[ForeignForm]) -> None:
    for form in forms:
        findings = FindingList(Path("form"))

        check_definition(form.template, findings, has_foreign_ids=True)
        check_layout(form.template, findings)

        assert not findings.findings, form.template.template_id


def test_that_areas_lie_on_the_page_and_clear_of_each_other(forms: list[ForeignForm]) -> None:
    for form in forms[:12]:
        for page in form.template.pages:
            rects = [area.rect for area in page.areas]
            assert min(min(rect.x_mm, rect.y_mm) for rect in rects) > 2
            assert max(rect.x_mm + rect.w_mm for rect in rects) < page.width_mm - 2
            assert max(rect.y_mm + rect.h_mm for rect in rects) < page.height_mm - 2
            assert not any(_touches(one, [other]) for one, other in combinations(rects, 2))


def test_that_pages_have_neither_few_nor_countless_areas(forms: list[ForeignForm]) -> None:
    numbers = [len(page.areas) for form in forms for page in form.template.pages]

    assert min(numbers) >= FEWEST_AREAS
    assert max(numbers) <= MOST_AREAS
    assert max(numbers) > 300


def test_that_no_form_has_marks_or_codes_of_ours(forms: list[ForeignForm]) -> None:
    pages = [page for form in forms for page in form.template.pages]

    assert not any(page.fiducials or page.code or page.code_text for page in pages)


def test_that_forms_differ_in_paper_print_and_questions(forms: list[ForeignForm]) -> None:
    pages = [page for form in forms for page in form.template.pages]
    areas = [area for page in pages for area in page.areas]
    items = [item for form in forms for item in form.template.items()]

    assert {(page.width_mm, page.height_mm) for page in pages} == {(210.0, 297.0), (215.9, 279.4), (148.0, 210.0)}
    assert {area.style for area in areas} == set(MarkStyle)
    assert {area.shape for area in areas} == set(AreaShape)
    assert {item.kind.value for item in items} >= {"single", "multiple", "text"}
    assert {len(form.template.pages) for form in forms} == {1, 2}
    assert min(area.rect.h_mm for area in areas) < 2.6  # dense answer sheets
    assert max(area.rect.w_mm for area in areas) > 10.0  # ruled cells without a box
    assert {form.is_soft for form in forms} == {False, True}


def test_that_dense_grids_are_dense(forms: list[ForeignForm]) -> None:
    pitches = []
    for page in (page for form in forms for page in form.template.pages):
        for one, other in zip(page.areas, page.areas[1:], strict=False):
            if one.rect.w_mm < 4.1 and one.item_id == other.item_id and one.rect.y_mm == other.rect.y_mm:
                pitches.append((other.rect.x_mm - one.rect.x_mm) / one.rect.w_mm)

    assert 1.25 < min(pitches) < 1.4


def test_that_the_same_seed_gives_the_same_form_and_another_a_different_one() -> None:
    one, again, other = draw_form(5), draw_form(5), draw_form(6)

    assert one == again
    assert one.pdf != other.pdf


def test_that_item_ids_are_unique(forms: list[ForeignForm]) -> None:
    for form in forms:
        ids = [item.item_id for item in form.template.items()]
        assert len(ids) == len(set(ids))


def _edge_darkness(raster: Image, area: ResponseArea) -> int:
    """Contrast of the print at an area's edges, at the palest of the four; grey levels."""
    rect = area.rect
    near = [
        Rect(rect.x_mm - 0.4, rect.y_mm + rect.h_mm * 0.4, 0.9, rect.h_mm * 0.2),
        Rect(rect.x_mm + rect.w_mm - 0.5, rect.y_mm + rect.h_mm * 0.4, 0.9, rect.h_mm * 0.2),
        Rect(rect.x_mm + rect.w_mm * 0.4, rect.y_mm - 0.4, rect.w_mm * 0.2, 0.9),
        Rect(rect.x_mm + rect.w_mm * 0.4, rect.y_mm + rect.h_mm - 0.5, rect.w_mm * 0.2, 0.9),
    ]
    return min(int(np.ptp(_piece(raster, side))) for side in near)


def test_that_every_outline_is_printed_where_the_layout_says(forms: list[ForeignForm]) -> None:
    outlined = 0
    for form in forms[:12]:
        pages = form.pages()
        for page in form.template.pages:
            raster = pages.raster(0, page.number, DPI)
            for area in page.areas:
                if area.style is not MarkStyle.RING:
                    outlined += 1
                    assert _edge_darkness(raster, area) > 5, (form.template.template_id, area)  # hairlines are pale

    assert outlined > 1000


def test_that_a_digit_to_be_ringed_is_printed_and_has_no_outline(forms: list[ForeignForm]) -> None:
    digits = 0
    for form in forms:
        for page in form.template.pages:
            ringed = [area for area in page.areas if area.style is MarkStyle.RING]
            if not ringed:
                continue
            raster = form.pages().raster(0, page.number, DPI)
            for area in ringed:
                x_mm, y_mm = area.rect.center_mm
                assert _piece(raster, Rect(x_mm - 1, y_mm - 1, 2, 2)).min() < 100
                assert _piece(raster, Rect(area.rect.x_mm, y_mm - 0.3, 0.5, 0.6)).min() > 200
                digits += 1

    assert digits > 100


def test_that_every_resolution_shows_the_whole_page() -> None:
    pages = draw_form(3).pages()
    page = draw_form(3).template.pages[0]

    for dpi in (150, 600):
        expected = (round(page.height_mm * dpi / 25.4), round(page.width_mm * dpi / 25.4))
        assert pages.raster(0, 1, dpi).shape == pytest.approx(expected, abs=1)


def test_that_a_form_travels_to_other_processes_and_has_no_code(forms: list[ForeignForm]) -> None:
    pages = pickle.loads(pickle.dumps(forms[0].pages()))

    assert np.array_equal(pages.raster(4, 1, 100), forms[0].pages().raster(0, 1, 100))
    assert pages.code(0) is None


def _saved(form: ForeignForm, folder: Path) -> tuple[FormTemplate, Image]:
    form.save(folder)
    data = np.frombuffer((folder / "blank-1.png").read_bytes(), np.uint8)
    return load_template(folder), np.asarray(cv2.imdecode(data, cv2.IMREAD_UNCHANGED), np.uint8)


def test_that_a_saved_form_loads_as_it_was_drawn(forms: list[ForeignForm], tmp_path: Path) -> None:
    for number, form in enumerate(forms[:8]):
        loaded, blank = _saved(form, tmp_path / str(number))

        assert loaded == form.template
        if not form.is_soft:
            assert np.array_equal(blank, form.pages().raster(0, 1, 300))


def test_that_soft_blanks_are_blurred_and_greyish(forms: list[ForeignForm], tmp_path: Path) -> None:
    form = next(form for form in forms if form.is_soft)

    _, blank = _saved(form, tmp_path)

    sharp = form.pages().raster(0, 1, 300)
    assert np.median(blank) < 254
    assert np.abs(np.diff(blank.astype(int))).max() < 0.7 * np.abs(np.diff(sharp.astype(int))).max()


def test_that_a_pile_leaves_template_and_scans(tmp_path: Path) -> None:
    pile = make_foreign_pile(
        tmp_path, PileOrder(respondents=2, seed=2, conditions=LOW_DPI, population=Population.exam())
    )

    template = load_template(tmp_path / TEMPLATE_FOLDER)
    assert load_truth(tmp_path / SCANS_FOLDER) == pile
    assert len(pile.files) == 2 * len(template.pages)
    assert all(path.exists() for path in pile.files)
    choices = [item.item_id for item in template.items() if item.kind.is_choice]
    assert [item_id for page in pile.pages if page.respondent == 0 for item_id in page.items] == choices
