"""The columns of the data sheet: their order, and names by which formulas cannot mistake them."""

from dataclasses import replace

from exports.tally.answer_codes import variables_of
from exports.tally.survey_tally import tally_survey
from exports.workbook.data_layout import DataLayout, is_countable, lay_out
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Option, Section, Text
from omr.survey.counting_rules import IndexRule
from tests.exports.build import SMALL, UNITS, rated, response


def _layout(template: FormTemplate = SMALL, rule: IndexRule = IndexRule.POOLED, responses: int = 2) -> DataLayout:
    given = [response(number) for number in range(1, responses + 1)] if template is SMALL else []
    return lay_out("Dữ liệu", tally_survey(template, given, UNITS, rule), form_pages=2)


def test_that_the_columns_come_in_their_order() -> None:
    layout = _layout()

    assert layout.keys[:10] == (
        "number", "batch", "sheet", "source", "page", "unit_code", "unit", "valid", "item.sex", "item.c1",
    )  # fmt: skip
    assert layout.keys[-13:-10] == ("paper.1", "paper.2", "missing.sex")
    assert layout.keys[-1] == "missing.remark"
    assert layout.keys[layout.leading] == "unit_number"
    assert layout.letters["number"] == "A"
    assert layout.letters["item.c1"] == "J"


def test_that_an_area_reaches_over_all_responses_and_is_never_empty() -> None:
    assert _layout().area("item.c1") == "'Dữ liệu'!$J$2:$J$3"
    assert _layout(responses=0).area("item.c1") == "'Dữ liệu'!$J$2:$J$2"
    assert replace(_layout(), sheet="It's").area("number") == "'It''s'!$A$2:$A$3"


def test_that_names_differ_for_a_program_that_tells_no_case_apart() -> None:
    items = (rated("valid"), rated("C-1"), rated("c_1"))
    layout = _layout(FormTemplate("t", 1, Text("t"), (Section("s", Text("s"), items),), SMALL.scales))

    names = [layout.names[key] for key in ("valid", "item.valid", "item.C-1", "item.c_1")]

    assert names == ["d_valid", "d_valid_", "d_C_1", "d_c_1_"]


def test_that_the_index_is_made_of_what_the_rule_says() -> None:
    everything = [item.item_id for item in _layout().index.items]
    overall = [item.item_id for item in _layout(rule=IndexRule.OVERALL_ITEM).index.items]

    assert everything == ["c1", "c2", "c3"]
    assert overall == ["all"]


def test_that_a_unit_stands_below_all_units_above_it() -> None:
    layout = _layout()

    assert layout.unit_numbers == {"27": 1, "256": 2, "09163": 3, "09166": 4, "258": 5}
    assert layout.above["09166"] == (1, 2, 4)
    assert layout.above["27"] == (1,)
    assert layout.levels_above == 2


def test_that_values_which_excel_takes_for_one_another_are_not_left_to_it() -> None:
    def single(*values: str) -> Item:
        return Item(ItemId("x"), ItemKind.SINGLE, Text("x"), tuple(Option(value, Text(value)) for value in values))

    assert all(map(is_countable, variables_of(single("1", "2"))))
    assert all(map(is_countable, variables_of(single("a", "b"))))
    for values in (("a", "A"), ("true", "no"), ("1/2", "b")):
        assert not any(map(is_countable, variables_of(single(*values))))
