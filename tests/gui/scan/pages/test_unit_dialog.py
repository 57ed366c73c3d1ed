"""Which unit pages count for, and which pages: chosen ones, all from one on, or a range typed as numbers."""

import pytest

from gui.scan.pages.unit_dialog import Extent, RangeFinder, UnitDialog
from omr.review.page_ranges import PageRange, parse_range
from tests.gui.scan.unit_pages import UNITS, page

_PAGES = tuple(page(number) for number in range(1, 6))


def _find(pages, serials):
    meant = parse_range(pages)
    return PageRange("scan.pdf", 1, meant).of(_PAGES) if meant and not serials else None


@pytest.fixture
def dialog(qtbot):
    extents = [Extent("The chosen pages", _PAGES[:1]), Extent("From here on", _PAGES)]
    made = UnitDialog(UNITS, extents, ranges=RangeFinder("scan.pdf", _find))
    qtbot.addWidget(made)
    made.unit_box.setCurrentIndex(made.unit_box.findData("A1"))
    return made


def _confirmed(qtbot, dialog):
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.confirm_button.click()
    return confirmed.args


def test_that_the_chosen_pages_are_meant_unless_a_person_says_otherwise(qtbot, dialog):
    assert _confirmed(qtbot, dialog) == ["A1", _PAGES[:1]]


def test_that_all_pages_from_one_on_can_be_meant(qtbot, dialog):
    dialog.choices[1].setChecked(True)

    assert _confirmed(qtbot, dialog) == ["A1", _PAGES]


def test_that_typing_a_range_means_it(qtbot, dialog):
    qtbot.keyClicks(dialog.pages_edit, "2-4")

    assert [choice.isChecked() for choice in (*dialog.choices, dialog.range_choice)] == [False, False, True]
    assert dialog.hint.text().startswith("3 ")
    assert _confirmed(qtbot, dialog) == ["A1", _PAGES[1:4]]


@pytest.mark.parametrize("text", ["x", "4-2", "70-80"])
def test_that_a_range_of_no_pages_cannot_be_confirmed(qtbot, dialog, text):
    qtbot.keyClicks(dialog.pages_edit, text)

    assert not dialog.confirm_button.isEnabled()
    assert dialog.hint.text() == "There are no such pages. Give whole numbers like 3-52."


def test_that_a_unit_that_would_be_replaced_is_told(qtbot):
    counted = tuple(page(number, assigned_unit="B2") for number in (1, 2))
    dialog = UnitDialog(UNITS, [Extent("The chosen pages", counted)])
    qtbot.addWidget(dialog)
    assert dialog.warning.isHidden()

    dialog.unit_box.setCurrentIndex(dialog.unit_box.findData("A1"))

    assert not dialog.warning.isHidden()
    assert "Xã Bình (2)" in dialog.warning.text()


def test_that_a_screen_reader_says_that_the_unit_is_of_these_pages(dialog):
    assert dialog.unit_box.accessibleName() == "Unit of these pages"
