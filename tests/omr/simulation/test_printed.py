"""Blank pages come from the printed PDF as they are, at the stated resolution."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.model import FormTemplate
from form_templates.typesetting.printing import Recipient, forms_pdf
from omr.simulation.devices.conditions import CLEAN
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages, PlainPages
from omr.simulation.sheets import simulate_pile
from omr.units.unit_list import Unit

DPI = 100


@pytest.fixture(scope="module")
def form() -> FormTemplate:
    return load_template("one-stop-short")


@pytest.fixture(scope="module")
def pages(form: FormTemplate, tmp_path_factory: pytest.TempPathFactory) -> PdfPages:
    """One form for one unit, then two for another whose numbers begin at 7."""
    path = tmp_path_factory.mktemp("in") / "phiếu.pdf"
    recipients = [Recipient("27", "Trung tâm"), Recipient("09163", "Phường Vũ Ninh", first_serial=7)]
    path.write_bytes(forms_pdf(form, recipients=recipients, copies=2))
    return PdfPages(path, len(form.pages))


def test_that_a_page_has_the_size_of_the_paper(pages: PdfPages) -> None:
    assert pages.raster(0, 1, DPI).shape == (1169, 827)
    assert pages.raster(0, 1, 300).shape == (3508, 2480)


def test_that_response_areas_are_printed_where_the_layout_says(pages: PdfPages, form: FormTemplate) -> None:
    raster, scale = pages.raster(1, 1, 300), 300 / 25.4

    for area in form.pages[0].areas:
        x_mm, y_mm = area.rect.center_mm
        left, right = (x_mm - area.rect.w_mm / 2) * scale, (x_mm + area.rect.w_mm / 2) * scale
        row = raster[round(y_mm * scale)]
        assert row[round(left) - 1 : round(left) + 5].min() < 128  # the outline lies inside the rectangle
        assert row[round(right) - 5 : round(right) + 1].min() < 128
        assert row[round(left) + 9 : round(right) - 9].min() > 200


def test_that_copies_differ_in_their_code_only(pages: PdfPages, form: FormTemplate) -> None:
    differing = np.argwhere(pages.raster(0, 1, DPI) != pages.raster(1, 1, DPI)) * 25.4 / DPI

    code, text = form.pages[0].code, form.pages[0].code_text
    assert code is not None
    assert text is not None
    assert len(differing)
    assert differing[:, 1].min() > min(code.x_mm, text.x_mm) - 0.5
    assert differing[:, 0].max() < max(code.y_mm + code.h_mm, text.y_mm + text.h_mm) + 0.5


def test_that_the_printed_code_is_known(pages: PdfPages) -> None:
    codes = [pages.code(copy) for copy in range(4)]

    assert [(code.unit, code.serial) for code in codes if code is not None] == [
        ("27", "000001"),
        ("27", "000002"),
        ("09163", "000007"),
        ("09163", "000008"),
    ]


def test_that_pages_can_be_sent_to_another_process(pages: PdfPages) -> None:
    here = pages.raster(2, 1, DPI)

    there = pickle.loads(pickle.dumps(pages)).raster(2, 1, DPI)

    assert np.array_equal(here, there)


def test_that_the_truth_names_the_unit_printed_on_the_form(pages: PdfPages, form: FormTemplate, tmp_path: Path) -> None:
    units = (Unit("09163", "Phường Vũ Ninh"), Unit("27", "Trung tâm"))  # not the order of printing

    pile = simulate_pile(form, units, pages, tmp_path, PileOrder(respondents=3, seed=1, conditions=CLEAN))

    firsts = [page for page in pile.pages if page.page == 1]
    assert [(page.unit, page.serial) for page in firsts] == [("27", "000001"), ("27", "000002"), ("09163", "000007")]


def test_that_plain_pages_show_areas_and_fiducials(template: FormTemplate) -> None:
    raster = PlainPages(template).raster(0, 1, DPI)

    scale = DPI / 25.4
    assert raster[round(12 * scale), round(12 * scale)] == 0
    assert raster[round(40 * scale), round(112 * scale)] == 0  # the upper edge of the first box
    assert raster[round(42 * scale), round(112 * scale)] == 255
