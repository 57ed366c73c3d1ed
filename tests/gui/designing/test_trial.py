"""The form in hand is tried on a scan: what it reads is seen before it is saved, and again after an edit."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from form_templates.editing.operations.areas import DeleteAreas, MoveAreas
from form_templates.loading import load_template
from gui.designing.designer_page import DesignerPage
from gui.paper.picture_view import Emphasis
from omr.forms.page_images import PageOpener
from omr.processes.limited_process import call_here
from tests.form_templates.editing.build import ref
from tests.omr.drawn_form import write_drawn_form, write_filled

_LONG_MS = 20_000


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("drawn")
    return write_drawn_form(place / "form"), write_filled(place / "filled.png")


@pytest.fixture
def drawn(made, tmp_path):
    """The folder of a form, and a scan of it."""
    return shutil.copytree(made[0], tmp_path / "form"), made[1]


@pytest.fixture
def view(qtbot, english, drawn):
    page = DesignerPage(drawn[0], PageOpener(call=call_here))
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.view is not None, timeout=_LONG_MS)
    yield page.view
    page.leave()


def drop(view, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left = Qt.MouseButton.LeftButton
    view.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, left, Qt.KeyboardModifier.NoModifier))


def lines(view):
    rows = (view.trial.list.topLevelItem(row) for row in range(view.trial.list.topLevelItemCount()))
    return [[row.text(column) for column in range(3)] for row in rows]


def test_that_a_dropped_scan_is_read_before_the_form_is_saved_and_again_after_an_edit(qtbot, view, drawn):
    folder, scan = drawn
    saved = load_template(folder)
    with qtbot.waitSignal(view.trial.read, timeout=_LONG_MS):
        drop(view, scan)
    assert lines(view)[1] == ["c02 · 2 Câu 2", "Mức 2", "sure"]
    chosen = [each.area for each in view.trial.picture.outlines if each.emphasis is Emphasis.CHOSEN]
    assert [(area.item_id, area.option) for area in chosen][:2] == [("c01", "1"), ("c02", "2")]
    assert view.trial.facts.text() == "8 sure, 0 doubtful"

    QTest.keyClick(view.trial.list, Qt.Key.Key_Escape)
    view.editor.do(MoveAreas(tuple(ref("c02", str(value)) for value in range(1, 6)), 0.0, 6.0))
    assert view.try_button.text() == "Read again"
    with qtbot.waitSignal(view.trial.read, timeout=_LONG_MS):
        view.try_button.click()
    assert lines(view)[1][1] == "blank"
    assert load_template(folder) == saved
    assert view.is_changed


def test_that_a_file_that_is_no_scan_says_so_in_one_sentence(qtbot, view, tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"PK no scan")
    with qtbot.waitSignal(view.trial.read, timeout=_LONG_MS):
        drop(view, tmp_path / "letter.docx")
    assert view.trial.facts.text().startswith("The file is no scan")
    assert lines(view) == []


def test_that_a_form_with_mistakes_is_not_tried(view, drawn):
    view.editor.do(DeleteAreas(tuple(ref("c02", str(value)) for value in range(1, 6))))
    drop(view, drawn[1])
    assert "mended first" in view.hint.text()
    assert not view.trial.paths
