"""Everything that can be done where a person is now, by name, so that typing a part of the name finds it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gui.widgets.folding_completer import fold

_MNEMONIC = re.compile(r"&(.)")
_ROLES = ("", "primary", "place", "filter", "tab", "link")  # of buttons; options of a question are no commands


@dataclass(frozen=True, slots=True)
class OfferedCommand:
    """Something that can be done now.

    Attributes:
        name: What it is called where it stands in the window.
        within: The menu it stands in; empty for what stands in the window itself.
        keys: What does the same; empty if nothing.
        run: Does it.
    """

    name: str
    within: str
    keys: str
    run: Callable[[], object]

    def answers_to(self, typed: str) -> bool:
        """Whether every word that was typed is a part of its name, whatever the case and the marks on its letters."""
        name = fold(f"{self.name} {self.within}")
        return all(word in name for word in fold(typed).split())


def commands_of(window: QWidget) -> list[OfferedCommand]:
    """Return what can be done in a window now, in menus first; what has two places in it is told once."""
    found: dict[str, OfferedCommand] = {}
    for command in (*_of_actions(window), *_of_buttons(window)):
        found.setdefault(fold(command.name), command)
    return list(found.values())


def _of_actions(window: QWidget) -> Iterator[OfferedCommand]:
    for action in window.findChildren(QAction):
        is_offered = action.isEnabled() and action.isVisible() and not action.isSeparator() and action.menu() is None
        if is_offered and action.text() and _is_in_sight(action.parent()):
            name, _tab, shown_keys = action.text().partition("\t")  # of keys that are not the action's own
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or shown_keys
            yield OfferedCommand(_plain(name), _menu_of(action), keys, action.trigger)


def _of_buttons(window: QWidget) -> Iterator[OfferedCommand]:
    for button in window.findChildren(QPushButton):
        is_offered = button.isVisible() and button.isEnabled() and button.menu() is None
        if is_offered and any(map(str.isalpha, button.text())) and (button.property("role") or "") in _ROLES:
            keys = button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield OfferedCommand(_plain(button.text()), "", keys, button.click)


def _is_in_sight(owner: QObject | None) -> bool:
    """Whether what owns an action is shown: of a menu, what the menu belongs to."""
    while isinstance(owner, QMenu):
        owner = owner.parent()
    return not isinstance(owner, QWidget) or owner.isVisible()


def _menu_of(action: QAction) -> str:
    menus = [menu.title() for menu in action.associatedObjects() if isinstance(menu, QMenu)]
    return _plain(menus[0]) if menus else ""


def _plain(text: str) -> str:
    """Return a name without the letter that is its key, and without the arrow before it."""
    return " ".join(_MNEMONIC.sub(r"\1", text).lstrip("‹ ").split())
