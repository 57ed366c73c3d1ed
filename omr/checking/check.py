"""Look through a whole survey without changing a byte of it."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from form_templates.errors import FormTemplateError
from form_templates.loading import load_template
from form_templates.model import FormTemplate
from omr.backups.backup_files import lacking, list_backups, newest_kept, opened
from omr.checking.damage import CheckReport, Counted, Damage, DamageKind, FactKind, Mending, fact
from omr.checking.database_check import check_database, check_references
from omr.checking.readings_check import check_readings
from omr.checking.records_check import check_decisions, check_deliveries, check_page_counts, check_serials
from omr.checking.scans_check import check_scans
from omr.errors import PhieuError, RowDamaged, SurveyDamaged, SurveyNotFound, UnitListError
from omr.respondents.grouping import group_pages
from omr.survey.forms import form_folder
from omr.survey.read_only import read_only
from omr.survey.settings import SETTINGS_NAME, SurveySettings, load_settings
from omr.units.unit_list import load_units

_COUNTS = {
    Counted.SCANS: "SELECT count(*) FROM content",
    Counted.PAGES: "SELECT count(*) FROM page",
    Counted.ANSWERS: "SELECT count(*) FROM item_reading",
    Counted.DECISIONS: "SELECT count(*) FROM verification",
    Counted.FORMS: "SELECT coalesce(sum(copies), 0) FROM issue",
}
_MOST_DAMAGES = 1000  # beyond that nobody reads on


def check_survey(
    folder: Path,
    report: Callable[[int, int], object] = lambda _done, _total: None,
    cancel: threading.Event | None = None,
) -> CheckReport:
    """Check everything in a survey folder.

    Args:
        folder: Holds the survey.
        report: Called with scans looked at, and how many there are.
        cancel: Set it to stop.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program.
        Cancelled: ``cancel`` was set.
    """
    if not (folder / SETTINGS_NAME).is_file():
        raise SurveyNotFound(folder)
    damages: list[Damage] = []
    settings = _settings(folder, damages)
    templates = _templates(folder, settings, damages) if settings else ()
    counts = _units(folder, damages)
    damages += check_database(folder / "survey.db")
    if (folder / "survey.db").is_file():
        _look_into_database(folder, templates, damages, counts, report, cancel or threading.Event())
        if counts.get(Counted.UNITS) == 0:
            damages += _lost_units(folder)
        if not damages:
            damages += _found_at_opening(folder)
        if not damages:  # of what is damaged, no one would expect that it holds everything
            damages += _behind_backup(folder)
    backups = list_backups(folder)
    counts[Counted.BACKUPS] = len(backups)
    newest = backups[0].made_at.isoformat(timespec="minutes") if backups else ""
    shown = tuple(damages[:_MOST_DAMAGES])
    return CheckReport(shown, counts, _respondents(folder, shown), newest)


def _settings(folder: Path, damages: list[Damage]) -> SurveySettings | None:
    try:
        return load_settings(folder)
    except SurveyDamaged as error:
        damages.append(
            Damage(DamageKind.SETTINGS, SETTINGS_NAME, fact(FactKind.TEXT, text=error.fact), Mending.BY_HAND)
        )
        return None


def _templates(folder: Path, settings: SurveySettings, damages: list[Damage]) -> tuple[FormTemplate, ...]:
    """Return the forms of the survey; none if one of them cannot be used, for then nobody knows whose a page is."""
    found = []
    for path in (form_folder(folder, key) for key in settings.forms):
        try:
            found.append(load_template(path))
        except (FormTemplateError, OSError) as error:
            damages.append(
                Damage(DamageKind.TEMPLATE, f"templates/{path.name}", fact(FactKind.TEXT, text=error), Mending.BY_HAND)
            )
    return tuple(found) if len(found) == len(settings.forms) else ()


def _units(folder: Path, damages: list[Damage]) -> dict[Counted, int]:
    path = folder / "units.csv"
    if not path.is_file() or len(path.read_bytes().splitlines()) < 2:
        return {Counted.UNITS: 0}
    try:
        return {Counted.UNITS: len(load_units(path))}
    except UnitListError as error:
        damages.append(
            Damage(
                DamageKind.UNITS,
                path.name,
                fact(FactKind.TEXT, text="; ".join(map(str, error.findings[:3]))),
                Mending.BY_HAND,
            )
        )
        return {}


def _lost_units(folder: Path) -> Iterator[Damage]:
    """Yield that the list of units is gone, where there was one."""
    path = folder / "units.csv"
    query = "SELECT 1 FROM issue WHERE unit != ''"  # forms are issued to units of the list only
    if not path.is_file():  # forms of elsewhere may name units in a survey without
        query += " UNION SELECT 1 FROM page WHERE unit != ''"
    with suppress(sqlite3.Error), opened(folder / "survey.db") as connection:
        if connection.execute(query).fetchone() is not None:
            yield Damage(DamageKind.UNITS_MISSING, path.name, mending=Mending.BY_HAND)


def _look_into_database(
    folder: Path,
    templates: Sequence[FormTemplate],
    damages: list[Damage],
    counts: dict[Counted, int],
    report: Callable[[int, int], object],
    cancel: threading.Event,
) -> None:
    """Check what stands in the tables; each look goes as far as a damaged database lets it."""

    def looks(connection: sqlite3.Connection) -> Iterator[Iterator[Damage]]:
        yield check_references(connection)
        yield check_deliveries(connection)
        yield check_page_counts(connection)
        yield check_serials(connection)
        yield check_scans(connection, folder / "scans", report, cancel)
        if templates:
            yield check_readings(connection, templates)
            yield check_decisions(connection, templates)

    try:
        with opened(folder / "survey.db") as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            for counted, query in _COUNTS.items():
                with suppress(sqlite3.Error):
                    counts[counted] = int(connection.execute(query).fetchone()[0])
            for look in looks(connection):
                with suppress(sqlite3.Error):  # a damaged page of the database, which is named already
                    damages.extend(look)
    except sqlite3.Error:
        return  # likewise


def _found_at_opening(folder: Path) -> Iterator[Damage]:
    """What would keep the survey from being opened: a value that no program wrote."""
    try:
        with read_only(folder) as survey:
            survey.pages()
    except RowDamaged as error:
        found = fact(FactKind.ROW_DAMAGED, table=error.table, row=error.row)
        # To copy the rows anew would take this one along.
        yield Damage(DamageKind.DATABASE, error.path.name, found, Mending.BACKUP)
    except (PhieuError, FormTemplateError):
        return  # nothing that can be mended, and told where it is opened


def _behind_backup(folder: Path) -> Iterator[Damage]:
    """Yield that the newest backup holds more than the database, as where an older copy was put in its place."""
    backup = newest_kept(folder)
    if backup is None:
        return
    with suppress(sqlite3.Error):  # either is damaged, which is told already, or of another version
        counts = lacking(folder / "survey.db", backup.path)
        if counts:
            pages, printings = counts.pop("page", 0), counts.pop("issue", 0)
            found = fact(
                FactKind.BACKUP_MORE,
                pages=pages,
                printings=printings,
                decisions=sum(counts.values()),
            )
            yield Damage(DamageKind.BEHIND, backup.path.name, found, Mending.BACKUP)


def _respondents(folder: Path, damages: Sequence[Damage]) -> dict[int, tuple[int, ...]]:
    """Return the numbers of the respondents that damages concern; none where the survey cannot be opened."""
    if not any(damage.page_ids for damage in damages):
        return {}
    try:
        with read_only(folder) as survey:
            pages = survey.pages_of_all_forms()
            seen = [(survey.of_form(template).seen(pages), len(template.pages)) for template in survey.forms.templates]
            found = [group_pages(*of_form) for of_form in seen]
    except (PhieuError, FormTemplateError, SQLAlchemyError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # what is damaged is in the way of counting respondents
    number_of = {
        page.page_id: number for groups in found for number, group in enumerate(groups, start=1) for page in group
    }
    return {
        at: tuple(sorted({number_of[page_id] for page_id in damage.page_ids if page_id in number_of}))
        for at, damage in enumerate(damages)
        if damage.page_ids
    }
