"""The answers one by one, as a pivot table takes them: their means are the figures of the workbook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.gathered.survey_facts import SurveyFacts
from exports.tally.survey_tally import tally_survey
from exports.workbook.book import write_workbook
from exports.workbook.sheets import answers
from form_templates.model import Language
from omr.survey.counting_rules import IndexRule, Weighting
from tests.exports.build import SMALL, UNITS, flagged, gathered, response, responses
from tests.exports.opening import opened

GIVEN = [
    *responses([{"c1": ("5",), "c3": ("na",)}, {"c1": ("2",)}, {"c2": ()}]),
    response(4, flagged("c1", ("5",)), unit="09166", c2=("1",)),
    response(5, sex=(), c1=(), c2=(), c3=("1",), all=(), late=()),  # answered too little to count
]


def written(tmp_path: Path, **more: Any) -> list[dict[str, Any]]:
    """Write a workbook of ``GIVEN`` and return the rows of its list of answers."""
    path = tmp_path / "out.xlsx"
    write_workbook(path, gathered(GIVEN, **more), Language.ENGLISH)
    heading, *rows = opened(path, data_only=True)["Answers"].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def test_that_every_row_is_an_answer_that_counts_with_all_that_a_pivot_asks_for(tmp_path: Path) -> None:
    rows = written(tmp_path, facts=SurveyFacts("x", "2020"))

    assert [(row["Response"], row["Item"], row["Value"], row["Satisfied (1/0)"]) for row in rows] == [
        (1, "c1", 5, 1), (1, "c2", 4, 1),
        (2, "c1", 2, 0), (2, "c2", 4, 1), (2, "c3", 4, 1),
        (3, "c1", 4, 1), (3, "c3", 4, 1),
        (4, "c2", 1, 0), (4, "c3", 4, 1),
    ]  # fmt: skip
    first = rows[0]
    assert (first["Unit code"], first["Unit"], first["Level"]) == ("09163", "Phường Vũ Ninh", "Commune")
    assert (first["Factor"], first["Weight"], first["Round"]) == ("Access", 1, "2020")


@pytest.mark.parametrize("weighting", list(Weighting))
def test_that_the_weighted_mean_of_satisfied_answers_is_the_index(tmp_path: Path, weighting: Weighting) -> None:
    units = [replace(unit, transactions={"09163": 900, "09166": 100}.get(unit.code)) for unit in UNITS]

    rows = written(tmp_path, units=units, facts=SurveyFacts("x", weighting=weighting))

    index = tally_survey(SMALL, GIVEN, units, IndexRule.POOLED, weighting=weighting).headline.value
    total = sum(row["Weight"] for row in rows)
    assert sum(row["Weight"] * row["Satisfied (1/0)"] for row in rows) / total == pytest.approx(index)


def test_that_too_many_answers_are_not_cut_but_said_to_be_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MOST_ROWS", 8)
    write_workbook(tmp_path / "out.xlsx", gathered(GIVEN), Language.ENGLISH)

    sheet = load_workbook(tmp_path / "out.xlsx")["Answers"]

    assert (sheet.max_row, len(sheet.tables)) == (1, 0)
    assert str(sheet["A1"].value).startswith("This round has 9 answers that count, and an Excel sheet has room for 8")


def test_that_a_survey_that_rates_nothing_has_no_such_sheet(tmp_path: Path) -> None:
    plain = replace(SMALL, sections=SMALL.sections[:1], overall_item=None)
    only_sex = replace(response(), answers=response().answers[:1])

    write_workbook(tmp_path / "out.xlsx", gathered([only_sex], plain), Language.ENGLISH)

    assert "Answers" not in opened(tmp_path / "out.xlsx").sheetnames
