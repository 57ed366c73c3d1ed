"""What ``survey.toml`` says: read with every mistake at its line, written without touching what else stands there."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import tomlkit

from form_templates.errors import Finding, FindingList, TemplateError
from form_templates.facts import Fact, joined, system_fact
from form_templates.model import FormKey
from form_templates.tables import LONGEST_NAME, TableReader
from form_templates.text_files import one_line, shortened
from form_templates.toml_files import read_toml
from form_templates.validation import is_template_id
from omr.backups.backup_files import KEPT
from omr.errors import SurveyDamaged, SurveyNotFound, SurveyTooNew, UnusableName
from omr.survey.counting_rules import MIN_ANSWERED, IndexRule, Weighting
from omr.whole_files import write_whole

FORMAT = 2
"""Version of ``survey.toml``; a newer one is refused."""

_FORMAT_OF_ONE = 1  # a survey of one form is written as ever, so that earlier programs know it

SETTINGS_NAME = "survey.toml"

_VERSION = re.compile("[1-9][0-9]{0,8}")
_MOST_TOLD = 20  # mistakes in one sentence
_LONGEST_PATH = 1000  # characters
_RECHECK_LIMIT = 1e-3  # the usual acceptance limit of data entry: one wrong answer in a thousand


@dataclass(frozen=True, slots=True)
class SurveySettings:
    """What ``survey.toml`` says.

    Attributes:
        name: What people call the survey.
        round_name: The round, e.g. ``"2020"``; may be empty.
        template_id: The frozen template that the survey began with.
        template_version: Its version.
        tolerance: Share of accepted answers that may be wrong, in batches that begin from now on.
        index_rule: How the satisfaction index is averaged.
        recheck_limit: Error rate of the accepted answers, 0.0-1.0, that re-checking is to rule out.
        weighting: What the units below a level count by.
        min_answered: Least share of the choice items asked of everyone, 0.0-1.0, that a valid response answers.
        compare_with: Folders of earlier rounds, as written: seen from the survey's folder where that is possible, so
            that rounds that lie together can be moved together.
        backups: How many backups of the database are kept.
        more_forms: The forms that were added since, in the order they were.
        target: The index that the round is to reach, above 0.0 and at most 1.0; None if none was set.
    """

    name: str
    round_name: str
    template_id: str
    template_version: int
    tolerance: float = 1e-4
    index_rule: IndexRule = IndexRule.POOLED
    recheck_limit: float = _RECHECK_LIMIT
    weighting: Weighting = Weighting.NONE
    min_answered: float = MIN_ANSWERED
    compare_with: tuple[str, ...] = ()
    backups: int = KEPT
    more_forms: tuple[FormKey, ...] = ()
    target: float | None = None

    @property
    def forms(self) -> tuple[FormKey, ...]:
        """All its forms, first the one that it began with."""
        return FormKey(self.template_id, self.template_version), *self.more_forms


def load_settings(folder: Path) -> SurveySettings:
    """Read what ``survey.toml`` says; keys that this program does not know are left alone.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program.
        SurveyDamaged: The file has mistakes; all are named.
    """
    path = folder / SETTINGS_NAME
    findings = FindingList(path)
    try:
        if not path.exists():
            raise SurveyNotFound(folder)
        reader = TableReader(read_toml(path, findings), "", findings)
        found = reader.integer("format", required=True) or FORMAT
        if found > FORMAT:
            raise SurveyTooNew(folder, str(found))
        settings = _read(reader)
        findings.raise_if_any()
    except TemplateError as error:
        raise SurveyDamaged(path, joined([_told(finding) for finding in error.findings[:_MOST_TOLD]])) from error
    except OSError as error:  # a folder that may not be looked into, a name that is too long
        raise SurveyDamaged(path, system_fact(error)) from error
    return settings


def ensure_name(text: str) -> None:
    """See that a survey or a round can be called so.

    Raises:
        UnusableName: ``load_settings`` would refuse it.
    """
    if len(text) > LONGEST_NAME:
        pattern = "it has {count} characters, at most {limit} are allowed"
        raise UnusableName(shortened(text), Fact(pattern, count=len(text), limit=LONGEST_NAME))
    if one_line(text, replacement="") != text:
        raise UnusableName(shortened(text), Fact("it holds a control character"))


def create_settings(folder: Path, settings: SurveySettings) -> None:
    """Write the ``survey.toml`` of a new survey.

    Raises:
        DiskFull: Nothing was written.
        FolderNotWritable: Nothing was written.
    """
    document = tomlkit.document()
    document.add(tomlkit.comment("A Phiếu survey. Change it only while the program is closed."))
    entries = _entries(settings)
    document["format"] = entries["format"]
    document["units"] = "units.csv"
    document.update(entries)
    write_whole(folder / SETTINGS_NAME, tomlkit.dumps(document))


def change_forms(folder: Path, forms: Sequence[FormKey]) -> SurveySettings:
    """Write which forms were added to the survey; returns what ``survey.toml`` says then.

    Raises:
        DiskFull: Nothing was changed.
        FolderNotWritable: Nothing was changed.
        SurveyDamaged: The file cannot be read any more; nothing was changed.
    """
    settings = replace(load_settings(folder), more_forms=tuple(forms))
    _rewrite(folder, settings)
    return settings


def change_settings(folder: Path, settings: SurveySettings) -> None:
    """Write other settings; what else ``survey.toml`` says, comments and forms too, stays as it is.

    Raises:
        DiskFull: Nothing was changed.
        FolderNotWritable: Nothing was changed.
        SurveyDamaged: The file cannot be read any more; nothing was changed.
    """
    found = load_settings(folder)  # tells of a file that cannot be read better than the parser of comments would
    _rewrite(folder, replace(settings, more_forms=found.more_forms))  # another program may have added one


def _rewrite(folder: Path, settings: SurveySettings) -> None:
    path = folder / SETTINGS_NAME
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    document.update({key: value for key, value in _entries(settings).items() if document.get(key) != value})
    if not settings.more_forms:
        document.pop("more_forms", None)
    if settings.target is None:
        document.pop("target", None)
    write_whole(path, tomlkit.dumps(document))


def _told(finding: Finding) -> str:
    return (
        Fact("{place}: {message}", place=finding.place, message=finding.message) if finding.place else finding.message
    )


def _template_id(reader: TableReader) -> str:
    """Return the template's id, which names a folder within the survey's; nothing that leads out of there is one."""
    template_id = reader.string("template", required=True)
    if template_id and not is_template_id(template_id):
        reader.report("template", Fact('"{name}" is not the name of a template', name=shortened(template_id)))
    return template_id


def _more_forms(reader: TableReader) -> tuple[FormKey, ...]:
    """Return the forms that were added; like the first, each names a folder."""
    forms = []
    for name in reader.strings("more_forms"):
        template_id, _, version = name.rpartition("-v")
        is_form = is_template_id(template_id) and _VERSION.fullmatch(version) is not None
        if not is_form:
            reader.report("more_forms", Fact('"{name}" is not the name of a template', name=shortened(name)))
            continue
        forms.append(FormKey(template_id, int(version)))
    if len(set(forms)) < len(forms):
        reader.report("more_forms", Fact("names a form twice"))
    return tuple(forms)


def _read(reader: TableReader) -> SurveySettings:
    return SurveySettings(
        name=reader.string("name", required=True, may_be_empty=True),
        round_name=reader.string("round", required=True, may_be_empty=True),
        template_id=_template_id(reader),
        template_version=reader.integer("version", required=True) or 0,
        tolerance=_share(reader, "tolerance"),
        index_rule=reader.choice("index_rule", IndexRule.POOLED, required=True),
        recheck_limit=_share(reader, "recheck_limit", _RECHECK_LIMIT, is_inner=True),
        weighting=reader.choice("weighting", Weighting.NONE),
        min_answered=_share(reader, "min_answered", MIN_ANSWERED),
        compare_with=reader.strings("compare_with", longest=_LONGEST_PATH),
        backups=reader.integer("backups", KEPT) or KEPT,
        more_forms=_more_forms(reader),
        target=_share(reader, "target", 0.0) or None,
    )


def _share(reader: TableReader, key: str, default: float | None = None, *, is_inner: bool = False) -> float:
    """Return a share, 0.0-1.0; with ``is_inner`` neither 0.0 nor 1.0. Without a default it is required."""
    value = reader.number(key, default)
    if math.isnan(value):  # missing or no number, which is noted already
        return value
    if is_inner and not 0.0 < value < 1.0:
        reader.report(key, Fact("must be a share between 0 and 1, not {value:g}", value=value))
    elif not 0.0 <= value <= 1.0:
        reader.report(key, Fact("must be a share from 0 to 1, not {value:g}", value=value))
    return value


def _entries(settings: SurveySettings) -> dict[str, str | int | float | list[str]]:
    """Return what ``survey.toml`` says of the settings, by its own names."""
    more: dict[str, float | list[str]] = {}
    if settings.target is not None:  # a survey without one is written as ever
        more["target"] = settings.target
    if settings.more_forms:
        more["more_forms"] = [str(form) for form in settings.more_forms]
    return {
        "format": FORMAT if settings.more_forms else _FORMAT_OF_ONE,
        "name": settings.name,
        "round": settings.round_name,
        "template": settings.template_id,
        "version": settings.template_version,
        "tolerance": settings.tolerance,
        "index_rule": str(settings.index_rule),
        "recheck_limit": settings.recheck_limit,
        "weighting": str(settings.weighting),
        "min_answered": settings.min_answered,
        "compare_with": list(settings.compare_with),
        **more,
    }
