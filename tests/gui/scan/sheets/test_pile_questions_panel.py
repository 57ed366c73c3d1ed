"""The Scan place says that sides were scanned apart, and takes the answer of a person."""

from gui.scan.sheets.pile_questions_panel import PileQuestionsPanel
from omr.respondents.pile_questions import find_pile_questions
from omr.respondents.sides_apart import RunOrder
from tests.omr.respondents.sequences import delivered


def test_that_the_panel_asks_for_the_order_only_where_one_is_possible(qtbot):
    panel = PileQuestionsPanel()
    qtbot.addWidget(panel)
    assert panel.isHidden()
    (even,), (uneven,) = (find_pile_questions(delivered(written), 2) for written in ("11 22", "111 22"))

    panel.show_questions([even])

    assert not panel.isHidden()
    assert panel.text.text().startswith("2 × page 1, then 2 × page 2, from scan.pdf, page 1, to scan.pdf, page 1.")
    with qtbot.waitSignal(panel.answered, check_params_cb=lambda asked, order: (asked, order) == (even, "turned-pile")):
        panel.order_buttons[RunOrder.TURNED].click()
    with qtbot.waitSignal(panel.answered, check_params_cb=lambda asked, order: (asked, order) == (even, None)):
        panel.apart_button.click()
    with qtbot.waitSignal(
        panel.target_chosen, check_params_cb=lambda target: target.scope.page_ids == {101, 102, 103, 104}
    ):
        panel.show_button.click()
    panel.show_questions([uneven])
    assert all(button.isHidden() for button in panel.order_buttons.values())
    assert "no order fits" in panel.text.text()
