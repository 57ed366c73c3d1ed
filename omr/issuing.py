"""Print forms for units, and keep count of what was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from form_templates.printing import Recipient, print_forms
from omr.errors import FolderNotWritable
from omr.survey import Survey


@dataclass(frozen=True, slots=True)
class IssuedForms:
    """What one run of printing made."""

    units: int
    forms: int
    pages: int


def issue_forms(survey: Survey, out: Path, unit_codes: Sequence[str], copies: int) -> IssuedForms:
    """Write a PDF with ``copies`` forms for every unit and note them as issued.

    Serial numbers count on from the last run, so that no two print-outs of a unit share one.

    Raises:
        UnknownUnit: The survey has no such unit.
        FolderNotWritable: The PDF cannot be written; nothing is noted.
    """
    units = [survey.unit(code) for code in unit_codes]
    if not out.parent.is_dir():
        raise FolderNotWritable(out.parent, "there is no such folder")
    next_serials = survey.store.next_serials()
    recipients = [Recipient(unit.code, unit.name, next_serials.get(unit.code, 1)) for unit in units]
    try:
        print_forms(survey.template, out, recipients=recipients, copies=copies)
    except OSError as error:
        raise FolderNotWritable(out.parent, error.strerror or str(error)) from error
    survey.store.issue_forms({recipient.code: recipient.first_serial for recipient in recipients}, copies)
    forms = max(len(units), 1) * copies
    return IssuedForms(len(units), forms, forms * len(survey.template.pages))
