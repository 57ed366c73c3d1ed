"""Measure accuracy and speed and print the figures: ``python -m tests.bench [--forms N] [--seed N] [--only NAME]``."""

import argparse
import tempfile
from pathlib import Path

from tests.bench import bench_accuracy, bench_printing, bench_speed, bench_workbook

_BENCHES = ("accuracy", "speed", "printing", "workbook")


def main() -> None:
    """Run the chosen benches, each in a folder of its own that is thrown away."""
    parser = argparse.ArgumentParser(description="Measure accuracy and speed on simulated sheets.")
    parser.add_argument("--forms", type=int, default=560, help="two-page forms of the accuracy bench")
    parser.add_argument("--seed", type=int, default=9001, help="another seed gives sheets nobody has seen")
    parser.add_argument("--only", choices=_BENCHES, action="append", help="run some of the benches; repeat for several")
    options = parser.parse_args()
    chosen = options.only or _BENCHES
    with tempfile.TemporaryDirectory(prefix="phieu-bench-") as folder:
        if "accuracy" in chosen:
            bench_accuracy.run(Path(folder), options.forms, options.seed)
        if "speed" in chosen:
            bench_speed.run(Path(folder), options.seed)
        if "printing" in chosen:
            bench_printing.run(Path(folder))
    if "workbook" in chosen:
        bench_workbook.main()


if __name__ == "__main__":
    main()
