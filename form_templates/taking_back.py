"""What a form's printed instruction says about taking back a mark.

Forms differ: on one, a blackened box is a mark taken back; on another it is the box that is meant, a mark taken back
and chosen again. Where the instruction says nothing of it, the reader judges by how the same person marks elsewhere.
"""

from dataclasses import dataclass
from enum import StrEnum


class BlackenedBox(StrEnum):
    """What a box filled to its edges means."""

    UNSAID = "unsaid"
    WITHDRAWN = "withdrawn"  # a mark taken back
    CHOSEN = "chosen"  # the answer


class RingedMark(StrEnum):
    """What a ring around a mark means."""

    UNSAID = "unsaid"
    WITHDRAWN = "withdrawn"  # the mark is taken back


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What the printed instruction says; nothing by default.

    Attributes:
        blackened: Of a blackened box.
        ringed: Of a mark with a ring around it.
    """

    blackened: BlackenedBox = BlackenedBox.UNSAID
    ringed: RingedMark = RingedMark.UNSAID

    def said(self) -> dict[str, str]:
        """Return what is said, as templates and layouts write it; what is unsaid is not written."""
        words = {"blackened": self.blackened, "ringed": self.ringed}
        return {key: word.value for key, word in words.items() if word.value != "unsaid"}


NOTHING_SAID = TakingBack()
"""As most forms have it."""

PRINTED_ON_BOXES = TakingBack(BlackenedBox.CHOSEN, RingedMark.WITHDRAWN)
"""What the program prints of its own accord on a form of boxes, see ``typesetting.parts.examples``."""
