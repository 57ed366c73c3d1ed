"""A Parquet file reads back typed, labelled and with the reason of every missing answer, by pandas alone."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from exports.data_files.parquet_file import write_parquet
from exports.errors import PackageMissing
from exports.tally.answer_states import AnswerState
from exports.tally.survey_tally import tally_survey
from form_templates.model import FormTemplate, ItemId, Language, Section, Text
from omr.responses import Response
from tests.exports.build import SMALL, UNITS, delivered, flagged, gathered, rated, response, verified

parquet = pytest.importorskip("pyarrow.parquet")


def read_back(path: Path, responses: list[Response], **options) -> pd.DataFrame:
    """Write and read again."""
    write_parquet(path, gathered(responses), **options)
    return pd.read_parquet(path)


def test_that_types_survive(tmp_path: Path) -> None:
    frame = read_back(tmp_path / "a.parquet", [response(1, visits=("3",)), response(2, visits=("vài",), wish=())])

    assert frame.unit_code.tolist() == ["09163", "09163"]
    assert (frame.c1.dtype, frame.c1.tolist()) == ("Int64", [4, 4])
    assert (list(frame.sex.cat.categories), frame.sex.cat.ordered) == (["m", "f"], False)
    assert frame.attrs["ordered"] == ["c1", "c2", "c3", "all", "nps"]
    assert frame.valid.dtype == bool
    assert frame.visits.iloc[0] == 3.0
    assert pd.isna(frame.visits.iloc[1])
    assert frame.wish_a.tolist() == [True, pd.NA]
    assert frame.wish_b.iloc[0] is not pd.NA
    assert not frame.wish_b.iloc[0]


def test_that_a_missing_answer_says_why(tmp_path: Path) -> None:
    given = [flagged("c1", ("4",)), verified("c2", None)]
    frame = read_back(tmp_path / "a.parquet", [response(1, *given, c3=("na",), nps=(), wish=("a", "b", "c"))])

    row = frame.iloc[0]
    assert frame[["c1", "c2", "c3", "nps", "wish_a"]].isna().all(axis=None)
    assert (row.c1_state, row.c2_state, row.c3_state, row.nps_state, row.wish_state, row.sorry_state) == (
        "awaiting-review", "illegible", "not-applicable", "blank", "double", "not-asked",
    )  # fmt: skip
    assert frame.attrs["categories"]["c1_state"]["awaiting-review"] == "chờ kiểm tra"
    assert len(frame.c1_state.cat.categories) == len(AnswerState)


def test_that_labels_are_read_by_pandas_alone_in_either_language(tmp_path: Path) -> None:
    vietnamese = read_back(tmp_path / "a.parquet", [response()])
    english = read_back(tmp_path / "b.parquet", [response()], language=Language.ENGLISH)

    assert vietnamese.attrs["labels"]["late"] == "Trễ hẹn?"
    assert english.attrs["labels"]["late"] == "Late?"
    assert english.attrs["categories"]["c1"]["5"] == "Very satisfied"
    assert (english.attrs["survey"], english.attrs["template"], english.attrs["format"]) == ("Khảo sát", "small", 2)


def test_that_the_schema_says_what_columns_mean_to_programs_without_pandas(tmp_path: Path) -> None:
    read_back(tmp_path / "a.parquet", [response()], language=Language.ENGLISH)

    schema = parquet.read_schema(tmp_path / "a.parquet")
    about = schema.field("c1").metadata
    assert (about[b"label"], about[b"measure"]) == (b"Criterion", b"ordinal")
    assert json.loads(about[b"values"])["5"] == "Very satisfied"
    assert json.loads(schema.metadata[b"phieu"])["labels"]["late"] == "Late?"


def test_that_the_page_of_the_second_form_on_an_image_is_told_as_everywhere(tmp_path: Path) -> None:
    page = replace(delivered(page=1), part=2)

    frame = read_back(tmp_path / "a.parquet", [replace(response(5), pages=(page,))])

    assert frame.page.tolist() == ["1.2"]


def test_that_the_index_counted_from_the_file_is_that_of_the_workbook(tmp_path: Path) -> None:
    responses = [response(1, c1=("5",), c2=()), response(2, c1=("2",)), response(3, c3=("na",))]
    frame = read_back(tmp_path / "a.parquet", responses)

    answers = pd.concat([frame[c] for c in ("c1", "c2", "c3")]).dropna().astype(int)

    index = tally_survey(SMALL, responses, UNITS).index
    assert ((answers >= 4).sum(), len(answers)) == (index.count, index.of)


def test_that_items_named_as_other_columns_are_both_kept(tmp_path: Path) -> None:
    items = (rated("number"), rated("c1"), rated("c1_state"))
    template = FormTemplate("t", 1, Text("t"), (Section("s", Text("s"), items),), SMALL.scales)
    answers = tuple(replace(response().answers[1], item_id=ItemId(i.item_id)) for i in items)

    write_parquet(tmp_path / "a.parquet", gathered([replace(response(5), answers=answers)], template))

    frame = pd.read_parquet(tmp_path / "a.parquet")
    assert (frame.number.iloc[0], frame.number_2.iloc[0]) == (5, 4)
    assert (frame.c1_state.iloc[0], frame.c1_state_2.iloc[0]) == ("answered", 4)


def test_that_a_survey_without_responses_keeps_its_columns(tmp_path: Path) -> None:
    frame = read_back(tmp_path / "a.parquet", [])

    assert len(frame) == 0
    assert {"unit_code", "c1", "c1_state", "wish_a", "visits", "remark"} <= set(frame.columns)


def test_that_a_missing_library_is_named_with_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(PackageMissing, match="pip install pyarrow"):
        write_parquet(tmp_path / "a.parquet", gathered([response()]))

    assert not list(tmp_path.iterdir())
