"""How right the readings are, and whether the stated probability of being wrong is honest."""

import csv
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from form_templates.loading import load_template
from omr.batches.batch import read_batch
from omr.batches.worker import default_jobs
from omr.simulation.accuracy import CheckedAnswer, compare
from omr.simulation.truth import Pile
from omr.survey.folder import Survey
from tests.bench import reliability, risk
from tests.bench.contact_sheet import Tile, save_sheets, tile
from tests.bench.figures import PER, Answer, Measured, condition_lines, group_lines, stated, verdicts
from tests.bench.groups import Chunk, Source, chunks, sources
from tests.bench.keeping import keep_json
from tests.bench.piles import make_pile, new_survey, pile_order

_FOREIGN_PILES = ("omr.simulation.foreign.piles", "omr.simulation.piles")  # where make_foreign_pile may live
_ANSWER_FIELDS = tuple(each.name for each in fields(Answer))
_MOST_TILES = 400  # pictures of wrong answers that are kept


@dataclass(slots=True)
class _Run:
    """What was measured so far, by group and name of the source."""

    by_source: dict[tuple[str, str], Measured] = field(default_factory=dict)
    tiles: list[Tile] = field(default_factory=list)
    wrong: list[dict[str, Any]] = field(default_factory=list)

    def groups(self) -> dict[str, Measured]:
        """Return the sources of each group together."""
        together: dict[str, Measured] = {}
        for (group, _), measured in self.by_source.items():
            together[group] = together.get(group, Measured()) + measured
        return together


def run(folder: Path, out: Path, *, answers: int, template_id: str, seed: int) -> None:
    """Make, read and compare piles of all conditions, and print the figures against the targets.

    Args:
        folder: For piles; holds one at a time.
        out: Gets ``accuracy.json``, ``answers.csv``, the risk-coverage curve and pictures of wrong accepted answers.
        answers: How many of the office and the hard conditions together; the groups outside the targets come on top.
        template_id: The form filled in.
        seed: Another one gives sheets nobody has seen.
    """
    print(f"== Accuracy: {answers} answers of {template_id}, default tolerance 1 in {PER}, seed {seed}")
    each = sum(item.kind.is_choice for item in load_template(template_id).items())
    made, done = _Run(), 0
    out.mkdir(parents=True, exist_ok=True)
    answers_file = _begin_answers(out / "answers.csv")
    make_foreign = _foreign_maker()
    planned = [
        chunk
        for source in sources(answers, has_foreign=make_foreign is not None)
        for chunk in chunks(source, each, seed)
    ]
    total = sum(chunk.forms for chunk in planned)
    for chunk in planned:
        place = folder / "accuracy"
        place.mkdir()
        measured = _measure(chunk, place, made, template_id, make_foreign)
        shutil.rmtree(place)
        _keep_answers(chunk.source, measured, answers_file)
        done += chunk.forms
        print(f"{done} of {total} forms", flush=True)
        _print_so_far(chunk.source.group, made)
    print(f"   kept: {answers_file}")
    _report(made, out, {"answers": answers, "template": template_id, "seed": seed})


def _foreign_maker() -> Callable[..., Pile] | None:
    """Return what draws and fills in other people's forms, if the simulator knows how."""
    for name in _FOREIGN_PILES:
        if find_spec(name.rpartition(".")[0]) and find_spec(name):
            return getattr(import_module(name), "make_foreign_pile", None)
    return None


def _measure(
    chunk: Chunk, place: Path, made: _Run, template_id: str, make_foreign: Callable[..., Pile] | None
) -> Measured:
    """Make one pile, read it, add what came of it, and return it."""
    start = time.perf_counter()
    pile = _pile(chunk, place, template_id, make_foreign)
    pile_s = time.perf_counter() - start
    with new_survey(pile, place / "survey") as survey:
        report = read_batch(survey, [pile.folder])
        accuracy = compare(pile, survey.pages())
        for mistake in accuracy.mistakes:
            made.wrong.append(_wrong_facts(chunk, mistake))
            if len(made.tiles) < _MOST_TILES:
                made.tiles.append(_tile(survey, chunk, mistake))
    measured = Measured(accuracy.pages, accuracy.pages_read, tuple(Answer.of(each) for each in accuracy.checked))
    key = (chunk.source.group, chunk.source.name)
    made.by_source[key] = made.by_source.get(key, Measured()) + measured
    _print_chunk(chunk, measured, f"made in {pile_s:.0f} s, read in {report.seconds:.0f} s")
    return measured


def _print_so_far(group: str, made: _Run) -> None:
    """Print what a long run has shown by now, for whoever stops it."""
    so_far = made.groups()[group]
    print(
        f"   {group} so far: {so_far.pages_read} of {so_far.pages} pages read; of {so_far.all.answers} answers "
        f"{so_far.plain.flagged_share.share:.2%} of the plain ones flagged, {so_far.all.wrong} wrong and accepted",
        flush=True,
    )


def _print_chunk(chunk: Chunk, measured: Measured, times: str) -> None:
    counts = measured.all
    fates = f"{counts.flagged} flagged, {counts.wrong} wrong and accepted"
    print(
        f"   {chunk.source.name} {chunk.number + 1} ({chunk.conditions}): {measured.pages_read} of {measured.pages} "
        f"pages read; of {counts.answers} answers {fates}; {times};",
        end=" ",
    )


def _pile(chunk: Chunk, place: Path, template_id: str, make_foreign: Callable[..., Pile] | None) -> Pile:
    source = chunk.source
    if source.is_foreign:
        assert make_foreign is not None, "foreign sources are planned only where they can be made"
        order = pile_order(
            chunk.forms,
            chunk.seed,
            conditions=chunk.conditions,
            file_format=chunk.file_format,
            population=source.population,
        )
        return make_foreign(place, order, jobs=default_jobs())
    return make_pile(
        place,
        template_id=template_id,
        forms=chunk.forms,
        seed=chunk.seed,
        conditions=chunk.conditions,
        file_format=chunk.file_format,
        population=source.population,
    )


def _wrong_facts(chunk: Chunk, mistake: CheckedAnswer) -> dict[str, Any]:
    truth, meant, reading = mistake.truth, mistake.meant, mistake.reading
    return {
        "source": chunk.source.name,
        "conditions": chunk.conditions,
        "seed": chunk.seed,
        "file": truth.file,
        "page_in_file": truth.page_in_file,
        "item": mistake.item_id,
        "meant": list(meant.answer),
        "read": list(reading.answer),
        "p_wrong": reading.p_wrong,
        "kind": mistake.kind,
        "habit": str(meant.habit),
        "pen": str(meant.pen),
    }


def _tile(survey: Survey, chunk: Chunk, mistake: CheckedAnswer) -> Tile:
    meant, reading = mistake.meant, mistake.reading
    caption = (
        f"{chunk.source.name} {chunk.number + 1}, {mistake.truth.file}, {mistake.item_id}\n"
        f"meant {_words(meant.answer)} ({mistake.kind}, {meant.pen}), "
        f"read {_words(reading.answer)}, {reading.p_wrong:.1e}"
    )
    assert mistake.page_id is not None, "a page that was read has a key"
    return tile(survey, mistake.page_id, mistake.item_id, meant=meant.answer, read=reading.answer, caption=caption)


def _words(answer: Sequence[str]) -> str:
    return ";".join(answer) or "blank"


def _report(made: _Run, out: Path, facts: Mapping[str, Any]) -> None:
    groups = made.groups()
    print("-- by condition")
    _print(condition_lines({name: measured for (_, name), measured in made.by_source.items()}))
    for group, measured in groups.items():
        print(f"-- {group}")
        _print(group_lines(group, measured))
    for wrong in made.wrong[:50]:
        print(f"   WRONG {' '.join(f'{key}={value}' for key, value in wrong.items())}")
    rated = {name: groups[name].answers for name in ("office", "hard")}
    pairs = {name: stated(answers) for name, answers in rated.items()}
    pairs["office and hard"] = pairs["office"] + pairs["hard"]
    for name, together in pairs.items():
        _print_reliability(name, together)
    risk.draw(rated, out / "risk-coverage.png")
    print(f"   kept: {out / 'risk-coverage.png'}")
    for path in save_sheets(made.tiles, out, "wrong"):
        print(f"   kept: {path}")
    keep_json(
        out / "accuracy.json",
        {
            **facts,
            "groups": {name: {**each.as_dict(), "targets": verdicts(name, each)} for name, each in groups.items()},
            "conditions": {name: each.as_dict() for (_, name), each in made.by_source.items()},
            "reliability": {name: _reliability_facts(together) for name, together in pairs.items()},
            "wrong": made.wrong,
        },
    )


def _print_reliability(name: str, pairs: reliability.Stated) -> None:
    print(f"-- stated P(wrong) against measured, {name}, ten groups of equal size")
    _print(reliability.lines(reliability.deciles(pairs)))
    print(f"-- the same by powers of ten, {name}")
    _print(reliability.lines(reliability.decades(pairs)))


def _reliability_facts(pairs: reliability.Stated) -> dict[str, Any]:
    return {
        kind: [{**asdict(group), "is_honest": group.is_honest} for group in groups]
        for kind, groups in (("deciles", reliability.deciles(pairs)), ("decades", reliability.decades(pairs)))
    }


def _begin_answers(path: Path) -> Path:
    """Begin the file of every answer, so that other figures can be drawn without reading again."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["group", "source", *_ANSWER_FIELDS])
    return path


def _keep_answers(source: Source, measured: Measured, path: Path) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([source.group, source.name, *_row(answer)] for answer in measured.answers)


def _row(answer: Answer) -> list[Any]:
    values = (getattr(answer, name) for name in _ANSWER_FIELDS)
    return [int(value) if isinstance(value, bool) else value for value in values]


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"   {line}")
