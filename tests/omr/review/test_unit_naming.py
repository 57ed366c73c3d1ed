"""Units named for ranges of pages: what is meant, what is refused, and what stays on record."""

from dataclasses import replace

import pytest

from omr.errors import NoSuchPages, UnclearRange, UnitNamedBefore, UnknownUnit
from omr.results import PageOutcome, PageReading, Reason
from omr.review.page_assignments import take_back
from omr.review.unit_naming import ask_range, name_unit_of, naming_line
from omr.store.change_log import ChangeKind, read_changes
from tests.omr.build import deliver, kept_reading

_FOREIGN = PageReading(PageOutcome.FOREIGN, Reason.PAGE_NOT_IDENTIFIED)


@pytest.fixture
def delivered(survey):
    """Three files of one page each that name no unit."""
    for number in (1, 2, 3):
        deliver(survey, f"{number}.jpg", str(number) * 64, _FOREIGN)
    return survey


def _units(survey):
    return [page.unit for page in survey.pages()]


def test_that_a_file_and_a_batch_can_be_named(delivered):
    assert name_unit_of(delivered, ask_range("2.jpg", 0, "1-9", ""), "09163", "Lan", is_replacing=False) == 1
    assert _units(delivered) == ["", "09163", ""]
    assert name_unit_of(delivered, ask_range("", 1, "", ""), "09163", "Lan", is_replacing=False) == 3


def test_that_saying_the_same_again_changes_nothing_and_says_so(delivered):
    told = []
    for _ in range(2):
        count = name_unit_of(delivered, ask_range("1.jpg", 0, "", ""), "09163", "Lan", is_replacing=False)
        told.append(naming_line(count, "09163"))

    assert told == [
        "1 page now counts for unit 09163.",
        "It was said before that these pages count for unit 09163; nothing was changed.",
    ]
    assert len(read_changes(delivered.store.database, delivered.pages())) == 1


def test_that_a_later_word_never_silently_replaces_an_earlier_one(delivered):
    name_unit_of(delivered, ask_range("1.jpg", 0, "", ""), "09163", "Lan", is_replacing=False)

    with pytest.raises(UnitNamedBefore, match="1 for unit 09163"):
        name_unit_of(delivered, ask_range("", 1, "", ""), "09166", "Minh", is_replacing=False)

    assert _units(delivered) == ["09163", "", ""]


def test_that_a_replaced_word_is_kept_told_as_replaced_and_counts_again_when_the_later_is_taken_back(delivered):
    for unit, operator in (("09163", "Lan"), ("09166", "Minh")):
        name_unit_of(delivered, ask_range("1.jpg", 0, "", ""), unit, operator, is_replacing=True)

    changes = read_changes(delivered.store.database, delivered.pages())

    assert [(each.kind, each.value, bool(each.replaced_at), each.note) for each in changes] == [
        (ChangeKind.UNIT, "09163", True, "1.jpg"),
        (ChangeKind.UNIT, "09166", False, "1.jpg"),
    ]
    assert _units(delivered)[0] == "09166"
    take_back(delivered.store, delivered.pages()[:1])
    assert _units(delivered)[0] == "09163"


@pytest.mark.parametrize(("pages", "serials"), [("5-3", ""), ("a", ""), ("", "0-4"), ("1,5", ""), ("", "")])
def test_that_what_is_no_range_is_refused(pages, serials):
    with pytest.raises(UnclearRange):
        ask_range("" if not (pages or serials) else "a.pdf", 0, pages, serials)


def test_that_no_page_or_no_such_unit_is_a_sentence_and_changes_nothing(delivered):
    with pytest.raises(NoSuchPages):
        name_unit_of(delivered, ask_range("9.jpg", 0, "", ""), "09163", "Lan", is_replacing=False)
    with pytest.raises(UnknownUnit):
        name_unit_of(delivered, ask_range("1.jpg", 0, "", ""), "00000", "Lan", is_replacing=False)
    assert _units(delivered) == ["", "", ""]


def test_that_pages_of_a_unit_that_is_not_in_the_list_are_named_by_what_is_printed_on_them(survey):
    reading = kept_reading()
    assert reading.identity is not None
    deliver(survey, "1.jpg", "1" * 64, replace(reading, identity=replace(reading.identity, unit="B7")))
    deliver(survey, "2.jpg", "2" * 64, kept_reading("000002"))
    with pytest.raises(NoSuchPages, match="printed for B8"):
        name_unit_of(survey, ask_range("", 0, "", "", "B8"), "09166", "Lan", is_replacing=False)

    assert name_unit_of(survey, ask_range("", 0, "", "", "B7"), "09166", "Lan", is_replacing=False) == 1

    assert [(page.unit, page.printed_unit, page.is_unlisted) for page in survey.pages()] == [
        ("09166", "B7", False),
        ("09163", "09163", False),
    ]
