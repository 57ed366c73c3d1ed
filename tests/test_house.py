"""The rules of the house that linters do not know: rooms of a size one can look over, files and functions likewise."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

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


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its first statement to its last, without its docstring."""
    statements = function.body[1:] if ast.get_docstring(function) else function.body
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def long_functions(source: str) -> list[str]:
    """Names of the functions whose body is longer than is allowed."""
    defined = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [each.name for each in defined if body_lines(each) > MOST_LINES_OF_A_FUNCTION]


def test_that_a_long_function_is_found():
    fits = "def fits():\n" + '    """Say."""\n' + "    pass\n" * MOST_LINES_OF_A_FUNCTION
    too_long = fits.replace("fits", "too_long") + "    pass\n"

    assert long_functions(fits + too_long) == ["too_long"]


def test_that_no_room_holds_more_files_than_one_looks_over():
    files = Counter(path.parent.relative_to(ROOT).as_posix() for path in modules())

    assert {room: count for room, count in files.items() if count > MOST_FILES} == {}


def test_that_no_file_is_too_long_to_be_one_thing():
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()
    }

    assert {name: count for name, count in lines.items() if count > MOST_LINES and name not in CATALOGUES} == {}


def test_that_no_function_is_too_long_to_be_seen_at_once():
    found = {path.relative_to(ROOT).as_posix(): long_functions(path.read_text(encoding="utf-8")) for path in modules()}

    assert {name: functions for name, functions in found.items() if functions} == {}


def test_that_no_two_classes_share_a_name():
    defined = Counter(
        node.name
        for path in modules()
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, count in defined.items() if count > 1] == []
