"""Whatever lies where a file of ours should lie: every reader ends soon, with one sentence that names the place."""

import ast
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from form_templates.errors import FormTemplateError
from form_templates.layout_files import read_layout
from form_templates.loading import load_template
from omr.errors import PhieuError
from omr.survey.settings import SurveySettings, create_settings, load_settings
from omr.units.crosswalk import load_crosswalk
from omr.units.unit_list import load_units
from tests.form_templates.build import SMALL_DEFINITION
from tests.test_house import ROOT, modules, name_of

SETTINGS = """format = 1
name = "A"
round = ""
template = "t"
version = 1
tolerance = 0.0001
index_rule = "pooled"
recheck_limit = 0.001
"""
TOML_READERS = {"template.toml": SMALL_DEFINITION, "survey.toml": SETTINGS.replace("0.0001", "2.0")}
"""Names with texts; that of the settings has a mistake, for keys that we do not know are other programs' business."""

READERS: dict[str, Callable[[Path], object]] = {
    "template.toml": lambda path: load_template(path.parent),
    "survey.toml": lambda path: load_settings(path.parent),
    "layout.json": read_layout,
    "units.csv": load_units,
    "crosswalk.csv": load_crosswalk,
}
ENDS_WITHIN_S = 20
LONGEST_MESSAGE = 4000

HUGE = "x" * 200_000
ANY_TEXT = {
    "nothing": b"",
    "not UTF-8": b"code,name\n1,\xff\xfe\n",
    "UTF-16": "code,name\n1,A\n".encode("utf-16"),
    "NUL": b'format = 1\nname = "\x00"\ncode,name\n1,A\x00\n',
    "escape": b"\x1b[2Jcode,name\n1,A\n",
    "binary": bytes(range(256)) * 50,
    "one long word": HUGE.encode(),
    "brackets": b"[" * 100_000,
    "braces": b"a = " + b"{a = " * 50_000,
    "quotes": b'code,name\n1,"' + b"a\n" * 80_000,
    "long field": f"code,name\nsince,old_code,new_code\n1,{HUGE}\n".encode(),
}
TOML_MISTAKES = {
    "empty key": '"" = 1\n',
    "empty table": '[""]\n"" = 1\n[[a.""]]\n"" = 2\n',
    "dotted empty key": 'a."".b = 1\n',
    "quoted dot": '"x.y" = 1\n".." = 1\n"[1]" = 1\n"a[" = 1\n',
    "many parts": "a" + ".a" * 100_000 + " = 1\n",
    "many quoted parts": '"a"' + ' . "a"' * 50_000 + " = 1\n",
    "deep header": "[a" + ".a" * 100_000 + "]\n",
    "control in key": '"\\u0000\\u001b" = 1\n',
    "long key": f'"{HUGE}" = 1\n',
    "many keys": "".join(f"key{n} = 1\n" for n in range(20_000)),
    "digits": f"version_ = {'9' * 5000}\n",
    "nested": "a = " + "[" * 3000 + "]" * 3000 + "\n",
}
VALUES = {
    "digits": "9" * 5000,
    "hexadecimal": "0x" + "F" * 5000,
    "minus": "-" + "9" * 4000,
    "nan": "nan",
    "infinite": "-inf",
    "long": f'"{HUGE}"',
    "NUL": '"a\\u0000b"',
    "list": "[1, [2, [3]]]",
    "table": '{ "" = { "" = 1 } }',
    "day": "2020-01-01",
}
JSON_VALUES = (
    "9" * 5000,
    "-" + "9" * 4000,
    "1e999",
    "NaN",
    f'"{HUGE}"',
    '"a\\u0000\\ud800"',
    "[[[[]]]]",
    '{"": {}}',
    "true",
)


class TookTooLong(BaseException):
    """Not an ``Exception``, which the code under test might take for one of its own."""


@pytest.fixture(autouse=True)
def _ends_soon() -> Iterator[None]:
    if os.name == "nt":
        yield
        return

    def stop(*_: object) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(ENDS_WITHIN_S)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def told(read: Callable[[Path], object], path: Path) -> str:
    """Return the sentence in which a reader refuses a file."""
    with pytest.raises((PhieuError, FormTemplateError)) as caught:
        read(path)
    return str(caught.value)


def is_fit_for_a_person(message: str, path: Path) -> bool:
    parts = (path.name in message, len(message) < LONGEST_MESSAGE, "Traceback" not in message, "\0" not in message)
    return all(parts) or path.parent.name in message


@pytest.mark.parametrize("text", ANY_TEXT)
@pytest.mark.parametrize("name", READERS)
def test_that_what_is_no_file_of_ours_is_refused_in_a_sentence(name, text, tmp_path: Path):
    path = tmp_path / name
    path.write_bytes(ANY_TEXT[text])

    assert is_fit_for_a_person(told(READERS[name], path), path)


@pytest.mark.parametrize("mistake", TOML_MISTAKES)
@pytest.mark.parametrize("name", TOML_READERS)
def test_that_odd_keys_are_told_with_their_line(name, mistake, tmp_path: Path):
    path = tmp_path / name
    path.write_text(TOML_MISTAKES[mistake] + TOML_READERS[name], encoding="utf-8")

    message = told(READERS[name], path)
    assert path.name in message
    assert len(message) < LONGEST_MESSAGE or mistake == "many keys"


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("key", ["version", "title", "id", "format", "scale", "section", "note"])
def test_that_odd_values_of_a_template_are_told(key, value, tmp_path: Path):
    path = tmp_path / "template.toml"
    kept = [line for line in SMALL_DEFINITION.split("\n") if not line.startswith(f"{key} =")]
    path.write_text(f"{key} = {VALUES[value]}\n" + "\n".join(kept), encoding="utf-8")

    message = told(READERS["template.toml"], path)

    assert "template.toml" in message
    assert len(message) < LONGEST_MESSAGE


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("key", ["name", "round", "template", "version", "tolerance", "index_rule", "compare_with"])
def test_that_odd_settings_are_told(key, value, tmp_path: Path):
    path = tmp_path / "survey.toml"
    kept = [line for line in SETTINGS.split("\n") if not line.startswith(f"{key} =")]
    path.write_text(f"{key} = {VALUES[value]}\n" + "\n".join(kept), encoding="utf-8")

    message = told(READERS["survey.toml"], path)

    assert "survey.toml" in message
    assert len(message) < LONGEST_MESSAGE


@pytest.mark.parametrize("value", JSON_VALUES, ids=range(len(JSON_VALUES)))
@pytest.mark.parametrize("key", ["template", "version", "pages", "page", "item", "option", "x_mm"])
def test_that_odd_values_of_a_layout_are_told(key, value, tmp_path: Path):
    area = {"item": '"q"', "option": '"a"', "x_mm": "20", "y_mm": "20", "w_mm": "4", "h_mm": "4"}
    page = {"page": "1", "width_mm": "210", "height_mm": "297"}
    root = {"template": '"t"', "version": "1"}
    for table in (area, page, root):
        table.update({key: value} if key in table else {})
    page["areas"] = f"[{_json(area)}]"
    root["pages"] = value if key == "pages" else f"[{_json(page)}]"
    path = tmp_path / "layout.json"
    path.write_text(_json(root), encoding="utf-8")

    message = told(read_layout, path)

    assert "layout.json" in message
    assert len(message) < LONGEST_MESSAGE


@pytest.mark.parametrize("text", ["../../elsewhere", "/etc", "C:\\x", "a/b", "..", ".", "a\\b", "", "x" * 80])
def test_that_a_template_outside_of_the_survey_is_not_followed(text, tmp_path: Path):
    quoted = text.replace("\\", "\\\\")
    (tmp_path / "survey.toml").write_text(SETTINGS.replace('template = "t"', f'template = "{quoted}"'))

    assert "line 4: template" in told(load_settings, tmp_path)


@pytest.mark.parametrize("name", READERS)
def test_that_a_folder_in_the_place_of_a_file_is_refused(name, tmp_path: Path):
    (tmp_path / name).mkdir()

    assert "it is a folder" in told(READERS[name], tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("name", READERS)
def test_that_a_pipe_in_the_place_of_a_file_is_not_waited_for(name, tmp_path: Path):
    os.mkfifo(tmp_path / name)

    assert "it is no ordinary file" in told(READERS[name], tmp_path / name)


@pytest.mark.parametrize("name", READERS)
def test_that_a_file_of_a_gigabyte_is_refused_before_it_is_read(name, tmp_path: Path):
    with (tmp_path / name).open("wb") as file:
        file.truncate(1 << 30)  # takes no room on the disk

    assert "is larger than" in told(READERS[name], tmp_path / name)


@pytest.mark.parametrize("name", READERS)
def test_that_a_file_which_cannot_be_opened_is_told(name, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / name
    path.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert "access is denied" in told(READERS[name], path)


def test_that_any_line_ends_and_a_mark_at_the_beginning_are_taken(tmp_path: Path):
    for name, text in (
        ("units.csv", "code,name\n1,A\n"),
        ("crosswalk.csv", "since,old_code,new_code\n2020-01-01,1,2\n"),
    ):
        for end in ("\r", "\r\n", "\n"):
            (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", end).encode())
            assert READERS[name](tmp_path / name)
    (tmp_path / "survey.toml").write_bytes(b"\xef\xbb\xbf" + SETTINGS.replace("\n", "\r").encode())

    assert load_settings(tmp_path).name == "A"


def test_that_settings_that_can_be_written_can_be_read(tmp_path: Path):
    settings = SurveySettings("Tên 'của' \"đợt\" \\ & <b>", "", "t", 1, compare_with=("../2019",))

    create_settings(tmp_path, settings)

    assert load_settings(tmp_path) == settings


def test_that_a_list_with_more_lines_than_any_list_has_is_refused_soon(tmp_path: Path):
    path = tmp_path / "units.csv"
    path.write_text("code,name\n" + "".join(f"{n},A\n" for n in range(30_000)), encoding="utf-8")

    assert "more than 20000 lines" in told(load_units, path)


def text_reads(path: Path) -> list[str]:
    """Return the calls in a module that read a text."""
    source = path.read_text(encoding="utf-8")
    if not any(f"{name}(" in source for name in TEXT_READERS):
        return []
    return [
        name_of(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and name_of(node) in TEXT_READERS
    ]


READS_BY_ITSELF = {
    "form_templates/text_files.py": "is what all others read with",
    "form_templates/toml_files.py": "reads what text_files returned",
    "form_templates/layout_files.py": "reads what text_files returned",
    "form_templates/editing/journal.py": "parses line by line what the program noted; its own tests damage it",
    "gui/designing/form_folder.py": "reads what text_files returned",
    "omr/units/list_files.py": "reads what text_files returned",
    "omr/forms/unit_lists/text_tables.py": "reads what text_files returned; test_hostile_lists damages it",
    "omr/forms/question_lists/list_files.py": "reads what text_files returned, as far as a list goes",
    "omr/checking": "looks whether what the program put into its database can be read",
    "omr/store": "reads what the program put into its database",
    "omr/marks/mark_model.py": "comes with the program",
    "omr/program_version.py": "comes with the program",
    "gui/widgets/theme.py": "comes with the program",
    "gui/preferences.py": "reads what the program remembered of this person",
    "exports/workbook/valued_formulas.py": "reads what it wrote itself a moment before",
    "omr/batches/watching/memory.py": "reads what text_files returned; its own tests damage it",
    "omr/scanners/devices.py": "reads what the program remembered of this person",
    "omr/scanners/stack_folder.py": "reads what text_files returned; its own tests damage it",
    "omr/survey/work_lock.py": "reads what text_files returned",
    "omr/survey/settings.py": "parses again, for the sake of comments, what load_settings has read the line before",
}
"""Modules that take texts to pieces, and why no hostile file can reach them by another way."""

TEXT_READERS = {"read_text", "loads", "DictReader", "reader", "read_csv"}
"""Names by which a text that people edit is read."""


def test_that_the_next_reader_is_put_into_this_list():
    spared = (*READS_BY_ITSELF, "omr/simulation", "omr/training")
    paths = {path.relative_to(ROOT).as_posix(): path for path in modules()}
    found = {name: text_reads(path) for name, path in paths.items() if not name.startswith(spared)}

    assert {name: calls for name, calls in found.items() if calls} == {}


def _json(table: dict[str, str]) -> str:
    return "{" + ", ".join(f'"{key}": {value}' for key, value in table.items()) + "}"
