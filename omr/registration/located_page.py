"""What finding a page ends in: a located page or the reason why there is none; and the half-way, an identified page."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from form_templates.page_code import PageCode
from omr.geometry import Homography
from omr.images.preprocess import WorkingImage
from omr.local_correction import NO_CORRECTION, LocalCorrection
from omr.registration.fiducials import FiducialFit
from omr.registration.form_model import PageModel
from omr.results import PageIdentity, PageOutcome, Reason, Registration


@dataclass(frozen=True, slots=True, eq=False)
class LocatedPage:
    """A page that was identified and found.

    Attributes:
        model: Which page it is.
        image: The page, in the working frame.
        identity: Which print-out.
        registration: Where it lies, for keeping.
        template_to_working: The homography into the working frame.
        centers_mm: Where each response area is by homography and correction, template frame, (N, 2).
        misplaced_mm: How far each area may be from there, by its own outline and its neighbours', (N,).
        outline_match: How much of each area's own outline was seen, 0.0-1.0, (N,); 1.0 where none is printed.
        print_level: Brightness of solid print, 0 = black, 255 = white.
        matched_share: Share of the printed outlines that were seen where they should be.
    """

    model: PageModel
    image: WorkingImage
    identity: PageIdentity
    registration: Registration
    template_to_working: Homography
    centers_mm: NDArray[np.float64]
    misplaced_mm: NDArray[np.float64]
    outline_match: NDArray[np.float64]
    print_level: float
    matched_share: float


@dataclass(frozen=True, slots=True)
class RegistrationFailure:
    """Why a page could not be located, and what that makes of it.

    Attributes:
        outcome: What becomes of the page: unreadable, blank, foreign or a cover.
        reason: Why; None for a cover.
        detail: The fact behind the reason, for people; may be empty.
        code: The code that says so, where it is another form's.
    """

    outcome: PageOutcome
    reason: Reason | None
    detail: str = ""
    code: PageCode | None = None


@dataclass(frozen=True, slots=True, eq=False)
class IdentifiedPage:
    """A page of which is known what it is and where it roughly lies; its areas are still to be placed.

    Attributes:
        model: Which page of the form.
        identity: Which print-out.
        template_to_working: Homography, template mm to working pixels.
        fiducials: How many of them the homography rests on; 0 where it rests on the print.
        print_level: Brightness of solid print, 0 = black, 255 = white; None where no fiducial showed it.
        correction: The local correction as far as it is known already.
    """

    model: PageModel
    identity: PageIdentity
    template_to_working: Homography
    fiducials: int
    print_level: float | None
    correction: LocalCorrection = NO_CORRECTION

    @classmethod
    def by_fiducials(cls, model: PageModel, identity: PageIdentity, fit: FiducialFit) -> "IdentifiedPage":
        """Return a page that lies where its fiducials say."""
        return cls(model, identity, fit.template_to_working, fit.found, fit.core_level)
