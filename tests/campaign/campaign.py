"""A campaign: attempts of every kind in processes of their own, counted as they end, failures kept."""

import math
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, takewhile
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
        minutes: When it ends. Until then kinds take turns in proportion to their attempts, so that on a slow machine
            each has made the same part of them; those that fill time go on with what is left of it.
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
        A line of the table for every kind; after Ctrl+C for what had ended until then.
    """
    rows = {kind.name: Row(kind.name) for kind in plan.kinds}
    with suppress(KeyboardInterrupt), ProcessPoolExecutor(plan.jobs, mp_context=get_context("spawn")) as pool:
        for folder, attempt in _made(plan, scene, scratch, pool):
            row = rows[attempt.kind]
            row.add(attempt)
            if attempt.findings:
                _keep(attempt, plan, folder, row, tell)
            shutil.rmtree(folder, ignore_errors=True)
    return list(rows.values())


def _made(plan: Plan, scene: Scene, scratch: Path, pool: Executor) -> Iterator[tuple[Path, Attempt]]:
    """Yield attempts as they end, each with its folder."""
    waiting = wanted_attempts(plan)
    running: dict[Future[Attempt], Path] = {}
    while True:
        while len(running) < plan.jobs and (wanted := next(waiting, None)):
            kind, number = wanted
            folder = scratch / f"{kind.name}-{number}"
            running[pool.submit(_attempt_of, kind.name, scene.folder, plan.seed, number, folder)] = folder
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            yield running.pop(future), future.result()


def _attempt_of(kind_name: str, scene_folder: Path, seed: int, number: int, folder: Path) -> Attempt:
    kind = next(kind for kind in KINDS if kind.name == kind_name)
    return make_attempt(kind, Scene(scene_folder), seed, number, folder)


def wanted_attempts(plan: Plan) -> Iterator[tuple[Kind, int]]:
    """Yield attempts until the time is over."""
    if plan.only_attempt is not None:
        yield from ((kind, plan.only_attempt) for kind in plan.kinds)
        return
    end = math.inf if plan.goes_on else time.monotonic() + 60 * plan.minutes
    yield from takewhile(lambda _: time.monotonic() < end, _in_turn(plan))


def _in_turn(plan: Plan) -> Iterator[tuple[Kind, int]]:
    """Yield the attempts that every kind owes, mixed evenly, then those that fill time, without end."""
    owed = {kind.name: math.ceil(kind.attempts * plan.minutes / _HOUR_MIN) for kind in plan.kinds}
    yield from sorted(
        ((kind, number) for kind in plan.kinds for number in range(owed[kind.name])),
        key=lambda each: (each[1] + 0.5) / owed[each[0].name],
    )
    fillers = [kind for kind in plan.kinds if kind.fills_time or plan.goes_on]
    for turn in count() if fillers else ():
        yield from ((kind, owed[kind.name] + turn) for kind in fillers)


def _keep(attempt: Attempt, plan: Plan, folder: Path, row: Row, tell: Callable[[str], object]) -> None:
    first = attempt.findings[0]
    tell(f"{attempt.kind} {attempt.number}: {first.fault}: {first.fact.strip().splitlines()[-1][:200]}")
    if row.faults.total() - len(attempt.findings) < _KEPT_FAILURES:
        keep_failure(attempt, plan.seed, folder, plan.failures)
