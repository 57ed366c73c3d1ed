"""From a Word form dropped on the window to the first readings of a filled scan, then areas that lie wrong mended.

All of it in the real window: clicks and keys are counted, and the program's own time is added. What was proposed is
compared with where the answers really are, so what a person would have to mend is known.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from form_templates.editing.edit import AreaRef
from form_templates.editing.operations.areas import MoveAreas
from form_templates.editing.selection import areas_on
from form_templates.importing import definition_text
from form_templates.layout_files import LAYOUT_NAME, write_layout
from form_templates.loading import DEFINITION_NAME
from form_templates.model import (
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Section,
    Text,
)
from gui.app import open_window
from gui.designing.designer_dialog import DesignerDialog
from gui.designing.designer_view import DesignerView
from gui.main_window import MainWindow
from gui.proposing.proposal_dialog import ProposalDialog
from gui.widgets import dialogs
from omr.forms.page_images import PageOpener
from omr.processes.limited_process import call_here
from tests.bench.event_loop import let_pass, say, the_application, wait
from tests.bench.hands import Hands, move_held
from tests.bench.proposal_forms import BenchForm, files_of
from tests.bench.word_documents import LEVELS, STATEMENTS, Writer, print_documents

_READ_TARGET_S = 300
_MEND_TARGET_S = 60
_FRAME_TARGET_MS = 16
_WRONG_SHARE = 0.05
_OFF_MM = 2.6  # as far as a wrong area lies off
_SAME_MM = 0.5
_PAGES, _ROWS_A_PAGE = 8, 15
_HEADINGS = ("I. Cơ sở vật chất", "II. Thủ tục", "III. Công chức", "IV. Kết quả")
_ASKED = (*STATEMENTS, "Giờ làm việc của bộ phận một cửa phù hợp", "Số điện thoại nhận góp ý được công khai")
_FRAMES = 120
_SHOWN_MS = 100

Look = Callable[[str, QWidget], None]


def run(folder: Path, *, seed: int, look: Look = lambda _name, _widget: None) -> None:
    """Go the way once and print what it takes.

    Args:
        folder: For files.
        seed: Another one fills the form in otherwise, and puts other areas wrong.
        look: Gets the name of every station of the way, and what is to be seen there.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"== Form designer: a Word form of {len(_ASKED)} rows from the drop to its first readings")
    place = folder / "designer"
    place.mkdir()
    printed = print_documents(place, (office_form,))
    if not printed:
        print("   not measured: LibreOffice is not installed")
        return
    template, pdf = printed[0]
    scans = files_of(BenchForm("office-form", template, pdf, True), "filled", place / "filled", seed)[
        : len(template.pages)
    ]
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(place))
    hands = Hands(open_window(the_application()))
    designer = _measure_reading(hands, place, scans, look)
    _measure_mending(designer, hands.window, seed)
    designer.page.leave()
    designer.hide()
    hands.window.close()
    measure_frames(place)


def office_form(writer: Writer) -> None:
    """Two questions with boxes, then rows of empty cells under four headings, as an office writes them in Word."""
    writer.line("PHIẾU KHẢO SÁT SỰ HÀI LÒNG CỦA NGƯỜI DÂN", 14, bold=True, centred=True)
    writer.line("Xin Ông/Bà đánh dấu X vào ô phù hợp với ý kiến của mình.", 11)
    for label, options in (("Giới tính", ("Nam", "Nữ")), ("Dân tộc", ("Kinh", "Khác"))):
        question = writer.ask(label, options)
        paragraph = writer.line(f"{label}: ")
        for number, option in enumerate(options):
            writer.sign(paragraph, question, number, "☐")
            writer.fill(paragraph, f" {option}     ")
    table = writer.table(1, (1.2, 6.8, 1.8, 1.8, 1.8, 1.8, 1.8))
    for cell, text in zip(table.rows[0].cells, ("STT", "Nội dung đánh giá", *LEVELS), strict=True):
        writer.fill(cell.paragraphs[0], text, 9, bold=True, centred=True)
    for number, asked in enumerate(_ASKED):
        if number % 6 == 0:
            cells = table.add_row().cells
            writer.fill(cells[0].merge(cells[6]).paragraphs[0], _HEADINGS[number // 6], 11, bold=True)
        writer.cell_row(table, f"{number + 1}", asked, LEVELS, "12345")


def _measure_reading(hands: Hands, place: Path, scans: list[Path], look: Look) -> DesignerDialog:
    """Drop the document, save, edit, settle the doubts, drop filled scans, and wait for their readings."""
    start = time.perf_counter()
    _drop(hands, hands.window, [place / "office_form.docx"])
    found = hands.opened(ProposalDialog)
    wait(lambda: not found.is_searching, pause_ms=5)
    look("found", found)
    asked, dialogs.ask_folder = dialogs.ask_folder, lambda *_arguments: place
    hands.click(found.save_button)
    hands.effort.keys += 1  # Return in the system's dialog
    wait(found.edit_button.isVisible, pause_ms=5)
    dialogs.ask_folder = asked
    hands.click(found.edit_button)
    designer = hands.opened(DesignerDialog)
    wait(lambda: designer.page.view is not None, pause_ms=5)
    view = designer.page.view
    assert view is not None, "it was waited for"
    look("designer", designer)
    while any(remark.finding is None for remark in view.remarks.remarks):
        hands.effort.steps += 1  # looked at
        hands.press(view.remarks.list, Qt.Key.Key_Return)
    hands.effort.steps += len(_ASKED)  # each row is looked at
    _drop(hands, view, scans)
    wait(lambda: bool(view.trial.list.topLevelItemCount()), pause_ms=5)
    look("readings", designer)
    machine_s = time.perf_counter() - start
    _verdict(f"{view.trial.facts.text()}", hands, machine_s, _READ_TARGET_S)
    view.go_on_editing()
    let_pass(_SHOWN_MS)
    return designer


def _measure_mending(designer: DesignerDialog, window: MainWindow, seed: int) -> None:
    """Put some areas wrong, then drag each back to its place as a person would."""
    view, rng = designer.page.view, np.random.default_rng(seed)
    assert view is not None, "it was waited for"
    right = {page.number: areas_on(view.editor.form, page.number) for page in view.editor.form.pages}
    every = [ref for refs in right.values() for ref in refs]
    wrong = [every[index] for index in rng.choice(len(every), round(_WRONG_SHARE * len(every)), replace=False)]
    for ref in wrong:
        view.editor.do(MoveAreas((ref,), float(rng.choice([-_OFF_MM, _OFF_MM])), float(rng.uniform(-1, 1)) * _OFF_MM))
    hands = Hands(window)
    hands.click(view.fit_button)
    start = time.perf_counter()
    for ref in sorted(wrong, key=lambda ref: ref.page):
        if view.editor.page_number != ref.page:
            hands.effort.clicks += 1
            view.editor.show_page(ref.page)
            hands.click(view.fit_button)
        _drag_back(hands, view, ref, right[ref.page][ref])
    off_mm = [_off_mm(areas_on(view.editor.form, ref.page)[ref], right[ref.page][ref]) for ref in wrong]
    mended = sum(each <= _SAME_MM for each in off_mm)
    what = f"{mended} of {len(wrong)} wrong areas of {len(every)} mended"
    _verdict(what, hands, time.perf_counter() - start, _MEND_TARGET_S, is_done=mended == len(wrong))


def _drag_back(hands: Hands, view: DesignerView, ref: AreaRef, place: Rect) -> None:
    """Drag an area by its middle until it is where it belongs, to the pixel that a person sees."""
    window_rect = view.canvas.window_rect(ref)
    assert window_rect is not None, "its page is shown"
    now = areas_on(view.editor.form, ref.page)[ref]
    px_per_mm = window_rect.width() / now.w_mm
    way = QPointF(place.x_mm - now.x_mm, place.y_mm - now.y_mm) * px_per_mm
    start = window_rect.center().toPoint()
    hands.drag(view.canvas, start, start + way.toPoint())


def _off_mm(one: Rect, other: Rect) -> float:
    return max(abs(one.x_mm - other.x_mm), abs(one.y_mm - other.y_mm))


def measure_frames(folder: Path) -> None:
    """Drag all areas of a page of a large form about, and print how long each frame takes."""
    form = large_form()
    place = folder / "large"
    place.mkdir()
    write_layout(form, place / LAYOUT_NAME)
    (place / DEFINITION_NAME).write_text(definition_text(form), encoding="utf-8")
    for page in form.pages:
        Image.fromarray(np.full((3508, 2480), 255, np.uint8)).save(place / f"blank-{page.number}.png")
    designer = DesignerDialog(place, PageOpener(call=call_here))
    designer.resize(1600, 950)
    designer.show()
    wait(lambda: designer.page.view is not None, pause_ms=5)
    view = designer.page.view
    assert view is not None, "it was waited for"
    chosen = list(areas_on(view.editor.form, 1))
    areas = sum(len(page.areas) for page in form.pages)
    for what, refs in ((f"all {len(chosen)} of a page", chosen), ("one", chosen[:1])):
        view.editor.choose(refs)
        QApplication.processEvents()
        say(f"dragging {what} of {areas} areas, a frame", _frames(view), target_ms=_FRAME_TARGET_MS)
    designer.page.leave()
    designer.hide()


def _frames(view: DesignerView) -> list[float]:
    canvas = view.canvas
    rect = canvas.window_rect(view.editor.chosen.refs[0])
    assert rect is not None, "its page is shown"
    start = rect.center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start.toPoint())
    seconds = []
    for step in range(1, _FRAMES + 1):
        before = time.perf_counter()
        move_held(canvas, start + QPointF(step / 2, step / 3))
        canvas.repaint()
        QApplication.processEvents()
        seconds.append(time.perf_counter() - before)
    canvas.cancel()
    return seconds


def large_form() -> FormTemplate:
    """Return a form of eight pages with 600 areas."""
    options = tuple(Option(str(value), Text(level)) for value, level in enumerate(LEVELS, start=1))
    sections, pages = [], []
    for page in range(1, _PAGES + 1):
        items = tuple(
            Item(ItemId(f"q{page}_{row:02}"), ItemKind.SINGLE, Text(STATEMENTS[row % len(STATEMENTS)]), options)
            for row in range(_ROWS_A_PAGE)
        )
        areas = tuple(
            ResponseArea(item.item_id, option.value, Rect(100.0 + 18 * column, 30.0 + 16 * row, 5.0, 5.0))
            for row, item in enumerate(items)
            for column, option in enumerate(options)
        )
        sections.append(Section(f"s{page}", Text(f"Trang {page}"), items))
        pages.append(PageLayout(page, 210.0, 297.0, areas))
    return FormTemplate("large", 1, Text("Phiếu lớn"), tuple(sections), (), pages=tuple(pages))


def _drop(hands: Hands, widget: MainWindow | DesignerView, paths: list[Path]) -> None:
    hands.effort.clicks += 2
    hands.effort.steps += 1
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, left = QPointF(400, 300), Qt.MouseButton.LeftButton
    event = QDropEvent(place, Qt.DropAction.CopyAction, mime, left, Qt.KeyboardModifier.NoModifier)
    widget.dropEvent(event)  # sent, it would reach only who took the drag before


def _verdict(what: str, hands: Hands, machine_s: float, target_s: float, *, is_done: bool = True) -> None:
    hands_s = hands.effort.seconds + machine_s
    verdict = "reached" if is_done and hands_s <= target_s else "NOT reached"
    print(f"   {what}: {hands.effort}")
    print(f"   the program works {machine_s:.1f} s; together {hands_s:.0f} s (at most {target_s}: {verdict})")
