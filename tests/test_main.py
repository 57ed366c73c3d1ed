"""The command line: the contract that others script against."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import main
from tests.campaign.bomb_files import nested_forms_pdf
from tests.exports.opening import opened
from tests.form_templates.build import foreign_area, foreign_layout

ROOT = Path(__file__).parents[1]


def run(*arguments, **environment):
    """Run the program and return the finished process."""
    program = [sys.executable, "main.py", *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.run(program, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=env, check=False)


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the program in this process, which costs no start of another, and tell what the process would have told."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["main.py", *map(str, arguments)])
        code = 0
        try:
            main.main()
        except SystemExit as end:
            code = end.code or 0
        told = capsys.readouterr()
        return subprocess.CompletedProcess(sys.argv, code, told.out, told.err)

    return call


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A survey made by the command line."""
    folder = tmp_path_factory.mktemp("cli") / "khảo sát #1 & 100%20"
    made = run("new", folder, "--template", "sipas-2020", "--name", "Đợt 2020")
    assert made.returncode == 0, made.stderr
    assert "135 units" in made.stdout
    return folder


def test_that_a_pile_goes_from_print_to_answers(call, folder, pile, tmp_path):
    printed = call("print", folder, "--out", tmp_path / "forms.pdf", "--unit", "09163", "--unit", "27", "--copies", 2)
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "pile.zip").write_bytes(b"PK")
    read = call("read", folder, pile.folder, beside, "--report", tmp_path / "report.json", "--jobs", 2)
    exported = call("export", folder, "--out", tmp_path / "answers.csv")
    workbook = call("export", folder, "--out", tmp_path / "bảng.xlsx")
    status = call("status", folder, "--json")
    _assert_that_units_get_their_reports(call, folder, tmp_path)

    assert [step.returncode for step in (printed, read, exported, workbook, status)] == [0] * 5, read.stderr
    assert "4 forms, 8 pages" in printed.stdout
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["pages"] == {
        "delivered": 12, "read": 12, "unreadable": 0, "blank": 0, "duplicate": 0, "foreign": 0, "taken-out": 0,
    }  # fmt: skip
    assert report["not_read"] == []
    assert report["left_out"] == {".json": 1, ".zip": 1}  # the truth of the simulator lies there
    assert "left out 1 .json, 1 .zip;" in read.stdout
    assert report["health"] == json.loads(status.stdout)["health"] == []
    assert "health" not in read.stdout
    text = (tmp_path / "answers.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines()))
    assert ",".join(rows[0]) == (
        "batch,source,page,sheet,unit,template,item,answer,status,p_wrong,reading,flags,verified_by,verified_at"
        ",respondent,answer_label"
    )
    truth = {(page.file, item): meant for page in pile.pages for item, meant in page.items.items()}
    accepted = [row for row in rows if row["status"] == "accepted" and (row["source"], row["item"]) in truth]
    assert len(accepted) > 200
    assert all(row["answer"] == ";".join(truth[row["source"], row["item"]].answer) for row in accepted)
    assert json.loads(status.stdout)["respondents"] == 6
    _assert_that_nothing_was_rechecked(call, folder, json.loads(status.stdout)["recheck"])
    assert (tmp_path / "bảng.xlsx").stat().st_size > 10_000


def _assert_that_units_get_their_reports(call, folder, tmp_path):
    one = call("export", folder, "--out", tmp_path / "một.pdf", "--unit", "09163")
    each = call("export", folder, "--out", tmp_path / "từng đơn vị", "--each-unit")
    table = call("export", folder, "--out", tmp_path / "a.sav", "--language", "en")

    assert [step.returncode for step in (one, each, table)] == [0] * 3, each.stderr
    names = sorted(path.name for path in (tmp_path / "từng đơn vị").iterdir())
    assert "09163 - Phường Vũ Ninh.pdf" in names
    assert f"{len(names)} reports." in each.stdout
    assert (tmp_path / "một.pdf").read_bytes() == (tmp_path / "từng đơn vị" / "09163 - Phường Vũ Ninh.pdf").read_bytes()
    assert (tmp_path / "a.sav").stat().st_size > 5_000


def _assert_that_nothing_was_rechecked(call, folder, recheck):
    told = call("status", folder).stdout
    (batch,) = recheck["batches"]

    assert (recheck["limit"], batch["batch"], batch["checked"], batch["rate"]) == (0.001, 1, 0, None)
    assert (batch["verdict"], batch["more"]) == ("more", batch["accepted"])
    assert f"batch 1    0 of {batch['accepted']} accepted answers checked" in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nonsense"], 2),
        (["new"], 2),
        (["status", "nowhere"], 3),
        (["new", "{tmp}/a", "--template", "no-such-template"], 3),
        (["new", "{tmp}/b", "--template", "sipas-2020", "--units", "nowhere.csv"], 3),
        (["template", "check", "{tmp}"], 3),
        (["read", "{folder}", "{tmp}"], 3),
        (["print", "{folder}", "--out", "{tmp}/f.pdf", "--unit", "00000"], 3),
        (["export", "{folder}", "--out", "{tmp}/a.docx"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.xlsx", "--unit", "09163"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.pdf", "--compare", "{tmp}"], 3),
        (["export", "{folder}", "--out", "{tmp}/a.csv", "--images"], 2),
        (["export", "{folder}", "--out", "{tmp}/all", "--format", "pdf"], 2),
        (["export", "{folder}", "--out", "{folder}/survey.toml", "--format", "all"], 2),
        (["export", "{folder}", "--out", "{tmp}/new", "--each-unit", "--images"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.pdf", "--unit", "00000"], 3),
        (["export", "{folder}", "--out", "{tmp}/new", "--each-unit", "--unit", "00000"], 3),
        (["export", "{folder}", "--out", "{folder}/survey.toml", "--each-unit"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.xlsx", "--index-rule", "mean"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.xlsx", "--weighting", "people"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.xlsx", "--min-answered", "50"], 2),
        (["export", "{folder}", "--out", "{tmp}/a.xlsx", "--min-answered", "nan"], 2),
        (["export", "{folder}", "--out", "{tmp}/no/such/folder/a.csv"], 4),
        (["export", "{folder}", "--out", "{tmp}/no/such/folder/a.sav"], 4),
        (["export", "{folder}", "--out", "{tmp}/no/such/folder", "--each-unit"], 4),
        (["print", "{folder}", "--out", "{tmp}/no/such/folder/f.pdf"], 4),
        (["template", "import", "nowhere.json", "--page", "nowhere.png", "--out", "{tmp}/t"], 3),
        (["template", "import", "nowhere.json", "--page", "nowhere.png", "--out", "{folder}"], 3),
        (["template", "import", "nowhere.json", "--out", "{tmp}/t"], 2),
        (["template", "propose", "nowhere.pdf", "--out", "{tmp}/t"], 3),
        (["template", "propose", "nowhere.pdf", "--out", "{folder}"], 3),
        (["template", "propose", "--out", "{tmp}/t"], 2),
        (["gui", "{tmp}"], 3),
    ],
)
def test_that_every_failure_is_one_plain_text_and_an_exit_code(call, folder, tmp_path, arguments, code):
    finished = call(*(part.format(tmp=tmp_path, folder=folder) for part in arguments))

    assert finished.returncode == code, finished.stderr
    assert finished.stderr.strip()
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["export", "{folder}", "--out", "{tmp}/a.docx"], 2),
        (["status", "nowhere"], 3),
        (["print", "{folder}", "--out", "{tmp}/no/such/folder/f.pdf"], 4),
    ],
)
def test_that_a_process_that_fails_ends_with_one_plain_text_and_its_exit_code(folder, tmp_path, arguments, code):
    finished = run(*(part.format(tmp=tmp_path, folder=folder) for part in arguments))

    assert finished.returncode == code, finished.stderr
    assert "Traceback" not in finished.stderr
    assert finished.stderr.strip()
    assert finished.stdout == ""


def test_that_an_export_may_count_otherwise_than_the_survey_and_changes_nothing_in_it(call, folder, tmp_path):
    before = (folder / "survey.toml").read_bytes()

    exported = call(
        "export", folder, "--out", tmp_path / "b.xlsx", "--language", "en", "--index-rule", "equal-factors",
        "--weighting", "transactions", "--min-answered", "0.75",
    )  # fmt: skip

    assert exported.returncode == 0, exported.stderr
    method = opened(tmp_path / "b.xlsx")["Method"]
    texts = [text for (text,) in method.iter_rows(min_col=2, max_col=2, values_only=True)]
    assert any(str(text).startswith("C – equal factors") for text in texts)
    assert any("at least 75 % of the choice items" in str(text) for text in texts)
    assert any("stand for its transactions" in str(text) for text in texts)
    assert (folder / "survey.toml").read_bytes() == before


def test_that_a_template_shows_its_layout_and_blank_pages(call, tmp_path):
    shown = call("template", "show", "one-stop-short", "--layout", tmp_path / "l.json", "--pdf", tmp_path / "b.pdf")

    assert shown.returncode == 0, shown.stderr
    layout = json.loads((tmp_path / "l.json").read_text(encoding="utf-8"))
    assert (layout["template"], layout["version"], len(layout["pages"])) == ("one-stop-short", 2, 1)
    area = layout["pages"][0]["areas"][0]
    assert {"item", "option", "x_mm", "y_mm", "w_mm", "h_mm", "shape", "style"} <= set(area)
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_that_the_pdf_of_a_blank_form_becomes_a_template_and_a_survey(call, tmp_path):
    form, theirs = tmp_path / "phiếu.pdf", tmp_path / "theirs"
    shown = call("template", "show", "one-stop-short", "--pdf", form)
    assert shown.returncode == 0, shown.stderr

    proposed = call("template", "propose", form, "--out", theirs)
    checked = call("template", "check", theirs)
    made = call("new", tmp_path / "survey", "--template", theirs)

    for result in (proposed, checked, made):
        assert result.returncode == 0, result.stderr
    assert "questions with" in proposed.stdout
    assert "phieu version 1: no mistakes" in checked.stdout


def test_that_a_form_on_paper_becomes_a_template_and_a_survey(call, tmp_path):
    areas = [foreign_area("p1.Q1", "A", 20, label="Tốt"), foreign_area("p1.Q1", "B", 30)]
    layout, page, theirs = tmp_path / "theirs.json", tmp_path / "trang 1.png", tmp_path / "mẫu cũ"
    layout.write_text(json.dumps(foreign_layout(areas)), encoding="utf-8")
    Image.new("L", (496, 702), "white").save(page)

    imported = call("template", "import", layout, "--page", page, "--out", theirs)
    checked = call("template", "check", theirs)
    shown = call("template", "show", theirs, "--pdf", tmp_path / "blank.pdf")
    made = call("new", tmp_path / "survey", "--template", theirs)
    printed = call("print", tmp_path / "survey", "--out", tmp_path / "forms.pdf", "--unit", "09163", "--copies", 2)

    steps = (imported, checked, shown, made, printed)
    assert [step.returncode for step in steps] == [0] * 5, [step.stderr for step in steps]
    assert "Theirs_2 version 4, 1 items on 1 pages" in imported.stdout
    assert "no mistakes" in checked.stdout
    assert (tmp_path / "blank.pdf").read_bytes().startswith(b"%PDF")
    assert "2 forms, 2 pages, for 1 units" in printed.stdout


def test_that_names_that_are_no_text_are_told_without_a_traceback(tmp_path):
    layout = tmp_path / "theirs.json"
    layout.write_text(json.dumps(foreign_layout([foreign_area("\ud800", "A", 20)])), encoding="utf-8")

    imported = run("template", "import", layout, "--page", tmp_path / "1.png", "--out", tmp_path / "theirs")

    assert imported.returncode == 3
    assert "holds the control character U+D800" in imported.stderr


def test_that_a_spoilt_page_image_is_found_by_check(call, tmp_path):
    layout, page, theirs = tmp_path / "theirs.json", tmp_path / "1.png", tmp_path / "theirs"
    layout.write_text(json.dumps(foreign_layout([foreign_area("q", "A", 20)])), encoding="utf-8")
    Image.new("L", (496, 702), "white").save(page)
    call("template", "import", layout, "--page", page, "--out", theirs)
    (theirs / "blank-1.png").write_bytes(b"")

    checked = call("template", "check", theirs)

    assert checked.returncode == 3
    assert checked.stderr.strip() == f"{theirs / 'blank-1.png'}: the file is empty"


def test_that_a_small_file_that_costs_much_is_refused_as_a_blank_page(call, tmp_path):
    layout, page = tmp_path / "theirs.json", tmp_path / "1.pdf"
    layout.write_text(json.dumps(foreign_layout([foreign_area("q", "A", 20)])), encoding="utf-8")
    nested_forms_pdf(page)

    imported = call(
        "template", "import", layout, "--page", page, "--out", tmp_path / "theirs", "--page-seconds", 1
    )  # fmt: skip

    assert imported.returncode == 3
    assert imported.stderr.strip() == (
        f"{page}: opening it takes longer than a blank page may (1 s); save each page as a PNG image and give those"
    )
    assert not (tmp_path / "theirs").exists()


def test_that_a_form_that_cannot_be_proposed_is_told_with_what_was_kept_and_what_to_do(call, tmp_path):
    form = tmp_path / "form.pdf"
    form.touch()

    proposed = call("template", "propose", form, tmp_path / "nowhere.pdf", "--out", tmp_path / "made")

    assert proposed.returncode == 3
    assert proposed.stderr.splitlines() == [
        f"{form}: the file is empty",
        f"{tmp_path / 'nowhere.pdf'}: the file is not there",
        "Nothing was written. Mend this and run the same command again.",
    ]
    assert not (tmp_path / "made").exists()


def test_that_ctrl_c_is_told_in_one_sentence_that_promises_no_more_than_is_so(call, monkeypatch, tmp_path):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("omr.forms.proposing.report.propose_template", interrupt)
    monkeypatch.setattr("form_templates.loading.list_templates", interrupt)

    proposed = call("template", "propose", "form.pdf", "--out", tmp_path / "made")
    listed = call("template", "list")

    assert (proposed.returncode, listed.returncode) == (130, 130)
    assert proposed.stderr == "Stopped; nothing was written. Run the same command to begin again.\n"
    assert listed.stderr == "Stopped; what was finished is kept. Run the same command again.\n"


def test_that_the_shipped_templates_are_listed(call):
    listed = call("template", "list")

    assert [line.split()[0] for line in listed.stdout.splitlines()] == ["one-stop-short", "sipas-2020", "sipas-2023"]


def test_that_help_loads_nothing_heavy():
    code = (
        "import sys; import main; "
        "heavy = {'cv2', 'numpy', 'pandas', 'sqlalchemy', 'PySide6', 'reportlab', 'openpyxl'} & set(sys.modules); "
        "print(sorted(heavy))"
    )
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)

    assert finished.stdout.strip() == "[]"


def test_that_rounds_are_compared_where_earlier_ones_are_named(call, folder, tmp_path):
    earlier = tmp_path / "2019"
    assert call("new", earlier, "--template", "sipas-2020", "--name", "Đợt 2019").returncode == 0

    compared = call("export", folder, "--out", tmp_path / "a.xlsx", "--compare", earlier)
    nowhere = call("export", folder, "--out", tmp_path / "b.xlsx", "--compare", tmp_path)
    table = call("export", folder, "--out", tmp_path / "c.csv", "--compare", earlier)

    assert compared.returncode == 0, compared.stderr
    assert (nowhere.returncode, table.returncode) == (3, 2)
    assert "holds no survey" in nowhere.stderr
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == ["a.xlsx"]


def test_that_a_list_of_questions_becomes_a_template_that_is_sound(call, tmp_path):
    questions = tmp_path / "hoi.txt"
    questions.write_text("1. Giới tính: Nam / Nữ\n2. Thái độ phục vụ\n", encoding="utf-8")

    made = call("template", "new", questions, "--out", tmp_path / "t", "--id", "phuong-1", "--title", "PHIẾU 2026")
    checked = call("template", "check", tmp_path / "t")

    assert "five levels of satisfaction are used: 2. Thái độ phục vụ" in made.stdout, made.stderr
    assert checked.stdout == "phuong-1 version 1: no mistakes; 2 items on 1 pages.\n"


def test_that_watching_a_folder_of_the_survey_or_none_is_refused_in_a_sentence(call, folder, tmp_path):
    own = call("watch", folder, folder / "scans")
    none = call("watch", folder, tmp_path / "gone")
    both = call("watch", folder, tmp_path, "--unit", "09163", "--unit-folders")

    assert (own.returncode, none.returncode, both.returncode) == (3, 3, 2)
    assert "lies in the folder of a survey" in own.stderr
    assert "cannot be watched" in none.stderr
    assert own.stdout == none.stdout == ""
