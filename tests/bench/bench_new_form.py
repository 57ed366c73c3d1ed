"""From twelve questions on the clipboard to a printed PDF in the real window: clicks, keys, and the program's own time.

A person is counted with the keystroke-level model of Card, Moran and Newell: 1.1 s to point, 0.2 s to click, 0.28 s a
key, and 1.35 s to think before each step.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.app import make_application, open_window
from gui.form.print_dialog import PrintDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.main_window import MainWindow
from gui.new_form.new_form_dialog import NewFormDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from tests.bench.event_loop import wait

_TARGET_S = 180
_QUESTIONS = 12
_POINT_S, _CLICK_S, _KEY_S, _THINK_S = 1.1, 0.2, 0.28, 1.35
_LIST = """STT\tCâu hỏi\tLoại\tPhương án
A. THÔNG TIN CHUNG\t\t\t
1\tGiới tính\tMột lựa chọn\tNam; Nữ
2\tNăm sinh\tSố\t
3\tÔng/Bà biết thông tin qua đâu? (chọn tối đa 2)\tChọn nhiều\tBáo, đài; Mạng xã hội; Người quen; Khác (ghi rõ)
B. ĐÁNH GIÁ\t\t\t
4\tThời gian chờ đợi\tHài lòng\t
5\tThái độ của công chức\tHài lòng\t
6\tHướng dẫn hồ sơ rõ ràng\tHài lòng\t
7\tNơi ngồi chờ\tHài lòng\t
8\tPhí, lệ phí đúng quy định\tHài lòng\t
9\tNhìn chung Ông/Bà có hài lòng không?\tHài lòng\t
C. Ý KIẾN\t\t\t
10\tÔng/Bà có quay lại không?\t\t
11\tÔng/Bà có giới thiệu cho người khác không?\tNPS\t
12\tGóp ý của Ông/Bà\tVăn bản\t
"""


_Dialog = TypeVar("_Dialog", bound=QDialog)


@dataclass(slots=True)
class _Effort:
    """What a person does."""

    clicks: int = 0
    keys: int = 0
    steps: int = 0

    @property
    def seconds(self) -> float:
        """How long that takes a person who knows where things are."""
        return self.clicks * (_POINT_S + _CLICK_S) + self.keys * _KEY_S + self.steps * _THINK_S


def run(folder: Path) -> None:
    """Go the way once and print what it takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    effort = _Effort()
    start = time.perf_counter()
    path = _go(folder, effort)
    machine_s = time.perf_counter() - start
    hands_s = effort.seconds + machine_s
    verdict = "reached" if hands_s <= _TARGET_S and path.stat().st_size else "NOT reached"
    print(f"== New form: 12 questions from the clipboard to {path.stat().st_size / 1e3:.0f} kB of PDF")
    print(f"   {effort.clicks} clicks, {effort.keys} keys, {effort.steps} steps to think about: {effort.seconds:.0f} s")
    print(f"   the program works {machine_s:.1f} s; together {hands_s:.0f} s (at most {_TARGET_S}: {verdict})")


def _go(folder: Path, effort: _Effort) -> Path:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
    hands = _Hands(open_window(make_application(["phieu"])), effort)
    _make_form(hands)
    _make_survey(hands, folder / "survey")
    path = _print(hands, folder / "forms.pdf")
    hands.window.close()
    return path


@dataclass(frozen=True, slots=True)
class _Hands:
    """Clicks and types, and counts."""

    window: MainWindow
    effort: _Effort

    def click(self, widget: QWidget) -> None:
        self.effort.clicks += 1
        self.effort.steps += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type_text(self, widget: QWidget, text: str) -> None:
        self.effort.keys += len(text)
        QTest.keyClicks(widget, text)

    def opened(self, kind: type[_Dialog]) -> _Dialog:
        """Return the dialog of this kind, once it is there."""
        wait(lambda: any(each.isVisible() for each in self.window.findChildren(kind)), pause_ms=5)
        return next(each for each in self.window.findChildren(kind) if each.isVisible())


def _make_form(hands: _Hands) -> None:
    hands.click(hands.window.start_page.new_form_button)
    form = hands.opened(NewFormDialog)
    QApplication.clipboard().setText(_LIST)
    hands.effort.keys += 2
    QTest.keyClick(form.text_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: not form.is_busy and form.preview.has_pictures, pause_ms=5)
    assert form.table.questions.used_count == _QUESTIONS, "every question was understood"
    hands.effort.steps += _QUESTIONS  # each of which is looked at
    hands.click(form.title_edit)
    hands.type_text(form.title_edit, "PHIEU KHAO SAT 2026")
    hands.click(form.survey_button)


def _make_survey(hands: _Hands, folder: Path) -> None:
    survey = hands.opened(NewSurveyDialog)
    hands.type_text(survey.name_edit, "Khao sat 2026")
    hands.effort.keys += 6  # Tab to the units, and one down: none
    survey.units_box.setCurrentIndex(1)
    survey.folder_edit.setText(str(folder))  # what is proposed would lie in the person's documents
    hands.click(survey.create_button)
    wait(lambda: hands.window.survey_view is not None, pause_ms=5)


def _print(hands: _Hands, path: Path) -> Path:
    view = hands.window.survey_view
    assert view is not None, "it was waited for"
    hands.effort.clicks += 1
    view.go_to(SurveyPlace.FORM)
    hands.click(view.form_page.print_button)
    ask, before = hands.opened(PrintDialog), dialogs.ask_save_path
    dialogs.ask_save_path = lambda *_arguments: path
    hands.effort.keys += 1  # Return in the system's dialog
    hands.click(ask.save_button)
    wait(path.exists, pause_ms=5)
    dialogs.ask_save_path = before
    wait(lambda: not view.workspace.jobs.is_busy, pause_ms=5)
    return path
