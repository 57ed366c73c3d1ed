"""Find out which page of the form lies under the fiducials, and which copy: by its code, the code's text, its print.

Start at ``identify_page``.
"""

from collections.abc import Callable

from form_templates.page_code import PageCode
from omr.images.page_image import PageImage
from omr.images.preprocess import WorkingImage
from omr.registration.fiducials import FiducialFit
from omr.registration.form_model import FormModel, PageModel
from omr.registration.located_page import IdentifiedPage, RegistrationFailure
from omr.registration.page_identity import find_by_content, read_code, read_code_text
from omr.results import IdentitySource, PageIdentity, PageOutcome, Reason


def identify_page(
    image: WorkingImage, form: FormModel, fits: list[FiducialFit], load_whole: Callable[[], PageImage]
) -> IdentifiedPage | RegistrationFailure:
    """Read the page code, else its letters, else compare the print; quick ways first.

    Args:
        image: The page.
        form: The form.
        fits: Ways to lay the template over the page, the likeliest first; at least one.
        load_whole: Loads the page at its full resolution, should the code need it.
    """
    layout = form.pages[0].layout
    if layout.code is None or layout.code_text is None:
        return _identify_by_content(image, form, fits)
    is_guess = fits[0].found == 2  # there are many of them, and a code in place would have been seen without patience
    for patiently in (False,) if is_guess else (False, True):
        page = load_whole() if patiently and image.source.shrink > 1 else image.source
        for fit in fits:
            code = read_code(page, layout.code, image.to_scan @ fit.template_to_working, patiently=patiently)
            if code is not None:
                return _identify_by_code(form, fit, code, IdentitySource.CODE)
    for fit in () if is_guess else fits:
        code = read_code_text(page, layout.code_text, image.to_scan @ fit.template_to_working)
        if code is not None:
            return _identify_by_code(form, fit, code, IdentitySource.TEXT)
    return _identify_by_content(image, form, fits)


def page_of_code(form: FormModel, code: PageCode) -> PageModel | None:
    """Return the page that a code names; None if it names another form, another version or no page of this one."""
    template = form.template
    is_ours = (code.template_id, code.version) == (template.template_id, template.version)
    return form.page(code.page) if is_ours else None


def other_template(code: PageCode) -> RegistrationFailure:
    """Return the failure of a page whose code names another form or version."""
    detail = f"{code.template_id} {code.version}.{code.page}"
    return RegistrationFailure(PageOutcome.FOREIGN, Reason.OTHER_TEMPLATE, detail, code)


def identity_by_code(code: PageCode, source: IdentitySource) -> PageIdentity:
    """Return the print-out that a code names."""
    return PageIdentity(code.template_id, code.version, code.page, code.unit, code.serial, source)


def identity_by_print(form: FormModel, model: PageModel) -> PageIdentity:
    """Return the identity of a page known by its print alone, which names no unit and no serial."""
    template = form.template
    return PageIdentity(template.template_id, template.version, model.layout.number, "", "", IdentitySource.CONTENT)


def _identify_by_code(
    form: FormModel, fit: FiducialFit, code: PageCode, source: IdentitySource
) -> IdentifiedPage | RegistrationFailure:
    model = page_of_code(form, code)
    if model is None:
        return other_template(code)
    return IdentifiedPage.by_fiducials(model, identity_by_code(code, source), fit)


def _identify_by_content(
    image: WorkingImage, form: FormModel, fits: list[FiducialFit]
) -> IdentifiedPage | RegistrationFailure:
    found = find_by_content(image, form, [fit.template_to_working for fit in fits])
    if found is None:
        return RegistrationFailure(PageOutcome.FOREIGN, Reason.PAGE_NOT_IDENTIFIED)
    model, mapping = found
    fit = next(fit for fit in fits if fit.template_to_working is mapping)
    return IdentifiedPage.by_fiducials(model, identity_by_print(form, model), fit)
