"""The sheet of stacks says what a unit's count is made of, and where paper and list write a code otherwise."""

import pytest

from exports.wording.speaker import Speaker
from exports.workbook.sheets.records.stacks import why_counted
from form_templates.model import Language
from omr.units.stacks import place_in_stacks
from omr.units.unit_list import Unit
from omr.units.unit_runs import find_unit_runs
from tests.omr.build import read_page

_SAY = Speaker(Language.VIETNAMESE)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("27", "in trên phiếu"),
        ("09163", "in trên phiếu, ghi là 09163"),
        ("B7", "in trên phiếu"),
        ("", "không có gì cho biết đơn vị"),
    ],
)
def test_that_a_run_says_what_names_its_unit_and_how_the_paper_writes_a_code_without_the_same_zeros(printed, told):
    page = read_page(1, "1" if printed else "", unit=printed)
    (run,) = find_unit_runs(place_in_stacks([page], (Unit("9163", "A"), Unit("27", "B"))))

    assert why_counted(_SAY, run) == told
    assert run.is_unlisted == (printed == "B7")
