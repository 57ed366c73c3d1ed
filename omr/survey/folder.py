"""A survey: one folder that holds everything, from the frozen template to the scans and the answers."""

import errno
import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import tomlkit

from form_templates.errors import Finding, TemplateError
from form_templates.loading import blank_images, freeze_template, load_template, template_folder
from form_templates.model import FormTemplate
from omr.errors import (
    DiskFull,
    FolderNotWritable,
    SameSurvey,
    SurveyDamaged,
    SurveyExists,
    SurveyNotFound,
    SurveyTooNew,
    UnknownUnit,
)
from omr.health.batch_health import HealthFinding, find_health
from omr.recheck.checks import mark_disputed
from omr.recheck.table import RecheckTable
from omr.responses import DeliveredPage, Response, build_responses
from omr.store.store import Store
from omr.survey.counting_rules import MIN_ANSWERED, IndexRule, Weighting
from omr.units.crosswalk import SHIPPED_CROSSWALK
from omr.units.unit_list import Unit, load_units, save_units

FORMAT = 1
"""Version of ``survey.toml``; a newer one is refused."""

_Choice = TypeVar("_Choice", bound=StrEnum)

_RECHECK_LIMIT = 1e-3  # the usual acceptance limit of data entry: one wrong answer in a thousand


@dataclass(frozen=True, slots=True)
class SurveySettings:
    """What ``survey.toml`` says.

    Attributes:
        name: What people call the survey.
        round_name: The round, e.g. ``"2020"``; may be empty.
        template_id: The frozen template.
        template_version: Its version.
        tolerance: Share of accepted answers that may be wrong.
        index_rule: How the satisfaction index is averaged.
        recheck_limit: Error rate of the accepted answers, 0.0-1.0, that re-checking is to rule out.
        weighting: What the units below a level count by.
        min_answered: Least share of the choice items asked of everyone, 0.0-1.0, that a valid response answers.
        compare_with: Folders of earlier rounds, as written: seen from the survey's folder where that is possible, so
            that rounds that lie together can be moved together.
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


class Survey:
    """An open survey folder."""

    def __init__(
        self, folder: Path, settings: SurveySettings, template: FormTemplate, units: tuple[Unit, ...], store: Store
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.template = template
        self.units = units
        self.store = store
        self.rechecks = RecheckTable(store.database)

    @classmethod
    def create(
        cls,
        folder: Path,
        template_source: str | Path,
        *,
        name: str = "",
        round_name: str = "",
        units: tuple[Unit, ...] = (),
    ) -> "Survey":
        """Make a new survey in an empty or new folder.

        Raises:
            SurveyExists: The folder holds something.
            FolderNotWritable: It cannot be made.
            form_templates.errors.TemplateError: The template has mistakes.
        """
        template = load_template(template_source)
        if mistakes := _check_images(template_folder(template_source), template):
            raise TemplateError(mistakes)
        settings = SurveySettings(name or folder.name, round_name, template.template_id, template.version)
        try:
            _prepare_folder(folder)
            freeze_template(template_source, _template_folder(folder, settings))
            save_units(units, folder / "units.csv")
            Store.create(folder / "survey.db").close()
            # Last, because a folder without survey.toml is no survey: an interrupted creation leaves no half one.
            (folder / "survey.toml").write_text(_to_toml(settings), encoding="utf-8")
        except OSError as error:
            raise FolderNotWritable(folder, error.strerror or str(error)) from error
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, database: Path | None = None) -> "Survey":
        """Open a survey folder.

        Args:
            folder: Holds the survey.
            database: A copy to use in place of the folder's own database.

        Raises:
            SurveyNotFound: The folder holds no survey.
            SurveyTooNew: It was written by a newer program.
            SurveyDamaged: One of its files is missing or broken.
        """
        settings = load_settings(folder)
        template = load_template(_template_folder(folder, settings))
        units = load_units(folder / "units.csv") if _has_units(folder / "units.csv") else ()
        return cls(folder, settings, template, units, Store.open(database or folder / "survey.db"))

    def change_settings(self, settings: SurveySettings) -> None:
        """Keep other settings; what else ``survey.toml`` says, comments too, stays as it is.

        Another tolerance holds for batches begun from now on: what was read keeps the decision it was read with.

        Raises:
            DiskFull: Nothing was changed.
            FolderNotWritable: Nothing was changed.
        """
        path = self.folder / "survey.toml"
        beside = path.with_suffix(".toml.new")
        try:
            document = tomlkit.parse(path.read_text(encoding="utf-8"))
            document.update({key: value for key, value in _entries(settings).items() if document.get(key) != value})
            beside.write_text(tomlkit.dumps(document), encoding="utf-8")
            beside.replace(path)  # at one go, so that a power cut leaves the old file or the new one
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFull(self.folder) from error
            raise FolderNotWritable(self.folder, error.strerror or str(error)) from error
        self.settings = settings

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> "Survey":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def template_folder(self) -> Path:
        """The frozen copy of the template."""
        return _template_folder(self.folder, self.settings)

    @property
    def exports_folder(self) -> Path:
        """Where exports go unless told otherwise."""
        return self.folder / "exports"

    @property
    def scans_folder(self) -> Path:
        """Where delivered files are kept, each once."""
        return self.folder / "scans"

    def scan_path(self, content_hash: str, extension: str) -> Path:
        """Return where a delivered file is kept."""
        return self.scans_folder / f"{content_hash}{extension}"

    def scans(self) -> dict[int, Path]:
        """Return the kept file that holds a page, by page id."""
        return {page_id: self.scan_path(*file) for page_id, file in self.store.pages.files().items()}

    @property
    def earlier_rounds(self) -> tuple[Path, ...]:
        """Folders of the rounds that this one is compared with."""
        return tuple(self.folder / name for name in self.settings.compare_with)

    @property
    def crosswalk_path(self) -> Path:
        """What became of units over the years: the survey's own ``crosswalk.csv`` where there is one, else ours."""
        own = self.folder / "crosswalk.csv"
        return own if own.is_file() else SHIPPED_CROSSWALK

    def compare_with(self, folders: Sequence[Path]) -> None:
        """Remember which earlier rounds to compare with; each counts once. One remembered already may be away.

        Raises:
            SameSurvey: A new one is this survey.
            SurveyNotFound: A new one holds no survey.
            DiskFull: Nothing was changed.
            FolderNotWritable: Nothing was changed.
        """
        names = tuple(dict.fromkeys(_seen_from(self.folder, folder) for folder in folders))
        for name in names:
            if name not in self.settings.compare_with:
                ensure_other_round(self.folder, self.folder / name)
        self.change_settings(replace(self.settings, compare_with=names))

    def unit(self, code: str) -> Unit:
        """Return the unit with ``code``.

        Raises:
            UnknownUnit: The survey has none.
        """
        for unit in self.units:
            if unit.code == code:
                return unit
        raise UnknownUnit(code)

    def pages(self) -> list[DeliveredPage]:
        """Return every delivered page in order; what re-checking left open is noted."""
        return mark_disputed(self.store.pages.delivered(), self.rechecks.checks())

    def health_of(self, pages: Sequence[DeliveredPage]) -> tuple[HealthFinding, ...]:
        """Return what delivered pages, all or some, tell about scanner and paper."""
        likenesses = self.store.sheets.compared().like
        return find_health(pages, self.store.pages.health(), likenesses, len(self.template.pages))

    def responses(self) -> tuple[Response, ...]:
        """Return all respondents with their effective answers."""
        return build_responses(self.template, self.pages())


def ensure_other_round(folder: Path, other: Path) -> None:
    """Check that ``other`` holds a survey, and not the one in ``folder``.

    Raises:
        SameSurvey: It is the same one.
        SurveyNotFound: It holds none.
    """
    if other.resolve() == folder.resolve():
        raise SameSurvey(other)
    load_settings(other)


def _seen_from(folder: Path, other: Path) -> str:
    other = other.resolve()
    try:
        return Path(os.path.relpath(other, folder.resolve())).as_posix()
    except ValueError:  # another drive
        return other.as_posix()


def _check_images(folder: Path, template: FormTemplate) -> tuple[Finding, ...]:
    if not blank_images(folder, template):
        return ()
    from omr.forms.page_images import check_blank_images  # heavy, and seldom needed

    return check_blank_images(folder, template)


def _template_folder(folder: Path, settings: SurveySettings) -> Path:
    return folder / "templates" / f"{settings.template_id}-v{settings.template_version}"


def _prepare_folder(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SurveyExists(folder)
    for name in ("", "scans", "templates", "exports"):
        (folder / name).mkdir(parents=True, exist_ok=True)


def _has_units(path: Path) -> bool:
    return path.is_file() and len(path.read_bytes().splitlines()) > 1


def _to_toml(settings: SurveySettings) -> str:
    document = tomlkit.document()
    document.add(tomlkit.comment("A Phiếu survey. Change it only while the program is closed."))
    document["format"] = FORMAT
    document["units"] = "units.csv"
    document.update(_entries(settings))
    return tomlkit.dumps(document)


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


def load_settings(folder: Path) -> SurveySettings:
    """Read what ``survey.toml`` says.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program.
        SurveyDamaged: The file is broken.
    """
    path = folder / "survey.toml"
    if not path.is_file():
        raise SurveyNotFound(folder)
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        if values["format"] > FORMAT:
            raise SurveyTooNew(folder, str(values["format"]))
        return SurveySettings(
            name=str(values["name"]),
            round_name=str(values["round"]),
            template_id=str(values["template"]),
            template_version=int(values["version"]),
            tolerance=float(values["tolerance"]),
            index_rule=_choice(IndexRule, values["index_rule"]),
            recheck_limit=_share(values.get("recheck_limit", _RECHECK_LIMIT)),
            weighting=_choice(Weighting, values.get("weighting", Weighting.NONE)),
            min_answered=_least_share(values.get("min_answered", MIN_ANSWERED)),
            compare_with=_names(values.get("compare_with", [])),
        )
    except KeyError as error:
        raise SurveyDamaged(path, f"the entry {error} is missing") from error
    except (ValueError, TypeError, OSError) as error:
        raise SurveyDamaged(path, str(error)) from error


def _share(value: float) -> float:
    """Return ``value`` if it lies between 0.0 and 1.0; ValueError if it does not."""
    if not 0.0 < value < 1.0:
        raise ValueError(f"{value} is no share between 0 and 1")
    return float(value)


def _least_share(value: float) -> float:
    """Return ``value`` if it lies between 0.0 and 1.0 or is one of them; ValueError if not."""
    if isinstance(value, bool) or not 0.0 <= value <= 1.0:
        raise ValueError(f"{value} is no share from 0 to 1")
    return float(value)


def _choice(kind: type[_Choice], value: object) -> _Choice:
    """Return the member of ``kind`` that ``value`` names; ValueError, naming all members, if none."""
    if value not in tuple(kind):
        raise ValueError(f"{value!r} is none of {', '.join(kind)}")
    return kind(str(value))


def _names(value: object) -> tuple[str, ...]:
    """Return a list of texts; TypeError if it is none."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise TypeError(f"compare_with is {value!r}, no list of folders")
    return tuple(value)
