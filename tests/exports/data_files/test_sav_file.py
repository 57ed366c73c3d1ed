"""What SPSS is given reads back as it was meant, with every label, missing code and measure."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from exports.data_files.sav_file import write_sav
from exports.errors import ExportFailed, PackageMissing
from form_templates.model import FormTemplate, Item, ItemId, ItemKind, Language, Option, Section, Text
from omr.errors import DiskFull
from omr.responses import Response
from tests.exports.build import SMALL, flagged, gathered, rated, response, verified

pyreadstat = pytest.importorskip("pyreadstat")


def read_back(path: Path, responses: list[Response], template: FormTemplate = SMALL, **options):
    """Write and read again; user-missing codes stay what they are."""
    write_sav(path, gathered(responses, template), **options)
    return pyreadstat.read_sav(path, user_missing=True)


def test_that_answers_are_numbers_with_the_labels_of_the_form(tmp_path: Path) -> None:
    frame, meta = read_back(tmp_path / "a.sav", [response(1, sex=("m",), visits=("03",), remark=("Cần ghế",))])

    row = frame.iloc[0]
    assert (row.c1, row.sex, row.wish_a, row.wish_b, row.visits, row.remark) == (4, 1, 1, 0, 3, "Cần ghế")
    assert meta.variable_value_labels["c1"][4] == "Hài lòng"
    assert meta.variable_value_labels["sex"][1] == "Nam"
    assert "sex: 1 = m, 2 = f" in meta.notes
    assert meta.column_names_to_labels["wish_a"] == "Cần cải thiện điều gì?: Việc a"
    assert {name: meta.variable_measure[name] for name in ("sex", "c1", "wish_a", "visits", "remark")} == {
        "sex": "nominal", "c1": "ordinal", "wish_a": "nominal", "visits": "scale", "remark": "nominal",
    }  # fmt: skip


def test_that_a_row_leads_back_to_paper_and_a_unit_code_keeps_its_zero(tmp_path: Path) -> None:
    frame, _ = read_back(tmp_path / "a.sav", [response(7, sheet="00012")])

    row = frame.iloc[0]
    assert (row.number, row.source, row.page, row.sheet) == (7, "scan.pdf", "7", "00012")
    assert (row.unit_code, row.unit_name, row.unit_level, row.unit_parent) == (
        "09163", "Phường Vũ Ninh", "commune", "256",
    )  # fmt: skip


def test_that_every_missing_answer_has_its_code_and_is_declared_missing(tmp_path: Path) -> None:
    answers = [flagged("c2", ("4",)), verified("c3", None)]
    frame, meta = read_back(tmp_path / "a.sav", [response(1, *answers, c1=(), wish=("a", "b", "c"), nps=("9",))])

    row = frame.iloc[0]
    assert (row.c1, row.c2, row.c3, row.wish_a, row.sorry) == (99, 95, 97, 98, 96)
    assert meta.missing_ranges["c1"] == [{"lo": 93, "hi": 99}]
    assert meta.missing_ranges["visits"] == [{"lo": 993, "hi": 999}]
    assert meta.variable_value_labels["c1"][99] == "bỏ trống"
    values, _ = pyreadstat.read_sav(tmp_path / "a.sav")
    assert values[["c1", "c2", "c3", "wish_a", "sorry"]].isna().all(axis=None)


def test_that_a_number_that_is_none_is_called_so_and_not_made_up(tmp_path: Path) -> None:
    frame, meta = read_back(tmp_path / "a.sav", [response(1, visits=("vài lần",)), response(2, visits=("995",))])

    assert frame.visits.tolist() == [997, 997]
    assert meta.variable_value_labels["visits"][997] == "không đọc được hoặc không phải là số"


def test_that_labels_are_in_the_language_asked_for(tmp_path: Path) -> None:
    _, meta = read_back(tmp_path / "a.sav", [response()], language=Language.ENGLISH)

    assert meta.variable_value_labels["c1"][5] == "Very satisfied"
    assert meta.column_names_to_labels["unit_code"] == "Unit code"


def test_that_long_texts_and_odd_names_become_legal(tmp_path: Path) -> None:
    long = "Điều hòa " * 60
    items = (
        replace(rated("câu hỏi 1"), label=Text(long)),
        Item(ItemId("all"), ItemKind.SINGLE, Text("x"), (Option("m", Text(long)), Option("n", Text("")))),
        Item(ItemId("number"), ItemKind.SINGLE, Text("x"), (Option("1", Text("y")),)),
    )
    template = FormTemplate("t", 1, Text("t"), (Section("s", Text("s"), items),), SMALL.scales)
    given = replace(
        response(),
        answers=tuple(
            replace(response().answers[1], item_id=i.item_id, answer=i.options[:1] and (i.options[0].value,))
            for i in items
        ),
    )

    frame, meta = read_back(tmp_path / "a.sav", [given], template)

    assert list(frame.columns)[10:13] == ["cau_hoi_1", "all_1", "number_2"]
    label = meta.column_names_to_labels["cau_hoi_1"]
    assert len(label.encode()) <= 256
    assert long.startswith(label.removesuffix("…"))
    assert len(meta.variable_value_labels["all_1"][1].encode()) <= 120
    assert meta.variable_value_labels["all_1"][2] == "n"


def test_that_a_survey_without_responses_keeps_its_variables(tmp_path: Path) -> None:
    frame, meta = read_back(tmp_path / "a.sav", [])

    assert frame.empty
    assert meta.readstat_variable_types["unit_code"] == "string"
    assert meta.readstat_variable_types["c1"] == "double"


def test_that_an_earlier_file_outlives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sav"
    path.write_bytes(b"earlier")

    def full(*_: object, **__: object) -> None:
        raise pyreadstat.ReadstatError("Unable to write data")

    monkeypatch.setattr(pyreadstat, "write_sav", full)
    with pytest.raises(ExportFailed, match="Unable to write data"):
        write_sav(path, gathered([response()]))

    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kept_bytes", [0, 200, -1])
def test_that_a_file_which_the_library_wrote_in_part_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_bytes: int
) -> None:
    path = tmp_path / "a.sav"
    path.write_bytes(b"earlier")
    write = pyreadstat.write_sav

    def write_on_a_full_disk(frame: object, target: str, **options: object) -> None:
        write(frame, target, **options)
        Path(target).write_bytes(Path(target).read_bytes()[:kept_bytes])

    monkeypatch.setattr(pyreadstat, "write_sav", write_on_a_full_disk)

    with pytest.raises(DiskFull):
        write_sav(path, gathered([response(1), response(2)]))

    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_missing_library_is_named_with_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyreadstat", None)

    with pytest.raises(PackageMissing, match="pip install pyreadstat"):
        write_sav(tmp_path / "a.sav", gathered([response()]))

    assert not list(tmp_path.iterdir())
