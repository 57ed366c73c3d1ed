"""Which key stands for what, on each screen where answers are decided."""

import pytest

from form_templates.model import Item, ItemId, ItemKind, MarkStyle, Option, Text
from gui.answering.keys import RECHECK_KEYS, REVIEW_KEYS, TYPING_KEYS, Command, KeyPress, option_keys

_TABLES = (REVIEW_KEYS, RECHECK_KEYS, TYPING_KEYS)
_DECIDING = {Command.CONFIRM, Command.BLANK, Command.UNREADABLE, Command.SEVERAL, Command.UNDO}


def _item(*values, style=MarkStyle.BOX):
    options = tuple(Option(value, Text("x")) for value in values)
    return Item(ItemId("q"), ItemKind.SINGLE, Text("?"), options, style=style)


def test_that_keys_count_options_in_printed_order():
    assert option_keys(_item("5", "4", "na")) == {"1": "5", "2": "4", "3": "na"}


def test_that_a_printed_digit_is_its_own_key():
    assert option_keys(_item("5", "4", "3", style=MarkStyle.RING)) == {"5": "5", "4": "4", "3": "3"}


def test_that_no_option_has_a_key_of_two_digits():
    keys = option_keys(_item("12", "34", "5", style=MarkStyle.RING))

    assert keys["5"] == "5"
    assert sorted(keys.values()) == ["12", "34", "5"]
    assert all(len(key) == 1 for key in keys)


def test_that_zero_to_ten_keeps_its_digits_and_gives_letters_to_the_ends():
    keys = option_keys(_item(*(str(number) for number in range(11))))

    assert {keys[str(number)] for number in range(1, 10)} == {str(number) for number in range(1, 10)}
    assert all(keys[str(number)] == str(number) for number in range(1, 10))
    assert (keys["A"], keys["B"]) == ("0", "10")


def test_that_no_key_stands_for_two_options_or_for_a_command():
    keys = option_keys(_item(*(f"v{number}" for number in range(25))))

    assert len(keys) == 25
    assert not set(keys) & {name for table in _TABLES for name in (*table.plain, *table.always)}


@pytest.mark.parametrize("table", _TABLES)
def test_that_the_same_keys_decide_on_every_screen(table):
    decided = {name: table.command(KeyPress(name), is_typing=False) for name in ("Return", "Enter", "0", "U")}

    assert decided == {
        "Return": Command.CONFIRM,
        "Enter": Command.CONFIRM,
        "0": Command.BLANK,
        "U": Command.UNREADABLE,
    }
    assert table.command(KeyPress("U", has_control=True), is_typing=True) is Command.UNREADABLE


@pytest.mark.parametrize("table", _TABLES)
def test_that_digits_and_letters_belong_to_what_is_typed(table):
    assert [table.command(KeyPress(name), is_typing=True) for name in ("0", "U", "D", "M", "F", "G")] == [None] * 6


@pytest.mark.parametrize("table", _TABLES)
def test_that_a_key_held_down_decides_nothing_more(table):
    held = [
        KeyPress(name, has_control=has_control, is_repeated=True)
        for names, has_control in ((table.plain, False), (table.control, True))
        for name in names
    ]

    assert not {table.command(press, is_typing=False) for press in held} & _DECIDING


def test_that_arrows_move_over_the_whole_page_but_not_away_from_what_is_typed():
    down = KeyPress("Down", is_repeated=True)

    assert REVIEW_KEYS.command(down, is_typing=False) is Command.ON
    assert REVIEW_KEYS.command(down, is_typing=False, is_whole_page=True) is Command.PAN_DOWN
    assert REVIEW_KEYS.command(down, is_typing=True, is_whole_page=True) is Command.ON


def test_that_nothing_in_the_recheck_goes_on_without_a_check_but_the_key_to_pass():
    names = {"PgUp", "PgDown", "Up", "Down", "Left", "Right"}
    commands = {name: RECHECK_KEYS.command(KeyPress(name), is_typing=False) for name in names}

    assert {name for name, command in commands.items() if command is not None} == {"PgDown"}
    assert commands["PgDown"] is Command.PASS


def test_that_control_alone_tells_saving_a_page_from_typing_an_s():
    assert TYPING_KEYS.command(KeyPress("S", has_control=True), is_typing=False) is Command.SAVE
    assert TYPING_KEYS.command(KeyPress("S"), is_typing=False) is None
