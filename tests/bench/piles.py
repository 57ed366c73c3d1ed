"""Make simulated piles and surveys for the benches."""

from pathlib import Path

from form_templates.loading import freeze_template, load_template
from form_templates.printing import Recipient, print_forms
from omr.simulation.printed import PdfPages
from omr.simulation.respondents import Population
from omr.simulation.scanner import CONDITIONS
from omr.simulation.sheets import Rescan, simulate_pile
from omr.simulation.truth import Pile
from omr.survey import Survey
from omr.units import SHIPPED_UNITS, load_units
from omr.worker import default_jobs

UNITS = load_units(SHIPPED_UNITS)


def make_pile(
    folder: Path,
    *,
    template_id: str,
    forms: int,
    seed: int,
    conditions: str = "office",
    file_format: str = "jpeg-grey",
    population: Population | None = None,
    rescan: Rescan | None = None,
) -> Pile:
    """Print forms for four units and let people fill them in; with ``rescan``, scan the same sheets once more."""
    frozen = folder / "template"
    freeze_template(template_id, frozen)
    template = load_template(frozen)
    units = UNITS[8:12]
    copies = -(-forms // len(units))
    pdf = folder / "forms.pdf"
    print_forms(template, pdf, recipients=[Recipient(unit.code, unit.name) for unit in units], copies=copies)
    return simulate_pile(
        template,
        respondents=forms,
        units=units,
        seed=seed,
        out=folder / "scans",
        blank_pages=PdfPages(pdf, len(template.pages)),
        conditions=CONDITIONS[conditions],
        population=population,
        file_format=file_format,
        rescan=rescan,
        jobs=default_jobs(),
    )


def new_survey(pile: Pile, folder: Path) -> Survey:
    """Make an empty survey of the pile's own template."""
    return Survey.create(folder, pile.folder.parent / "template", units=UNITS)
