"""Print forms for units, and keep count of what was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from form_templates.loading import blank_images
from form_templates.model import FormTemplate
from form_templates.typesetting.printing import Recipient, blank_pdf, forms_pdf
from omr.errors import PhieuError
from omr.survey.folder import Survey
from omr.survey.forms import PRINTED_NAME, form_folder
from omr.survey.own_files import ensure_place
from omr.survey.work_lock import Work, working_alone
from omr.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class IssuedForms:
    """What one run of printing made."""

    units: int
    forms: int
    pages: int


def issue_forms(survey: Survey, out: Path, unit_codes: Sequence[str], copies: int) -> IssuedForms:
    """Write a PDF with ``copies`` forms for every unit and note them as issued.

    It is the form that the survey is seen by. Forms made elsewhere are printed as they are, the same for every unit.
    Each copy of ours has its own code: serial numbers count on from the last run, of whichever form, so that no two
    print-outs of a unit share one.

    Raises:
        UnknownUnit: The survey has no such unit.
        PartOfSurvey: The survey keeps its own files there.
        FolderNotWritable: The PDF cannot be written; nothing is noted, and a file that was there is kept.
        DiskFull: Likewise.
        BeingPrinted: Another process prints forms of this survey; nothing was changed.
        SurveyReadOnly: The survey can only be looked at.
    """
    units = [survey.unit(code) for code in unit_codes]
    ensure_place(survey.folder, out)
    survey.store.database.ensure_writable()
    with working_alone(survey.folder, Work.PRINTING):
        next_serials = survey.store.issued.next_serials()
        recipients = [Recipient(unit.code, unit.name, next_serials.get(unit.code, 1)) for unit in units]
        pdf = _pdf(survey, recipients, copies)
        if not recipients:
            write_whole(form_folder(survey.folder, survey.template.key) / PRINTED_NAME, "")
        # Noted before the file is there: a print-out whose numbers nobody noted would get a twin.
        first_serials = {each.code: each.first_serial for each in recipients}
        noted = survey.store.issued.add(first_serials, copies, survey.template.key)
        try:
            write_whole(out, pdf)
        except PhieuError:
            survey.store.issued.take_back(noted)
            raise
        survey.back_up_after_work()  # serial numbers that nobody remembers would be printed twice
    forms = max(len(units), 1) * copies
    return IssuedForms(len(units), forms, forms * len(survey.template.pages))


def blank_form_pdf(template_folder: Path, template: FormTemplate) -> bytes:
    """Return the pages of a template as they are the same on every copy, as PDF.

    Raises:
        SurveyDamaged: A page image of a form made elsewhere is missing or broken.
        form_templates.errors.PrintError: The form cannot be printed.
    """
    if blank_images(template_folder, template):
        return _pictures_pdf(template_folder, template, copies=1)
    return blank_pdf(template)


def _pdf(survey: Survey, recipients: Sequence[Recipient], copies: int) -> bytes:
    folder, template = survey.template_folder, survey.template
    if blank_images(folder, template):
        return _pictures_pdf(folder, template, copies=max(len(recipients), 1) * copies)
    return forms_pdf(template, recipients=recipients, copies=copies)


def _pictures_pdf(folder: Path, template: FormTemplate, *, copies: int) -> bytes:
    # Decoding pictures is not needed to print our own forms.
    from form_templates.typesetting.picture_printing import pictures_pdf
    from omr.registration.blank_page import load_pictures

    return pictures_pdf(template, load_pictures(folder, template), copies=copies)
