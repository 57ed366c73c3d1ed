"""Take out of an open survey what its exports are made of."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from exports.gathered.survey_records import CropKey, RecheckRecord, SurveyRecords
from exports.rounds.earlier_rounds import read_chosen, read_remembered
from exports.rounds.round import EarlierRounds
from exports.tally.answer_table import ValidityRule
from exports.tally.reading.read_answers import Checks
from omr.recheck.checks import group_checks, settle_all
from omr.recheck.state import load_state
from omr.responses import DeliveredPage, Response
from omr.results import PageOutcome
from omr.store.change_log import Change, read_changes
from omr.survey.folder import Survey
from omr.survey.settings import SurveySettings
from omr.units.unit_runs import find_unit_runs


def gather_survey(survey: Survey, pages: Sequence[DeliveredPage], settings: SurveySettings) -> GatheredSurvey:
    """Return answers, units and counts of paper of a survey with the pages that ``Survey.counted`` returns.

    What only a workbook tells is not gathered: see ``gather_earlier_rounds`` and ``gather_records``.
    """
    outcomes = Counter(page.outcome for page in pages)
    responses = survey.responses_of(pages)
    return GatheredSurvey(
        facts=SurveyFacts(
            name=_name_of(survey, settings),
            round_name=settings.round_name,
            index_rule=settings.index_rule,
            validity=ValidityRule(settings.min_answered),
            weighting=settings.weighting,
            target=settings.target,
            as_of=_newest_change(survey, responses),
            with_versions=tuple(form.template.version for form in survey.forms.earlier_versions(survey.template.key)),
        ),
        template=survey.template,
        responses=responses,
        units=tuple(survey.units),
        issued=survey.counted_copies() or None,
        ledger={outcome: outcomes[outcome] for outcome in PageOutcome},
        checks=_checks_of(survey, pages),
    )


def gather_earlier_rounds(
    survey: Survey, compare_with: Sequence[Path] | None, validity: ValidityRule
) -> EarlierRounds | None:
    """Read the rounds in these folders, or those that the survey remembers where None are named.

    Raises:
        omr.errors.InputError: A folder that was named holds no survey that can be used.
    """
    if compare_with is None:
        return read_remembered(survey, validity)
    return read_chosen(survey, compare_with, validity)


def gather_records(
    survey: Survey, pages: Sequence[DeliveredPage], workbook: Path, crops: Mapping[CropKey, Path]
) -> SurveyRecords:
    """Return the records of a survey with these delivered pages; ``crops`` are those that were written already."""
    state = load_state(survey.rechecks, survey.settings.recheck_limit, pages)
    folder = workbook.parent
    return SurveyRecords(
        scans=_links_to_scans(survey, folder),
        crops={key: relative_link(path, folder) for key, path in crops.items()},
        changes=_changes_seen(survey, pages),
        health=survey.health_of(pages),
        recheck=RecheckRecord(state.whole, state.batches, state.limit),
        unit_runs=find_unit_runs(pages),
    )


def _checks_of(survey: Survey, pages: Sequence[DeliveredPage]) -> Checks:
    by_id = {page.page_id: page for page in pages if page.outcome is PageOutcome.READ and page.page_id is not None}
    outcomes = settle_all(by_id, group_checks(survey.rechecks.checks()))
    return {key: each.standing for key, each in outcomes.items()}


def _links_to_scans(survey: Survey, folder: Path) -> dict[int, str]:
    """Return the links to scans by page id, to those that are there: answers may have come without paper."""
    scans = survey.scans()
    links = {path: relative_link(path, folder) for path in set(scans.values()) if path.is_file()}
    return {page_id: links[path] for page_id, path in scans.items() if path in links}


def _changes_seen(survey: Survey, pages: Sequence[DeliveredPage]) -> tuple[Change, ...]:
    """Return what people decided, without what they decided about pages of other forms."""
    others = {page.page_id for page in pages if page.outcome is PageOutcome.OTHER_FORM}
    changes = read_changes(survey.store.database, pages)
    return tuple(change for change in changes if change.page_id not in others or change.page_id is None)


def _name_of(survey: Survey, settings: SurveySettings) -> str:
    """Return what the figures are called: by the survey, and where that holds several forms by the form too."""
    return f"{settings.name} · {survey.template.key}" if survey.forms.are_several else settings.name


def relative_link(target: Path, folder: Path) -> str:
    """Return how a workbook in ``folder`` names a file: by the way from there, so that the survey can be moved whole.

    A file on another drive of Windows has no such way and is named in full.
    """
    try:
        way = os.path.relpath(target.resolve(), folder.resolve())
    except ValueError:
        return target.resolve().as_uri()
    # What ends a link's path or begins an escape; letters with diacritics stay, as Excel itself writes them.
    return "".join(f"%{ord(sign):02X}" if sign in ' %#?"' else sign for sign in Path(way).as_posix())


def _newest_change(survey: Survey, responses: Sequence[Response]) -> datetime | None:
    """Return when the newest batch was read or the newest decision in force was taken, whichever is later."""
    read = [batch.finished_at or batch.started_at for batch in survey.store.batches.all()]
    given = (answer.verification for response in responses for answer in response.answers)
    decided = {verification.decided_at for verification in given if verification is not None}
    return max((datetime.fromisoformat(moment) for moment in (*read, *decided)), default=None)
