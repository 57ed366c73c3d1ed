"""answers.csv is a contract: exact columns, exact texts."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.data_files.answers_csv import harmless, plain_decimal, write_answers_csv
from form_templates.model import ItemId, Language
from omr.responses import effective_answer
from omr.results import Acceptance, Flag, ItemReading
from tests.exports.build import delivered as page
from tests.exports.build import flagged, gathered, missing, response, verified


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_that_header_and_first_row_are_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"

    write_answers_csv(path, gathered([response(7, sheet="00012")]))

    lines = path.read_bytes().decode("utf-8").split("\r\n")
    assert lines[0] == (
        "\ufeffbatch,source,page,sheet,unit,template,item,answer,status,p_wrong,reading,flags,verified_by,verified_at"
        ",respondent,answer_label"
    )
    assert lines[1] == "1,scan.pdf,7,00012,09163,small,sex,f,accepted,0.0001,f,,,,7,Nữ"
    assert len(lines) == 1 + 11 + 1


def test_that_photocopies_of_one_print_out_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    sheets = {7: "00012", 8: "00012", 9: "00013"}

    write_answers_csv(path, gathered(response(number, sheet=sheet) for number, sheet in sheets.items()))

    assert list(dict.fromkeys(row["sheet"] for row in read(path))) == ["00012#7", "00012#8", "00013"]


def test_that_flagged_missing_and_verified_rows_say_so(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    one = response(
        3,
        flagged("c1", ("5", "4"), Flag.UNCERTAIN, Flag.DOUBLE_MARK, page=page("lô 1.pdf", 2)),
        missing("c2"),
        verified("c3", None, reading=("2",), page=page()),
        wish=("a", "b"),
    )

    write_answers_csv(path, gathered([one]))

    rows = {row["item"]: row for row in read(path)}
    doubtful, absent, decided = rows["c1"], rows["c2"], rows["c3"]
    assert (doubtful["source"], doubtful["page"], doubtful["sheet"]) == ("lô 1.pdf", "2", "#3")
    assert (doubtful["answer"], doubtful["status"], doubtful["flags"]) == ("5;4", "flagged", "double-mark;uncertain")
    assert (absent["source"], absent["page"], absent["answer"], absent["reading"]) == ("", "", "", "")
    assert (absent["status"], absent["p_wrong"], absent["flags"]) == ("flagged", "1", "missing-page")
    assert (decided["answer"], decided["reading"], decided["status"]) == ("", "2", "verified")
    assert (decided["verified_by"], decided["verified_at"]) == ("lan", "2020-11-02T09:30:00+07:00")
    assert rows["wish"]["answer"] == "a;b"


def test_that_the_labels_of_chosen_options_stand_last_and_those_alone(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"

    write_answers_csv(path, gathered([response(3, c1=(), wish=("a", "b"), visits=("2",))]), Language.ENGLISH)

    labels = {row["item"]: row["answer_label"] for row in read(path)}
    assert (labels["c2"], labels["wish"], labels["c1"], labels["visits"]) == ("Satisfied", "Thing a; Thing b", "", "")


def test_that_text_of_respondents_comes_back_and_is_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    remarks = ['=HYPERLINK("http://x")', 'Ghế "cũ", chật\nvà nóng; nhiều bụi', "@tên", "-5"]
    given = [response(n, verified("remark", (text,))) for n, text in enumerate(remarks, start=1)]

    write_answers_csv(path, gathered(given))

    answers = [row["answer"] for row in read(path) if row["item"] == "remark"]
    assert answers == ['\'=HYPERLINK("http://x")', 'Ghế "cũ", chật\nvà nóng; nhiều bụi', "'@tên", "-5"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.000012, "0.000012"), (1e-9, "0.000000001"), (0.0, "0"), (1.0, "1"), (0.25, "0.25"), (1 / 3, "0.333333")],
)
def test_that_probabilities_are_plain_decimals(value: float, text: str) -> None:
    assert plain_decimal(value) == text


@given(st.floats(0, 1))
def test_that_no_probability_is_written_with_an_exponent(value: float) -> None:
    text = plain_decimal(value)

    assert set(text) <= set("0123456789.")
    assert float(text) == pytest.approx(value, rel=1e-5, abs=1e-300)


@given(st.text(max_size=8))
def test_that_a_text_starts_no_formula(text: str) -> None:
    made = harmless(text)

    assert made.endswith(text)
    assert not made.startswith(("=", "@", "\t", "\r", "+"))


def test_that_a_flagged_answer_accepted_after_all_is_traced(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    c1 = ItemId("c1")
    acceptance = Acceptance(("4",), 0.002, 47, 3, '{"format": 1}', "-Lan", "2026-11-02T09:30:00+07:00")
    reading = ItemReading(c1, ("4",), 0.03, frozenset({Flag.FAINT_MARK}))
    scan = replace(page(), readings={c1: reading}, accepted={c1: acceptance})

    write_answers_csv(path, gathered([response(3, effective_answer(c1, scan)), response(4)]))

    first, other = (row for row in read(path) if row["item"] == "c1")
    assert (first["status"], first["answer"], first["p_wrong"]) == ("accepted", "4", "0.002")
    assert (first["flags"], first["stated_p_wrong"], first["verified_by"]) == ("faint-mark", "0.03", "")
    assert (first["accepted_by"], first["accepted_at"]) == ("'-Lan", "2026-11-02T09:30:00+07:00")
    assert (first["accepted_on"], first["accepted_with"]) == ("47", '{"format": 1}')
    assert (other["status"], other["stated_p_wrong"], other["accepted_by"]) == ("accepted", "", "")
