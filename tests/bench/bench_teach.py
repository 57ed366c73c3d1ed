"""How many flagged answers an operator's decisions save, and whether any that is accepted for them is wrong.

The operator decides what review asks, in its order, as the truth is: 30, 50 and 100 answers of a pile. After each of
these steps all that is offered is accepted. Before, they read ten accepted answers blind, as somebody must who may have
nothing to change.
"""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from omr.batches.batch import read_batch
from omr.batches.worker import default_jobs
from omr.recalibration.offers import find_offers
from omr.recheck.checks import AnswerKey, Check
from omr.recheck.sample import accepted_answers
from omr.responses import DeliveredPage
from omr.results import Answer, PageOutcome, Verification
from omr.review.queue import page_id_of, review_queue
from omr.simulation.accuracy import compare
from omr.simulation.foreign.piles import make_foreign_pile
from omr.survey.folder import Survey
from tests.bench.bench_real import import_case
from tests.bench.figures import Share
from tests.bench.keeping import keep_json
from tests.bench.piles import make_pile, new_survey, pile_order
from tests.bench.real_cases import compare_real, find_cases

_TEMPLATE = "sipas-2020"
_AFTER = (30, 50, 100)
_OUR_PILES = (("photocopy", "jpeg-grey"), ("fax-1bit", "tiff-g4"), ("stamped", "jpeg-colour"))
_FOREIGN_PILES = (("office", "jpeg-grey"), ("fax-1bit", "tiff-g4"), ("stamped", "jpeg-colour"))
_OUR_FORMS, _FOREIGN_FORMS = 100, 40
_BLIND = 10
_PACE_S = 5
_START = datetime.fromisoformat("2026-03-02T08:00:00+07:00")

Truth = Mapping[AnswerKey, Answer]
"""What was meant, where that is known."""


@dataclass(frozen=True, slots=True)
class TaughtPile:
    """A pile after so many decisions.

    Attributes:
        decisions: Made on it by then.
        answers: Compared, of pages that were read.
        flagged_before: Of them, before any decision.
        flagged: Of them, that wait now, after what was offered was accepted.
        accepted: In this way so far, of those compared.
        wrong: Of these, that are not what was meant.
        expected_wrong: Sum of their recalibrated P(wrong).
    """

    decisions: int
    answers: int
    flagged_before: int
    flagged: int
    accepted: int
    wrong: int
    expected_wrong: float

    def __str__(self) -> str:
        without = self.flagged_before - self.decisions
        saved = f"{self.accepted / without:.0%} of them accepted" if without > 0 else "none left"
        return (
            f"{self.decisions:3} decisions: {without:4} of {self.answers} left flagged, {saved}: {self.accepted}, "
            f"{self.expected_wrong:.2f} expected wrong, {self.wrong} WRONG; {self.flagged} wait"
        )


def run(folder: Path, out: Path, *, cases: Path, seed: int) -> None:
    """Teach real and simulated piles, and print the figures.

    Args:
        folder: For surveys and piles.
        out: Gets ``teach.json``.
        cases: A folder of real scans with truth; without any, simulated piles alone are measured.
        seed: Another one gives sheets nobody has seen.
    """
    print(f"== What decisions teach, seed {seed}")
    taught: dict[str, list[TaughtPile]] = {}
    for name, survey, truth in chain(_real(folder, cases), _simulated(folder, seed)):
        taught[name] = _told(name, teach(survey, truth))
    last = [steps[-1] for steps in taught.values() if steps]
    wrong = Share(sum(each.wrong for each in last), sum(each.accepted for each in last))
    print(f"-- in all: {wrong.of} accepted for what was decided, {wrong.count} wrong (at most {wrong.high:.2%}, 95 %)")
    out.mkdir(parents=True, exist_ok=True)
    keep_json(out / "teach.json", {name: [asdict(step) for step in steps] for name, steps in taught.items()})


def teach(survey: Survey, truth: Truth) -> list[TaughtPile]:
    """Decide on a survey that was read, as the truth is, and accept what is offered."""
    flagged_before = sum(1 for _ in _waiting(survey.pages(), truth))
    steps: list[TaughtPile] = []
    made = 0
    _read_blind(survey, truth)
    for wanted in _AFTER:
        while made < wanted and (decided := _decide_next(survey, truth, made, wanted - made)):
            made += decided
        if made < wanted:
            break
        offers = find_offers(survey.store, survey.rechecks, survey.pages())
        if offers.stamp is not None:
            survey.store.judgements.accept(offers.acceptances("bench", _moment(made)), offers.stamp)
        steps.append(_step(survey.pages(), truth, made, flagged_before))
    return steps


def _real(folder: Path, cases: Path) -> Iterator[tuple[str, Survey, Truth]]:
    for case in find_cases(cases):
        place = folder / "teach" / case.name
        place.mkdir(parents=True)
        if not import_case(case, place / "template"):
            continue
        with Survey.create(place / "survey", place / "template") as survey:
            read_batch(survey, case.scans)
            truth = {
                AnswerKey(each.page_id or 0, each.item_id): (
                    each.reading.answer if not each.is_wrong else tuple(sorted(each.meant))
                )
                for each in compare_real(case.truth, survey.pages()).answers
            }
            yield case.name, survey, truth


def _simulated(folder: Path, seed: int) -> Iterator[tuple[str, Survey, Truth]]:
    planned = [("ours", *each) for each in _OUR_PILES] + [("foreign", *each) for each in _FOREIGN_PILES]
    for number, (kind, conditions, file_format) in enumerate(planned):
        place = folder / "teach" / f"{kind}-{conditions}"
        place.mkdir(parents=True)
        if kind == "ours":
            choices = {"conditions": conditions, "file_format": file_format}
            pile = make_pile(place, template_id=_TEMPLATE, forms=_OUR_FORMS, seed=seed + number, **choices)
        else:
            order = pile_order(_FOREIGN_FORMS, seed + number, conditions=conditions, file_format=file_format)
            pile = make_foreign_pile(place, order, jobs=default_jobs())
        with new_survey(pile, place / "survey") as survey:
            read_batch(survey, [pile.folder])
            checked = compare(pile, survey.pages()).checked
            truth = {AnswerKey(each.page_id or 0, each.item_id): each.meant.answer for each in checked}
            yield f"simulated, {kind}, {conditions}", survey, truth
        shutil.rmtree(place)


def _decide_next(survey: Survey, truth: Truth, made: int, most: int) -> int:
    """Decide what review asks first, as far as the truth is known; returns how many decisions were made."""
    queue = review_queue(survey.template, survey.pages())
    known = [(entry, AnswerKey(page_id_of(entry), entry.item_id)) for entry in queue]
    chosen = [(entry, key) for entry, key in known if key in truth][:most]
    for number, (_, key) in enumerate(chosen, start=made):
        survey.store.judgements.verify(*key, Verification(truth[key], "bench", _moment(number)))
    return len(chosen)


def _read_blind(survey: Survey, truth: Truth) -> None:
    known = [
        (AnswerKey(page.page_id or 0, reading.item_id), reading.answer)
        for page, reading in accepted_answers(survey.pages())
    ]
    for key, answer in [each for each in known if truth.get(each[0]) == each[1]][:_BLIND]:
        survey.rechecks.keep(Check(*key, answer, "bench", _moment(-1)), answer)


def _moment(number: int) -> str:
    return (_START + timedelta(seconds=_PACE_S * number)).isoformat()


def _waiting(pages: list[DeliveredPage], truth: Truth) -> Iterator[AnswerKey]:
    for page in pages:
        if page.outcome is PageOutcome.READ:
            keys = (AnswerKey(page.page_id or 0, item) for item in page.readings)
            yield from (
                key
                for key in keys
                if key in truth and page.doubts(key.item_id) and key.item_id not in page.verifications
            )


def _step(pages: list[DeliveredPage], truth: Truth, made: int, flagged_before: int) -> TaughtPile:
    accepted = {
        AnswerKey(page.page_id or 0, item): each
        for page in pages
        for item, each in page.accepted.items()
        if item not in page.verifications
    }
    known = {key: each for key, each in accepted.items() if key in truth}
    return TaughtPile(
        decisions=made,
        answers=len(truth),
        flagged_before=flagged_before,
        flagged=sum(1 for _ in _waiting(pages, truth)),
        accepted=len(known),
        wrong=sum(each.answer != truth[key] for key, each in known.items()),
        expected_wrong=sum(each.p_wrong for each in known.values()),
    )


def _told(name: str, steps: list[TaughtPile]) -> list[TaughtPile]:
    print(f"-- {name}" + ("" if steps else f": fewer than {_AFTER[0]} doubts"), flush=True)
    for step in steps:
        print(f"   {step}", flush=True)
    return steps
