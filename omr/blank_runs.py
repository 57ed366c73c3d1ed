"""How probable it is, before an item's own ink is looked at, that it was left blank: blanks come in runs.

People leave out what does not concern them, stop in the middle, or fill only as many boxes as their name has letters.
Among the items of a page blank and answered ones therefore follow each other as a Markov chain does, of which the ink
shows the states more or less well. How often it changes is estimated from the page itself (Baum et al. 1970, doi
10.1214/aoms/1177697196), so that scattered blanks stay what they are: no evidence about their neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_ROUNDS = 3
_USUAL_ITEMS = 8  # what is usual weighs as much as this many items of the page at hand
_USUAL_BLANKS_SEEN = 2  # and the usual persistence as much as this many blanks
_PERSISTENCE = 0.1  # by how much a blank after a blank is more probable than elsewhere, where nothing else is known


@dataclass(frozen=True, slots=True)
class _Chain:
    """How blanks follow each other on a page.

    Attributes:
        first: Probability that the first item is blank.
        after_blank: That one after a blank is.
        after_answer: That one after an answer is.
    """

    first: float
    after_blank: float
    after_answer: float


def blank_shares(odds: Sequence[float], usual: float) -> list[float]:
    """Return the probability that each item is blank, judging by all others of the page.

    Args:
        odds: How much more likely the ink of each item is if it is blank than if it is answered, in printed order.
        usual: Share of items that people usually leave blank.
    """
    chain = _with_usual(usual)
    for _ in range(_ROUNDS):
        chain = _fitted(chain, odds, usual)
    before, after = _before(chain, odds), _after(chain, odds)
    return [_odds_on(share, ratio) for share, ratio in zip(before, after, strict=True)]


def _fitted(chain: _Chain, odds: Sequence[float], usual: float) -> _Chain:
    """Return the chain that the page shows, if its blanks are where ``chain`` makes them probable."""
    before, after = _before(chain, odds), _after(chain, odds)
    blanks = from_blank = both_blank = from_answer = turned_blank = 0.0
    for index, (share, ratio) in enumerate(zip(before, after, strict=True)):
        blanks += _odds_on(share, odds[index] * ratio)
        if index + 1 == len(odds):
            break
        blank = _odds_on(share, odds[index])
        following = odds[index + 1] * after[index + 1]
        both, left = blank * chain.after_blank * following, blank * (1 - chain.after_blank)
        entered, neither = (1 - blank) * chain.after_answer * following, (1 - blank) * (1 - chain.after_answer)
        whole = both + left + entered + neither
        from_blank += (both + left) / whole
        both_blank += both / whole
        from_answer += (entered + neither) / whole
        turned_blank += entered / whole
    share = (blanks + usual * _USUAL_ITEMS) / (len(odds) + _USUAL_ITEMS)
    return _with_usual(share, (both_blank, from_blank), (turned_blank, from_answer))


def _with_usual(
    share: float, blank: tuple[float, float] = (0.0, 0.0), answer: tuple[float, float] = (0.0, 0.0)
) -> _Chain:
    """Return the chain of what was counted, together with what is usual.

    Args:
        share: Of blanks on the page.
        blank: Blanks after a blank, and items after one.
        answer: Blanks after an answer, and items after one.
    """
    after_blank = _PERSISTENCE + (1 - _PERSISTENCE) * share
    after_answer = (1 - _PERSISTENCE) * share
    return _Chain(
        share,
        (blank[0] + after_blank * _USUAL_BLANKS_SEEN) / (blank[1] + _USUAL_BLANKS_SEEN),
        (answer[0] + after_answer * _USUAL_ITEMS) / (answer[1] + _USUAL_ITEMS),
    )


def _before(chain: _Chain, odds: Sequence[float]) -> list[float]:
    """Return the probability that each item is blank, judging by those before it."""
    shares, share = list[float](), chain.first
    for each in odds:
        shares.append(share)
        blank = _odds_on(share, each)
        share = blank * chain.after_blank + (1 - blank) * chain.after_answer
    return shares


def _after(chain: _Chain, odds: Sequence[float]) -> list[float]:
    """Return how much more likely what follows each item is if it is blank than if it is answered."""
    ratios, ratio = list[float](), 1.0
    for each in reversed(odds):
        ratios.append(ratio)
        blank = each * ratio
        ratio = (chain.after_blank * blank + 1 - chain.after_blank) / (
            chain.after_answer * blank + 1 - chain.after_answer
        )
    return ratios[::-1]


def _odds_on(share: float, odds: float) -> float:
    """Return a probability after evidence that is so many times as likely if it is true."""
    return share * odds / (share * odds + 1 - share)
