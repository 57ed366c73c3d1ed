"""Pictures that are loaded in the background: kept, forgotten, and never of a place where the page no longer lies."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.paper.picture_loading import Picture, PictureLoader


class _Job(QObject):
    succeeded = Signal(object)
    failed = Signal(object)


class _Jobs:
    def __init__(self):
        self.started = []

    def start(self, _work):
        self.started.append(_Job())
        return self.started[-1]


def _loader():
    jobs = _Jobs()
    return jobs, PictureLoader(jobs, lambda key: key)


def test_that_what_was_in_hand_when_everything_was_forgotten_is_loaded_again(qapp):
    jobs, loader = _loader()
    before, after = Picture(QImage(1, 1, QImage.Format.Format_RGB32)), Picture(QImage(2, 2, QImage.Format.Format_RGB32))
    arrived = []
    loader.loaded.connect(lambda _key, picture: arrived.append(picture))
    loader.want(["a"])

    loader.forget()
    jobs.started[0].succeeded.emit(before)
    assert loader.get("a") is None
    jobs.started[1].succeeded.emit(after)

    assert arrived == [after]
    assert loader.get("a") is after


def test_that_a_failure_of_what_is_outdated_does_not_hold_up_the_next(qapp):
    jobs, loader = _loader()
    loader.want(["a", "b"])
    loader.forget()

    jobs.started[0].failed.emit(OSError())
    jobs.started[1].succeeded.emit(Picture(QImage(1, 1, QImage.Format.Format_RGB32)))

    assert loader.get("b") is not None
