"""Texts that people typed are shown as they typed them: no markup is followed, no letter taken for a key.

Qt guesses whether a hint is rich text, and would then open the pictures that it names.
"""

import re

from PySide6.QtGui import Qt

_LONGEST_TIP = 1000  # characters: more than anybody reads while the pointer rests
_LONGEST_LINE = 100  # characters that Qt sets on one line without breaking it
_LONG_WORD = re.compile(r"\S{40}(?=\S)")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"


def as_tip(text: str) -> str:
    """Return a text as a hint that shows it as it is, and no wider than a screen."""
    shown = breakable(text if len(text) <= _LONGEST_TIP else f"{text[:_LONGEST_TIP]}…")
    if not Qt.mightBeRichText(shown) and max(map(len, shown.split("\n"))) <= _LONGEST_LINE:
        return shown
    return Qt.convertFromPlainText(shown, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def as_button_text(text: str) -> str:
    """Return a text for a button, a menu or a tab, where a single & would underline the next letter."""
    return text.replace("&", "&&")


def breakable(text: str) -> str:
    """Return a text whose longest words may be broken between lines."""
    return _LONG_WORD.sub(lambda found: f"{found[0]}{_MAY_BREAK}", text)
