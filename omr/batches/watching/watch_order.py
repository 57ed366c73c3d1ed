"""What folder is watched, for which survey, and how its scans are to be read."""

import os
from dataclasses import dataclass
from pathlib import Path

from form_templates.facts import Fact, system_fact
from omr.images.limits import DEFAULT_LIMITS, ReadingLimits
from omr.survey.watch_errors import CannotBeWatched


@dataclass(frozen=True, slots=True)
class WatchOrder:
    """What a person wants.

    Attributes:
        folder: To be watched, with the folders in it.
        unit: Code of the unit that all its forms belong to; overrules what is printed. Empty: as printed.
        by_folders: Whether each folder is named by its unit's code or name.
        jobs: Worker processes; None takes one per core.
        limits: Of every page and file.
    """

    folder: Path
    unit: str = ""
    by_folders: bool = False
    jobs: int | None = None
    limits: ReadingLimits = DEFAULT_LIMITS


def ensure_watchable(folder: Path, survey_folder: Path) -> None:
    """See that a folder is there, that it is no part of a survey, and that the survey does not lie in it.

    Raises:
        CannotBeWatched: It is not so; what the survey keeps would be taken for what arrives.
    """
    watched, own = (Path(os.path.realpath(path)) for path in (folder, survey_folder))
    try:
        with os.scandir(watched):
            pass
        is_survey = _is_survey(watched) or watched == own or watched.samefile(own)
    except OSError as error:
        raise CannotBeWatched(folder, system_fact(error)) from error
    if is_survey:
        raise CannotBeWatched(folder, Fact("it is the folder of a survey"))
    if watched.is_relative_to(own) or any(map(_is_survey, watched.parents)):
        raise CannotBeWatched(folder, Fact("it lies in the folder of a survey"))
    if own.is_relative_to(watched):
        raise CannotBeWatched(folder, Fact("the folder of the survey lies in it"))


def _is_survey(folder: Path) -> bool:
    return (folder / "survey.toml").is_file()
