"""The first page says what the tables say, in sentences, and claims nothing that its test does not bear."""

from dataclasses import replace

from exports.rounds.comparison import compare_rounds
from exports.rounds.round import make_round
from exports.story.findings import StoryFigures, find_extremes, latest_changes, tell
from exports.tally.survey_tally import SurveyTally, tally_survey
from exports.wording.speaker import Speaker
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, ItemRole, Language, Text
from omr.responses import Response
from omr.results import Answer
from tests.exports.build import LEVELS, SMALL, UNITS, accepted, rated, response, responses

VI, EN = Speaker(Language.VIETNAMESE), Speaker(Language.ENGLISH)
BAD = {"c1": ("1",), "c2": ("1",), "c3": ("1",)}
CLEAR = responses([{"c3": ("1",)}] * 60 + [{}] * 5)


def figures(tally: SurveyTally, **more: object) -> StoryFigures:
    """Return what is told of a counted survey."""
    told = StoryFigures(tally.headline, tally.valid, tally.responses, tally.items)
    return replace(told, patterns=tally.patterns.everyone, **more)


def story_of_rounds(before: list, after: list, say: Speaker = EN, template: FormTemplate = SMALL) -> str:
    """Return the story of a round against one earlier round."""
    earlier, later = (tally_survey(template, given, UNITS) for given in (before, after))
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


def test_that_titles_say_how_many_criteria_are_listed_and_equal_ones_are_not_told_apart() -> None:
    four = (rated("c1"), rated("c2"), rated("c4"))
    template = replace(SMALL, sections=(SMALL.sections[0], replace(SMALL.sections[1], items=four), *SMALL.sections[2:]))
    given = [_with_answer(template, each, "c4", ("1",)) for each in responses([{"c3": ("1",)}] * 40)]

    two = find_extremes(tally_survey(template, given, UNITS).items)

    assert two is not None
    assert (VI(two.title), EN(two.title)) == (
        "Hai tiêu chí cao nhất và hai tiêu chí thấp nhất",
        "The two best and the two worst criteria",
    )
    assert find_extremes(tally_survey(SMALL, responses([{}] * 40), UNITS).items) is None
    one = find_extremes(
        tally_survey(
            template, [_with_answer(template, each, "c4", ("1",)) for each in responses([{}] * 40)], UNITS
        ).items
    )
    assert one is not None
    assert [len(one.best), one.worst[0].item.item_id] == [1, "c4"]


def test_that_only_what_counts_in_the_index_is_best_or_worst() -> None:
    many = Item(ItemId("m"), ItemKind.MULTIPLE, Text("Nhiều"), LEVELS.options, scale_id=LEVELS.scale_id)
    counted = replace(rated("k"), role=ItemRole.CRITERION)
    first, factor, *rest = SMALL.sections
    template = replace(
        SMALL,
        sections=(replace(first, items=(*first.items, counted)), replace(factor, items=(*factor.items, many)), *rest),
    )
    given = [
        _with_answer(template, _with_answer(template, each, "m", ("5", "4")), "k", ("1",))
        for each in responses([{"c1": ("3",)}] * 40)
    ]

    found = find_extremes(tally_survey(template, given, UNITS).items)

    assert found is not None
    assert {each.item.item_id for each in (*found.best, *found.worst)} == {"c2", "c3", "c1", "k"}


def _with_answer(template: FormTemplate, given: Response, item_id: str, answer: Answer) -> Response:
    answers = {each.item_id: each for each in (*given.answers, accepted(item_id, answer))}
    return replace(given, answers=tuple(answers[item.item_id] for item in template.items() if item.item_id in answers))


def test_that_wishes_of_as_many_people_are_not_put_in_an_order() -> None:
    def told(*wishes: str) -> str:
        tally = tally_survey(SMALL, responses([{"wish": (wish,)} for wish in wishes]), UNITS)
        return "\n".join(tell(EN, figures(tally))).replace("\u00a0", " ")

    assert "first: “Thing a” (50.00 %); “Thing b” (50.00 %), of 2 people" in told("a", "b")
    assert "first: “Thing a” (50.00 %); then: “Thing b” (25.00 %); “Thing c” (25.00 %), of 4" in told(*"aabc")


def test_that_factors_that_are_not_named_are_counted_as_factors() -> None:
    first, factor, *_, last = SMALL.sections
    factors = [
        replace(factor, section_id=f"f{n}", title=Text(f"Yếu tố {n}"), items=(rated(f"q{n}"),)) for n in range(6)
    ]
    template = replace(SMALL, sections=(first, *factors, last))

    def of_round(level: str) -> list[Response]:
        given = responses([{}] * 60)
        for n in range(6):
            given = [_with_answer(template, each, f"q{n}", (level,)) for each in given]
        return given

    story = story_of_rounds(of_round("1"), of_round("5"), VI, template)

    assert "Yếu tố 3 (+100,00 điểm %) và 2 yếu tố khác." in story
    assert "đơn vị khác" not in story
