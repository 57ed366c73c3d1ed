"""Files that cost too much in a batch: each has its reason, its neighbours are read, and higher limits cure it."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from omr.batches.batch import read_again, read_batch_as
from omr.batches.order import BatchOrder
from omr.images.limits import DEFAULT_LIMITS, MEGABYTE
from omr.results import PageOutcome, Reason
from tests.campaign.bomb_files import nested_forms_pdf
from tests.omr.conftest import reads_here


@pytest.fixture
def delivered(tmp_path, pile):
    """A folder with one page of the pile; its further files come from the test."""
    folder = tmp_path / "delivered"
    folder.mkdir()
    shutil.copy(pile.files[0], folder / "good.jpg")
    return folder


def _found(report):
    return [(page.source, page.page, page.reason) for page in report.unread]


def test_that_a_file_without_end_and_one_with_a_lost_page_leave_the_others_read(survey, delivered, pile):
    nested_forms_pdf(delivered / "forms.pdf")
    with Image.open(pile.files[1]) as page:
        page.save(delivered / "stack.tif", save_all=True, append_images=[page], compression="tiff_lzw")
    _lose_second_directory(delivered / "stack.tif")
    order = BatchOrder(jobs=1, limits=replace(DEFAULT_LIMITS, memory_bytes=700 * MEGABYTE))

    report = read_batch_as(survey, [delivered], order)

    assert report.outcomes[PageOutcome.READ] == 2
    assert _found(report) == [
        ("forms.pdf", 1, Reason.NEEDS_TOO_MUCH_MEMORY),
        ("stack.tif", 2, Reason.PAGES_LOST),
    ]
    assert [page.detail for page in report.unread] == ["0.7 GB", ""]


@reads_here
def test_that_a_file_refused_for_its_many_pages_is_read_with_a_higher_limit(survey, delivered):
    blank = Image.fromarray(np.full((500, 500), 255, np.uint8))
    blank.save(delivered / "pages.tif", save_all=True, append_images=[blank, blank])
    low = replace(DEFAULT_LIMITS, max_pages=2)

    first = read_batch_as(survey, [delivered], BatchOrder(jobs=1, limits=low))
    plain = read_batch_as(survey, [delivered], BatchOrder(jobs=1))
    kept = [page.content_hash for page in survey.pages() if page.source == "pages.tif"]
    again = read_again(survey, kept, DEFAULT_LIMITS)

    assert _found(first) == _found(plain) == [("pages.tif", 1, Reason.TOO_MANY_PAGES)]
    assert (again.delivered, again.pages_finished) == (3, 3)
    assert again.outcomes[PageOutcome.BLANK] == 3
    assert len(survey.store.batches.all()) == 1


def _lose_second_directory(path):
    """Write zeros over it, as a failing stick does."""
    data = bytearray(path.read_bytes())
    first = int.from_bytes(data[4:8], "little")
    entries = int.from_bytes(data[first : first + 2], "little")
    link = first + 2 + 12 * entries
    second = int.from_bytes(data[link : link + 4], "little")
    data[second : second + 64] = bytes(64)
    path.write_bytes(data)
