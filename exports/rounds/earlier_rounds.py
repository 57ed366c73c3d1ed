"""Read the earlier rounds that a survey is compared with, each from its own folder."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exports.rounds.round import EarlierRounds, Round, make_round
from exports.rounds.same_units import year_of
from exports.tally.answer_table import ValidityRule, build_answer_table
from form_templates.errors import FormTemplateError
from form_templates.model import FormKey, FormTemplate
from omr.errors import PhieuError
from omr.survey.folder import Survey, ensure_other_round
from omr.survey.read_only import read_only
from omr.units.crosswalk import load_crosswalk


def read_round(folder: Path, validity: ValidityRule, form: FormKey | None = None) -> Round:
    """Read the earlier round in a survey folder, which is not changed.

    Args:
        folder: The survey's.
        validity: Which responses count.
        form: The form that it is compared with: of several forms there, the same one is taken, else the newest version
            of the same template, else the one that the round began with.

    Raises:
        omr.errors.InputError: There is no survey, or it cannot be used.
        omr.errors.SurveyBusy: Another program holds it.
    """
    with read_only(folder) as opened:
        survey = opened.of_form(_form_like(form, opened.forms.templates))
        table = build_answer_table(survey.template, survey.responses_of(survey.counted(survey.pages())), validity)
        return make_round(survey.settings.name, survey.settings.round_name, table, survey.units)


def read_chosen(survey: Survey, folders: Sequence[Path], validity: ValidityRule) -> EarlierRounds:
    """Read the earlier rounds that somebody names now, each once; one that cannot be read is an error.

    Args:
        survey: The round that they are compared with.
        folders: Their folders.
        validity: When a response counts, in every round alike.

    Raises:
        omr.errors.InputError: A folder holds no survey, the same survey, or one that cannot be used; or the survey's
            own crosswalk has mistakes.
        omr.errors.SurveyBusy: Another program holds one of them.
    """
    named = dict.fromkeys(folder.resolve() for folder in folders)
    for folder in named:
        ensure_other_round(survey.folder, folder)
    rounds = [(read_round(folder, validity, survey.template.key), folder) for folder in named]
    return EarlierRounds(_oldest_first(rounds, survey), load_crosswalk(survey.crosswalk_path))


def read_remembered(survey: Survey, validity: ValidityRule) -> EarlierRounds | None:
    """Read the earlier rounds that the survey remembers; None if it remembers none.

    One that was moved, or lies on a drive that is not there, is named among the unread and keeps nobody from exporting.

    Args:
        survey: The round that they are compared with.
        validity: When a response counts, in every round alike.

    Raises:
        omr.errors.CrosswalkError: The survey's own crosswalk has mistakes.
    """
    if not survey.earlier_rounds:
        return None
    rounds: list[tuple[Round, Path]] = []
    unread: list[Path] = []
    for folder in survey.earlier_rounds:
        try:
            rounds.append((read_round(folder, validity, survey.template.key), folder))
        except (PhieuError, FormTemplateError, OSError):
            unread.append(folder)
    return EarlierRounds(_oldest_first(rounds, survey), load_crosswalk(survey.crosswalk_path), tuple(unread))


def _form_like(form: FormKey | None, templates: Sequence[FormTemplate]) -> FormTemplate:
    alike = [each for each in templates if form and each.template_id == form.template_id]
    same = [each for each in alike if each.key == form]
    return (same or sorted(alike, key=lambda each: -each.version) or list(templates))[0]


def _oldest_first(rounds: Sequence[tuple[Round, Path]], survey: Survey) -> tuple[Round, ...]:
    """Return rounds by the years in their names; those without one come first, as they were given."""
    settings = survey.settings
    in_order = sorted(rounds, key=lambda each: year_of(each[0].name) or 0)
    return _told_apart(in_order, settings.round_name or settings.name)


def _told_apart(rounds: Sequence[tuple[Round, Path]], later: str) -> tuple[Round, ...]:
    """Add the folder to names that several rounds have, the one they are compared with too: tables go by the names."""
    times = Counter([later, *(each.name for each, _ in rounds)])
    taken: set[str] = set()
    apart = []
    for each, folder in rounds:
        if times[each.name] > 1:
            short = f"{each.name} ({folder.name})"
            each = replace(each, name=f"{each.name} ({folder})" if short in taken else short)
        taken.add(each.name)
        apart.append(each)
    return tuple(apart)
