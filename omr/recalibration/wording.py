"""English for the command line, of what people's decisions bear out."""

from collections.abc import Iterable, Iterator
from typing import Any

from omr.recalibration.offers import BatchOffer, Offers


def offer_as_dict(offer: BatchOffer) -> dict[str, Any]:
    """Return what may be accepted of a batch as plain values, with a sentence."""
    return {
        "batch": offer.batch,
        "answers": len(offer.answers),
        "decisions": offer.decisions,
        "changed": offer.changed,
        "text": (
            f"batch {offer.batch}: {len(offer.answers)} flagged answers can be accepted within the same tolerance, "
            f"going by {offer.decisions} decisions; review shows them"
        ),
    }


def outdated_line(offers: Iterable[Offers]) -> Iterator[str]:
    """Yield a sentence about what was accepted and is no longer borne out, if there is any."""
    count = sum(len(each.outdated) for each in offers)
    if count:
        yield f"{count} answers accepted before are no longer borne out by decisions since; look at them in review"
