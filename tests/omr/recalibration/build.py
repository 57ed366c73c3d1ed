"""Piles of made-up readings, and what people decide about them."""

from datetime import datetime, timedelta

from form_templates.model import ItemId
from omr.recalibration.offers import BatchOffer, offer_of_batch
from omr.recalibration.trials import Decisions
from omr.recheck.checks import AnswerKey
from omr.recheck.operators import Act
from omr.responses import DeliveredPage
from omr.results import Flag, ItemReading, PageOutcome
from omr.store.acceptances import EvidenceStamp
from omr.store.judgements import Said

NOTHING_SAID = Said(EvidenceStamp(*[(0, 0, 0)] * 6), {}, {})
TOLERANCE = 4e-4
DOUBTED = ItemId("q1")
OTHERS = tuple(ItemId(f"q{number}") for number in range(2, 12))
_START = datetime.fromisoformat("2026-03-01T08:00:00+07:00")


def doubtful_page(number: int, p_wrong: float = 0.05, flag: Flag = Flag.FAINT_MARK, **facts) -> DeliveredPage:
    """A page with one doubt, read as ``a``, and ten sure answers."""
    readings = {item: ItemReading(item, ("a",), 1e-6, frozenset()) for item in OTHERS}
    readings[DOUBTED] = ItemReading(DOUBTED, ("a",), p_wrong, frozenset({flag}))
    place = {"content_hash": f"{number:064d}", "readings": readings}
    return DeliveredPage(number, 1, f"{number}.jpg", 1, PageOutcome.READ, **place | facts)


def decide(number: int, answer=("a",), operator="Lan", *, item=DOUBTED, after_s=None, is_withdrawn=False) -> Act:
    """What somebody decides about a page, five seconds after the page before unless told otherwise."""
    moment = _START + timedelta(seconds=5 * number if after_s is None else after_s)
    key = AnswerKey(number, item)
    return Act(operator, moment.isoformat(), key, answer, is_check=False, is_withdrawn=is_withdrawn)


def offer(
    pages, acts, outcomes=None, said=NOTHING_SAID, tolerance=TOLERANCE, lookers=("lan", "minh")
) -> BatchOffer | None:
    """What may be accepted of a pile; those who decide are known to look."""
    return offer_of_batch(1, pages, Decisions(acts, outcomes or {}, lookers), said, tolerance)


def offered(found: BatchOffer | None) -> set[int]:
    """The pages of which something is offered."""
    return {answer.key.page_id for answer in found.answers} if found else set()
