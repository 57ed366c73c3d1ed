"""Searching without diacritics."""

from gui.widgets.folding_completer import fold


def test_that_searching_forgets_case_and_diacritics():
    assert fold("Phường ĐÁP CẦU") == "phuong dap cau"
