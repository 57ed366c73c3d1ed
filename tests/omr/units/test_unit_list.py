"""The units: codes are text, mistakes are all told at once."""

from datetime import date

import pytest

from form_templates.text_files import shortened
from omr.errors import UnitListError
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units, save_units


def test_that_the_shipped_list_has_the_135_offices_of_2020():
    units = load_units(SHIPPED_UNITS)

    levels = [unit.level for unit in units]
    assert (levels.count("province"), levels.count("district"), levels.count("commune")) == (1, 8, 126)


def test_that_a_leading_zero_of_a_code_is_kept():
    codes = {unit.code for unit in load_units(SHIPPED_UNITS)}

    assert "09163" in codes


def test_that_a_saved_list_is_read_back_as_it_was(tmp_path):
    units = (
        Unit("01", "Sở Y tế", "province"),
        Unit("02", "Phường, có dấu phẩy", "commune", "Phường", "01", transactions=12_345),
        Unit("03", "Xã không có giao dịch", "commune", "Xã", "01", transactions=0),
    )

    save_units(units, tmp_path / "units.csv")

    assert load_units(tmp_path / "units.csv") == units


def test_that_a_list_saved_by_excel_with_semicolons_and_bom_is_read(tmp_path):
    path = tmp_path / "units.csv"
    path.write_bytes("code;name\n09163;Phường Vũ Ninh\n".encode("utf-8-sig"))

    assert load_units(path) == (Unit("09163", "Phường Vũ Ninh"),)


def test_that_decomposed_letters_are_composed(tmp_path):
    path = tmp_path / "units.csv"
    path.write_text("code,name\n1,Hu\u0065\u0323\u0302n\n", encoding="utf-8")

    assert load_units(path)[0].name == "Hu\u1ec7n"


def test_that_all_mistakes_are_listed_with_their_lines(tmp_path):
    path = tmp_path / "units.csv"
    path.write_text("code,name,level,kind,parent_code\n1,A,,,\n1,B,,,\n2,,,,\n3,C,,,9\nx y,D,,,\n", encoding="utf-8")

    with pytest.raises(UnitListError) as caught:
        load_units(path)

    assert len(caught.value.findings) == 4
    assert caught.value.findings[0] == "line 3: code 1 stands there twice"
    assert caught.value.findings[1] == "line 4: no name"


@pytest.mark.parametrize("content", [b"", b"code,name\n", b"name\nA\n", b"\xff\xfe\x00", b"code,name\n\xe0\xa4,A\n"])
def test_that_an_unusable_list_is_refused(tmp_path, content):
    path = tmp_path / "units.csv"
    path.write_bytes(content)

    with pytest.raises(UnitListError):
        load_units(path)


def test_that_a_missing_list_is_refused(tmp_path):
    with pytest.raises(UnitListError):
        load_units(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("heading", ["transactions", "giao_dich"])
@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("980", 980),
        ("12.345", 12_345),
        ('"12,345"', 12_345),
        ("12 345", 12_345),
        ("1\u00a0234\u00a0567", 1_234_567),
        ("", None),
    ],
)
def test_that_transactions_are_read_as_people_write_them(tmp_path, heading, written, count):
    path = tmp_path / "units.csv"
    path.write_text(f"code,name,{heading}\n1,A,{written}\n", encoding="utf-8")

    assert load_units(path)[0].transactions == count


@pytest.mark.parametrize("written", ["-5", "12.5", "1.2345", "12.345,6", "nhiều", "1e3", "9" * 150, "٣"])
def test_that_what_is_no_number_of_transactions_is_told_and_not_guessed(tmp_path, written):
    path = tmp_path / "units.csv"
    path.write_text(f'code,name,transactions\n1,A,"{written}"\n', encoding="utf-8")

    with pytest.raises(UnitListError) as caught:
        load_units(path)

    assert caught.value.findings == (f'line 2: "{shortened(written)}" is no number of transactions',)


def test_that_the_days_of_a_unit_are_kept(tmp_path):
    units = (Unit("09169", "Phường Thị Cầu", valid_from=date(2020, 1, 1), valid_to=date(2025, 6, 30)),)

    save_units(units, tmp_path / "units.csv")

    assert load_units(tmp_path / "units.csv") == units


def test_that_a_list_without_days_is_read_as_before(tmp_path):
    path = tmp_path / "units.csv"
    path.write_text("code,name,level,kind,parent_code\n27,Tỉnh,province,Tỉnh,\n", encoding="utf-8")

    (unit,) = load_units(path)

    assert (unit.valid_from, unit.valid_to) == (None, None)


def test_that_a_day_that_means_two_things_is_refused(tmp_path):
    path = tmp_path / "units.csv"
    path.write_text("code,name,valid_from,valid_to\n1,Một,1/7/2025,\n2,Hai,2025-07-01,2024-12-01\n", encoding="utf-8")

    with pytest.raises(UnitListError) as error:
        load_units(path)

    assert error.value.findings == (
        'line 2: valid_from "1/7/2025" is no day like 2020-12-31',
        "line 3: it ends (2024-12-01) before it begins (2025-07-01)",
    )
