"""Keeps how a person arranged the window."""

from PySide6.QtWidgets import QSplitter

from gui.preferences import Preferences


def keep_splitter(splitter: QSplitter, name: str, preferences: Preferences) -> None:
    """Put a splitter where it was the last time, and remember where it is moved to."""
    state = preferences.splitter_state(name)
    if state is not None:
        splitter.restoreState(state)
    splitter.splitterMoved.connect(lambda: preferences.keep_splitter_state(name, splitter.saveState()))
