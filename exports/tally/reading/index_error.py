"""How far the index may be off because answers were misread, beside how far because not everybody was asked."""

from dataclasses import dataclass

from exports.tally.reading.read_answers import Checks, find_read_answers
from exports.tally.survey_tally import SurveyTally
from omr.recheck.error_rate import exact_interval


@dataclass(frozen=True, slots=True)
class ReadingError:
    """What misread answers may do to the index that stands for a survey.

    Attributes:
        accepted: Answers that the index is made of and the engine stands behind.
        checked: Of these, those that somebody re-checked blind.
        differing: Of these, those that were misread, or may turn out to be.
        rate: Upper end of the exact 95 % interval (Clopper and Pearson 1934) of the share misread; None where nothing
            was checked. Every answer has the same chance to be re-checked, so these are a fair sample of them.
        at_most: By how much the index moves at most if so many are misread, 0.0-1.0; None where nothing was checked.
        expected: By how much it moves at most if as many are misread as the engine expects, 0.0-1.0.
    """

    accepted: int
    checked: int
    differing: int
    rate: float | None
    at_most: float | None
    expected: float


def find_reading_error(tally: SurveyTally, checks: Checks) -> ReadingError | None:
    """Return what misread answers may do to the index of everybody; None without one, or if people read everything."""
    rows = tally.ratings.all_rows()
    weights = tally.ratings.design.weights_of(rows) if tally.weighted else None
    read = find_read_answers(tally.table, tally.ratings, tally.rule, rows, checks, weights)
    if not read.count:
        return None
    # Misread answers that a re-check has found are put right already; when all were checked, only open ones are left.
    rate = exact_interval(read.differing, read.checked).high if read.checked else None
    misread = None if rate is None else rate * read.count
    if read.checked == read.count:
        rate, misread = read.differing / read.count, float(read.open)
    return ReadingError(
        accepted=read.count,
        checked=read.checked,
        differing=read.differing,
        rate=rate,
        at_most=None if misread is None else read.most_moved_by(misread),
        expected=read.expected_move,
    )
