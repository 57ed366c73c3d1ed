"""Sheets that were scanned twice, as a database that is open for long knows them."""

from dataclasses import replace

import numpy as np

from omr.rescans.ink_likeness import Likeness
from omr.rescans.ink_signature import PICTURE_PX, SKETCH_SIZE, pack_pictures
from omr.results import InkSignature, PageOutcome, PageReading, Reason
from tests.omr.build import deliver, kept_reading

_RNG = np.random.default_rng(1)
_PICTURES = pack_pictures(np.arange(8), _RNG.integers(0, 16, (8, PICTURE_PX, PICTURE_PX)).astype(np.uint8))
_INK = InkSignature(_RNG.integers(-100, 100, SKETCH_SIZE).astype(np.int8).tobytes(), _PICTURES)
_INKED = replace(kept_reading(), ink=_INK)


def test_that_a_page_that_came_since_the_last_look_is_compared_with_the_earlier_ones(survey):
    deliver(survey, reading=_INKED)
    before = dict(survey.store.sheets.compared().like(1))
    deliver(survey, "b.jpg", "b" * 64, _INKED)

    assert before == {}
    assert survey.store.sheets.compared().like(1) == {2: Likeness.SURE}


def test_that_a_page_read_after_all_is_compared_although_later_pages_were_before(survey):
    deliver(survey, reading=PageReading(PageOutcome.UNREADABLE, Reason.RENDERER_MISSING))
    deliver(survey, "b.jpg", "b" * 64, _INKED)
    before = dict(survey.store.sheets.compared().like(2))
    survey.store.pages.save("a" * 64, 1, _INKED)

    assert before == {}
    assert survey.store.sheets.compared().like(2) == {1: Likeness.SURE}
    assert survey.store.sheets.compared().like(2) == {1: Likeness.SURE}


def test_that_pages_without_ink_agree_with_each_other_and_with_no_page_that_has_some(survey):
    deliver(survey)
    deliver(survey, "b.jpg", "b" * 64)
    deliver(survey, "c.jpg", "c" * 64, _INKED)

    assert survey.store.sheets.are_consistent(1, 2)
    assert not survey.store.sheets.are_consistent(1, 3)
