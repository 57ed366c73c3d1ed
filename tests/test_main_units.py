"""Units of forms that name none, from the command line: covers printed, scanned and read, one of them lost."""

import json

import pytest
from typer.testing import CliRunner

from main import app
from omr.opencv import cv2
from omr.simulation.printed import PdfPages


def _run(*arguments):
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def scans(tmp_path):
    """A survey, and scans of: top A, form, end A, top B, form; the sheet at the end of B is lost."""
    survey, folder = tmp_path / "survey", tmp_path / "scans"
    folder.mkdir()
    _run("new", survey, "--template", "sipas-2020")
    _run("print", survey, "--covers", "--unit", "09163", "--unit", "09166", "--out", tmp_path / "covers.pdf")
    _run("template", "show", "sipas-2020", "--pdf", tmp_path / "form.pdf")
    covers, form = PdfPages(tmp_path / "covers.pdf", 2), PdfPages(tmp_path / "form.pdf", 2)
    pile = [covers.raster(0, 1, 150), form.raster(0, 1, 150), covers.raster(0, 2, 150), covers.raster(1, 1, 150)]
    for number, image in enumerate([*pile, form.raster(0, 2, 150)]):
        cv2.imwrite(str(folder / f"{number}.png"), image)
    return survey, folder


def test_that_forms_between_covers_count_and_those_of_a_lost_cover_wait_for_a_person(scans, tmp_path):
    survey, folder = scans

    output = _run("read", survey, folder, "--jobs", 1, "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert (report["pages"]["delivered"], report["pages"]["read"], report["pages"]["cover"]) == (5, 2, 3)
    assert [(stack["unit"], stack["doubt"]) for stack in report["stacks"]] == [("09163", ""), ("09166", "not-closed")]
    assert "in doubt" in output
    _run("assign", survey, "--unit", "09166", "--source", "4.png", "--by", "Lan")
    assert "in doubt (0 pages" in _run("status", survey)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read", "DIR", "scans", "--unit", "09163", "--unit-folders"], "not with --unit"),
        (["assign", "DIR", "--unit", "", "--source", "a.pdf"], "it is empty; give the code of a unit"),
        (["assign", "DIR", "--unit", "09163"], "say which pages: give one of them"),
        (["assign", "DIR", "--unit", "09163", "--pages", "1-3"], "the file with these pages is missing"),
        (["assign", "DIR", "--unit", "09163", "--source", "a.pdf", "--pages", "abc"], '"abc" does not say which pages'),
    ],
)
def test_that_options_that_do_not_go_together_are_wrong_usage(arguments, told):
    result = CliRunner().invoke(app, arguments)

    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())
