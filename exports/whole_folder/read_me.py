"""The README of an export: what each file is, what codes mean, and lines that load the data in Python and R."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from exports.gathered.gathered_survey import GatheredSurvey
from exports.tally.answer_codes import MISSING_CODES
from exports.wording import folder_words as words
from exports.wording.naming import MISSING_WORDS, rule_text
from exports.wording.numerals import count
from exports.wording.speaker import Speaker
from form_templates.model import Text
from omr.survey.counting_rules import IndexRule

READ_ME = "README.txt"

_WIDTH = 100  # characters of a line
_INDENT = "    "
_MEANS_OF_SHARES = (IndexRule.EQUAL_CRITERIA, IndexRule.EQUAL_FACTORS)


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """Names of the files in the folder.

    Attributes:
        workbook: ``.xlsx``.
        answers: ``.csv``.
        report: ``.pdf``.
        spss: ``.sav``.
        setup: ``.sps``, which goes with it.
        parquet: ``.parquet``.
        more: Folders beside them, each with what it holds.
    """

    workbook: str
    answers: str
    report: str
    spss: str
    setup: str
    parquet: str
    more: tuple[tuple[str, Text], ...] = ()


def read_me(gathered: GatheredSurvey, files: FolderFiles, say: Speaker) -> str:
    """Return the text, in one language."""
    facts = gathered.facts
    title = " – ".join(filter(None, (" ".join(facts.name.split()), facts.round_name)))
    lines = [title, "=" * min(len(title), _WIDTH), "", *_basis(gathered, say)]
    lines += ["", *_heading(say(words.FILES))]
    for name, text in _named(files):
        lines += [name, *_wrapped(say(text), _INDENT)]
    lines += ["", *_heading(say(words.CODES))]
    codes = ", ".join(f"{MISSING_CODES[state]} {say(text)}" for state, text in MISSING_WORDS.items())
    for text in (words.CODE_NUMBER, words.CODE_VALUES, words.CODE_STATES, words.CODE_WEIGHT):
        lines += _wrapped(f"- {say(text, codes=codes) if text is words.CODE_VALUES else say(text)}", hanging="  ")
    if facts.index_rule in _MEANS_OF_SHARES:
        told = say(words.CODE_MEAN_OF_SHARES, rule=rule_text(say, facts.index_rule))
        lines += _wrapped(f"- {told}", hanging="  ")
    for program, code in (("Python", python_lines(files, say)), ("R", r_lines(files, say))):
        lines += ["", *_heading(say(words.LOADING, program=program)), *(f"{_INDENT}{line}" for line in code)]
    return "\n".join(lines) + "\n"


def python_lines(files: FolderFiles, say: Speaker) -> list[str]:
    """Return Python that loads the data, to be run within the folder."""
    return [
        "import pandas as pd",
        f"data = pd.read_parquet({_quoted(files.parquet)})",
        f'data.attrs["labels"]  # {say(words.LABELS)}',
        f'data.attrs["categories"]  # {say(words.MEANINGS)}',
        f"# {say(words.SHARE)}",
        "print((data.weight * data.index_satisfied).sum() / (data.weight * data.index_answered).sum())",
        f'answers = pd.read_csv({_quoted(files.answers)}, dtype="str", keep_default_na=False)'
        f"  # {say(words.EACH_ANSWER)}",
        f"import pyreadstat  # {say(words.OR_SPSS)}",
        f"data, meta = pyreadstat.read_sav({_quoted(files.spss)})",
    ]


def r_lines(files: FolderFiles, say: Speaker) -> list[str]:
    """Return R that loads the data, to be run within the folder."""
    return [
        f"data <- haven::read_sav({_quoted(files.spss)})",
        f"sapply(data, attr, 'label')  # {say(words.LABELS)}",
        f"haven::as_factor(data)  # {say(words.MEANINGS)}",
        f"# {say(words.SHARE)}",
        "with(data, sum(weight * index_satisfied) / sum(weight * index_answered))",
        f'answers <- read.csv({_quoted(files.answers)}, fileEncoding = "UTF-8-BOM", colClasses = "character")'
        f"  # {say(words.EACH_ANSWER)}",
        f"data <- arrow::read_parquet({_quoted(files.parquet)})",
    ]


def _basis(gathered: GatheredSurvey, say: Speaker) -> Iterator[str]:
    table, as_of = gathered.answer_table(), gathered.facts.as_of
    valid, responses = int(table.is_valid.sum()), len(table.responses)
    yield say(words.BASIS, valid=count(say, valid), responses=count(say, responses))
    if as_of is not None:
        yield say(words.AS_OF, moment=f"{as_of:%d/%m/%Y %H:%M}")
    if rests := sum(response.is_rest for response in table.responses):
        yield from _wrapped(say(words.OPEN_PILE, count=count(say, rests)))


def _named(files: FolderFiles) -> list[tuple[str, Text]]:
    return [
        (files.workbook, words.WORKBOOK),
        (files.report, words.REPORT),
        (files.answers, words.ANSWERS),
        (files.spss, words.SPSS),
        (files.setup, words.SETUP),
        (files.parquet, words.PARQUET),
        *((f"{name}/", text) for name, text in files.more),
    ]


def _heading(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _wrapped(text: str, indent: str = "", hanging: str = "") -> list[str]:
    return wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + hanging, break_long_words=False)


def _quoted(name: str) -> str:
    """Return a text as Python and R write it."""
    return json.dumps(name, ensure_ascii=False)
