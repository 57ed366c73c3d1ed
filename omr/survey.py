"""A survey: one folder that holds everything, from the frozen template to the scans and the answers."""

import errno
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from form_templates.errors import Finding, TemplateError
from form_templates.loading import blank_images, freeze_template, load_template, template_folder
from form_templates.model import FormTemplate
from omr.batch_health import HealthFinding, find_health
from omr.errors import (
    DiskFull,
    FolderNotWritable,
    SurveyDamaged,
    SurveyExists,
    SurveyNotFound,
    SurveyTooNew,
    UnknownUnit,
)
from omr.recheck import mark_disputed
from omr.recheck_table import RecheckTable
from omr.responses import DeliveredPage, Response, build_responses
from omr.store import Store
from omr.units import Unit, load_units, save_units

FORMAT = 1
"""Version of ``survey.toml``; a newer one is refused."""

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
        index_rule: How the satisfaction index is averaged, see ``exports.tally``.
        recheck_limit: Error rate of the accepted answers, 0.0-1.0, that re-checking is to rule out.
    """

    name: str
    round_name: str
    template_id: str
    template_version: int
    tolerance: float = 1e-4
    index_rule: str = "pooled"
    recheck_limit: float = _RECHECK_LIMIT


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
        self.rechecks = RecheckTable(store)

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
    def open(cls, folder: Path) -> "Survey":
        """Open a survey folder.

        Raises:
            SurveyNotFound: The folder holds no survey.
            SurveyTooNew: It was written by a newer program.
            SurveyDamaged: One of its files is missing or broken.
        """
        settings = _load_settings(folder)
        template = load_template(_template_folder(folder, settings))
        units = load_units(folder / "units.csv") if _has_units(folder / "units.csv") else ()
        return cls(folder, settings, template, units, Store.open(folder / "survey.db"))

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

    def scan_path(self, content_hash: str, extension: str) -> Path:
        """Return where a delivered file is kept."""
        return self.folder / "scans" / f"{content_hash}{extension}"

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
        return mark_disputed(self.store.delivered_pages(), self.rechecks.checks())

    def health_of(self, pages: Sequence[DeliveredPage]) -> tuple[HealthFinding, ...]:
        """Return what delivered pages, all or some, tell about scanner and paper."""
        likenesses = self.store.like_sheets().like
        return find_health(pages, self.store.page_health(), likenesses, len(self.template.pages))

    def responses(self) -> tuple[Response, ...]:
        """Return all respondents with their effective answers."""
        return build_responses(self.template, self.pages())


def _check_images(folder: Path, template: FormTemplate) -> tuple[Finding, ...]:
    if not blank_images(folder, template):
        return ()
    from omr.page_images import check_blank_images  # heavy, and seldom needed

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


def _entries(settings: SurveySettings) -> dict[str, str | int | float]:
    """Return what ``survey.toml`` says of the settings, by its own names."""
    return {
        "name": settings.name,
        "round": settings.round_name,
        "template": settings.template_id,
        "version": settings.template_version,
        "tolerance": settings.tolerance,
        "index_rule": settings.index_rule,
        "recheck_limit": settings.recheck_limit,
    }


def _load_settings(folder: Path) -> SurveySettings:
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
            index_rule=str(values["index_rule"]),
            recheck_limit=_share(values.get("recheck_limit", _RECHECK_LIMIT)),
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
