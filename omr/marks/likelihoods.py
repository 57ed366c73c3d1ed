"""How likely the ink in response areas is under each state an area can be in: what the mark model says to deciding.

Needs no pixels and no OpenCV.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class LogLikelihoods:
    """Log likelihoods of two states of some response areas, both relative to the third, empty.

    Attributes:
        marked: Log of P(ink | marked) / P(ink | empty), (N,).
        cancelled: Log of P(ink | marked and taken back) / P(ink | empty), (N,).
    """

    marked: NDArray[np.float64]
    cancelled: NDArray[np.float64]

    def __len__(self) -> int:
        """Return the number of areas."""
        return len(self.marked)

    @property
    def is_mark(self) -> NDArray[np.bool_]:
        """Which areas more likely hold a mark than none or one taken back, (N,)."""
        return np.asarray((self.marked > 0) & (self.marked > self.cancelled))

    @property
    def is_mark_or_was(self) -> NDArray[np.bool_]:
        """Which areas more likely hold a mark, taken back or not, than none, (N,)."""
        return np.asarray(np.maximum(self.marked, self.cancelled) > 0)
