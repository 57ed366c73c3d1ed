"""The syntax beside an SPSS file: weight and sets of multiple responses; PSPP runs it where it is installed."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from exports.data_files.sav_file import write_sav
from exports.data_files.spss_setup import setup_path
from form_templates.model import FormTemplate, Section, Text
from tests.exports.build import WISHES, gathered, response

pytest.importorskip("pyreadstat")


def test_that_a_question_with_several_answers_is_a_set_of_its_variables(tmp_path: Path) -> None:
    write_sav(tmp_path / "ket qua.sav", gathered([response()]))

    lines = [line.strip() for line in (tmp_path / "ket qua-setup.sps").read_text("utf-8-sig").splitlines()]
    assert "GET FILE='ket qua.sav'." in lines
    assert "WEIGHT BY weight." in lines
    at = lines.index("/MDGROUP NAME=$wish")
    assert lines[at + 1 : at + 8] == [
        "LABEL='Cần cải thiện điều gì?'",
        "CATEGORYLABELS=VARLABELS",
        "VARIABLES=",
        *("wish_a", "wish_b", "wish_c"),
        "VALUE=1",
    ]


def test_that_a_quote_or_a_line_in_a_question_breaks_no_command(tmp_path: Path) -> None:
    odd = replace(WISHES, label=Text("It's\nso."))
    template = FormTemplate("t", 1, Text("t"), (Section("s", Text("s"), (odd,)),))
    write_sav(tmp_path / "a.sav", gathered([replace(response(), answers=(response().answers[7],))], template))

    assert "LABEL='It''s so.'" in setup_path(tmp_path / "a.sav").read_text("utf-8-sig")


@pytest.mark.skipif(shutil.which("pspp") is None, reason="PSPP is not installed")
def test_that_pspp_leaves_out_invalid_responses_and_knows_the_set(tmp_path: Path) -> None:
    blank = dict.fromkeys(("sex", "c1", "c2", "c3", "all", "late", "wish", "nps"), ())
    write_sav(tmp_path / "a.sav", gathered([response(1), response(2, c1=()), response(3, **blank)]))
    syntax = setup_path(tmp_path / "a.sav")
    syntax.write_text(f"{syntax.read_text('utf-8-sig')}DESCRIPTIVES c2.\nFREQUENCIES c1.\n", "utf-8")

    done = subprocess.run(
        ["pspp", "-O", "format=csv", syntax.name], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )

    assert "error" not in done.stdout
    assert '$wish,Cần cải thiện điều gì?,Dichotomies,1,"wish_a' in done.stdout
    assert "Valid,Hài lòng,1,50.0%,100.0%" in done.stdout
    assert "Missing,bỏ trống,1,50.0%" in done.stdout
