"""What an error knows of its cause is told in the person's language."""

import ast
import errno
import re
from pathlib import Path

import pytest

from exports.errors import cannot_export
from form_templates.errors import FindingList, TemplateError
from form_templates.facts import Fact, system_fact
from form_templates.loading import load_template
from form_templates.model import Language
from gui.i18n.error_messages import describe_error
from gui.i18n.fact_messages import FACTS, describe_fact
from gui.i18n.translation import Translations
from omr.errors import PhieuError, SurveyDamaged
from omr.results import Reason
from omr.survey.settings import load_settings
from omr.units.unit_list import load_units
from omr.whole_files import cannot_make, cannot_write
from tests.form_templates.build import SMALL_DEFINITION, write_definition
from tests.test_house import modules, name_of

ENGLISH = re.compile(
    r"\b(the|is|not|no|it|of|must|be|has|have|there|cannot|wanted|line|file|folder|characters|allowed|and|missing)\b",
    re.I,
)
"""Words of which every English sentence of ours has one; what stands in quotes is the file's own."""

TOLD = {"SurveyDamaged": 1, "FolderNotWritable": 1, "ExportFailed": 1, "UnusableName": 1, "PrintError": 1}
"""Errors that carry a fact, and which argument it is."""


@pytest.fixture
def vietnamese(qapp):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    yield
    translations.stop()


def has_english(text: str) -> bool:
    return ENGLISH.search(re.sub(r'"[^"]*"|\{[^}]*\}|/\S+', "", text)) is not None


def patterns(source: str) -> set[str]:
    """Return the patterns of the facts that a module makes."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) == "Fact" and node.args]
    found = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    return found | {node.value.value for node in named if getattr(node.targets[0], "id", "") == "pattern"}


def plain_facts(source: str) -> list[int]:
    """Return the lines on which an error gets a text for a fact, which no window could translate."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and name_of(node) in TOLD]
    given = [(call, call.args[TOLD[name_of(call)]]) for call in calls if len(call.args) > TOLD[name_of(call)]]
    return [call.lineno for call, fact in given if isinstance(fact, ast.Constant | ast.JoinedStr)]


def test_that_the_window_knows_every_fact_of_the_program():
    sources = [path.read_text(encoding="utf-8") for path in modules() if "gui" not in path.parts]
    made = set().union(*(patterns(source) for source in sources if "Fact" in source))
    of_system = {system_fact(OSError(number, "")).pattern for number in errno.errorcode}

    assert made | of_system == FACTS


def test_that_no_error_gets_a_fact_that_cannot_be_translated():
    sources = {path.name: path.read_text(encoding="utf-8") for path in modules()}
    found = {name: plain_facts(source) for name, source in sources.items() if any(error in source for error in TOLD)}

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_that_a_fact_that_cannot_be_translated_is_found():
    assert plain_facts('SurveyDamaged(path, "it is broken")\nSurveyDamaged(path, Fact("it is broken"))\n') == [1]


@pytest.mark.parametrize("pattern", sorted(FACTS))
def test_that_every_fact_has_vietnamese_words_and_the_same_values(pattern, vietnamese):
    names = re.findall(r"(?<!\{)\{(\w+)", pattern)
    values = dict.fromkeys(names, 7)

    told = describe_fact(Fact(pattern, **values))

    assert not has_english(told)
    assert told.count("7") >= len(names)


def test_that_facts_in_facts_and_reasons_are_told_too(vietnamese):
    fact = Fact("the scan cannot be shown ({reason})", reason=Reason.FILE_EMPTY)
    inner = Fact("cannot be read: {why}", why=system_fact(OSError(errno.ENOENT, "No such file")))

    assert describe_fact(fact) == "không hiển thị được bản quét (Tệp rỗng)"
    assert describe_fact(inner) == "không đọc được: không có tệp hoặc thư mục này"


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EROFS, errno.EIO, errno.ENAMETOOLONG, 9999])
@pytest.mark.parametrize("failure", [cannot_write, cannot_make, cannot_export])
def test_that_what_cannot_be_written_is_told_without_a_word_of_english(failure, number, vietnamese):
    message = describe_error(failure(Path("khao-sat/a"), OSError(number, "No such file or directory")))

    assert not has_english(message.happened + message.advice)


def _mistaken_template(folder: Path) -> object:
    text = SMALL_DEFINITION.replace("version = 3", 'version = "ba"').replace("kind", "kint").replace('"c01"', '"C 01"')
    return load_template(write_definition(folder, text))


def _mistaken_settings(folder: Path) -> object:
    (folder / "survey.toml").write_text('tolerance = 2.0\ntemplate = "../x"\n"" = 1\n', encoding="utf-8")
    return load_settings(folder)


def _mistaken_units(folder: Path) -> object:
    (folder / "units.csv").write_text("code,name,transactions,valid_from\n1,,x,1/2/2020\nĐ,A,,\n", encoding="utf-8")
    return load_units(folder / "units.csv")


@pytest.mark.parametrize("read", [_mistaken_template, _mistaken_settings, _mistaken_units])
def test_that_mistakes_of_files_are_told_without_a_word_of_english(read, tmp_path: Path, vietnamese):
    with pytest.raises((PhieuError, TemplateError)) as caught:
        read(tmp_path)

    message = describe_error(caught.value)

    assert "dòng " in message.happened
    assert not has_english(message.happened + message.advice), message


def test_that_odd_key_paths_end():
    findings = FindingList(Path("a.toml"), {"a": 1})

    for path in ("", ".", "a.", "a..b", "[", "a[", "]", "a[1].", "x" * 1000, "." * 1000):
        findings.add(path, "odd")

    assert len(findings.findings) == 10
    assert findings.findings[2].place == "line 1: a."


def test_that_a_damaged_survey_is_told_in_vietnamese(vietnamese):
    message = describe_error(SurveyDamaged(Path("survey.db"), Fact("it is not a survey database")))

    assert "đó không phải là cơ sở dữ liệu khảo sát" in message.happened
