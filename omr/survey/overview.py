"""What a survey holds, in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from omr.health.wording import health_as_dict
from omr.recalibration.offers import find_offers
from omr.recalibration.wording import offer_as_dict, outdated_line
from omr.recheck.state import load_state
from omr.recheck.wording import recheck_as_dict
from omr.rescans.wording import question_as_dict, question_lines
from omr.respondents.wording import pile_as_dict
from omr.responses import DeliveredPage, ItemAnswer, Response
from omr.results import RARE_OUTCOMES, AnswerStatus, Flag, PageOutcome
from omr.survey.folder import Survey
from omr.units.listed_codes import ListedCodes, find_unlisted
from omr.units.stacks import find_stacks
from omr.units.unit_list import Unit
from omr.units.wording import stack_as_dict, stack_lines, unlisted_as_dict, unlisted_lines


def survey_overview(survey: Survey) -> dict[str, Any]:
    """Return pages, answers, re-check, respondents and forms per unit, as plain values for printing or JSON."""
    pages = survey.pages_of_all_forms()
    seen = [survey.of_form(template) for template in survey.forms.templates]
    by_form = [(form, form.responses_of(form.seen(pages))) for form in seen]
    responses = [response for _, of_form in by_form for response in of_form]
    outcomes = Counter(page.outcome for page in pages)
    statuses = _statuses(responses)
    counted = [response for response in responses if not response.is_rest]
    returned = Counter(response.unit for response in counted)
    issued = survey.store.issued.copies()
    stacks = find_stacks(pages, survey.units)
    unlisted = find_unlisted(pages, ListedCodes(survey.units))
    questions = survey.sheet_questions(pages)
    piles = [pile for form in seen for pile in form.pile_questions(form.seen(pages))]
    return {
        "name": survey.settings.name,
        "round": survey.settings.round_name,
        "template": survey.settings.template_id,
        "version": survey.settings.template_version,
        "pages": {
            "delivered": len(pages),
            **{each.value: outcomes[each] for each in PageOutcome if outcomes[each] or each not in RARE_OUTCOMES},
        },
        "answers": {status.value: statuses[status] for status in AnswerStatus},
        "answers_not_delivered": _not_delivered(responses),
        "respondents": len(counted),
        "incomplete": sum(1 for response in counted if response.missing_pages),
        **_offers_as_dict(seen, pages),
        "recheck": recheck_as_dict(load_state(survey.rechecks, survey.settings.recheck_limit, pages)),
        "health": [health_as_dict(finding) for finding in survey.health_of(survey.seen(pages))],
        "pile_questions": [pile_as_dict(pile) for pile in piles],
        "sheet_questions": [question_as_dict(question) for question in questions],
        "sheet_question_lines": list(question_lines(questions)),
        "stacks": [stack_as_dict(stack) for stack in stacks],
        "stack_lines": list(stack_lines(stacks)),
        "unlisted": [unlisted_as_dict(each) for each in unlisted],
        "unlisted_lines": list(unlisted_lines(unlisted)),
        "units": _units_as_dicts(survey.units, issued, returned),
        "forms": [_form_as_dict(form, of_form, pages) for form, of_form in by_form],
    }


def _offers_as_dict(forms: Sequence[Survey], pages: Sequence[DeliveredPage]) -> dict[str, Any]:
    """Return what people's decisions bear out of each form, and that they contradict what they bore out before."""
    offers = [find_offers(form.store, form.rechecks, form.seen(pages)) for form in forms]
    return {
        "offers": [offer_as_dict(offer) for of_form in offers for offer in of_form.batches],
        "outdated_lines": list(outdated_line(offers)),
    }


def _units_as_dicts(
    units: Sequence[Unit], issued: Mapping[str, int], returned: Mapping[str, int]
) -> list[dict[str, Any]]:
    """Return the forms handed out and returned of every unit, of those too that the list does not have."""
    names = {unit.code: unit.name for unit in units}
    codes = [*names, *sorted((set(returned) | set(issued)) - set(names))]
    return [
        {"code": code, "name": names.get(code, ""), "issued": issued.get(code, 0), "returned": returned.get(code, 0)}
        for code in codes
    ]


def _form_as_dict(survey: Survey, responses: Sequence[Response], pages: Sequence[DeliveredPage]) -> dict[str, Any]:
    """Return what the survey holds of the form that it is seen by."""
    template, statuses = survey.template, _statuses(responses)
    counted = [response for response in responses if not response.is_rest]
    read = sum(
        page.outcome is PageOutcome.READ and (not survey.forms.are_several or page.identity.form == template.key)
        for page in pages
        if page.identity
    )
    return {
        "form": str(template.key),
        "title": " ".join(template.title.in_language(template.language).split()),
        "issued": sum(survey.issued_copies().values()),
        "pages_read": read,
        "respondents": len(counted),
        "incomplete": sum(1 for response in counted if response.missing_pages),
        "answers": {status.value: statuses[status] for status in AnswerStatus},
    }


def _statuses(responses: Iterable[Response]) -> Counter[AnswerStatus]:
    return Counter(answer.status for response in responses for answer in _own_answers(response))


def _not_delivered(responses: Iterable[Response]) -> int:
    """Return how many answers count as flagged because their page is missing; reading a batch does not count them."""
    return sum(Flag.MISSING_PAGE in answer.flags for response in responses for answer in _own_answers(response))


def _own_answers(response: Response) -> Iterable[ItemAnswer]:
    """Return the answers of a respondent; of what is perhaps the rest of another one only those that are on it."""
    if not response.is_rest:
        return response.answers
    return [answer for answer in response.answers if Flag.MISSING_PAGE not in answer.flags]
