"""A pile with everything it needs, in one folder: the template frozen, forms printed, filled in and scanned."""

from collections.abc import Sequence
from pathlib import Path

from form_templates.loading import freeze_template, load_template
from form_templates.typesetting.printing import Recipient, print_forms
from omr.simulation.devices.presets import PRESETS
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.people.respondents import Population
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import UnitLike, simulate_pile
from omr.simulation.truth import Pile

TEMPLATE_FOLDER = "template"
SCANS_FOLDER = "scans"


def make_pile(  # noqa: PLR0913  # all by name: every choice about the pile is the caller's
    folder: Path,
    source: str | Path,
    *,
    forms: int,
    units: Sequence[UnitLike],
    seed: int,
    conditions: str = "office",
    file_format: FileFormat | str = FileFormat.JPEG_GREY,
    population: Population | None = None,
    jobs: int = 1,
) -> Pile:
    """Print forms for some units and let people fill them in.

    Args:
        folder: Gets ``template/``, ``forms.pdf`` and ``scans/``.
        source: The template, as for ``load_template``.
        forms: How many people fill one in.
        units: Whom they are printed for.
        seed: The same seed gives the same pile.
        conditions: Name of a preset of the scanner.
        file_format: What the scanner writes.
        population: Who fills in the forms; everybody, if None.
        jobs: Worker processes.
    """
    frozen, pdf = folder / TEMPLATE_FOLDER, folder / "forms.pdf"
    freeze_template(source, frozen)
    template = load_template(frozen)
    recipients = [Recipient(unit.code, unit.name) for unit in units]
    print_forms(template, pdf, recipients=recipients, copies=-(-forms // len(units)))
    return simulate_pile(
        template,
        respondents=forms,
        units=units,
        seed=seed,
        out=folder / SCANS_FOLDER,
        blank_pages=PdfPages(pdf, len(template.pages)),
        conditions=PRESETS[conditions],
        population=population,
        file_format=file_format,
        jobs=jobs,
    )
