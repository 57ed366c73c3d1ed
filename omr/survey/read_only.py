"""Look into a survey of another round without changing a byte of its folder, which may be write-protected."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from form_templates.facts import Fact
from omr.errors import SurveyBusy, SurveyDamaged
from omr.survey.folder import Survey
from omr.survey.settings import load_settings


@contextmanager
def read_only(folder: Path) -> Iterator[Survey]:
    """Open a survey on a copy of its database, so that neither a migration nor a journal touches the folder.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program.
        SurveyDamaged: One of its files is missing or broken.
        SurveyBusy: Another program holds its database.
    """
    load_settings(folder)
    # The cleaning up may fail on Windows while a scanner of viruses holds the copy; that is no failure of the reading.
    with TemporaryDirectory(prefix="phieu-round-", ignore_cleanup_errors=True) as place:
        copy = Path(place) / "survey.db"
        _copy_database(folder / "survey.db", copy)
        with Survey.open(folder, copy) as survey:
            yield survey


def _copy_database(path: Path, copy: Path) -> None:
    if not path.is_file():
        raise SurveyDamaged(path, Fact("it is missing"))
    # A database that nobody is writing is whole in one file, and "immutable" makes no journal beside it. While another
    # program writes, part of it stands in the journal; then the folder can be written, and SQLite reads both.
    is_in_use = path.with_name(path.name + "-wal").is_file()
    how = "mode=ro" if is_in_use else "mode=ro&immutable=1"
    try:
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise SurveyBusy(path.parent) from error
        raise SurveyDamaged(path, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise SurveyDamaged(path, Fact("it is not a survey database")) from error
