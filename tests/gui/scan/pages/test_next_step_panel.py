"""What is to be done after a batch: unread pages first, then the doubtful answers; nothing where nothing waits."""

from gui.scan.pages.next_step_panel import NextStepPanel
from omr.responses import DeliveredPage
from omr.results import PageOutcome


def _panel(qtbot, outcomes, answers):
    panel = NextStepPanel()
    qtbot.addWidget(panel)
    pages = [DeliveredPage(number, 1, "s.pdf", number, outcome) for number, outcome in enumerate(outcomes, start=1)]
    panel.show_state(pages, answers)
    return panel


def _figures(panel):
    return [fact.split()[0] for fact in panel.text.text().split(" · ")]


def test_that_where_nothing_waits_nothing_is_said(qtbot):
    assert _panel(qtbot, [], 0).isHidden()
    assert _panel(qtbot, [PageOutcome.READ, PageOutcome.BLANK, PageOutcome.DUPLICATE], 0).isHidden()


def test_that_the_one_step_leads_to_the_doubtful_answers(qtbot):
    panel = _panel(qtbot, [PageOutcome.READ] * 3, 26)

    assert not panel.isHidden()
    assert _figures(panel) == ["3", "26"]
    assert panel.pages_button.isHidden()
    assert panel.review_button.property("role") == "primary"
    with qtbot.waitSignal(panel.review_wanted):
        panel.review_button.click()


def test_that_unread_pages_come_first_and_do_not_bar_the_way_to_review(qtbot):
    panel = _panel(qtbot, [PageOutcome.READ, PageOutcome.UNREADABLE, PageOutcome.UNREADABLE], 1)

    assert _figures(panel) == ["1", "2", "1"]
    assert (panel.pages_button.property("role"), panel.review_button.property("role")) == ("primary", "")
    with qtbot.waitSignal(panel.target_chosen) as chosen:
        panel.pages_button.click()
    assert chosen.args[0].outcome is PageOutcome.UNREADABLE
    assert not panel.review_button.isHidden()
