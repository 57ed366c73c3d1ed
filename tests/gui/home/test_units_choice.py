"""A list of units is read as soon as it is chosen; what was understood, or why not, stands below it."""

import pytest

from gui.home.units_choice import UnitsChoice
from gui.jobs import Jobs
from gui.widgets import dialogs
from omr.units.unit_list import SHIPPED_UNITS


@pytest.fixture
def choice(qtbot, tmp_path):
    jobs = Jobs()
    widget = UnitsChoice(jobs, lambda: tmp_path)
    qtbot.addWidget(widget)
    yield widget
    jobs.stop()


def _offer(qtbot, choice, path, content):
    path.write_text(content, encoding="utf-8")
    choice.offer(path)
    qtbot.waitUntil(lambda: "read…" not in choice.told.text())


def test_that_a_list_is_read_and_told_or_refused_and_taken_once_mended(qtbot, choice, tmp_path, monkeypatch):
    path = tmp_path / "units.csv"

    assert choice.unit_list == SHIPPED_UNITS
    _offer(qtbot, choice, path, "Mã;Tên\n9163;Phường Vũ Ninh\n27;Tỉnh\n;Tổng cộng\n")
    assert choice.told.text().startswith("2 unit(s), the first 09163 Phường Vũ Ninh.\n• rows left out")
    assert "9163 is read as 09163" in choice.told.text()
    assert choice.is_usable

    _offer(qtbot, choice, path, "Tên;Cấp\nA;Xã\n")
    assert "line 1: no column code; write Mã (code) and Tên (name) above the columns" in choice.told.text()
    assert (choice.is_usable, choice.told.property("role")) == (False, "warning")

    monkeypatch.setattr(dialogs, "ask_file", lambda *_: None)
    choice.box.setCurrentIndex(choice.box.count() - 1)
    choice.box.activated.emit(choice.box.currentIndex())
    assert (choice.unit_list, choice.is_usable, choice.told.isHidden()) == (SHIPPED_UNITS, True, True)

    _offer(qtbot, choice, path, "Mã;Tên\n1;A\n")
    assert (choice.unit_list, choice.is_usable) == (path, True)
