"""The figures of a selection: the same as the workbook's for everyone, and right for a part."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.tally.dashboard import Dashboard, RoundProgress, build_dashboard, count_survey
from exports.tally.selection import Selection
from exports.tally.survey_tally import tally_survey
from form_templates.model import ItemId
from omr.responses import Response
from omr.results import Flag
from omr.survey.counting_rules import IndexRule
from tests.exports.build import SMALL, UNITS, flagged, large_survey, large_template, response

SEX = ItemId("sex")


def dashboard(given: list[Response], selection: Selection | None = None, **facts: Any) -> Dashboard:
    """Return the figures of a survey of ``SMALL``."""
    return build_dashboard(count_survey(SMALL, given, UNITS, **facts), selection)


@given(st.integers(0, 10_000), st.integers(0, 40), st.sampled_from(IndexRule))
@settings(max_examples=12, deadline=None)
def test_that_the_window_and_the_workbook_never_disagree(seed: int, count: int, rule: IndexRule) -> None:
    template = large_template()
    responses = large_survey(template, UNITS, count, seed)

    shown = build_dashboard(count_survey(template, responses, UNITS, rule))
    written = tally_survey(template, responses, UNITS, rule)

    assert shown.index == written.index
    assert shown.sections == written.sections
    assert shown.items == written.items
    assert shown.units == written.units
    assert (shown.progress.returned, shown.progress.valid) == (written.responses, written.valid)


@given(st.integers(0, 10_000), st.sampled_from(["27", "256", "09163", "258"]))
@settings(max_examples=8, deadline=None)
def test_that_a_selection_counts_as_if_the_others_had_never_come(seed: int, unit: str) -> None:
    template = large_template()
    responses = large_survey(template, UNITS, 40, seed)
    found = build_dashboard(count_survey(template, responses, UNITS), Selection(unit=unit))
    codes = {tally.unit.code for tally in found.units}

    alone = build_dashboard(count_survey(template, [r for r in responses if r.unit in codes], UNITS))

    assert (found.index, found.items, found.sections) == (alone.index, alone.items, alone.sections)


def test_that_traits_narrow_down_together() -> None:
    given = [
        response(1, sex=("m",), late=("1",), c1=("1",)),
        response(2, sex=("f",), late=("1",)),
        response(3, sex=("f",), late=("2",)),
    ]

    women = dashboard(given, Selection(traits=((SEX, "f"),)))
    late = dashboard(given, Selection(traits=((SEX, "f"), (ItemId("late"), "1"))))

    assert (women.progress.returned, women.index.of, women.index.value) == (2, 6, 1.0)
    assert late.rows.tolist() == [1]


def test_that_a_trait_nobody_has_decided_yet_is_no_trait() -> None:
    given = [response(1, flagged("sex", ("f",))), response(2, sex=("f",))]

    assert dashboard(given, Selection(traits=((SEX, "f"),))).rows.tolist() == [1]


def test_that_progress_adds_up_over_units() -> None:
    given = [
        response(1, flagged("c1", ("5",)), flagged("c2", ("5",)), unit="09163"),
        response(2, flagged("remark", (), Flag.HANDWRITING), unit="09163"),
        response(3, unit="777"),
    ]

    found = dashboard(given, issued={"09163": 4, "09166": 6})

    assert found.progress == RoundProgress(issued=10, returned=3, valid=3, awaiting=2, respondents_awaiting=1)
    assert sum(unit.awaiting for unit in found.units) == 2
    assert sum(unit.responses for unit in found.units) == 3
    assert found.progress.return_rate == pytest.approx(0.3)


def test_that_forms_issued_follow_the_selected_units_and_are_unknown_for_some_of_their_people() -> None:
    given = [response(1, unit="09163")]
    issued = {"09163": 4, "09166": 6}

    assert dashboard(given, Selection(unit="09163"), issued=issued).progress.issued == 4
    assert dashboard(given, Selection(level="district"), issued=issued).progress.issued == 0
    assert dashboard(given, Selection(traits=((SEX, "f"),)), issued=issued).progress.issued is None
    assert dashboard(given).progress.return_rate is None


def test_that_a_round_without_responses_has_no_figure_and_no_crash() -> None:
    found = dashboard([], Selection(unit="256"))

    assert found.index.value is None
    assert found.index.interval is None
    assert [unit.unit.code for unit in found.units] == ["256", "09163", "09166"]
