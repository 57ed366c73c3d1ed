"""A form that is not saved is tried on scans: read as a batch reads, whatever is wrong with them is said."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from form_templates.editing.operations.areas import MoveAreas
from form_templates.loading import load_template
from omr.errors import Cancelled
from omr.forms import trying
from omr.forms.page_images import PageOpener
from omr.forms.trying import FormTrial
from omr.images.page_source import open_scan
from omr.pipeline import PageReader
from omr.processes.limited_process import call_here
from omr.registration.blank_page import load_blank_pages
from omr.results import PageOutcome, Reason
from omr.settings import ReadingSettings
from tests.form_templates.editing.build import ref
from tests.omr.drawn_form import ANSWERS, write_drawn_form, write_filled
from tests.omr.drawn_pages import DPI


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_drawn_form(tmp_path_factory.mktemp("form"))


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    return write_filled(tmp_path_factory.mktemp("scans") / "filled.png")


@pytest.fixture
def trial(folder):
    return FormTrial(folder, PageOpener(call=call_here))


def read(trial, form, *paths):
    return trial.read(form, paths, lambda _done: None, threading.Event())


def test_that_a_form_reads_what_a_batch_would(trial, folder, scan):
    form = load_template(folder)

    (page,) = read(trial, form, scan).pages

    with open_scan(scan) as file:
        batch = PageReader(form, load_blank_pages(folder, form), ReadingSettings()).read_page(file, 0)
    assert page.reading.items == batch.items
    assert {item.item_id: item.answer for item in page.reading.items} == {
        item_id: (value,) for item_id, value in ANSWERS.items()
    }
    assert page.pixels.shape == (1754, 1240, 3)


def test_that_areas_that_were_moved_and_not_saved_are_read_where_they_are_now(trial, folder, scan):
    form = load_template(folder)
    row_of_c02 = tuple(ref("c02", str(option)) for option in range(1, 6))
    edited = MoveAreas(row_of_c02, 0.0, 6.0).applied_to(form)

    answers = {item.item_id: item.answer for item in read(trial, edited, scan).pages[0].reading.items}

    assert answers["c01"] == ("1",)
    assert answers["c02"] == ()
    assert load_template(folder) == form


def test_that_every_page_of_a_file_is_tried_up_to_a_limit(monkeypatch, trial, folder, scan, tmp_path):
    monkeypatch.setattr(trying, "MOST_TRIED", 2)
    page = Image.open(scan)
    page.save(tmp_path / "three.pdf", save_all=True, append_images=[page, page], resolution=DPI)
    told = []

    found = trial.read(load_template(folder), [tmp_path / "three.pdf", scan], told.append, threading.Event())

    assert [page.page_in_file for page in found.pages] == [1, 2]
    assert [page.reading.outcome for page in found.pages] == [PageOutcome.READ] * 2
    assert found.left_out == 2
    assert told == [(0, 2), (1, 2)]


def test_that_what_cannot_be_read_says_why_and_the_rest_is_read(trial, folder, scan, tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04 no scan")
    Image.new("L", (2480, 3508), 255).save(tmp_path / "empty.png")
    rng = np.random.default_rng(5)
    noise = np.where(rng.random((175, 124)) < 0.3, 0, 255).astype(np.uint8)
    Image.fromarray(np.kron(noise, np.ones((20, 20), np.uint8))).save(tmp_path / "other.png")
    names = ("letter.docx", "gone.png", "empty.png", "other.png")

    pages = read(trial, load_template(folder), tmp_path, *(tmp_path / name for name in names), scan).pages

    assert [page.reading.reason for page in pages] == [
        Reason.NOT_A_FILE,
        Reason.UNKNOWN_FORMAT,
        Reason.FILE_NOT_FOUND,
        Reason.BLANK_PAGE,
        Reason.PAGE_NOT_IDENTIFIED,
        None,
    ]
    assert [page.pixels is None for page in pages] == [True, True, True, False, False, False]


def test_that_a_page_on_other_paper_is_told_as_that(trial, folder, scan, tmp_path):
    rng = np.random.default_rng(5)
    noise = np.where(rng.random((110, 78)) < 0.3, 0, 255).astype(np.uint8)
    pixels = np.kron(noise, np.ones((15, 15), np.uint8))
    Image.fromarray(pixels).save(tmp_path / "a5.png", dpi=(200, 200))

    (page,) = read(trial, load_template(folder), tmp_path / "a5.png").pages

    assert page.other_paper.name == "A5"


def test_that_trying_stops_when_it_is_called_off(trial, folder, scan):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        trial.read(load_template(folder), [scan], lambda _done: None, cancel)


def test_that_a_form_with_another_page_is_read_anew(trial, folder, scan):
    """The reader of one form is kept for its pages, and must not answer for another."""
    form = load_template(folder)
    first = read(trial, form, scan).pages[0].reading
    renamed = replace(form, version=2)

    assert read(trial, renamed, scan).pages[0].reading.identity.version == 2
    assert read(trial, form, scan).pages[0].reading == first
