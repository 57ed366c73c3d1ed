"""Measure accuracy and speed and print the figures: ``python -m tests.bench [--only NAME]... [--help]``."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import (
    bench_accuracy,
    bench_designer,
    bench_intervals,
    bench_limits,
    bench_marking,
    bench_memory,
    bench_new_form,
    bench_placement,
    bench_printing,
    bench_profile,
    bench_proposal,
    bench_real,
    bench_reports,
    bench_results,
    bench_same,
    bench_speed,
    bench_steady,
    bench_teach,
    bench_templates,
    bench_window,
    bench_workbook,
)

_BENCHES = (
    "accuracy",
    "marking",
    "real",
    "teach",
    "same",
    "steady",
    "placement",
    "speed",
    "memory",
    "limits",
    "proposal",
    "templates",
    "printing",
    "workbook",
    "reports",
    "results",
    "window",
    "new-form",
    "designer",
    "intervals",
)
_ON_REQUEST = ("profile",)  # for whoever makes it faster; says nothing about a target

_PROFILED_PAGES = 100
_PROPOSED_FORMS = 60
_COPIES_OF_EACH_FORM = 8
_PICTURED_FORMS = 10
_PLACED_FORMS = 10


def main() -> None:
    """Run the chosen benches, each in a folder of its own that is thrown away."""
    options = _options()
    chosen = options.only or _BENCHES
    with tempfile.TemporaryDirectory(prefix="phieu-bench-") as name:
        folder = Path(name)
        _run_reading(folder, chosen, options)
        if "same" in chosen:
            bench_same.run(folder, seed=options.seed)
        if "steady" in chosen:
            bench_steady.run(folder, seed=options.seed, cases=options.real)
        _run_light(folder, chosen, options)
        if "speed" in chosen:
            bench_speed.run(folder, options.out, pages=options.pages, rounds=options.rounds, seed=options.seed)
        if "memory" in chosen:
            bench_memory.run(folder, options.out, pages=options.memory_pages, seed=options.seed)
        if "limits" in chosen:
            bench_limits.run(folder, options.out, seed=options.seed)
        if "printing" in chosen:
            bench_printing.run(folder)
        _run_windows(folder, chosen, options)
    _run_without_folder(chosen)


def _run_reading(folder: Path, chosen: Sequence[str], options: argparse.Namespace) -> None:
    """Run the benches of how right readings are."""
    cases = options.real or bench_real.DEFAULT_FOLDER
    if "accuracy" in chosen:
        bench_accuracy.run(
            folder, options.out, answers=options.answers, template_id=options.template, seed=options.seed
        )
    if "marking" in chosen:
        bench_marking.run(folder, options.out, answers=options.answers, seed=options.seed)
    if "real" in chosen:
        bench_real.run(folder, options.out, cases=cases)
    if "teach" in chosen:
        bench_teach.run(folder, options.out, cases=cases, seed=options.seed)


def _run_windows(folder: Path, chosen: Sequence[str], options: argparse.Namespace) -> None:
    """Run the benches of the window."""
    if "new-form" in chosen:
        bench_new_form.run(folder)
    if "designer" in chosen:
        bench_designer.run(folder, seed=options.seed)
    if "window" in chosen:
        bench_window.run(folder, seed=options.seed)


def _run_without_folder(chosen: Sequence[str]) -> None:
    if "workbook" in chosen:
        bench_workbook.main()
    if "reports" in chosen:
        bench_reports.main()
    if "results" in chosen:
        bench_results.main()
    if "intervals" in chosen:
        bench_intervals.run()


def _run_light(folder: Path, chosen: Sequence[str], options: argparse.Namespace) -> None:
    """Run the benches that keep nothing."""
    seed = options.seed
    if "proposal" in chosen:
        bench_proposal.run(folder, forms=_PROPOSED_FORMS, pictures=_PICTURED_FORMS, seed=seed, real=options.real)
    if "templates" in chosen:
        bench_templates.run(folder, copies=_COPIES_OF_EACH_FORM, seed=seed)
    if "placement" in chosen:
        bench_placement.run(folder, forms=_PLACED_FORMS, seed=seed)
    if "profile" in chosen:
        bench_profile.run(folder, pages=_PROFILED_PAGES, seed=seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure accuracy and speed.")
    every = (*_BENCHES, *_ON_REQUEST)
    parser.add_argument("--only", choices=every, action="append", help="run some of them; repeat for several")
    parser.add_argument("--seed", type=int, default=9001, help="another seed gives sheets nobody has seen")
    parser.add_argument("--out", type=Path, default=Path("bench-results"), help="folder for figures and pictures")
    parser.add_argument("--answers", type=int, default=20_000, help="of accuracy and marking; 100000 in full")
    parser.add_argument("--template", default="sipas-2020", help="the form of the accuracy bench")
    parser.add_argument("--real", type=Path, help="folder of real scans with truth; proposal takes none unless said")
    parser.add_argument("--pages", type=int, default=200, help="pages of the speed bench")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the speed bench")
    parser.add_argument("--memory-pages", type=int, default=1000, help="pages of the memory bench; 5000 in full")
    return parser.parse_args()


if __name__ == "__main__":
    main()
