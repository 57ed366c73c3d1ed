"""A share with the number of people behind it, from which its interval and every test follow."""

from dataclasses import dataclass, field

from exports.tally.statistics.intervals import CONFIDENCE, ShareInterval, share_interval


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the numbers of answers and of people that it is made of.

    Attributes:
        value: 0.0-1.0; None where nothing was answered. Under index rules B and C a mean of shares.
        count: Answers that have the property.
        of: Answers that count.
        respondents: People who gave these answers.
        equivalent: People of a plain random sample, each asked once, who would make it as sure
            (``linearised.equivalent_size``); infinite where nobody was left out. None: these people are such a sample.
    """

    value: float | None
    count: int
    of: int
    respondents: int
    equivalent: float | None = field(default=None, compare=False)  # two ways of asking may find the same share

    @classmethod
    def pooled(cls, count: int, of: int, respondents: int) -> "Share":
        """Return ``count`` out of ``of``."""
        return cls(count / of if of else None, count, of, respondents)

    @property
    def sample_size(self) -> float:
        """What the share is as sure as: a plain random sample of this many people out of very many."""
        return self.respondents if self.equivalent is None else self.equivalent

    @property
    def design_effect(self) -> float | None:
        """By how much the variance exceeds that of as many answers of different people; None without an answer."""
        return self.of / self.sample_size if self.of and self.sample_size else None

    @property
    def is_one_each(self) -> bool:
        """Whether each person gave one answer, so that people who bear the property can be counted."""
        return self.of == self.respondents

    @property
    def interval(self) -> ShareInterval | None:
        """Wilson's interval with ``sample_size`` people; None where nothing was answered."""
        return self.interval_at(CONFIDENCE)

    def interval_at(self, confidence: float) -> ShareInterval | None:
        """Return the interval at another level of confidence, 0.0-1.0."""
        if self.value is None or not self.respondents:
            return None
        return share_interval(self.value, self.sample_size, confidence)
