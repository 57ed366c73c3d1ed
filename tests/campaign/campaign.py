"""A campaign: attempts of every kind in processes of their own, counted as they end, failures kept."""

import math
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from tests.campaign.findings import Attempt, keep_failure
from tests.campaign.kind import Kind, make_attempt
from tests.campaign.kinds.all_kinds import KINDS
from tests.campaign.scene import Scene
from tests.campaign.table import Row

_HOUR_MIN = 60.0
_KEPT_FAILURES = 40  # of a kind; the table counts all


@dataclass(frozen=True, slots=True)
class Plan:
    """What a campaign does.

    Attributes:
        kinds: Which kinds.
        seed: Another seed gives other attempts.
        minutes: How long; kinds have attempts in proportion, and those that fill time go on until then.
        jobs: Attempts at once.
        failures: Folder for failing inputs.
        only_attempt: The one attempt to make of each kind; None: as many as the minutes give.
        goes_on: Whether it never ends by itself.
    """

    kinds: Sequence[Kind]
    seed: int
    minutes: float
    jobs: int
    failures: Path
    only_attempt: int | None = None
    goes_on: bool = False


def run_campaign(plan: Plan, scene: Scene, scratch: Path, tell: Callable[[str], object]) -> list[Row]:
    """Make all attempts of a plan.

    Args:
        plan: What to do.
        scene: What attempts begin with.
        scratch: Folder for their work; each attempt's part is removed after it.
        tell: Takes a line whenever an attempt found something.

    Returns:
        A line of the table for every kind.
    """
    rows = {kind.name: Row(kind.name) for kind in plan.kinds}
    waiting = _wanted(plan)
    with ProcessPoolExecutor(plan.jobs, mp_context=get_context("spawn")) as pool:
        running: dict[Future[Attempt], Path] = {}
        while True:
            while len(running) < plan.jobs and (wanted := next(waiting, None)):
                kind, number = wanted
                folder = scratch / f"{kind.name}-{number}"
                running[pool.submit(_attempt_of, kind.name, scene.folder, plan.seed, number, folder)] = folder
            if not running:
                return list(rows.values())
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                folder, attempt = running.pop(future), future.result()
                row = rows[attempt.kind]
                row.add(attempt)
                if attempt.findings:
                    _keep(attempt, plan, folder, row, tell)
                shutil.rmtree(folder, ignore_errors=True)


def _attempt_of(kind_name: str, scene_folder: Path, seed: int, number: int, folder: Path) -> Attempt:
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    return make_attempt(kind, Scene(scene_folder), seed, number, folder)


def _wanted(plan: Plan) -> Iterator[tuple[Kind, int]]:
    """Yield attempts: those that every kind owes, mixed evenly, then those that fill the time."""
    if plan.only_attempt is not None:
        yield from ((kind, plan.only_attempt) for kind in plan.kinds)
        return
    end = time.monotonic() + 60 * plan.minutes
    owed = {kind.name: math.ceil(kind.attempts * plan.minutes / _HOUR_MIN) for kind in plan.kinds}
    yield from sorted(
        ((kind, number) for kind in plan.kinds for number in range(owed[kind.name])),
        key=lambda each: (each[1] + 0.5) / owed[each[0].name],
    )
    fillers = [kind for kind in plan.kinds if kind.fills_time or plan.goes_on]
    for turn in count() if fillers else ():
        for kind in fillers:
            if time.monotonic() > end and not plan.goes_on:
                return
            yield kind, owed[kind.name] + turn


def _keep(attempt: Attempt, plan: Plan, folder: Path, row: Row, tell: Callable[[str], object]) -> None:
    first = attempt.findings[0]
    tell(f"{attempt.kind} {attempt.number}: {first.fault}: {first.fact.strip().splitlines()[-1][:200]}")
    if row.faults.total() - len(attempt.findings) < _KEPT_FAILURES:
        keep_failure(attempt, plan.seed, folder, plan.failures)
