"""Whose answers a selection names, and which items tell respondents apart."""

from dataclasses import replace

from exports.tally.selection import Selection, codes_below, selected_codes, trait_items
from form_templates.loading import load_template
from form_templates.model import ItemId
from tests.exports.build import SMALL, UNITS


def test_that_a_unit_stands_for_itself_and_all_below_it() -> None:
    assert selected_codes(UNITS, Selection(unit="256")) == {"256", "09163", "09166"}
    assert selected_codes(UNITS, Selection(unit="27")) == {"27", "256", "09163", "09166", "258"}
    assert selected_codes(UNITS, Selection(unit="09163")) == {"09163"}


def test_that_a_level_narrows_a_unit_down() -> None:
    assert selected_codes(UNITS, Selection(level="district")) == {"256", "258"}
    assert selected_codes(UNITS, Selection(unit="256", level="commune")) == {"09163", "09166"}
    assert selected_codes(UNITS, Selection(unit="258", level="commune")) == set()


def test_that_everyone_includes_codes_that_are_in_no_list() -> None:
    assert selected_codes(UNITS, Selection()) is None
    assert Selection().is_everyone


def test_that_another_option_of_an_item_replaces_the_first() -> None:
    sex, late = ItemId("sex"), ItemId("late")

    both = Selection().with_trait(sex, "m").with_trait(late, "1").with_trait(sex, "f")

    assert both.traits == ((late, "1"), (sex, "f"))
    assert both.with_trait(sex, "").traits == ((late, "1"),)
    assert not both.is_everyone


def test_that_respondents_are_told_apart_by_plain_choices_of_no_factor() -> None:
    # Not by ratings, skipped questions, several choices, an NPS, numbers or remarks.
    assert [item.item_id for item in trait_items(SMALL)] == ["sex", "late"]


def test_that_the_shipped_form_offers_its_demographic_items() -> None:
    found = [item.item_id for item in trait_items(load_template("sipas-2020"))]

    assert found[:4] == ["d_gender", "d_ethnicity", "d_age", "d_education"]
    assert "c01" not in found


def test_that_units_above_each_other_hang_nothing() -> None:
    circle = (replace(UNITS[0], parent_code="256"), *UNITS[1:])

    assert set(codes_below(circle)["27"]) == {unit.code for unit in UNITS}
