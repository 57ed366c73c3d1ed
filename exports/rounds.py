"""The rounds of a survey that are held against each other, and what is read of an earlier one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from exports.answer_table import AnswerTable, ValidityRule, build_answer_table
from exports.same_units import UnitList, day_of, year_of
from exports.satisfaction import Ratings, Rows, build_ratings
from exports.unit_tally import rows_by_code
from form_templates.errors import FormTemplateError
from omr.errors import PhieuError
from omr.survey import Survey, ensure_other_round
from omr.survey_reading import read_only
from omr.unit_crosswalk import UnitChange, load_crosswalk
from omr.units import Unit


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """A round, taken apart.

    Attributes:
        name: What tells it from the others: "2019".
        ratings: The rated answers of its valid responses.
        table: All its answers.
        unit_list: Its units, dated.
        by_unit: Positions of its valid responses, by unit code.
    """

    name: str
    ratings: Ratings
    table: AnswerTable
    unit_list: UnitList
    by_unit: Mapping[str, Rows]

    def rows_of(self, codes: Iterable[str]) -> Rows:
        """Return the valid responses of these units."""
        found = [self.by_unit[code] for code in codes if code in self.by_unit]
        return np.concatenate([np.empty(0, dtype=np.intp), *found])


@dataclass(frozen=True, slots=True, eq=False)
class EarlierRounds:
    """What a round is held against.

    Attributes:
        rounds: Oldest first.
        changes: What became of units over the years.
        unread: Folders of rounds that were asked for and could not be read now.
    """

    rounds: tuple[Round, ...]
    changes: tuple[UnitChange, ...]
    unread: tuple[Path, ...] = ()


def make_round(name: str, round_name: str, table: AnswerTable, units: Sequence[Unit]) -> Round:
    """Take a round apart.

    Args:
        name: The survey's name, which stands in where the round has none.
        round_name: Which round; a year in it may date its unit list.
        table: Its answers.
        units: Its unit list.
    """
    ratings = build_ratings(table)
    by_unit = rows_by_code(table, ratings.all_rows())
    unit_list = UnitList(tuple(units), day_of(units, round_name), frozenset(by_unit))
    return Round(round_name or name, ratings, table, unit_list, by_unit)


def read_round(folder: Path, validity: ValidityRule | None = None) -> Round:
    """Read an earlier round; its folder is not changed.

    Args:
        folder: A survey folder.
        validity: When a response counts: by the rule of the round that it is held against.

    Raises:
        omr.errors.InputError: There is no survey, or it cannot be used.
        omr.errors.SurveyBusy: Another program holds it.
    """
    with read_only(folder) as survey:
        table = build_answer_table(survey.template, survey.responses(), validity)
        return make_round(survey.settings.name, survey.settings.round_name, table, survey.units)


def read_chosen(survey: Survey, folders: Sequence[Path]) -> EarlierRounds:
    """Read the earlier rounds that somebody names now; one that cannot be read is an error.

    Raises:
        omr.errors.InputError: A folder holds no survey, the same survey, or one that cannot be used; or the survey's
            own crosswalk has mistakes.
        omr.errors.SurveyBusy: Another program holds one of them.
    """
    for folder in folders:
        ensure_other_round(survey.folder, folder)
    rounds = [read_round(folder) for folder in folders]
    return EarlierRounds(_oldest_first(rounds), load_crosswalk(survey.crosswalk_path))


def read_remembered(survey: Survey) -> EarlierRounds | None:
    """Read the earlier rounds that the survey remembers; None if it remembers none.

    One that was moved, or lies on a drive that is not there, is named among the unread and keeps nobody from exporting.

    Raises:
        omr.errors.CrosswalkError: The survey's own crosswalk has mistakes.
    """
    if not survey.earlier_rounds:
        return None
    rounds: list[Round] = []
    unread: list[Path] = []
    for folder in survey.earlier_rounds:
        try:
            rounds.append(read_round(folder))
        except (PhieuError, FormTemplateError, OSError):
            unread.append(folder)
    return EarlierRounds(_oldest_first(rounds), load_crosswalk(survey.crosswalk_path), tuple(unread))


def _oldest_first(rounds: Sequence[Round]) -> tuple[Round, ...]:
    """Return rounds by the years in their names; those without one come first, as they were given."""
    return tuple(sorted(rounds, key=lambda each: year_of(each.name) or 0))
