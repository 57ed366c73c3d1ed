"""Every error, reason and flag has its sentence."""

import errno
import inspect
import re
from pathlib import Path

import pytest

import exports.errors
import form_templates.errors
import omr.errors
import omr.forms.document_kinds
from form_templates.facts import system_fact
from form_templates.model import Language
from gui.i18n import error_messages
from gui.i18n import reason_messages as messages
from gui.i18n.health_messages import HEALTH, describe_health
from gui.i18n.translation import Translations
from omr.health.batch_health import HealthFinding, HealthKind
from omr.health.medium import Medium
from omr.health.wording import HEALTH_SENTENCES
from omr.results import Flag, PageOutcome, Reason, Side


def _leaves(module, base):
    classes = [c for _, c in inspect.getmembers(module, inspect.isclass) if issubclass(c, base) and c is not base]
    return [c for c in classes if c.__module__ == module.__name__ and not c.__subclasses__()]


_ERRORS = [
    *_leaves(omr.errors, omr.errors.PhieuError),
    *_leaves(omr.forms.document_kinds, omr.errors.PhieuError),
    *_leaves(exports.errors, omr.errors.PhieuError),
    *_leaves(form_templates.errors, form_templates.errors.FormTemplateError),
]
_FACTS = {
    "told": '"quét" could be 1 Xã Mão or 2 Xã Mao',
    "place": "scan.pdf, pages 3-5",
    "text": "5-3",
    "counted": {"09163": 3},
    "folders": (Path("scans/quet"),),
    "folder": Path("khao-sat"), "path": Path("a.csv"), "found": "9", "fact": "đĩa hỏng", "code": "09163",
    "meant": "9163",
    "findings": ("dòng 1",), "paths": (Path("x"),), "endings": (".xlsx", ".csv"), "template_id": "t", "reason": "r",
    "package": "pyarrow", "name": "Khảo sát", "names": ("a.db",), "holder": "lan", "machine": "may-3", "process": 7,
    "since": "2026-11-29 07:12", "items": ((1, "c01"),), "operator": "Lan", "moment": "2026-11-29T07:12:00+07:00",
    "table": "page", "row": "3", "column": "marks",
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


def test_that_every_flag_has_a_sentence_and_a_name():
    assert set(messages.FLAGS) == set(messages.FLAG_NAMES) == set(Flag)


def test_that_flags_and_outcomes_have_distinct_names(language):
    assert len({messages.describe_flag(flag) for flag in Flag}) == len(Flag)
    assert len({messages.name_outcome(outcome) for outcome in PageOutcome}) == len(PageOutcome)


_OF_SCANNERS = re.compile(r"glass|roller|\bfed\b|guide|\bscan|quét|(?<!ống )kính|con lăn|kéo|thanh dẫn", re.IGNORECASE)
_OF_CAMERAS = re.compile(r"light|shadow|hold|lens|photograph|nearer|sáng|bóng|chụp|ống kính|giữ máy", re.IGNORECASE)


def test_that_the_window_tells_every_finding_that_the_command_line_tells():
    told, wanted = ({medium: set(kinds) for medium, kinds in each.items()} for each in (HEALTH, HEALTH_SENTENCES))

    assert told == wanted


@pytest.mark.parametrize(("medium", "kind"), [(each, kind) for each, kinds in HEALTH.items() for kind in kinds])
def test_that_every_finding_is_told_with_its_facts_and_of_no_device_that_was_not_used(medium, kind, language):
    text = describe_health(HealthFinding(kind, 7, 9, 3, 0.96, Side.TOP, medium))

    if kind not in (HealthKind.MIXED_MEDIA, HealthKind.MEDIUM_IN_DOUBT):
        assert medium is Medium.SCAN or not _OF_SCANNERS.search(text)
        assert medium is Medium.PHOTO or not _OF_CAMERAS.search(text)

    assert "7" in text
    assert "9" in text
    assert "{" not in text


def test_that_an_earlier_scan_is_named_in_the_language_of_the_person(language):
    text = messages.describe_reason(Reason.SAME_SHEET, "a, page b.pdf, page 3")

    word = {Language.VIETNAMESE: "trang", Language.ENGLISH: "page"}[language]
    assert text.endswith(f"(a, page b.pdf, {word} 3)")


def test_that_the_system_s_reason_is_told_in_the_person_s_language(qapp):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    try:
        detail = str(system_fact(PermissionError(errno.EACCES, "Permission denied")))

        assert messages.describe_reason(Reason.FILE_UNREACHABLE, detail).endswith("(không có quyền truy cập)")
    finally:
        translations.stop()
