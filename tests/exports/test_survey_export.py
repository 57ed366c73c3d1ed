"""The file's ending decides, and exporting needs no pixels."""

import subprocess
import sys
from pathlib import Path

import pytest

from exports.errors import ExportFailed, UnknownFormat
from exports.export_request import ENDINGS, ExportRequest
from exports.survey_export import write_file
from tests.exports.build import gathered, response


@pytest.mark.parametrize(
    ("name", "first_bytes"),
    [
        ("a.xlsx", b"PK"),
        ("a.XLSX", b"PK"),
        ("a.csv", b"\xef\xbb\xbfbatch,"),
        ("a.pdf", b"%PDF"),
        ("a.sav", b"$FL2@(#)"),
        ("a.parquet", b"PAR1"),
    ],
)
def test_that_the_ending_decides(tmp_path: Path, name: str, first_bytes: bytes) -> None:
    write_file(gathered([response()]), ExportRequest(tmp_path / name))

    assert (tmp_path / name).read_bytes().startswith(first_bytes)


@pytest.mark.parametrize("name", ["a.docx", "a.sav.txt", "a", ".xlsx"])
def test_that_another_ending_is_refused_with_those_that_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"\.xlsx or \.csv or \.pdf or \.sav or \.parquet"):
        write_file(gathered([response()]), ExportRequest(tmp_path / name))

    assert not list(tmp_path.iterdir())


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", f"import sys; {code}"], check=True, cwd=Path(__file__).parents[2])


def test_that_a_request_and_a_name_can_be_made_before_pandas_is_loaded() -> None:
    _run("import exports.export_request, exports.report.file_names; assert 'pandas' not in sys.modules")


def test_that_exporting_loads_neither_opencv_nor_a_reader_of_scans_nor_qt() -> None:
    modules = (
        "exports.survey_export",
        "exports.workbook.book",
        "exports.report.report_files",
        "exports.data_files.answers_csv",
        "exports.data_files.sav_file",
        "exports.data_files.parquet_file",
    )

    _run(f"import {', '.join(modules)}; assert not {{'cv2', 'pypdfium2', 'PySide6'}} & set(sys.modules)")


@pytest.mark.parametrize("ending", ENDINGS)
def test_that_a_place_that_cannot_be_written_is_named(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExportFailed, match="there is no such file or folder"):
        write_file(gathered([response()]), ExportRequest(tmp_path / "nowhere" / f"a{ending}"))
