"""Find items that read as left blank although there is ink in or around their response areas.

``omr.decisions`` then has a person look at them.
"""

from collections.abc import Iterable

from form_templates.model import ItemId
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.measuring import Measurements
from omr.marks.rings import PageRings
from omr.marks.stray_ink import SUSPICIOUS_MM2, Surroundings, suspicious_px
from omr.registration.located_page import LocatedPage
from omr.results import ItemReading


def find_suspect_blanks(
    page: LocatedPage,
    measured: Measurements,
    likelihoods: LogLikelihoods,
    around: Surroundings,
    readings: Iterable[ItemReading],
) -> frozenset[ItemId]:
    """Return which items, read as blank and not flagged, have as much ink in or around them as a mark may leave.

    Ink that was taken for a mark of another cell counts where it goes through a cell: two marks may have run together.

    Args:
        page: The page.
        measured: Its response areas.
        likelihoods: What the mark model says of them.
        around: The surroundings of the page's response areas.
        readings: Of its items.
    """
    blank: dict[ItemId, list[int]] = {
        reading.item_id: [] for reading in readings if not reading.answer and not reading.flags
    }
    for index, area in enumerate(page.model.layout.areas):
        if area.item_id in blank:
            blank[area.item_id].append(index)
    enough_px = suspicious_px(measured.ink_px[likelihoods.is_mark])
    marks = PageRings(page, likelihoods.is_mark_or_was)

    def holds_ink(index: int) -> bool:
        ink_px = float(measured.ink_px[index])
        return ink_px >= enough_px and ink_px * around.own_share(index, marks) >= enough_px

    return frozenset(
        item_id
        for item_id, areas in blank.items()
        if measured.holds_more[areas].any()
        or any(map(holds_ink, areas))
        or around.stray_ink_mm2(areas, marks) > SUSPICIOUS_MM2
    )
