"""Boxes that are blackened: marks to some people, marks taken back to others; the form's instruction may say which.

A picture of a blackened box does not tell what is meant by it. The rest of the page does: somebody who fills every box
means each of them, and somebody who makes crosses and blackens one box means something else by that. What the
instruction says (``form_templates.taking_back``) is followed where the page agrees with it. Where it does not, and
where nothing is said of a box that stands out on its page, the mark becomes a doubt: an item of several answers is
looked at by a person, while of a single answer what people do decides, who mean a lone mark and hardly ever two.
"""

import numpy as np
from numpy.typing import NDArray

from form_templates.taking_back import BlackenedBox
from omr.marks.likelihoods import LogLikelihoods

FULL = 0.85
"""Share of a box's inside that is ink from which on it is blackened.

Of simulated marks crosses reach 0.5 (0.8 with a felt tip), ticks 0.6; half of the fills, nine in ten blots and a tenth
of the scribbles are beyond it.
"""

_SPARSE = 0.6  # three marks in four of those who do not fill leave less
_FEWEST_MARKS = 4  # that tell how somebody marks
_SURE = 3.0  # log odds of a mark that tells
_CHOSEN = 6.0  # log odds that a blackened box is chosen where the form says so
_BLOTTED = 5.0  # most that it was taken back, if it looks so: too much for a second answer, too little to pass over
_WITHDRAWN = 7.0  # log odds that it is taken back where the form says so: enough to propose a blank for a lone one
_UNHEEDED = 3.0  # the same where the person fills all boxes: not enough for that, and too much to accept anything


def with_full_fills(likelihoods: LogLikelihoods, fill_ratio: NDArray[np.float32], said: BlackenedBox) -> LogLikelihoods:
    """Return how likely marks are, with what the page and the form say of blackened boxes; as before if there are none.

    Args:
        likelihoods: Of the response areas of one page, N of them.
        fill_ratio: Share of each area's inside that is ink, (N,).
        said: What the form says that a blackened box means.
    """
    is_full = (fill_ratio >= FULL) & likelihoods.is_mark_or_was
    if not is_full.any():
        return likelihoods
    marked, cancelled = likelihoods.marked.copy(), likelihoods.cancelled.copy()
    stronger = np.maximum(marked, cancelled)
    if said is BlackenedBox.CHOSEN:
        is_mark = is_full & likelihoods.is_mark
        cancelled[is_mark] = np.minimum(cancelled, marked - _CHOSEN)[is_mark]
        marked[is_full] = np.maximum(marked, cancelled - _BLOTTED)[is_full]
    elif _does_not_fill(likelihoods, fill_ratio):
        cancelled[is_full] = stronger[is_full]
        if said is BlackenedBox.WITHDRAWN:
            marked[is_full] = np.minimum(marked, stronger - _WITHDRAWN)[is_full]
    elif said is BlackenedBox.WITHDRAWN:
        cancelled[is_full] = np.maximum(cancelled, marked + _UNHEEDED)[is_full]
    return LogLikelihoods(marked, cancelled)


def _does_not_fill(likelihoods: LogLikelihoods, fill_ratio: NDArray[np.float32]) -> bool:
    """Whether the page shows that its writer makes other marks than blackened boxes; few marks show nothing."""
    telling = fill_ratio[likelihoods.is_mark & (likelihoods.marked > _SURE)]
    return len(telling) >= _FEWEST_MARKS and float(np.quantile(telling, 0.75)) < _SPARSE
