"""What a survey's folder holds for itself, which nothing that a person exports or prints may replace."""

from pathlib import Path

from omr.errors import PartOfSurvey
from omr.whole_files import ensure_folder_of

_FILES = ("survey.db", "survey.toml", "units.csv", "crosswalk.csv", "watched.json")
_FOLDERS = ("scans", "templates", "backups", ".locks", ".arriving")


def ensure_not_its_own(survey_folder: Path, path: Path) -> None:
    """See that a file to be written, or a folder for some, is no part of the survey itself.

    Results beside them, or in ``exports``, are welcome.

    Raises:
        PartOfSurvey: It is.
    """
    folder, wanted = survey_folder.resolve(), path.resolve()
    if not wanted.is_relative_to(folder):
        return
    first = next(iter(wanted.relative_to(folder).parts), "").casefold()  # some disks take capitals for small letters
    if not first or first in _FOLDERS or any(first == name or first.startswith(f"{name}-") for name in _FILES):
        raise PartOfSurvey(path)


def ensure_place(survey_folder: Path, path: Path) -> None:
    """See, before a long work, that what comes of it can be written: beside the survey's own files, in a folder.

    Raises:
        PartOfSurvey: The survey keeps its own files there.
        FolderNotWritable: The folder of the file is not there.
    """
    ensure_not_its_own(survey_folder, path)
    ensure_folder_of(path)
