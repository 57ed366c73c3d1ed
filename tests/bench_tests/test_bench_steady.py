"""What counts as a reading that hinges on nothing."""

import pytest

from form_templates.model import ItemId
from omr.results import Flag, ItemReading
from tests.bench.bench_steady import Unsteady, compare_readings


def _readings(**said):
    return {("a", 1, ItemId(item)): ItemReading(ItemId(item), *each) for item, each in said.items()}


_SURE, _DOUBTED = (("1",), 1e-4, frozenset()), (("1",), 2e-2, frozenset({Flag.UNCERTAIN}))


def test_that_the_same_readings_are_steady():
    readings = _readings(c01=_SURE, c02=_DOUBTED)

    assert compare_readings(readings, dict(readings)) == Unsteady(2, 0, 0, 0, 1.0)


def test_that_other_answers_other_fates_and_missing_ones_are_counted_apart():
    original = _readings(c01=_SURE, c02=_SURE, c03=_SURE, c04=_SURE)
    varied = _readings(c01=_DOUBTED, c02=(("2",), 1e-4, frozenset()), c03=_SURE)

    found = compare_readings(original, varied)

    assert (found.answers, found.missing, found.others, found.fates) == (3, 1, 1, 1)
    assert found.factor == pytest.approx(200 ** (1 / 3))


def test_that_the_surest_answers_may_differ_in_what_nobody_sees():
    surest, surer = (("1",), 1e-9, frozenset()), (("1",), 1e-7, frozenset())

    assert compare_readings(_readings(c01=surest), _readings(c01=surer)).factor == 1.0
