"""What the machine must have, and what is set up for it."""

import builtins

import pytest

from gui.environment import find_obstacle, import_plainly, prepare_environment


def test_that_the_broken_qt_is_refused_only_where_it_breaks():
    screen = {"DISPLAY": ":0"}

    assert "pip install" in find_obstacle("6.12.0", screen, platform="linux", python=(3, 11))
    assert find_obstacle("6.12.0", screen, platform="linux", python=(3, 12)) is None
    assert find_obstacle("6.11.3", screen, platform="linux", python=(3, 11)) is None


def test_that_a_session_without_a_screen_is_told_so():
    assert "DISPLAY" in find_obstacle("6.11.3", {}, platform="linux", python=(3, 11))
    assert find_obstacle("6.11.3", {}, platform="win32", python=(3, 11)) is None


@pytest.mark.parametrize("asked", [{"QT_IM_MODULE": "fcitx5"}, {"XMODIFIERS": "@im=fcitx"}])
def test_that_fcitx_is_reached_through_ibus(asked):
    prepare_environment(asked)

    assert asked["QT_IM_MODULE"] == "ibus"


def test_that_other_input_methods_are_left_alone():
    environment = {"XMODIFIERS": "@im=ibus"}
    prepare_environment(environment)

    assert environment == {"XMODIFIERS": "@im=ibus"}


def test_that_python_imports_by_itself_once_pyside_is_loaded(monkeypatch):
    monkeypatch.setattr(builtins, "__import__", lambda *_arguments: pytest.fail("PySide was asked"))

    import_plainly()

    assert builtins.__import__ is builtins.__orig_import__


def test_that_a_pyside_that_leaves_imports_alone_is_left_alone(monkeypatch):
    monkeypatch.delattr(builtins, "__orig_import__")
    before = builtins.__import__

    import_plainly()

    assert builtins.__import__ is before
