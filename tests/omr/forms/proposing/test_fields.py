"""Forms that can be filled in on a screen: their fields are printed as boxes."""

import pytest

from omr.forms.proposing.template_proposal import Proposal
from tests.omr.forms.proposing.sheet import Sheet, propose


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    sheet = Sheet()
    sheet.write(20, 30, "1. Giới tính:")
    for x, option in ((60, "Nam"), (100, "Nữ")):
        sheet.box(x, 26.5, 4)
        sheet.write(x + 6, 30, option)
    sheet.write(20, 50, "2. Ông bà đến lần đầu:")
    for x, option in ((80, "Có"), (120, "Không")):
        sheet.field(x, 46.5, 4)
        sheet.write(x + 6, 50, option)
    return propose(sheet, tmp_path_factory.mktemp("fields"))


def test_that_boxes_to_be_ticked_on_a_screen_are_found_beside_drawn_ones(proposal: Proposal) -> None:
    labels = [[option.label.vi for option in item.options] for item in proposal.template.items()]

    assert labels == [["Nam", "Nữ"], ["Có", "Không"]]


def test_that_a_field_lies_where_it_is_printed(proposal: Proposal) -> None:
    area = proposal.template.page(1).areas[2]

    assert (area.rect.x_mm, area.rect.y_mm) == pytest.approx((80, 46.5), abs=0.3)
