"""Whatever lies where a list of units should lie, its reader ends soon with a sentence that names the file."""

import zipfile

import pytest

from omr.forms.page_images import PageOpener
from omr.forms.unit_lists import workbook_tables
from omr.forms.unit_lists.reading import read_unit_list
from omr.processes.limited_process import call_here
from tests.test_hostile_files import ANY_TEXT, is_fit_for_a_person, told

READABLE = {"UTF-16"}  # a list in letters of another kind


@pytest.mark.parametrize("text", [text for text in ANY_TEXT if text not in READABLE])
def test_that_what_is_no_list_is_refused_in_a_sentence(text, tmp_path):
    path = tmp_path / "units.xlsx"
    path.write_bytes(ANY_TEXT[text])

    assert is_fit_for_a_person(told(read_unit_list, path), path)


def test_that_a_folder_a_gigabyte_and_too_many_rows_are_refused(tmp_path):
    (tmp_path / "folder").mkdir()
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 30)  # takes no room on the disk
    (tmp_path / "long").write_text("code,name\n" + "".join(f"{n},A\n" for n in range(30_000)), encoding="utf-8")

    assert "it is a folder" in told(read_unit_list, tmp_path / "folder")
    assert "is larger than" in told(read_unit_list, tmp_path / "huge")
    assert "more than 20000 lines" in told(read_unit_list, tmp_path / "long")


def test_that_a_package_that_unpacks_to_more_than_a_list_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_tables, "_LARGEST", 1000)
    path = tmp_path / "units.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<x/>")
        packed.writestr("xl/worksheets/sheet1.xml", bytes(6000))
    with PageOpener(call=call_here) as opener:
        message = told(lambda path: read_unit_list(path, opener), path)

    assert "far more than a list of units" in message
