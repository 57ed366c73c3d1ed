"""Three made-up rounds with a known story: the workbook tells it, and no other."""

from pathlib import Path
from typing import Any

import pytest

from exports.demo import rounds
from exports.demo.rounds import BETTER_SECTION, WORSE_UNIT, YEARS, run_rounds_demo
from exports.rounds.comparison import compare_rounds
from exports.rounds.differences import Difference
from exports.rounds.earlier_rounds import read_round
from exports.tally.answer_table import ValidityRule
from omr.survey.folder import Survey
from tests.exports.opening import opened

SAME, UP, DOWN = "khác biệt không có ý nghĩa thống kê", "tăng", "giảm"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder of the rounds, and what the demo said; fewer people answer than in the demo, and tell the story."""
    folder = tmp_path_factory.mktemp("rounds")
    said: list[str] = []
    with pytest.MonkeyPatch.context() as fewer:
        fewer.setattr(rounds, "CENTRE_FORMS", 60)
        fewer.setattr(rounds, "COMMUNE_FORMS", 1)
        run_rounds_demo(folder, lambda line: said.append(str(line)))
    return folder, said


@pytest.fixture(scope="module")
def book(made: tuple[Path, list[str]]) -> Any:
    """The workbook of the last round."""
    return opened(next((made[0] / YEARS[-1] / "exports").glob("*.xlsx")))


def conclusions(book: Any, sheet: str, block: str) -> list[tuple[str, str, str, str]]:
    """Return name, code, earlier round and conclusion of every row of a block."""
    lines = [list(line) for line in book[sheet].iter_rows(values_only=True)]
    first = next(n for n, line in enumerate(lines) if line[0] == block) + 3
    end = next((n for n in range(first, len(lines)) if lines[n][0] is None), len(lines))
    return [(line[0], line[1] or "", line[2], line[14]) for line in lines[first:end]]


def test_that_access_went_up_against_both_rounds_and_nothing_else_changed(book: Any) -> None:
    found = conclusions(book, "So sánh năm trước", "Chỉ số chung và yếu tố")

    assert [(name, against) for name, _, against, told in found if told != SAME] == [
        ("I. Tiếp cận dịch vụ", "2019"),
        ("I. Tiếp cận dịch vụ", "2018"),
    ]
    assert {told for name, _, _, told in found if name.startswith("I. ")} == {UP}
    assert len(found) == 12


def test_that_of_the_criteria_those_of_access_went_up(made: tuple[Path, list[str]], book: Any) -> None:
    with Survey.open(made[0] / YEARS[-1]) as survey:
        section = next(each for each in survey.template.sections if each.section_id == BETTER_SECTION)
    better = {item.item_id for item in section.items}

    found = conclusions(book, "So sánh năm trước", "Tiêu chí")

    assert {code for _, code, _, told in found if told == UP} == better
    assert {told for _, code, _, told in found if code not in better} == {SAME}


def test_that_one_district_went_down_and_the_others_did_not_change(book: Any) -> None:
    found = conclusions(book, "So sánh đơn vị", "Từng đơn vị")

    centres = [(code, against, told) for _, code, against, told in found if len(code) < 5]
    assert [(code, against) for code, against, told in centres if told == DOWN] == [
        (WORSE_UNIT, "2019"),
        (WORSE_UNIT, "2018"),
    ]
    assert {told for code, _, told in centres if code != WORSE_UNIT} == {SAME}
    assert len(centres) == 18


def test_that_communes_are_new_and_not_compared(book: Any) -> None:
    found = conclusions(book, "So sánh đơn vị", "Từng đơn vị")

    communes = {told for _, code, _, told in found if len(code) == 5}
    assert communes == {"không so sánh được: đợt trước không có phiếu"}
    level = [
        told
        for name, _, _, told in conclusions(book, "So sánh đơn vị", "Cấp và địa bàn")
        if name == "Các đơn vị cấp xã"
    ]
    assert set(level) == communes


def test_that_nothing_changed_between_the_first_two_rounds(made: tuple[Path, list[str]]) -> None:
    later, earlier = (read_round(made[0] / year, ValidityRule()) for year in ("2019", "2018"))

    found = compare_rounds(later, [earlier], ())

    tested = [row.verdict for row in (*found.factors, *found.items, *found.units)]
    differences = [verdict for verdict in tested if isinstance(verdict, Difference)]
    assert len(differences) == 6 + 23 + 9
    assert not any(verdict.is_significant for verdict in differences)


def test_that_an_earlier_round_counts_the_responses_that_this_one_would(made: tuple[Path, list[str]]) -> None:
    half, complete = (read_round(made[0] / "2019", ValidityRule(least)) for least in (0.5, 1.0))

    answered = half.table.answered_share
    assert len(half.ratings.all_rows()) == (answered >= 0.5).sum()
    assert len(complete.ratings.all_rows()) == (answered == 1.0).sum() < len(answered)


def test_that_the_demo_says_that_nobody_filled_in_paper(made: tuple[Path, list[str]]) -> None:
    folder, said = made

    assert all("made-up" in line and "no paper" in line for line in said[:3])
    assert said[-1].endswith(".xlsx")
    assert not [scan for year in YEARS for scan in (folder / year / "scans").iterdir()]
