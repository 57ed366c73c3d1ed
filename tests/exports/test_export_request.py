"""What a request says of the file it asks for."""

from pathlib import Path

import pytest

from exports.export_request import ExportRequest, file_name, path_of_form
from form_templates.model import Language


@pytest.mark.parametrize(("name", "ending"), [("Kết quả.XLSX", ".xlsx"), ("a.b.csv", ".csv"), ("folder", "")])
def test_that_the_ending_is_told_in_small_letters(name: str, ending: str) -> None:
    assert ExportRequest(Path(name)).ending == ending


def test_that_a_path_alone_asks_for_the_whole_round_as_the_survey_says() -> None:
    request = ExportRequest(Path("a.xlsx"))

    assert request.language is Language.VIETNAMESE
    assert (request.settings, request.report_on, request.compare_with, request.with_crops) == (None, (), None, False)


def test_that_a_name_too_long_for_a_disk_is_cut_before_its_tail_and_no_other_is_touched() -> None:
    long = path_of_form(Path("x") / f"{'Điều ' * 40}.xlsx", "sipas-2020-v2").name

    assert len(long.encode()) <= 255
    assert long.startswith("Điều Điều")
    assert long.endswith("…-sipas-2020-v2.xlsx")
    decomposed = "ke\u0302\u0301t"
    assert file_name(decomposed, ".csv") == f"{decomposed}.csv"
