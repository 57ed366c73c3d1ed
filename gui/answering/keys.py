"""Which key stands for what while answers are decided: in review, in the re-check and while a page is typed.

Keys go by the names that Qt writes them with (``"PgUp"``, ``"Esc"``); nothing here needs Qt itself.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from form_templates.model import Item, MarkStyle

_DIGITS = "123456789"
_LETTERS = "ABCEHIJKLNOPQRSTVWXYZ"  # without those that are commands: double mark, full page, gallery, memo, unreadable


class Command(Enum):
    """What a key or a button asks for, beside the options themselves."""

    CONFIRM = auto()  # keep what is chosen or typed
    BLANK = auto()  # nothing is marked
    UNREADABLE = auto()
    SEVERAL = auto()  # more than one option is marked where one was asked for
    UNDO = auto()
    NOTE = auto()
    PAGE = auto()  # the whole page, and back
    GALLERY = auto()
    BACK = auto()  # to what comes before, without deciding
    ON = auto()  # to what comes next, without deciding
    PASS = auto()  # go on without a check, where the scan cannot be shown
    SAVE = auto()  # keep the typed page
    LEAVE = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    FIT = auto()
    PAN_LEFT = auto()
    PAN_RIGHT = auto()
    PAN_UP = auto()
    PAN_DOWN = auto()


@dataclass(frozen=True, slots=True)
class KeyPress:
    """A key that was pressed.

    Attributes:
        name: What the key is called, whatever is held with it.
        text: What it types; empty for a key that types nothing.
        has_control: Whether Ctrl was held.
        is_repeated: Whether the keyboard repeats a key that is held down.
    """

    name: str
    text: str = ""
    has_control: bool = False
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class KeyTable:
    """What the keys of one screen ask for.

    Attributes:
        plain: While options are asked for; the letters and digits among them belong to what is typed otherwise.
        always: Also while something is typed.
        control: Together with Ctrl, also while something is typed.
        on_page: While the whole page is shown and nothing is typed; these come first.
        repeated: What a key held down may ask for again and again; anything else would decide a row of answers.
    """

    plain: Mapping[str, Command] = field(default_factory=dict)
    always: Mapping[str, Command] = field(default_factory=dict)
    control: Mapping[str, Command] = field(default_factory=dict)
    on_page: Mapping[str, Command] = field(default_factory=dict)
    repeated: Collection[Command] = ()

    def command(self, press: KeyPress, *, is_typing: bool, is_whole_page: bool = False) -> Command | None:
        """Return what a key asks for; None if it means nothing here.

        Args:
            press: The key.
            is_typing: Whether letters and digits belong to what is typed.
            is_whole_page: Whether the whole page is shown; arrows then move over it.
        """
        command = self._meaning(press, is_typing=is_typing, is_whole_page=is_whole_page)
        return None if press.is_repeated and command not in self.repeated else command

    def _meaning(self, press: KeyPress, *, is_typing: bool, is_whole_page: bool) -> Command | None:
        if press.has_control:
            return self.control.get(press.name)
        if is_typing:
            return self.always.get(press.name)
        on_page = self.on_page.get(press.name) if is_whole_page else None
        return on_page or self.plain.get(press.name) or self.always.get(press.name)


WALKING = {"PgUp": Command.BACK, "PgDown": Command.ON, "Up": Command.BACK, "Down": Command.ON}
"""The keys that go to another question without deciding this one."""

_CONFIRMING = {"Return": Command.CONFIRM, "Enter": Command.CONFIRM}
_ANSWERING = _CONFIRMING | {"0": Command.BLANK, "U": Command.UNREADABLE}
_DECIDING = _ANSWERING | {"D": Command.SEVERAL, "Backspace": Command.UNDO}
_ZOOMING = {
    "+": Command.ZOOM_IN,
    "=": Command.ZOOM_IN,  # the same key without Shift
    "-": Command.ZOOM_OUT,
    "*": Command.FIT,
}
_PANNING = {"Left": Command.PAN_LEFT, "Right": Command.PAN_RIGHT, "Up": Command.PAN_UP, "Down": Command.PAN_DOWN}
_BESIDE = {"M": Command.NOTE, "F": Command.PAGE, "G": Command.GALLERY}

REVIEW_KEYS = KeyTable(
    plain=_DECIDING | _BESIDE | _ZOOMING | {"Left": Command.BACK, "Right": Command.ON},
    always=WALKING | {"Esc": Command.LEAVE},
    control={"Z": Command.UNDO, "U": Command.UNREADABLE, "0": Command.BLANK} | _BESIDE,
    on_page=_PANNING,
    repeated=frozenset(Command) - frozenset(_DECIDING.values()),
)
RECHECK_KEYS = KeyTable(
    plain=_DECIDING,
    always={"PgDown": Command.PASS, "Esc": Command.LEAVE},
    control={"Z": Command.UNDO, "U": Command.UNREADABLE},
)
TYPING_KEYS = KeyTable(
    plain=_ANSWERING,
    always=WALKING,
    control={"U": Command.UNREADABLE, "S": Command.SAVE},
)


def option_keys(item: Item) -> dict[str, str]:
    """Return option values by key, in printed order.

    Where the paper itself prints digits, the printed digit is the key, for that is what the eye reads off: a scale
    printed 5 to 1, or 0 to 10. Everywhere else the keys count the options in printed order. Options without a digit get
    letters, since 0 means "left blank".
    """
    values = [option.value for option in item.options]
    by_value = dict.fromkeys(values, "")
    if _prints_digits(item):
        by_value |= {value: value for value in values if len(value) == 1 and value in _DIGITS}
    else:
        by_value |= dict(zip(values, _DIGITS, strict=False))
    letters = iter(_LETTERS)
    return {by_value[value] or next(letters, value): value for value in values}


def _prints_digits(item: Item) -> bool:
    is_numeric = all(option.value.isdecimal() for option in item.options)
    return is_numeric and (item.style is not MarkStyle.BOX or len(item.options) > len(_DIGITS))
