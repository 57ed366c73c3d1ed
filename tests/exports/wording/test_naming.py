"""What units, levels, rules and options are called, where a name may be missing."""

from exports.wording.naming import all_of_level, item_name, level_name, option_name, rule_text, unit_name
from exports.wording.speaker import Speaker
from form_templates.model import Item, ItemId, ItemKind, Language, Option, Text
from omr.survey.counting_rules import IndexRule
from omr.units.unit_list import Unit

SAY = Speaker(Language.ENGLISH)


def test_that_a_unit_without_a_name_says_whether_it_has_a_code() -> None:
    named, unlisted, unknown = (unit_name(SAY, unit) for unit in (Unit("1", "One"), Unit("9", ""), Unit("", "")))

    assert named == "One"
    assert len({named, unlisted, unknown}) == 3
    assert unlisted
    assert unknown


def test_that_a_level_of_ones_own_list_stands_as_it_is() -> None:
    assert level_name(SAY, "district") == "District"
    assert level_name(SAY, "Khoa") == "Khoa"
    assert "Khoa" in all_of_level(SAY, "Khoa")
    assert "district" in all_of_level(SAY, "district")


def test_that_every_index_rule_begins_with_its_letter() -> None:
    assert [rule_text(SAY, rule)[0] for rule in IndexRule] == ["A", "B", "C", "D"]


def test_that_an_item_stands_with_its_printed_number_if_it_has_one() -> None:
    item = Item(ItemId("c1"), ItemKind.TEXT, Text("Ghế", "Chairs"), number="12")

    assert item_name(SAY, item) == "12 Chairs"
    assert item_name(SAY, Item(ItemId("c1"), ItemKind.TEXT, Text("Ghế"))) == "Ghế"


def test_that_the_value_of_an_option_is_not_told_twice() -> None:
    assert option_name(SAY, Option("4", Text("Hài lòng", "Satisfied"))) == "4 · Satisfied"
    assert option_name(SAY, Option("4", Text("4"))) == "4"
