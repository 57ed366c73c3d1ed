"""The workbook opened again: real numbers, text codes, no text alive, both languages."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet
from statsmodels.stats.proportion import proportion_confint

from exports.errors import ExportFailed
from exports.gathered.survey_facts import SurveyFacts
from exports.workbook.book import write_workbook
from form_templates.model import Language
from omr.responses import Response
from omr.results import PageOutcome
from omr.survey.counting_rules import IndexRule, Weighting
from omr.units.unit_list import Unit
from tests.exports.build import (
    SMALL,
    TWO_SCALES,
    UNITS,
    flagged,
    gathered,
    large_survey,
    large_template,
    missing,
    response,
    responses,
    verified,
)
from tests.exports.opening import opened

FACTS = SurveyFacts("Khảo sát & thử", "2020", exported_at=datetime(2020, 11, 20, 14, 5, tzinfo=UTC))
LEDGER = {PageOutcome.READ: 5, PageOutcome.BLANK: 2, PageOutcome.DUPLICATE: 1}


def write(tmp_path: Path, given: list[Response], language: Language = Language.VIETNAMESE, **more: Any) -> Workbook:
    """Write a workbook of ``SMALL`` and open it again."""
    path = tmp_path / "out.xlsx"
    write_workbook(path, gathered(given, facts=FACTS, **more), language)
    return opened(path, data_only=True)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The workbook of one response, for tests to look at."""
    folder = tmp_path_factory.mktemp("one")
    write(folder, [response()], ledger=LEDGER)
    return load_workbook(folder / "out.xlsx", data_only=True)


def sheet(book: Workbook, title: str) -> Worksheet | ReadOnlyWorksheet:
    """Return a sheet by its title."""
    found = book[title]
    assert isinstance(found, Worksheet | ReadOnlyWorksheet)
    return found


def rows(of: Worksheet, heading: str) -> list[dict[str, Any]]:
    """Return the rows below the line that begins with ``heading``, by column title (the first of equal ones)."""
    lines = [list(line) for line in of.iter_rows(values_only=True)]
    start = next(n for n, line in enumerate(lines) if line[0] == heading)
    titles = [str(title) for title in lines[start]]
    return [dict(zip(reversed(titles), reversed(line), strict=True)) for line in lines[start + 1 :] if any(line)]


def texts(of: Worksheet) -> list[str]:
    """Return every text of a sheet."""
    return [value for line in of.iter_rows(values_only=True) for value in line if isinstance(value, str)]


def test_that_the_sheets_have_their_names_in_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Tổng quan",
        "Yếu tố",
        "Tiêu chí",
        "Mong muốn cải thiện",
        "Đơn vị",
        "Cấp tỉnh, huyện",
        "Đơn vị theo tiêu chí",
        "Nhóm nhân khẩu",
        "Tần số",
        "Độ tin cậy",
        "Kiểu trả lời",
        "Chất lượng",
        "Phiếu không hợp lệ",
        "Ý kiến khác",
        "Dữ liệu",
        "Câu trả lời",
        "Bảng mã",
        "Phương pháp",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_that_sheet_names_are_legal(tmp_path: Path, language: Language) -> None:
    names = write(tmp_path, [response()], language).sheetnames

    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert len(set(names)) == len(names)


def test_that_levels_above_are_left_out_where_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"

    write_workbook(path, gathered([response()], units=[Unit("1", "Một")], facts=FACTS))

    assert "Cấp tỉnh, huyện" not in opened(path).sheetnames


def test_that_the_data_sheet_has_numbers_codes_and_every_respondent(tmp_path: Path) -> None:
    given = [
        response(1, flagged("c2", ("5",)), missing("c3"), verified("all", None), sheet="00012", c1=("4", "5")),
        response(2, sex=(), c1=(), c2=(), c3=(), all=(), late=()),
    ]

    data = rows(sheet(write(tmp_path, given), "Dữ liệu"), "Số phiếu")

    first, second = data
    assert (first["Số phiếu"], first["Số sê-ri"], first["Mã đơn vị"], first["Hợp lệ"]) == (1, "00012", "09163", 1)
    assert (first["Đơn vị"], first["Tệp quét"], first["Trang trong tệp"]) == ("Phường Vũ Ninh", "scan.pdf", 1)
    assert (first["sex"], first["wish_a"], first["wish_b"], first["nps"], first["visits"]) == ("f", 1, 0, 9, 1)
    assert (second["Hợp lệ"], second["c1"], second["sex"], second["nps"]) == (0, None, None, 9)
    reasons = {name: first[f"{name} – lý do thiếu"] for name in ("sex", "c1", "c2", "c3", "all", "sorry")}
    assert reasons == {"sex": None, "c1": 98, "c2": 95, "c3": 94, "all": 97, "sorry": 96}
    assert [first[name] for name in ("c1", "c2", "c3", "all", "sorry")] == [None] * 5
    assert (second["c1 – lý do thiếu"], second["sex – lý do thiếu"]) == (99, 99)


def test_that_unit_codes_are_text_cells(book: Workbook) -> None:
    data = sheet(book, "Dữ liệu")

    cell = next(cell for cell in data[2] if cell.value == "09163")

    assert (cell.data_type, cell.number_format) == ("s", "@")


def test_that_an_invalid_response_is_listed_with_its_place_on_paper(tmp_path: Path) -> None:
    careless = response(2, sex=(), c1=(), c2=(), c3=(), all=(), late=())

    listed = rows(sheet(write(tmp_path, [response(), careless]), "Phiếu không hợp lệ"), "Số phiếu")

    assert len(listed) == 1
    assert (listed[0]["Số phiếu"], listed[0]["Tệp quét"], listed[0]["Trang trong tệp"]) == (2, "scan.pdf", 2)
    assert (listed[0]["Số câu phải trả lời"], listed[0]["Đã trả lời"], listed[0]["Tỷ lệ trả lời"]) == (8, 2, 0.25)


def test_that_a_criterion_is_written_as_numbers(tmp_path: Path) -> None:
    given = [response(1, c1=("5",)), response(2, c1=("1",)), response(3, c1=()), response(4, flagged("c1", ("5",)))]

    of = sheet(write(tmp_path, given), "Tiêu chí")

    first = next(row for row in rows(of, "Mã") if row["Mã"] == "c1")
    assert (first["Số trả lời"], first["Tỷ lệ hài lòng"], first["Tỷ lệ không hài lòng"]) == (2, 0.5, 0.5)
    assert (first["Trung bình"], first["Trung vị"], first["Điểm 0–100"]) == (3, 3, 50)
    assert first["Độ lệch chuẩn"] == pytest.approx(8**0.5)
    assert first["Từ"] == pytest.approx(0.0945, abs=0.0001)
    assert (first["5 · Rất hài lòng"], first["1 · Rất không hài lòng"]) == (1, 1)
    assert (first["Bỏ trống"], first["Chờ kiểm tra"]) == (1, 1)
    assert of["E7"].number_format == "0.00%"


def test_that_a_value_that_says_other_things_at_other_criteria_has_a_column_for_each(tmp_path: Path) -> None:
    of = sheet(write(tmp_path, [response(1, c1=("5",), c2=("5",))], template=TWO_SCALES), "Tiêu chí")

    first, second = (row for row in rows(of, "Mã") if row["Mã"] in ("c1", "c2"))
    assert (first["5 · Rất hài lòng"], first["5 · Rất không hài lòng"]) == (1, None)
    assert (second["5 · Rất hài lòng"], second["5 · Rất không hài lòng"]) == (None, 1)
    assert (second["Tỷ lệ hài lòng"], second["Tỷ lệ không hài lòng"]) == (0, 1)


def test_that_tables_keep_their_headings_in_sight_and_print_on_a4_landscape(book: Workbook) -> None:
    assert [sheet(book, name).freeze_panes for name in ("Tiêu chí", "Đơn vị", "Dữ liệu")] == ["C7", "E7", "B2"]
    assert sheet(book, "Dữ liệu").tables["survey_data"].ref == "A1:AV2"
    for of in map(book.__getitem__, book.sheetnames):
        assert (of.page_setup.orientation, str(of.page_setup.paperSize)) == ("landscape", "9")
        assert of.page_setup.fitToWidth == 1 or of.page_setup.scale >= 73
    assert sheet(book, "Tiêu chí").print_title_rows == "$5:$6"


def test_that_charts_cover_no_cell_with_a_value(book: Workbook) -> None:
    charts = [(of, chart) for name in book.sheetnames for of in [sheet(book, name)] for chart in of._charts]  # type: ignore[attr-defined]

    assert len(charts) == 4
    for of, chart in charts:
        top, left = chart.anchor._from.row, chart.anchor._from.col
        height = int(chart.anchor.ext.height / 914_400 * 72 / 15) + 1  # EMU to rows of 15 pt, the least there are
        covered = of.iter_rows(
            min_row=top + 1, max_row=top + height, min_col=left + 1, max_col=left + 4, values_only=True
        )
        assert not any(value is not None for line in covered for value in line)


def test_that_no_text_of_a_form_becomes_a_formula(tmp_path: Path) -> None:
    texts_of_forms = ["=1+1", "+84", "-x", "@SUM(A1)", "\x01=2"]
    given = [response(n, verified("remark", (text,)), sheet=text) for n, text in enumerate(texts_of_forms, start=1)]
    path = tmp_path / "out.xlsx"

    facts = SurveyFacts("=cmd|' /C calc'!A0")
    write_workbook(path, gathered(given, units=[Unit("09163", "=Đơn vị")], facts=facts))

    cells = [cell for of in load_workbook(path).worksheets for line in of.iter_rows() for cell in line]
    alive = [str(getattr(cell.value, "text", cell.value)) for cell in cells if cell.data_type == "f"]
    assert not [formula for formula in alive if any(map(formula.__contains__, ("1+1", "84", "-x", "SUM(A1)", "cmd")))]
    texts_kept = [cell for cell in cells if cell.data_type == "s" and cell.value.startswith(("=", "+", "-", "@"))]
    assert len(texts_kept) >= 12
    assert all(cell.quotePrefix for cell in texts_kept)


def test_that_flagged_answers_make_the_figures_provisional_and_say_so(tmp_path: Path, book: Workbook) -> None:
    provisional = sheet(write(tmp_path, [response(1, flagged("c1", ("5",)))]), "Tổng quan")
    final = sheet(book, "Tổng quan")

    notice = "Số liệu tạm thời: còn 1 câu trả lời chờ kiểm tra, chưa được tính vào kết quả."
    assert notice in texts(provisional)
    assert not [text for text in texts(final) if text.startswith("Số liệu tạm thời")]


def test_that_pages_delivered_are_the_sum_of_what_became_of_them(book: Workbook) -> None:
    lines = list(sheet(book, "Chất lượng").iter_rows(max_col=2, values_only=True))
    first = next(number for number, line in enumerate(lines) if line[0] == "Trang giấy đã nhận")

    pages = dict(lines[first + 1 : first + 8])
    assert pages == {
        "Đọc được": 5,
        "Không đọc được": 0,
        "Trang trắng": 2,
        "Quét trùng": 1,
        "Không thuộc mẫu phiếu": 0,
        "Đã loại khỏi số liệu": 0,
        "Tổng số trang": 8,
    }


def test_that_return_rates_of_a_level_above_use_all_forms_handed_out_below_it(tmp_path: Path) -> None:
    given = [response(1, unit="09163"), response(2, unit="09166"), response(3, unit="256")]

    book = write(tmp_path, given, issued={"09163": 2, "09166": 4, "256": 2})

    district = next(row for row in rows(sheet(book, "Cấp tỉnh, huyện"), "STT") if row["Mã đơn vị"] == "256")
    ward = next(row for row in rows(sheet(book, "Đơn vị"), "STT") if row["Mã đơn vị"] == "09166")
    assert (district["Phát ra"], district["Phiếu thu về"], district["Tỷ lệ thu hồi"]) == (8, 3, 0.375)
    assert (ward["Phát ra"], ward["Phiếu thu về"], ward["Tỷ lệ thu hồi"]) == (4, 1, 0.25)


@pytest.mark.parametrize("rule", list(IndexRule))
def test_that_the_chosen_rule_is_named(tmp_path: Path, rule: IndexRule) -> None:
    path = tmp_path / "out.xlsx"

    write_workbook(path, gathered([response()], facts=SurveyFacts("x", index_rule=rule)), Language.ENGLISH)

    book = opened(path)
    letter = "ABCD"[list(IndexRule).index(rule)]
    assert any(f"({letter} – " in text for text in texts(sheet(book, "Overview")))
    assert any(text.startswith(f"{letter} – ") for text in texts(sheet(book, "Method")))


def test_that_the_english_workbook_holds_no_vietnamese_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"

    one = gathered([response()], units=[Unit("1", "One")], facts=SurveyFacts("x"))
    write_workbook(path, one, Language.ENGLISH)

    book = load_workbook(path)
    vietnamese = re.compile("[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
    assert not [text for of in book.worksheets for text in texts(of) if vietnamese.search(text)]


def test_that_the_codebook_explains_every_column_of_the_data(book: Workbook) -> None:
    headings = [cell.value for cell in sheet(book, "Dữ liệu")[1]][8:]
    explained = {row["Biến"] for row in rows(sheet(book, "Bảng mã"), "Biến")}

    assert set(headings) <= explained
    assert "(mọi cột “lý do thiếu” còn lại)" in explained


def test_that_a_survey_without_responses_still_gives_a_workbook(tmp_path: Path) -> None:
    book = write(tmp_path, [])

    assert sheet(book, "Dữ liệu").max_row == 1
    assert "Không có phiếu nào." in texts(sheet(book, "Phiếu không hợp lệ"))


def test_that_a_failure_keeps_the_earlier_file_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"earlier")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(ExportFailed, match=r"out\.xlsx could not be written \(access is denied\)"):
        write_workbook(path, gathered([response()]))

    assert path.read_bytes() == b"earlier"
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]


def test_that_a_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="there is no such file or folder"):
        write_workbook(tmp_path / "gone" / "out.xlsx", gathered([response()]))


def test_that_figures_of_a_larger_survey_agree_between_sheets(tmp_path: Path) -> None:
    template = large_template()
    path = tmp_path / "out.xlsx"
    write_workbook(path, gathered(large_survey(template, UNITS, 60), template))
    book = opened(path, data_only=True)

    valid = [row for row in rows(sheet(book, "Dữ liệu"), "Số phiếu") if row["Hợp lệ"]]
    of_first = next(row for row in rows(sheet(book, "Tiêu chí"), "Mã") if row["Mã"] == "c01")

    answers = [row["c01"] for row in valid if row["c01"] is not None]
    assert of_first["Số trả lời"] == len(answers)
    assert of_first["Tỷ lệ hài lòng"] == pytest.approx(sum(answer >= 4 for answer in answers) / len(answers))


BAD = {"c1": ("1",), "c2": ("1",), "c3": ("1",), "all": ("1",)}
TOLD = [replace(unit, transactions={"09163": 900, "09166": 100}.get(unit.code)) for unit in UNITS]
TWO = [*responses([{}] * 9 + [BAD]), *responses([{}] * 20 + [BAD] * 20, unit="09166")]


def write_weighted(tmp_path: Path, given: list[Response]) -> Workbook:
    """Write a workbook by transactions, which two of the units tell, and open it again."""
    facts = replace(FACTS, weighting=Weighting.TRANSACTIONS)
    write_workbook(tmp_path / "out.xlsx", gathered(given, units=TOLD, facts=facts))
    return opened(tmp_path / "out.xlsx", data_only=True)


def test_that_levels_stand_beside_what_they_rest_on(tmp_path: Path) -> None:
    found = rows(sheet(write_weighted(tmp_path, TWO), "Cấp tỉnh, huyện"), "STT")

    everyone, province, _, commune, *_ = found
    assert [row["Đơn vị"] for row in found][:4] == [
        "Toàn bộ phiếu",
        "Các đơn vị cấp tỉnh",
        "Các đơn vị cấp huyện",
        "Các đơn vị cấp xã",
    ]
    assert (commune["Số đơn vị"], commune["Có phiếu hợp lệ"], commune["Số giao dịch"]) == (2, 2, 1000)
    assert commune["Chỉ số"] == pytest.approx(0.86)  # by transactions comes first, as that was chosen, then pooled
    assert everyone["Ghi chú"] == "Đơn vị không có phiếu hợp lệ: 3."
    assert (province["Chỉ số"], province["Cỡ mẫu tương đương"]) == (None, None)


def test_that_weights_make_the_headline_and_the_plain_index_stands_beside(tmp_path: Path) -> None:
    known, unknown = write_weighted(tmp_path, TWO), write_weighted(tmp_path, [*TWO, response(99, unit="258")])
    unweighted = sheet(write(tmp_path, TWO), "Tổng quan")

    overview = sheet(known, "Tổng quan")
    assert overview["B7"].value == "Chỉ số hài lòng (A – gộp câu trả lời), có trọng số theo giao dịch"
    assert overview["B8"].value == pytest.approx(0.86)
    assert overview["B9"].value < 0.86 < overview["B10"].value
    beside = overview["B12"]
    assert (beside.value, beside.number_format) == (pytest.approx(0.58), '"Không có trọng số: "0.00%')
    lines = sheet(known, "Yếu tố").iter_rows(values_only=True)
    index = next(line for line in lines if str(line[0]).startswith("Chỉ số chung"))
    assert index[3:7] == (pytest.approx(0.86), ANY, overview["B9"].value, overview["B10"].value)
    assert index[9] == pytest.approx(0.58)
    assert sheet(unknown, "Tổng quan")["B8"].value == pytest.approx(30 / 51)
    assert sheet(unknown, "Tổng quan")["B12"].value.startswith("Chưa tính được chỉ số có trọng số")
    assert (unweighted["B7"].value, unweighted["B12"].value) == ("Chỉ số hài lòng (A – gộp câu trả lời)", None)


def test_that_a_unit_in_the_way_of_a_weighted_figure_is_named(tmp_path: Path) -> None:
    book = write_weighted(tmp_path, [*TWO, response(99, unit="258")])

    everyone = rows(sheet(book, "Cấp tỉnh, huyện"), "STT")[0]

    assert everyone["Ghi chú"].endswith("Không có số giao dịch, hoặc ít hơn số phiếu: 258.")


def test_that_units_show_their_standing_and_their_transactions(tmp_path: Path) -> None:
    given = [*responses([{}] * 40), *responses([BAD] * 40, unit="09166")]

    found = {row["Mã đơn vị"]: row for row in rows(sheet(write_weighted(tmp_path, given), "Đơn vị"), "STT")}

    best, worst, none = found["09163"], found["09166"], found["27"]
    assert (best["Hạng"], best["Hạng cao nhất"], best["Hạng thấp nhất"], best["Nhóm"]) == (1, 1, 1, 1)
    assert (worst["Hạng"], worst["Hạng cao nhất"], worst["Hạng thấp nhất"], worst["Nhóm"]) == (2, 2, 2, 2)
    assert (none["Hạng"], none["Nhóm"], none["Số giao dịch"], best["Số giao dịch"]) == (None, None, None, 900)


def test_that_a_known_number_of_transactions_is_what_the_interval_rests_on(tmp_path: Path) -> None:
    given = [*responses([{}] * 300 + [BAD] * 150), *responses([BAD] * 100, unit="09166")]

    found = {row["Mã đơn vị"]: row for row in rows(sheet(write_weighted(tmp_path, given), "Đơn vị"), "STT")}

    half, all_of_it = found["09163"], found["09166"]
    assert (half["Số người"], half["Cỡ mẫu tương đương"]) == (450, pytest.approx(450 * 899 / 450))
    assert (half["Từ"], half["Đến"]) == pytest.approx(proportion_confint(600, 900, method="wilson"), abs=0.001)
    assert (all_of_it["Cỡ mẫu tương đương"], all_of_it["Từ"], all_of_it["Đến"]) == ("tất cả", 0.0, 0.0)


def test_that_every_unit_has_its_net_promoters_in_points(tmp_path: Path) -> None:
    given = responses([{"nps": ("9",)}] * 30 + [{"nps": ("7",)}] * 5 + [{"nps": ("0",)}] * 5)

    book = write(tmp_path, given)

    unit, *_ = (row for row in rows(sheet(book, "Đơn vị"), "STT") if row["Mã đơn vị"] == "09163")
    assert (unit["Ủng hộ"], unit["Trung lập"], unit["Không ủng hộ"], unit["NPS (điểm)"]) == (30, 5, 5, 62.5)
    lines = list(sheet(book, "Đơn vị").iter_rows(values_only=True))
    place = next(line for line in lines if "NPS (điểm)" in line).index("NPS (điểm)")
    low, points, high = (next(line for line in lines if "09163" in line)[place + step] for step in (1, 0, 2))
    assert -100 < low < points - 10 < points + 10 < high < 100
    question = next(row for row in rows(sheet(book, "Tần số"), "Mã") if row["Mã"] == "nps")
    assert (question["Ủng hộ"], question["NPS (điểm)"]) == (30, 62.5)
    assert next(row for row in rows(sheet(book, "Đơn vị"), "STT") if row["Mã đơn vị"] == "258")["NPS (điểm)"] is None


def test_that_demographic_groups_are_tested_in_words(tmp_path: Path) -> None:
    men = [{"sex": ("m",)}] * 30 + [{"sex": ("m",), **BAD}] * 10
    women = [{"sex": ("f",)}] * 30 + [{"sex": ("f",), **BAD}] * 30

    found = rows(sheet(write(tmp_path, responses([*men, *women])), "Nhóm nhân khẩu"), "Mã")

    by_item = {row["Mã"]: row for row in found}
    assert (by_item["sex"]["χ²"], by_item["sex"]["Kết luận"]) == (
        pytest.approx(6.25),
        "khác biệt có ý nghĩa thống kê",
    )
    assert (by_item["m"]["Phiếu hợp lệ"], by_item["m"]["Chỉ số"], by_item["m"]["Số người hài lòng"]) == (40, 0.75, 30)
    assert by_item["late"]["Kết luận"] == "không kiểm định được"


def test_that_reliability_and_patterns_are_written_as_numbers(tmp_path: Path) -> None:
    varied = [{"c1": ("5",), "c2": ("5",)}, {"c1": ("4",), "c2": ("4",)}, {"c1": ("3",), "c2": ("4",)}]
    book = write(tmp_path, [*responses(varied), response(4, unit="09166"), response(5, unit="09166")])

    factor = rows(sheet(book, "Độ tin cậy"), "Mã")[0]
    everyone, first, second = rows(sheet(book, "Kiểu trả lời"), "Mã đơn vị")
    twins = rows(sheet(book, "Phiếu giống nhau"), "Nhóm")

    assert (factor["Số tiêu chí"], factor["Phiếu đủ câu trả lời"]) == (2, 5)
    assert factor["Cronbach α"] == pytest.approx(5 / 6)  # variances 0.5 and 0.2, of the sum 1.2
    assert (everyone["Đơn vị"], everyone["Phiếu thu về"], everyone["Trùng cả phiếu"]) == ("Toàn bộ phiếu", 5, 2)
    assert (first["Mã đơn vị"], first["Trùng cả phiếu"], second["Trùng cả phiếu"]) == ("09163", 0, 2)
    assert [(row["Số phiếu"], row["Mức đánh giá"], row["Tệp quét"]) for row in twins] == [
        (4, "một mức", "scan.pdf"),
        (5, "một mức", "scan.pdf"),
    ]


def test_that_sheets_without_anything_to_say_are_left_out(tmp_path: Path) -> None:
    plain = replace(SMALL, sections=SMALL.sections[:1], overall_item=None)
    only_sex = replace(response(), answers=response().answers[:1])
    write_workbook(tmp_path / "out.xlsx", gathered([only_sex], plain))

    names = opened(tmp_path / "out.xlsx").sheetnames

    assert not {"Nhóm nhân khẩu", "Độ tin cậy", "Kiểu trả lời", "Phiếu giống nhau"} & set(names)
