"""The file's ending decides, and exporting needs no pixels."""

import subprocess
import sys
from pathlib import Path

import pytest

from exports.errors import ExportFailed, UnknownFormat
from exports.export import ENDINGS, export
from exports.facts import SurveyFacts
from tests.exports.build import SMALL, UNITS, response


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
    export(tmp_path / name, SurveyFacts("x"), SMALL, [response()], UNITS)

    assert (tmp_path / name).read_bytes().startswith(first_bytes)


@pytest.mark.parametrize("name", ["a.docx", "a.sav.txt", "a", ".xlsx"])
def test_that_another_ending_is_refused_with_those_that_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"\.xlsx or \.csv or \.pdf or \.sav or \.parquet"):
        export(tmp_path / name, SurveyFacts("x"), SMALL, [response()], UNITS)

    assert not list(tmp_path.iterdir())


def test_that_exporting_loads_neither_opencv_nor_qt_and_importing_it_no_pandas() -> None:
    code = (
        "import sys, exports.export; print('pandas' in sys.modules);"
        "import exports.workbook.book, exports.data_files.csv_files; print({'cv2', 'PySide6'} & set(sys.modules))"
    )

    root = Path(__file__).parents[2]
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root).stdout

    assert said.split("\n") == ["False", "set()", ""]


@pytest.mark.parametrize("ending", ENDINGS)
def test_that_a_place_that_cannot_be_written_is_named(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExportFailed, match="No such file or directory"):
        export(tmp_path / "nowhere" / f"a{ending}", SurveyFacts("x"), SMALL, [response()], UNITS)
