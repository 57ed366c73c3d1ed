"""What a check found is told in both languages, without a word of the other in it."""

import pytest

from form_templates.model import Language
from gui.i18n.damage_messages import DAMAGES, FACTS, describe_check, describe_counts, describe_damage
from gui.i18n.translation import Translations
from omr.checking.damage import CheckReport, Counted, Damage, DamageFact, DamageKind, FactKind, Mending
from omr.checking.wording import damage_sentence

_VALUES = {
    "text": "…", "version": "0009", "table": "bảng", "count": 2, "of": 20, "form": "sipas", "page": 3, "items": "c01",
    "item": "c01", "first": 1, "last": 2, "operator": "Lan", "row": "7",
    "pages": 2, "printings": 1, "decisions": 3,
}  # fmt: skip
_ENGLISH = (" the ", " is ", " of ", " page ", "not ", "missing")


@pytest.fixture(params=list(Language))
def language(request, qapp):
    translations = Translations(qapp)
    translations.use(request.param)
    yield request.param
    translations.stop()


def test_that_every_kind_of_damage_is_told_with_what_can_be_done(language):
    told = set()
    for kind in DamageKind:
        for mending in Mending:
            damage = Damage(kind, "a.jpg", (DamageFact(FactKind.TEXT, _VALUES),), mending, page_in_file=2, answers=5)
            text = describe_damage(damage, (1, 2))
            assert "a.jpg" in text or kind is DamageKind.DECISION
            assert "{" not in text
            assert language is Language.ENGLISH or not any(word in text for word in _ENGLISH), text
            assert damage_sentence(damage)
            told.add(text)
    assert set(DAMAGES) == set(DamageKind)
    assert len(told) > len(DamageKind)


def test_that_every_fact_is_told(language):
    for kind in FactKind:
        text = describe_damage(Damage(DamageKind.READING, "a.jpg", (DamageFact(kind, _VALUES),)))
        assert "{" not in text
        assert language is Language.ENGLISH or not any(word in text for word in _ENGLISH), text
        assert damage_sentence(Damage(DamageKind.READING, "a.jpg", (DamageFact(kind, _VALUES),)))
    assert set(FACTS) == set(FactKind)


def test_that_a_whole_survey_is_told_with_what_is_in_it(language):
    report = CheckReport((), dict.fromkeys(Counted, 1200))

    assert describe_check(report) != describe_check(CheckReport((Damage(DamageKind.UNITS, "x"),)))
    assert describe_counts(report).count("1") == len(Counted)
