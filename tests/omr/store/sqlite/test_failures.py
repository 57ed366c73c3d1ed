"""What SQLite says is told as what it means for the survey."""

import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from omr.errors import DiskFull, DriveFailed
from omr.store.sqlite.failures import explain

Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(("free", "meaning"), [(0, DiskFull), (10**9, DriveFailed)])
def test_that_a_full_disk_is_no_broken_drive_though_sqlite_says_so(tmp_path: Path, monkeypatch, free, meaning) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - free, free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE

    assert type(explain(error, tmp_path / "survey.db")) is meaning


def test_that_a_disk_that_tells_nothing_of_its_room_is_not_called_full(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ

    assert type(explain(error, tmp_path / "gone" / "survey.db")) is DriveFailed
