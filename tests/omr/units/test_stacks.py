"""Stacks between covers: what lies between both sheets of a unit is its; whatever is lost or read twice is in doubt."""

from dataclasses import replace
from itertools import combinations

import pytest

from form_templates.cover_code import CoverCode, CoverSide
from omr.responses import Aspect, DeliveredPage, UnitDoubt, UnitSource
from omr.results import PageOutcome, Reason
from omr.units.stacks import find_stacks, place_in_stacks
from omr.units.unit_list import Unit
from omr.units.wording import stack_lines
from tests.omr.build import read_page

_UNITS = (Unit("A1", "Xã An"), Unit("B2", "Xã Bình"), Unit("C3", "Xã Cao"))
_NAMES = {unit.code[0]: unit for unit in _UNITS}


def _pile(text):
    """One batch: ``A`` is the top sheet of unit A, ``a`` a form that lies in its stack, ``A.`` the sheet at its end."""
    pages = []
    for number, word in enumerate(text.split(), start=1):
        if word[0].islower():
            page = replace(read_page(1), page_id=number, page_in_file=number, detail=word[0].upper())
        else:
            unit, side = _NAMES[word[0]], CoverSide.END if word.endswith(".") else CoverSide.TOP
            code = CoverCode.of(side, unit.code, unit.name)
            page = DeliveredPage(number, 1, "scan.pdf", number, PageOutcome.COVER, detail=code.encode())
        pages.append(page)
    return pages


def _units(text, units=_UNITS):
    """For each form, whose it is by the paper and whose it is said to be."""
    placed = place_in_stacks(_pile(text), units)
    return [(page.detail, page.unit[:1]) for page in placed if page.outcome is PageOutcome.READ]


_WHOLE = "A a a A. B b b b B. C c C."


def test_that_forms_between_both_sheets_count_for_the_unit():
    assert all(unit == true for true, unit in _units(_WHOLE))
    placed = place_in_stacks(_pile(_WHOLE), _UNITS)
    assert {page.unit_source for page in placed if page.outcome is PageOutcome.READ} == {UnitSource.COVER}


def test_that_a_pile_scanned_in_reverse_is_as_sure():
    assert all(unit == true for true, unit in _units(" ".join(reversed(_WHOLE.split()))))


@pytest.mark.parametrize("lost", [set(each) for count in (1, 2) for each in combinations((0, 3, 4, 8, 9, 11), count)])
def test_that_no_one_or_two_covers_lost_bring_a_form_to_another_unit(lost):
    text = " ".join(word for place, word in enumerate(_WHOLE.split()) if place not in lost)

    found = _units(text)

    assert all(unit in ("", true) for true, unit in found)
    assert any(unit == "" for _, unit in found)


@pytest.mark.parametrize("twice", [0, 3, 4, 8, 9, 11])
def test_that_a_cover_read_twice_changes_nothing(twice):
    words = _WHOLE.split()
    text = " ".join([*words[: twice + 1], words[twice], *words[twice + 1 :]])

    assert all(unit == true for true, unit in _units(text))


@pytest.mark.parametrize("twice", [0, 3, 4, 8, 9, 11])
@pytest.mark.parametrize("lost", [0, 3, 4, 8, 9, 11])
def test_that_a_cover_read_twice_elsewhere_and_another_lost_make_nothing_wrong(twice, lost):
    words = _WHOLE.split()
    for place in range(len(words)):
        mixed = [word for at, word in enumerate(words) if at != lost or at == twice]
        mixed.insert(place, words[twice])
        assert all(unit in ("", true) for true, unit in _units(" ".join(mixed))), mixed


def test_that_the_reason_is_told_for_each_stack_in_doubt():
    placed = place_in_stacks(_pile("A a B b B. c C C. a"), _UNITS)

    stacks = find_stacks(placed, _UNITS)

    assert [(stack.unit, stack.doubt) for stack in stacks] == [
        ("A1", UnitDoubt.NOT_CLOSED),
        ("B2", None),
        ("", UnitDoubt.OUTSIDE),
        ("", UnitDoubt.OUTSIDE),
    ]
    assert find_stacks(place_in_stacks(_pile("a A."), _UNITS), _UNITS)[0].doubt is UnitDoubt.NOT_OPENED


def test_that_a_stack_closed_by_the_sheet_of_another_unit_says_so():
    stacks = find_stacks(place_in_stacks(_pile("A a B. C c"), _UNITS), _UNITS)

    assert [stack.doubt for stack in stacks] == [UnitDoubt.CLOSED_BY_ANOTHER, UnitDoubt.NOT_CLOSED]
    assert [line.split(": ")[1].split(",")[0] for line in list(stack_lines(stacks))[1:]] == ["1 page", "1 page"]


def test_that_a_cover_of_a_unit_renamed_since_names_nobody():
    renamed = (Unit("A1", "Xã Khác"), *_UNITS[1:])

    placed = place_in_stacks(_pile("A a A. B b B."), renamed)

    assert [page.unit_doubt for page in placed if page.outcome is PageOutcome.READ] == [UnitDoubt.COVER_UNKNOWN, None]
    assert [unit for _, unit in _units("A a A. B b B.", renamed)] == ["", "B"]


def test_that_covers_whose_codes_disagree_name_nobody():
    pages = _pile("A a A.")
    pages[0] = replace(pages[0], detail=f"{pages[0].detail} {_pile('B')[0].detail}")

    assert place_in_stacks(pages, _UNITS)[1].unit_doubt is UnitDoubt.COVER_UNKNOWN


def test_that_what_a_person_says_settles_a_doubt_and_nothing_else_does():
    pages = _pile("A a B b B.")
    said = replace(pages[1], assigned_unit="A1", said_by={Aspect.UNIT: "Lan"})

    placed = place_in_stacks([pages[0], said, *pages[2:]], _UNITS)

    assert (placed[1].unit, placed[1].unit_doubt, placed[1].unit_source) == ("A1", None, UnitSource.PERSON)


def test_that_a_print_or_folder_that_contradicts_the_cover_is_in_doubt():
    pages = _pile("A a a A.")
    printed = replace(pages[1], identity=replace(pages[1].identity, unit="B2", serial="000001"))
    delivered = replace(pages[2], assigned_unit="C3", unit_folder="C3")

    placed = place_in_stacks([pages[0], printed, delivered, pages[3]], _UNITS)

    assert [page.unit_doubt for page in placed[1:3]] == [UnitDoubt.CONTRADICTED] * 2
    assert [page.unit for page in placed[1:3]] == ["", ""]


def test_that_a_folder_that_contradicts_the_print_is_in_doubt_without_covers():
    page = replace(read_page(1, "000001"), assigned_unit="A1", unit_folder="A1")

    (placed,) = place_in_stacks([page], _UNITS)

    assert placed.unit_doubt is UnitDoubt.CONTRADICTED


def test_that_a_form_with_its_unit_printed_on_it_needs_no_cover():
    pages = _pile("A a a")
    printed = replace(pages[1], identity=replace(pages[1].identity, unit="A1", serial="000001"))

    placed = place_in_stacks([pages[0], printed, pages[2]], _UNITS)

    assert [(page.unit, page.unit_doubt) for page in placed[1:]] == [("A1", None), ("", UnitDoubt.NOT_CLOSED)]


def test_that_batches_without_covers_are_left_as_they_are():
    pages = [replace(page, batch=2) for page in _pile("a a")]

    assert place_in_stacks([*_pile("A a A."), *pages], _UNITS)[3:] == pages


def test_that_a_file_delivered_again_opens_no_stack():
    again = [replace(page, outcome=PageOutcome.DUPLICATE, reason=Reason.ALREADY_DELIVERED) for page in _pile("A a A.")]

    placed = place_in_stacks([*_pile("A a A."), *again], _UNITS)

    assert [stack.doubt for stack in find_stacks(placed, _UNITS)] == [None]
