"""What became of many answers: counts, exact intervals, and how they stand against the targets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from omr.recheck.error_rate import exact_interval
from omr.simulation.accuracy import CheckedAnswer

PER = 10_000  # wrong answers are counted in so many


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as much of it as the figures need; a hundred thousand are kept at a time.

    Attributes:
        kind: The way of marking, see ``CheckedAnswer.kind``.
        pen: What it was marked with; ``"none"`` for a blank.
        is_plain: One ordinary mark per choice or none.
        is_decidable: False where a person could not tell what was meant.
        p_wrong: Stated by the engine.
        is_flagged: Left to a person.
        is_wrong: Not what was meant.
    """

    kind: str
    pen: str
    is_plain: bool
    is_decidable: bool
    p_wrong: float
    is_flagged: bool
    is_wrong: bool

    @classmethod
    def of(cls, checked: CheckedAnswer) -> "Answer":
        """Return what the figures need of a compared answer."""
        meant, reading = checked.meant, checked.reading
        pen = str(meant.pen) if meant.habit else "none"
        flagged = bool(reading.flags)
        return cls(checked.kind, pen, checked.is_plain, meant.is_decidable, reading.p_wrong, flagged, checked.is_wrong)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the exact 95 % interval of the share behind it."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """The measured share; 0.0 of none."""
        return self.count / self.of if self.of else 0.0

    @property
    def low(self) -> float:
        """Lower limit."""
        return exact_interval(self.count, self.of).low

    @property
    def high(self) -> float:
        """Upper limit."""
        return exact_interval(self.count, self.of).high

    def as_dict(self) -> dict[str, float]:
        """Return the share for JSON."""
        return {"count": self.count, "of": self.of, "share": self.share, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of some answers."""

    answers: int
    right: int
    flagged: int
    wrong: int  # and accepted

    @property
    def flagged_share(self) -> Share:
        """Of all these answers."""
        return Share(self.flagged, self.answers)

    @property
    def wrong_share(self) -> Share:
        """Accepted and wrong, of all these answers."""
        return Share(self.wrong, self.answers)

    def as_dict(self) -> dict[str, Any]:
        """Return the counts for JSON."""
        return {
            "answers": self.answers,
            "right": self.right,
            "flagged": self.flagged_share.as_dict(),
            "wrong_and_accepted": self.wrong_share.as_dict(),
        }


def count(answers: Iterable[Answer]) -> Counts:
    """Count what became of answers."""
    kinds = Counter((answer.is_wrong, answer.is_flagged) for answer in answers)
    return Counts(
        answers=sum(kinds.values()),
        right=kinds[False, False] + kinds[False, True],
        flagged=kinds[False, True] + kinds[True, True],
        wrong=kinds[True, False],
    )


@dataclass(frozen=True, slots=True)
class Measured:
    """Pages of one kind and their answers.

    Attributes:
        pages: Delivered.
        pages_read: Read as the page they are.
        answers: Of the pages read.
    """

    pages: int = 0
    pages_read: int = 0
    answers: tuple[Answer, ...] = field(default=(), repr=False)

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(self.pages + other.pages, self.pages_read + other.pages_read, self.answers + other.answers)

    @property
    def unread(self) -> Share:
        """Pages that were not read, or as another page."""
        return Share(self.pages - self.pages_read, self.pages)

    @property
    def all(self) -> Counts:
        """Every answer."""
        return count(self.answers)

    @property
    def decidable(self) -> Counts:
        """Answers of which a person could tell what was meant."""
        return count(answer for answer in self.answers if answer.is_decidable)

    @property
    def plain(self) -> Counts:
        """Answers with one ordinary mark per choice, or none."""
        return count(answer for answer in self.answers if answer.is_plain)

    def by(self, attribute: str) -> dict[str, Counts]:
        """Return counts by ``"kind"`` or ``"pen"``, in order of the alphabet."""
        groups: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.answers:
            groups[getattr(answer, attribute)].append(answer)
        return {name: count(groups[name]) for name in sorted(groups)}

    def as_dict(self) -> dict[str, Any]:
        """Return all figures for JSON."""
        return {
            "pages": self.pages,
            "pages_not_read": self.unread.as_dict(),
            "all": self.all.as_dict(),
            "decidable": self.decidable.as_dict(),
            "plain": self.plain.as_dict(),
            "by_habit": {name: counts.as_dict() for name, counts in self.by("kind").items()},
            "by_pen": {name: counts.as_dict() for name, counts in self.by("pen").items()},
        }


@dataclass(frozen=True, slots=True)
class Target:
    """Two shares to come down to: one to reach, then one to beat."""

    reach: float
    beat: float

    def verdict(self, measured: Share) -> str:
        """Say how a measured share stands; "for sure" if its whole interval does, else too few were measured."""
        for name, limit in (("beaten", self.beat), ("reached", self.reach)):
            if measured.share <= limit:
                return f"{name} for sure" if measured.high <= limit else f"{name}, not for sure"
        return "MISSED for sure" if measured.low > self.reach else "MISSED, not for sure"


@dataclass(frozen=True, slots=True)
class Targets:
    """What a group of conditions is held to."""

    wrong: Target
    flagged_plain: Target
    unread: Target


TARGETS: Mapping[str, Targets] = {
    "office": Targets(Target(1 / PER, 0.46 / PER), Target(0.005, 0.002), Target(0.0, 0.0)),
    "hard": Targets(Target(5 / PER, 1 / PER), Target(0.03, 0.01), Target(0.005, 0.001)),
}
"""By group: of all answers, of plain answers, of pages."""


def verdicts(group: str, measured: Measured) -> dict[str, str]:
    """Return how a group stands against its targets; empty if it has none."""
    targets = TARGETS.get(group)
    if targets is None:
        return {}
    return {
        "pages_not_read": targets.unread.verdict(measured.unread),
        "wrong_all": targets.wrong.verdict(measured.all.wrong_share),
        "wrong_decidable": targets.wrong.verdict(measured.decidable.wrong_share),
        "wrong_plain": targets.wrong.verdict(measured.plain.wrong_share),
        "flagged_plain": targets.flagged_plain.verdict(measured.plain.flagged_share),
    }


def group_lines(group: str, measured: Measured, *, with_kinds: bool = True) -> Iterator[str]:
    """Yield the figures of a group with its targets and, if wanted, by way of marking and pen."""
    stand = verdicts(group, measured)
    unread = measured.unread
    yield (
        f"pages not read  {unread.count} of {unread.of} ({unread.share:.3%}, {unread.low:.3%} - {unread.high:.3%})"
        + (f"  {stand['pages_not_read']}" if stand else "")
    )
    yield _HEAD
    for name in ("all", "decidable", "plain") if with_kinds else ("all",):
        counts: Counts = getattr(measured, name)
        yield f"{_row(name, counts)}  {stand.get('flagged_' + name, ''):21} {stand.get('wrong_' + name, '')}".rstrip()
    for title, attribute in (("by way of marking", "kind"), ("by pen", "pen")) if with_kinds else ():
        yield f"{title}:"
        yield from (f"  {_row(name, counts)}".rstrip() for name, counts in measured.by(attribute).items())


def condition_lines(by_condition: Mapping[str, Measured]) -> Iterator[str]:
    """Yield one line for every condition."""
    yield f"{'':18}{'pages':>7} {'unread':>7}  {_HEAD.strip()}   plain: flagged, wrong"
    for name, measured in by_condition.items():
        plain = measured.plain
        yield (
            f"{name:18}{measured.pages:7} {measured.unread.count:7}  {_row('', measured.all).strip()}   "
            f"{plain.flagged_share.share:7.2%} {plain.wrong:5}"
        )


_HEAD = f"{'':18}answers     right   flagged (95 % interval)   wrong and accepted, in 10,000 (95 % interval)"


def _row(name: str, counts: Counts) -> str:
    flagged, wrong = counts.flagged_share, counts.wrong_share
    right = counts.right / counts.answers if counts.answers else 0.0
    return (
        f"{name:16} {counts.answers:8}  {right:8.3%}  {flagged.share:7.3%} ({flagged.low:7.3%} - {flagged.high:7.3%})"
        f"  {wrong.count:4}  {wrong.share * PER:7.2f} ({wrong.low * PER:6.2f} - {wrong.high * PER:7.2f})"
    )


def stated(answers: Sequence[Answer]) -> list[tuple[float, bool]]:
    """Return pairs (stated P(wrong), was wrong) of the decidable answers."""
    return [(answer.p_wrong, answer.is_wrong) for answer in answers if answer.is_decidable]
