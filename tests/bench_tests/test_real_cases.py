import json
from pathlib import Path
from typing import Any

import pytest

from form_templates.model import ItemId
from omr.responses import DeliveredPage
from omr.results import Flag, ItemReading, PageOutcome
from tests.bench.real_cases import compare_real, find_cases, parse_truth


def _page(source: str, readings: dict[str, tuple[str, ...]], *, flagged: tuple[str, ...] = ()) -> DeliveredPage:
    made = {
        ItemId(item): ItemReading(ItemId(item), answer, 1e-5, frozenset({Flag.UNCERTAIN} if item in flagged else ()))
        for item, answer in readings.items()
    }
    return DeliveredPage(1, 1, source, 1, PageOutcome.READ, readings=made)


def test_that_the_order_of_marked_options_does_not_matter() -> None:
    truth = parse_truth({"a.jpg": {"q1": ["B", "A"]}})

    compared = compare_real(truth, [_page("a.jpg", {"q1": ("A", "B")})])

    assert [each.is_wrong for each in compared.answers] == [False]


def test_that_an_accepted_wrong_answer_is_told_from_a_flagged_one() -> None:
    truth = parse_truth({"a.jpg": {"q1": ["A"], "q2": [], "q3": ["C"]}})

    compared = compare_real(truth, [_page("a.jpg", {"q1": ("B",), "q2": ("B",), "q3": ("C",)}, flagged=("q2",))])

    assert (compared.measured.all.wrong, compared.measured.all.flagged) == (1, 1)
    assert [each.is_to_be_looked_at for each in compared.answers] == [True, True, False]


@pytest.mark.parametrize(
    "marked",
    [
        {"q1": {"either_reading_is_fair": ["A"]}, "q2": ["A"]},
        {"q1": [], "q2": ["A"], "either_reading_is_fair": ["q1"]},
    ],
)
def test_that_fair_readings_are_left_out(marked: dict[str, Any]) -> None:
    truth = parse_truth({"a.jpg": marked})

    compared = compare_real(truth, [_page("a.jpg", {"q1": (), "q2": ("A",)})])

    assert compared.fair == 1
    assert [each.item_id for each in compared.answers] == ["q2"]


def test_that_pages_unread_missing_or_taken_for_another_are_not_compared() -> None:
    truth = parse_truth({"a.jpg": {"q1": ["A"]}, "b.jpg": {"q1": ["A"]}, "c.jpg": {"q9": ["A"]}, "d.jpg": {"q1": []}})
    blurred = DeliveredPage(2, 1, "b.jpg", 1, PageOutcome.FOREIGN, reason="no-fiducials")

    pages = [_page("a.jpg", {"q1": ("A",)}), blurred, _page("c.jpg", {"q1": ()})]
    compared = compare_real(truth, pages)

    assert compared.pages == 4
    assert compared.unread == (
        ("b.jpg", "foreign: no-fiducials"), ("c.jpg", "read as another page of the form"), ("d.jpg", "not delivered"),
    )  # fmt: skip
    assert [each.file for each in compared.answers] == ["a.jpg"]


def test_that_blank_pages_come_in_order_of_their_numbers(tmp_path: Path) -> None:
    case = tmp_path / "form"
    (case / "scans").mkdir(parents=True)
    for name in ("page-10.png", "page-2.png", "scans/a.jpg", "scans/unknown.jpg"):
        (case / name).write_bytes(b"")
    (case / "truth.json").write_text(json.dumps({"a.jpg": {"q1": []}}), encoding="utf-8")

    (found,) = find_cases(tmp_path)

    assert [page.name for page in found.blank_pages] == ["page-2.png", "page-10.png"]
    assert [scan.name for scan in found.scans] == ["a.jpg"]


def test_that_a_folder_without_cases_gives_none(tmp_path: Path) -> None:
    assert find_cases(tmp_path / "nowhere") == ()
    assert find_cases(tmp_path) == ()
