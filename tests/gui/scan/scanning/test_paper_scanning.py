"""Stacks are scanned through the window from an emulated feeder: what jams is gone on with, and nothing is lost."""

import hashlib
import io
import shutil

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from gui.scan.scanning import paper_scanning, scan_dialog
from gui.scan.scanning.scan_dialog import ScanDialog
from gui.survey_places import SurveyPlace
from omr.results import PageOutcome
from omr.scanners.devices import Device, Profile
from omr.scanners.escl import network_scanner
from omr.scanners.stack_folder import left_stacks
from tests.omr.scanners.emulated_scanner import EmulatedScanner, Mishap

_LONG_MS = 60_000

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch):
    monkeypatch.setattr(network_scanner, "_PAUSE_S", 0.01)
    monkeypatch.setattr(paper_scanning, "_LOOK_MS", 20)


@pytest.fixture
def view(qtbot, window, tmp_path, empty_survey):
    window.open_survey(shutil.copytree(empty_survey, tmp_path / "s"))
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
    window.survey_view.go_to(SurveyPlace.SCAN)
    return window.survey_view


@pytest.fixture
def sheets(pile):
    """Twenty sheets, each another file: two are filled in, the others too small to read, which takes no time."""
    filled = [path.read_bytes() for path in sorted(pile.folder.glob("*.jpg"))[:2]]
    image = io.BytesIO()
    Image.new("L", (40, 60), 255).save(image, "JPEG")
    empty, comment = image.getvalue(), b"\xff\xfe\x00\x03%c"
    return [(page,) for page in (*filled, *(empty[:2] + comment % number + empty[2:] for number in range(18)))]


def _choose(qtbot, window, view, device, monkeypatch, stack=""):
    """Click as a person does, where the search found one scanner."""
    monkeypatch.setattr(scan_dialog, "SEARCHES", (lambda _cancel: (Device(f"escl:{device.url}", "Máy A"),),))
    qtbot.mouseClick(view.scan_page.scan_button, Qt.MouseButton.LeftButton)
    dialog = window.findChildren(ScanDialog)[-1]
    qtbot.waitUntil(dialog.confirm_button.isEnabled, timeout=_LONG_MS)
    dialog.stack_name.setText(stack)
    qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)


def test_that_twenty_sheets_with_a_jam_at_the_seventh_are_all_read_once(
    qtbot, window, view, sheets, preferences, monkeypatch
):
    panel = view.scan_page.scan_panel
    with EmulatedScanner(sheets, {7: Mishap.JAM}) as device:
        _choose(qtbot, window, view, device, monkeypatch, "Hộp 1")
        qtbot.waitUntil(panel.more_button.isVisible, timeout=_LONG_MS)
        assert panel.state.text() == "Máy quét đã dừng: giấy bị kẹt. Đã giữ 6 trang."
        assert panel.problem.text().startswith("Hãy gỡ giấy kẹt, đặt lại các tờ sau trang cuối cùng")
        assert not panel.picture.pixmap().isNull(), "the last page is shown"

        device.put_right()
        qtbot.mouseClick(panel.more_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "Quét thêm không?" in panel.state.text(), timeout=_LONG_MS)
        qtbot.mouseClick(panel.end_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not view.scan_page.scanning.is_at_work, timeout=_LONG_MS)
        qtbot.waitUntil(lambda: len(view.workspace.snapshot.pages) == 20, timeout=_LONG_MS)

    pages = view.workspace.snapshot.pages
    assert [page.source for page in pages] == [f"Hộp 1-{number:04d}.jpg" for number in range(1, 21)]
    assert [page.content_hash for page in pages] == [hashlib.sha256(sheet[0]).hexdigest() for sheet in sheets]
    assert [page.outcome for page in pages[:2]] == [PageOutcome.READ] * 2
    assert {page.batch for page in pages} == {1}
    assert panel.isHidden()
    assert left_stacks(view.workspace.survey.folder) == ()
    assert not view.scan_page.batch_panel.resume_button.isVisible()
    assert preferences.last_scanner is not None
    assert Profile.of_text(preferences.scan_profiles[0]) == Profile(dpi=300)


def test_that_pages_that_came_before_a_person_stopped_reading_are_read_later(qtbot, window, view, sheets, monkeypatch):
    panel, batch_panel = view.scan_page.scan_panel, view.scan_page.batch_panel
    with EmulatedScanner(sheets[2:6], {3: Mishap.COVER_OPEN}) as device:
        _choose(qtbot, window, view, device, monkeypatch)
        qtbot.waitUntil(panel.more_button.isVisible, timeout=_LONG_MS)
        qtbot.mouseClick(batch_panel.stop_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(batch_panel.resume_button.isVisible, timeout=_LONG_MS)
    assert panel.isHidden()

    folder = view.workspace.survey.folder
    window.open_survey(folder)  # as on another day
    qtbot.waitUntil(lambda: window.survey_view not in (None, view), timeout=_LONG_MS)
    again = window.survey_view
    qtbot.mouseClick(again.scan_page.batch_panel.resume_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(again.workspace.snapshot.pages) == 2, timeout=_LONG_MS)
    qtbot.waitUntil(lambda: not again.workspace.is_reading, timeout=_LONG_MS)

    assert left_stacks(folder) == ()
    assert not again.scan_page.batch_panel.resume_button.isVisible()
