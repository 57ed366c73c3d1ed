"""The look of empty response areas, learned from a batch where the template's blank print is not what the scans show.

A blank page that somebody rebuilt from filled-in sheets is soft and shows ghosts of marks; another print run differs a
little from the file that was imported. Dozens of copies tell better what is printed. Two things keep marks from being
learned: only areas that are surely empty count, and of those the median; where hardly anybody left an area empty, as
where nine in ten chose the same option, nothing is learned.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from form_templates.model import FormKey
from omr.images.sampling import PATCH_PX, Patches, zone
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.measuring import Measurements
from omr.registration.form_model import FormModel, PageModel
from omr.registration.located_page import LocatedPage

LOOKED_AT = 32
"""Pages of a batch that it learns from."""

_FEWEST = 5  # empty copies of an area; a median of fewer may be one person's mark
_MOST_MARKED, _MOST_CANCELLED = -3.0, 1.0  # log likelihoods below which an area is surely empty
_WELL_PLACED_MM = 0.3
_INSIDE_MM = -0.6  # from the edge inwards: beyond printed outlines, whose looks differ with every scanner
# Mean change of darkness inside the areas from which on the learned look replaces the template's; where the template is
# right, the change is a tenth of that.
_WORTH_IT = 0.01
_OF_FORM = " page "  # between a form and the number of its page, where what was learned is packed
_STEPS = 200  # grey levels per unit of darkness, to keep pictures small


@dataclass(frozen=True, slots=True, eq=False)
class EmptyAreas:
    """The surely empty response areas of one page.

    Attributes:
        page: 1-based page of the form.
        areas: Which of its response areas, (K,).
        pictures: What they look like, (K, 56, 56) uint8; see ``_to_levels``.
        form: Of which form it is a page.
    """

    page: int
    areas: NDArray[np.intp]
    pictures: NDArray[np.uint8]
    form: FormKey


def find_empty(page: LocatedPage, measured: Measurements, likelihoods: LogLikelihoods) -> EmptyAreas:
    """Cut out the surely empty areas of a page.

    Args:
        page: The page where it was found.
        measured: Its response areas.
        likelihoods: What the mark model says of them.
    """
    is_empty = (likelihoods.marked < _MOST_MARKED) & (likelihoods.cancelled < _MOST_CANCELLED)
    is_empty &= ~measured.is_hidden & ~measured.prints.is_moved & (page.misplaced_mm < _WELL_PLACED_MM)
    areas = np.flatnonzero(is_empty)
    return EmptyAreas(page.model.layout.number, areas, _to_levels(measured.pictures[areas]), page.identity.form)


def learn_blank(found: Sequence[EmptyAreas], form: FormModel) -> dict[int, Patches]:
    """Return the blank print of the pages that look otherwise than the template says, by page number.

    Args:
        found: The empty areas of some pages, in delivered order.
        form: The form as the template says.
    """
    learned = {}
    for page in form.pages:
        copies = _by_area([each for each in found if each.page == page.layout.number])
        # The mean first: it is quick, and where the template is right it is all that is needed.
        if _differs_inside(page, _middle(page.blank, copies, np.mean)):
            blank = _middle(page.blank, copies, np.median)
            if _differs_inside(page, blank):
                learned[page.layout.number] = blank
    return learned


def with_learned(form: FormModel, learned: Mapping[int, Patches]) -> FormModel:
    """Return the form with what was learned in place of what the template says."""
    pages = (replace(page, blank=learned.get(page.layout.number, page.blank)) for page in form.pages)
    return replace(form, pages=tuple(pages))


def pack_learned(learned: Mapping[FormKey, Mapping[int, Patches]], first: FormKey) -> bytes:
    """Return what was learned as it is stored with a batch; the same for the same.

    Args:
        learned: By form and page number.
        first: The form that the survey began with, whose pages go by their numbers alone.
    """
    packed = io.BytesIO()
    pages: dict[str, Any] = {
        str(number) if form == first else f"{form}{_OF_FORM}{number}": _to_levels(blank)
        for form, of_form in sorted(learned.items(), key=lambda each: (each[0] != first, each[0]))
        for number, blank in sorted(of_form.items())
    }
    np.savez_compressed(packed, **pages)
    return packed.getvalue()


def unpack_learned(packed: bytes, form: FormKey | None = None) -> dict[int, Patches]:
    """Return what ``pack_learned`` packed of a form, in 200 levels; None: of the one that the survey began with."""
    start = "" if form is None else f"{form}{_OF_FORM}"
    if not packed:
        return {}
    with np.load(io.BytesIO(packed), allow_pickle=False) as pages:
        own = [name for name in pages.files if name.startswith(start) and (start or name.isdecimal())]
        return {int(name.removeprefix(start)): _to_darkness(pages[name]) for name in own}


def _middle(
    blank: Patches, copies: Mapping[int, Sequence[NDArray[np.uint8]]], middle: Callable[..., NDArray[np.float64]]
) -> Patches:
    """Return the blank print with the middle of the copies wherever there are enough."""
    seen = blank.copy()
    for area, pictures in copies.items():
        if len(pictures) >= _FEWEST:
            seen[area] = _to_darkness(middle(np.array(pictures), axis=0))
    return seen


def _differs_inside(page: PageModel, blank: Patches) -> bool:
    """Whether another blank print differs from the template's where people make their marks."""
    masks = [zone(page.geometry, area, -np.inf, _INSIDE_MM) for area in range(len(blank))]
    is_inside = np.array(masks, bool).reshape(blank.shape)
    return bool(is_inside.any() and np.abs(blank - page.blank)[is_inside].mean() >= _WORTH_IT)


def _by_area(found: Sequence[EmptyAreas]) -> dict[int, list[NDArray[np.uint8]]]:
    pictures: dict[int, list[NDArray[np.uint8]]] = {}
    for each in found:
        for area, picture in zip(each.areas.tolist(), each.pictures, strict=True):
            pictures.setdefault(area, []).append(picture)
    return pictures


def _to_levels(darkness: Patches) -> NDArray[np.uint8]:
    levels = np.rint(np.clip(darkness, 0, 1) * _STEPS)
    return np.asarray(levels, np.uint8).reshape(-1, PATCH_PX, PATCH_PX)


def _to_darkness(levels: NDArray[np.generic]) -> Patches:
    return np.asarray(levels, np.float32) / np.float32(_STEPS)
