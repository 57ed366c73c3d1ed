"""Check and set up machine and Python for Qt: a screen, a Qt that does not break, a way to type Vietnamese."""

import builtins
import sys
from collections.abc import Mapping, MutableMapping

BROKEN_QT = "6.12.0"
"""This PySide6 takes a reference from None with almost every call, and dies of it on Python before 3.12."""


def find_obstacle(
    qt_version: str,
    environment: Mapping[str, str],
    *,
    platform: str = sys.platform,
    python: tuple[int, int] = sys.version_info[:2],
) -> str | None:
    """Return why the window cannot open on this machine, in one sentence with the remedy; None if it can."""
    if qt_version == BROKEN_QT and python < (3, 12):
        return (
            f"PySide6 {qt_version} crashes on Python {python[0]}.{python[1]}; nothing was changed. "
            f'Run: pip install "PySide6-Essentials>=6.8,!={BROKEN_QT}"'
        )
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform == "linux" and not any(environment.get(name) for name in screens):
        return (
            "This session has no screen (DISPLAY is not set); nothing was changed. "
            "Start the window from a desktop, or use the commands: main.py --help"
        )
    return None


def prepare_environment(environment: MutableMapping[str, str]) -> None:
    """Make Vietnamese typing reach the window: the Qt wheel has no fcitx plugin, but fcitx speaks ibus."""
    asked = environment.get("QT_IM_MODULE", "") or environment.get("XMODIFIERS", "").removeprefix("@im=")
    if asked.startswith("fcitx"):
        environment["QT_IM_MODULE"] = "ibus"


def import_plainly() -> None:
    """Import as Python does again, once PySide is loaded.

    PySide reads the source of every module that is imported after it, to see whether the module uses PySide and might
    ask for names_like_this in it. Nobody here does, and opening a survey waits for hundreds of modules.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
