"""What is told of a pile, and that nothing is told of a good one."""

from dataclasses import replace

import pytest

from omr.health.batch_health import HealthFinding, HealthKind, find_health
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


@pytest.mark.parametrize("kind", list(HealthKind))
def test_that_every_finding_has_a_sentence_that_holds_its_facts(kind):
    told = health_as_dict(HealthFinding(kind, 7, 9, 3, 0.96, Side.TOP))

    assert kind in HEALTH_SENTENCES
    assert told["text"].startswith(told["text"][0].upper())
    assert "7 of 9" in told["text"]
    assert told["detail"] in told["text"]
    assert told["kind"] == kind.value
