"""A pile with everything it needs, in one folder: the template frozen, forms printed, filled in and scanned."""

from collections.abc import Sequence
from pathlib import Path

from form_templates.loading import freeze_template, load_template
from form_templates.typesetting.printing import Recipient, forms_pdf
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import UnitLike, simulate_pile
from omr.simulation.truth import Pile

TEMPLATE_FOLDER = "template"
SCANS_FOLDER = "scans"


def make_pile(folder: Path, source: str | Path, units: Sequence[UnitLike], order: PileOrder, *, jobs: int = 1) -> Pile:
    """Print forms for some units and let people fill them in.

    Args:
        folder: Gets ``template/``, ``forms.pdf`` and ``scans/``.
        source: The template, as for ``load_template``.
        units: Whom the forms are printed for, in equal numbers.
        order: Who fills them in, and what scans them.
        jobs: Worker processes; the pile does not depend on it.
    """
    frozen, pdf = folder / TEMPLATE_FOLDER, folder / "forms.pdf"
    freeze_template(source, frozen)
    template = load_template(frozen)
    recipients = [Recipient(unit.code, unit.name) for unit in units]
    pdf.write_bytes(forms_pdf(template, recipients=recipients, copies=-(-order.respondents // len(units))))
    printed = PdfPages(pdf, len(template.pages))
    return simulate_pile(template, units, printed, folder / SCANS_FOLDER, order, jobs=jobs)
