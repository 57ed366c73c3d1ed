"""Three rounds to compare, with a story that is known: nobody filled in paper, and the demo says so.

The responses are drawn by the simulator's people and kept as if their pages had been read; there are no scans.

- 2018 and 2019: the provincial centre and the eight district centres. Nothing changes between them.
- 2020: access to the service is better everywhere; one district centre serves people worse; the rest is as it was.
  The commune offices take part for the first time, so they cannot be compared, nor may they move any figure.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from exports.export_request import ExportRequest
from exports.survey_export import export_survey, suggested_name
from form_templates.model import FormTemplate, ItemId
from omr.results import Answer, IdentitySource, ItemReading, PageIdentity, PageOutcome, PageReading
from omr.settings import ReadingConditions
from omr.simulation.chance import stream
from omr.simulation.people.answering import respond
from omr.simulation.people.respondents import Population, Respondent, draw_respondent, draw_unit_satisfaction
from omr.store.deliveries import Content
from omr.survey.folder import Survey
from omr.units.unit_list import SHIPPED_UNITS, Unit, load_units

TEMPLATE = "sipas-2020"
NAME = "SIPAS – số liệu mô phỏng, không có phiếu giấy"
"""Stands above every figure of it, on the screen and in the workbook."""

YEARS = ("2018", "2019", "2020")
SEED = 20182020
CENTRE_FORMS = 100
COMMUNE_FORMS = 3
"""Forms of an office; with so few no commune can show more than a hint, as in real life."""

BETTER_SECTION, BETTER_BY = "access", 0.09
WORSE_UNIT, WORSE_BY = "263", 0.16
"""What 2020 brings, as a change of mean satisfaction, 0.0-1.0; 263 is the centre of Gia Bình."""


def run_rounds_demo(folder: Path, say: Callable[[str], object], rounds: int = len(YEARS)) -> Path:
    """Make the last rounds in ``folder``, a survey each, and export the workbook of the last; returns the workbook.

    Args:
        folder: A new or empty folder.
        say: Takes each line of the account.
        rounds: How many, from 1 to 3.

    Raises:
        omr.errors.SurveyExists: The folder of a round holds something.
    """
    units = load_units(SHIPPED_UNITS)
    years = YEARS[-rounds:]
    for year in years:
        with Survey.create(folder / year, TEMPLATE, name=NAME, round_name=year, units=units) as survey:
            asked = [unit for unit in units if unit.level != "commune" or year == YEARS[-1]]
            respondents = _fill(survey, asked, year)
            survey.compare_with([folder / earlier for earlier in years[: years.index(year)]])
        say(f"{year}      {respondents} made-up respondents at {len(asked)} offices, no paper: {folder / year}")
    with Survey.open(folder / years[-1]) as last:
        workbook = suggested_name(last, ".xlsx")
        export_survey(last, ExportRequest(workbook))
    say(f"Workbook  {workbook}")
    return workbook


def _fill(survey: Survey, units: Sequence[Unit], year: str) -> int:
    """Let people answer at all units; returns how many did."""
    batch = survey.store.batches.start(ReadingConditions(program="simulated"))
    people = _People(survey.template, year)
    respondents = 0
    for unit in units:
        forms = COMMUNE_FORMS if unit.level == "commune" else CENTRE_FORMS
        _deliver(survey, batch, unit, [people.answer(unit, person) for person in range(forms)])
        respondents += forms
    survey.store.batches.finish(batch)
    return respondents


class _People:
    """The respondents of one round."""

    def __init__(self, template: FormTemplate, year: str) -> None:
        self._template = template
        better = (section for section in template.sections if section.section_id == BETTER_SECTION)
        self._better = replace(template, sections=tuple(better))
        self._number = YEARS.index(year)
        self._is_last = year == YEARS[-1]
        self._population = Population.plain()

    def answer(self, unit: Unit, person: int) -> dict[ItemId, Answer]:
        """Draw what one person answers: in one mood throughout, but for the section that got better."""
        place = int(unit.code)
        # A unit is what it is in all rounds, so its own level comes from a stream that knows no round.
        satisfaction = draw_unit_satisfaction(self._population, stream(SEED, place))
        if self._is_last and unit.code == WORSE_UNIT:
            satisfaction -= WORSE_BY
        rng = stream(SEED, place, self._number, person)
        respondent = draw_respondent(self._population, satisfaction, rng)
        answers = self._chosen(self._template, respondent, rng)
        if self._is_last:
            pleased = replace(respondent, attitude=respondent.attitude + BETTER_BY)
            answers |= self._chosen(self._better, pleased, rng)
        return answers

    def _chosen(self, template: FormTemplate, respondent: Respondent, rng: np.random.Generator) -> dict[ItemId, Answer]:
        given = respond(template, respondent, self._population, rng)
        return {item_id: item.answer for item_id, item in given.items.items()}


def _deliver(survey: Survey, batch: int, unit: Unit, people: Sequence[Mapping[ItemId, Answer]]) -> None:
    """Keep the pages of one unit as one delivery."""
    store, template = survey.store, survey.template
    name = f"mo-phong-{unit.code}.pdf"
    content_hash = hashlib.sha256(f"{batch} {name}".encode()).hexdigest()
    items = {page.number: _items_on(template, page.number) for page in template.pages}
    store.deliveries.add(batch, name, "", Content(content_hash, ".pdf", len(people) * len(items)), size=0)
    readings = []
    for person, answers in enumerate(people, start=1):
        for page, item_ids in items.items():
            identity = PageIdentity(
                template.template_id, template.version, page, unit.code, f"{person:05}", IdentitySource.CODE
            )
            readings.append(_reading(identity, item_ids, answers))
    store.pages.save_all(content_hash, readings)
    store.deliveries.set_page_count(content_hash, len(readings))


def _items_on(template: FormTemplate, page: int) -> tuple[ItemId, ...]:
    return tuple(item.item_id for item in template.items() if template.page_of(item.item_id) == page)


def _reading(identity: PageIdentity, items: Sequence[ItemId], answers: Mapping[ItemId, Answer]) -> PageReading:
    readings = tuple(ItemReading(item_id, answers.get(item_id, ()), 0.0, frozenset()) for item_id in items)
    return PageReading(PageOutcome.READ, identity=identity, items=readings)
