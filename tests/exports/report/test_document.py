"""What a reader finds on the pages, in either language, and that nothing is cut off or left alone."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from exports.gathered.survey_facts import SurveyFacts
from exports.report.document import report_pdf
from exports.wording.numerals import percent, percent_range
from form_templates.model import ItemId, Language, Text
from omr.recheck.checks import AnswerKey, CheckStanding
from omr.survey.counting_rules import Weighting
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units
from tests.exports.build import SMALL, UNITS, flagged, large_survey, large_template, response, responses
from tests.exports.report.pages import basis, page_texts, text_of


@pytest.fixture(scope="module")
def large():
    """A round of 600 responses to 40 items in 135 units."""
    units = load_units(SHIPPED_UNITS)
    return basis(large_survey(large_template(), units, 600), template=large_template(), units=units)


def test_that_the_index_stands_there_with_its_interval_and_its_rule() -> None:
    tallied = basis(responses([{"c1": ("1",)}, {}, {}] * 20))
    index = tallied.of_round().tally.index

    text = text_of(tallied)

    assert "88,89 %" in text.replace("\u00a0", " ")
    assert percent_range(tallied.of_round().say, index.interval).replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "160 câu trả lời hài lòng trên 180 câu trả lời của 60 người" in text
    assert "A – gộp câu trả lời" in text


def test_that_text_can_be_taken_out_as_composed_letters() -> None:
    decomposed = unicodedata.normalize("NFD", "Khảo sát mức độ hài lòng")

    text = text_of(basis([response()], facts=SurveyFacts(decomposed)))

    assert "Khảo sát mức độ hài lòng" in text
    assert unicodedata.is_normalized("NFC", text)


def test_that_every_word_is_in_the_language_asked_for(large) -> None:
    english = text_of(basis(responses([{}] * 3), language=Language.ENGLISH), "09163")

    for heading in ("Survey report", "At a glance", "Results by criterion", "Where the unit stands", "Page 2 of"):
        assert heading in english
    for vietnamese in ("Kết quả", "Trang", "Phiếu", "Hài lòng"):
        assert vietnamese not in english
    assert "100.00 %" in english.replace("\u00a0", " ")


def test_that_few_responses_and_open_answers_are_said() -> None:
    text = text_of(basis([response(1, flagged("c1", ("4",))), response(2)]), "09163")

    assert "Chỉ có 2 phiếu hợp lệ (dưới 30)" in text
    assert "còn 1 câu trả lời chờ kiểm tra" in text
    assert "Xếp hạng 1" not in text


def test_that_a_settled_round_with_enough_responses_has_no_warning() -> None:
    text = text_of(basis(responses([{}] * 30)), "09163")

    assert "Chỉ có" not in text
    assert "tạm thời: còn" not in text
    assert "Xếp hạng 1 trên 1 đơn vị cùng cấp" in text


def test_that_the_same_figures_give_the_same_bytes(large) -> None:
    assert report_pdf([large.of_unit("256")]) == report_pdf([large.of_unit("256")])


def test_that_pages_are_numbered_and_carry_the_survey_and_the_unit(large) -> None:
    pages = page_texts(report_pdf([large.of_unit("256")]))

    for number, text in enumerate(pages[1:], start=2):
        assert f"Trang {number}/{len(pages)}" in text
        assert "Khảo sát · năm 2020" in text
        assert "Thành phố Bắc Ninh" in text
    assert "Trang" not in pages[0].replace("Trang thiết bị", "")


def test_that_several_units_share_a_file_each_with_its_own_page_numbers(large) -> None:
    one, two = (len(page_texts(report_pdf([large.of_unit(code)]))) for code in ("256", "258"))

    pages = page_texts(report_pdf([large.of_unit("256"), large.of_unit("258")]))

    assert len(pages) == one + two
    assert f"Trang 2/{two}" in pages[one + 1]


def test_that_nothing_leaves_the_page_whatever_the_texts(large) -> None:
    long = "Đơn vị sự nghiệp công lập trực thuộc có tên rất dài " * 5
    units = [Unit("1", long, "commune", "", "2"), Unit("2", long, "district"), Unit("3", "x" * 200, "commune", "", "2")]
    item = replace(SMALL.sections[1].items[0], label=Text(long * 3))
    sections = (replace(SMALL.sections[1], items=(item,), title=Text(long)), *SMALL.sections[2:], SMALL.sections[0])
    template = replace(SMALL, sections=sections, overall_item=None)
    ids = [each.item_id for each in template.items()]
    given = [
        replace(r, answers=tuple(a for i in ids for a in r.answers if a.item_id == i))
        for unit in units
        for r in responses([{}] * 2, unit=unit.code)
    ]
    tallied = basis(given, template=template, units=units, facts=SurveyFacts(long * 3, long))

    for figures in (tallied.of_round(), tallied.of_unit("1"), large.of_round()):
        for page in pypdfium2.PdfDocument(report_pdf([figures])):
            width, height = page.get_size()
            for place in page.get_objects():
                left, bottom, right, top = place.get_bounds()
                assert min(left, bottom) >= 0
                assert (right <= width, top <= height) == (True, True)


def test_that_headings_lead_through_the_document(large) -> None:
    document = pypdfium2.PdfDocument(report_pdf([large.of_round()]))

    titles = [entry.get_title() for entry in document.get_toc()]

    assert titles == [
        "Kết quả chung", "Kết quả theo yếu tố", "Kết quả theo cấp và địa bàn", "Kết quả theo tiêu chí",
        "Tiêu chí và mức hài lòng chung",
        "Xếp hạng các đơn vị", "Đơn vị có ít phiếu", "Các câu hỏi khác", "Chất lượng phiếu", "Phương pháp tính",
    ]  # fmt: skip


def test_that_the_date_is_that_of_the_figures_and_not_of_the_day() -> None:
    known = SurveyFacts("x", as_of=datetime(2020, 11, 25, tzinfo=UTC))

    assert "25/11/2020" in text_of(basis([response()], facts=known))
    assert "Số liệu đến ngày" not in text_of(basis([response()]))


def test_that_a_round_without_responses_is_a_report_without_figures() -> None:
    text = text_of(basis([]))

    assert "Chưa có câu trả lời nào được tính" in text
    assert percent(basis([]).of_round().say, None) == "–"


def test_that_promoters_numbers_and_remarks_have_their_line() -> None:
    given = responses([{"nps": ("10",)}, {"nps": ("3",), "visits": ("4",), "remark": ("Cần ghế",)}, {"nps": ("9",)}])

    text = text_of(basis(given))

    assert "NPS: +33,33 điểm (khoảng tin cậy 95 %:" in text
    assert "Trung bình 2,00; trung vị 1,00" in text
    assert "1 phiếu có ghi ý kiến" in text
    assert "Cần ghế" not in text  # what people wrote may name somebody


def test_that_every_unit_is_in_the_ranking_of_the_round(large) -> None:
    text = text_of(large)

    assert all(unit.name in text for unit in large.units)


@pytest.mark.parametrize(
    ("checks", "beside_index", "in_method"),
    [
        ({}, "Do máy đọc: chưa phúc tra (ước tính ±0,01 điểm %)", "Chưa phúc tra mù câu nào trong số đó"),
        (
            dict.fromkeys((AnswerKey(1, ItemId(each)) for each in ("c1", "c2", "c3")), CheckStanding.AGREED),
            "Do máy đọc: nhiều nhất ±70,76 điểm %",  # 1 - 0.025 ** (1 / 3), rounded up
            "Đã phúc tra mù 3 câu trong số đó, 0 câu khác",
        ),
    ],
)
def test_that_reading_stands_beside_the_interval_of_the_round(checks, beside_index: str, in_method: str) -> None:
    tallied = basis(responses([{}] * 40), checks=checks)

    text = text_of(tallied)

    assert beside_index in text
    assert in_method in text
    assert ("phúc tra mù 3 câu, 0 câu máy đọc sai" in text) == bool(checks)
    assert "Do máy đọc" not in text_of(tallied, "09163")


def test_that_an_index_by_transactions_that_cannot_be_made_is_missed() -> None:
    facts = SurveyFacts("K", weighting=Weighting.TRANSACTIONS)
    told = [replace(unit, transactions=50) for unit in UNITS]
    known, unknown = (basis(responses([{}] * 40), facts=facts, units=units) for units in (told, UNITS))

    assert "Chưa tính được chỉ số theo giao dịch: 1 đơn vị" in text_of(unknown)
    assert "Chưa tính được" not in text_of(known)
    assert "Chưa tính được" not in text_of(basis(responses([{}] * 40)))
