"""A page that a person pinned: the print refines a rough word, and overrules a wrong one."""

import hashlib
from dataclasses import replace

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_source import open_scan
from omr.marks.learned_blank import pack_learned
from omr.results import Flag, IdentitySource, PageOutcome, Reason
from omr.review.corner_pinning import read_page_at, read_pinned, turn_of_corners
from omr.review.hand_entry import reading_to_type
from omr.settings import ReadingConditions, ReadingSettings
from omr.store.deliveries import Content

_PX_PER_MM = 300 / 25.4


@pytest.fixture(scope="module")
def found(reader, pile):
    """The readings of some pages that were found."""
    readings = []
    for truth in pile.pages[:4]:
        with open_scan(pile.folder / truth.file) as scan:
            readings.append(reader.read_page(scan, truth.page_in_file - 1))
    return readings


def _read_at(reader, pile, truth, *, number=None, corners=None):
    with open_scan(pile.folder / truth.file) as scan:
        corners = truth.corners_px if corners is None else corners
        return read_page_at(reader, scan, truth.page_in_file - 1, number or truth.page, corners)


def _moved(corners, off_mm):
    """Move every corner by as much, each in another direction."""
    ways = np.array([(1, 1), (-1, 1), (1, -1), (1, 0)])
    return tuple(map(tuple, np.array(corners) + ways * off_mm * _PX_PER_MM))


@pytest.mark.parametrize("off_mm", [0.0, 1.5])
def test_that_a_pinned_page_gives_the_answers_of_one_that_was_found(reader, pile, found, off_mm):
    for truth, reading in zip(pile.pages[:4], found, strict=True):
        pinned = _read_at(reader, pile, truth, corners=_moved(truth.corners_px, off_mm))

        assert pinned.outcome is PageOutcome.READ
        pairs = list(zip(reading.items, pinned.items, strict=True))
        assert all(one.answer == two.answer for one, two in pairs if not (one.flags or two.flags))
        assert sum(not two.flags for _, two in pairs) >= 0.9 * sum(not one.flags for one, _ in pairs)


@pytest.mark.parametrize("off_mm", [4.0, 7.0, 12.0])
def test_that_corners_set_carelessly_lead_to_no_wrong_answer(reader, pile, off_mm):
    for truth in pile.pages[:4]:
        reading = _read_at(reader, pile, truth, corners=_moved(truth.corners_px, off_mm))

        accepted = [item for item in reading.items if not item.flags and item.item_id in truth.items]
        assert all(item.answer == truth.items[item.item_id].answer for item in accepted)
        assert bool(reading.items) is (reading.outcome is PageOutcome.READ)


def test_that_the_print_out_is_known_by_its_code_and_the_page_by_the_person(reader, pile):
    truth = pile.pages[0]

    identity = _read_at(reader, pile, truth).identity

    assert (identity.page, identity.unit, identity.serial) == (truth.page, truth.unit, truth.serial)
    assert identity.source is IdentitySource.PERSON


def test_that_a_page_pinned_as_another_one_is_not_read(reader, pile):
    truth = pile.pages[0]

    reading = _read_at(reader, pile, truth, number=3 - truth.page)

    assert (reading.outcome, reading.reason) == (PageOutcome.UNREADABLE, Reason.PRINT_DOES_NOT_MATCH)
    assert reading.items == ()


@pytest.mark.parametrize("corners", [((0, 0), (900, 0), (900, 1200), (0, 1200)), ((5, 5),) * 4])
def test_that_a_page_pinned_where_it_does_not_lie_is_not_read(reader, pile, corners):
    reading = _read_at(reader, pile, pile.pages[0], corners=corners)

    assert reading.outcome is PageOutcome.UNREADABLE


@pytest.mark.parametrize("quarters", range(4))
def test_that_the_corners_tell_which_way_up_the_page_is(quarters):
    paper = ((10.0, 10.0), (110.0, 12.0), (110.0, 160.0), (9.0, 158.0))
    turned = paper[quarters:] + paper[:quarters]  # the form's top left lies at the scan's next corner clockwise

    assert turn_of_corners(turned) == (-90 * quarters) % 360


def test_that_a_page_to_be_typed_has_every_item_flagged_and_nothing_read(frozen_template):
    template = load_template(frozen_template)

    reading = reading_to_type(template, 1)

    assert [item.item_id for item in reading.items] == [
        item.item_id for item in template.items() if template.page_of(item.item_id) == 1
    ]
    assert {(item.answer, item.p_wrong, item.flags) for item in reading.items} == {
        ((), 1.0, frozenset({Flag.NOT_LOCATED}))
    }


def _deliver(survey, pile, truth, tolerance=1e-4):
    data = (pile.folder / truth.file).read_bytes()
    batch = survey.store.batches.start(ReadingConditions(ReadingSettings(tolerance)))
    content = Content(hashlib.sha256(data).hexdigest(), ".jpg", None)
    survey.store.deliveries.add(batch, truth.file, "", content, len(data))
    survey.scan_path(content.content_hash, ".jpg").write_bytes(data)
    survey.store.pages.save_opened(content.content_hash, 1, reading_to_type(survey.template, 2))
    return batch


def test_that_a_delivered_page_is_read_from_the_survey_and_nothing_is_kept(survey, pile):
    truth = pile.pages[0]
    _deliver(survey, pile, truth)
    before = survey.pages()

    reading = read_pinned(survey, before[0].page_id, truth.page, truth.corners_px)

    assert reading.outcome is PageOutcome.READ
    assert survey.pages() == before


def test_that_a_pinned_page_is_read_with_what_its_batch_learned_of_the_blank_print(survey, pile, reader):
    truth = pile.pages[0]
    batch = _deliver(survey, pile, truth)
    page_id = survey.pages()[0].page_id
    as_printed = read_pinned(survey, page_id, truth.page, truth.corners_px)
    blank, key = reader.form.page(truth.page).blank, survey.template.key
    survey.store.batches.keep_learned(batch, pack_learned({key: {truth.page: np.clip(blank + 0.3, 0, 1)}}, key))

    as_learned = read_pinned(survey, page_id, truth.page, truth.corners_px)

    assert as_learned.marks != as_printed.marks


def test_that_a_pinned_page_is_read_with_the_tolerance_of_its_batch(survey, pile):
    truth = pile.pages[0]
    _deliver(survey, pile, truth, tolerance=1e-12)
    survey.change_settings(replace(survey.settings, tolerance=0.5))

    reading = read_pinned(survey, survey.pages()[0].page_id, truth.page, truth.corners_px)

    flagged = [item for item in reading.items if item.flags]
    assert len(flagged) >= len(reading.items) / 2  # at one wrong in two nothing would be
