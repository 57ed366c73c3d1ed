"""Of which form a page is: by its code exactly, by its print where that is clear, and else in doubt."""

from dataclasses import replace

import numpy as np
import pytest

from form_templates.editing.operations.areas import MoveAreas
from form_templates.loading import load_template
from form_templates.page_code import PageCode
from omr.form_choice.telling_apart import compare_print
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.pipeline import PageReader, PileReader
from omr.registration import page_identity
from omr.registration.blank_page import load_blank_pages
from omr.results import IdentitySource, PageOutcome, Reason
from omr.settings import ReadingSettings
from tests.form_templates.editing.build import ref
from tests.omr.drawn_form import write_drawn_form, write_filled
from tests.omr.drawn_pages import PX_PER_MM, draw_code, marked, scan_of

_CHANGED_MM = (120, 128, 20, 90)  # top, bottom, left, right: questions, beside their boxes


@pytest.fixture
def wordless(monkeypatch):
    """Take Tesseract away, which for a page without a code takes longer than all else and finds no letters of one."""
    monkeypatch.setattr(page_identity.shutil, "which", lambda _: None)


def _rows_and_columns():
    top, bottom, left, right = (round(mm * PX_PER_MM) for mm in _CHANGED_MM)
    return slice(top, bottom), slice(left, right)


def _changed(blank):
    """The print of another version: two lines of it read otherwise."""
    rows, columns = _rows_and_columns()
    other = blank.copy()
    other[rows, columns] = blank[rows, columns][:, ::-1]
    assert (blank[rows, columns] < 128).mean() > 0.03
    return other


@pytest.fixture(scope="module")
def template(frozen_template):
    return replace(load_template(frozen_template), pages=load_template(frozen_template).pages[:1])


@pytest.fixture(scope="module")
def blank(frozen_template):
    return load_blank_pages(frozen_template, load_template(frozen_template))[0]


@pytest.fixture(scope="module")
def first(template, blank):
    return PageReader(template, [blank], ReadingSettings())


@pytest.fixture(scope="module")
def second(template, blank):
    """Another version, of which two lines of print are other ones."""
    return PageReader(replace(template, version=4), [_changed(blank)], ReadingSettings())


@pytest.fixture(scope="module")
def twin(template, blank):
    """Another version that looks the same."""
    return PageReader(replace(template, version=3), [blank], ReadingSettings())


@pytest.fixture(scope="module")
def short(short_template):
    loaded = load_template(short_template)
    return PageReader(loaded, load_blank_pages(short_template, loaded), ReadingSettings())


def _filled(blank, template, code=None):
    layout = template.page(1)
    options = {}
    for area in layout.areas:
        options.setdefault(area.item_id, area.option)
    page = marked(blank, layout, dict(list(options.items())[::3]))
    if code is not None:
        draw_code(page, layout, code)
    return page


def test_that_a_page_with_a_code_is_read_as_if_there_were_its_form_only(first, second, short, blank, template):
    scan = scan_of(_filled(blank, template, PageCode("sipas-2020", 2, 1, "09163", "000007")))

    among = PileReader([short, second, first]).look_at_page(scan, 0)[0]

    assert among == first.read_page(scan, 0)
    assert among.identity.source is IdentitySource.CODE


def test_that_a_page_without_a_code_is_found_by_its_print(first, short, blank, template):
    scan = scan_of(_filled(blank, template))

    reading = PileReader([short, first]).look_at_page(scan, 0)[0]

    assert reading.identity.form == template.key
    assert reading.identity.source is IdentitySource.CONTENT
    assert reading.items == first.read_page(scan, 0).items


@pytest.mark.usefixtures("wordless")
@pytest.mark.parametrize("version", [2, 4])
def test_that_versions_are_told_apart_by_a_few_words(first, second, blank, template, version):
    pixels = _filled(blank if version == 2 else _changed(blank), template)

    reading = PileReader([first, second]).look_at_page(scan_of(pixels), 0)[0]

    assert reading.identity.version == version


@pytest.mark.usefixtures("wordless")
@pytest.mark.parametrize("version", [2, 4])
def test_that_a_soft_grey_blank_page_beside_a_sharp_one_draws_no_pages_to_either(first, blank, template, version):
    soft = 60 + 0.7 * cv2.GaussianBlur(_changed(blank), (0, 0), 1.6)
    rebuilt = PageReader(replace(template, version=4), [soft.astype(np.uint8)], ReadingSettings())
    pixels = _filled(blank if version == 2 else _changed(blank), template)

    reading = PileReader([first, rebuilt]).look_at_page(scan_of(pixels), 0)[0]

    assert reading.identity.version == version


def test_that_versions_that_look_the_same_leave_a_page_without_a_code_in_doubt(first, twin, blank, template):
    reading = PileReader([first, twin]).look_at_page(scan_of(_filled(blank, template)), 0)[0]

    assert (reading.outcome, reading.reason) == (PageOutcome.UNREADABLE, Reason.FORM_IN_DOUBT)
    assert set(reading.detail.split(", ")) == {"sipas-2020 2.1", "sipas-2020 3.1"}


def test_that_a_code_tells_versions_apart_that_look_the_same(first, twin, blank, template):
    scan = scan_of(_filled(blank, template, PageCode("sipas-2020", 3, 1)))

    assert PileReader([first, twin]).look_at_page(scan, 0)[0].identity.version == 3


@pytest.mark.usefixtures("wordless")
def test_that_a_page_is_in_doubt_where_the_words_that_differ_are_covered(first, second, blank, template):
    pixels = _filled(blank, template)
    pixels[_rows_and_columns()] = 255

    reading = PileReader([first, second]).look_at_page(scan_of(pixels), 0)[0]

    assert reading.reason is Reason.FORM_IN_DOUBT


def test_that_a_page_whose_code_names_no_form_of_the_survey_is_foreign(first, short, blank, template):
    scan = scan_of(_filled(blank, template, PageCode("sipas-2020", 9, 1)))

    reading = PileReader([first, short]).look_at_page(scan, 0)[0]

    assert (reading.outcome, reading.reason) == (PageOutcome.FOREIGN, Reason.OTHER_TEMPLATE)


def test_that_a_page_of_no_form_is_foreign(first, blank, short):
    other = np.ascontiguousarray(blank[:, ::-1])  # print of the same density that says nothing

    reading = PileReader([first, short]).look_at_page(scan_of(other), 0)[0]

    assert reading.outcome is not PageOutcome.READ


def test_that_white_paper_is_blank(first, short, blank):
    reading = PileReader([first, short]).look_at_page(scan_of(np.full_like(blank, 250)), 0)[0]

    assert reading.reason is Reason.BLANK_PAGE


@pytest.mark.usefixtures("wordless")
def test_that_the_lead_is_nothing_where_nothing_differs(first, second, twin, blank, template):
    _, seen = first.look_at_page(scan_of(_filled(blank, template)), 0)

    leads = [compare_print(seen.page, reader.form.pages[0], np.eye(3)).lead for reader in (second, twin)]

    assert leads[0] > 0.7
    assert leads[1] == 0.0


@pytest.mark.usefixtures("wordless")
def test_that_what_pages_teach_is_kept_by_form(first, short, blank, template):
    reader = PileReader([first, short])
    _, seen = first.look_at_page(scan_of(_filled(blank, template)), 0)

    assert seen.page.identity.form == template.key
    assert reader.learn([]) == {}


def test_that_of_versions_on_the_same_paper_the_newest_takes_pages_without_a_doubt(tmp_path):
    folder = write_drawn_form(tmp_path / "form")
    form = load_template(folder)
    blanks = load_blank_pages(folder, form)
    moved = MoveAreas(tuple(ref("c02", str(value)) for value in range(1, 6)), 0.3, 0.0).applied_to(form)
    versions = [PageReader(replace(moved, version=number), blanks, ReadingSettings()) for number in (1, 3, 2)]

    with open_scan(write_filled(tmp_path / "filled.png")) as scan:
        reading = PileReader(versions).look_at_page(scan, 0)[0]

    assert reading.identity.form == ("theirs", 3)
    assert {item.answer for item in reading.items if item.item_id == "c02"} == {("2",)}
