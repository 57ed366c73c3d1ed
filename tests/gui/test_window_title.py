"""The title of the window tells how far a batch is, and only while it is read."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.window_title import WindowTitle
from omr.batches.report import Progress


class _Reading(QObject):
    """What a workspace says of a batch."""

    progressed = Signal(object)
    reading_changed = Signal(bool)
    closing = Signal()


def test_that_the_share_that_was_read_stands_first_and_goes_when_the_batch_ends(qtbot):
    window, reading = QWidget(), _Reading()
    qtbot.addWidget(window)
    title = WindowTitle(window)
    assert window.windowTitle() == "Phiếu"
    title.name_survey("Đợt 2026")
    title.follow(reading)

    reading.progressed.emit(_progress(0, 0))
    assert window.windowTitle() == "Đợt 2026 – Phiếu"
    reading.progressed.emit(_progress(50, 120))
    assert window.windowTitle() == "42 % – Đợt 2026 – Phiếu"
    reading.reading_changed.emit(False)
    assert window.windowTitle() == "Đợt 2026 – Phiếu"
    reading.progressed.emit(_progress(1, 2))
    reading.closing.emit()
    assert window.windowTitle() == "Đợt 2026 – Phiếu"


def _progress(done, total):
    return Progress(done, total, pages_per_second=1.0, remaining_s=None, source="a.pdf")
