"""Blank items with ink in or around them: found by its amount beside the sheet's marks, and never among answers."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np

from form_templates.model import ItemId, PageLayout, Rect, ResponseArea
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.suspect_blanks import find_suspect_blanks
from omr.results import Flag, ItemReading

MARK_PX = 40.0  # of the sheet's one mark, so that half of it is suspicious
_AREAS = tuple(
    ResponseArea(ItemId(item), option, Rect(20.0, 30.0, 4.0, 4.0))
    for item in ("marked", "blank")
    for option in ("1", "2")
)
_PAGE = SimpleNamespace(model=SimpleNamespace(layout=PageLayout(1, 210.0, 297.0, _AREAS)))
_LIKELIHOODS = LogLikelihoods(np.array([9.0, -9.0, -9.0, -9.0]), np.full(4, -9.0))
_BLANK = ItemReading(ItemId("blank"), (), 1e-6, frozenset())
_READINGS = (ItemReading(ItemId("marked"), ("1",), 1e-6, frozenset()), _BLANK)


@dataclass
class _Around:
    """Stands for the surroundings: whose the ink in an area is, and how much lies beside all areas of an item."""

    shares: dict[int, float] = field(default_factory=dict)
    stray_mm2: float = 0.0

    def own_share(self, area, marks):
        assert [marks.is_mark(number) for number in range(4)] == [True, False, False, False]
        return self.shares.get(area, 1.0)

    def stray_ink_mm2(self, areas, _marks):
        return self.stray_mm2 if areas == [2, 3] else 99.0


def _suspects(ink_px, around=None, readings=_READINGS, crossed=()):
    holds_more = np.isin(np.arange(4), crossed)
    measured = SimpleNamespace(ink_px=np.array([MARK_PX, 0.0, *ink_px], np.float32), holds_more=holds_more)
    return find_suspect_blanks(_PAGE, measured, _LIKELIHOODS, around or _Around(), readings)


def test_that_a_clean_blank_is_no_suspect():
    assert _suspects([0.0, 0.0]) == frozenset()


def test_that_half_the_ink_of_a_mark_in_an_area_makes_its_item_suspect():
    assert _suspects([0.0, 0.5 * MARK_PX]) == {"blank"}
    assert _suspects([0.0, 0.49 * MARK_PX]) == frozenset()


def test_that_ink_of_a_neighbour_s_mark_does_not_count():
    assert _suspects([MARK_PX, 0.0], _Around(shares={2: 0.4})) == frozenset()
    assert _suspects([MARK_PX, 0.0], _Around(shares={2: 0.6})) == {"blank"}


def test_that_a_neighbour_s_mark_through_a_cell_makes_a_blank_suspect_and_no_answer():
    assert _suspects([0.0, 0.0], crossed=[3]) == {"blank"}
    assert _suspects([0.0, 0.0], crossed=[1]) == frozenset()


def test_that_ink_beside_all_its_areas_makes_an_item_suspect():
    assert _suspects([0.0, 0.0], _Around(stray_mm2=2.1)) == {"blank"}
    assert _suspects([0.0, 0.0], _Around(stray_mm2=1.9)) == frozenset()


def test_that_answered_and_flagged_items_are_left_as_they_are():
    flagged = ItemReading(ItemId("blank"), (), 0.2, frozenset({Flag.UNCERTAIN}))

    assert _suspects([MARK_PX, MARK_PX], readings=(_READINGS[0], flagged)) == frozenset()


def test_that_items_without_areas_have_no_ink():
    text = ItemReading(ItemId("comment"), (), 0.0, frozenset())

    around = _Around()
    around.stray_ink_mm2 = lambda areas, _marks: 99.0 if areas else 0.0
    assert _suspects([0.0, 0.0], around, (text,)) == frozenset()
