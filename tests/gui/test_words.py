"""Words: every error, reason and flag has its sentence, and every text its translation."""

import inspect
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import exports.errors
import form_templates.errors
import omr.errors
from form_templates.model import Language
from gui.i18n import catalogues, error_messages, messages
from gui.i18n.translation import Translations
from omr.health.batch_health import HealthFinding, HealthKind
from omr.results import Flag, PageOutcome, Reason, Side


def _leaves(module, base):
    classes = [c for _, c in inspect.getmembers(module, inspect.isclass) if issubclass(c, base) and c is not base]
    return [c for c in classes if c.__module__ == module.__name__ and not c.__subclasses__()]


_ERRORS = [
    *_leaves(omr.errors, omr.errors.PhieuError),
    *_leaves(exports.errors, omr.errors.PhieuError),
    *_leaves(form_templates.errors, form_templates.errors.FormTemplateError),
]
_FACTS = {
    "folder": Path("khao-sat"), "path": Path("a.csv"), "found": "9", "fact": "đĩa hỏng", "code": "09163",
    "findings": ("dòng 1",), "paths": (Path("x"),), "endings": (".xlsx", ".csv"), "template_id": "t", "reason": "r",
    "package": "pyarrow",
}  # fmt: skip


@pytest.fixture(params=list(Language))
def language(request, qapp):
    translations = Translations(qapp)
    translations.use(request.param)
    yield request.param
    translations.stop()


@pytest.mark.parametrize("kind", _ERRORS, ids=lambda kind: kind.__name__)
def test_that_every_error_is_told_in_both_languages(kind, language):
    names = [name for name in inspect.signature(kind.__init__).parameters if name != "self"]
    message = error_messages.describe_error(kind(*(_FACTS[name] for name in names)))

    unknown = error_messages.describe_error(RuntimeError("x"))
    texts = [getattr(message, field) for field in message.__dataclass_fields__]
    assert texts[0]
    assert texts[0].partition("(")[0] != getattr(unknown, next(iter(unknown.__dataclass_fields__))).partition("(")[0]


@pytest.mark.parametrize("reason", list(Reason))
def test_that_every_reason_says_what_happened_and_what_to_do(reason, language):
    assert messages.describe_reason(reason)
    assert messages.advise(reason)


def test_that_flags_and_outcomes_have_distinct_names(language):
    assert len({messages.describe_flag(flag) for flag in Flag}) == len(Flag)
    assert len({messages.name_outcome(outcome) for outcome in PageOutcome}) == len(PageOutcome)


@pytest.mark.parametrize("kind", list(HealthKind))
def test_that_every_finding_is_told_with_its_facts(kind, language):
    text = messages.describe_health(HealthFinding(kind, 7, 9, 3, 0.96, Side.TOP))

    assert "7" in text
    assert "9" in text
    assert "{" not in text


def test_that_an_earlier_scan_is_named_in_the_language_of_the_person(language):
    text = messages.describe_reason(Reason.SAME_SHEET, "a, page b.pdf, page 3")

    word = {Language.VIETNAMESE: "trang", Language.ENGLISH: "page"}[language]
    assert text.endswith(f"(a, page b.pdf, {word} 3)")


@pytest.mark.parametrize("name", catalogues.LANGUAGES)
def test_that_no_text_lacks_a_translation(name):
    assert catalogues.find_unfinished(name) == []


@pytest.mark.parametrize("name", catalogues.LANGUAGES)
def test_that_the_catalogues_hold_the_texts_of_the_window_as_it_is(name, tmp_path):
    fresh = tmp_path / "fresh.ts"
    fresh.write_bytes(catalogues.catalogue(name).read_bytes())
    catalogues.update_catalogue(name, fresh)

    assert _sources(fresh) == _sources(catalogues.catalogue(name))


@pytest.mark.parametrize("name", catalogues.LANGUAGES)
def test_that_the_compiled_catalogue_is_up_to_date(name, tmp_path):
    compiled = tmp_path / "fresh.qm"
    catalogues.compile_catalogue(name, compiled)

    assert compiled.read_bytes() == catalogues.catalogue(name).with_suffix(".qm").read_bytes()


def test_that_buttons_of_qt_speak_vietnamese(qapp):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    translations.stop()


def _sources(path):
    from xml.etree import ElementTree

    return {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }
