"""What a request says of the file it asks for."""

from pathlib import Path

import pytest

from exports.export_request import ExportRequest
from form_templates.model import Language


@pytest.mark.parametrize(("name", "ending"), [("Kết quả.XLSX", ".xlsx"), ("a.b.csv", ".csv"), ("folder", "")])
def test_that_the_ending_is_told_in_small_letters(name: str, ending: str) -> None:
    assert ExportRequest(Path(name)).ending == ending


def test_that_a_path_alone_asks_for_the_whole_round_as_the_survey_says() -> None:
    request = ExportRequest(Path("a.xlsx"))

    assert request.language is Language.VIETNAMESE
    assert (request.settings, request.report_on, request.compare_with, request.with_crops) == (None, (), None, False)
