"""Whether what was accepted for people's decisions is still borne out by those that were made, or taken back, since."""

from collections.abc import Sequence

from form_templates.model import ItemId
from omr.recalibration.calibration import Calibration
from omr.recalibration.evidence import are_enough, limits_of
from omr.recalibration.trials import Decisions, gather_trials, is_recalibrated, kind_of
from omr.recheck.checks import AnswerKey
from omr.responses import DeliveredPage
from omr.store.judgements import Said
from omr.tolerance import most_doubtful

_CLEARLY = 2.0  # times the limit of a single answer: a refit moves a little with every decision


def no_longer_borne_out(
    pages: Sequence[DeliveredPage], decisions: Decisions, said: Said, tolerance: float
) -> frozenset[AnswerKey]:
    """Return the answers of one batch that were accepted, and would clearly not be now; people decided none of them.

    They stay accepted until somebody looks at them.

    Args:
        pages: Of the batch, those that were read.
        decisions: What people decided.
        said: What else they say of single answers.
        tolerance: The batch's own: the share of accepted answers that may be wrong.
    """
    accepted = [
        (page, item_id) for page in pages for item_id in page.readings if _stands(page, item_id, decisions, said)
    ]
    trials = gather_trials(pages, decisions) if accepted else ()
    calibration = Calibration(trials)
    is_taught = are_enough(trials) and calibration.gain > 0.0
    limits = limits_of(trials)
    found = set()
    for page, item_id in accepted:
        reading = page.readings[item_id]
        kind = kind_of(reading)
        (p_wrong,) = calibration.p_wrong(kind, [reading.p_wrong])
        is_surer = reading.p_wrong < limits[kind]
        if not (is_taught and is_surer and p_wrong <= _CLEARLY * most_doubtful(tolerance)):
            found.add(_key(page, item_id))
    return frozenset(found)


def _stands(page: DeliveredPage, item_id: ItemId, decisions: Decisions, said: Said) -> bool:
    """Whether an answer counts because it was accepted, for nobody decided or doubts it."""
    key = _key(page, item_id)
    return (
        item_id in said.accepted.get(key.page_id, {})
        and item_id not in said.doubted.get(key.page_id, ())
        and is_recalibrated(page, item_id)
        and not decisions.is_decided(key)
    )


def _key(page: DeliveredPage, item_id: ItemId) -> AnswerKey:
    assert page.page_id is not None, "pages that were read are kept"
    return AnswerKey(page.page_id, item_id)
