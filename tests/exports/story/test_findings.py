"""The first page says what the tables say, in sentences, and claims nothing that its test does not bear."""

from dataclasses import replace

from exports.rounds.comparison import compare_rounds
from exports.rounds.round import make_round
from exports.story.findings import StoryFigures, find_extremes, latest_changes, tell
from exports.tally.survey_tally import SurveyTally, tally_survey
from exports.wording.speaker import Speaker
from form_templates.model import Language
from tests.exports.build import SMALL, UNITS, response, responses

VI, EN = Speaker(Language.VIETNAMESE), Speaker(Language.ENGLISH)
BAD = {"c1": ("1",), "c2": ("1",), "c3": ("1",)}
CLEAR = responses([{"c3": ("1",)}] * 60 + [{}] * 5)


def figures(tally: SurveyTally, **more: object) -> StoryFigures:
    """Return what is told of a counted survey."""
    told = StoryFigures(tally.headline, tally.valid, tally.responses, tally.items)
    return replace(told, patterns=tally.patterns.everyone, **more)


def story_of_rounds(before: list, after: list, say: Speaker = EN) -> str:
    """Return the story of a round against one earlier round."""
    earlier, later = (tally_survey(SMALL, given, UNITS) for given in (before, after))
    rounds = [make_round("x", name, each.table, UNITS) for name, each in (("2019", earlier), ("2020", later))]
    compared = compare_rounds(rounds[1], rounds[:1], ())
    changes = latest_changes(compared.factors, compared.factors, compared.units)
    return "\n".join(tell(say, figures(later, changes=changes)))


def test_that_index_and_quality_are_told_in_both_languages() -> None:
    tally = tally_survey(SMALL, [*responses([{}, {"c1": ("1",)}]), response(3, **dict.fromkeys(SMALL_IDS, ()))], UNITS)

    vietnamese, english = ("\n".join(tell(say, figures(tally, issued=6))).replace("\u00a0", " ") for say in (VI, EN))

    assert "Chỉ số hài lòng là 83,33 % (khoảng tin cậy 95 %: " in vietnamese
    assert "2 trên 3 phiếu hợp lệ (66,67 %); thu về 50,00 % số phiếu phát ra" in vietnamese
    assert "The satisfaction index is 83.33 % (95 % interval: " in english
    assert "2 of 3 responses are valid (66.67 %); 50.00 % of the forms handed out came back" in english


SMALL_IDS = ("sex", "c1", "c2", "c3", "all", "late")


def test_that_a_rise_is_called_one_only_where_it_is_significant() -> None:
    mixed = responses([{}, BAD] * 60)

    risen, same = (
        story_of_rounds(mixed, responses([{}] * 120)),
        story_of_rounds(mixed, responses([{}, BAD] * 58 + [{}] * 4)),
    )

    assert "+50.00 points" in risen
    assert "a significant difference (adjusted p < 0.001)" in risen
    assert "Of 1 units that can be compared, 1 rose and 0 fell significantly: Phường Vũ Ninh (+50.00 points)" in risen
    assert "neither a rise nor a fall is shown" not in risen
    assert "no significant difference (adjusted p = " in same
    assert "neither a rise nor a fall is shown" in same
    assert "None of the 1 units that can be compared changed significantly." in same
    assert "a significant difference" not in same


def test_that_rounds_without_a_common_unit_are_not_compared() -> None:
    story = story_of_rounds(responses([{}] * 40), responses([{}] * 40, unit="09166"))

    assert "The index cannot be compared with round 2019" in story
    assert "points" not in story


def test_that_best_and_worst_are_of_both_as_many_and_their_intervals_are_looked_at() -> None:
    clear = find_extremes(tally_survey(SMALL, CLEAR, UNITS).items)
    alike = find_extremes(tally_survey(SMALL, responses([{"c3": ("1",)}, {}, {}, {}]), UNITS).items)

    assert clear is not None
    assert alike is not None
    assert ([each.item.item_id for each in clear.best], clear.worst[0].item.item_id) == (["c1"], "c3")
    assert (clear.are_apart, alike.are_apart) == (True, False)
    assert find_extremes(tally_survey(SMALL, [], UNITS).items) is None


def test_that_wishes_are_told_where_the_form_asks_for_them() -> None:
    wished = responses([{"wish": ("b",)}] * 3 + [{"wish": ("a", "b")}])

    story = "\n".join(tell(EN, figures(tally_survey(SMALL, wished, UNITS)))).replace("\u00a0", " ")
    nobody = "\n".join(tell(EN, figures(tally_survey(SMALL, responses([{"wish": ()}]), UNITS))))

    assert "what to improve first: “Thing b” (100.00 %); then: “Thing a” (25.00 %), of 4 people who answered." in story
    assert "improve" not in nobody


def test_that_a_survey_without_answers_claims_nothing() -> None:
    assert tell(EN, figures(tally_survey(SMALL, [], UNITS)))[0] == "No answer counts for the index yet."
