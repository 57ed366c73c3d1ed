"""Make simulated piles and surveys for the benches."""

from pathlib import Path
from typing import Any

from omr.batches.worker import default_jobs
from omr.simulation import piles
from omr.simulation.piles import TEMPLATE_FOLDER
from omr.simulation.truth import Pile
from omr.survey.folder import Survey
from omr.units.unit_list import SHIPPED_UNITS, load_units

UNITS = load_units(SHIPPED_UNITS)


def make_pile(folder: Path, *, template_id: str, forms: int, seed: int, **choices: Any) -> Pile:
    """Make a pile for four units, with all cores; ``choices`` as for ``omr.simulation.piles``."""
    return piles.make_pile(
        folder, template_id, forms=forms, units=UNITS[8:12], seed=seed, jobs=default_jobs(), **choices
    )


def new_survey(pile: Pile, folder: Path) -> Survey:
    """Make an empty survey of the pile's own template."""
    return Survey.create(folder, pile.folder.parent / TEMPLATE_FOLDER, units=UNITS)
