"""What files without end cost until they are refused: memory of a worker with all programs that it calls, and time."""

import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil

from omr.batches.batch import read_batch
from omr.images.limits import DEFAULT_LIMITS, GIGABYTE
from omr.simulation.truth import Pile
from tests.bench.keeping import keep_json
from tests.bench.piles import make_pile, new_survey
from tests.campaign.bomb_files import SCANS

_SECONDS_BETWEEN_LOOKS = 0.01


class _PeakMemory:
    """Looks at the memory of this process's children, all together, until it is left."""

    def __init__(self) -> None:
        self.bytes = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "_PeakMemory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        this = psutil.Process()
        while not self._is_over.wait(_SECONDS_BETWEEN_LOOKS):
            in_use = 0
            for child in this.children(recursive=True):
                with suppress(psutil.Error):
                    in_use += child.memory_info().rss
            self.bytes = max(self.bytes, in_use)


def run(folder: Path, out: Path, *, seed: int) -> None:
    """Read every bomb beside a good page, and print what became of it, when, and the memory that it took."""
    print(f"== Limits: {DEFAULT_LIMITS.page_seconds:g} s a page, {DEFAULT_LIMITS.memory_text}; peak of one worker")
    place = folder / "limits"
    (place / "bombs").mkdir(parents=True)
    pile = make_pile(place, template_id="one-stop-short", forms=1, seed=seed + 300)
    figures = {}
    for name, write in SCANS.items():
        write(place / "bombs" / name)
        figures[name] = _measure(pile, place / "bombs" / name, place / f"survey-{name}")
    keep_json(out / "limits.json", figures)


def _measure(pile: Pile, bomb: Path, survey_folder: Path) -> dict[str, float]:
    with new_survey(pile, survey_folder) as survey, _PeakMemory() as peak:
        start_s = time.monotonic()
        report = read_batch(survey, [bomb, pile.files[0]], jobs=1)
        seconds = time.monotonic() - start_s
    reasons = {f"{page.reason} ({page.detail})" for page in report.unread}
    gigabytes = peak.bytes / GIGABYTE
    print(f"   {seconds:5.1f} s {gigabytes:5.2f} GB  {bomb.name:16} {sorted(reasons)}", flush=True)
    return {"seconds": seconds, "gigabytes": gigabytes}
