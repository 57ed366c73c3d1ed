"""Files chosen as blank pages, whatever they do to the process that opens them."""

import json

import numpy as np
import pytest
from PIL import Image

from form_templates.errors import TemplateError
from omr.errors import Cancelled
from omr.forms.form_pictures import checked_form_pictures
from omr.forms.new_survey import create_survey
from omr.forms.page_findings import PageFinding
from omr.forms.page_images import FileLook, PageFile, PageOpener
from omr.forms.template_import import import_template
from omr.images.limits import MEGABYTE, ReadingLimits
from omr.processes.limited_process import call_here
from omr.processes.pool import TaskFailed
from omr.results import Reason
from tests.campaign.bomb_files import nested_forms_pdf, sixteen_bit_png
from tests.form_templates.build import foreign_area, foreign_layout

_HERE = PageOpener(call=call_here)
_SHORT = ReadingLimits(page_seconds=1.0)


@pytest.fixture
def layout(tmp_path):
    """A layout of two pages."""
    path = tmp_path / "layout.json"
    path.write_text(json.dumps(foreign_layout([foreign_area("a", "1", 20)], [foreign_area("b", "1", 20)])))
    return path


@pytest.fixture
def white(tmp_path):
    """A page of 496 x 702 px."""
    path = tmp_path / "white.png"
    Image.new("L", (496, 702), "white").save(path)
    return path


def test_that_a_process_of_its_own_gives_what_this_one_would(white):
    with PageOpener() as opener:
        page = opener.load(white, 0)
        facts = (opener.count(white), opener.measure(white))
        look = opener.look(white, 351)

    assert page == _HERE.load(white, 0) == PageFile((496, 702), white.read_bytes())
    assert facts == (1, (496, 702))
    assert isinstance(look, FileLook)
    assert (look.page_count, look.size_px, look.pixels.shape) == (1, (496, 702), (351, 248, 3))
    assert np.unique(look.pixels).tolist() == [255]


def test_that_a_file_that_never_ends_is_a_mistake_told_with_the_others(layout, white, tmp_path):
    nested_forms_pdf(tmp_path / "bomb.pdf")

    with PageOpener(_SHORT) as opener, pytest.raises(TemplateError) as caught:
        import_template(layout, [tmp_path / "bomb.pdf", white], tmp_path / "theirs", opener)

    (finding,) = caught.value.findings
    assert isinstance(finding, PageFinding)
    assert (finding.path.name, finding.problem, finding.facts) == (
        "bomb.pdf", Reason.TAKES_TOO_LONG, {"detail": "1 s"}
    )  # fmt: skip
    assert not (tmp_path / "theirs").exists()


def test_that_a_page_that_needs_too_much_memory_is_told(tmp_path):
    sixteen_bit_png(tmp_path / "bomb.png")

    with PageOpener(ReadingLimits(memory_bytes=400 * MEGABYTE)) as opener:
        finding = opener.measure(tmp_path / "bomb.png")

    assert isinstance(finding, PageFinding)
    assert finding.problem is Reason.NEEDS_TOO_MUCH_MEMORY
    assert finding.message == (
        "opening it needs more memory than a blank page may use (0.4 GB); save each page as a PNG image and give those"
    )


def test_that_a_file_of_more_pages_than_a_form_has_costs_no_more_than_those(layout, tmp_path):
    pages = [Image.new("L", (496, 702), "white")] * 40
    pages[0].save(tmp_path / "many.tif", save_all=True, append_images=pages[1:])
    loaded = []

    def call(work, real, path, limits, arguments):
        loaded.append(arguments)
        return work(real, path, limits, arguments)

    with pytest.raises(TemplateError):
        import_template(layout, [tmp_path / "many.tif"], tmp_path / "theirs", PageOpener(call=call))

    assert loaded == [(), (0,), (1,)]


def test_that_other_pages_of_a_file_that_went_beyond_the_limits_are_not_tried(layout, tmp_path):
    bombs = [Image.new("L", (496, 702), "white")] * 2
    bombs[0].save(tmp_path / "two.tif", save_all=True, append_images=bombs[1:])
    tried = []

    def call(work, real, path, limits, arguments):
        if arguments:
            tried.append(arguments)
            raise TaskFailed(Reason.TAKES_TOO_LONG, "1 s", None)
        return work(real, path, limits, arguments)

    with pytest.raises(TemplateError) as caught:
        import_template(layout, [tmp_path / "two.tif"], tmp_path / "theirs", PageOpener(call=call))

    assert tried == [(0,)]
    assert [finding.problem for finding in caught.value.findings] == [Reason.TAKES_TOO_LONG]


def test_that_a_template_of_somebody_else_is_looked_at_within_limits_before_it_is_drawn_or_used(
    layout, white, tmp_path, monkeypatch
):
    theirs = tmp_path / "theirs"
    import_template(layout, [white, white], theirs, _HERE)
    nested_forms_pdf(theirs / "blank-2.png")
    monkeypatch.setattr("omr.forms.page_images.DEFAULT_LIMITS", _SHORT)

    with PageOpener(_SHORT) as opener, pytest.raises(TemplateError, match=r"blank-2\.png: opening it takes longer"):
        checked_form_pictures(theirs, dpi=60, opener=opener)
    with pytest.raises(TemplateError, match=r"blank-2\.png: opening it takes longer"):
        create_survey(tmp_path / "survey", theirs)

    assert not (tmp_path / "survey").exists()


def test_that_nothing_is_written_once_the_opener_is_closed(layout, white, tmp_path):
    opener = PageOpener()
    opener.close()

    with pytest.raises(Cancelled):
        import_template(layout, [white, white], tmp_path / "theirs", opener)

    assert not (tmp_path / "theirs").exists()
