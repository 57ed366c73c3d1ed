"""Lists in workbooks, documents and texts are read; what is none is refused in one sentence."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from form_templates.errors import TemplateError
from omr.forms.page_images import PageOpener
from omr.forms.question_lists import list_files
from omr.forms.question_lists.list_files import file_remarks, open_list
from omr.forms.question_lists.listed import ListedKind, ListRemarkKind
from omr.forms.question_lists.reading import read_rows
from omr.processes.limited_process import call_here


@pytest.fixture
def opener():
    """Open files in this process: these are harmless."""
    return PageOpener(call=call_here)


def refusal(path: Path, opener: PageOpener) -> str:
    with pytest.raises(TemplateError) as caught:
        open_list(path, opener)
    assert len(caught.value.findings) == 1
    return str(caught.value)


def test_that_merged_cells_of_a_workbook_are_headings(tmp_path: Path, opener):
    book = Workbook()
    sheet = book.active
    for row in (
        ["PHIẾU KHẢO SÁT", None, None, None],
        ["Nhóm", "STT", "Câu hỏi", "Phương án"],
        ["A. Chung", 1, "Giới tính", "Nam\nNữ"],
        [None, 2.0, "Nơi ở", "Phố; Làng"],
        ["B. Phục vụ", 3, "Bác sĩ giải thích rõ", None],
    ):
        sheet.append(row)
    for cells in ("A1:D1", "A3:A4"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "a.xlsx")

    found = read_rows(open_list(tmp_path / "a.xlsx", opener).rows)

    assert found.title == "PHIẾU KHẢO SÁT"
    assert [(section.title, len(section.items)) for section in found.sections] == [("A. Chung", 2), ("B. Phục vụ", 1)]
    assert [item.number for item in found.items()] == ["1", "2", "3"]


def test_that_numbers_word_counts_by_itself_and_tables_are_read(tmp_path: Path, opener):
    document = Document()
    document.add_paragraph("I. THÔNG TIN")
    document.add_paragraph("Giới tính?", style="List Number")
    for option in ("Nam", "Nữ"):
        document.add_paragraph(option, style="List Bullet")
    document.add_paragraph("Ông/Bà đến đây mấy lần?", style="List Number")
    document.add_paragraph("II. ĐÁNH GIÁ")
    levels = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng")
    table = document.add_table(2, 6)
    for cell, text in zip(table.rows[0].cells, ("STT", "Nội dung", *levels), strict=True):
        cell.text = text
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "3", "Nơi ngồi chờ"
    document.save(str(tmp_path / "a.docx"))

    found = read_rows(open_list(tmp_path / "a.docx", opener).rows)

    assert [(item.number, item.kind) for item in found.items()] == [
        ("1", ListedKind.SINGLE),
        ("2", ListedKind.NUMBER),
        ("3", ListedKind.SATISFACTION),
    ]
    assert list(found.items())[2].options == levels
    assert [section.title for section in found.sections] == ["I. THÔNG TIN", "II. ĐÁNH GIÁ"]


@pytest.mark.parametrize("sign", [",", ";"])
def test_that_a_csv_is_read_by_either_sign(tmp_path: Path, opener, sign):
    path = tmp_path / "a.csv"
    path.write_text(sign.join(("STT", "Câu hỏi", "Loại")) + "\n" + sign.join(("1", "Tuổi", "Số")), encoding="utf-8")

    (item,) = read_rows(open_list(path, opener).rows).items()

    assert (item.text, item.kind) == ("Tuổi", ListedKind.NUMBER)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"", "empty"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 500, "damaged"),
        ("a.docx", b"hello", "holds no list of questions"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.txt", "1. Câu".encode("utf-16") + b"x", "UTF-16"),
        ("a.txt", b"1. \xff", "UTF-8"),
        ("a.pdf", b"%PDF-1.4", "holds no list of questions"),
    ],
)
def test_that_what_is_no_list_is_refused_in_a_sentence(tmp_path: Path, opener, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)

    assert words in refusal(path, opener)


def test_that_a_file_that_is_not_there_is_told(tmp_path: Path, opener):
    assert "not there" in refusal(tmp_path / "a.xlsx", opener)


def test_that_a_file_that_unpacks_beyond_measure_is_refused_before_it_is_opened(tmp_path: Path, opener, monkeypatch):
    book = Workbook()
    book.active.append(["1", "Câu hỏi"])
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(list_files, "_LARGEST_PACKED", 1000)

    assert "memory" in refusal(tmp_path / "a.xlsx", opener)


def test_that_the_fullest_sheet_is_read_and_the_others_are_named(tmp_path: Path, opener):
    book = Workbook()
    book.active.title = "Bìa"
    book.active.append(["Hướng dẫn"])
    sheet = book.create_sheet("Câu hỏi")
    for row in (["STT", "Câu hỏi", "PA1", "PA2"], [1, "Ngày nộp", date(2026, 1, 2), date(2026, 2, 3)]):
        sheet.append(row)
    hidden = book.create_sheet("Ẩn")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")

    file = open_list(tmp_path / "a.xlsx", opener)

    (item,) = read_rows(file.rows).items()
    assert (item.text, item.options) == ("Ngày nộp", ("02/01/2026", "03/02/2026"))
    (remark,) = file_remarks(file)
    assert str(remark) == "The workbook has further sheets, which are not read: Bìa."


def test_that_text_as_excel_saves_it_and_a_title_above_the_cells_are_read(tmp_path: Path, opener):
    (tmp_path / "a.txt").write_bytes("STT\tCâu hỏi\n1\tNơi ở của bạn\n".encode("utf-16"))
    (tmp_path / "a.csv").write_text("KHẢO SÁT\nSTT;Câu hỏi;Phương án\n1;Bạn, tuổi?;18|19\n", encoding="utf-8")

    of_text = read_rows(open_list(tmp_path / "a.txt", opener).rows)
    of_cells = read_rows(open_list(tmp_path / "a.csv", opener).rows)

    assert [item.text for item in of_text.items()] == ["Nơi ở của bạn"]
    assert [(item.text, item.options) for item in of_cells.items()] == [("Bạn, tuổi?", ("18", "19"))]


def test_that_a_file_longer_than_any_list_is_told(tmp_path: Path, opener):
    (tmp_path / "a.csv").write_text("1. Nơi ở của bạn\n" * 10_001, encoding="utf-8")

    remarks = {remark.kind for remark in read_rows(open_list(tmp_path / "a.csv", opener).rows).remarks}
    assert ListRemarkKind.TOO_LONG in remarks


def test_that_a_missing_quotation_mark_swallows_no_further_line(tmp_path: Path, opener):
    text = '"1","Giới tính,"Nam; Nữ"\n"2","Dân tộc","Kinh; Khác"\n"3","Tuổi","Số"\n'
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")

    rows = open_list(tmp_path / "a.csv", opener).rows

    assert list(rows[1:]) == [("2", "Dân tộc", "Kinh; Khác"), ("3", "Tuổi", "Số")]
    assert "Giới tính" in rows[0]
