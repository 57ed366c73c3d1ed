"""Figures of single units: their counts, their population, their rank."""

from dataclasses import replace

from exports.tally.survey_tally import tally_survey
from exports.tally.unit_tally import UnitTally, issued_to, return_rate
from omr.units.unit_list import Unit
from tests.exports.build import SMALL, UNITS, flagged, response, responses

BAD = {"c1": ("1",), "c2": ("1",), "c3": ("1",)}


def _by_code(units: list[Unit] | tuple[Unit, ...], given: list) -> dict[str, UnitTally]:
    return {tally.unit.code: tally for tally in tally_survey(SMALL, given, units).units}


def test_that_units_of_the_list_come_first_and_unlisted_codes_are_not_lost() -> None:
    given = [response(1, unit="09163"), response(2, unit="99999"), response(3, unit="")]

    tallies = tally_survey(SMALL, given, UNITS).units

    assert [tally.unit.code for tally in tallies] == ["27", "256", "09163", "09166", "258", "", "99999"]
    assert [tally.responses for tally in tallies] == [0, 0, 1, 0, 0, 1, 1]


def test_that_ranks_are_within_a_level_and_need_thirty_valid_responses() -> None:
    given = [
        *responses([{}] * 30),
        *responses([BAD] * 30, unit="09166"),
        *responses([{}] * 29, unit="256"),
        *responses([BAD] * 30, unit="258"),
    ]

    ranks = {code: tally.rank for code, tally in _by_code(UNITS, given).items()}

    assert ranks == {"27": None, "256": None, "09163": 1, "09166": 2, "258": 1}


def test_that_a_known_number_of_transactions_corrects_the_sample_size() -> None:
    told = [replace(unit, transactions=19 if unit.code == "09163" else None) for unit in UNITS]

    index = _by_code(told, responses([{}] * 10))["09163"].index

    assert index.sample_size == 10 * (19 - 1) / (19 - 10)


def test_that_fewer_transactions_than_responses_are_not_believed() -> None:
    told = [replace(unit, transactions=3) for unit in UNITS]

    assert _by_code(told, responses([{}] * 4))["09163"].index.sample_size == 4


def test_that_answers_that_await_review_are_counted_with_their_unit() -> None:
    tallies = _by_code(UNITS, [response(1, flagged("c1", ("4",)), flagged("remark", ()))])

    assert (tallies["09163"].awaiting, tallies["09166"].awaiting) == (1, 0)


def test_that_return_rates_are_of_forms_handed_out_there() -> None:
    unit = _by_code(UNITS, responses([{}] * 3))["09163"]
    both = replace(unit, codes=("09163", "09166"))

    assert (issued_to({"09163": 4, "256": 9}, unit), return_rate({"09163": 4, "256": 9}, unit)) == (4, 0.75)
    assert issued_to({"09163": 4, "09166": 8}, both) == 12
    assert (issued_to({"256": 9}, unit), return_rate({"256": 9}, unit)) == (None, None)
    assert return_rate({"09163": 0}, unit) is None
