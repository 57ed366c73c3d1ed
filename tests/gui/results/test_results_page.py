"""The results page in the real window: figures that keep up, filters, and the way from a figure to its paper."""

import shutil
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from exports.tally.figure_answers import Part, Question
from exports.tally.selection import Selection
from exports.tally.survey_tally import tally_survey
from form_templates.model import ItemId, Language
from gui.i18n.translation import format_percent
from gui.results.tables.figure_delegate import bar_rect
from gui.survey_places import SurveyPlace
from gui.widgets.columns_table_model import FIGURE_ROLE, ROW_ROLE
from omr.results import AnswerStatus
from omr.survey.folder import Survey
from tests.conftest import UNITS

_LONG_MS = 60_000
C01 = ItemId("c01")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def read_folder(tmp_path, read_pile):
    """A survey folder whose pile was read, for this test alone."""
    return shutil.copytree(read_pile, tmp_path / "khảo sát")


@pytest.fixture
def page(qtbot, window, preferences, read_folder):
    """The results page with its first figures."""
    preferences.operator = "Lan"
    return _open(qtbot, window, read_folder)


def _open(qtbot, window, folder):
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    window.survey_view.go_to(SurveyPlace.RESULTS)
    page = window.survey_view.results_page
    _settle(qtbot, page)
    return page


def _settle(qtbot, page):
    qtbot.waitUntil(lambda: page.has_figures and not page.figures.is_behind, timeout=_LONG_MS)


def _ask(qtbot, page, open_it):
    """Open a figure and wait until the answers behind it are listed with the paper of the first."""
    open_it()
    qtbot.waitUntil(lambda: page.evidence.evidence is not None, timeout=_LONG_MS)
    if len(page.evidence.evidence):
        qtbot.waitUntil(lambda: page.evidence.view.picture is not None, timeout=_LONG_MS)
    return page.evidence.evidence


def _row_of(page, item_id):
    model = page.criteria.model
    places = [i for i, row in enumerate(model.rows) if row.item and row.item.item.item_id == item_id]
    return model.index(places[0], 1)


def _tally(page):
    survey = page._workspace.survey
    return tally_survey(survey.template, survey.responses(), survey.units)


def test_that_the_figures_are_those_of_the_workbook_written_as_the_language_does(qtbot, page, window):
    index = _tally(page).index

    assert page.index_card.number.text() == format_percent(index.value, 2)
    assert "," in page.index_card.number.text()
    window.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: "." in page.index_card.number.text())
    assert page.criteria.model.index(0, 0).data() == "I. Access to the service"


def test_that_figures_are_called_provisional_until_every_answer_is_decided(qtbot, page, window):
    waiting = page.figures.dashboard.progress.awaiting
    assert waiting > 0
    assert "tạm thời" in page.index_card.warning.text()
    survey, view = page._workspace.survey, window.survey_view
    before = page.index_card.counts.text()

    for _ in range(len(view.workspace.snapshot.queue)):
        view.review_page.round.decide(("4",) if view.review_page.desk._item().scale_id == "satisfaction" else None)
    view.workspace.note_decision()
    qtbot.waitUntil(lambda: page.figures.dashboard.progress.awaiting == 0, timeout=_LONG_MS)

    assert "tạm thời" not in page.index_card.warning.text()
    assert "6 phiếu hợp lệ, dưới 30" in page.index_card.warning.text()  # they stay a hint
    assert page.index_card.counts.text() != before
    assert page.figures.dashboard.index == _tally(page).index
    assert not [a for r in survey.responses() for a in r.answers if a.status is AnswerStatus.FLAGGED]


def test_that_progress_counts_what_was_printed_and_what_came_back(page):
    assert page.progress_card.numbers["issued"].text() == "–"  # these forms were not printed by this survey
    assert page.progress_card.numbers["returned"].text() == "6"
    assert not page.progress_card.bar.isVisible()


def test_that_enter_on_a_criterion_leads_to_exactly_its_answers_and_their_paper(qtbot, page):
    index = _row_of(page, C01)
    page.criteria.table.setCurrentIndex(index)
    tally = index.data(ROW_ROLE).item

    found = _ask(qtbot, page, lambda: qtbot.keyClick(page.criteria.table, Qt.Key.Key_Return))

    assert page.stack.currentWidget() is page.evidence
    assert len(found) == tally.answered
    counts = Counter(found[place].answer.answer[0] for place in range(len(found)))
    assert counts == {option.option.value: option.count for option in tally.options if option.count}
    assert {outline.area.item_id for outline in page.evidence.view.outlines} == {C01}


def test_that_a_double_click_into_a_bar_leads_to_those_who_gave_that_answer(qtbot, page):
    table, index = page.criteria.table, _row_of(page, C01)
    segment = index.data(FIGURE_ROLE).segments[-1]
    rect = bar_rect(table.visualRect(index).toRectF())

    found = _ask(
        qtbot,
        page,
        lambda: QTest.mouseDClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(rect.right()) - 3, round(rect.center().y()))
        ),
    )

    assert page.evidence.question == Question((C01,), Part.OPTION, segment.value)
    assert {found[place].answer.answer for place in range(len(found))} == {(segment.value,)}
    assert page.evidence.part_box.currentText() == page._workspace.survey.template.item(C01).option(
        segment.value
    ).label.in_language(Language.VIETNAMESE)


def test_that_the_index_and_a_unit_lead_to_all_their_ratings(qtbot, page):
    found = _ask(qtbot, page, lambda: qtbot.keyClick(page.index_card, Qt.Key.Key_Return))
    assert len(found) == page.figures.dashboard.index.of

    page.leave_evidence()
    page.show_table(2)
    page.units.table.selectRow(0)
    found = _ask(qtbot, page, lambda: qtbot.keyClick(page.units.table, Qt.Key.Key_Return))
    assert {found[place].response.unit for place in range(len(found))} == {UNITS[0].code}


def test_that_what_is_behind_a_figure_is_named_in_the_language_of_the_window(qtbot, page, window):
    _ask(qtbot, page, lambda: qtbot.keyClick(page.progress_card, Qt.Key.Key_Return))
    assert len(page.evidence.evidence) == page.figures.dashboard.progress.awaiting
    assert (page.evidence.title.text(), page.evidence.part_box.currentText()) == ("Mọi câu hỏi", "Chờ kiểm tra")

    window.set_language(Language.ENGLISH)

    assert page.evidence.title.text() == "All questions"
    qtbot.waitUntil(lambda: page.evidence.part_box.currentText() == "Awaiting review")


def test_that_escape_leads_back_to_the_same_row(qtbot, page):
    index = _row_of(page, C01)
    page.criteria.table.setCurrentIndex(index)
    _ask(qtbot, page, lambda: qtbot.keyClick(page.criteria.table, Qt.Key.Key_Return))

    qtbot.keyClick(page.evidence.table, Qt.Key.Key_Escape)

    assert page.stack.currentIndex() == 0
    assert page.criteria.table.currentIndex() == index


def test_that_an_accepted_answer_can_be_decided_again_and_the_figure_follows(qtbot, page, window):
    view = window.survey_view
    found = _ask(qtbot, page, lambda: page.show_evidence(Question((C01,))))
    first, before = found[0], page.figures.dashboard.index
    assert first.answer.status is AnswerStatus.ACCEPTED
    waiting = view.review_page.round.remaining
    other = "1" if first.answer.answer != ("1",) else "5"

    qtbot.keyClick(page.evidence.table, Qt.Key.Key_Return)
    assert view.place is SurveyPlace.REVIEW
    review = view.review_page
    qtbot.waitUntil(lambda: review.can_decide, timeout=_LONG_MS)
    assert (review.round.entry.page.page_id, review.round.entry.item_id) == (first.answer.page.page_id, C01)
    assert review.round.remaining == waiting  # it waits for nobody
    qtbot.keyClick(review.desk, getattr(Qt.Key, f"Key_{other}"))
    view.go_to(SurveyPlace.RESULTS)
    qtbot.waitUntil(lambda: page.figures.dashboard.index != before, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: page.evidence.evidence is not found, timeout=_LONG_MS)

    again = page.evidence.evidence[page.evidence.table.currentIndex().row()]
    assert (again.answer.page.page_id, again.answer.answer) == (first.answer.page.page_id, (other,))
    assert (again.answer.reading, again.answer.verification.operator) == (first.answer.answer, "Lan")


def test_that_looking_again_without_deciding_leaves_nothing_waiting(qtbot, page, window):
    view = window.survey_view
    _ask(qtbot, page, lambda: page.show_evidence(Question((C01,))))
    waiting = view.review_page.round.remaining
    queue = len(view.review_page.round)

    qtbot.keyClick(page.evidence.table, Qt.Key.Key_F2)
    assert len(view.review_page.round) == queue + 1
    qtbot.keyClick(view.review_page.desk, Qt.Key.Key_PageDown)
    view.workspace.refresh()
    qtbot.waitUntil(lambda: len(view.review_page.round) == queue, timeout=_LONG_MS)

    assert view.review_page.round.remaining == waiting
    assert not [a for r in view.workspace.survey.responses() for a in r.answers if a.verification]


def test_that_a_unit_and_a_trait_narrow_everything_down_and_a_chip_widens_it_again(qtbot, page):
    bar = page.selection_bar
    bar.unit_box.setCurrentIndex(bar.unit_box.findData(UNITS[1].code))
    _settle(qtbot, page)
    assert page.progress_card.numbers["returned"].text() == "3"
    assert page.units.model.rowCount() == 1

    bar.choose(bar.selection.with_trait(ItemId("d_gender"), "1"))
    _settle(qtbot, page)
    men = page.figures.dashboard.progress.returned
    assert men < 3 or page.figures.dashboard.items[0].options[1].count == 0
    (chip,) = bar.chips.values()
    chip.click()
    _settle(qtbot, page)

    assert page.figures.dashboard.progress.returned == 3
    assert bar.selection == Selection(unit=UNITS[1].code)


def test_that_nobody_selected_is_said_and_not_shown_as_zero(qtbot, page):
    everyone = page.figures.dashboard
    unused = [
        (tally.item.item_id, option.option.value)
        for tally in everyone.items
        for option in tally.options
        if tally.item in page.selection_bar._items and option.count == 0
    ]
    page.selection_bar.choose(Selection(traits=(unused[0],)))
    _settle(qtbot, page)

    assert page.index_card.number.text() == "–"
    assert page._empty_title.isVisibleTo(page)
    assert page._empty_title.text() == "Không có phiếu nào phù hợp"


def test_that_a_survey_without_pages_promises_no_figures(qtbot, window, tmp_path, frozen_template):
    folder = tmp_path / "s"
    Survey.create(folder, frozen_template, units=UNITS).close()

    page = _open(qtbot, window, folder)

    assert page.index_card.number.text() == "–"
    assert page._empty_title.text() == "Chưa đọc phiếu nào"
    assert not page.criteria.table.isVisible()


def test_that_tables_are_reached_by_key(qtbot, page, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key, table in (("2", page.others), ("3", page.units), ("1", page.criteria)):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda table=table: table.isVisible())
        assert [each for each in (page.criteria, page.others, page.units) if each.isVisible()] == [table]


def test_that_nothing_is_counted_while_nobody_looks(qtbot, window, read_folder):
    window.open_survey(read_folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    qtbot.waitUntil(lambda: bool(view.workspace.snapshot.pages), timeout=_LONG_MS)
    QTest.qWait(50)

    assert not view.results_page.has_figures
