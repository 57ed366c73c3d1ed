"""What a survey holds, in numbers."""

from collections import Counter
from typing import Any

from omr.health.wording import health_as_dict
from omr.recheck.state import load_state
from omr.recheck.wording import recheck_as_dict
from omr.results import AnswerStatus, PageOutcome
from omr.survey.folder import Survey
from omr.units.stacks import find_stacks
from omr.units.wording import stack_as_dict, stack_lines


def survey_overview(survey: Survey) -> dict[str, Any]:
    """Return pages, answers, re-check, respondents and forms per unit, as plain values for printing or JSON."""
    pages = survey.pages()
    responses = survey.responses()
    outcomes = Counter(page.outcome for page in pages)
    statuses = Counter(answer.status for response in responses for answer in response.answers)
    returned = Counter(response.unit for response in responses)
    issued = survey.store.issued.copies()
    stacks = find_stacks(pages, survey.units)
    names = {unit.code: unit.name for unit in survey.units}
    codes = [*names, *sorted((set(returned) | set(issued)) - set(names))]
    return {
        "name": survey.settings.name,
        "round": survey.settings.round_name,
        "template": survey.settings.template_id,
        "version": survey.settings.template_version,
        "pages": {
            "delivered": len(pages),
            **{each.value: outcomes[each] for each in PageOutcome if outcomes[each] or each is not PageOutcome.COVER},
        },
        "answers": {status.value: statuses[status] for status in AnswerStatus},
        "respondents": len(responses),
        "incomplete": sum(1 for response in responses if response.missing_pages),
        "recheck": recheck_as_dict(load_state(survey.rechecks, survey.settings.recheck_limit, pages)),
        "health": [health_as_dict(finding) for finding in survey.health_of(pages)],
        "stacks": [stack_as_dict(stack) for stack in stacks],
        "stack_lines": list(stack_lines(stacks)),
        "units": [
            {"code": code, "name": names.get(code, ""), "issued": issued.get(code, 0), "returned": returned[code]}
            for code in codes
        ],
    }
