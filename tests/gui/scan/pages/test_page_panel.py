"""Of the chosen page is told whether it was photographed, and how sure that is; of a scan nothing of it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.jobs import Jobs
from gui.paper.picture_loading import Picture
from gui.scan.pages.page_panel import PagePanel
from tests.omr.build import read_page

_LONG_MS = 5000


class _Workspace(QObject):
    pictures_changed = Signal()

    def __init__(self):
        super().__init__()
        self.picture_jobs = Jobs(self)
        self.survey = SimpleNamespace(forms=SimpleNamespace(of_page=lambda _key: None), template=None)


@pytest.mark.parametrize(
    ("p_photo", "told"),
    [
        (0.0, "All read."),
        (0.1, "All read."),
        (0.93, "All read. Photographed (93 % sure)."),
        (1.0, "All read. Photographed (99 % sure)."),
        (0.6, "All read. Photographed or scanned (60 % for photographed)."),
    ],
)
def test_that_a_photograph_is_told_with_how_sure_that_is(qtbot, monkeypatch, p_photo, told):
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    loaded = Picture(image, p_photo=p_photo)
    monkeypatch.setattr("gui.scan.pages.page_panel.load_page_picture", lambda _survey, _page_id: loaded)
    workspace = _Workspace()
    panel = PagePanel(workspace)
    qtbot.addWidget(panel)
    panel.show()

    panel.show_page(read_page(1, page_id=7))

    qtbot.waitUntil(lambda: panel.view.picture is loaded, timeout=_LONG_MS)
    assert panel.state.text() == told
