"""The order that is named with the command joins the piles of its files, and says what came of it."""

from dataclasses import replace

from omr.batches.report import BatchReport
from omr.batches.wording import batch_as_dict, batch_lines
from omr.respondents.sides_apart import RunOrder
from omr.responses import Aspect
from omr.results import AnswerStatus, PageOutcome
from omr.review.pile_joining import join_piles
from tests.omr.build import deliver, kept_reading


def _report(survey):
    return BatchReport(
        dict.fromkeys(PageOutcome, 0),
        dict.fromkeys(AnswerStatus, 0),
        (),
        1.0,
        0,
        pile_questions=survey.pile_questions(survey.pages()),
    )


def _deliver_sides(survey, written):
    for number, page in enumerate(written, start=1):
        reading = replace(kept_reading(), items=(), marks=())
        reading = replace(reading, identity=replace(reading.identity, page=int(page)))
        deliver(survey, f"{number}.jpg", str(number) * 64, reading)


def test_that_a_named_order_joins_the_pile_and_is_signed(survey):
    _deliver_sides(survey, "1122")
    asked = _report(survey)

    done = join_piles(survey, asked, RunOrder.TURNED)

    assert any("2 x page 1, then 2 x page 2" in line for line in batch_lines(asked))
    assert (done.piles_joined, done.pile_questions) == (2, ())
    assert all(page.said_by[Aspect.RESPONDENT] for page in survey.pages())
    assert any(line.startswith("joined   sides of 2 forms") for line in batch_lines(done))
    assert batch_as_dict(done)["piles_joined"] == 2
    again = join_piles(survey, _report(survey), RunOrder.SAME)
    assert any(line.startswith("joined   nothing") for line in batch_lines(again))


def test_that_a_pile_with_a_side_missing_is_joined_in_no_order(survey):
    _deliver_sides(survey, "11122")

    done = join_piles(survey, _report(survey), RunOrder.SAME)

    assert done.piles_joined == 0
    assert len(done.pile_questions) == 1
    assert not any(page.said_by for page in survey.pages())
