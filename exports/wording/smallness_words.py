"""Say why a figure is greyed and not ranked: in the workbook and the report alike."""

from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from exports.tally.statistics.share import Share
from exports.tally.statistics.smallness import Smallness, smallness_of
from exports.wording.numerals import count, decimal
from exports.wording.speaker import Speaker
from form_templates.model import Text

_FEW_FORMS = Text(
    "Chỉ có {valid} phiếu hợp lệ (dưới {limit}): chỉ để tham khảo.",
    "Only {valid} valid responses (fewer than {limit}): a hint only.",
)
_UNSURE = Text(
    "Cỡ mẫu tương đương chỉ là {size} (dưới {limit}): chỉ để tham khảo.",
    "The equivalent sample is only {size} (below {limit}): a hint only.",
)
_GREY = Text(
    "In xám: dưới {limit} phiếu hợp lệ hoặc cỡ mẫu tương đương dưới {limit}, chỉ để tham khảo, không xếp hạng.",
    "Grey: fewer than {limit} valid responses or an equivalent sample below {limit}, a hint only, not ranked.",
)
_FEW_PEOPLE = Text(
    "Chỉ có {people} người (dưới {limit}): chỉ để tham khảo.", "Only {people} people (fewer than {limit}): a hint only."
)


def few_people(say: Speaker, people: int) -> str:
    """Say that what so few people chose is no more than a hint."""
    return say(_FEW_PEOPLE, people=count(say, people), limit=FEWEST_FOR_A_RANK)


def why_small(say: Speaker, valid: int, share: Share) -> str:
    """Return why the share of ``valid`` responses is no more than a hint; nothing if it is more, or nobody answered."""
    smallness = smallness_of(valid, share)
    if smallness is None or not valid:
        return ""
    if smallness is Smallness.FEW_FORMS:
        return say(_FEW_FORMS, valid=count(say, valid), limit=FEWEST_FOR_A_RANK)
    return say(_UNSURE, size=decimal(say, share.sample_size, 1), limit=FEWEST_FOR_A_RANK)


def grey_text(say: Speaker) -> str:
    """Say what grey means."""
    return say(_GREY, limit=FEWEST_FOR_A_RANK)
