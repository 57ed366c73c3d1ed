"""Rounds against rounds: like with like, the same question, and no difference called one that chance may have made."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from statsmodels.stats.proportion import proportions_ztest

from exports.rounds.comparison import Comparison, compare_rounds
from exports.rounds.differences import Difference, Row
from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.rounds.round import Round, make_round
from exports.rounds.same_units import day_of
from exports.tally.answer_table import build_answer_table
from form_templates.model import FormTemplate, Item, ItemId, ItemRole, Option, Section, Text
from omr.responses import Response
from omr.units.crosswalk import SHIPPED_CROSSWALK, UnitChange, load_crosswalk
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units
from tests.exports.build import LEVELS, SMALL, UNITS, flagged, rated, response

GOOD: Mapping[str, Any] = {}
BAD: Mapping[str, Any] = {"c1": ("2",), "c2": ("2",), "c3": ("2",), "all": ("2",)}


def forms(unit: str, good: int, bad: int, worse: Mapping[str, Any] = BAD) -> list[Response]:
    """Return responses of a unit: ``good`` satisfied throughout, ``bad`` not."""
    numbers = count(1)
    return [response(next(numbers), unit=unit, **change) for change in [GOOD] * good + [worse] * bad]


def a_round(
    name: str, given: Sequence[Response], units: Sequence[Unit] = UNITS, template: FormTemplate = SMALL
) -> Round:
    return make_round("Khảo sát", name, build_answer_table(template, given), units)


def compare(later: Round, *earlier: Round, changes: Sequence[UnitChange] = ()) -> Comparison:
    return compare_rounds(later, earlier, changes)


def difference(row: Row) -> Difference:
    assert isinstance(row.verdict, Difference), row.verdict
    return row.verdict


def reason(row: Row) -> IncomparableReason:
    assert isinstance(row.verdict, Incomparable), row.verdict
    return row.verdict.reason


def of_unit(rows: Sequence[Row], code: str) -> Row:
    return next(row for row in rows if isinstance(row.subject, Unit) and row.subject.code == code)


def with_item(item: Item) -> FormTemplate:
    """Return ``SMALL`` with another criterion in the place of the same id."""
    sections = tuple(
        replace(section, items=tuple(item if each.item_id == item.item_id else each for each in section.items))
        for section in SMALL.sections
    )
    return replace(SMALL, version=4, sections=sections)


def test_that_a_plain_rise_is_found_with_its_numbers() -> None:
    before, now = a_round("2019", forms("256", 60, 40)), a_round("2020", forms("256", 90, 10))

    index = compare(now, before).factors[0]

    assert index.subject is None
    assert (index.against, index.units) == ("2019", 1)
    found = difference(index)
    assert found.value == pytest.approx(0.30)
    assert found.p_value == pytest.approx(proportions_ztest((60, 90), (100, 100))[1], abs=1e-12)
    assert found.is_significant
    assert found.interval.low == pytest.approx(0.1828, abs=1e-4)  # as statsmodels has it
    assert found.interval.high == pytest.approx(0.4077, abs=1e-4)


def test_that_units_which_joined_move_no_figure() -> None:
    before = a_round("2019", forms("256", 80, 20))
    now = a_round("2020", [*forms("256", 80, 20), *forms("09163", 5, 95)])

    found = compare(now, before)

    index = found.factors[0]
    assert index.later is not None
    assert (index.later.value, index.later.respondents) == (0.8, 100)
    assert difference(index).value == 0.0
    assert reason(of_unit(found.units, "09163")) is IncomparableReason.NOT_SURVEYED
    assert found.trend.rows[0].shares[1] == index.later
    everyone = found.trend.everyone.shares[1]
    assert everyone is not None
    assert everyone.value == pytest.approx(0.425)


def test_that_a_difference_within_chance_is_called_none_and_says_what_could_have_been_seen() -> None:
    before, now = a_round("2019", forms("256", 43, 7)), a_round("2020", forms("256", 41, 9))

    found = difference(of_unit(compare(now, before).units, "256"))

    assert not found.is_significant
    assert abs(found.value) < found.smallest_visible
    assert found.smallest_visible == pytest.approx(0.148, abs=0.001)  # 1.96 * sqrt(2 * 0.827 * 0.173 / 50)


def test_that_many_rows_need_stronger_proof_than_one() -> None:
    before = a_round("2019", [r for unit in UNITS for r in forms(unit.code, 80, 20)])
    now = a_round(
        "2020", [r for unit in UNITS for r in forms(unit.code, *((92, 8) if unit.code == "258" else (80, 20)))]
    )
    alone = compare(a_round("2020", forms("258", 92, 8)), a_round("2019", forms("258", 80, 20)))

    assert difference(of_unit(alone.units, "258")).is_significant
    among_five = difference(of_unit(compare(now, before).units, "258"))
    assert among_five.adjusted_p == pytest.approx(5 * among_five.p_value, abs=1e-9)
    assert not among_five.is_significant


def test_that_few_people_are_tested_exactly() -> None:
    before, now = a_round("2019", forms("258", 9, 1)), a_round("2020", forms("258", 8, 3))

    found = compare(now, before)

    criterion, unit = difference(found.items[0]), difference(of_unit(found.units, "258"))
    assert criterion.p_value == pytest.approx(0.5865, abs=0.0001)  # Fisher's of 9, 1; 8, 3
    assert unit.p_value == pytest.approx(0.3141, abs=0.0001)  # several answers each count no people: the z test


def test_that_a_question_worded_otherwise_is_not_compared_and_neither_is_its_factor_nor_the_index() -> None:
    before = a_round("2019", forms("256", 80, 20))
    now = a_round("2020", forms("256", 80, 20), template=with_item(rated("c1", "Tiêu chí khác hẳn")))

    found = compare(now, before)

    by_item = {row.subject.item_id: row for row in found.items if isinstance(row.subject, Item)}
    assert reason(by_item[ItemId("c1")]) is IncomparableReason.WORDING
    assert difference(by_item[ItemId("c2")]).value == 0.0
    assert [reason(row) for row in found.factors[:2]] == [IncomparableReason.CRITERIA, IncomparableReason.WORDING]
    assert difference(found.factors[2]).value == 0.0
    assert reason(of_unit(found.units, "256")) is IncomparableReason.CRITERIA
    assert found.trend.rows[0].shares[0] is None


def test_that_another_scale_is_not_compared() -> None:
    three = tuple(Option(value, Text(value)) for value in "345")
    scale = replace(LEVELS, scale_id="ba-muc", options=three)
    item = replace(rated("c3"), options=three, scale_id="ba-muc")
    form = with_item(item)
    now = a_round("2020", forms("256", 20, 0), template=replace(form, scales=(*form.scales, scale)))

    found = compare(now, a_round("2019", forms("256", 20, 0)))

    by_item = {row.subject.item_id: row for row in found.items if isinstance(row.subject, Item)}
    assert reason(by_item[ItemId("c3")]) is IncomparableReason.SCALE


def test_that_the_order_of_print_and_the_version_of_the_form_do_not_matter() -> None:
    turned = replace(LEVELS, options=LEVELS.options[::-1])
    item = replace(rated("c1", "Tiêu  chí"), options=turned.options)  # two spaces
    now = a_round("2020", forms("256", 20, 0), template=replace(with_item(item), scales=(turned, *SMALL.scales[1:])))

    assert all(isinstance(row.verdict, Difference) for row in compare(now, a_round("2019", forms("256", 9, 9))).items)


def test_that_a_question_that_is_gone_and_one_that_is_new_stay_with_their_reason() -> None:
    section = Section("f3", Text("Mới"), (rated("c9"),), is_factor=True)
    form = replace(SMALL, sections=(*SMALL.sections[:2], section, *SMALL.sections[3:]))
    given = [
        replace(each, answers=tuple(replace(a, item_id=ItemId("c9")) if a.item_id == "c3" else a for a in each.answers))
        for each in forms("256", 20, 0)
    ]

    found = compare(a_round("2020", given, template=form), a_round("2019", forms("256", 20, 0)))

    by_item = {row.subject.item_id: row for row in found.items if isinstance(row.subject, Item)}
    assert (reason(by_item[ItemId("c9")]), reason(by_item[ItemId("c3")])) == (
        IncomparableReason.ITEM_NEW,
        IncomparableReason.ITEM_GONE,
    )
    assert by_item[ItemId("c3")].earlier is not None


def test_that_a_question_that_counts_in_one_round_only_says_so_and_not_that_it_is_gone() -> None:
    without = with_item(replace(rated("c1"), role=ItemRole.NEITHER))
    fewer, all_ = a_round("2020", forms("256", 20, 0), template=without), a_round("2020", forms("256", 20, 0))
    before = a_round("2019", forms("256", 9, 9))

    now_left_out, left_out_before = compare(fewer, before), compare(all_, replace(fewer, name="2019"))

    for found in (now_left_out, left_out_before):
        by_item = {row.subject.item_id: row for row in found.items if isinstance(row.subject, Item)}
        assert reason(by_item[ItemId("c1")]) is IncomparableReason.NOT_COUNTED
        assert isinstance(by_item[ItemId("c2")].verdict, Incomparable) is False
        assert reason(found.factors[0]) is IncomparableReason.CRITERIA  # the index


NEW = date(2025, 7, 1)
OLD_UNITS = tuple(
    Unit(code, name, "commune", valid_from=date(2020, 1, 1))
    for code, name in (("1", "Phường Một"), ("2", "Phường Hai"), ("3", "Xã Ba"))
)
NEW_UNITS = (Unit("2", "Phường Một", "commune", valid_from=NEW), Unit("3", "Xã Ba", "commune", valid_from=NEW))
UNION = (UnitChange(NEW, "1", "2", "Phường Một"), UnitChange(NEW, "2", "2", "Phường Hai"))


def test_that_a_merged_unit_is_held_against_all_it_is_made_of() -> None:
    before = a_round("2020", [*forms("1", 40, 10), *forms("2", 20, 30)], OLD_UNITS)
    now = a_round("2025", forms("2", 80, 20), NEW_UNITS)

    row = of_unit(compare(now, before, changes=UNION).units, "2")

    assert row.earlier is not None
    assert (row.earlier.value, row.earlier.respondents) == (0.6, 100)
    assert row.origins == ("Phường Một", "Phường Hai")
    assert difference(row).is_significant


def test_that_a_merged_unit_is_not_compared_where_a_part_was_not_surveyed() -> None:
    before = a_round("2020", forms("2", 20, 30), OLD_UNITS)
    now = a_round("2025", forms("2", 80, 20), NEW_UNITS)

    row = of_unit(compare(now, before, changes=UNION).units, "2")

    assert row.verdict == Incomparable(IncomparableReason.ORIGIN_MISSING, ("Phường Một",))
    assert row.later is not None


def test_that_a_unit_that_was_divided_is_not_compared() -> None:
    split = (UnitChange(NEW, "1", "2", share=0.5), UnitChange(NEW, "1", "3", share=0.5))
    before = a_round("2020", [r for code in "123" for r in forms(code, 20, 30)], OLD_UNITS)
    now = a_round("2025", [*forms("2", 80, 20), *forms("3", 80, 20)], NEW_UNITS)

    rows = compare(now, before, changes=split).units

    assert of_unit(rows, "2").verdict == Incomparable(IncomparableReason.PART_ONLY, ("Phường Một",))


def test_that_a_unit_that_ended_is_listed_with_its_last_figure() -> None:
    ended = (UnitChange(NEW, "1", ""),)
    before = a_round("2020", [r for code in "123" for r in forms(code, 20, 30)], OLD_UNITS)
    now = a_round("2025", [*forms("2", 80, 20), *forms("3", 80, 20)], NEW_UNITS)

    row = of_unit(compare(now, before, changes=ended).units, "1")

    assert reason(row) is IncomparableReason.UNIT_GONE
    assert row.earlier is not None
    assert (row.earlier.value, row.later) == (0.4, None)


def test_that_lists_without_days_are_joined_by_code_and_name_and_never_by_one_of_them() -> None:
    before = a_round("Đợt 1", [*forms("1", 9, 9), *forms("2", 9, 9)], [Unit("1", "Khoa Nội"), Unit("2", "Khoa Ngoại")])
    now = a_round("Đợt 2", [*forms("1", 9, 9), *forms("2", 9, 9)], [Unit("1", "Khoa nội"), Unit("2", "Khoa Mắt")])

    rows = compare(now, before).units

    assert difference(of_unit(rows, "1")).value == 0.0
    assert reason(of_unit(rows, "2")) is IncomparableReason.RENAMED
    assert len(rows) == 2


def test_that_a_list_without_days_is_not_joined_with_a_dated_one() -> None:
    before = a_round("Đợt 1", forms("2", 9, 9), [Unit("2", "Phường Một")])

    assert (
        reason(of_unit(compare(a_round("x", forms("2", 9, 9), NEW_UNITS), before).units, "2"))
        is IncomparableReason.UNDATED
    )


def test_that_a_newer_list_is_not_taken_for_an_older_one() -> None:
    newer, older = a_round("2025", forms("2", 9, 9), NEW_UNITS), a_round("2020", forms("2", 9, 9), OLD_UNITS)

    rows = compare(older, newer, changes=UNION).units

    assert not any(isinstance(row.verdict, Difference) for row in rows)


def test_that_rounds_without_unit_lists_are_compared_as_they_are() -> None:
    found = compare(a_round("2020", forms("", 90, 10), ()), a_round("2019", forms("", 60, 40), ()))

    assert difference(found.factors[0]).value == pytest.approx(0.3)
    assert found.units == ()


def test_that_rounds_without_a_common_unit_have_nothing_to_compare() -> None:
    found = compare(a_round("2020", forms("256", 9, 9)), a_round("2019", forms("258", 9, 9)))

    assert {reason(row) for row in (*found.factors, *found.items)} == {IncomparableReason.NO_COMMON_UNIT}
    assert reason(of_unit(found.units, "258")) is IncomparableReason.NO_RESPONSES
    assert found.trend.units == 0


def test_that_several_earlier_rounds_are_adjusted_as_one_table() -> None:
    rounds = [a_round(name, forms("256", good, 100 - good)) for name, good in (("2018", 75), ("2019", 78))]

    found = compare(a_round("2020", forms("256", 88, 12)), *rounds)

    assert found.trend.rounds == ("2018", "2019", "2020")
    p_values = [difference(row).p_value for row in found.units if isinstance(row.verdict, Difference)]
    adjusted = [difference(row).adjusted_p for row in found.units if isinstance(row.verdict, Difference)]
    assert len(p_values) == 2
    assert min(adjusted) == pytest.approx(2 * min(p_values))


def test_that_a_commune_of_2025_is_held_against_the_communes_of_2020_it_is_made_of() -> None:
    changes = load_crosswalk(SHIPPED_CROSSWALK)
    old = load_units(SHIPPED_UNITS)
    new = (
        Unit("24", "Tỉnh Bắc Ninh", "province", valid_from=NEW),
        Unit("09169", "Phường Vũ Ninh", "commune", valid_from=NEW),
    )
    joined = ("09163", "09166", "09169", "09256")
    before = a_round("2020", [r for code in ("27", *joined) for r in forms(code, 40, 10)], old)
    now = a_round("2025", [*forms("24", 40, 10), *forms("09169", 160, 40)], new)

    rows = compare(now, before, changes=changes).units

    commune = of_unit(rows, "09169")
    assert commune.origins == ("Phường Vũ Ninh", "Phường Đáp Cầu", "Phường Thị Cầu", "Phường Kim Chân")
    assert commune.earlier is not None
    assert commune.earlier.respondents == 200
    assert not difference(commune).is_significant
    assert of_unit(rows, "24").verdict == Incomparable(IncomparableReason.ORIGIN_MISSING, ("Tỉnh Bắc Giang",))


def test_that_a_list_is_dated_by_its_days_by_ours_or_by_the_year_of_the_round() -> None:
    undated = [replace(unit, valid_from=None, valid_to=None) for unit in load_units(SHIPPED_UNITS)]

    assert day_of(NEW_UNITS, "2018") == NEW
    assert day_of(undated[3:9], "Đợt thử") == date(2020, 1, 1)
    assert day_of([Unit("1", "Một")], "Đợt 2 năm 2023") == date(2023, 9, 1)
    assert day_of([Unit("1", "Một")], "Đợt 20201") is None


def test_that_a_unit_that_ended_without_a_word_of_where_it_went_is_joined_with_nothing() -> None:
    old = (replace(OLD_UNITS[1], valid_to=date(2024, 11, 30)), OLD_UNITS[2])
    before = a_round("2020", [*forms("2", 20, 30), *forms("3", 20, 30)], old)
    now = a_round("2025", [*forms("2", 80, 20), *forms("3", 80, 20)], NEW_UNITS)

    rows = compare(now, before).units

    assert reason(of_unit(rows, "2")) is IncomparableReason.UNIT_NEW
    assert difference(of_unit(rows, "3")).is_significant


def test_that_an_earlier_round_with_answers_awaiting_review_is_known_as_provisional() -> None:
    waiting = [*forms("256", 20, 0), response(21, flagged("c1", ("4",)), unit="256")]

    found = compare(a_round("2020", forms("256", 20, 0)), a_round("2019", waiting), a_round("2018", forms("256", 9, 0)))

    assert found.awaiting == {"2019": 1}
