"""Read a TOML file that people edit: a mistake is a finding with its line, and no file keeps the reader for long."""

import re
import tomllib
from pathlib import Path

from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.text_files import UnreadableText, read_text
from form_templates.toml_places import find_places

_MOST_BYTES = 4 << 20  # the largest of ours has 23 kB
_MOST_DOTS = 50  # in a line: keys within keys within keys, which the parser follows ever more slowly
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'")
_DOTTED = re.compile(r"\.\s*[\w\"'-]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_toml(path: Path, findings: FindingList, missing: Fact | None = None) -> dict[str, object]:
    """Return the outermost table; lines of keys go to ``findings``.

    Args:
        path: The file.
        findings: Collects the mistakes.
        missing: What to say of a file that is not there, instead of the usual.

    Raises:
        TemplateError: Nothing can be read.
    """
    text = ""
    try:
        text = read_text(path, _MOST_BYTES)
    except UnreadableText as error:
        fact = missing if missing is not None and error.is_missing else error.fact
        findings.add_at_line(error.line, fact)
    if not findings.findings and not text.strip():
        findings.add("", Fact("the file is empty"))
    findings.raise_if_any()
    return _parse(text, findings)


def _parse(text: str, findings: FindingList) -> dict[str, object]:
    values: dict[str, object] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS and len(_DOTTED.findall(_QUOTED.sub('""', line))) > _MOST_DOTS:
            findings.add_at_line(number, Fact("has a key of more than {limit} parts", limit=_MOST_DOTS))
            findings.raise_if_any()
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        why = _PLACE.sub("", str(error))[:200]
        findings.add_at_line(int(place[1] or 0) if place else 0, Fact("is not TOML: {why}", why=why))
    except (ValueError, RecursionError):  # whole numbers of thousands of digits, brackets in brackets without end
        findings.add("", Fact("holds a number or a nesting beyond all measure"))
    findings.raise_if_any()
    findings.lines = find_places(text)
    return values
