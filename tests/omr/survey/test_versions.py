"""Versions on the same paper count together where their questions mean the same, and only there."""

from omr.results import Flag, PageOutcome
from omr.survey.versions import counted_together, is_counted_elsewhere, shared_items
from tests.omr.two_versions import FIRST, SECOND, corrected, of_other_values


def test_that_pages_of_the_earlier_version_count_with_the_later_one(survey_of):
    survey = survey_of(corrected)
    pages = survey.pages()
    assert [page.outcome for page in pages] == [PageOutcome.OTHER_FORM, PageOutcome.READ]

    responses = survey.responses_of(survey.counted(pages))

    assert [response.answers[0].answer for response in responses] == [("1",), ("2",)]
    assert [response.answers[0].answer for response in survey.responses()] == [("2",)]


def test_that_a_question_of_other_values_is_missing_in_what_was_read_before(survey_of):
    survey = survey_of(of_other_values)

    before, now = survey.responses_of(survey.counted(survey.pages()))

    assert before.answers[0].answer is None
    assert before.answers[0].flags == {Flag.MISSING_PAGE}
    assert before.answers[1].answer == ("2",)
    assert now.answers[0].answer == ("2",)
    assert not is_counted_elsewhere(survey.forms, survey.forms.first.template)


def test_that_an_earlier_version_does_not_count_what_a_later_one_read(survey_of):
    survey = survey_of(corrected)
    first = survey.of_form(survey.forms.first.template)

    pages = counted_together(first.forms, first.template, first.pages())

    assert [page.outcome for page in pages] == [PageOutcome.READ, PageOutcome.OTHER_FORM]


def test_that_versions_on_other_paper_are_counted_apart(survey_of):
    survey = survey_of(corrected)
    blank = survey.forms.first.folder / "blank-1.png"
    blank.write_bytes(blank.read_bytes() + b"\0")

    assert survey.counted(survey.pages()) == survey.pages()


def test_that_copies_of_all_versions_were_issued(survey_of):
    survey = survey_of(corrected)
    survey.store.issued.add({"": 1}, 3, FIRST)
    survey.store.issued.add({"": 4}, 2, SECOND)

    assert survey.issued_copies() == {"": 2}
    assert survey.counted_copies() == {"": 5}


def test_that_only_questions_that_mean_the_same_are_shared(survey_of):
    form = survey_of(corrected).template

    assert shared_items(form, of_other_values(form)) == {item.item_id for item in form.items()} - {"c01"}
