"""Only what was asked alike is compared."""

from dataclasses import replace

from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.rounds.same_questions import compare_indices, compare_items, compare_sections
from exports.tally.answer_table import build_answer_table
from exports.tally.satisfaction_index import Ratings, build_ratings
from form_templates.model import FormTemplate, Item, ItemId, Text
from omr.survey.counting_rules import IndexRule
from tests.exports.build import LEVELS, SMALL, response

C1 = SMALL.item(ItemId("c1"))


def _with(item: Item, form: FormTemplate = SMALL) -> FormTemplate:
    """Return the form with ``item`` in the place of the one with its id."""
    sections = tuple(
        replace(section, items=tuple(item if old.item_id == item.item_id else old for old in section.items))
        for section in form.sections
    )
    return replace(form, sections=sections)


def _ratings(form: FormTemplate) -> Ratings:
    return build_ratings(build_answer_table(form, [response()]))


def test_that_spaces_and_the_way_letters_are_stored_make_no_other_wording() -> None:
    before = _with(replace(C1, label=Text("Tie\u0302u   chi\u0301")))  # decomposed, with more spaces

    assert compare_items(before, SMALL, C1) is None


def test_that_another_wording_is_another_question() -> None:
    before = _with(replace(C1, label=Text("Tiêu chí khác")))

    assert compare_items(before, SMALL, C1) == Incomparable(IncomparableReason.WORDING)


def test_that_the_order_of_print_does_not_matter_but_labels_and_satisfied_levels_do() -> None:
    turned = replace(LEVELS, options=tuple(reversed(LEVELS.options)))
    stricter = replace(SMALL, scales=(replace(LEVELS, satisfied=frozenset("5")), *SMALL.scales[1:]))

    assert compare_items(_with(replace(C1, options=turned.options)), SMALL, C1) is None
    assert compare_items(stricter, SMALL, C1) == Incomparable(IncomparableReason.SCALE)
    assert compare_items(_with(replace(C1, options=LEVELS.options[1:])), SMALL, C1) == Incomparable(
        IncomparableReason.SCALE
    )


def test_that_a_factor_of_other_criteria_cannot_be_compared_nor_can_its_index() -> None:
    factor = SMALL.sections[1]
    before = replace(SMALL, sections=(SMALL.sections[0], replace(factor, items=factor.items[:1]), *SMALL.sections[2:]))
    earlier, later = build_ratings(build_answer_table(before, [])), _ratings(SMALL)

    why = Incomparable(IncomparableReason.CRITERIA)
    assert compare_sections(earlier, later, (before, SMALL), factor) == why
    assert compare_indices(earlier, later, (before, SMALL), IndexRule.POOLED) == why
    assert compare_indices(earlier, later, (before, SMALL), IndexRule.OVERALL_ITEM) is None  # that item is the same
