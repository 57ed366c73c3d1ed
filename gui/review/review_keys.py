"""Which key means what in review; the option's own keys are in ``option_keys``."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """What a key asks for."""

    ACCEPT = auto()
    BLANK = auto()
    UNREADABLE = auto()
    SEVERAL = auto()
    UNDO = auto()
    NOTE = auto()
    PAGE = auto()
    GALLERY = auto()
    BACK = auto()
    ON = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    FIT = auto()
    PAN_LEFT = auto()
    PAN_RIGHT = auto()
    PAN_UP = auto()
    PAN_DOWN = auto()
    LEAVE = auto()


DECIDING = (Command.ACCEPT, Command.BLANK, Command.UNREADABLE, Command.SEVERAL, Command.UNDO)
"""A key held down must not do these again and again."""

CONTROL_COMMANDS = {
    Qt.Key.Key_Z: Command.UNDO,
    Qt.Key.Key_U: Command.UNREADABLE,
    Qt.Key.Key_M: Command.NOTE,
    Qt.Key.Key_F: Command.PAGE,
    Qt.Key.Key_G: Command.GALLERY,
}
"""What keys mean together with Ctrl, also while something is typed."""

_WALKING = {
    Qt.Key.Key_PageUp: Command.BACK,
    Qt.Key.Key_PageDown: Command.ON,
    Qt.Key.Key_Up: Command.BACK,
    Qt.Key.Key_Down: Command.ON,
    Qt.Key.Key_Escape: Command.LEAVE,
}
_PLAIN = {
    Qt.Key.Key_Return: Command.ACCEPT,
    Qt.Key.Key_Enter: Command.ACCEPT,
    Qt.Key.Key_0: Command.BLANK,
    Qt.Key.Key_U: Command.UNREADABLE,
    Qt.Key.Key_D: Command.SEVERAL,
    Qt.Key.Key_Backspace: Command.UNDO,
    Qt.Key.Key_M: Command.NOTE,
    Qt.Key.Key_F: Command.PAGE,
    Qt.Key.Key_G: Command.GALLERY,
    Qt.Key.Key_Left: Command.BACK,
    Qt.Key.Key_Right: Command.ON,
    Qt.Key.Key_Plus: Command.ZOOM_IN,
    Qt.Key.Key_Equal: Command.ZOOM_IN,  # the same key without Shift
    Qt.Key.Key_Minus: Command.ZOOM_OUT,
    Qt.Key.Key_Asterisk: Command.FIT,
}
_ON_THE_PAGE = {
    Qt.Key.Key_Left: Command.PAN_LEFT,
    Qt.Key.Key_Right: Command.PAN_RIGHT,
    Qt.Key.Key_Up: Command.PAN_UP,
    Qt.Key.Key_Down: Command.PAN_DOWN,
}


def command_of(event: QKeyEvent, *, is_typing: bool, is_whole_page: bool) -> Command | None:
    """Return what a key asks for.

    Args:
        event: The key.
        is_typing: Whether letters and digits belong to what is typed.
        is_whole_page: Whether the whole page is shown; arrows then move over it.
    """
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return CONTROL_COMMANDS.get(key)
    if is_whole_page and not is_typing and key in _ON_THE_PAGE:
        return _ON_THE_PAGE[key]
    if is_typing:
        return _WALKING.get(key)
    return _PLAIN.get(key) or _WALKING.get(key)
