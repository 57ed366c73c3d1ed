"""Find of which of several forms a page is, and where it lies: exactly where a code says it, else by print or not."""

from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np

from form_templates.model import FormKey
from omr.form_choice.quick_look import Likely, QuickLook, worth_trying
from omr.form_choice.telling_apart import compare_print
from omr.geometry import Homography
from omr.images.page_image import PageImage
from omr.images.preprocess import WorkingImage, prepare
from omr.registration.form_model import FormModel, PageModel
from omr.registration.located_page import LocatedPage, RegistrationFailure
from omr.registration.locating import locate_page
from omr.results import IdentitySource, PageOutcome, Reason

MIN_LEAD = 0.5
"""By how much a page must show one form rather than another, where their print differs; see ``PrintComparison``."""

_BY_CODE = (IdentitySource.CODE, IdentitySource.TEXT)
_SAME_SIZE_MM = 3.0
_MOST_TRIED = 5  # forms; as many look-alikes as anybody has

Found = LocatedPage | RegistrationFailure


class FormChooser:
    """Finds the form of pages that no quickly read code names.

    Of versions of a form made elsewhere that are on the same paper, only the newest takes pages: no page can tell which
    it is of, and a person made the newer one to be read by.

    Args:
        forms: All that may lie in the pile, in the order of the survey.
    """

    def __init__(self, forms: Sequence[FormModel]) -> None:
        self._all = tuple(forms)
        self._forms = tuple(form for form in forms if not any(_replaces(other, form) for other in forms))
        sizes = dict.fromkeys(form.long_side_mm for form in self._forms)
        looks = ((size, [form for form in self._forms if form.long_side_mm == size]) for size in sizes)
        self._looks = {size: QuickLook(alike) for size, alike in looks}

    @property
    def long_side_mm(self) -> float:
        """The longest side of any page of any form."""
        return max(form.long_side_mm for form in self._all)

    def form(self, key: FormKey) -> FormModel | None:
        """Return the form that a code names; None if it is none of these."""
        return next((form for form in self._all if form.template.key == key), None)

    def locate(self, page: PageImage, load_whole: Callable[[], PageImage]) -> Found:
        """Find out of which form a page is and where it lies.

        Args:
            page: In grey, fine enough for the largest form.
            load_whole: Loads it at its full resolution.

        Returns:
            The located page; UNREADABLE where several forms fit as well, which a person has to settle.
        """
        images = _Images(page)
        likely = self._likely(images)
        located: list[LocatedPage] = []
        failures: list[RegistrationFailure] = []
        for form in self._to_try(likely):
            found = self._locate_as(form, images, load_whole)
            if isinstance(found, RegistrationFailure):
                if found.reason in (Reason.OTHER_TEMPLATE, Reason.BLANK_PAGE, Reason.DARK_PAGE):
                    return found
                failures.append(found)
            elif found.identity.source in _BY_CODE:
                return found
            else:
                located.append(found)
        if not located:
            return _main_failure(failures)
        return _settle(located, likely)

    def _likely(self, images: "_Images") -> list[Likely]:
        """Return the pages it may be, of forms on every size of paper."""
        found = [each for size_mm, look in self._looks.items() for each in look.likely(images.of(size_mm))]
        return worth_trying(found)

    def _to_try(self, likely: Sequence[Likely]) -> list[FormModel]:
        """Return the likely forms, and of every other kind of corner marks and code one form, which may find a code."""
        forms = list({id(each.form): each.form for each in likely}.values())[:_MOST_TRIED]
        frames = {_frame(form) for form in forms}
        for form in self._forms:
            if form.pages[0].layout.fiducials and _frame(form) not in frames:
                forms.append(form)
                frames.add(_frame(form))
        return forms or list(self._forms[:1])

    def _locate_as(self, form: FormModel, images: "_Images", load_whole: Callable[[], PageImage]) -> Found:
        """Find a page as if there were this form only; where its code names another one of the forms, as that."""
        found = locate_page(images.of(form.long_side_mm), form, load_whole)
        if isinstance(found, RegistrationFailure) and found.code is not None:
            other = self.form(found.code.form)
            if other is not None and other is not form:
                return locate_page(images.of(other.long_side_mm), other, load_whole)
        return found


class _Images:
    """One page, prepared once for every size of paper."""

    def __init__(self, page: PageImage) -> None:
        self._page = page
        self._prepared: dict[float, WorkingImage] = {}

    def of(self, long_side_mm: float) -> WorkingImage:
        """Return it as an image of a page of this length."""
        if long_side_mm not in self._prepared:
            self._prepared[long_side_mm] = prepare(self._page, long_side_mm)
        return self._prepared[long_side_mm]


def _replaces(newer: FormModel, older: FormModel) -> bool:
    """Whether a form is a later version of another on the same paper; those that we print differ in their codes."""
    new, old = newer.template, older.template
    is_later = new.template_id == old.template_id and new.version > old.version
    is_theirs = not any(page.fiducials for page in (*new.pages, *old.pages))
    if not is_later or not is_theirs or len(newer.pages) != len(older.pages):
        return False
    pairs = zip(newer.pages, older.pages, strict=True)
    return all(one.size_mm == other.size_mm and np.array_equal(one.pixels, other.pixels) for one, other in pairs)


def _settle(located: Sequence[LocatedPage], likely: Sequence[Likely]) -> Found:
    """Return the only page that the scan shows clearly better than every other one it may be."""
    clear = [page for page in located if all(lead >= MIN_LEAD for lead in _leads(page, located, likely))]
    if len(clear) == 1:
        return clear[0]
    names = dict.fromkeys(_named(page.model, page.identity.form) for page in located)
    for each in likely:
        names |= dict.fromkeys([_named(each.page, each.form.template.key)])
    return RegistrationFailure(PageOutcome.UNREADABLE, Reason.FORM_IN_DOUBT, ", ".join(list(names)[:4]))


def _leads(page: LocatedPage, located: Sequence[LocatedPage], likely: Sequence[Likely]) -> chain[float]:
    """Return the lead of a page that was found over every page of another form that the scan may be."""
    others = [other for other in located if other.identity.form != page.identity.form]
    found = {id(other.model) for other in others}
    unfound = [
        each.page
        for each in likely
        if each.form.template.key != page.identity.form
        and id(each.page) not in found
        and _is_same_size(each.page, page.model)
    ]
    return chain(
        (_lead_over(page, other) for other in others),
        (compare_print(page, rival, np.eye(3)).lead for rival in unfound),
    )


def _lead_over(page: LocatedPage, other: LocatedPage) -> float:
    """Return the lead over another located page, on the paper of both, for one may be a part of the other."""
    other_to_page = np.linalg.inv(_to_scan(page)) @ _to_scan(other)
    on_own = compare_print(page, other.model, np.asarray(other_to_page))
    on_other = compare_print(other, page.model, np.asarray(np.linalg.inv(other_to_page)))
    return (on_own - on_other).lead


def _to_scan(page: LocatedPage) -> Homography:
    return page.image.to_scan @ page.template_to_working


def _is_same_size(one: PageModel, other: PageModel) -> bool:
    return bool(np.abs(np.subtract(one.size_mm, other.size_mm)).max() < _SAME_SIZE_MM)


def _named(page: PageModel, form: FormKey) -> str:
    return f"{form.template_id} {form.version}.{page.layout.number}"


def _frame(form: FormModel) -> tuple[object, ...]:
    layout = form.pages[0].layout
    return form.long_side_mm, layout.fiducials, layout.code, layout.code_text


def _main_failure(failures: Sequence[RegistrationFailure]) -> RegistrationFailure:
    """Return the reason that says most: print that does not match at its place before a page nobody knows."""
    order = (PageOutcome.BLANK, PageOutcome.UNREADABLE)
    return min(failures, key=lambda failure: order.index(failure.outcome) if failure.outcome in order else len(order))
