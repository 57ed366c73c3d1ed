"""Areas are chosen, moved, resized, drawn, nudged and deleted on the page; a drag is done once, at its end."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest

from form_templates.editing.edit import AreaRef
from form_templates.editing.selection import areas_on
from tests.form_templates.editing.build import ref

_LEFT = Qt.MouseButton.LeftButton
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def spot(canvas, area: AreaRef) -> QPoint:
    return canvas.window_rect(area).center().toPoint()


def drag(canvas, start: QPoint, way: QPoint, keys=_NONE, *, is_released=True) -> None:
    QTest.mousePress(canvas, _LEFT, keys, start)
    for share in (0.5, 1.0):
        move(canvas, start + QPoint(round(way.x() * share), round(way.y() * share)), keys)
    if is_released:
        QTest.mouseRelease(canvas, _LEFT, keys, start + way)


def move(canvas, to: QPoint, keys) -> None:
    """Move the pointer with the button held; QTest has no modifiers for that."""
    canvas.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(to), _LEFT, _LEFT, keys))


def rect(editor, area: AreaRef):
    return areas_on(editor.form, area.page)[area]


def test_that_a_click_chooses_an_area_with_its_question(canvas, editor):
    QTest.mouseClick(canvas, _LEFT, _NONE, spot(canvas, ref("c02", "3")))
    assert editor.chosen.refs == (ref("c02", "3"),)
    assert editor.chosen.item_ids == ("c02",)


def test_that_a_click_with_shift_adds_an_area_and_takes_it_away_again(canvas, editor):
    QTest.mouseClick(canvas, _LEFT, _NONE, spot(canvas, ref("c01", "1")))
    QTest.mouseClick(canvas, _LEFT, _SHIFT, spot(canvas, ref("c02", "1")))
    assert editor.chosen.refs == (ref("c01", "1"), ref("c02", "1"))
    QTest.mouseClick(canvas, _LEFT, _SHIFT, spot(canvas, ref("c01", "1")))
    assert editor.chosen.refs == (ref("c02", "1"),)


def test_that_a_box_chooses_what_it_touches(canvas, editor):
    start = spot(canvas, ref("c01", "1")) - QPoint(30, 30)
    drag(canvas, start, spot(canvas, ref("c02", "2")) - start)
    assert set(editor.chosen.refs) == {ref(item, option) for item in ("c01", "c02") for option in "12"}


def test_that_a_drag_is_shown_as_it_goes_and_done_once_at_its_end(canvas, editor):
    shown = []
    editor.previewed.connect(shown.append)
    before = editor.form
    drag(canvas, spot(canvas, ref("c02", "3")), QPoint(40, 80), _CTRL, is_released=False)
    assert editor.form is before
    assert areas_on([form for form in shown if form][-1], 1)[ref("c02", "3")] != rect(editor, ref("c02", "3"))
    QTest.mouseRelease(canvas, _LEFT, _CTRL, spot(canvas, ref("c02", "3")))
    assert len(editor.document.done) == 1
    editor.undo()
    assert editor.form is before


def test_that_escape_leaves_a_drag_as_if_it_had_never_been(canvas, editor):
    before = editor.form
    drag(canvas, spot(canvas, ref("c02", "3")), QPoint(40, 80), is_released=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, _LEFT, _NONE, QPoint(5, 5))
    assert editor.form is before
    assert not editor.document.done


def test_that_a_dragged_area_snaps_to_another_and_with_control_to_none(canvas, editor):
    start = spot(canvas, ref("c02", "3"))
    drag(canvas, start, QPoint(0, 26), is_released=False)
    assert canvas.drag.y_mm is not None
    move(canvas, start + QPoint(0, 26), _CTRL)
    assert canvas.drag.y_mm is None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_that_a_handle_resizes_all_that_is_chosen_by_the_same_way(canvas, editor):
    editor.choose([ref("c01", "1"), ref("c03", "5")])
    corner = canvas.window_rect(ref("c03", "5")).bottomRight().toPoint() + QPoint(5, 5)
    drag(canvas, corner, QPoint(15, 15), _CTRL)
    first, last = rect(editor, ref("c01", "1")), rect(editor, ref("c03", "5"))
    assert first.w_mm == pytest.approx(last.w_mm)
    assert first.w_mm > 6.0
    assert len(editor.document.done) == 1


def test_that_an_arrow_nudges_and_a_held_key_is_one_entry(canvas, editor):
    editor.choose([ref("c01", "1")])
    before = rect(editor, ref("c01", "1"))
    for is_repeated in (False, True, True):
        key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, _NONE, "", is_repeated)
        canvas.keyPressEvent(key)
    assert rect(editor, ref("c01", "1")).x_mm == pytest.approx(before.x_mm + 0.3)
    assert len(editor.document.done) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Down, _SHIFT)
    assert rect(editor, ref("c01", "1")).y_mm == pytest.approx(before.y_mm + 1.0)
    assert len(editor.document.done) == 2


def test_that_delete_takes_the_chosen_areas_off_the_page(canvas, editor):
    editor.choose([ref("c01", "1"), ref("c01", "2")])
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert ref("c01", "1") not in areas_on(editor.form, 1)
    assert editor.chosen.refs == ()


def test_that_drawing_fills_what_is_missing_then_makes_questions_and_their_options(canvas, editor):
    editor.choose([ref("c01", "2")])
    canvas.delete_chosen()
    drag(canvas, QPoint(100, 700), QPoint(30, 20), _ALT)
    assert ref("c01", "2") in areas_on(editor.form, 1)

    editor.choose(())
    drag(canvas, QPoint(100, 800), QPoint(30, 20), _ALT)
    (made,) = editor.chosen.item_ids
    drag(canvas, QPoint(160, 800), QPoint(30, 20), _ALT)
    assert [option.value for option in editor.form.item(made).options] == ["1", "2"]
    assert {AreaRef(1, made, value) for value in ("1", "2")} <= areas_on(editor.form, 1).keys()


def test_that_a_click_with_the_drawing_tool_draws_an_area_as_large_as_the_others(canvas, editor):
    canvas.set_drawing(is_drawing=True)
    QTest.mouseClick(canvas, _LEFT, _NONE, QPoint(200, 800))
    drawn = rect(editor, editor.chosen.refs[0])
    assert (drawn.w_mm, drawn.h_mm) == (4.0, 4.0)


def test_that_what_cannot_be_done_is_told_and_changes_nothing(canvas, editor):
    told, before = [], editor.form
    editor.refused.connect(told.append)
    editor.choose([ref("c01", "1")])
    canvas.nudge(float("nan"), 0.0, continues=False)
    assert len(told) == 1
    assert editor.form is before


def test_that_what_is_chosen_elsewhere_is_brought_into_view_without_a_gap_beside_the_page(canvas, editor):
    canvas.resize(500, 300)
    canvas.fit_width()
    canvas.zoom(3.0)
    editor.choose([ref("c03", "5")])
    canvas.reveal()
    seen = canvas.window_rect(ref("c03", "5"))
    assert canvas.rect().contains(seen.toRect())
    editor.choose([ref("c01", "1")])
    canvas.look_at_chosen()
    assert canvas.rect().contains(canvas.window_rect(ref("c01", "1")).toRect())
