"""What is taken out of the count stays where it is, counts nowhere, and counts again when it is brought back."""

from form_templates.model import ItemId
from omr.recheck.sample import accepted_answers
from omr.respondents.grouping import group_pages
from omr.results import PageOutcome, PageReading, Reason, Verification
from omr.review.queue import review_queue
from omr.store.change_log import ChangeKind, read_changes
from omr.store.deliveries import Content
from tests.omr.build import deliver, kept_reading


def _outcomes(survey):
    return [(page.source, page.outcome, page.reason) for page in survey.pages()]


def _next_batch(survey):
    survey.store.batches.finish(survey.store.batches.unfinished())


def test_that_a_page_taken_out_keeps_its_place_and_everything_known_about_it(survey):
    deliver(survey)
    deliver(survey, "b.jpg", "b" * 64, kept_reading("000002"))
    (first, _) = survey.pages()
    survey.store.judgements.verify(
        first.page_id, ItemId("c02"), Verification(("1",), "Lan", "2026-01-01T08:00:00+07:00")
    )

    survey.store.removals.take_out_pages([first.page_id], "Minh")

    out, other = survey.pages()
    assert (out.outcome, out.reason, out.detail) == (PageOutcome.TAKEN_OUT, Reason.PAGE_TAKEN_OUT, "Minh")
    assert other.outcome is PageOutcome.READ
    assert out.readings == first.readings
    assert out.verifications[ItemId("c02")].operator == "Lan"
    assert group_pages(survey.pages(), 2) == [(other,)]


def test_that_what_is_taken_out_is_neither_reviewed_nor_rechecked(survey):
    deliver(survey)
    (page,) = survey.pages()
    assert review_queue(survey.template, survey.pages())
    assert list(accepted_answers(survey.pages()))

    survey.store.removals.take_out_pages([page.page_id], "Minh")

    assert review_queue(survey.template, survey.pages()) == ()
    assert list(accepted_answers(survey.pages())) == []


def test_that_a_page_brought_back_counts_as_before(survey):
    deliver(survey)
    before = survey.pages()
    survey.store.removals.take_out_pages([before[0].page_id], "Minh")
    survey.store.removals.take_out_pages([before[0].page_id], "Lan")  # out already

    survey.store.removals.bring_back_pages([before[0].page_id])

    assert survey.pages() == before


def test_that_a_batch_taken_out_takes_along_all_that_came_in_it(survey):
    deliver(survey)
    batch = survey.store.batches.unfinished()
    survey.store.deliveries.refuse(batch, "gone.pdf", "", Reason.FILE_NOT_FOUND, "")
    _next_batch(survey)
    deliver(survey, "b.jpg", "b" * 64, kept_reading("000002"))

    survey.store.removals.take_out_batch(batch, "Minh")

    assert _outcomes(survey) == [
        ("a.jpg", PageOutcome.TAKEN_OUT, Reason.BATCH_TAKEN_OUT),
        ("gone.pdf", PageOutcome.TAKEN_OUT, Reason.BATCH_TAKEN_OUT),
        ("b.jpg", PageOutcome.READ, None),
    ]
    assert [record.taken_out_by for record in survey.store.batches.all()] == ["Minh", ""]
    survey.store.removals.bring_back_batch(batch)
    assert [record.taken_out_by for record in survey.store.batches.all()] == ["", ""]
    assert [outcome for _, outcome, _ in _outcomes(survey)] == [
        PageOutcome.READ,
        PageOutcome.UNREADABLE,
        PageOutcome.READ,
    ]


def test_that_a_page_of_a_batch_brought_back_stays_out_where_it_was_taken_out_itself(survey):
    deliver(survey)
    (page,) = survey.pages()
    survey.store.removals.take_out_pages([page.page_id], "Minh")
    survey.store.removals.take_out_batch(page.batch, "Minh")

    survey.store.removals.bring_back_batch(page.batch)

    assert [reason for _, _, reason in _outcomes(survey)] == [Reason.PAGE_TAKEN_OUT]


def test_that_the_same_file_in_a_later_batch_counts_instead_of_the_one_taken_out(survey):
    deliver(survey)
    first = survey.store.batches.unfinished()
    _next_batch(survey)
    second = survey.store.batches.start(survey.store.batches.conditions(first))
    survey.store.deliveries.add(second, "again.jpg", "", Content("a" * 64, ".jpg", 1), 10)
    assert [outcome for _, outcome, _ in _outcomes(survey)] == [PageOutcome.READ, PageOutcome.DUPLICATE]

    survey.store.removals.take_out_batch(first, "Minh")

    assert [outcome for _, outcome, _ in _outcomes(survey)] == [PageOutcome.TAKEN_OUT, PageOutcome.READ]
    assert [page.batch for (page,) in group_pages(survey.pages(), 2)] == [second]


def test_that_the_change_log_tells_who_took_what_out_and_that_it_was_brought_back(survey):
    deliver(survey)
    deliver(survey, "b.jpg", "b" * 64, PageReading(PageOutcome.BLANK, Reason.BLANK_PAGE))
    first, second = survey.pages()
    survey.store.removals.take_out_pages([second.page_id], "Lan")
    survey.store.removals.take_out_batch(first.batch, "Minh")
    survey.store.removals.bring_back_batch(first.batch)

    changes = read_changes(survey.store.database, survey.pages())

    assert [(each.kind, each.operator, each.place, each.value, bool(each.withdrawn_at)) for each in changes] == [
        (ChangeKind.PAGE_OUT, "Lan", ("b.jpg", 1), "", False),
        (ChangeKind.BATCH_OUT, "Minh", None, "1", True),
    ]
