"""Levels of a bar can be told apart without colours."""

from dataclasses import replace

from PySide6.QtGui import QColor, QPalette

from exports.report.level_fills import scale_fills
from exports.report.page_canvas import ACCENT, INK, WHITE
from gui.widgets.theme import colors_of
from tests.exports.build import LEVELS


def test_that_every_level_has_a_fill_of_its_own_and_no_opinion_none() -> None:
    fills = scale_fills(LEVELS)

    assert set(fills) == set("12345")
    assert len({(fill.color, fill.hatch_mm) for fill in fills.values()}) == 5


def test_that_only_dissatisfied_levels_are_hatched_the_worst_most_densely() -> None:
    fills = scale_fills(LEVELS)

    assert (fills["1"].hatch_mm, fills["2"].hatch_mm) == (1.0, 2.0)
    assert [fills[value].hatch_mm for value in "345"] == [None, None, None]


def test_that_a_number_on_a_dark_ground_is_white() -> None:
    fills = scale_fills(LEVELS)

    assert (fills["5"].text_color, fills["4"].text_color) == (WHITE, INK)


def test_that_a_scale_without_a_satisfied_end_goes_from_pale_to_dark_unhatched() -> None:
    fills = scale_fills(replace(LEVELS, satisfied=frozenset(), dissatisfied=frozenset("1")))

    assert {fill.hatch_mm for fill in fills.values()} == {None}
    assert fills["5"].color == "#1b66ac"


def test_that_the_report_has_the_green_of_the_window() -> None:
    light = QPalette(QColor("white"))

    assert colors_of(light).accent.name() == ACCENT
