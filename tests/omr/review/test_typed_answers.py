"""Earlier entries of the same item, offered while typing."""

from dataclasses import replace

from form_templates.model import ItemId, ItemKind
from omr.results import Verification
from omr.review.ocr import choose_words
from omr.review.typed_answers import typed_answers, with_latest
from tests.omr.build import read_page, two_page_template


def _template():
    template = two_page_template()
    section = template.sections[0]
    items = (replace(section.items[0], kind=ItemKind.TEXT, options=()), section.items[1])
    return replace(template, sections=(replace(section, items=items),))


def _typed(page, text):
    answer = None if text is None else ((text,) if text else ())
    decision = Verification(answer, "Lan", "2020-11-18T09:00:00+07:00")
    return replace(read_page(page), verifications={ItemId(f"q{page}"): decision})


def test_that_the_most_frequent_entry_comes_first():
    pages = [_typed(1, text) for text in ("tốt", "ghế", "tốt", "", None)]

    assert typed_answers(_template(), pages) == {"q1": ("tốt", "ghế")}


def test_that_chosen_options_are_no_entries():
    assert typed_answers(_template(), [_typed(2, "yes")]) == {"q1": ()}


def test_that_what_was_just_typed_is_offered_first_and_once():
    assert with_latest(("tốt", "ghế"), "ghế") == ("ghế", "tốt")


def test_that_words_are_proposed_only_when_they_are_sure_as_a_whole():
    assert choose_words(["", "Cán", "bộ", " "], [-1, 90, 70, -1]) == "Cán bộ"
    assert choose_words(["Cán", "bộ"], [95, 29]) == ""
    assert choose_words(["Cán", "bộ"], [50, 55]) == ""
    assert choose_words([], []) == ""


def test_that_a_proposal_is_composed_as_people_type_it():
    assert choose_words(["tô\u0301t"], [90]) == "tốt"
