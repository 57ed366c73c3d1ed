"""Links to paper are formulas that Excel can take, or plain texts."""

from exports.workbook.sheets.records.paper_links import link
from exports.workbook.valued_formulas import LONGEST_LITERAL, ValuedFormula


def test_that_a_text_too_long_for_a_formula_is_no_link_and_quotes_end_none() -> None:
    assert link("a" * (LONGEST_LITERAL + 1), "x") == "x"
    assert link("", "=x") == "=x"
    assert link("a.pdf", 'tên "lạ".pdf') == ValuedFormula('HYPERLINK("a.pdf","tên ""lạ"".pdf")', 'tên "lạ".pdf')
