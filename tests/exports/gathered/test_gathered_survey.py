"""A gathered survey is counted as its settings say."""

from exports.gathered.survey_facts import SurveyFacts
from exports.tally.answer_table import ValidityRule
from omr.survey.counting_rules import IndexRule, Weighting
from tests.exports.build import gathered, response, responses


def test_that_the_settings_say_how_the_index_is_made() -> None:
    given = responses([{"c1": ("1",), "c2": ("1",)}])
    facts = SurveyFacts("x", index_rule=IndexRule.EQUAL_FACTORS, weighting=Weighting.TRANSACTIONS)

    tally = gathered(given, facts=facts).tally()

    assert tally.index.value == 0.5  # of two factors one is satisfied; pooled it would be a third
    assert (tally.rule, tally.weighting) == (IndexRule.EQUAL_FACTORS, Weighting.TRANSACTIONS)


def test_that_the_settings_say_which_responses_count() -> None:
    half = response(1, sex=(), c1=(), c2=(), c3=())
    strict, lenient = (SurveyFacts("x", validity=ValidityRule(share)) for share in (0.9, 0.1))

    assert gathered([half], facts=strict).answer_table().is_valid.tolist() == [False]
    assert gathered([half], facts=lenient).answer_table().is_valid.tolist() == [True]
