"""The program in this process: the command line or a person who decides, perhaps disturbed.

``python -m tests.campaign.program`` runs it for others: the first argument says how it is disturbed (JSON), the second
what to run: ``main`` (the command line) or ``decide`` (see ``deciding``).
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.campaign.disturbance import Disturbance, install


def disturbed(words: Sequence[str], within: Path, action: str, at: int) -> tuple[str, ...]:
    """Return the arguments after ``python`` that run something disturbed; ``within`` gets the count of touches."""
    facts = {"within": str(within.resolve()), "action": action, "at": at}
    return ("-m", "tests.campaign.program", json.dumps(facts), *words)


def plain(words: Sequence[str]) -> tuple[str, ...]:
    """Return the arguments after ``python`` that run the same undisturbed."""
    program, *arguments = words
    return ("main.py", *arguments) if program == "main" else ("-m", "tests.campaign.deciding", *arguments)


def touches_file(within: Path) -> Path:
    """Return where a disturbed run that ended says how many touches there were."""
    return within.parent / f"{within.name}-touches.txt"


def run(words: Sequence[str]) -> None:
    """Run the command line, or a person who decides, in this process."""
    program, *arguments = words
    if program == "main":
        import main

        sys.argv = ["main.py", *arguments]
        main.main()
    else:
        from tests.campaign.deciding import decide

        decide(*arguments)


def _run_disturbed() -> None:
    disturbance = Disturbance(**json.loads(sys.argv[1]))
    install(disturbance)
    disturbance.is_on = True
    try:
        run(sys.argv[2:])
    finally:
        disturbance.is_on = False
        touches_file(Path(disturbance.within)).write_text(str(disturbance.touched), encoding="utf-8")


if __name__ == "__main__":
    _run_disturbed()
