"""A short campaign: a few attempts of what the long one makes by the hundred, each of a second or two."""

import sys

import pytest

from tests.campaign.fuzz.loop import run
from tests.campaign.fuzz.targets import TARGETS
from tests.campaign.kind import Kind, make_attempt
from tests.campaign.kinds.fuzz import fuzz_kind
from tests.campaign.kinds.io_errors import IO_ERRORS
from tests.campaign.kinds.kills import KILLS
from tests.campaign.kinds.sockets import SOCKETS
from tests.campaign.kinds.two_at_once import TWO_AT_ONCE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the campaign asks /proc and sends signals")

READ, REVIEW, PRINT, NEW = 0, 1, 3, 4  # places in tests.campaign.operations.OPERATIONS
EXPORT_CSV = 7
TWO_DECIDERS = 2


@pytest.mark.parametrize(
    ("kind", "number"),
    [(KILLS, PRINT), (KILLS, NEW), (IO_ERRORS, EXPORT_CSV), (TWO_AT_ONCE, TWO_DECIDERS), (fuzz_kind("tiff", 40, 1), 0)],
    ids=lambda each: each.name if isinstance(each, Kind) else str(each),
)
def test_that_nothing_is_lost_and_nothing_hangs(scene, tmp_path, kind, number):
    attempt = make_attempt(kind, scene, 1, number, tmp_path / "attempt")

    assert attempt.findings == ()


@pytest.mark.parametrize("target", ["template", "layout", "settings", "units", "crosswalk", "database"])
def test_that_changed_files_end_in_a_sentence(scene, tmp_path, target):
    place = tmp_path / "work"
    place.mkdir()

    run(TARGETS[target](scene, place), target, 1, range(25))

    assert (tmp_path / "faults.jsonl").read_text(encoding="utf-8") == ""


def test_that_the_whole_way_opens_no_socket(scene, tmp_path):
    attempt = make_attempt(SOCKETS, scene, 1, 0, tmp_path / "attempt")

    assert attempt.findings == ()
