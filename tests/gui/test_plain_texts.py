"""Whatever a survey, its form and its units are called: the window shows it as it was typed."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMessageBox, QTreeWidget, QWidget

from form_templates.errors import Finding, TemplateError
from form_templates.loading import list_templates
from form_templates.model import Language
from gui.form.print_dialog import PrintDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.jobs import Jobs
from gui.results.rounds_dialog import RoundsDialog
from gui.scan.pages.pin_dialog import PinDialog
from gui.scan.pages.typing_dialog import TypingDialog
from gui.scan.pages.unit_dialog import Extent, UnitDialog
from gui.scan.scan_page import Outlook
from gui.settings_dialog import SettingsDialog
from gui.survey_places import SurveyPlace
from gui.upkeep.backups_dialog import BackupsDialog
from gui.upkeep.check_dialog import CheckDialog
from gui.widgets import dialogs
from gui.widgets.building_blocks import SMALLEST_SCREEN
from gui.widgets.plain_texts import as_button_text, as_tip, breakable
from tests.gui.fitting import too_large

_LONG_MS = 60_000
HOSTILE = "<img src=file:///etc/passwd><b>&x</b> \u202e{0} " + "m" * 90
NAME = f"{HOSTILE} n"


@pytest.fixture
def view(qtbot, window, preferences, read_pile, tmp_path):
    """An open survey whose every text is hostile."""
    folder = tmp_path / "a &x <b>"
    shutil.copytree(read_pile, folder)
    (definition,) = folder.glob("templates/*/template.toml")
    text = definition.read_text(encoding="utf-8")
    definition.write_text(re.sub(r'\b(vi|en) = "[^"]*"', rf'\1 = "{HOSTILE}"', text), encoding="utf-8")
    units = (folder / "units.csv").read_text(encoding="utf-8").split("\n")
    rows = [line.split(",") for line in units[1:] if line]
    lines = [",".join([row[0], f"{HOSTILE} {row[0]}", *row[2:]]) for row in rows]
    (folder / "units.csv").write_text("\n".join([units[0], *lines, ""]), encoding="utf-8")
    settings = (folder / "survey.toml").read_text(encoding="utf-8")
    (folder / "survey.toml").write_text(
        re.sub(r"(?m)^(name|round) = .*$", rf'\1 = "{NAME}"', settings), encoding="utf-8"
    )
    preferences.operator = HOSTILE
    window.open_survey(folder)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    view = window.survey_view
    qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 12, timeout=_LONG_MS)
    return view


def faults(root: QWidget) -> list[str]:
    """Return the texts below a widget that are not shown as they were typed."""
    widgets = [root, *root.findChildren(QWidget)]
    found = [f"rich label: {each.text()[:40]}" for each in widgets if isinstance(each, QLabel) and _is_rich_label(each)]
    tips = [(type(each).__name__, each.toolTip()) for each in (*widgets, *root.findChildren(QAction))]
    for view in (each for each in widgets if isinstance(each, QAbstractItemView)):
        tips += [(type(view.model()).__name__, tip) for tip in _tips_of(view)]
    found += sorted({f"rich tip of {owner}: {tip[:20]}" for owner, tip in tips if not is_as_typed(tip)})
    named = [each for each in (*widgets, *root.findChildren(QAction)) if isinstance(each, QAbstractButton | QAction)]
    found += [f"letter as a key: {each.text()[:40]}" for each in named if re.search("(?<!&)&x", each.text())]
    return [*found, *too_large(root)]


def is_as_typed(tip: str) -> bool:
    """Whether a hint is plain, or no more than paragraphs of escaped text."""
    if not GuiQt.mightBeRichText(tip):
        return "\n" in tip or len(tip) < 400
    return re.search(r"<(?!/?p>|br>)", tip) is None


def _is_rich_label(label: QLabel) -> bool:
    return label.textFormat() is not Qt.TextFormat.PlainText and GuiQt.mightBeRichText(label.text())


def _tips_of(view: QAbstractItemView):
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
        for row in range(min(model.rowCount(), 30)):
            index = model.index(row, column)
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            if isinstance(view, QTreeWidget):
                for child in range(model.rowCount(index)):
                    yield str(model.index(child, 0, index).data(Qt.ItemDataRole.ToolTipRole) or "")


def _checked(folder: Path, jobs: Jobs, window: QWidget) -> CheckDialog:
    dialog = CheckDialog(folder, jobs, window)
    dialog.add_originals(Path(HOSTILE))
    dialog.check()
    return dialog


def test_that_every_place_and_dialog_shows_what_was_typed(qtbot, window, view, tmp_path: Path):
    def look(name, root=view):
        qtbot.waitUntil(lambda: not view.workspace.is_busy, timeout=_LONG_MS)
        return [f"{name}: {fault}" for fault in faults(root)]

    found = []
    for place in SurveyPlace:
        view.go_to(place)
        found += look(place.name)
    view.go_to(SurveyPlace.SCAN)
    for outlook in Outlook:
        view.scan_page.look_at(outlook)
        found += look(outlook.name)
    view.go_to(SurveyPlace.REVIEW)
    view.review_page.show_gallery()
    found += look("gallery")
    view.review_page.leave_gallery()
    view.go_to(SurveyPlace.RESULTS)
    for table in range(3):
        view.results_page.show_table(table)
        found += look(f"table {table}")
    workspace, survey, jobs = view.workspace, view.workspace.survey, view.workspace.picture_jobs
    page = workspace.snapshot.pages[0]
    for dialog in (
        NewSurveyDialog(list_templates(), Language.VIETNAMESE, tmp_path, jobs, window),
        PrintDialog(survey, jobs, window),
        SettingsDialog(survey.settings, window),
        UnitDialog(survey.units, [Extent("", ())], window),
        PinDialog(workspace, page, HOSTILE, window),
        TypingDialog(workspace, page, 1, 0, view.scan_page.pages.preferences, window),
        RoundsDialog(survey, window),
        BackupsDialog(survey.folder, jobs, window),
        _checked(survey.folder, jobs, window),
    ):
        dialog.show()
        found += look(type(dialog).__name__, dialog)
        dialog.close()
    window.close_survey()
    qtbot.waitUntil(lambda: bool(window.start_page.recent.rows), timeout=_LONG_MS)
    found += look("start", window.start_page)

    assert found == []


def test_that_the_walk_finds_markup_and_keys_out_of_data(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    QLabel("<b>bold</b>", root)
    root.setToolTip("<img src=x>")
    QAction("a &x", root)

    assert faults(root) == ["rich label: <b>bold</b>", "rich tip of QWidget: <img src=x>", "letter as a key: a &x"]


@pytest.mark.parametrize("text", ["a", "a < b & c", HOSTILE, "<b>\nzwei\n", "x" * 10_000, "<" * 50, "&lt;b&gt;"])
def test_that_a_tip_says_what_was_typed(text):
    tip = as_tip(text)

    shown = QTextDocumentFragment.fromHtml(tip).toPlainText() if GuiQt.mightBeRichText(tip) else tip
    expected = text if len(text) <= 1000 else f"{text[:1000]}…"
    assert shown.replace("\u200b", "").split() == expected.split()
    assert is_as_typed(tip)


def test_that_short_plain_tips_and_texts_stay_as_they_are():
    assert as_tip("Phường Vũ Ninh") == "Phường Vũ Ninh"
    assert breakable("Phường Vũ Ninh") == "Phường Vũ Ninh"
    assert as_button_text("R & D") == "R && D"


def test_that_a_message_shows_data_as_text(qtbot, monkeypatch):
    boxes = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: boxes.append(box))
    root = QWidget()
    qtbot.addWidget(root)

    dialogs.show_error(root, TemplateError((Finding(Path(HOSTILE), "", f"{HOSTILE} {'w' * 5000}"),)))

    assert [label.textFormat() for label in boxes[0].findChildren(QLabel) if label.text()] == [
        Qt.TextFormat.PlainText
    ] * 2
    assert HOSTILE[:30] in boxes[0].text()
    boxes[0].show()
    assert boxes[0].width() < SMALLEST_SCREEN.width()
    assert len(boxes[0].text()) < 2000
