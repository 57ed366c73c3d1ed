"""A pile of a form made elsewhere, filled in and scanned, beside its template."""

from dataclasses import dataclass
from pathlib import Path

from omr.simulation.devices.presets import PRESETS
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.foreign.forms import draw_form
from omr.simulation.people.respondents import Population
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import Pile


@dataclass(frozen=True, slots=True)
class _Unit:
    """Forms made elsewhere name no unit; a pile has one all the same."""

    code: str = "0"
    name: str = ""


def make_foreign_pile(  # noqa: PLR0913  # all by name: every choice about the pile is the caller's
    folder: Path,
    *,
    seed: int,
    forms: int,
    conditions: str = "office",
    population: Population | None = None,
    file_format: FileFormat | str = FileFormat.JPEG_GREY,
    jobs: int = 1,
) -> Pile:
    """Draw a form as other programs print it and let people fill it in.

    Args:
        folder: Gets ``template/``, which ``load_template`` loads, and ``scans/`` with ``truth.json``.
        seed: The same seed gives the same form and the same pile.
        forms: How many people fill it in.
        conditions: Name of a preset of the scanner.
        population: Who they are; everybody, if None.
        file_format: What the scanner writes.
        jobs: Worker processes.

    Returns:
        What was made.
    """
    form = draw_form(seed)
    form.save(folder / TEMPLATE_FOLDER)
    return simulate_pile(
        form.template,
        respondents=forms,
        units=[_Unit()],
        seed=seed,
        out=folder / SCANS_FOLDER,
        blank_pages=form.pages(),
        conditions=PRESETS[conditions],
        population=population,
        file_format=file_format,
        jobs=jobs,
    )
