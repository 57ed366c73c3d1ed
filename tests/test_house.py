"""The rules of the house that linters do not know: rooms of a size one can look over, files and functions likewise."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("form_templates", "omr", "exports", "gui")

MOST_FILES = 16
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40

CATALOGUES = {"exports/wording/workbook_words.py"}
"""Tables of words, in which nothing is to be followed from line to line."""


def modules() -> Iterator[Path]:
    """Every module of the program, without the folders' own ``__init__``."""
    yield ROOT / "main.py"
    for package in PACKAGES:
        yield from (path for path in (ROOT / package).rglob("*.py") if path.name != "__init__.py")


@dataclass(frozen=True)
class Findings:
    """What the rules ask of a module."""

    written_in_place: list[int]
    long_functions: list[str]
    classes: list[str]


@pytest.fixture(scope="module")
def findings() -> dict[str, Findings]:
    """Of every module, each parsed once."""
    return {module.relative_to(ROOT).as_posix(): look_at(text_of(module)) for module in modules()}


def text_of(module: Path) -> str:
    return module.read_text(encoding="utf-8")


def look_at(source: str) -> Findings:
    tree = ast.parse(source)
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    nodes = list(ast.walk(tree))  # once, for it takes longer than to parse
    return Findings(writes_in_place(nodes), long_functions(nodes), classes)


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its first statement to its last, without its docstring."""
    statements = function.body[1:] if ast.get_docstring(function) else function.body
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def long_functions(nodes: Iterable[ast.AST]) -> list[str]:
    """Names of the functions whose body is longer than is allowed."""
    defined = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [each.name for each in defined if body_lines(each) > MOST_LINES_OF_A_FUNCTION]


ASIDE = ("replacing", "making_folder", "TemporaryDirectory")
"""What yields a place beside the real one, see ``omr.whole_files``, or one that nobody keeps."""

WRITES_BY_ITSELF = {
    "omr/whole_files.py": "is what all others write with",
    "omr/batches/kept_scans.py": "writes portions aside and renames them, for delivered files are large",
    "omr/store/sqlite/copying.py": "fills a folder of its own that is gone when the survey is closed",
    "omr/backups/going_back.py": "copies a database aside, proves it and renames it, with its journal in mind",
    "omr/images/pdf_drawing.py": "hands a PDF to a program, in a folder that is thrown away",
    "omr/forms/office_documents.py": "hands a copy to a program, in a folder that is thrown away",
    "omr/scanners/escl/network_scanner.py": "writes what comes to the place that the tray gives it, which is aside",
    "omr/checking/mend.py": "copies kept scans into a folder that is thrown away",
    "exports/workbook/workbook_file.py": "writes to the place that book.py gives it, which is aside",
    "form_templates/loading.py": "fills a folder that its caller makes aside: the templates' room stands below omr",
    "form_templates/layout_files.py": "likewise",
    "form_templates/editing/journal.py": "appends a line to a file, or makes it aside, in that room",
}
"""Modules that write in place, and why they may."""

WITHOUT_PEOPLES_FILES = ("omr/simulation", "omr/training")
"""Rooms that make up their own scans and models, in folders of their own."""

WRITERS = {"write_text", "write_bytes", "copyfile", "copy2", "copytree", "imwrite", "ZipFile", "to_csv", "to_parquet"}


def writes_in_place(nodes: Sequence[ast.AST]) -> list[int]:
    """Lines on which a file is written where a reader, or a power cut, may find half of it."""
    blocks = [node for node in nodes if isinstance(node, ast.With) and any(map(is_aside, node.items))]
    spared = {id(node) for block in blocks for node in ast.walk(block)}
    calls = (node for node in nodes if isinstance(node, ast.Call) and id(node) not in spared)
    return [call.lineno for call in calls if is_writing(call)]


def is_aside(item: ast.withitem) -> bool:
    return isinstance(item.context_expr, ast.Call) and name_of(item.context_expr) in ASIDE


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def is_writing(call: ast.Call) -> bool:
    return is_to_write(call) if name_of(call) in ("open", "ZipFile") else name_of(call) in WRITERS


def is_to_write(call: ast.Call) -> bool:
    parts = (*call.args, *(named.value for named in call.keywords))
    texts = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
    return any(set(text) <= set("wxabrt+") and set(text) & set("wxa+") for text in texts)


def test_that_a_file_written_in_place_is_found():
    aside = "with replacing(path) as part, part.open('w') as file:\n    part.write_text('x')\n"
    in_place = "path.write_text('x')\npath.open('w', encoding='utf-8')\nopen(path, mode='ab')\npath.open()\n"

    assert look_at(aside + in_place).written_in_place == [3, 4, 5]


def test_that_every_file_is_written_whole_or_not_at_all(findings):
    found = {name: each.written_in_place for name, each in findings.items()}

    rooms = (*WITHOUT_PEOPLES_FILES, *WRITES_BY_ITSELF)
    assert {name: lines for name, lines in found.items() if lines and not name.startswith(rooms)} == {}


def test_that_a_long_function_is_found():
    fits = "def fits():\n" + '    """Say."""\n' + "    pass\n" * MOST_LINES_OF_A_FUNCTION
    too_long = fits.replace("fits", "too_long") + "    pass\n"

    assert look_at(fits + too_long).long_functions == ["too_long"]


def test_that_no_room_holds_more_files_than_one_looks_over():
    files = Counter(path.parent.relative_to(ROOT).as_posix() for path in modules())

    assert {room: count for room, count in files.items() if count > MOST_FILES} == {}


def test_that_no_file_is_too_long_to_be_one_thing():
    lines = {path.relative_to(ROOT).as_posix(): len(text_of(path).splitlines()) for path in modules()}

    assert {name: count for name, count in lines.items() if count > MOST_LINES and name not in CATALOGUES} == {}


def test_that_no_function_is_too_long_to_be_seen_at_once(findings):
    found = {name: each.long_functions for name, each in findings.items()}

    assert {name: functions for name, functions in found.items() if functions} == {}


def test_that_no_error_is_told_in_the_language_of_the_system():
    worded = [str(path) for path in modules() if re.search(r"\berror\.strerror\b", text_of(path))]

    assert not worded, "form_templates.facts.system_fact says it in words that a window can translate"


def test_that_no_two_classes_share_a_name(findings):
    defined = Counter(name for each in findings.values() for name in each.classes)

    assert [name for name, count in defined.items() if count > 1] == []
