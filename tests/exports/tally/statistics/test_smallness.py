"""Which figures are no more than a hint, and why."""

from dataclasses import replace
from math import inf

import pytest

from exports.tally.statistics.share import Share
from exports.tally.statistics.smallness import Smallness, smallness_of
from exports.wording.smallness_words import why_small
from exports.wording.speaker import Speaker
from form_templates.model import Language

SURE = Share(0.9, 594, 660, 30, 118.4)
VIETNAMESE = Speaker(Language.VIETNAMESE)


@pytest.mark.parametrize(
    ("valid", "equivalent", "expected"),
    [
        (30, 118.4, None),
        (30, 30 - 1e-12, None),  # how numbers are kept is no reason
        (30, inf, None),
        (29, 118.4, Smallness.FEW_FORMS),
        (12, inf, Smallness.FEW_FORMS),
        (400, 29.4, Smallness.UNSURE),
        (0, None, Smallness.FEW_FORMS),
    ],
)
def test_that_a_figure_is_small_by_its_forms_or_by_what_it_is_as_sure_as(
    valid: int, equivalent: float | None, expected: Smallness | None
) -> None:
    assert smallness_of(valid, replace(SURE, equivalent=equivalent)) is expected


def test_that_the_reason_is_said_with_its_number() -> None:
    assert why_small(VIETNAMESE, 30, SURE) == ""
    assert why_small(VIETNAMESE, 0, Share.pooled(0, 0, 0)) == ""
    assert why_small(VIETNAMESE, 29, SURE) == "Chỉ có 29 phiếu hợp lệ (dưới 30): chỉ để tham khảo."
    unsure = replace(SURE, equivalent=29.44)
    assert why_small(VIETNAMESE, 400, unsure) == "Cỡ mẫu tương đương chỉ là 29,4 (dưới 30): chỉ để tham khảo."
    assert "29.4 (below 30)" in why_small(Speaker(Language.ENGLISH), 400, unsure)
