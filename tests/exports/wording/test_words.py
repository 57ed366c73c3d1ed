"""Both languages are complete."""

from collections.abc import Iterator
from enum import Enum
from string import Formatter

import pytest

from exports.tally.priorities.drivers import Quadrant
from exports.wording import comparison_words, health_words, priority_words, record_words
from exports.wording import report_words as report_words
from exports.wording import workbook_words as words
from exports.wording.speaker import Speaker
from form_templates.model import Language, Text
from omr.health.wording import HEALTH_SENTENCES
from omr.recheck.result import Verdict
from omr.results import Flag, Side
from omr.store.change_log import ChangeKind


def _texts() -> Iterator[tuple[str, Text]]:
    """Yield every text with its name, those in tables too; modules may use a name each for its own."""
    for module in (words, comparison_words, record_words, health_words, report_words, priority_words):
        for name, given in vars(module).items():
            table = given if isinstance(given, dict) and not name.startswith("__") else {"": given}
            for key, text in table.items():
                if isinstance(text, Text):
                    yield f"{module.__name__}.{name} {key}".strip(), text


TEXTS = dict(_texts())


def facts_of(wording: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


@pytest.mark.parametrize("name", TEXTS)
def test_that_every_text_is_there_in_both_languages_with_the_same_facts(name: str) -> None:
    text = TEXTS[name]

    assert text.vi.strip()
    assert text.en.strip()
    assert facts_of(text.vi) == facts_of(text.en)


@pytest.mark.parametrize(
    ("kinds", "table"),
    [
        (Flag, record_words.FLAGS),
        (Verdict, record_words.VERDICTS),
        (ChangeKind, record_words.CHANGES),
        (Side, health_words.SIDES),
        (Quadrant, priority_words.QUADRANTS),
    ],
)
def test_that_nothing_is_left_without_words(kinds: type[Enum], table: dict[Enum, Text]) -> None:
    assert set(table) == set(kinds)


def test_that_a_speaker_fills_in_facts_and_leaves_other_braces_alone() -> None:
    say = Speaker(Language.ENGLISH)

    assert say(Text("{n} phiếu", "{n} forms"), n=3) == "3 forms"
    assert say(Text("{tên}", "{name}")) == "{name}"


def test_that_the_workbook_tells_every_finding_that_the_command_line_tells() -> None:
    told, wanted = (
        {medium: set(kinds) for medium, kinds in each.items()} for each in (health_words.HEALTH, HEALTH_SENTENCES)
    )

    assert told == wanted


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_of_photographs_the_workbook_speaks_of_no_scanner(language: str) -> None:
    sentences = [getattr(text, language) for text in health_words.HEALTH_OF_PHOTOS.values()]

    assert not [each for each in sentences if any(word in each for word in ("scan", "quét", "fed", "kéo", "glass"))]
