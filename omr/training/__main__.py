"""Train the mark model again: ``python -m omr.training FOLDER``, with the extra ``train``.

Makes the piles in FOLDER (about 8 GB; kept, so that another try starts from them), measures them, fits the networks
and prints how they do on sheets they have not seen.
"""

import argparse
import json
import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from omr.batches.worker import default_jobs
from omr.marks.mark_model import MODEL_FOLDER
from omr.training.examples import collect, join
from omr.training.networks import save, train
from omr.training.piles import make_piles

_SEED = 2020


def main() -> None:
    """Run the whole training."""
    parser = argparse.ArgumentParser(description="Train the mark model on simulated sheets.")
    parser.add_argument("folder", type=Path, help="where the simulated sheets are kept")
    parser.add_argument("--out", type=Path, default=MODEL_FOLDER)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    piles = list(make_piles(options.folder, _SEED, default_jobs()))
    with ProcessPoolExecutor(default_jobs(), multiprocessing.get_context("spawn")) as workers:
        examples = join(list(workers.map(collect, piles)))
    describer, judge, facts = train(examples)
    save(describer, judge, facts, options.out)
    print(json.dumps(facts, indent=1))  # noqa: T201 - a command's output


if __name__ == "__main__":
    main()
