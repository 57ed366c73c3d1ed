"""What pages came through: a scanner or a camera. What helps a pile depends on it."""

from collections.abc import Iterable
from enum import StrEnum

_LEAST_PHOTO, _MOST_SCAN = 0.8, 0.2  # probability of a photograph; in between no advice is given that suits one alone


class Medium(StrEnum):
    """What a page came through."""

    SCAN = "scan"
    PHOTO = "photo"
    UNSURE = "unsure"  # of a page: it cannot be told; of a pile: some pages are scans and some are photographs


def medium_of(p_photo: float) -> Medium:
    """Return what a page came through, as far as that is sure, by how probable it is that it was photographed."""
    if p_photo >= _LEAST_PHOTO:
        return Medium.PHOTO
    return Medium.SCAN if p_photo <= _MOST_SCAN else Medium.UNSURE


def medium_of_pile(media: Iterable[Medium]) -> Medium:
    """Return what a pile came through; pages that cannot be told go with the others. Scans where none was measured."""
    told = set(media)
    surely = told - {Medium.UNSURE}
    if len(surely) == 1:
        return surely.pop()
    return Medium.UNSURE if told else Medium.SCAN
