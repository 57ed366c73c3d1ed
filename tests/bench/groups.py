"""What the accuracy bench is made of: conditions, how they are scanned, who fills in, and how many answers of each."""

import math
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from omr.simulation.devices.conditions import CONDITIONS, ScanConditions
from omr.simulation.people.respondents import Population

_FORMS_PER_PILE = 100  # 200 pages: some hundred megabytes, deleted before the next pile is made
_FORMS_PER_FOREIGN_PILE = 5  # each pile is a form of its own, and it is forms that should differ
_ANSWERS_PER_FOREIGN_FORM = 50  # about
_EXTRA_SHARE = 0.1  # of the answers asked for, on top of them: groups outside the targets
_IN_COLOUR = frozenset({"stamped", "phone"})  # where colour is what makes the condition


@dataclass(frozen=True, slots=True)
class Source:
    """Piles of one kind.

    Attributes:
        group: ``"office"``, ``"hard"``, or one outside the targets.
        name: For the table.
        conditions: Names of scan conditions; piles take turns.
        answers: How many are wanted.
        file_format: What the scanner writes; None: what goes with the conditions.
        population: Who fills in the forms.
        is_foreign: Whether the forms are other people's, drawn at random, without corner marks.
    """

    group: str
    name: str
    conditions: tuple[str, ...]
    answers: float
    file_format: str | None = None
    population: Population = field(default_factory=Population)
    is_foreign: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """One pile: made, read and deleted before the next.

    Attributes:
        source: What it belongs to.
        number: 0-based, among the piles of its source.
        conditions: Name of the scan conditions.
        file_format: What the scanner writes.
        forms: How many.
        seed: Of the pile; depends on the bench's seed, the source's name and the number alone.
    """

    source: Source
    number: int
    conditions: str
    file_format: str
    forms: int
    seed: int


def sources(
    answers: int, *, conditions: Mapping[str, ScanConditions] = CONDITIONS, has_foreign: bool = False
) -> tuple[Source, ...]:
    """Share out the answers: half to the office, half to the hard conditions alike; the other groups come on top."""
    hard = tuple(name for name in conditions if name not in ("clean", "office"))
    extra = answers * _EXTRA_SHARE
    made = [
        Source("office", "office, grey", ("office",), answers / 4, "jpeg-grey"),
        Source("office", "office, colour", ("office",), answers / 4, "jpeg-colour"),
        *(Source("hard", name, (name,), answers / 2 / len(hard)) for name in hard),
        Source("unruly people", "unruly people", ("office",), extra, population=Population.unruly()),
    ]
    if has_foreign:
        made.append(Source("foreign forms", "foreign, office", ("office",), extra, is_foreign=True))
        made.append(Source("foreign forms, hard", "foreign, hard", hard, extra, is_foreign=True))
    return tuple(made)


def chunks(
    source: Source,
    answers_per_form: float,
    seed: int,
    *,
    conditions: Mapping[str, ScanConditions] = CONDITIONS,
) -> Iterator[Chunk]:
    """Yield piles of at least as many answers as the source wants."""
    size = _FORMS_PER_FOREIGN_PILE if source.is_foreign else _FORMS_PER_PILE
    each = _ANSWERS_PER_FOREIGN_FORM if source.is_foreign else answers_per_form
    forms = max(1, math.ceil(source.answers / each))
    for number, first in enumerate(range(0, forms, size)):
        name = source.conditions[number % len(source.conditions)]
        file_format = source.file_format or _format(conditions[name])
        own_seed = seed + zlib.crc32(f"{source.name}/{number}".encode())
        yield Chunk(source, number, name, file_format, min(size, forms - first), own_seed)


def _format(conditions: ScanConditions) -> str:
    if conditions.is_bilevel:
        return "tiff-g4"
    return "jpeg-colour" if conditions.name in _IN_COLOUR or conditions.phone is not None else "jpeg-grey"
