"""How right the readings of forms typed in offices are, for every way of marking by itself."""

import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from omr.batches.batch import read_batch
from omr.batches.worker import default_jobs
from omr.simulation import effects
from omr.simulation.accuracy import compare
from omr.simulation.chance import Range
from omr.simulation.devices.conditions import CONDITIONS, OFFICE, PHOTOCOPY, ScanConditions, Step
from omr.simulation.devices.presets import COPY_OF_COPY
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.foreign.piles import make_word_pile
from omr.simulation.foreign.word_forms import WordKind
from omr.simulation.order import PileOrder
from omr.simulation.people.respondents import Population
from omr.simulation.truth import Pile
from tests.bench.figures import Answer, Measured, Share, condition_lines
from tests.bench.keeping import keep_json
from tests.bench.piles import new_survey

FORMS_PER_PILE = 8
"""Every pile is a form of its own, and it is forms that should differ."""

_ANSWERS_PER_FORM = 16  # about
_WRONG_TARGET = 2e-4
_FLAGGED_TARGETS = {"office": 0.015, "hard": 0.04}
_COPIED_ONCE = replace(
    OFFICE,
    copier=PHOTOCOPY.copier,
    generations=(1, 1),
    copy_steps=(
        Step(effects.copy_toner, Range(0.35, 0.7)),
        Step(effects.add_specks, Range(2, 20), share=0.5),
        Step(effects.grey_paper, Range(0, 12), share=0.4),
    ),
)
_HARD = (*(conditions for name, conditions in CONDITIONS.items() if name not in ("clean", "office")), COPY_OF_COPY)


@dataclass(frozen=True, slots=True)
class MarkingPile:
    """One pile to be made: how its form is marked, what scans it, and its seed."""

    kind: WordKind
    group: str
    conditions: ScanConditions
    seed: int

    @property
    def file_format(self) -> FileFormat:
        """What the scanner writes."""
        if self.conditions.is_bilevel:
            return FileFormat.TIFF_G4
        return FileFormat.JPEG_COLOUR if self.conditions.name in ("stamped", "phone") else FileFormat.JPEG_GREY


def planned(answers: int, seed: int) -> Iterator[MarkingPile]:
    """Yield piles of about ``answers`` answers, half office and half hard, as many of each way of marking."""
    each = max(1, round(answers / 2 / len(WordKind) / (FORMS_PER_PILE * _ANSWERS_PER_FORM)))
    for number in range(each):
        for kind in WordKind:
            for group, conditions in (("office", _COPIED_ONCE), ("hard", _copied(_HARD[number % len(_HARD)]))):
                yield MarkingPile(kind, group, conditions, seed + zlib.crc32(f"{kind}/{group}/{number}".encode()))


def make_pile(plan: MarkingPile, place: Path, jobs: int) -> Pile:
    """Make one pile."""
    order = PileOrder(
        respondents=FORMS_PER_PILE,
        seed=plan.seed,
        conditions=plan.conditions,
        population=Population(),
        file_format=plan.file_format,
    )
    return make_word_pile(place, plan.kind, order, jobs=jobs)


def read_pile(pile: Pile, survey_folder: Path, jobs: int | None) -> Measured:
    """Read one pile and compare it with what was meant."""
    with new_survey(pile, survey_folder) as survey:
        read_batch(survey, [pile.folder], jobs=jobs)
        accuracy = compare(pile, survey.pages())
    for mistake in accuracy.mistakes:
        truth, reading = mistake.truth, mistake.reading
        print(
            f"   WRONG {pile.template_id} {pile.conditions} {truth.file} {mistake.item_id}: meant "
            f"{';'.join(mistake.meant.answer) or 'blank'} ({mistake.kind}), read "
            f"{';'.join(reading.answer) or 'blank'}, p_wrong {reading.p_wrong:.1e}",
            flush=True,
        )
    return Measured(accuracy.pages, accuracy.pages_read, tuple(Answer.of(each) for each in accuracy.checked))


def run(folder: Path, out: Path, *, answers: int, seed: int) -> None:
    """Make, read and compare piles of every way of marking, and print the figures against the targets.

    Args:
        folder: For piles; holds one at a time.
        out: Gets ``marking.json``.
        answers: How many, all together; 100000 in full.
        seed: Another one gives forms nobody has seen.
    """
    print(f"== Forms typed in offices and photocopied, by way of marking: {answers} answers, seed {seed}")
    measured: dict[str, Measured] = {}
    for plan in planned(answers, seed):
        place = folder / "marking"
        place.mkdir()
        found = read_pile(make_pile(plan, place, default_jobs()), place / "survey", None)
        shutil.rmtree(place)
        for name in (f"{plan.kind}, {plan.group}", plan.group, "in all"):
            measured[name] = measured.get(name, Measured()) + found
    report(measured)
    out.mkdir(parents=True, exist_ok=True)
    keep_json(out / "marking.json", {"seed": seed, **{name: each.as_dict() for name, each in measured.items()}})


def report(measured: dict[str, Measured]) -> None:
    """Print one line for each way of marking and group, and what missed its target."""
    for line in condition_lines(dict(sorted(measured.items()))):
        print(f"   {line}")
    for name, found in sorted(measured.items()):
        for title, share, limit in _held_to(name, found):
            verdict = "reached" if share.share <= limit else "MISSED"
            print(f"   {name}: {title} {share.count} of {share.of} ({share.share:.3%}), wanted {limit:.3%}: {verdict}")


def _held_to(name: str, found: Measured) -> Iterator[tuple[str, Share, float]]:
    group = name.rpartition(", ")[2]
    if group in _FLAGGED_TARGETS:
        yield "plain answers flagged", found.plain.flagged_share, _FLAGGED_TARGETS[group]
    if name == "in all":
        yield "wrong and accepted", found.all.wrong_share, _WRONG_TARGET


def _copied(conditions: ScanConditions) -> ScanConditions:
    """Return conditions under which the form was photocopied, where it was not anyway."""
    if conditions.generations != (0, 0):
        return conditions
    copier, steps = _COPIED_ONCE.copier, _COPIED_ONCE.copy_steps
    return replace(conditions, copier=copier, generations=(1, 1), copy_steps=steps)
