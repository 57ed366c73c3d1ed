"""The bar of decisions: what it offers, and what it must not offer where nobody may know the reading."""

import pytest

from form_templates.model import ItemKind
from gui.answering.decision_bar import DecisionBar
from gui.answering.keys import Command


@pytest.fixture
def blind(qtbot):
    """The bar of the re-check."""
    bar = DecisionBar((Command.PASS, Command.UNDO, Command.LEAVE), keeps_reading=False)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def seeing(qtbot):
    """The bar of review."""
    bar = DecisionBar((Command.UNDO, Command.BACK, Command.ON), keeps_reading=True)
    qtbot.addWidget(bar)
    return bar


def _offered(bar):
    return {command for command, button in bar.buttons.items() if button.isVisibleTo(bar)}


def test_that_the_blind_bar_has_nothing_to_confirm_of_a_single_choice(blind):
    blind.show_kind(ItemKind.SINGLE, can_undo=True)
    assert Command.CONFIRM not in _offered(blind)

    blind.show_several(is_several=True)
    assert Command.CONFIRM in _offered(blind)
    blind.show_kind(ItemKind.SINGLE, can_undo=True)
    assert Command.CONFIRM not in _offered(blind)


def test_that_the_blind_bar_speaks_of_no_reading(blind):
    for kind in ItemKind:
        blind.show_kind(kind, can_undo=True)

        assert not [button.text() for button in blind.buttons.values() if "reading" in button.text()]


def test_that_nothing_can_be_passed_before_it_is_offered(blind):
    blind.show_kind(ItemKind.SINGLE, can_undo=False)
    assert not blind.offers_to_pass

    blind.offer_to_pass()
    assert blind.offers_to_pass
    blind.show_kind(ItemKind.SINGLE, can_undo=False)
    assert not blind.offers_to_pass


def test_that_review_confirms_a_single_choice_as_it_was_read(seeing):
    seeing.show_kind(ItemKind.SINGLE, can_undo=False)

    assert seeing.buttons[Command.CONFIRM].text() == "Accept reading  (Enter)"
    assert _offered(seeing) == set(seeing.buttons)
    assert not seeing.buttons[Command.UNDO].isEnabled()


def test_that_of_handwriting_a_person_may_say_that_there_is_none(seeing):
    seeing.show_kind(ItemKind.TEXT, can_undo=True, has_reading=False)

    assert Command.SEVERAL not in _offered(seeing)
    assert seeing.buttons[Command.BLANK].text() == "Nothing written  (Ctrl+0)"
    assert seeing.buttons[Command.CONFIRM].text() == "Save text  (Enter)"
    assert seeing.buttons[Command.UNREADABLE].text() == "Unreadable  (Ctrl+U)"


def test_that_what_was_not_read_cannot_be_accepted(seeing):
    seeing.show_kind(ItemKind.SINGLE, can_undo=True, has_reading=False)
    assert Command.CONFIRM not in _offered(seeing)

    seeing.show_several(is_several=True)
    assert Command.CONFIRM in _offered(seeing)


def test_that_every_button_asks_for_its_command(qtbot, seeing, blind):
    for bar in (seeing, blind):
        bar.show_kind(ItemKind.SINGLE, can_undo=True)
        for command, button in bar.buttons.items():
            with qtbot.waitSignal(bar.commanded) as asked:
                button.click()
            assert asked.args == [command]
