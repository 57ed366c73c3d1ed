"""What ``survey.toml`` says: read with every mistake at its line, written without touching what else stands there."""

import math
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from form_templates.errors import Finding, FindingList, TemplateError
from form_templates.facts import Fact, joined, system_fact
from form_templates.tables import LONGEST_NAME, TableReader
from form_templates.text_files import one_line, shortened
from form_templates.toml_files import read_toml
from form_templates.validation import is_template_id
from omr.backups.backup_files import KEPT
from omr.errors import SurveyDamaged, SurveyNotFound, SurveyTooNew, UnusableName
from omr.survey.counting_rules import MIN_ANSWERED, IndexRule, Weighting
from omr.whole_files import write_whole

FORMAT = 1
"""Version of ``survey.toml``; a newer one is refused."""

SETTINGS_NAME = "survey.toml"

_MOST_TOLD = 20  # mistakes in one sentence
_LONGEST_PATH = 1000  # characters
_RECHECK_LIMIT = 1e-3  # the usual acceptance limit of data entry: one wrong answer in a thousand


@dataclass(frozen=True, slots=True)
class SurveySettings:
    """What ``survey.toml`` says.

    Attributes:
        name: What people call the survey.
        round_name: The round, e.g. ``"2020"``; may be empty.
        template_id: The frozen template.
        template_version: Its version.
        tolerance: Share of accepted answers that may be wrong, in batches that begin from now on.
        index_rule: How the satisfaction index is averaged.
        recheck_limit: Error rate of the accepted answers, 0.0-1.0, that re-checking is to rule out.
        weighting: What the units below a level count by.
        min_answered: Least share of the choice items asked of everyone, 0.0-1.0, that a valid response answers.
        compare_with: Folders of earlier rounds, as written: seen from the survey's folder where that is possible, so
            that rounds that lie together can be moved together.
        backups: How many backups of the database are kept.
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
    document["format"] = FORMAT
    document["units"] = "units.csv"
    document.update(_entries(settings))
    write_whole(folder / SETTINGS_NAME, tomlkit.dumps(document))


def change_settings(folder: Path, settings: SurveySettings) -> None:
    """Write other settings; what else ``survey.toml`` says, comments too, stays as it is.

    Raises:
        DiskFull: Nothing was changed.
        FolderNotWritable: Nothing was changed.
        SurveyDamaged: The file cannot be read any more; nothing was changed.
    """
    path = folder / SETTINGS_NAME
    load_settings(folder)  # tells of a file that cannot be read any more better than the parser of comments would
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    document.update({key: value for key, value in _entries(settings).items() if document.get(key) != value})
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
    return {
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
    }
