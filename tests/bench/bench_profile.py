"""Where the time of a page goes, stage by stage."""

import cProfile
import pstats
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from omr.batches import batch, worker, workers
from omr.simulation.truth import Pile
from tests.bench.piles import make_pile, new_survey

_P = ParamSpec("_P")
_T = TypeVar("_T")

_STAGES = {
    "images": "decode", "preprocess": "prepare", "sampling": "sampling", "geometry": "registration",
    "local_correction": "registration", "fiducials": "candidates", "page_identity": "code", "measuring": "sampling",
    "mark_model": "network", "worker": "pipeline", "batches": "taking in, keeping", "batch_learning": "first look",
    "learned_blank": "first look", "survey": "store",
}  # fmt: skip  # by module of omr, else by its room; what is not named here stands under the name of its room
_ELSEWHERE = "elsewhere"
_DEEPEST = 40  # calls of other libraries into each other that are followed back to our own code

Function = tuple[str, int, str]
"""File, line and name, as the profiler has them; the file of a built-in is ``~``."""


class _HereAndNow(Executor):
    """Runs work in this process at once, so that one clock sees it all."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Do the work before returning."""
        future: Future[_T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future

    def shutdown(self, **_options: Any) -> None:
        """There is nothing to stop."""


def run(folder: Path, *, pages: int, seed: int) -> None:
    """Read a pile in one process and print milliseconds a page by stage.

    The profiler slows Python down more than it does OpenCV; so the stages' shares are scaled to the time of a run
    without it, and small stages of many calls look a little larger than they are.
    """
    print(f"== Profile: {pages} pages, 300 dpi grey JPEG, one process, keeping included")
    place = folder / "profile"
    place.mkdir()
    pile = make_pile(place, template_id="sipas-2020", forms=-(-pages // 2), seed=seed + 400)
    _read(pile, place / "warm")  # loads networks and libraries
    start = time.perf_counter()
    _read(pile, place / "plain")
    plain_s = time.perf_counter() - start
    profile = cProfile.Profile()
    profile.enable()
    _read(pile, place / "profiled")
    profile.disable()
    _print(seconds_by_stage(pstats.Stats(profile).stats), plain_s / len(pile.pages))  # type: ignore[attr-defined]


def _read(pile: Pile, survey_folder: Path) -> None:
    def make_pool(_jobs: int, outfit: worker.WorkerOutfit) -> Executor:
        worker.start_worker(outfit)
        return _HereAndNow()

    with patch.object(workers, "make_pool", make_pool), new_survey(pile, survey_folder) as survey:
        batch.read_batch(survey, [pile.folder], jobs=1)


def _print(seconds: Mapping[str, float], page_s: float) -> None:
    whole = sum(seconds.values())
    print(f"   {page_s * 1e3:6.1f} ms a page; of these")
    for stage, stage_s in sorted(seconds.items(), key=lambda pair: -pair[1]):
        if stage_s >= whole / 1000:
            print(f"   {page_s * stage_s / whole * 1e3:6.1f} ms  {stage_s / whole:6.1%}  {stage}")


def seconds_by_stage(stats: Mapping[Function, Any]) -> dict[str, float]:
    """Share out a profile's time: our own functions' to their stage, other libraries' to the stages that called them.

    Args:
        stats: Of ``pstats.Stats``: per function its calls, own time and, per caller, the own time spent for it.
    """
    seconds: dict[str, float] = defaultdict(float)
    known: dict[Function, dict[str, float]] = {}
    for function, (_, _, own_s, *_) in stats.items():
        for stage, share in _stages_of(function, stats, known, 0).items():
            seconds[stage] += share * own_s
    return dict(seconds)


def _stages_of(
    function: Function, stats: Mapping[Function, Any], known: dict[Function, dict[str, float]], depth: int
) -> dict[str, float]:
    """Return the shares of a function's time by the stage it worked for."""
    stage = _stage(function[0])
    if stage:
        return {stage: 1.0}
    if function in known:
        return known[function]
    known[function] = {_ELSEWHERE: 1.0}  # what calls itself in a circle belongs to no stage but that of its entry
    callers = stats[function][4] if function in stats else {}
    times = {caller: facts[2] + 1e-12 * facts[1] for caller, facts in callers.items() if caller != function}
    if not times or depth >= _DEEPEST:
        return known[function]
    shares: dict[str, float] = defaultdict(float)
    for caller, caller_s in times.items():
        for name, share in _stages_of(caller, stats, known, depth + 1).items():
            shares[name] += share * caller_s / sum(times.values())
    known[function] = dict(shares)
    return known[function]


def _stage(file: str) -> str:
    """Return the stage of one of our own files; empty for those of others."""
    parts = Path(file).parts
    if "omr" in parts and "site-packages" not in parts:
        room = parts[parts.index("omr") + 1].removesuffix(".py")  # a loose module is a room of its own
        return _STAGES.get(Path(file).stem, _STAGES.get(room, room))
    return "form template" if "form_templates" in parts and "site-packages" not in parts else ""
