"""Every control can be named by a screen reader, reached with the keyboard and seen whole on 1920 x 1080 at 200 %."""

import shutil

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFormLayout,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableWidget,
    QWidget,
)

from form_templates.loading import list_templates
from form_templates.model import Language
from gui.form.print_dialog import PrintDialog
from gui.form.start_form_dialog import StartFormDialog
from gui.home.import_dialog import ImportDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.menus.about_dialog import AboutDialog
from gui.menus.command_palette import CommandPalette
from gui.menus.commands import commands_of
from gui.menus.shortcuts_dialog import ShortcutsDialog
from gui.new_form.new_form_dialog import NewFormDialog
from gui.paper.picture_view import PictureView
from gui.preferences import TEXT_PERCENTS, WindowLook
from gui.recheck.blind_desk import BlindDesk
from gui.review.review_desk import ReviewDesk
from gui.scan.pages.pin_dialog import PinDialog
from gui.scan.pages.retry_dialog import RetryDialog
from gui.scan.pages.typing_dialog import TypingDialog
from gui.scan.pages.unit_dialog import Extent, UnitDialog
from gui.scan.scan_page import Outlook
from gui.scan.stack_units_dialog import StackUnitsDialog
from gui.settings_dialog import SettingsDialog
from gui.survey_places import SurveyPlace
from gui.upkeep.backups_dialog import BackupsDialog
from gui.upkeep.check_dialog import CheckDialog
from gui.widgets.building_blocks import SMALLEST_SCREEN
from gui.widgets.theme import use_look
from omr.results import Reason
from omr.units.unit_runs import find_unit_runs
from tests.gui.fitting import crowded, too_large

_LONG_MS = 60_000
_COMMON_SCREEN = QSize(1280, 680)  # 1280 x 720 without the bar of the desktop
_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QGraphicsView)


@pytest.fixture
def view(qtbot, window, preferences, read_pile, tmp_path):
    """An open survey; every place shows what is in it."""
    preferences.operator = "Lan"
    window.resize(SMALLEST_SCREEN)
    window.open_survey(shutil.copytree(read_pile, tmp_path / "s"))
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 12, timeout=_LONG_MS)
    return view


def _faults(root):
    """Return what a screen reader could not name, and what Tab does not reach, of everything in sight."""
    controls = [each for each in root.findChildren(QWidget) if _is_control(each)]
    unnamed = [f"without a name: {_path(each)}" for each in controls if not _name(each)]
    reached = {each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus}
    unreached = [f"out of reach: {_path(each)}" for each in controls if not _is_reached(each, reached)]
    return unnamed + unreached + crowded(root) + too_large(root.window())


def _is_control(widget):
    if isinstance(widget, QScrollBar | QScrollArea | QHeaderView | QTabBar) or not widget.isVisible():
        return False
    inner = isinstance(widget.parent(), QAbstractSpinBox | QComboBox) or widget.objectName().startswith("qt_")
    return isinstance(widget, _CONTROLS) and widget.isEnabled() and not inner


def _is_reached(widget, reached):
    """Whether Tab comes here or to what stands for it: of a group of buttons Tab visits the one that is checked."""
    if widget in reached:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return any(button in reached for button in group.buttons())
    takes_its_keys = any(isinstance(above, ReviewDesk | BlindDesk | TypingDialog) for above in _above(widget))
    is_served = isinstance(widget, PictureView | QTableWidget) or widget.property("role") == "option"
    return takes_its_keys and is_served


def _above(widget):
    while widget.parentWidget() is not None:
        widget = widget.parentWidget()
        yield widget


def _name(widget):
    named = [widget.accessibleName()]
    if isinstance(widget, QAbstractButton):
        named.append(widget.text())
    named += [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    parent = widget.parentWidget()
    if parent is not None and isinstance(parent.layout(), QFormLayout):
        label = parent.layout().labelForField(widget)  # none where the field is one of several in a row
        named += [label.text()] if label is not None else []
    return next((name for name in named if any(character.isalnum() for character in name)), "")


def _settle(qtbot, workspace):
    """Let work end, and what wraps find its place: that takes a turn for each layout around it."""
    qtbot.waitUntil(lambda: not workspace.is_busy, timeout=_LONG_MS)
    _find_places()


def _find_places():
    for _turn in range(5):
        QApplication.processEvents()


def _path(widget):
    parts = []
    while widget is not None and not widget.isWindow():
        parts.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(parts[:4])


def test_that_the_start_page_is_named_and_reached(qtbot, window, view):
    window.close_survey()
    qtbot.waitUntil(lambda: bool(window.start_page.recent.rows), timeout=_LONG_MS)

    assert _faults(window.start_page) == []


@pytest.fixture
def looks(themed):
    """Changes how everything looks until the test ends; asked for before a window, it is changed back without one."""
    yield lambda look: use_look(themed, look)
    use_look(themed, WindowLook())


@pytest.mark.parametrize("language", list(Language))
def test_that_every_place_is_named_and_reached_and_fits_a_common_screen_with_the_largest_texts(
    looks, qtbot, window, view, language
):
    window.set_language(language)
    for place in SurveyPlace:
        view.go_to(place)
        _settle(qtbot, view.workspace)

        assert (place, _faults(view)) == (place, [])

    window.resize(_COMMON_SCREEN)
    looks(WindowLook(text_percent=TEXT_PERCENTS[-1]))
    for place in SurveyPlace:
        view.go_to(place)
        _find_places()

        least = window.minimumSizeHint()
        assert (place, crowded(view), least.boundedTo(_COMMON_SCREEN)) == (place, [], least)


def test_that_what_lies_behind_a_place_is_named_and_reached(qtbot, view):
    def look(go):
        go()
        _settle(qtbot, view.workspace)
        return _faults(view)

    view.go_to(SurveyPlace.SCAN)
    assert [look(lambda outlook=outlook: view.scan_page.look_at(outlook)) for outlook in Outlook] == [[], [], []]
    view.go_to(SurveyPlace.REVIEW)
    assert look(view.review_page.show_gallery) == []
    view.review_page.leave_gallery()
    assert look(lambda: view.review_page.desk.show_whole_page(is_whole=True)) == []
    view.go_to(SurveyPlace.RECHECK)
    assert look(view.recheck_page.start) == []
    view.recheck_page.desk.leave()
    view.go_to(SurveyPlace.RESULTS)
    assert [look(lambda place=place: view.results_page.show_table(place)) for place in range(3)] == [[], [], []]
    assert look(view.results_page.index_card.opened.emit) == []


def test_that_every_dialog_is_named_and_reached(qtbot, window, view, tmp_path):
    workspace, survey = view.workspace, view.workspace.survey
    page = workspace.snapshot.pages[0]
    jobs = workspace.picture_jobs
    dialogs = (
        NewSurveyDialog(list_templates(), Language.VIETNAMESE, tmp_path, jobs, window),
        PrintDialog(survey, jobs, window),
        ImportDialog(tmp_path, window),
        NewFormDialog(Language.VIETNAMESE, tmp_path, jobs, window),
        StartFormDialog(survey.template, tmp_path, window),
        ShortcutsDialog(window),
        AboutDialog(window),
        CommandPalette(commands_of(window), window),
        SettingsDialog(survey.settings, window),
        UnitDialog(survey.units, [Extent("", ())], window),
        StackUnitsDialog(find_unit_runs(workspace.snapshot.pages), survey.units, window),
        PinDialog(workspace, page, "Lan", window),
        TypingDialog(workspace, page, 1, 0, view.scan_page.pages.preferences, window),
        RetryDialog([Reason.TAKES_TOO_LONG, Reason.NEEDS_TOO_MUCH_MEMORY], window),
        CheckDialog(survey.folder, workspace.jobs, window),
        BackupsDialog(survey.folder, workspace.jobs, window),
    )
    for dialog in dialogs:
        dialog.show()
        _settle(qtbot, workspace)
        found = _faults(dialog)
        dialog.close()

        assert (type(dialog).__name__, found) == (type(dialog).__name__, [])


def test_that_the_walk_finds_a_control_without_a_name_and_one_out_of_reach(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    nameless, unreached = QLineEdit(root), QLineEdit(root)
    unreached.setAccessibleName("Ghi chú")
    unreached.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    root.resize(300, 200)
    nameless.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    root.show()
    QApplication.processEvents()

    assert _faults(root) == ["without a name: QLineEdit", "out of reach: QLineEdit"]
