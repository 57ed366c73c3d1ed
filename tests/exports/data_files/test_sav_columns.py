"""Answers as SPSS takes them: only numbers can have missing codes, and no value may look like one."""

from exports.data_files.respondents import build_lead
from exports.data_files.sav_columns import SavColumn, build_columns, numbered_options
from exports.tally.answer_table import build_answer_table
from exports.wording.speaker import Speaker
from form_templates.model import Language
from omr.responses import Response
from tests.exports.build import LATE, SEX, SMALL, UNITS, flagged, rated, response


def _columns(*given: Response) -> dict[str, SavColumn]:
    columns = build_columns(build_answer_table(SMALL, given), UNITS, Speaker(Language.ENGLISH))
    return {column.wanted_name: column for column in columns}


def test_that_options_which_are_no_numbers_are_numbered_as_printed() -> None:
    assert numbered_options(SEX) == {"m": 1.0, "f": 2.0}
    assert numbered_options(LATE) == {"1": 1.0, "2": 2.0}
    assert list(numbered_options(rated("c1")).values()) == [5.0, 4.0, 3.0, 2.0, 1.0]  # their own values, as printed


def test_that_every_missing_answer_has_its_code_within_the_missing_range() -> None:
    column = _columns(response(1, c1=()), response(2, flagged("c1", ("4",))), response(3, c1=("na",)))["c1"]

    assert column.values.tolist() == [99.0, 95.0, 93.0]
    assert column.missing == (93.0, 99.0)
    assert {99.0, 95.0, 93.0} <= set(column.value_labels)


def test_that_a_number_which_could_be_a_missing_code_is_none() -> None:
    column = _columns(response(1, visits=("03",)), response(2, visits=("nhiều",)), response(3, visits=("997",)))[
        "visits"
    ]

    assert column.missing == (993.0, 999.0)  # two digits: 99 is a number of visits
    assert column.values.tolist() == [3.0, 997.0, 997.0]


def test_that_a_rating_is_ordinal_a_number_is_a_scale_and_a_name_is_neither() -> None:
    columns = _columns(response())

    assert [columns[name].measure for name in ("c1", "visits", "sex", "wish_a")] == [
        "ordinal",
        "scale",
        "nominal",
        "nominal",
    ]


def test_that_a_respondent_without_pages_or_with_a_unit_that_is_not_in_the_list_keeps_its_row() -> None:
    lost = Response(4, 2, "", "99999", (), (), response().answers)

    lead = build_lead(build_answer_table(SMALL, [response(3), lost]), UNITS, Speaker(Language.ENGLISH))

    assert lead["number"].tolist() == [3, 4]
    assert lead["unit_name"].tolist() == ["Phường Vũ Ninh", "(code not in the list)"]
    assert lead["page"].tolist() == ["3", ""]
    assert lead["unit_parent"].tolist() == ["256", ""]
