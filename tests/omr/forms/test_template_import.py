"""Importing a form that exists on paper: a whole template folder, or every mistake at once and no folder."""

import io
import json

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from form_templates.errors import TemplateError
from form_templates.loading import load_template
from form_templates.model import ItemKind
from omr.errors import DiskFull, FolderNotEmpty, SurveyDamaged
from omr.forms.issuing import blank_form_pdf, issue_forms
from omr.forms.new_survey import create_survey
from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageOpener, ensure_sound_images
from omr.forms.template_import import import_template
from omr.images import page_image
from omr.processes.limited_process import call_here
from omr.registration.blank_page import load_blank_pages, load_pictures
from omr.results import Reason
from omr.survey.folder import Survey
from tests.conftest import UNITS
from tests.form_templates.build import foreign_area, foreign_layout, rasterised

_HERE = PageOpener(call=call_here)  # these files are harmless
_WIDTH, _HEIGHT = 496, 702  # A4 at 60 dpi


def _page(number=1):
    """A white page with a grey ramp and, in the top-left corner, a black square that grows with the number."""
    pixels = np.full((_HEIGHT, _WIDTH), 255, np.uint8)
    pixels[300:320] = np.linspace(0, 255, _WIDTH, dtype=np.uint8)
    pixels[: 20 * number, : 20 * number] = 0
    return pixels


def _saved(folder, name, picture=None, **options):
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(_page() if picture is None else picture)
    image.save(folder / name, **options)
    return folder / name


def _layout(folder, *pages):
    areas = [foreign_area("p1.Q1", "A", 20), foreign_area("p1.Q1", "B", 30, kind="multiple")]
    path = folder / "layout.json"
    path.write_text(json.dumps(foreign_layout(*(pages or (areas,)))), encoding="utf-8")
    return path


def _mistakes(layout, pages, folder):
    with pytest.raises(TemplateError) as caught:
        import_template(layout, pages, folder, _HERE)
    assert not folder.exists()
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".")]
    return caught.value.findings


def test_that_a_form_is_made_of_its_layout_and_pages(tmp_path):
    pages = [_saved(tmp_path, f"trang {n}.png", _page(n)) for n in (1, 2)]
    layout = _layout(tmp_path, [foreign_area("p1.Q1", "A", 20)], [foreign_area("p2.Q1", "A", 20, kind="multiple")])
    folder = tmp_path / "các mẫu" / "theirs"

    made = import_template(layout, pages, folder, _HERE)

    assert load_template(folder) == made
    assert [(item.item_id, item.kind) for item in made.items()] == [
        ("p1.Q1", ItemKind.SINGLE),
        ("p2.Q1", ItemKind.MULTIPLE),
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "blank-1.png", "blank-2.png", "layout.json", "template.toml",
    ]  # fmt: skip
    assert [(folder / f"blank-{n}.png").read_bytes() for n in (1, 2)] == [page.read_bytes() for page in pages]
    blank = load_blank_pages(folder, made)
    assert [page.shape for page in blank] == [(3508, 2480)] * 2
    assert [int(page[150, 150]) for page in blank] == [255, 0]


def test_that_an_empty_folder_is_used(tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()

    import_template(_layout(tmp_path), [_saved(tmp_path, "a.png")], folder, _HERE)

    assert (folder / "template.toml").is_file()


@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_that_an_image_that_is_no_png_becomes_a_grey_one(tmp_path, name):
    given = _saved(tmp_path, name, **({"quality": 95} if name == "a.jpg" else {}))

    import_template(_layout(tmp_path), [given], tmp_path / "theirs", _HERE)

    with Image.open(tmp_path / "theirs" / "blank-1.png") as kept:
        assert (kept.format, kept.mode, kept.size) == ("PNG", "L", (_WIDTH, _HEIGHT))
        assert np.abs(np.asarray(kept).astype(int) - _page()).max() <= (12 if name == "a.jpg" else 0)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P", "1", "I;16"])
def test_that_colour_transparency_and_depth_do_not_matter(tmp_path, mode):
    if mode == "I;16":
        picture = Image.fromarray(_page().astype(np.uint16) * 257)
    elif mode in ("RGBA", "LA"):  # what is white is transparent black, as drawing programs like it
        picture = Image.fromarray(np.dstack([np.zeros_like(_page())] * (len(mode) - 1) + [255 - _page()]))
    else:
        picture = Image.fromarray(_page()).convert(mode)
    folder = tmp_path / "theirs"

    made = import_template(_layout(tmp_path), [_saved(tmp_path, "a.png", picture)], folder, _HERE)

    (blank,) = load_blank_pages(folder, made)
    (printed,) = load_pictures(folder, made)
    assert (int(blank[40, 40]), int(blank[3000, 2000])) == (0, 255)
    with Image.open(io.BytesIO(printed)) as image:
        assert (image.mode, image.getpixel((5, 5)), image.getpixel((400, 600))) == ("L", 0, 255)


def test_that_colour_is_printed_in_colour(tmp_path):
    pixels = np.full((_HEIGHT, _WIDTH, 3), 255, np.uint8)
    pixels[:100] = (200, 10, 20)
    folder = tmp_path / "theirs"
    made = import_template(_layout(tmp_path), [_saved(tmp_path, "a.png", pixels)], folder, _HERE)

    (printed,) = load_pictures(folder, made)

    with Image.open(io.BytesIO(printed)) as image:
        assert image.getpixel((5, 5)) == (200, 10, 20)


def test_that_one_pdf_gives_its_pages_in_order(tmp_path):
    pages = [Image.fromarray(_page(n)) for n in (1, 2)]
    pages[0].save(tmp_path / "form.pdf", save_all=True, append_images=pages[1:], resolution=60)
    layout = _layout(tmp_path, [foreign_area("a", "1", 20)], [foreign_area("b", "1", 20)])

    made = import_template(layout, [tmp_path / "form.pdf"], tmp_path / "theirs", _HERE)

    assert [int(page[150, 150]) for page in load_blank_pages(tmp_path / "theirs", made)] == [255, 0]


def test_that_mistakes_of_layout_and_images_are_told_together(tmp_path):
    layout = _layout(tmp_path, [foreign_area("a", "1", 209)], [foreign_area("b", "1", 20)], [], [], [], [])
    sideways = _saved(tmp_path, "sideways.png", np.ascontiguousarray(_page().T))
    (tmp_path / "empty.png").touch()
    whole = _saved(tmp_path, "whole.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.png").write_text("no image")
    small = _saved(tmp_path, "small.png", _page()[:300, :212])
    names = ["empty.png", "cut.png", "text.png", "nowhere.png"]

    found = _mistakes(layout, [sideways, small, *(tmp_path / name for name in names)], tmp_path / "theirs")

    pages = [(finding.path.name, finding.problem) for finding in found if isinstance(finding, PageFinding)]
    assert pages == [
        ("empty.png", Reason.FILE_EMPTY),
        ("text.png", Reason.UNKNOWN_FORMAT),
        ("nowhere.png", Reason.FILE_NOT_FOUND),
        ("sideways.png", PageProblem.PROPORTION),
        ("small.png", Reason.IMAGE_TOO_SMALL),
        ("cut.png", Reason.FILE_TRUNCATED),
    ]
    assert [str(finding) for finding in found if not isinstance(finding, PageFinding)] == [
        f'{layout}, pages[1] "a=1": the response area is not on the paper'
    ]
    assert "an image of 702 x 496 px cannot be the whole of page 1, which is 210 x 297 mm" in str(found[4])


def test_that_a_huge_image_is_refused_by_its_header(tmp_path, monkeypatch):
    monkeypatch.setattr(page_image, "MAX_PIXELS", 300_000)

    (finding,) = _mistakes(_layout(tmp_path), [_saved(tmp_path, "a.png")], tmp_path / "theirs")

    assert finding.problem is Reason.IMAGE_TOO_LARGE


@pytest.mark.parametrize(("height", "is_fine"), [(_HEIGHT, True), (682, True), (720, True), (676, False), (730, False)])
def test_that_the_proportion_may_be_off_by_three_percent(tmp_path, height, is_fine):
    page = _saved(tmp_path, "a.png", np.full((height, _WIDTH), 255, np.uint8))

    if is_fine:
        import_template(_layout(tmp_path), [page], tmp_path / "theirs", _HERE)
    else:
        (finding,) = _mistakes(_layout(tmp_path), [page], tmp_path / "theirs")
        assert finding.problem is PageProblem.PROPORTION


@pytest.mark.parametrize("count", [0, 2])
def test_that_the_number_of_pages_must_be_that_of_the_layout(tmp_path, count):
    pages = [_saved(tmp_path, f"{n}.png") for n in range(count)]

    (finding,) = _mistakes(_layout(tmp_path), pages, tmp_path / "theirs")

    assert (finding.problem, finding.facts) == (PageProblem.COUNT, {"wanted": "1", "given": str(count)})


def test_that_images_are_checked_even_if_the_layout_is_no_json(tmp_path):
    (tmp_path / "layout.json").write_text("{")

    found = _mistakes(tmp_path / "layout.json", [tmp_path / "nowhere.png"], tmp_path / "theirs")

    assert [finding.path.name for finding in found] == ["layout.json", "nowhere.png"]


@pytest.mark.parametrize("is_file", [True, False])
def test_that_what_is_there_is_left_alone(tmp_path, is_file):
    folder = tmp_path / "theirs"
    kept = folder if is_file else folder / "mine.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("mine")

    with pytest.raises(FolderNotEmpty):
        import_template(_layout(tmp_path), [_saved(tmp_path, "a.png")], folder, _HERE)

    assert kept.read_text() == "mine"


def test_that_a_failure_while_writing_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("omr.forms.template_import.write_layout", full)
    before = {_layout(tmp_path), _saved(tmp_path, "a.png")}

    with pytest.raises(DiskFull):
        import_template(tmp_path / "layout.json", [tmp_path / "a.png"], tmp_path / "theirs", _HERE)

    assert set(tmp_path.iterdir()) == before


@pytest.fixture
def theirs(tmp_path):
    """The folder of an imported form of two pages."""
    pages = [_saved(tmp_path, f"{n}.png", _page(n)) for n in (1, 2)]
    layout = _layout(tmp_path, [foreign_area("p1.Q1", "A", 20)], [foreign_area("p2.Q1", "A", 20)])
    import_template(layout, pages, tmp_path / "theirs", _HERE)
    return tmp_path / "theirs"


def test_that_a_survey_prints_the_pages_as_they_are_and_counts_them(tmp_path, theirs):
    with Survey.create(tmp_path / "survey", theirs, units=UNITS) as survey:
        issued = issue_forms(survey, tmp_path / "forms.pdf", ["09163", "09166"], 3)
        serials = survey.store.issued.next_serials()

    assert (issued.forms, issued.pages) == (6, 12)
    assert serials == {"09163": 4, "09166": 4}
    pdf = (tmp_path / "forms.pdf").read_bytes()
    assert len(pdfium.PdfDocument(pdf)) == 12
    second, third = rasterised(pdf, 2, 60), rasterised(pdf, 3, 60)
    assert [int(page[35, 35]) for page in (second, third)] == [0, 255]


def test_that_blank_pages_are_shown_as_pdf(theirs):
    pdf = blank_form_pdf(theirs, load_template(theirs))

    pixels = rasterised(pdf, 2, 60)
    assert pixels.shape == pytest.approx((_HEIGHT, _WIDTH), abs=1)
    assert np.abs(pixels[:_HEIGHT, :_WIDTH].astype(int) - _page(2)[: pixels.shape[0], : pixels.shape[1]]).mean() < 2


def test_that_a_page_image_spoilt_later_stops_a_new_survey(tmp_path, theirs):
    (theirs / "blank-2.png").write_bytes((theirs / "blank-2.png").read_bytes()[:-60])

    with pytest.raises(TemplateError, match=r"blank-2\.png: the file is cut off"):
        create_survey(tmp_path / "survey", theirs)

    assert not (tmp_path / "survey").exists()


def test_that_a_page_image_spoilt_in_a_survey_is_named(tmp_path, theirs):
    with Survey.create(tmp_path / "survey", theirs, units=UNITS) as survey:
        (survey.template_folder / "blank-1.png").write_bytes(b"")

        with pytest.raises(SurveyDamaged, match=r"blank-1\.png cannot be used: the file is empty"):
            load_blank_pages(survey.template_folder, survey.template)


def test_that_forms_of_ours_have_no_page_images(frozen_template):
    template = load_template(frozen_template)

    ensure_sound_images(frozen_template, template)
    assert load_pictures(frozen_template, template) == ()
