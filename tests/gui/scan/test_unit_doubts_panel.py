"""Pages that wait for a unit are counted with why, and lead to themselves or to their stacks."""

from gui.scan.unit_doubts_panel import UnitDoubtsPanel
from omr.responses import UnitDoubt
from tests.gui.scan.unit_pages import page


def _panel(qtbot, pages, *, has_units=True):
    panel = UnitDoubtsPanel()
    qtbot.addWidget(panel)
    panel.show_pages(pages, has_units=has_units)
    return panel


def test_that_doubts_are_counted_the_most_first(qtbot):
    doubts = (UnitDoubt.OUTSIDE, UnitDoubt.NOT_CLOSED, UnitDoubt.NOT_CLOSED)

    panel = _panel(qtbot, [page(number, unit_doubt=doubt) for number, doubt in enumerate(doubts, start=1)])

    assert panel.title.text().startswith("3 ")
    assert panel.text.text().splitlines() == [
        "• 2: the sheet at the end of its stack was not seen, so forms of another unit may be in it",
        "• 1: it lies outside of all stacks",
    ]


def test_that_pages_that_name_no_unit_wait_too_where_there_are_units(qtbot):
    pages = [page(1), page(2, assigned_unit="A1")]

    assert _panel(qtbot, pages).text.text() == "• 1: nothing names a unit"
    assert _panel(qtbot, pages, has_units=False).isHidden()
    assert _panel(qtbot, pages[1:]).isHidden()


def test_that_it_leads_to_pages_and_stacks(qtbot):
    panel = _panel(qtbot, [page(1, unit_doubt=UnitDoubt.OUTSIDE)])

    with qtbot.waitSignal(panel.target_chosen) as chosen:
        panel.show_button.click()
    with qtbot.waitSignal(panel.stacks_wanted):
        panel.stacks_button.click()

    assert chosen.args[0].scope.only_without_unit


def test_that_units_that_are_not_in_the_list_are_named_and_lead_to_their_pages(qtbot):
    pages = [page(number, assigned_unit=f"B{number % 7}", is_unlisted=True) for number in range(8)]

    panel = _panel(qtbot, [*pages, page(9, assigned_unit="A1")])

    assert panel.title.text().startswith("8 ")
    assert panel.text.text().splitlines()[0] == "• 2: B0 (not in the list)"
    assert len(panel.text.text().splitlines()) == 6
    assert not panel.show_button.isHidden()
    assert not panel.stacks_button.isHidden()


def test_that_units_that_differ_by_leading_zeros_are_told_and_nothing_is_asked(qtbot):
    panel = _panel(qtbot, [page(1, assigned_unit="01", listed_as="1")])

    assert panel.text.text() == "• 1: 01 is counted as 1, for they differ by leading zeros alone"
    assert panel.stacks_button.isHidden()
    assert not panel.isHidden()
