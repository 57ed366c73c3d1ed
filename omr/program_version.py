"""The version of this program, as workbooks print it and batches keep it."""

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def program_version() -> str:
    """Return the version of this program; of a checkout that was never installed, what its ``pyproject.toml`` says."""
    try:
        return version("phieu")
    except PackageNotFoundError:
        return str(tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]["version"])
