"""Which forms are worth trying on a page: a quick look at a sample of the features of each page of each form."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from omr.images.preprocess import WorkingImage
from omr.registration.form_model import FormModel, PageModel
from omr.registration.print_features import SMOOTHINGS_PX, PrintFeatures, count_agreeing, features_of

_SAMPLES = (300, 1200)  # features of a blank page, of 2,500: few at first, more where nothing was recognised
_SHARE = 0.4  # of the likeliest page's votes from which another one may be it


@dataclass(frozen=True, slots=True)
class Likely:
    """A page of a form, and how many features of a scan agree that it may be it."""

    form: FormModel
    page: PageModel
    votes: int


@dataclass(slots=True)
class _Samples:
    """A page of a form with samples of its features, by size of the sample and smoothing; made when first needed."""

    form: FormModel
    page: PageModel
    made: dict[tuple[int, int], PrintFeatures] = field(default_factory=dict)

    def of(self, count: int, smoothing: int) -> PrintFeatures:
        key = count, smoothing
        if key not in self.made:
            self.made[key] = self.page.features[smoothing].every(count)
        return self.made[key]


class QuickLook:
    """The sampled features of some forms."""

    def __init__(self, forms: Sequence[FormModel]) -> None:
        self._pages = tuple(_Samples(form, page) for form in forms for page in form.pages)

    def likely(self, image: WorkingImage) -> list[Likely]:
        """Return the pages that the scan may be, the likeliest first; none if none has any votes."""
        seen = [features_of(image, smoothing_px) for smoothing_px in SMOOTHINGS_PX]
        for count in _SAMPLES:
            for smoothing, features in enumerate(seen):
                found = self._votes(features, count, smoothing)
                if found:
                    return worth_trying(found)
        return []

    def _votes(self, seen: PrintFeatures, count: int, smoothing: int) -> list[Likely]:
        votes = ((each, count_agreeing(each.of(count, smoothing), seen, each.page.size_mm)) for each in self._pages)
        return [Likely(each.form, each.page, number) for each, number in votes if number]


def worth_trying(found: Sequence[Likely]) -> list[Likely]:
    """Return those that have nearly as many votes as the likeliest, which comes first."""
    ranked = sorted(found, key=lambda each: -each.votes)
    return [each for each in ranked if each.votes >= _SHARE * ranked[0].votes]
