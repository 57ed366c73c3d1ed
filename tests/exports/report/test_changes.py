"""A report held against earlier rounds: the workbook's differences, in words, for the round and for a unit."""

from dataclasses import replace

import pytest
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from exports.gathered.survey_facts import SurveyFacts
from exports.report.document import report_pdf
from exports.report.figures import ReportBasis
from exports.report.parts.change_rows import why_incomparable
from exports.rounds.comparison import compare_rounds
from exports.rounds.differences import Difference, Row
from exports.rounds.incomparable import Incomparable, IncomparableReason
from exports.rounds.round import EarlierRounds, Round
from exports.wording.speaker import Speaker
from form_templates.model import Language
from tests.exports.build import UNITS, rated, responses
from tests.exports.report.pages import FACTS, basis, page_texts, text_of
from tests.exports.rounds.test_comparison import a_round, forms, with_item

WORSE = {"c3": ("2",)}
"""Dissatisfied with the only criterion of the second factor."""

NOW = [*forms("256", 50, 50, WORSE), *forms("258", 80, 20, WORSE), *forms("09163", 3, 1)]
THEN = [
    a_round("2018", [*forms("256", 90, 10, WORSE), *forms("258", 81, 19, WORSE)]),
    a_round("2019", [*forms("256", 80, 20, WORSE), *forms("258", 79, 21, WORSE)]),
]


def compared(*earlier: Round, facts: SurveyFacts = FACTS, language: Language = Language.VIETNAMESE) -> ReportBasis:
    return basis(NOW, facts=facts, language=language, earlier=EarlierRounds(earlier, ()))


def difference(row: Row) -> Difference:
    assert isinstance(row.verdict, Difference)
    return row.verdict


def test_that_the_index_of_round_and_unit_is_compared_as_the_workbook_compares_it() -> None:
    tallied = compared(*THEN)

    everyone, one = tallied.of_round().changes, tallied.of_unit("256").changes

    assert everyone is not None
    assert one is not None
    table = compare_rounds(a_round("2020", NOW), THEN, ())
    assert list(everyone.index) == [row for row in table.factors if row.subject is None]
    assert list(one.index) == [row for row in table.units if getattr(row.subject, "code", "") == "256"]
    assert [row.against for row in one.index] == ["2019", "2018"]
    assert difference(one.index[0]).value == pytest.approx(250 / 300 - 280 / 300)  # 50 and 20 of 300 answers are bad


def test_that_the_factors_of_all_units_are_adjusted_as_one_table() -> None:
    tallied = compared(*THEN)

    rows = [row for code in ("256", "258") for row in tallied.of_unit(code).changes.factors]  # type: ignore[union-attr]

    second = {(row.against, difference(row).later.count): difference(row) for row in rows[1::2]}
    goods = {("2019", 50): 80, ("2018", 50): 90, ("2019", 80): 79, ("2018", 80): 81}
    for key, good in goods.items():  # one question each: as plain proportions of people
        assert second[key].p_value == pytest.approx(proportions_ztest((good, key[1]), (100, 100))[1], abs=1e-12)
    p_values = [difference(row).p_value for row in rows]
    assert [difference(row).adjusted_p for row in rows] == pytest.approx(multipletests(p_values, method="holm")[1])
    assert len(rows) == 2 * 2 * 2  # units, factors, rounds


def test_that_a_trend_has_the_shares_of_each_round_counted_by_hand() -> None:
    tallied = compared(*THEN)

    lines = tallied.of_unit("256").changes.trend  # type: ignore[union-attr]

    assert [line.section and line.section.section_id for line in lines] == [None, "f1", "f2"]
    assert [[share.value for share in line.shares if share] for line in lines] == [
        pytest.approx([290 / 300, 280 / 300, 250 / 300]),
        [1.0, 1.0, 1.0],
        pytest.approx([0.9, 0.8, 0.5]),
    ]
    assert compared(THEN[1]).of_unit("256").changes.trend == ()  # type: ignore[union-attr]


def test_that_a_reader_is_told_what_changed_and_what_may_be_chance() -> None:
    tallied = compared(THEN[1], language=Language.ENGLISH)

    fell, stayed, new = (text_of(tallied, code) for code in ("256", "258", "09163"))

    assert "−10.00 points since 2019: down, significant" in fell
    assert "+0.33 points since 2019: not significant; it would take" in stayed
    assert "Against round 2019, over the same units: −10.00 points" in fell.partition("Compared with earlier rounds")[0]
    assert "Not comparable with 2019: no responses before." in new
    assert "Comparing rounds Only units and questions" in new
    assert new.count("Only 4 valid responses") == 1  # said of the index, and of no difference, for there is none
    assert "Compared with earlier rounds" not in text_of(basis(NOW, language=Language.ENGLISH), "256")


def test_that_a_reworded_question_and_a_unit_are_counted_among_what_changed() -> None:
    template = with_item(replace(rated("c3"), label=replace(rated("c3").label, vi="Lời khác")))
    reworded = a_round("2019", [*forms("256", 80, 20, WORSE), *forms("258", 79, 21, WORSE)], template=template)

    text = text_of(compared(reworded))

    assert "Không so sánh được với đợt 2019: bộ tiêu chí khác nhau." in text
    assert "So với đợt 2019: 0 tăng, 0 giảm, 3 chưa thấy khác, 1 không so sánh được." in text
    whole = text_of(compared(THEN[1]))
    assert "So với đợt 2019: 0 tăng, 1 giảm, 3 chưa thấy khác, 0 không so sánh được." in whole  # criteria
    assert "So với đợt 2019: 0 tăng, 1 giảm, 1 chưa thấy khác, 3 không so sánh được." in whole  # units


def test_that_the_same_report_comes_of_one_unit_and_of_all() -> None:
    alone = report_pdf([compared(*THEN).of_unit("258")])
    among = compared(*THEN)
    among.of_unit("256")

    assert report_pdf([among.of_unit("258")]) == alone


@pytest.mark.parametrize(
    ("target", "sentence"),
    [(0.5, "Mục tiêu 50,00 %: đạt."), (0.99, "Mục tiêu 99,00 %: chưa đạt."), (0.88, "Mục tiêu 88,00 %: nằm trong")],
)
def test_that_a_target_is_judged_by_the_interval(target: float, sentence: str) -> None:
    text = text_of(basis(NOW, facts=replace(FACTS, target=target))).replace("\u00a0", " ")

    assert sentence in text
    assert "Mục tiêu" not in text_of(basis(NOW))


def test_that_the_best_of_the_level_stands_beside_a_unit_and_not_beside_itself() -> None:
    tallied = basis(NOW)

    titles = [standing.title for standing in tallied.of_unit("256").standings]

    assert "Cao nhất cùng cấp: Huyện Yên Phong" in titles
    assert not any("Cao nhất" in standing.title for standing in tallied.of_unit("258").standings)


def test_that_units_with_few_forms_share_a_page_and_each_is_named_once() -> None:
    units = [*UNITS[:2], *(replace(UNITS[2], code=f"{n:05}", name=f"Xã số {n}") for n in range(100))]
    given = [*forms("256", 40, 10), *(each for n in range(100) for each in forms(f"{n:05}", 2, 1))]

    pages = page_texts(report_pdf([basis(given, units=units).of_round()]))

    (page,) = [text for text in pages if "Đơn vị có ít phiếu" in text]
    assert all(sum(f"Xã số {n} 3 " in text for text in pages) == 1 for n in range(100))
    assert "Xã số 99 3 " in page


def test_that_every_reason_why_something_is_not_compared_has_words() -> None:
    for language in Language:
        said = {why_incomparable(Speaker(language), Incomparable(reason)) for reason in IncomparableReason}
        assert len(said) == len(IncomparableReason)


def test_that_a_target_is_reached_where_everybody_was_asked_and_the_index_is_the_target() -> None:
    units = [replace(unit, transactions=40 if unit.code == "09163" else None) for unit in UNITS]
    facts = replace(FACTS, target=1.0)

    everybody, some = (basis(responses([{}] * 40), units=each, facts=facts) for each in (units, UNITS))

    assert "Mục tiêu 100,00 %: đạt." in text_of(everybody).replace("\u00a0", " ")
    assert "Mục tiêu 100,00 %: nằm trong" in text_of(some).replace("\u00a0", " ")
