"""Look into a survey of another round without changing a byte of its folder, which may be write-protected."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from omr.survey.folder import Survey


@contextmanager
def read_only(folder: Path) -> Iterator[Survey]:
    """Open a survey on a copy of its database, so that neither a migration nor a journal touches the folder.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program.
        SurveyDamaged: One of its files is missing or broken.
        SurveyBusy: Another program holds its database.
    """
    with Survey.open(folder, is_read_only=True) as survey:
        yield survey
