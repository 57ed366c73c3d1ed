"""Folders named like units: by code, name or both; what could mean two units, or none, means none."""

from pathlib import Path

import pytest

from omr.units.folder_names import describe_unnamed, match_folders
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units

_UNITS = load_units(SHIPPED_UNITS)


@pytest.mark.parametrize(
    "name",
    ["09163", "Phường Vũ Ninh", "phuong vu ninh", "09163 Phường Vũ Ninh", "09163_Vũ Ninh", "Phường Vũ Ninh (09163)"],
)
def test_that_a_folder_is_known_by_code_name_or_both(name, tmp_path):
    found = match_folders([tmp_path / name / "1.jpg", tmp_path / name / "2.jpg"], _UNITS)

    assert (dict(found.named), found.unnamed) == ({tmp_path / name: "09163"}, ())


@pytest.mark.parametrize("name", ["9163", "Vũ Nin", "09163 Phường Đáp Cầu", "09163b", "quét", "...", "091630"])
def test_that_what_is_no_unit_s_name_is_not_guessed(name, tmp_path):
    found = match_folders([tmp_path / name / "1.jpg"], _UNITS)

    assert (dict(found.named), found.unnamed) == ({}, (tmp_path / name,))


def test_that_a_name_that_two_units_bear_means_neither():
    twins = (Unit("1", "Xã Tân Lập", kind="Xã"), Unit("2", "Xã Tân Lập", kind="Xã"), Unit("3", "Xã Mão", kind="Xã"))
    files = [Path("/s") / name / "a.pdf" for name in ("Tân Lập", "Xã Tân Lập", "1", "2 Tân Lập", "mao")]

    found = match_folders(files, twins)

    assert {folder.name: code for folder, code in found.named.items()} == {"1": "1", "2 Tân Lập": "2", "mao": "3"}


def test_that_a_name_that_two_units_bear_is_told_apart_from_one_that_none_bears():
    twins = (Unit("1", "Xã Hòa Long", kind="Xã"), Unit("2", "Phường Hòa Long", kind="Phường"))
    both, none = Path("/s/Hòa Long"), Path("/s/quét")

    found = match_folders([both / "a.pdf", none / "a.pdf"], twins)

    assert (found.unnamed, dict(found.candidates)) == ((both, none), {both: twins})
    assert describe_unnamed(found) == (
        'No unit of the survey is called like: "quét"; "Hòa Long" could be 1 Xã Hòa Long or 2 Phường Hòa Long'
    )


def test_that_the_letters_as_written_count_before_those_without_marks():
    units = (Unit("1", "Xã Mão"), Unit("2", "Xã Mao"))

    found = match_folders([Path("/s/Xã Mao/a.pdf"), Path("/s/xa mao/a.pdf"), Path("/s/Xã Mão/a.pdf")], units)

    assert {folder.name: code for folder, code in found.named.items()}["Xã Mão"] == "1"
    assert Path("/s/xa mao") in found.unnamed or found.named[Path("/s/xa mao")] == "2"


def test_that_a_folder_further_up_names_nothing():
    found = match_folders([Path("/s/09163/x/a.pdf")], _UNITS)

    assert found.unnamed == (Path("/s/09163/x"),)
