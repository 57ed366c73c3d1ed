"""Our own questionnaires, proposed from their print: another program's typesetting to the one that proposes."""

from pathlib import Path

import pytest

from form_templates.loading import load_template, template_folder
from omr.forms.issuing import blank_form_pdf
from omr.forms.proposing.asking.page_understanding import understand_form
from omr.forms.proposing.content.pdf_pages import read_pdf_pages
from tests.bench.bench_proposal import compare


@pytest.mark.parametrize("template_id", ["one-stop-short", "sipas-2020", "sipas-2023"])
def test_that_every_area_of_a_shipped_form_is_found_and_no_other(tmp_path: Path, template_id: str) -> None:
    template = load_template(template_id)
    path = tmp_path / "blank.pdf"
    path.write_bytes(blank_form_pdf(template_folder(template_id), template))

    counts = compare(template, understand_form(read_pdf_pages(path)))

    assert (counts["found"], counts["invented"]) == (counts["areas"], 0)
    assert (counts["grouped"], counts["in order"]) == (counts["items"], counts["items"])
