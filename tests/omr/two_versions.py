"""A survey with a form on paper that was used, and its next version that was used too."""

from dataclasses import replace

import pytest

from form_templates.model import FormKey, ItemId, ItemRole, Option, Text
from omr.forms.form_versions import keep_form
from omr.forms.page_images import PageOpener
from omr.processes.limited_process import call_here
from omr.results import IdentitySource, ItemReading, PageIdentity, PageOutcome, PageReading
from omr.survey.folder import Survey
from tests.omr.build import deliver
from tests.omr.drawn_form import ANSWERS, write_drawn_form

FIRST, SECOND = FormKey("theirs", 1), FormKey("theirs", 2)


def with_item(form, item_id, **values):
    """A form with one question changed."""
    section = form.sections[0]
    items = tuple(replace(item, **values) if item.item_id == item_id else item for item in section.items)
    return replace(form, sections=(replace(section, items=items),))


def corrected(form):
    """The first question is worded otherwise, which changes no answer's meaning."""
    return replace(with_item(form, "c01", label=Text("Thời gian chờ")), version=2)


def of_other_values(form):
    """The first question turns out to have another value at its end."""
    options = (*form.item(ItemId("c01")).options[:4], Option("9", Text("Không biết")))
    page = form.pages[0]
    areas = tuple(
        replace(area, option="9") if (area.item_id, area.option) == ("c01", "5") else area for area in page.areas
    )
    changed = with_item(form, "c01", options=options, scale_id=None)
    return replace(changed, version=2, pages=(replace(page, areas=areas),))


def partly_counted(form):
    """Two questions are criteria of the index from now on, and nothing on the paper changes."""
    criteria = ("c02", "c05")
    for item_id in criteria:
        form = with_item(form, item_id, role=ItemRole.CRITERION)
    return replace(form, version=2)


def deliver_page(survey, key, name, answers):
    readings = tuple(ItemReading(item, (value,), 1e-6, frozenset()) for item, value in answers.items())
    identity = PageIdentity(*key, 1, "", "", IdentitySource.CONTENT)
    deliver(survey, f"{name}.png", name * 64, PageReading(PageOutcome.READ, identity=identity, items=readings))


@pytest.fixture
def survey_of(tmp_path):
    """Makes a survey whose form was used once, and its second version once."""
    opened = []

    def make(change) -> Survey:
        folder = write_drawn_form(tmp_path / "form")
        with Survey.create(tmp_path / "s", folder) as first:
            deliver_page(first, FIRST, "a", ANSWERS)
            keep_form(first, change(first.template), FIRST, PageOpener(call=call_here))
        survey = Survey.open(tmp_path / "s")
        opened.append(survey)
        deliver_page(survey, SECOND, "b", ANSWERS | {"c01": "2"})
        return survey.of_form(survey.forms.get(SECOND).template)

    yield make
    for survey in opened:
        survey.close()
