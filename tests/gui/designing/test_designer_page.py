"""A form is opened, changed and saved; a window that was killed loses nothing; what is wrong is told at its place."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from form_templates.editing.journal import JOURNAL_NAME
from form_templates.editing.operations.areas import DeleteAreas, MoveAreas
from form_templates.loading import load_template
from form_templates.model import Language
from gui.designing.designer_page import DesignerPage
from gui.designing.form_folder import read_doubts
from gui.designing.page import area_actions
from gui.i18n.translation import Translations
from omr.forms.page_images import PageOpener
from omr.forms.proposing.doubts import AreaDoubt
from omr.processes.limited_process import call_here
from tests.form_templates.editing.build import PITCH_MM, ref
from tests.gui.fitting import misfits_in_each_language

_LONG_MS = 20_000


@pytest.fixture
def open_page(qtbot, english, folder):
    """Opens the form's folder, as often as a test wants; all are left at its end."""
    made = []

    def opened() -> DesignerPage:
        page = DesignerPage(folder, PageOpener(call=call_here))
        qtbot.addWidget(page)
        made.append(page)
        qtbot.waitUntil(lambda: page.view is not None, timeout=_LONG_MS)
        return page

    yield opened
    for page in made:
        page.leave()


@pytest.fixture
def page(open_page):
    return open_page()


def test_that_a_saved_form_is_what_its_folder_holds(qtbot, page, folder):
    page.view.editor.do(MoveAreas((ref("c01", "1"),), -3.0, 0.0))
    assert page.is_changed
    assert page.view.state.text() == "Not saved"
    with qtbot.waitSignal(page.saved, timeout=_LONG_MS):
        page.view.save()
    assert load_template(folder) == page.view.editor.form
    qtbot.waitUntil(lambda: page.view.state.text() == "Saved", timeout=_LONG_MS)
    page.leave()
    assert not (folder / JOURNAL_NAME).exists()


def test_that_looking_leaves_nothing_in_the_folder(page, folder):
    before = sorted(path.name for path in folder.iterdir())
    page.view.editor.choose([ref("c01", "1")])
    page.leave()
    assert sorted(path.name for path in folder.iterdir()) == before


def test_that_what_a_killed_window_left_is_offered_and_can_be_undone(open_page, folder):
    killed = open_page()
    killed.view.editor.do(MoveAreas((ref("c01", "1"),), -3.0, 0.0))
    form = killed.view.editor.form
    saved = load_template(folder)

    again = open_page()
    assert again.view.editor.form == saved
    assert "1 change of last time" in again.view.left_over.text.text()
    again.view.left_over.take_button.click()
    assert again.view.editor.form == form
    assert again.is_changed
    again.view.editor.undo()
    assert again.view.editor.form == saved


def test_that_what_was_left_can_be_let_go(open_page, folder):
    open_page().view.editor.do(MoveAreas((ref("c01", "1"),), -3.0, 0.0))
    again = open_page()
    again.view.left_over.drop_button.click()
    assert not again.is_changed
    assert not (folder / JOURNAL_NAME).exists()


def test_that_a_journal_that_cannot_be_used_is_kept_aside(open_page, folder):
    (folder / JOURNAL_NAME).write_text("no journal\n", encoding="ascii")
    view = open_page().view
    assert view.left_over.isVisibleTo(view)
    assert [path.read_text(encoding="ascii") for path in folder.glob(f"{JOURNAL_NAME}.damaged-*")] == ["no journal\n"]
    assert view.editor.do(MoveAreas((ref("c01", "1"),), -3.0, 0.0))


def test_that_one_is_told_where_changes_cannot_be_kept_meanwhile(page, folder, tmp_path):
    view = page.view
    folder.rename(tmp_path / "away")
    assert view.editor.do(MoveAreas((ref("c01", "1"),), -3.0, 0.0))
    assert view.editor.do(MoveAreas((ref("c01", "1"),), -3.0, 0.0))
    assert view.state.text() == "Not saved, not secured"
    assert "there is no such file or folder" in view.state.toolTip()
    view.editor.undo()
    assert len(view.editor.document.undone) == 1


def test_that_what_is_wrong_leads_to_its_place_and_is_not_saved(page, folder):
    view, before = page.view, load_template(folder)
    view.editor.do(DeleteAreas((ref("many", "a", 2),)))
    view.save()
    assert load_template(folder) == before
    assert "mended first" in view.hint.text()
    (remark,) = view.remarks.remarks
    assert remark.item_ids == ("many",)
    view.remarks.go_on()
    assert view.editor.chosen.item_ids == ("many",)
    assert view.editor.page_number == 2
    view.editor.undo()
    view.check_now()
    assert not view.remarks.remarks


def test_that_doubts_are_gone_through_and_those_settled_are_saved(qtbot, open_page, folder):
    rows = [
        {"page": 1, "item": item, "option": option, "confidence": sure, "doubts": doubts}
        for item, option, sure, doubts in (
            ("c01", "1", 0.8, ["alone", "kind"]),
            ("c02", "1", 0.5, ["direction"]),
            ("c03", "1", 0.5, ["direction"]),
            ("c03", "2", 0.9, ["kind"]),
            ("gone", "1", 0.1, ["alone"]),
        )
    ]
    (folder / "proposal.json").write_text(json.dumps({"areas": rows}), encoding="utf-8")
    view = open_page().view
    assert [remark.item_ids for remark in view.remarks.remarks] == [("c02", "c03"), ("c01",)]
    QTest.keyClick(view.remarks.list, Qt.Key.Key_Return)
    assert view.editor.chosen.item_ids == ("c02", "c03")
    QTest.keyClick(view.remarks.list, Qt.Key.Key_Return)
    assert [remark.item_ids for remark in view.remarks.remarks] == [("c01",)]
    assert view.editor.chosen.item_ids == ("c01",)
    view.editor.undo()
    view.check_now()
    assert [remark.item_ids for remark in view.remarks.remarks] == [("c02", "c03"), ("c01",)]
    view.editor.redo()
    with qtbot.waitSignal(view.saved, timeout=_LONG_MS):
        view.save()
    (left,) = read_doubts(folder).items()
    assert left[0] == ref("c01", "1")
    assert left[1].doubts == (AreaDoubt.ALONE, AreaDoubt.KIND)


def test_that_undo_is_named_in_the_language_of_the_window(qapp, page):
    view = page.view
    view.editor.do(MoveAreas((ref("c01", "1"), ref("c01", "2")), -3.0, 0.0))
    assert view.tools.undo.toolTip() == "Undo: 2 areas moved 3 mm (Ctrl+Z)"
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    try:
        view.tools.retranslate()
        assert view.tools.undo.toolTip().startswith("Hoàn tác: ")
        assert "areas" not in view.tools.undo.toolTip()
    finally:
        translations.stop()


def test_that_a_row_is_duplicated_as_far_apart_as_the_rows_are(monkeypatch, page):
    view = page.view
    monkeypatch.setattr(area_actions.RepeatDialog, "exec", lambda dialog: dialog.times.setValue(4) or accepted())
    view.editor.choose([ref("c03", "1")])
    view.tools.repeat.trigger()
    rows = [area.rect.y_mm for area in view.editor.form.page(1).areas if area.option == "1"]
    assert len(rows) == 7
    assert rows[-1] - rows[-2] == pytest.approx(PITCH_MM)


def test_that_a_folder_without_a_form_says_so(qtbot, english, tmp_path):
    page = DesignerPage(tmp_path, PageOpener(call=call_here))
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.note.text() != "Opening the form…", timeout=_LONG_MS)
    assert page.view is None
    page.leave()


def accepted() -> QDialog.DialogCode:
    return QDialog.DialogCode.Accepted


def test_that_the_designer_fits_the_smallest_screen_in_each_language(qapp, page):
    assert misfits_in_each_language(qapp, page) == []
