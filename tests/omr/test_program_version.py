"""The program knows its version, installed or not."""

from importlib.metadata import PackageNotFoundError

from omr import program_version


def _lacks(_name):
    raise PackageNotFoundError


def test_that_a_checkout_that_was_never_installed_knows_its_version(monkeypatch):
    monkeypatch.setattr(program_version, "version", _lacks)

    assert program_version.program_version() == "0.1.0"
