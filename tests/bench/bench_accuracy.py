"""How right the readings are, and whether the stated probability of being wrong is honest."""

import itertools
import math
from pathlib import Path

from omr.accuracy import compare
from omr.batch import read_batch
from omr.simulation.respondents import Population
from tests.bench.piles import make_pile, new_survey

_OFFICE = (
    ("office, grey JPEG", "jpeg-grey", 0.5),
    ("office, colour JPEG", "jpeg-colour", 0.5),
)
_HARDER = (
    ("photocopy", "jpeg-grey"),
    ("low-dpi", "jpeg-grey"),
    ("fax-1bit", "tiff-g4"),
    ("turned", "jpeg-grey"),
    ("worn", "jpeg-grey"),
    ("stamped", "jpeg-colour"),
    ("skewed", "jpeg-grey"),
    ("rough", "jpeg-grey"),
    ("dithered-1bit", "tiff-g4"),
    ("phone", "jpeg-colour"),
)


def run(folder: Path, forms: int, seed: int) -> None:
    """Read office piles (the promise) and small harder ones (the outlook), and print the figures of each."""
    print("== Accuracy: simulated forms of sipas-2020, default tolerance 1 in 10,000")
    stated: list[tuple[float, bool]] = []
    for number, (name, file_format, share) in enumerate(_OFFICE):
        place = folder / f"office-{number}"
        stated += _measure(place, name, forms=round(forms * share), seed=seed + number, file_format=file_format)
    _print_reliability(stated)
    plain = folder / "plain"
    _measure(plain, "office, nobody corrects", forms=forms // 4, seed=seed + 7, population=Population.plain())
    unruly = folder / "unruly"
    _measure(unruly, "office, unruly people", forms=forms // 7, seed=seed + 8, population=Population.unruly())
    for number, (conditions, file_format) in enumerate(_HARDER):
        place, harder_seed = folder / conditions, seed + 10 + number
        _measure(place, conditions, forms=forms // 14, seed=harder_seed, conditions=conditions, file_format=file_format)


def _measure(place: Path, name: str, **options: object) -> list[tuple[float, bool]]:
    place.mkdir()
    pile = make_pile(place, template_id="sipas-2020", **options)  # type: ignore[arg-type]
    with new_survey(pile, place / "survey") as survey:
        read_batch(survey, [pile.folder])
        accuracy = compare(pile, survey.pages())
    print(f"-- {name}")
    for line in accuracy.lines():
        print(f"   {line}")
    for mistake in accuracy.mistakes[:10]:
        meant, reading = mistake.meant, mistake.reading
        where = f"{mistake.truth.file} {mistake.item_id}"
        print(f"   WRONG {where}: meant {meant.answer} ({meant.habit}, {meant.pen}), read {reading.answer}")
    return list(accuracy.stated)


def _print_reliability(stated: list[tuple[float, bool]]) -> None:
    """Print the stated against the measured share of wrong answers, by decade, with an exact upper limit."""
    print("-- stated P(wrong) against measured, office piles together")
    print("   stated             answers   wrong   expected   95 % upper limit of wrong")
    edges = (0.0, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.1)
    for low, high in itertools.pairwise(edges):
        inside = [(p, wrong) for p, wrong in stated if low <= p < high]
        wrong = sum(is_wrong for _, is_wrong in inside)
        expected = sum(p for p, _ in inside)
        print(f"   {low:7.0e} - {high:7.0e} {len(inside):9} {wrong:7} {expected:10.3f} {_upper_limit(wrong):10.1f}")


def _upper_limit(count: int) -> float:
    """Return the exact Poisson 97.5 % upper limit of an expected count, by bisection."""
    low, high = float(count), count + 10 * math.sqrt(count + 4)
    for _ in range(60):
        middle = (low + high) / 2
        tail = sum(math.exp(-middle + k * math.log(middle) - math.lgamma(k + 1)) for k in range(count + 1))
        low, high = (middle, high) if tail > 0.025 else (low, middle)
    return high
