"""What may be wrong about a response area that was found, as sentences, each with what it takes from the confidence."""

from collections.abc import Iterable
from enum import Enum
from math import prod

SURE = 0.85
"""An area of this confidence or more is as forms usually have them."""

LIKELY = 0.6
"""An area of less is more likely wrong than those that are merely unusual."""


class AreaDoubt(Enum):
    """A reason to look at an area: its sentence, and the factor on the confidence."""

    ODD_SIZE = ("it is smaller or larger than boxes mostly are", 0.85)
    EMPTY_CELL = ("it is an empty cell of a table, which may be there to be written in", 0.95)
    CELL_WITHOUT_HEADING = ("it is an empty cell under no heading", 0.7)
    NO_BORDERS = ("nothing is printed around it; it lies where a row of text meets a column", 0.85)
    BARE_DIGIT = ("it is a printed digit without an outline, taken to be circled", 0.95)
    RINGED_OPTION = ("it is the number or letter before an option that has no box, taken to be circled", 0.84)
    ALONE = ("it stands alone: no other option belongs to it", 0.6)
    NO_QUESTION = ("no question was found for it", 0.75)
    NO_OPTION_TEXT = ("no text was found for the option", 0.85)
    BROKEN_WORDS = ("a word of its heading may be broken at the end of a line, so its text may be wrong", 0.8)
    HEADS_TAKEN_OVER = ("its text was taken over from the table that ends on the page before", 0.84)
    SPLIT_ROW = ("its row is split over two pages; its larger half is where marks are looked for", 0.8)
    IN_COLUMNS = ("its options stand in several columns, read one column after the other", 0.9)
    IN_ROWS = ("its options go on over several rows, read row by row", 0.95)
    DIRECTION = ("the wording does not say which end of the scale is the good one", 0.9)
    REVERSED = ("its digits run against its wording, so the values follow the wording, not the digits", 0.8)
    WRITTEN_BOXES = ("boxes without any words are taken for the digits of a number", 0.85)
    MARK_STYLE = ("the form does not say how to mark it", 0.97)
    KIND = ("whether several options may be chosen is not said", 0.97)

    @property
    def sentence(self) -> str:
        """What is doubtful, as the rest of a sentence."""
        return self.value[0]


def confidence_of(doubts: Iterable[AreaDoubt]) -> float:
    """Return the confidence that is left, 0.0-1.0."""
    return round(0.99 * prod(doubt.value[1] for doubt in set(doubts)), 2)
