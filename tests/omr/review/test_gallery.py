"""Which answers belong into one gallery, and in which order."""

from dataclasses import replace

import pytest

from form_templates.model import ItemId, ItemKind
from omr.results import Flag, Verification
from omr.review.gallery import GalleryChoice, fill_gallery, open_answers
from tests.omr.build import read_page, two_page_template, unread_page

_FAINT, _DOUBLE = frozenset({Flag.FAINT_MARK}), frozenset({Flag.DOUBLE_MARK})


def _page(page_id, p_wrong, *, page=1, answer=("yes",), flags=frozenset()):
    made = read_page(page, page_id=page_id, answer=answer, flags=flags)
    (item_id,) = made.readings
    return replace(made, readings={item_id: replace(made.readings[item_id], p_wrong=p_wrong)})


@pytest.fixture
def pages():
    return [
        _page(1, 1e-6),
        _page(2, 0.4, flags=_FAINT),
        _page(3, 0.5, answer=("yes", "no"), flags=_DOUBLE),
        _page(4, 0.01, answer=()),
        _page(5, 0.3, page=2, flags=_FAINT),
        unread_page(),
    ]


def _shown(pages, choice):
    content = fill_gallery(open_answers(two_page_template(), pages), choice)
    return [entry.page.page_id for entry in content.entries]


def test_that_the_most_doubtful_come_first_and_accepted_ones_last(pages):
    assert _shown(pages, GalleryChoice(is_doubtful_only=False)) == [3, 2, 5, 4, 1]


def test_that_accepted_answers_are_left_out_unless_asked_for(pages):
    assert _shown(pages, GalleryChoice()) == [3, 2, 5]


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (GalleryChoice(ItemId("q1"), ("yes",), None, is_doubtful_only=False), [2, 1]),
        (GalleryChoice(ItemId("q1"), (), None, is_doubtful_only=False), [4]),
        (GalleryChoice(flag=Flag.FAINT_MARK), [2, 5]),
        (GalleryChoice(ItemId("q2"), flag=Flag.DOUBLE_MARK), []),
    ],
)
def test_that_a_choice_shows_what_was_read_alike(pages, choice, shown):
    assert _shown(pages, choice) == shown


def test_that_what_a_person_decided_is_not_open(pages):
    decided = replace(
        pages[1], verifications={ItemId("q1"): Verification(("yes",), "Lan", "2020-11-18T09:00:00+07:00")}
    )

    assert 2 not in _shown([decided], GalleryChoice(is_doubtful_only=False))


def test_that_an_answer_doubted_by_a_person_counts_as_doubtful(pages):
    doubted = replace(pages[0], doubted=frozenset({ItemId("q1")}))

    assert _shown([doubted], GalleryChoice(flag=Flag.DOUBTED)) == [1]


def test_that_every_count_says_what_its_choice_would_give(pages):
    entries = open_answers(two_page_template(), pages)
    choice = GalleryChoice(ItemId("q1"), is_doubtful_only=False)

    content = fill_gallery(entries, choice)

    for item_id, count in content.items.items():
        assert count == len(fill_gallery(entries, replace(choice, item_id=item_id)).entries)
    for answer, count in content.answers.items():
        assert count == len(fill_gallery(entries, replace(choice, answer=answer)).entries)
    for flag, count in content.flags.items():
        assert count == len(fill_gallery(entries, replace(choice, flag=flag)).entries)
    assert content.answers == {("yes",): 2, ("yes", "no"): 1, (): 1}


def test_that_handwriting_is_left_out(pages):
    template = two_page_template()
    items = tuple(replace(item, kind=ItemKind.TEXT, options=()) for item in template.sections[0].items)
    written = replace(template, sections=(replace(template.sections[0], items=items),))

    assert open_answers(written, pages) == ()


def test_that_a_page_that_nobody_could_place_has_no_reading_to_confirm():
    typed = _page(1, 1.0, answer=(), flags=frozenset({Flag.NOT_LOCATED}))

    assert _shown([typed], GalleryChoice()) == []
