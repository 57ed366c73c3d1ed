"""Both languages are complete."""

from string import Formatter

import pytest

from exports import words
from exports.words import Speaker
from form_templates.model import Language, Text

TEXTS = {name: text for name, text in vars(words).items() if isinstance(text, Text)}


def facts_of(wording: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


@pytest.mark.parametrize("name", TEXTS)
def test_that_every_text_is_there_in_both_languages_with_the_same_facts(name: str) -> None:
    text = TEXTS[name]

    assert text.vi.strip()
    assert text.en.strip()
    assert facts_of(text.vi) == facts_of(text.en)


def test_that_a_speaker_fills_in_facts_and_leaves_other_braces_alone() -> None:
    say = Speaker(Language.ENGLISH)

    assert say(Text("{n} phiếu", "{n} forms"), n=3) == "3 forms"
    assert say(Text("{tên}", "{name}")) == "{name}"
