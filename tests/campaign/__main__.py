"""Run the campaign and print its table: ``python -m tests.campaign [--only KIND]... [--minutes M] [--help]``."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from omr.batches.worker import default_jobs
from tests.campaign.campaign import Plan, run_campaign
from tests.campaign.kinds.all_kinds import KINDS
from tests.campaign.scene import make_scene
from tests.campaign.table import table_lines


def main() -> None:
    """Run the kinds that were asked for; exit code 1 if anything happened that must not."""
    options = _options()
    chosen = options.only or [kind.name for kind in KINDS]
    kinds = [kind for kind in KINDS if kind.name in chosen]
    plan = Plan(kinds, options.seed, options.minutes, options.jobs, options.out, options.attempt, options.forever)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="phieu-campaign-") as name:
        scratch = Path(name).resolve()
        rows = run_campaign(plan, make_scene(scratch / "scene"), scratch / "attempts", _tell)
    _say("")
    for line in table_lines(rows):
        _say(line)
    _say(f"seed {plan.seed}, {(time.monotonic() - begun) / 60:.1f} minutes, {plan.jobs} attempts at once")
    if not all(row.is_clean for row in rows):
        _say(f"Failing inputs, each with the command that repeats it: {plan.failures}")
        sys.exit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description="Treat the program badly.")
    names = [kind.name for kind in KINDS]
    parser.add_argument("--only", choices=names, action="append", help="some kinds only; repeat for several")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other attempts")
    parser.add_argument("--minutes", type=float, default=60.0, help="how long; 60 is a full campaign")
    parser.add_argument("--attempt", type=int, help="make this attempt of the kinds and no other")
    parser.add_argument("--forever", action="store_true", help="go on until stopped; failures are kept as they come")
    parser.add_argument("--jobs", type=int, default=default_jobs(), help="attempts at once; default: one per core")
    parser.add_argument("--out", type=Path, default=Path("campaign-failures"), help="folder for failing inputs")
    return parser.parse_args()


def _tell(line: str) -> None:
    _say(f"  ! {line}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
