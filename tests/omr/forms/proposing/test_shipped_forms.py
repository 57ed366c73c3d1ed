"""Our own questionnaires, proposed from their print: another program's typesetting to the one that proposes."""

from pathlib import Path

import pytest

from form_templates.loading import load_template, template_folder
from omr.forms.issuing import blank_form_pdf
from omr.forms.page_images import PageOpener
from omr.forms.proposing.asking.page_understanding import understand_form
from omr.forms.proposing.content.pdf_pages import read_pdf_pages
from omr.forms.proposing.template_proposal import propose_template
from omr.processes.limited_process import call_here
from tests.bench.bench_proposal import compare


@pytest.mark.parametrize("template_id", ["one-stop-short", "sipas-2020", "sipas-2023"])
def test_that_every_area_of_a_shipped_form_is_found_and_no_other(tmp_path: Path, template_id: str) -> None:
    template = load_template(template_id)
    path = tmp_path / "blank.pdf"
    path.write_bytes(blank_form_pdf(template_folder(template_id), template))

    counts = compare(template, understand_form(read_pdf_pages(path)))

    assert (counts["found"], counts["invented"]) == (counts["areas"], 0)
    assert (counts["grouped"], counts["in order"]) == (counts["items"], counts["items"])


@pytest.mark.parametrize("template_id", ["one-stop-short", "sipas-2020", "sipas-2023"])
def test_that_a_shipped_form_comes_back_with_its_words_and_sections(tmp_path: Path, template_id: str) -> None:
    template = load_template(template_id)
    path = tmp_path / "blank.pdf"
    path.write_bytes(blank_form_pdf(template_folder(template_id), template))

    with PageOpener(call=call_here) as opener:
        found = propose_template([path], tmp_path / "made", opener).template

    wanted = [item for item in template.items() if item.options and item.item_id != "recommend"]  # words at ends only
    asked = {item.label.vi.removesuffix(" (có thể chọn nhiều ô)"): item for item in found.items() if item.options}
    for item in wanted:
        (label,) = (text for text in asked if text.startswith(item.label.vi))
        assert [option.label.vi for option in asked[label].options] == [option.label.vi for option in item.options]
    titles = [section.title.vi for section in template.sections if any(item.options for item in section.items)]
    assert [section.title.vi for section in found.sections if section.title.vi != "Ý KIẾN KHÁC"] == titles
    assert found.title.vi == template.title.vi
