"""A form that the program prints is set again as it is changed; what cannot be set is told, and the pages stay."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from form_templates.editing.edit import AreaRef
from form_templates.editing.journal import JOURNAL_NAME
from form_templates.editing.operations.questions import RelabelItem
from form_templates.editing.operations.sections import RewordSection, SectionText
from form_templates.editing.operations.texts import FormText, RewordForm
from form_templates.loading import DEFINITION_NAME, load_template
from form_templates.model import LATEST_EDITION, ItemId, Language, Typeface, Typesetting
from form_templates.typesetting.printing import first_form_pdf
from gui.designing.designer_page import DesignerPage
from omr.forms.page_images import PageOpener
from omr.opencv import cv2
from omr.processes.limited_process import call_here
from omr.simulation.printed import PdfPages
from tests.form_templates.build import SMALL_DEFINITION
from tests.gui.fitting import misfits_in_each_language

_LONG_MS = 20_000
_LEFT = Qt.MouseButton.LeftButton
_TALL = "dòng\n" * 350


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    (place / DEFINITION_NAME).write_text(SMALL_DEFINITION, encoding="utf-8")
    return place


@pytest.fixture
def open_view(qtbot, english, folder):
    made = []

    def opened():
        page = DesignerPage(folder, PageOpener(call=call_here))
        qtbot.addWidget(page)
        page.resize(1200, 700)
        made.append(page)
        qtbot.waitUntil(lambda: page.view is not None, timeout=_LONG_MS)
        return page.view

    yield opened
    for page in made:
        page.leave()


@pytest.fixture
def view(open_view):
    return open_view()


def settle(qtbot, view):
    qtbot.waitUntil(lambda: not view.typesetter.is_behind, timeout=_LONG_MS)


def places(view):
    return {ref.item_id: rect for ref, rect in _rects(view)}


def _rects(view):
    return [(AreaRef.of(page.number, area), area.rect) for page in view.editor.paper.pages for area in page.areas]


def test_that_areas_follow_the_words_that_are_typed(qtbot, view):
    before = places(view)
    title = view.properties.of_form.title
    QTest.keyClicks(title, "Mot tieu de dai hon mot dong rat nhieu " * 3)
    settle(qtbot, view)
    assert view.editor.form.title.vi.startswith("Mot tieu de dai")
    assert places(view)["c01"].y_mm > before["c01"].y_mm
    assert [str(entry.name) for entry in view.editor.document.done] == ["title changed"]
    view.editor.undo()
    settle(qtbot, view)
    assert places(view) == before


def test_that_a_click_chooses_a_question_by_its_area_or_its_line_and_drags_nothing(view):
    canvas, editor = view.canvas, view.editor
    canvas.resize(840, 1188)
    canvas.fit()
    spot = canvas.window_rect(AreaRef(1, ItemId("c01"), "2")).center().toPoint()
    QTest.mousePress(canvas, _LEFT, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseMove(canvas, spot + QPoint(60, 80))
    QTest.mouseRelease(canvas, _LEFT, Qt.KeyboardModifier.NoModifier, spot + QPoint(60, 80))
    assert editor.chosen.item_ids == ("c01",)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert not editor.document.is_changed
    line = canvas.window_rect(AreaRef(1, ItemId("c02"), "a")).center().toPoint().y()
    at_its_words = QPoint(canvas.width() // 5, line)
    QTest.mouseClick(canvas, _LEFT, Qt.KeyboardModifier.NoModifier, at_its_words)
    assert editor.chosen.item_ids == ("c02",)
    QTest.mouseClick(canvas, _LEFT, Qt.KeyboardModifier.NoModifier, QPoint(canvas.width() // 2, 12))
    assert editor.chosen.item_ids == ()


def test_that_signs_the_typeface_lacks_are_named_with_their_text_and_not_saved(view, folder):
    before = load_template(folder)
    view.editor.choose_items(["c01"])
    view.editor.do(RewordForm(FormText.TITLE, Language.VIETNAMESE, "Phiếu 😀"))
    view.save()
    assert [remark.text for remark in view.remarks.remarks] == ["Title: cannot be printed in this typeface: 😀"]
    view.remarks.go_on()
    assert view.editor.chosen.item_ids == ()  # so the title stands beside the page
    assert load_template(folder) == before


def test_that_what_cannot_be_set_is_told_and_the_last_good_pages_stay(qtbot, view, folder):
    before = view.editor.paper
    view.editor.do(RewordSection("only", SectionText.INTRO, Language.VIETNAMESE, _TALL))
    settle(qtbot, view)
    assert "higher than a page" in view.refusal.text()
    assert not view.refusal.isHidden()
    assert view.editor.paper is before
    view.save()
    assert "cannot be set" in view.hint.text()
    assert load_template(folder) == before
    view.editor.undo()
    settle(qtbot, view)
    assert view.refusal.isHidden()


def test_that_a_saved_form_is_what_its_folder_holds(qtbot, view, folder):
    view.properties.of_form.typeface.choose(Typeface.SERIF)
    view.properties.of_form.text_size.setValue(10.5)
    view.properties.of_form.edition_button.click()
    view.properties.of_form.motto_box.click()
    with qtbot.waitSignal(view.saved, timeout=_LONG_MS):
        view.save()
    saved = load_template(folder)
    assert saved.typesetting == Typesetting(LATEST_EDITION, Typeface.SERIF, 10.5)
    assert saved.motto.vi.startswith("CỘNG HÒA")
    assert replace(saved, pages=()) == view.editor.form
    view.leave()
    assert [path.name for path in folder.iterdir()] == [DEFINITION_NAME]


def test_that_a_new_question_waits_for_its_words_on_the_page_where_it_is(qtbot, view):
    view.editor.choose_items([ItemId("c01")])
    view.tools.add.trigger()
    settle(qtbot, view)
    assert view.editor.chosen.item_ids == ("c03",)
    assert view.properties.of_items.words.textCursor().selectedText() == "Câu hỏi mới"
    assert {ref.item_id for ref in view.editor.chosen.refs} == {"c03"}
    view.tools.delete.trigger()
    settle(qtbot, view)
    assert "c03" not in places(view)


def test_that_a_new_section_is_seen_where_the_page_is_larger_than_its_window(qtbot, view):
    canvas = view.canvas
    canvas.resize(840, 240)
    canvas.fit_width()
    view.tools.add_section.trigger()
    settle(qtbot, view)
    (ref, *_others) = view.editor.places_of_chosen()
    assert ref.item_id == "c03"
    assert canvas.rect().contains(canvas.window_rect(ref).center().toPoint())


def test_that_enter_makes_no_second_line_of_a_question(view):
    view.editor.choose_items([ItemId("c01")])
    words = view.properties.of_items.words
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClicks(words, "A")
    assert view.editor.form.item(ItemId("c01")).label.vi == "ACâu một"


def test_that_what_a_killed_window_left_is_offered(qtbot, open_view, folder):
    killed = open_view()
    killed.editor.do(RelabelItem(ItemId("c01"), Language.VIETNAMESE, "Câu khác"))
    assert (folder / JOURNAL_NAME).exists()
    again = open_view()
    again.left_over.take_button.click()
    settle(qtbot, again)
    assert again.editor.paper.item(ItemId("c01")).label.vi == "Câu khác"


def test_that_the_form_is_named_in_the_language_of_the_window(view):
    assert "small, version 3" in view.properties.of_form.key.text()
    assert "double click" in view.hint.text()


def test_that_the_designer_fits_the_smallest_screen_in_each_language(qapp, view):
    assert misfits_in_each_language(qapp, view) == []


def test_that_a_print_of_the_form_as_it_is_now_is_read_before_it_is_saved(qtbot, view, tmp_path):
    """The words typed just before move what is below them: a scan is read where the pages are set by now."""
    before = load_template(view.editor.folder)
    QTest.keyClicks(view.properties.of_form.title, "Mot tieu de dai hon mot dong rat nhieu " * 3)
    settle(qtbot, view)
    scan = tmp_path / "scan.png"
    marked = crossed_print(view.editor.paper, scan)
    assert marked.rect not in {area.rect for area in before.page(1).areas}
    QTest.keyClicks(view.properties.of_form.title, "!")
    with qtbot.waitSignal(view.trial.read, timeout=_LONG_MS):
        view.try_on([scan])

    (page,) = view.trial.found.pages
    answers = {reading.item_id: reading.answer for reading in page.reading.items}
    assert answers[marked.item_id] == (marked.option,)
    assert load_template(view.editor.folder) == before


def crossed_print(form, path):
    """Print the first page of a form with its first area crossed by a thick pen; return that area."""
    pixels = np.ascontiguousarray(PdfPages(first_form_pdf(form), len(form.pages)).raster(0, 1, 200))
    area = form.page(1).areas[0]
    rect = area.rect
    edges_mm = (rect.x_mm + 0.6, rect.y_mm + 0.6, rect.x_mm + rect.w_mm - 0.6, rect.y_mm + rect.h_mm - 0.6)
    left, top, right, bottom = (round(edge_mm / 25.4 * 200) for edge_mm in edges_mm)
    cv2.line(pixels, (left, top), (right, bottom), 40, 4)
    cv2.line(pixels, (left, bottom), (right, top), 40, 4)
    cv2.imwrite(str(path), pixels)
    return area
