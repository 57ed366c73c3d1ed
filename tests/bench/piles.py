"""Make simulated piles and surveys for the benches."""

from pathlib import Path
from typing import Any

from omr.batches.worker import default_jobs
from omr.simulation import piles
from omr.simulation.devices.presets import PRESETS
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.order import PileOrder
from omr.simulation.people.respondents import Population
from omr.simulation.piles import TEMPLATE_FOLDER
from omr.simulation.truth import Pile
from omr.survey.folder import Survey
from omr.units.unit_list import SHIPPED_UNITS, load_units

UNITS = load_units(SHIPPED_UNITS)


def pile_order(
    forms: int,
    seed: int,
    *,
    conditions: str = "office",
    file_format: str = "jpeg-grey",
    population: Population | None = None,
) -> PileOrder:
    """Return the order of a pile whose conditions and format are given by name."""
    return PileOrder(
        respondents=forms,
        seed=seed,
        conditions=PRESETS[conditions],
        population=population or Population(),
        file_format=FileFormat(file_format),
    )


def make_pile(folder: Path, *, template_id: str, forms: int, seed: int, **choices: Any) -> Pile:
    """Make a pile for four units, with all cores; ``choices`` as for ``pile_order``."""
    order = pile_order(forms, seed, **choices)
    return piles.make_pile(folder, template_id, UNITS[8:12], order, jobs=default_jobs())


def new_survey(pile: Pile, folder: Path) -> Survey:
    """Make an empty survey of the pile's own template."""
    return Survey.create(folder, pile.folder.parent / TEMPLATE_FOLDER, units=UNITS)
