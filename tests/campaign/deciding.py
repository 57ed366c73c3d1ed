"""A person who decides one answer after the other, and says after each that it is kept.

``python -m tests.campaign.deciding FOLDER review|recheck|accept OPERATOR``
"""

import sys
from pathlib import Path

from omr.clock import now
from omr.errors import PhieuError
from omr.recheck.session import RecheckSession
from omr.recheck.state import load_ordered_state
from omr.results import Acceptance, Verification
from omr.survey.folder import Survey

_RECHECKS = 40


def decide(folder: str, what: str, operator: str) -> None:
    """Decide every answer of a survey in order, re-check some or accept all; exit code 4 if that cannot be kept."""
    try:
        with Survey.open(Path(folder)) as survey:
            {"review": _review, "recheck": _recheck, "accept": _accept}[what](survey, operator)
    except (PhieuError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(4)


def _review(survey: Survey, operator: str) -> None:
    for page in survey.pages():
        for item_id, reading in page.readings.items():
            assert page.page_id is not None, "a page with readings is kept"
            survey.store.judgements.verify(page.page_id, item_id, Verification(reading.answer, operator, now()))
            _say(page.page_id, item_id)


def _recheck(survey: Survey, operator: str) -> None:
    pages = survey.pages()
    state = load_ordered_state(survey.rechecks, survey.settings.recheck_limit, pages)
    queue = [(key, state.pages[key.page_id]) for key in state.next_unchecked(None, _RECHECKS)]
    session = RecheckSession(survey.rechecks, operator, queue)
    while session.entry is not None:
        key = session.entry
        session.decide(session.page.readings[key.item_id].answer)
        _say(key.page_id, key.item_id)


def _accept(survey: Survey, operator: str) -> None:
    """Let every reading count, one after the other, as review does for what is offered: nothing is accepted twice."""
    judgements = survey.store.judgements
    for page in survey.pages():
        for item_id, reading in page.readings.items():
            assert page.page_id is not None, "a page with readings is kept"
            said = judgements.said()
            if item_id not in said.accepted.get(page.page_id, {}):
                accepted = Acceptance(reading.answer, reading.p_wrong, 0, 0, "{}", operator, now())
                judgements.accept([(page.page_id, item_id, accepted)], said.stamp)
                _say(page.page_id, item_id)


def _say(page_id: int, item_id: str) -> None:
    sys.stdout.write(f"{page_id} {item_id}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    decide(*sys.argv[1:4])
