"""How long it takes to print a whole round."""

import time
from pathlib import Path

from form_templates.loading import load_template
from form_templates.typesetting.printing import Recipient, forms_pdf
from tests.bench.piles import UNITS

_COPIES = 20


def run(folder: Path) -> None:
    """Print 135 units x 20 copies of sipas-2020 and print how long it took."""
    template = load_template("sipas-2020")
    start = time.perf_counter()
    pdf = forms_pdf(template, recipients=[Recipient(unit.code, unit.name) for unit in UNITS], copies=_COPIES)
    seconds = time.perf_counter() - start
    pages = len(UNITS) * _COPIES * len(template.pages)
    size_mb = len(pdf) / 1e6
    print(f"== Printing: {len(UNITS)} units x {_COPIES} copies, {pages} pages in {seconds:.1f} s, {size_mb:.1f} MB")
