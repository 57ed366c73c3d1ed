"""When a file has arrived: only once it rests, by a clock that only goes forward, and together with its neighbours."""

from pathlib import Path

import pytest

from omr.batches.watching.arrivals import Arrivals, Patience
from omr.batches.watching.listing import FileFacts

_A, _B = Path("scan-2.jpg"), Path("scan-10.jpg")
_PATIENCE = Patience(poll_s=2, rest_s=5, rest_looks=3, pile_s=60)


@pytest.fixture
def arrivals():
    return Arrivals(_PATIENCE, {})


def _look(arrivals, moments, **sizes):
    """Look at files of these sizes at several moments; returns what is due at the last."""
    for now_s in moments:
        arrivals.look({Path(f"{name}.jpg"): FileFacts(size, 1) for name, size in sizes.items()}, now_s)
    return [path.name for path in arrivals.due(moments[-1])]


def test_that_a_file_is_due_only_after_it_was_the_same_for_some_time_and_some_looks(arrivals):
    assert _look(arrivals, [0, 2, 4], a=100) == []
    assert _look(arrivals, [6], a=100) == ["a.jpg"]


def test_that_a_single_late_look_is_no_rest(arrivals):
    assert _look(arrivals, [0, 60], a=100) == [], "the program may have slept with the computer"


def test_that_a_file_that_grows_starts_anew_with_every_change(arrivals):
    for now_s in range(0, 40, 4):
        assert _look(arrivals, [now_s, now_s + 2], a=now_s + 1) == []
    assert arrivals.coming() == (Path("a.jpg"),)

    assert _look(arrivals, [40, 43, 46], a=37) == ["a.jpg"]


def test_that_a_time_in_the_future_or_long_ago_counts_like_any_other(arrivals):
    for modified_ns in (4_000_000_000 * 10**9, 0):
        for now_s in (0, 3, 6):
            arrivals.look({_A: FileFacts(1, modified_ns)}, now_s)
        assert arrivals.due(6) == (_A,)


def test_that_a_file_rewritten_with_the_same_size_is_seen_by_its_time(arrivals):
    for now_s in (0, 3, 6):
        arrivals.look({_A: FileFacts(1, now_s)}, now_s)

    assert arrivals.due(6) == ()


def test_that_files_come_in_natural_order(arrivals):
    for now_s in (0, 3, 6):
        arrivals.look({_B: FileFacts(1, 1), _A: FileFacts(1, 1)}, now_s)

    assert arrivals.due(6) == (_A, _B)


def test_that_a_pile_waits_for_its_last_sheet_but_not_for_ever(arrivals):
    assert _look(arrivals, [0, 3, 6], a=1) == ["a.jpg"]
    assert _look(arrivals, [8], a=1, b=1) == [], "b is coming in beside it"
    for now_s in range(10, 64, 2):
        assert _look(arrivals, [now_s], a=1, b=now_s) == []

    assert _look(arrivals, [66], a=1, b=66) == ["a.jpg"]


def test_that_what_was_dealt_with_is_due_again_only_when_it_changes():
    arrivals = Arrivals(_PATIENCE, {_A: FileFacts(1, 1)})
    for now_s in (0, 3, 6):
        arrivals.look({_A: FileFacts(1, 1)}, now_s)
    assert arrivals.due(6) == ()

    for now_s in (10, 13, 16):
        arrivals.look({_A: FileFacts(2, 1)}, now_s)
    assert arrivals.due(16) == (_A,)

    arrivals.settle(_A, FileFacts(2, 1))
    arrivals.look({}, 20)
    arrivals.look({_A: FileFacts(2, 1)}, 30)
    assert arrivals.due(100) == ()


def test_that_a_file_that_is_put_off_holds_up_no_other(arrivals):
    _look(arrivals, [0, 3, 6], a=1, b=1)
    arrivals.postpone(Path("a.jpg"), 50)

    assert _look(arrivals, [8], a=1, b=1) == ["b.jpg"]
    assert _look(arrivals, [50], a=1, b=1) == ["a.jpg", "b.jpg"]
