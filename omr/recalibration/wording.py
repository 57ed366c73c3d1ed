"""English for the command line, of what people's decisions bear out."""

from typing import Any

from omr.recalibration.offers import BatchOffer


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
