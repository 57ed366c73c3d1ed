"""The draft of an answer: what is kept, when, and above all what must not be. No window, no Qt."""

import subprocess
import sys

import pytest

from form_templates.model import Item, ItemId, ItemKind, MarkStyle, Option, Text
from gui.answering.answer_draft import AnswerDraft, Answered, Asked, to_answer
from gui.answering.keys import KeyPress


def _item(kind=ItemKind.SINGLE, values=("1", "2", "3")):
    return Item(
        ItemId("q"), kind, Text("?"), tuple(Option(value, Text(value)) for value in values), style=MarkStyle.BOX
    )


_SINGLE, _MULTIPLE, _TEXT = _item(), _item(ItemKind.MULTIPLE), _item(ItemKind.TEXT, ())


def _draft(item, *, answer=(), reading=(), keeps_reading=False):
    """A draft whose paper is before the person's eyes."""
    draft = AnswerDraft(keeps_reading=keeps_reading)
    draft.ask(Asked("a", item, answer, reading))
    draft.see("a")
    return draft


def _everything(draft):
    """What all the ways to answer give out."""
    return [draft.pick("1"), draft.confirm(), draft.leave_blank(), draft.call_unreadable()]


# What must not be kept


@pytest.mark.parametrize("item", [_SINGLE, _MULTIPLE, _TEXT])
def test_that_nothing_is_answered_before_its_paper_was_seen(item):
    draft = AnswerDraft(keeps_reading=True)
    draft.ask(Asked("a", item, ("1",), ("1",)))

    assert not draft.may_answer("a")
    assert _everything(draft) == [None, None, None, None]


def test_that_the_paper_of_another_answer_is_not_enough():
    draft = _draft(_SINGLE, reading=("1",), answer=("1",), keeps_reading=True)

    draft.ask(Asked("b", _SINGLE, ("1",), ("1",)))

    assert not draft.may_answer("b")
    assert not draft.may_answer("a")
    assert _everything(draft) == [None, None, None, None]


def test_that_paper_that_went_out_of_sight_is_not_enough():
    draft = _draft(_SINGLE, keeps_reading=True)

    draft.lose_sight()

    assert not draft.is_in_sight
    assert _everything(draft) == [None, None, None, None]


def test_that_where_nothing_is_asked_nothing_is_answered():
    draft = _draft(_SINGLE, answer=("1",))

    draft.clear()

    assert not draft.may_answer("a")
    assert not draft.may_answer(None)
    assert _everything(draft) == [None, None, None, None]
    assert draft.option_of(KeyPress("1", "1")) is None


def test_that_what_is_asked_once_more_needs_no_second_look():
    draft = _draft(_SINGLE)

    draft.ask(Asked("a", _SINGLE))

    assert draft.may_answer("a")


def test_that_a_single_choice_is_not_confirmed_where_nobody_may_know_the_reading():
    draft = _draft(_SINGLE)

    assert draft.confirm() is None


def test_that_a_single_choice_cannot_be_confirmed_even_if_it_was_answered_before():
    assert _draft(_SINGLE, answer=("2",)).confirm() is None


def test_that_options_cannot_be_picked_while_handwriting_is_asked_for():
    draft = _draft(_TEXT)

    assert draft.pick("1") is None
    assert draft.option_of(KeyPress("1", "1")) is None
    assert draft.chosen == frozenset()


@pytest.mark.parametrize("press", [KeyPress("1", "1", is_repeated=True), KeyPress("1", "1", has_control=True)])
def test_that_a_key_held_down_or_with_control_stands_for_no_option(press):
    assert _draft(_SINGLE).option_of(press) is None


# What is kept


def test_that_an_option_answers_a_single_choice_at_once():
    draft = _draft(_SINGLE)

    assert draft.option_of(KeyPress("2", "2")) == "2"
    assert draft.pick("2") == Answered(("2",))


def test_that_a_single_choice_is_confirmed_as_it_was_read():
    assert _draft(_SINGLE, answer=("3",), reading=("3",), keeps_reading=True).confirm() == Answered(("3",))


def test_that_a_reading_is_not_shown_as_ticked():
    draft = _draft(_SINGLE, answer=("3",), reading=("3",), keeps_reading=True)

    assert draft.ticked == frozenset()
    assert draft.chosen == {"3"}


def test_that_what_a_person_answered_before_is_shown_as_ticked():
    assert _draft(_SINGLE, answer=("3",)).ticked == {"3"}


def test_that_options_of_a_multiple_choice_are_ticked_and_kept_in_printed_order():
    draft = _draft(_MULTIPLE)

    assert [draft.pick(option) for option in ("3", "2", "1", "2")] == [None, None, None, None]
    assert draft.ticked == {"1", "3"}
    assert draft.confirm() == Answered(("1", "3"))


def test_that_a_multiple_choice_without_a_tick_is_confirmed_as_blank():
    assert _draft(_MULTIPLE).confirm() == Answered(())


def test_that_several_marks_of_a_single_choice_are_ticked_from_the_reading_on():
    draft = _draft(_SINGLE, answer=("1",), reading=("1", "2"), keeps_reading=True)

    draft.toggle_several()

    assert draft.takes_several
    assert draft.ticked == {"1", "2"}
    assert draft.pick("3") is None
    assert draft.confirm() == Answered(("1", "2", "3"))


def test_that_several_marks_are_ticked_from_nothing_where_nobody_may_know_the_reading():
    draft = _draft(_SINGLE)

    draft.toggle_several()

    assert draft.ticked == frozenset()
    assert draft.pick("2") is None
    assert draft.confirm() == Answered(("2",))


def test_that_the_next_question_takes_one_option_again():
    draft = _draft(_SINGLE)
    draft.toggle_several()

    draft.ask(Asked("b", _SINGLE))

    assert not draft.takes_several


@pytest.mark.parametrize("item", [_MULTIPLE, _TEXT])
def test_that_several_is_a_matter_of_single_choices_alone(item):
    draft = _draft(item, answer=("1",))
    before = draft.takes_several, draft.chosen

    draft.toggle_several()

    assert (draft.takes_several, draft.chosen) == before


def test_that_what_is_typed_is_kept_and_an_empty_line_is_a_blank():
    draft = _draft(_TEXT, answer=("cũ",))
    assert draft.confirm() == Answered(("cũ",))

    draft.write(" tốt;  nhanh ")
    assert draft.confirm() == Answered(("tốt, nhanh",))
    draft.write("  ")
    assert draft.confirm() == Answered(())


@pytest.mark.parametrize("item", [_SINGLE, _MULTIPLE, _TEXT])
def test_that_blank_and_unreadable_are_two_answers_of_every_item(item):
    draft = _draft(item, answer=("1",), reading=("1",))

    assert draft.leave_blank() == Answered(())
    assert draft.call_unreadable() == Answered(None)


def test_that_typed_text_becomes_one_value_that_the_store_cannot_split():
    assert to_answer("  tốt;  nhanh\n") == ("tốt, nhanh",)


def test_that_nothing_typed_is_a_blank():
    assert to_answer("   ") == ()


def test_that_a_draft_needs_no_qt():
    program = (
        "import sys, gui.answering.answer_draft; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("item", [_SINGLE, _MULTIPLE, _TEXT])
def test_that_a_blank_that_nobody_read_has_to_be_said(item):
    draft = AnswerDraft(keeps_reading=True)
    draft.ask(Asked("a", item, may_stay_blank=False))
    draft.see("a")
    draft.write("  ")

    assert draft.lacks_answer
    assert draft.confirm() is None
    assert draft.leave_blank() == Answered(())
    assert draft.call_unreadable() == Answered(None)


def test_that_what_was_typed_or_ticked_is_confirmed_where_a_blank_has_to_be_said():
    written, ticked = AnswerDraft(keeps_reading=True), AnswerDraft(keeps_reading=True)
    for draft, item in ((written, _TEXT), (ticked, _MULTIPLE)):
        draft.ask(Asked("a", item, may_stay_blank=False))
        draft.see("a")
    written.write("Cảm ơn")
    ticked.pick("2")

    assert written.confirm() == Answered(("Cảm ơn",))
    assert ticked.confirm() == Answered(("2",))
