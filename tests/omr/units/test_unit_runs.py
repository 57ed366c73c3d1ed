"""What a unit's count is made of: pages in a row that count for it for the same reason."""

from dataclasses import replace

from omr.responses import Aspect, DeliveredPage, UnitDoubt, UnitSource
from omr.results import PageOutcome, Reason
from omr.units.unit_runs import find_unit_runs, runs_without_unit
from tests.omr.build import read_page


def _page(number: int, source: str = "a.png", **facts: object) -> DeliveredPage:
    return replace(read_page(1, page_id=number, source=source), **facts)


def _ids(pages: list[DeliveredPage]) -> list[list[int | None]]:
    return [[page.page_id for page in run.pages] for run in find_unit_runs(pages)]


def test_that_pages_are_together_as_long_as_the_same_says_their_unit():
    by_folder = {"assigned_unit": "A1", "unit_folder": "An"}
    by_lan = {"assigned_unit": "A1", "said_by": {Aspect.UNIT: "Lan"}}
    pages = [_page(1, **by_folder), _page(2, "b.png", **by_folder), _page(3, **by_lan), _page(4)]

    runs = find_unit_runs([*pages, replace(_page(5), batch=2)])

    assert [[page.page_id for page in run.pages] for run in runs] == [[1, 2], [3], [4], [5]]
    assert [(run.unit, run.source, run.folder, run.said_by) for run in runs[:3]] == [
        ("A1", UnitSource.FOLDER, "An", ""),
        ("A1", UnitSource.PERSON, "", "Lan"),
        ("", None, "", ""),
    ]


def test_that_a_cover_and_the_end_of_a_file_of_several_pages_end_a_run():
    cover = DeliveredPage(3, 1, "a.png", 1, PageOutcome.COVER)
    second = replace(_page(6, "scan.pdf"), page_in_file=2)

    assert _ids([_page(1), _page(2, "b.png"), cover, _page(4), _page(5, "scan.pdf"), second, _page(7)]) == [
        [1, 2],
        [4],
        [5, 6],
        [7],
    ]


def test_that_paper_that_is_no_form_is_in_no_run():
    blank = replace(_page(2), outcome=PageOutcome.BLANK)
    again = replace(_page(3), outcome=PageOutcome.DUPLICATE, reason=Reason.ALREADY_DELIVERED)
    out = replace(_page(4), outcome=PageOutcome.TAKEN_OUT, reason=Reason.PAGE_TAKEN_OUT)

    assert _ids([_page(1), blank, again, out, _page(5)]) == [[1, 5]]


def test_that_what_waits_for_a_unit_is_what_was_read_and_counts_for_none():
    unread = replace(_page(3, unit_doubt=UnitDoubt.OUTSIDE), outcome=PageOutcome.UNREADABLE)
    pages = [_page(1, assigned_unit="A1"), _page(2, unit_doubt=UnitDoubt.NOT_CLOSED), unread]

    (waiting,) = runs_without_unit(pages)

    assert (waiting.doubt, waiting.pages) == (UnitDoubt.NOT_CLOSED, (pages[1],))
