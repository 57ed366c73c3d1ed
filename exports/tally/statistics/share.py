"""A share with the number of people behind it, from which its interval and every test follow."""

from dataclasses import dataclass

from exports.tally.statistics.intervals import CONFIDENCE, ShareInterval, corrected_size, share_interval


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the numbers of answers and of people that it is made of.

    Attributes:
        value: 0.0-1.0; None where nothing was answered. Under index rules B and C a mean of shares.
        count: Answers that have the property.
        of: Answers that count.
        respondents: People who gave these answers.
        effective: Size of the unweighted sample that would be as sure (Kish 1965); None if all count alike.
        population: People whose answers these stand for; None if unknown.
    """

    value: float | None
    count: int
    of: int
    respondents: int
    effective: float | None = None
    population: int | None = None

    @classmethod
    def pooled(cls, count: int, of: int, respondents: int) -> "Share":
        """Return ``count`` out of ``of``."""
        return cls(count / of if of else None, count, of, respondents)

    @property
    def sample_size(self) -> float:
        """What the share is as sure as: a plain random sample of this many people out of very many.

        The answers of one person resemble each other, so counting each as a trial would promise too much. Counting
        each person once is the cautious bound.
        """
        return corrected_size(self.respondents if self.effective is None else self.effective, self.population)

    @property
    def interval(self) -> ShareInterval | None:
        """Wilson's interval with *people* as the sample size; None where nothing was answered."""
        return self.interval_at(CONFIDENCE)

    def interval_at(self, confidence: float) -> ShareInterval | None:
        """Return the interval at another level of confidence, 0.0-1.0."""
        if self.value is None or not self.respondents:
            return None
        return share_interval(self.value, self.sample_size, confidence)
