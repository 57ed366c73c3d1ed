"""The earlier rounds that a survey is compared with, as a person sees them in a list."""

from dataclasses import dataclass
from pathlib import Path

from omr.errors import PhieuError
from omr.survey.folder import Survey, ensure_other_round
from omr.survey.settings import load_settings


@dataclass(frozen=True, slots=True)
class RememberedRound:
    """An earlier round.

    Attributes:
        folder: Its survey folder.
        name: What people call the survey; empty if it is not there now.
        round_name: Which round; may be empty.
        is_there: Whether its folder can be opened now.
    """

    folder: Path
    name: str
    round_name: str
    is_there: bool = True


def look_at_round(survey: Survey, folder: Path) -> RememberedRound:
    """Return the round in ``folder``, which is to be compared with a survey.

    Raises:
        SameSurvey: It is the survey itself.
        SurveyNotFound: The folder holds none.
        SurveyTooNew: It was written by a newer program.
        SurveyDamaged: It cannot be read.
    """
    ensure_other_round(survey.folder, folder)
    settings = load_settings(folder)
    return RememberedRound(folder.resolve(), settings.name, settings.round_name)


def remembered_rounds(survey: Survey) -> tuple[RememberedRound, ...]:
    """Return the rounds a survey remembers, in order; may take long where a network drive is gone."""
    return tuple(_look_if_there(survey, folder) for folder in survey.earlier_rounds)


def _look_if_there(survey: Survey, folder: Path) -> RememberedRound:
    try:
        return look_at_round(survey, folder)
    except (PhieuError, OSError):
        return RememberedRound(folder.resolve(), "", "", is_there=False)
