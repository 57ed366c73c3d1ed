"""The whole way in one process: ``python -m tests.campaign.whole_way SCENE PLACE``."""

import sys
from pathlib import Path

from tests.campaign.deciding import decide
from tests.campaign.fuzz.commands import run_command
from tests.campaign.scene import UNITS, Scene

_ENDINGS = (".xlsx", ".csv", ".pdf", ".sav", ".parquet")


def go(scene: Scene, place: Path) -> None:
    """Make a survey, print, read, decide and export; RuntimeError where a step fails."""
    folder = str(place / "s")
    units = str(scene.units)
    steps: list[tuple[str, ...]] = [
        ("new", folder, "--template", str(scene.template), "--units", units),
        ("print", folder, "--out", str(place / "forms.pdf"), "--unit", UNITS[0].code),
        ("read", folder, str(scene.pile), "--jobs", "1"),
        *(("export", folder, "--out", str(place / f"out{ending}")) for ending in _ENDINGS),
    ]
    for step in steps:
        if run_command(*step):
            raise RuntimeError(f"{step[0]} failed")
        if step[0] == "read":
            decide(folder, "review", "Lan")


if __name__ == "__main__":
    go(Scene(Path(sys.argv[1])), Path(sys.argv[2]))
