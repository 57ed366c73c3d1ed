"""What an installed wheel runs on: every file beside the code is packaged with it."""

import re
import tomllib
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_SHOWN = re.compile(r"\]\((gui/[^)]+\.png)\)")


def _left_out(root, patterns):
    """Return the files in packages that are neither code nor matched by the package's patterns."""
    left = []
    for package, globs in patterns.items():
        packaged = {path for pattern in globs for path in (root / package).glob(pattern)}
        files = (path for path in (root / package).rglob("*") if path.is_file())
        beside = [path for path in files if path.suffix != ".py" and "__pycache__" not in path.parts]
        left += [path.relative_to(root) for path in beside if path not in packaged]
    return sorted(left)


def test_that_every_file_beside_the_code_is_packaged_with_it():
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    patterns = {package: settings["package-data"].get(package, []) for package in _packages()}

    shown = _SHOWN.findall((_ROOT / "README.md").read_text(encoding="utf-8"))
    assert _left_out(_ROOT, patterns) == sorted(map(Path, shown))


def test_that_a_file_nobody_packages_is_found(tmp_path):
    (tmp_path / "gui" / "widgets").mkdir(parents=True)
    for name in ("widgets/theme.qss", "widgets/theme.py", "sound.wav"):
        (tmp_path / "gui" / name).touch()

    assert _left_out(tmp_path, {"gui": ["widgets/*"]}) == [Path("gui/sound.wav")]


def _packages():
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    return settings["importlinter"]["root_packages"]
