"""Lists of units as people keep them are understood, or refused in a sentence; nothing is put right in silence."""

from pathlib import Path

import pytest

from omr.errors import UnitListError
from omr.forms.page_images import PageOpener
from omr.forms.unit_lists.reading import read_unit_list
from omr.processes.limited_process import call_here
from omr.units.unit_list import Unit

PLAIN = (Unit("27", "Tỉnh Bắc Ninh", "province"), Unit("09163", "Phường Vũ Ninh", "commune", parent_code="27"))
ROWS = "27{d}Tỉnh Bắc Ninh{d}province{d}\n09163{d}Phường Vũ Ninh{d}commune{d}27\n"
HEAD = "code{d}name{d}level{d}parent_code\n"


def listed(folder: Path, content: str | bytes) -> Path:
    path = folder / "units.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path) -> list[str]:
    with pytest.raises(UnitListError) as caught, PageOpener(call=call_here) as opener:
        read_unit_list(path, opener)
    return [str(finding) for finding in caught.value.findings]


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ROWS).format(d=","),
        (HEAD + ROWS).format(d="\t"),
        (HEAD + ROWS).format(d="|"),
        ("sep=;\r\n" + HEAD + ROWS).format(d=";"),
        ('"sep=\t"\n' + HEAD + ROWS).format(d="\t"),
        ("\ufeffMã{d}Tên{d}Cấp{d}Mã cha\n" + ROWS).format(d=";"),
        ("MÃ ĐƠN VỊ{d}TÊN ĐƠN VỊ{d}CẤP{d}MÃ CẤP TRÊN\n" + ROWS).format(d=","),
        ("ma_don_vi{d}ten don vi{d}cap{d}ma cha\n" + ROWS).format(d=","),
        ("Code{d}NAME{d}Level{d}Parent Code\n" + ROWS).format(d=","),
        ("Ma\u0303 so\u0302\u0301{d}Te\u0302n{d}Ca\u0302\u0301p{d}Ma\u0303 cha\n" + ROWS).format(d=","),
        ("DANH SÁCH ĐƠN VỊ,,,\nnăm 2026,,,\n\n" + HEAD + "(1),(2),(3),(4)\n" + ROWS).format(d=","),
        (HEAD + ROWS).format(d=",").replace("\n", "\r"),
        (HEAD + ROWS).format(d=",").replace("commune", "Xã").replace("province", "Cấp tỉnh"),
        (HEAD + ROWS).format(d=",").replace("Phường Vũ Ninh", '"Phường\nVũ Ninh"'),
        (HEAD + ROWS).format(d=",").replace("09163", "'09163"),
        (HEAD + ROWS).format(d=",").replace("09163", '"=""09163"""'),
        (HEAD + ROWS).format(d=",").replace("Phường Vũ", "Phường\u200b  Vu\u0303"),
        (HEAD + ROWS).format(d=",").encode("utf-16"),
        (HEAD + ROWS).format(d="\t").encode("utf-16-le"),
        (HEAD + ROWS).format(d="\t").encode("utf-16-be"),
    ],
    ids=range(20),
)
def test_that_a_list_is_understood_however_it_was_saved(content, tmp_path):
    found = read_unit_list(listed(tmp_path, content))

    assert (found.units, found.remarks) == (PLAIN, ())


@pytest.mark.parametrize(
    ("content", "letters"),
    [
        ("M·,Tªn\n1,UBND TØnh\n09163,Ph\u00adêng Vò Ninh\n".encode(), "TCVN3"),
        ("M·,Tªn\n1,UBND TØnh\n09163,Ph\u00adêng Vò Ninh\n".encode("cp1252"), "TCVN3"),
        ("Mã (số),Tên\n1,UBND TØnh\n09163,Ph\u00adêng Vò Ninh\n".encode(), "TCVN3"),
        ("Maõ,Teân\n1,UBND Tænh\n09163,Phöôøng Vuõ Ninh\n".encode("cp1252"), "VNI"),
        ("Maõ,Teân\n1,UBND Tænh\n09163,Phöôøng Vuõ Ninh\n".encode(), "VNI"),
        ("Ma\u0303,Tên\n1,UBND Ti\u0309nh\n09163,Phươ\u0300ng Vu\u0303 Ninh\n".encode("cp1258"), "Windows-1258"),
        ("Mã,Tên\n1,UBND Tỉnh\n09163,Phường Vũ Ninh\n".encode().decode("latin-1").encode(), "UTF-8"),
    ],
    ids=[
        "TCVN3 as UTF-8",
        "TCVN3",
        "TCVN3 below Unicode",
        "VNI",
        "VNI as UTF-8",
        "Windows-1258",
        "UTF-8 twice",
    ],
)
def test_that_old_letters_are_turned_into_unicode_where_they_are_certain_and_that_is_said(content, letters, tmp_path):
    found = read_unit_list(listed(tmp_path, content))

    assert found.units == (Unit("1", "UBND Tỉnh"), Unit("09163", "Phường Vũ Ninh"))
    assert letters in found.remarks[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "code,name\n1,UBND TØnh\n2,Ph\u00adªng Vò Ninh\n".encode(),
            "line 2: “TØnh” looks like letters of an old font",
        ),
        ("code,name\n1,UBND Tỉnh\n2,Ph\u00adêng Vò\n".encode(), "line 3: “Ph êng” looks like letters of an old font"),
        ("code,name\n1,UBND TØnh\n2,Xã Hà Vân\n".encode(), "line 2: “TØnh” looks like letters of an old font"),
        ("code,name\n1,Xaõ Phöôøng\n2,Xã Hà Vân\n".encode(), "line 2: “Phöôøng” looks like letters of an old font"),
        (b"code,name\n1,K\xf6ln \xd0\n", "line 2: “Köln”: its letters are not Unicode"),
        ("mã,địa chỉ\n1,A\n".encode(), "line 1: no column name; write Mã (code) and Tên (name)"),
        (b"09163,Vu Ninh\n", "no row heads the columns"),
        ("Mã,Mã,Tên\n1,2,A\n".encode(), "line 1: columns A and B have the same heading"),
        ("Mã,Tên\n1,A\n1,B\n".encode(), "line 3: code 1 stands there twice"),
        ("Mã,Tên\n1,A\n,Xã B\n2,C\n".encode(), "line 3: no code"),
        ("Mã,Tên\n1,#REF!\n".encode(), "line 2: “Tên” is the spreadsheet's error #REF!"),
        (("Mã,Tên\n1,A\n2," + "B" * 300).encode(), "line 3: “Tên” has more than 200 characters"),
        ('Mã,Tên\n1,A\n2,"B\n3,C\n'.encode(), "line 3: is no line of a CSV list; look for a quotation mark"),
        ("Mã,Tên,Cấp\n1,A,Xã\n2,Phường B, khu C,Xã\n".encode(), "line 3: more cells than columns; put a text with"),
        ("Mã,Tên\n1,Phường\n".encode() + b"2,Ph\xad\xeang\n", "line 3: is not UTF-8 text: save it as UTF-8"),
        (b"\xff\xfeM\x00\xe3", "its UTF-16 text is damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 99, "it is a workbook of another kind"),
        (b"PK\x03\x04" + b"\x00" * 99, "it is damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "it has a password"),
    ],
)
def test_that_what_cannot_be_a_list_is_refused_with_its_place_and_what_to_do(content, told, tmp_path):
    findings = refused(listed(tmp_path, content))

    assert findings[0].replace("\u00ad", " ").startswith(told)


@pytest.mark.parametrize("names", [["Café Müller", "Phường Vũ"], ["Krông Pắc", "Ea H'Leo"], ["Trạm “A” – số 2"]])
def test_that_foreign_names_are_left_as_they_are(names, tmp_path):
    rows = "".join(f"{number},{name}\n" for number, name in enumerate(names, start=1))

    found = read_unit_list(listed(tmp_path, f"code,name\n{rows}"))

    assert ([unit.name for unit in found.units], found.remarks) == (names, ())


def test_that_a_total_and_a_note_below_the_list_are_no_units_and_that_is_said(tmp_path):
    found = read_unit_list(listed(tmp_path, "Mã,Tên\n1,A\n2,Tổng cục B\n,Tổng cộng\n\n,Ghi chú: 2 đơn vị\n"))

    assert [unit.code for unit in found.units] == ["1", "2"]
    assert found.remarks == ("rows left out, for they are no unit: 2; line 4: “Tổng cộng”",)


def test_that_a_row_given_twice_counts_once_and_that_is_said(tmp_path):
    found = read_unit_list(listed(tmp_path, "Mã,Tên\n1,A\n2,B\n1,A\n"))

    assert [unit.code for unit in found.units] == ["1", "2"]
    assert "rows left out, for they repeat a unit: 1; line 4" in found.remarks[0]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("Mã,Tên\n27,Tỉnh\n256,Huyện\n09163,Xã A\n9166,Xã B\n", ["27", "256", "09163", "09166"]),
        ("Mã,Tên,Cấp\n27,Tỉnh,Tỉnh\n09163,Xã A,Xã\n66,Xã B,Xã\n", ["27", "09163", "00066"]),
        ("Mã,Tên\n9163,Phường Vũ Ninh\n9166,PHUONG DAP CAU\n", ["09163", "09166"]),
        ("Mã,Tên\n9163.0,Phường Vũ Ninh\n27.0,Tỉnh\n", ["09163", "27"]),
    ],
)
def test_that_lost_zeros_are_put_back_where_the_list_or_the_official_one_shows_them(content, codes, tmp_path):
    found = read_unit_list(listed(tmp_path, content))

    assert [unit.code for unit in found.units] == codes
    assert any("put back" in remark for remark in found.remarks)


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        ("Mã,Tên\n9163,A\n27163,B\n", ["codes differ in length (9163 A, 27163 B)"]),
        (
            "Mã,Tên\n9163,A\n09163,B\n09164,C\n",
            ["codes differ in length", "codes 9163 and 09163 differ by leading zeros"],
        ),
        ("Mã,Tên\n1,A\n2,A\n", ["1 and 2 have the same name, A"]),
        ("Mã,Tên\n9,A\n10,B\n11,C\n", []),
        ("Mã,Tên\n1.1,A\n1.0,B\n", []),
    ],
)
def test_that_codes_which_may_have_been_others_stay_as_they_are_and_are_told(content, remarks, tmp_path):
    found = read_unit_list(listed(tmp_path, content))

    written = [line.split(",")[0] for line in content.split("\n")[1:-1]]
    assert [unit.code for unit in found.units] == written
    assert [remark[: len(told)] for remark, told in zip(found.remarks, remarks, strict=True)] == remarks


def test_that_the_codes_of_parents_get_their_zeros_back_too(tmp_path):
    found = read_unit_list(listed(tmp_path, "Mã,Tên,Mã cha\n01234,Sở A,\n1235,Sở B,\n01236,Phòng,1235\n"))

    assert found.units[2].parent_code == "01235"


def test_that_place_and_day_below_the_total_are_no_units_but_a_sum_between_units_ends_nothing(tmp_path):
    foot = read_unit_list(listed(tmp_path, "STT,Mã,Tên\n1,1,A\nTổng cộng,,\n,,Bắc Ninh ngày 1/1\n,,Người lập\n"))
    between = refused(listed(tmp_path, "Mã,Tên\n1,A\n,Cộng\n,Xã B\n2,C\n"))

    assert [unit.name for unit in foot.units] == ["A"]
    assert foot.remarks[0].startswith("rows left out, for they are no unit: 3; line 3: “Tổng cộng”")
    assert between == ["line 4: no code"]


def test_that_columns_that_are_not_read_are_told_and_districts_that_are_not_listed_are_no_parents(tmp_path):
    found = read_unit_list(
        listed(tmp_path, "Quận Huyện,Mã QH,Phường Xã,Mã PX,Cấp,STT\nBắc Ninh,256,Vũ Ninh,09163,Phường,1\n")
    )

    assert found.units == (Unit("09163", "Vũ Ninh", "commune"),)
    assert found.remarks == (
        "column “Mã QH” names units that are not in the list and was not read",
        "columns that were not read: “Quận Huyện”",
    )
