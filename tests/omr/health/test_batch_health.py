"""What is told of a pile, and that nothing is told of a good one."""

import re
from dataclasses import replace

import pytest

from omr.health.batch_health import HealthFinding, HealthKind, find_health
from omr.health.medium import Medium
from omr.health.wording import HEALTH_SENTENCES, health_as_dict, health_sentence
from omr.rescans.ink_likeness import Likeness
from omr.results import PageHealth, PageOutcome, Reason, Side, Streak
from tests.omr.build import read_page, unread_page

_GOOD = PageHealth(300.0, 1.003, 0.3, (0.5, 0.0, 2.5, 0.0), (0.0, 1.0, 0.0, 2.0), (), 240.0, 35.0, 2.0, 3.5, False)
_STREAK = replace(_GOOD, streaks=(Streak(Side.LEFT, 112.2),))


def _nobody(_page_id):
    return {}


def _found(*healths, pages=None, likenesses=_nobody):
    pages = pages or [read_page(1, page_id=key) for key in range(len(healths))]
    return find_health(pages, dict(enumerate(healths)), likenesses, pages_per_form=1)


def test_that_nothing_is_said_of_a_good_pile():
    others = (replace(_GOOD, skew_deg=-1.2), replace(_GOOD, border_mm=(9.0, 9.0, 9.0, 9.0)), _STREAK, _STREAK)

    assert _found(*[_GOOD] * 20, *others) == ()


def test_that_nothing_is_said_of_no_pages():
    assert find_health([], {}, _nobody, pages_per_form=2) == ()


def test_that_a_streak_is_told_with_its_place_and_where_it_began():
    wavering = replace(_GOOD, streaks=(Streak(Side.LEFT, 111.4), Streak(Side.LEFT, 40.0)))

    findings = _found(*[_GOOD] * 60, *[_STREAK] * 42, wavering, *[_GOOD] * 17)

    assert findings == (HealthFinding(HealthKind.STREAK, 43, 120, 61, 112.2, Side.LEFT),)
    assert health_sentence(findings[0]) == (
        "A dark line runs through 43 of 120 pages, 112 mm from the left edge, from page 61 on;"
        " wipe the scanner's glass."
    )


def test_that_streaks_at_two_places_are_two_findings():
    both = replace(_GOOD, streaks=(Streak(Side.LEFT, 30.0), Streak(Side.LEFT, 150.0)))

    assert [(found.value, found.pages) for found in _found(both, both, both, _STREAK)] == [(30.0, 3), (150.0, 3)]


@pytest.mark.parametrize(
    ("change", "kind", "value"),
    [
        ({"print_scale": 0.962}, HealthKind.PRINT_SCALE, 0.962),
        ({"skew_deg": -2.4}, HealthKind.SKEWED_FEEDER, 2.4),
        ({"dpi": 100.2}, HealthKind.LOW_RESOLUTION, 100.2),
        ({"print_level": 150.0}, HealthKind.PALE_PRINT, 0.353),
        ({"is_one_bit": True}, HealthKind.ONE_BIT, 0.0),
        ({"sharpness": 1.1}, HealthKind.OUT_OF_FOCUS, 0.0),
    ],
)
def test_that_a_setting_is_told_when_many_pages_show_it_and_not_when_few_do(change, kind, value):
    bad = replace(_GOOD, **change)

    assert _found(*[bad] * 6) == (HealthFinding(kind, 6, 6, 1, pytest.approx(value)),)
    assert _found(*[_GOOD] * 20, *[bad] * 3) == ()


def test_that_copies_of_all_sizes_are_not_told_as_one_scale():
    scales = (0.93, 0.95, 0.97, 0.99, 1.01, 1.03, 0.94, 0.96)

    assert _found(*[replace(_GOOD, print_scale=scale) for scale in scales]) == ()


def test_that_a_cut_off_edge_is_told_with_its_side():
    cropped = replace(_GOOD, cropped_mm=(0.0, 0.0, 7.5, 0.0))

    assert _found(_GOOD, *[cropped] * 3) == (HealthFinding(HealthKind.CROPPED, 3, 4, 2, 7.5, Side.RIGHT),)


def test_that_duplicates_are_told_by_kind():
    pages = [read_page(1, page_id=key) for key in range(4)]
    pages[2] = replace(pages[2], outcome=PageOutcome.DUPLICATE, reason=Reason.SAME_SHEET)
    pages[3] = replace(pages[3], outcome=PageOutcome.DUPLICATE, reason=Reason.ALREADY_DELIVERED)

    def likenesses(page_id):
        return {0: {1: Likeness.SUSPECTED}, 1: {0: Likeness.SUSPECTED}}.get(page_id, {})

    found = _found(*[_GOOD] * 4, pages=pages, likenesses=likenesses)

    assert [(finding.kind, finding.pages, finding.first) for finding in found] == [
        (HealthKind.LOOK_ALIKE, 1, 2), (HealthKind.SAME_SHEET, 1, 3), (HealthKind.SAME_FILE, 1, 4),
    ]  # fmt: skip


def test_that_blank_pages_are_told_when_there_are_several():
    blank = unread_page(PageOutcome.BLANK)

    assert _found(_GOOD, pages=[read_page(1, page_id=0), blank, blank]) == ()
    (finding,) = _found(_GOOD, pages=[read_page(1, page_id=0), blank, blank, blank])
    assert (finding.kind, finding.pages, finding.of) == (HealthKind.BLANK_PAGES, 3, 4)


def _forms(*numbers):
    """Delivered pages of two-page forms, each with a serial of its own; ``numbers`` says which pages came."""
    return [
        read_page(page, f"{serial:06}", page_id=10 * serial + page)
        for serial, pages in enumerate(numbers, start=1)
        for page in pages
    ]


def test_that_a_form_without_its_back_among_complete_ones_may_be_a_double_feed():
    pages = _forms((1, 2), (1, 2), (1,), (1, 2), (2,), (1, 2))

    (finding,) = find_health(pages, {}, _nobody, pages_per_form=2)

    assert finding == HealthFinding(HealthKind.MISSING_SIDES, 2, 6, 5)


def test_that_a_page_that_came_but_could_not_be_read_is_no_double_feed():
    pages = _forms((1, 2), (1,), (1, 2))
    pages.insert(3, unread_page())

    assert find_health(pages, {}, _nobody, pages_per_form=2) == ()


def test_that_a_pile_scanned_from_one_side_is_no_double_feed():
    assert find_health(_forms((1,), (1,), (1,), (1,)), {}, _nobody, pages_per_form=2) == ()


_PHOTO = replace(_GOOD, print_scale=None, p_photo=0.99, tilt=0.1, bend_mm=0.4, shade=0.1)
_UNSURE = replace(_GOOD, p_photo=0.5, tilt=0.01, shade=0.1)


@pytest.mark.parametrize(
    ("change", "kind", "value"),
    [
        ({"tilt": 0.52}, HealthKind.TILTED, 0.52),
        ({"shade": 0.4}, HealthKind.UNEVEN_LIGHT, 0.4),
        ({"bend_mm": 2.2}, HealthKind.BENT, 2.2),
        ({"cropped_mm": (0.0, 7.0, 0.0, 3.0)}, HealthKind.CROPPED, 7.0),
        ({"dpi": 120.0}, HealthKind.LOW_RESOLUTION, 120.0),
        ({"sharpness": 1.1}, HealthKind.OUT_OF_FOCUS, 0.0),
        ({"print_level": 150.0}, HealthKind.PALE_PRINT, 0.353),
    ],
)
def test_that_a_fault_of_photographs_is_told_of_photographs_alone(change, kind, value):
    bad = replace(_PHOTO, **change)

    assert _found(*[bad] * 6) == (HealthFinding(kind, 6, 6, 1, pytest.approx(value), medium=Medium.PHOTO),)
    assert _found(*[_PHOTO] * 20, bad, bad) == ()


def test_that_photographs_are_not_blamed_for_what_only_scanners_do():
    bad = replace(_PHOTO, skew_deg=5.0, streaks=_STREAK.streaks, print_scale=0.9)

    assert _found(*[bad] * 6) == ()


def test_that_scans_are_not_blamed_for_what_only_cameras_do():
    assert _found(*[replace(_GOOD, p_photo=0.1, tilt=0.6, shade=0.5, bend_mm=4.0)] * 6) == ()


def test_that_a_mixed_pile_is_told_as_such_and_each_kind_by_its_own_faults():
    dark, soft = replace(_PHOTO, shade=0.4), replace(_GOOD, dpi=100.0)

    found = _found(*[soft] * 4, *[dark] * 3, _UNSURE)

    assert found == (
        HealthFinding(HealthKind.MIXED_MEDIA, 3, 8, 5, 1.0, medium=Medium.UNSURE),
        HealthFinding(HealthKind.LOW_RESOLUTION, 4, 4, 1, 100.0),
        HealthFinding(HealthKind.UNEVEN_LIGHT, 3, 3, 5, 0.4, medium=Medium.PHOTO),
    )
    assert health_sentence(found[0]).startswith("3 of 8 pages are photographs, the first is page 5, the others scans")


def test_that_pages_that_may_be_either_are_told_where_there_are_several_and_get_no_advice_for_one_alone():
    bad = replace(_UNSURE, sharpness=1.1, shade=0.5, streaks=_STREAK.streaks)

    assert _found(*[_GOOD] * 8, bad, bad) == ()
    assert [(each.kind, each.medium) for each in _found(*[_GOOD] * 8, bad, bad, bad)] == [
        (HealthKind.OUT_OF_FOCUS, Medium.UNSURE), (HealthKind.MEDIUM_IN_DOUBT, Medium.UNSURE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("healths", "medium"),
    [((_GOOD, _UNSURE), Medium.SCAN), ((_PHOTO, _UNSURE), Medium.PHOTO), ((_GOOD, _PHOTO), Medium.UNSURE)],
)
def test_that_the_stack_is_advised_by_what_the_pile_came_through(healths, medium):
    pages = [read_page(1, page_id=key) for key in range(2)] + [unread_page(PageOutcome.BLANK)] * 3

    (blank,) = (each for each in _found(*healths, pages=pages) if each.kind is HealthKind.BLANK_PAGES)

    assert blank.medium is medium


_OF_SCANNERS = re.compile(r"glass|roller|feeder|\bfed\b|guide|\bscan", re.IGNORECASE)
_OF_CAMERAS = re.compile(r"light|shadow|hold|camera|lens|photograph|nearer", re.IGNORECASE)
_TELLS_BOTH = (HealthKind.MIXED_MEDIA, HealthKind.MEDIUM_IN_DOUBT)
TOLD = [(medium, kind) for medium, sentences in HEALTH_SENTENCES.items() for kind in sentences]


@pytest.mark.parametrize(("medium", "kind"), TOLD)
def test_that_every_finding_has_a_sentence_that_holds_its_facts(medium, kind):
    told = health_as_dict(HealthFinding(kind, 7, 9, 3, 0.96, Side.TOP, medium))

    assert told["text"].startswith(told["text"][0].upper())
    assert "7 of 9" in told["text"]
    assert told["detail"] in told["text"]
    assert (told["kind"], told["medium"]) == (kind.value, medium.value)


@pytest.mark.parametrize(("medium", "kind"), TOLD)
def test_that_nobody_is_told_of_a_device_that_was_not_used(medium, kind):
    sentence = HEALTH_SENTENCES[medium][kind]

    assert medium is Medium.SCAN or kind in _TELLS_BOTH or not _OF_SCANNERS.search(sentence)
    assert medium is Medium.PHOTO or kind in _TELLS_BOTH or not _OF_CAMERAS.search(sentence)


def test_that_every_kind_of_finding_is_told_of_some_medium():
    assert {kind for _, kind in TOLD} == set(HealthKind)
