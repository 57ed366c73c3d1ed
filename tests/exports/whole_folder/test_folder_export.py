"""Everything in one folder: what is there, what the README says of it, and that its lines load the data."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from exports.export_request import ExportRequest
from exports.gathered.survey_facts import SurveyFacts
from exports.survey_export import write_file
from exports.whole_folder.folder_export import export_folder
from exports.whole_folder.read_me import FolderFiles, python_lines, r_lines, read_me
from exports.wording.speaker import Speaker
from form_templates.model import Language
from omr.errors import PartOfSurvey
from omr.survey.counting_rules import IndexRule
from tests.exports.build import gathered, response

FILES = FolderFiles("a.xlsx", "answers.csv", "a.pdf", "a.sav", "a-setup.sps", "a.parquet")


def test_that_every_file_of_the_folder_is_named_in_its_readme_and_no_other(survey, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    folder = export_folder(survey, ExportRequest(tmp_path / "all"), lambda *progress: told.append(progress))

    text = (folder / "README.txt").read_text("utf-8-sig")
    named = set(re.findall(r"^(\S.*\.\w+)$", text, re.MULTILINE))
    assert named == {path.name for path in folder.iterdir()} - {"README.txt"}
    assert {Path(name).suffix for name in named} == {".xlsx", ".csv", ".pdf", ".sav", ".sps", ".parquet"}
    assert told == [(done, 5) for done in range(5)]


def test_that_the_folder_of_scans_is_no_place_for_it(survey) -> None:
    with pytest.raises(PartOfSurvey):
        export_folder(survey, ExportRequest(survey.folder / "scans"))


def test_that_the_lines_of_python_run_and_find_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = gathered([response(1, c1=("2",)), response(2, c2=())])
    for name in (FILES.answers, FILES.spss, FILES.parquet):
        write_file(found, ExportRequest(tmp_path / name))
    monkeypatch.chdir(tmp_path)
    printed, names = io.StringIO(), {}

    with contextlib.redirect_stdout(printed):
        exec("\n".join(python_lines(FILES, Speaker(Language.VIETNAMESE))), names)

    assert float(printed.getvalue()) == 4 / 5
    assert len(names["answers"]) == 2 * 11
    assert names["data"].c1.tolist() == [2, 4]
    assert names["meta"].column_names_to_labels["c1"] == "Tiêu chí"


def test_that_it_speaks_either_language_and_of_a_pile_that_nobody_joined() -> None:
    rest = response(2)
    object.__setattr__(rest, "is_rest", True)
    plain, open_pile = gathered([response(1)]), gathered([response(1), rest])

    english = read_me(open_pile, FILES, Speaker(Language.ENGLISH))

    assert "1 valid responses of 2." in english
    assert "1 parts of forms are perhaps the other side of a form" in english
    assert "mặt sau" not in read_me(plain, FILES, Speaker(Language.VIETNAMESE))
    assert "99 bỏ trống" in read_me(plain, FILES, Speaker(Language.VIETNAMESE))


def test_that_it_says_where_the_index_is_not_the_share_that_its_lines_find() -> None:
    texts = {
        rule: read_me(
            gathered([response(1)], facts=SurveyFacts("K", index_rule=rule)), FILES, Speaker(Language.ENGLISH)
        )
        for rule in IndexRule
    }

    said = {rule for rule, text in texts.items() if "which may differ" in " ".join(text.split())}
    assert said == {IndexRule.EQUAL_CRITERIA, IndexRule.EQUAL_FACTORS}


def test_that_names_are_quoted_for_python_and_r() -> None:
    odd = FolderFiles("a.xlsx", "answers.csv", "a.pdf", 'Đợt "2".sav', "a.sps", "a.parquet")

    for lines in (python_lines, r_lines):
        assert any('"Đợt \\"2\\".sav"' in line for line in lines(odd, Speaker(Language.ENGLISH)))
