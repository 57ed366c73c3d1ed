"""The report's figures are those of the workbook, and a unit is compared with what lies around it."""

from dataclasses import replace

import pytest

from exports.gathered.survey_facts import SurveyFacts
from exports.report.figures import ReportScope
from exports.tally.dashboard import build_dashboard, count_survey
from exports.tally.selection import Selection
from omr.errors import UnknownUnit
from omr.survey.counting_rules import Weighting
from tests.exports.build import SMALL, UNITS, flagged, response, responses
from tests.exports.report.pages import basis


def made_up():
    """Forty responses of one ward, three of another, two of their city and one of the province."""
    return [
        *responses([{"c1": ("5",) if n % 4 else ("1",)} for n in range(40)], unit="09163"),
        *responses([{"c1": ("2",)}] * 3, unit="09166"),
        *responses([{}] * 2, unit="256"),
        *responses([{"c2": ("1",)}], unit="27"),
    ]


def test_that_the_whole_round_is_what_the_workbook_counts() -> None:
    tallied = basis(made_up())

    figures = tallied.of_round()
    tally = figures.tally

    assert figures.scope is ReportScope.ROUND
    assert figures.subject.index == tally.index
    assert (figures.items, figures.sections, figures.answers) == (tally.items, tally.sections, tally.answers)
    assert (figures.responses, figures.subject.valid) == (46, 46)


def test_that_a_unit_is_what_the_window_counts_of_it() -> None:
    given = [*made_up(), response(99, flagged("c1", ("4",)), unit="09166")]
    figures = basis(given).of_unit("09166")
    counted = count_survey(SMALL, given, UNITS)

    dashboard = build_dashboard(counted, Selection(unit="09166"))

    assert figures.subject.index == dashboard.index
    assert (figures.items, figures.sections) == (dashboard.items, dashboard.sections)
    assert figures.answers.awaiting_review == dashboard.progress.awaiting == 1


def test_that_a_unit_stands_beside_its_city_its_level_and_the_round() -> None:
    figures = basis(made_up()).of_unit("09163")

    assert [(standing.title, standing.valid) for standing in figures.standings] == [
        ("Phường Vũ Ninh", 40),
        ("Thành phố Bắc Ninh và các đơn vị trực thuộc", 45),
        ("Các đơn vị cấp xã", 43),
        ("Toàn bộ đợt khảo sát", 46),
    ]
    assert [standing.is_subject for standing in figures.standings] == [True, False, False, False]
    assert (figures.subject.rank, figures.ranked) == (1, 1)  # three responses are too few to be ranked


def test_that_a_city_is_its_own_office_with_all_below_it_beside_it() -> None:
    figures = basis(made_up()).of_unit("256")

    assert (figures.scope, figures.responses, figures.has_units_below) == (ReportScope.OWN, 2, True)
    assert figures.standings[1].valid == 45
    assert [s.title for level in figures.ranking.values() for s in level] == ["Phường Vũ Ninh", "Phường Đáp Cầu"]


def test_that_a_unit_without_own_responses_is_reported_on_by_those_below_it() -> None:
    given = [answer for answer in made_up() if answer.unit != "256"]
    tallied = basis(given)

    figures = tallied.of_unit("256")

    assert (figures.scope, figures.responses) == (ReportScope.POOLED, 43)
    assert figures.subject.title == "Thành phố Bắc Ninh và các đơn vị trực thuộc"
    assert not tallied.has_responses(tallied.unit("258"))


def test_that_units_of_the_same_name_are_told_apart_by_what_they_belong_to() -> None:
    ranking = basis([*made_up(), *responses([{}], unit="258")]).of_round().ranking

    assert [standing.title for standing in ranking["commune"]] == ["Phường Vũ Ninh", "Phường Đáp Cầu"]  # one city's
    assert {"Thành phố Bắc Ninh", "Huyện Yên Phong"} == {standing.title for standing in ranking["district"]}


def test_that_figures_by_transactions_stand_beside_the_pooled_ones() -> None:
    units = [replace(unit, transactions=1000 if unit.code == "09166" else 100) for unit in UNITS]
    facts = SurveyFacts("x", weighting=Weighting.TRANSACTIONS)
    tallied = basis(made_up(), units=units, facts=facts)

    figures = tallied.of_unit("09163")

    lines = {line.title: line.index.value for line in figures.standings}
    everyone = figures.tally.levels[0]
    assert lines["Toàn bộ đợt khảo sát"] == everyone.pooled.index.value
    assert everyone.weighted is not None
    assert lines["Toàn bộ đợt khảo sát, theo số giao dịch"] == everyone.weighted.index.value
    assert figures.subject.index.sample_size > figures.subject.index.respondents  # of 100 transactions


def test_that_the_only_unit_of_its_level_is_compared_with_everybody() -> None:
    figures = basis(made_up()).of_unit("27")

    assert figures.peers is not None
    assert (figures.peers.title, figures.peers.valid) == ("Toàn bộ đợt khảo sát", 46)
    assert [standing.valid for standing in figures.standings] == [1, 46]


def test_that_codes_that_are_not_in_the_list_are_ranked_nowhere_but_shown_apart() -> None:
    given = [*made_up(), *responses([{}] * 40, unit="77"), *responses([{}], unit="88"), *responses([{}], unit="")]
    ranking = basis(given).of_round().ranking

    assert [(standing.title, standing.rank) for standing in ranking[""]] == [
        ("(không rõ đơn vị)", None),
        ("77 (mã không có trong danh sách)", None),
        ("88 (mã không có trong danh sách)", None),
    ]


def test_that_an_unknown_unit_is_refused() -> None:
    with pytest.raises(UnknownUnit):
        basis(made_up()).of_unit("00000")
