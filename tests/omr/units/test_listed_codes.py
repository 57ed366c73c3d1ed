"""Paper of units that the list does not have is not taken for that of one it has, but for lost leading zeros."""

import pytest

from form_templates.cover_code import CoverCode, CoverSide
from omr.responses import DeliveredPage, UnitDoubt, UnitSource
from omr.results import PageOutcome
from omr.units.listed_codes import ListedCodes, find_unlisted
from omr.units.stacks import place_in_stacks
from omr.units.unit_list import Unit
from omr.units.unit_runs import find_unit_runs, runs_without_unit
from omr.units.wording import unlisted_as_dict, unlisted_lines
from tests.omr.build import read_page, unread_page

UNITS = (Unit("1", "UBND Tỉnh"), Unit("9163", "Phường Vũ Ninh"), Unit("A1", "Sở"))


def _placed(*pages, units=UNITS):
    return place_in_stacks(pages, units)


@pytest.mark.parametrize(
    ("code", "codes", "meant"),
    [
        ("09163", ["9163"], "9163"),
        ("9163", ["09163", "27"], "09163"),
        ("9163", ["9163", "09163"], "9163"),
        ("9163", ["09163", "009163"], ""),
        ("0A1", ["A1"], ""),
        ("90", ["9"], ""),
        ("0", ["1"], ""),
        ("²", ["2"], ""),
        ("", ["1"], ""),
    ],
)
def test_that_a_code_means_another_only_if_leading_zeros_alone_differ_and_no_third_does(code, codes, meant):
    assert ListedCodes(Unit(each, "") for each in codes).meant_by(code) == meant


def test_that_paper_counts_for_the_listed_unit_which_differs_by_leading_zeros_and_keeps_what_is_printed():
    (page,) = _placed(read_page(1, "000001", unit="09163"))

    assert (page.unit, page.printed_unit, page.unit_source) == ("9163", "09163", UnitSource.PRINT)
    assert (page.listed_as, page.is_unlisted) == ("9163", False)


def test_that_paper_of_a_unit_that_is_not_in_the_list_is_marked_and_waits_for_a_person():
    known, unknown = _placed(read_page(1, "000001", unit="A1"), read_page(1, "000001", unit="B7", page_id=2))

    assert (known.is_unlisted, unknown.is_unlisted, unknown.unit) == (False, True, "B7")
    assert [run.pages for run in runs_without_unit([known, unknown])] == [(unknown,)]


def test_that_without_a_list_no_unit_is_unknown():
    assert not _placed(read_page(1, "000001", unit="B7"), units=())[0].is_unlisted


def test_that_a_unit_that_was_named_for_the_file_and_is_gone_from_the_list_is_unknown_too():
    page = DeliveredPage(1, 1, "a.pdf", 1, PageOutcome.READ, assigned_unit="B7")

    assert _placed(page)[0].is_unlisted


def test_that_print_and_cover_that_differ_by_leading_zeros_do_not_contradict():
    covers = [CoverCode.of(side, "09163", "Phường Vũ Ninh").encode() for side in (CoverSide.TOP, CoverSide.END)]
    top, end = (DeliveredPage(9, 1, "a.pdf", 1, PageOutcome.COVER, detail=code) for code in covers)
    form, blank = read_page(1, "000001", unit="09163", page_id=2), read_page(1, page_id=3)
    other = read_page(1, "000001", unit="B7", page_id=4)

    placed = _placed(top, form, blank, end, top, other, end)

    assert [page.unit for page in placed if page.outcome is PageOutcome.READ] == ["9163", "9163", ""]
    assert placed[5].unit_doubt is UnitDoubt.CONTRADICTED


def test_that_units_that_are_not_in_the_list_are_told_once_with_their_pages_and_what_to_do():
    pages = [read_page(1, "1", unit="B7", page_id=number, source=f"{number}.png") for number in (1, 2)]
    zeros = read_page(1, "1", unit="09163", page_id=3)
    units = (*UNITS, Unit("5", "A"), Unit("005", "B"))

    found = find_unlisted(
        _placed(*pages, zeros, read_page(1, "1", unit="05"), unread_page(), units=units), ListedCodes(units)
    )

    assert [tuple(unlisted_as_dict(each).values()) for each in found] == [
        ("05", "", ["5", "005"], 1),
        ("09163", "9163", [], 1),
        ("B7", "", [], 2),
    ]
    told = list(unlisted_lines(found))
    assert "of unit 05" in told[0]
    assert "(it may be 5 or 005)" in told[0]
    assert told[1].startswith("zeros    1 page of unit 09163 (scan.pdf, page 1 first) counted for 9163 Phường Vũ Ninh")
    assert told[2].startswith("not on the list  2 pages of unit B7 (1.png, page 1 first)")
    assert "'assign --printed B7 --unit CODE'" in told[2]


def test_that_pages_of_different_unknown_units_are_runs_of_their_own():
    pages = _placed(
        *(read_page(1, "1", unit=unit, page_id=number) for number, unit in enumerate(["B7", "B8", "09163"]))
    )

    runs = find_unit_runs(pages)

    assert [(run.unit, run.unlisted, run.is_unlisted) for run in runs] == [
        ("B7", "B7", True),
        ("B8", "B8", True),
        ("9163", "09163", False),
    ]
