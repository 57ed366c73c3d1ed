"""Reports become files whole or not at all, one for each unit under a name every system takes."""

import threading
from pathlib import Path

import pytest

from exports.errors import ExportFailed
from exports.report import report_files
from exports.report.file_names import file_names
from exports.report.report_files import write_report, write_unit_reports
from omr.errors import Cancelled, DiskFull, UnknownUnit
from omr.units.unit_list import Unit
from tests.exports.build import response
from tests.exports.report.pages import basis, page_texts


@pytest.fixture
def tallied():
    """Responses of two wards and their city."""
    return basis([response(1, unit="09163"), response(2, unit="09166"), response(3, unit="256")])


def test_that_each_unit_with_responses_has_its_file(tallied, tmp_path: Path) -> None:
    done: list[tuple[int, int]] = []

    written = write_unit_reports(tmp_path / "báo cáo", tallied, report=lambda *told: done.append(told))

    assert sorted(path.name for path in (tmp_path / "báo cáo").iterdir()) == [
        "09163 - Phường Vũ Ninh.pdf", "09166 - Phường Đáp Cầu.pdf", "256 - Thành phố Bắc Ninh.pdf",
        "27 - Tỉnh Bắc Ninh.pdf",
    ]  # fmt: skip
    assert [unit.code for unit in written.without] == ["258"]
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert "Phường Đáp Cầu" in page_texts((tmp_path / "báo cáo/09166 - Phường Đáp Cầu.pdf").read_bytes())[0]


def test_that_a_file_of_one_unit_is_the_report_asked_for_alone(tallied, tmp_path: Path) -> None:
    write_unit_reports(tmp_path, tallied, ["256"])
    write_report(tmp_path / "one.pdf", tallied, ["256"])

    assert (tmp_path / "256 - Thành phố Bắc Ninh.pdf").read_bytes() == (tmp_path / "one.pdf").read_bytes()


def test_that_a_cancel_keeps_finished_files_and_leaves_no_half_one(tallied, tmp_path: Path) -> None:
    cancel = threading.Event()

    with pytest.raises(Cancelled):
        write_unit_reports(tmp_path, tallied, report=lambda *_: cancel.set(), cancel=cancel)

    assert [path.name for path in tmp_path.iterdir()] == ["27 - Tỉnh Bắc Ninh.pdf"]


def test_that_an_unknown_unit_writes_nothing(tallied, tmp_path: Path) -> None:
    with pytest.raises(UnknownUnit):
        write_unit_reports(tmp_path / "new", tallied, ["256", "00000"])

    assert not (tmp_path / "new").exists()


def test_that_an_earlier_file_outlives_a_full_disk(tallied, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"earlier")

    def write(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(DiskFull):
        report_files.write_report(path, tallied)

    monkeypatch.undo()
    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_folder_that_cannot_be_made_is_named(tallied, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")

    with pytest.raises(ExportFailed, match="taken"):
        write_unit_reports(tmp_path / "taken", tallied)


def test_that_names_are_legal_on_windows_and_different() -> None:
    units = [
        Unit("1", 'A/B: "c" <d>|?*\\e'),
        Unit("2", "Tên kết thúc bằng dấu chấm. . ."),
        Unit("a", "X"),
        Unit("A", "x"),
        Unit("3", "Ủy ban nhân dân " * 40),
    ]

    names = file_names(units)

    assert names[:4] == ["1 - A B c d e.pdf", "2 - Tên kết thúc bằng dấu chấm.pdf", "a - X.pdf", "A - x (2).pdf"]
    assert len(names[4].encode()) <= 190
