"""Covers of stacks are recognised however they lie, and nothing else is taken for one."""

import numpy as np
import pytest

from form_templates.cover_code import CoverCode, CoverSide, decode_cover
from form_templates.loading import load_template
from form_templates.model import Language
from form_templates.typesetting.covers import CoveredUnit, covers_pdf
from form_templates.typesetting.printing import forms_pdf
from omr.registration.cover_sheets import find_cover_codes
from omr.simulation.chance import stream
from omr.simulation.devices.presets import PRESETS
from omr.simulation.devices.scanner import print_blank, scan_page
from omr.simulation.printed import PdfPages

_UNIT = CoveredUnit("09163", "Phường Vũ Ninh")
_TOP, _END = (CoverCode.of(side, _UNIT.code, _UNIT.name) for side in CoverSide)


@pytest.fixture(scope="module")
def printed():
    return PdfPages(covers_pdf("Khảo sát", [_UNIT], Language.VIETNAMESE), pages_per_copy=2)


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("dpi", [75, 150, 300])
def test_that_a_cover_is_read_whichever_way_up(printed, turns, dpi):
    for page, code in ((1, _TOP), (2, _END)):
        turned = np.ascontiguousarray(np.rot90(printed.raster(0, page, dpi), turns))
        assert find_cover_codes(turned, patiently=False) == {code}


@pytest.mark.parametrize("device", ["photocopy", "fax-1bit", "low-dpi", "copy-of-copy"])
def test_that_a_cover_from_a_poor_scan_is_read_as_what_it_is_or_not_at_all(printed, device):
    rng = stream(5, 1)
    conditions = PRESETS[device].drawn(rng)
    image = scan_page(print_blank(printed.raster(0, 1, conditions.dpi), conditions, rng), conditions, rng).image

    assert find_cover_codes(image, patiently=True) == {_TOP}


def test_that_a_form_with_its_own_code_is_no_cover():
    form = PdfPages(forms_pdf(load_template("sipas-2020")), pages_per_copy=2)

    assert find_cover_codes(form.raster(0, 1, 150), patiently=True) == frozenset()


def test_that_a_code_names_the_unit_it_was_made_for_and_no_other():
    assert decode_cover(_TOP.encode()) == _TOP
    assert _TOP.names("09163", "Phường Vũ Ninh")
    assert not _TOP.names("09163", "Phường Vũ Ninh mới")
    assert not decode_cover(_TOP.encode().replace("/T/", "/E/")).names("09163", "Phường Vũ Ninh")


@pytest.mark.parametrize("text", ["", "PHC1", "PHC1/T/09163", "PHC1/X/09163/ABCDE", "PHC1/T//ABCDE", "PHC1/T/1/abcde"])
def test_that_other_codes_are_none(text):
    assert decode_cover(text) is None
