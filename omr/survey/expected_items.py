"""Do the readings and decisions of pages fit the form? What does not was damaged after it was kept."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Table

from form_templates.model import FormTemplate, ItemId
from omr.responses import DeliveredPage
from omr.results import Answer, PageOutcome
from omr.store import schema
from omr.survey.forms import SurveyForms


class DamagedRow(NamedTuple):
    """A row that cannot be what was kept: its table, its key, and the column that is wrong."""

    table: Table
    row: str
    column: str


def find_misfit(forms: SurveyForms, pages: Sequence[DeliveredPage]) -> DamagedRow | None:
    """Return the first reading or decision that the form of its page has no place for; None if all fit."""
    expected = {key: ExpectedItems(form.template) for key, form in zip(forms.keys, forms.all, strict=True)}
    only = None if forms.are_several else expected[forms.keys[0]]
    for page in pages:
        if page.outcome is PageOutcome.READ:
            of_form = only or (expected.get(page.identity.form) if page.identity else None)
            if of_form is None:
                return DamagedRow(schema.page, str(page.page_id), "template_id")
            found = of_form.find_misfit(page)
            if found is not None:
                return found
    return None


class ExpectedItems:
    """What may be asked on each page of a form, and answered."""

    def __init__(self, template: FormTemplate) -> None:
        self._options: dict[ItemId, frozenset[str] | None] = {  # None: whatever was written
            item.item_id: frozenset(option.value for option in item.options) if item.kind.is_choice else None
            for item in template.items()
        }
        places = {key: template.page_of(key) for key in self._options} if template.pages else {}
        self._on_page: dict[int, frozenset[ItemId]] = {
            page.number: frozenset(key for key, number in places.items() if number == page.number)
            for page in template.pages
        }

    def find_gap(self, pages: Sequence[DeliveredPage]) -> DamagedRow | None:
        """Return the first page that was read and lacks a reading; None if all are complete."""
        for page in pages:
            if page.outcome is PageOutcome.READ and page.identity is not None:
                missing = self._on_page[page.identity.page] - page.readings.keys()
                if missing:
                    return DamagedRow(schema.item_reading, f"{page.page_id}, {min(missing)}", "")
        return None

    def find_misfit(self, page: DeliveredPage) -> DamagedRow | None:
        """Return the first reading or decision on a page that the form has no place for; None if all fit."""
        expected = self._on_page.get(page.identity.page) if page.identity else None
        if expected is None:
            return DamagedRow(schema.page, str(page.page_id), "page_number")
        for item_id, reading in page.readings.items():
            if item_id not in expected or not self._fits(item_id, reading.answer):
                return DamagedRow(schema.item_reading, f"{page.page_id}, {item_id}", "answer")
        for item_id, decision in page.verifications.items():
            if item_id not in self._options or not self._fits(item_id, decision.answer or ()):
                return DamagedRow(schema.verification, f"{page.page_id}, {item_id}", "answer")
        return None

    def _fits(self, item_id: ItemId, answer: Answer) -> bool:
        options = self._options[item_id]
        return options is None or options.issuperset(answer)
