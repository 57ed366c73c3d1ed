"""A formula and its value travel together, and end in two elements of the file."""

import pytest

from exports.workbook.valued_formulas import ValuedFormula, carries_value, carry, quoted, unload
from exports.workbook.workbook_file import completed

_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">{}</row>'
    "</sheetData></worksheet>"
)


@pytest.mark.parametrize("value", [1, 0.25, 'tên "lạ" & <hơn>', None])
def test_that_a_value_comes_back_from_behind_its_formula(value: float | str | None) -> None:
    carried = carry(ValuedFormula('IF(A1="","",1)', value))

    assert carries_value(carried)
    assert unload(carried.removeprefix("=")) == ('IF(A1="","",1)', value)


def test_that_keys_become_the_cells_of_the_row_of_a_fixed_row_and_of_the_whole_column() -> None:
    formula = ValuedFormula("[a]/[b@2]+SUM([a#])", 1.0)

    placed = formula.placed({"a": "C", "b": "D"}, row=8, rows=(6, 20))

    assert placed.formula == "$C8/$D$8+SUM($C$6:$C$20)"
    assert placed.value == 1.0


def test_that_a_quotation_mark_ends_no_literal() -> None:
    assert quoted('a "b"') == '"a ""b"""'


def test_that_formula_and_value_are_parted_in_the_file_and_texts_are_marked() -> None:
    number = carry(ValuedFormula("1+1", 2)).removeprefix("=")
    text = (
        carry(ValuedFormula('"a"&"b"', "ab"))
        .removeprefix("=")
        .replace('"', "&quot;")
        .replace("&quot;&&", "&quot;&amp;&")
    )
    cells = f'<c r="A1"><f>{number}</f><v></v></c><c r="B1"><f>{text}</f><v/></c>'

    made = completed(_SHEET.format(cells).encode()).decode()

    assert '<c r="A1"><f>1+1</f><v>2</v></c>' in made
    assert '<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>' in made


def test_that_a_sheet_without_values_to_part_stays_as_it_is() -> None:
    plain = _SHEET.format('<c r="A1"><f>1+1</f><v>2</v></c>').encode()

    assert completed(plain) is plain
