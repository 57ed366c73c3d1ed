"""Pages looked at for what they tell about scanner, camera and paper."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.health.page_health import find_plain_print, measure_health
from omr.images.page_image import PageImage
from omr.images.page_source import open_scan
from omr.images.preprocess import prepare
from omr.marks.measuring import build_zones, measure_marks
from omr.registration.blank_page import load_blank_pages
from omr.registration.form_model import build_form_model
from omr.registration.located_page import LocatedPage
from omr.registration.locating import locate_page

_A4_LONG_MM = 297.0


@pytest.fixture(scope="session")
def examine(frozen_template):
    """A function from pixels, as a scanner at 300 dpi delivers them, to the page's health."""
    template = load_template(frozen_template)
    blanks = load_blank_pages(frozen_template, template)
    form = build_form_model(template, blanks)
    plain = {
        layout.number: find_plain_print(blank, layout) for layout, blank in zip(template.pages, blanks, strict=True)
    }

    def measured(pixels, stated_dpi=300.0, *, is_by_camera=False):
        source = PageImage(np.ascontiguousarray(pixels), stated_dpi=stated_dpi, is_by_camera=is_by_camera)
        located = locate_page(prepare(source, _A4_LONG_MM), form, lambda: source)
        assert isinstance(located, LocatedPage)
        marks = measure_marks(located, build_zones(located.model))
        return measure_health(located, marks, plain[located.model.layout.number])

    return measured


@pytest.fixture(scope="session")
def scan(pile):
    """The first page of the pile, which lies upright."""
    with open_scan(pile.folder / pile.pages[0].file) as file:
        return file.load(0).pixels
