"""From twelve questions on the clipboard to a printed PDF in the real window: clicks, keys, the program's own time."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from gui.app import open_window
from gui.form.print_dialog import PrintDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.new_form.new_form_dialog import NewFormDialog
from gui.survey_places import SurveyPlace
from gui.widgets import dialogs
from tests.bench.event_loop import the_application, wait
from tests.bench.hands import Effort, Hands

_TARGET_S = 180
_QUESTIONS = 12
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


def run(folder: Path) -> None:
    """Go the way once and print what it takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    effort = Effort()
    start = time.perf_counter()
    path = _go(folder, effort)
    machine_s = time.perf_counter() - start
    hands_s = effort.seconds + machine_s
    verdict = "reached" if hands_s <= _TARGET_S and path.stat().st_size else "NOT reached"
    print(f"== New form: 12 questions from the clipboard to {path.stat().st_size / 1e3:.0f} kB of PDF")
    print(f"   {effort}")
    print(f"   the program works {machine_s:.1f} s; together {hands_s:.0f} s (at most {_TARGET_S}: {verdict})")


def _go(folder: Path, effort: Effort) -> Path:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
    hands = Hands(open_window(the_application()), effort)
    _make_form(hands)
    _make_survey(hands, folder / "survey")
    path = _print(hands, folder / "forms.pdf")
    hands.window.close()
    return path


def _make_form(hands: Hands) -> None:
    hands.click(hands.window.start_page.new_form_button)
    form = hands.opened(NewFormDialog)
    QApplication.clipboard().setText(_LIST)
    hands.press(form.text_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: not form.is_busy and form.preview.has_pictures, pause_ms=5)
    assert form.table.questions.used_count == _QUESTIONS, "every question was understood"
    hands.effort.steps += _QUESTIONS  # each of which is looked at
    hands.click(form.title_edit)
    hands.type_text(form.title_edit, "PHIEU KHAO SAT 2026")
    hands.click(form.survey_button)


def _make_survey(hands: Hands, folder: Path) -> None:
    survey = hands.opened(NewSurveyDialog)
    hands.type_text(survey.name_edit, "Khao sat 2026")
    hands.effort.keys += 6  # Tab to the units, and one down: none
    survey.units_box.setCurrentIndex(1)
    survey.folder_edit.setText(str(folder))  # what is proposed would lie in the person's documents
    hands.click(survey.create_button)
    wait(lambda: hands.window.survey_view is not None, pause_ms=5)


def _print(hands: Hands, path: Path) -> Path:
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
