"""Uses one changed input after the other, in a process that may be killed; each follows from seed and number alone.

``python -m tests.campaign.fuzz.loop TARGET SCENE PLACE SEED FIRST COUNT``: what is in hand stands in ``at.txt`` of the
place, what went wrong in ``faults.jsonl``, a line each, with the input kept in a folder of its number.
"""

import json
import random
import resource
import shutil
import sys
import time
import traceback
from pathlib import Path

from tests.campaign.fuzz.targets import TARGETS, Target
from tests.campaign.scene import Scene

_MOST_BYTES = 8 << 30  # beyond what any input may cost; protects the machine that runs the campaign
_KEPT_INPUTS = 5
_KEPT_OF_TRACEBACK = 2500


def rng_of(target: str, seed: int, number: int) -> random.Random:
    """Return the chance that an input follows from."""
    return random.Random(f"{seed} fuzz {target} {number}")


def run(target: Target, name: str, seed: int, numbers: range) -> None:
    """Use the inputs of some numbers."""
    watched = target.place.parent
    kept, worst_s = 0, 0.0
    with (watched / "faults.jsonl").open("a", encoding="utf-8") as faults:
        for number in numbers:
            (watched / "at.txt").write_text(str(number), encoding="utf-8")
            rng = rng_of(name, seed, number)
            target.make(rng)
            begun = time.monotonic()
            try:
                target.use(rng)
            except Exception:  # noqa: BLE001 - any exception is what is looked for
                fault = {"number": number, "traceback": traceback.format_exc()[-_KEPT_OF_TRACEBACK:]}
                faults.write(json.dumps(fault) + "\n")
                faults.flush()
                if (kept := kept + 1) <= _KEPT_INPUTS:
                    shutil.copytree(target.place, watched / f"input-{number}", dirs_exist_ok=True)
            worst_s = max(worst_s, time.monotonic() - begun)
    (watched / "at.txt").write_text(str(numbers.stop), encoding="utf-8")
    (watched / "worst.txt").write_text(str(worst_s), encoding="utf-8")


def main() -> None:
    """Run as the command line says."""
    name, scene, place, seed, first, count = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, resource.RLIM_INFINITY))
    folder = Path(place) / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    target = TARGETS[name](Scene(Path(scene)), folder)
    run(target, name, int(seed), range(int(first), int(first) + int(count)))


if __name__ == "__main__":
    main()
