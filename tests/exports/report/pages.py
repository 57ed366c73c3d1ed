"""Look at a report as a reader does: the text of its pages, and where on them it stands."""

from collections.abc import Sequence

import pypdfium2

from exports.gathered.survey_facts import SurveyFacts
from exports.report.document import report_pdf
from exports.report.figures import ReportBasis, open_basis
from form_templates.model import FormTemplate, Language
from omr.responses import Response
from omr.units.unit_list import Unit
from tests.exports.build import SMALL, UNITS, gathered

FACTS = SurveyFacts("Khảo sát", "năm 2020")


def basis(
    responses: Sequence[Response],
    *,
    template: FormTemplate = SMALL,
    units: Sequence[Unit] = UNITS,
    language: Language = Language.VIETNAMESE,
    facts: SurveyFacts = FACTS,
    **options,
) -> ReportBasis:
    """Return a survey tallied for reports."""
    return open_basis(gathered(responses, template, units, facts, **options), language)


def page_texts(pdf: bytes) -> list[str]:
    """Return what stands on each page, in one line of words."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def text_of(tallied: ReportBasis, *codes: str) -> str:
    """Return all words of the report about these units, or about the whole round."""
    reports = [tallied.of_unit(code) for code in codes] or [tallied.of_round()]
    return " ".join(page_texts(report_pdf(reports)))
