"""Joining the sides of piles in the order that a person named with the command that reads them."""

from dataclasses import replace

from omr.batches.report import BatchReport
from omr.respondents.sides_apart import RunOrder
from omr.review.page_assignments import join_pile
from omr.review.unit_naming import login
from omr.survey.folder import Survey


def join_piles(survey: Survey, report: BatchReport, order: RunOrder) -> BatchReport:
    """Join the sides of the piles that a report asks about, signed by who is logged in; where the order is possible.

    Returns:
        The report, asking about the others only.
    """
    asked = [question for question in report.pile_questions if order in question.orders]
    operator = login()
    joined = sum(join_pile(survey.store, question, order, operator) for question in asked)
    open_ones = tuple(question for question in report.pile_questions if question not in asked)
    return replace(report, pile_questions=open_ones, piles_joined=joined)
