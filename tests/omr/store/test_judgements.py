"""What people say about answers: the last word counts, and each can be taken back."""

from form_templates.model import ItemId
from omr.results import Verification
from tests.omr.build import deliver


def test_that_the_last_verification_in_force_counts_and_undo_brings_back_the_one_before(survey):
    deliver(survey)
    page_id = survey.pages()[0].page_id
    item = ItemId("c02")
    survey.store.judgements.verify(page_id, item, Verification(("3",), "Lan", "2020-11-18T09:00:00+07:00"))
    last = survey.store.judgements.verify(page_id, item, Verification(None, "Minh", "2020-11-18T09:01:00+07:00", "mờ"))

    in_force = survey.pages()[0].verifications[item]
    survey.store.judgements.withdraw_verification(last)
    after_undo = survey.pages()[0].verifications[item]

    assert (in_force.answer, in_force.operator, in_force.note) == (None, "Minh", "mờ")
    assert after_undo.answer == ("3",)
    assert survey.pages()[0].readings[item].answer == ()
