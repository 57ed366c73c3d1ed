"""Pages to look at: the blank form, and the first one as it will be printed."""

import errno

import numpy as np
import pdf2image
import pytest

from omr.errors import DiskFull, UnknownUnit
from omr.forms.form_pictures import blank_form_pictures, first_form_pictures
from omr.images.page_image import PageImage
from omr.registration.page_identity import read_code
from tests.conftest import UNITS

_DPI = 150


def _code(survey, pixels, number):
    scale = _DPI / 25.4
    mapping = np.array([[scale, 0, 0], [0, scale, 0], [0, 0, 1.0]])
    return read_code(
        PageImage(np.ascontiguousarray(pixels[..., 0])), survey.template.page(number).code, mapping, patiently=True
    )


def test_that_a_shipped_form_is_drawn_page_by_page_without_a_code(survey):
    template, pictures = blank_form_pictures("sipas-2020", dpi=_DPI)

    assert len(pictures) == len(template.pages) == 2
    assert pictures[0].shape == (1754, 1241, 3)
    assert pictures[0].min() == 0
    assert _code(survey, pictures[0], 1) is None


def test_that_the_first_form_shows_the_unit_and_the_number_that_come_next(survey):
    survey.store.issued.add({UNITS[1].code: 1}, 20)

    pages = first_form_pictures(survey, UNITS[1].code, dpi=_DPI)

    codes = [_code(survey, pixels, number) for number, pixels in enumerate(pages, start=1)]
    assert [(code.page, code.unit, code.serial) for code in codes] == [(1, "09166", "000021"), (2, "09166", "000021")]
    assert survey.store.issued.copies() == {UNITS[1].code: 20}  # looking prints nothing


def test_that_a_form_for_an_unknown_unit_is_refused(survey):
    with pytest.raises(UnknownUnit):
        first_form_pictures(survey, "12345", dpi=_DPI)


def test_that_no_room_for_drawing_is_told_as_that(monkeypatch):
    def fails(*_arguments, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pdf2image, "convert_from_bytes", fails)

    with pytest.raises(DiskFull):
        blank_form_pictures("one-stop-short", dpi=_DPI)
