"""Whether the readings depend on the number of workers: they must not, to the last digit."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from omr.batches.batch import read_batch
from omr.responses import DeliveredPage
from omr.simulation.truth import Pile
from tests.bench.piles import make_pile, new_survey

WORKERS = (1, 2, 7)
_FORMS = 12
_CONDITIONS = (("office", "jpeg-grey"), ("worn", "jpeg-grey"), ("fax-1bit", "tiff-g4"))

PageFacts = tuple[object, ...]
"""All that was read of one page, in plain values."""


def run(folder: Path, *, seed: int) -> None:
    """Read the same piles with different numbers of workers and print the pages that came out differently."""
    print(
        f"== Same readings with {', '.join(map(str, WORKERS))} workers: answers, flags and P(wrong), to the last digit"
    )
    for number, (conditions, file_format) in enumerate(_CONDITIONS):
        place = folder / "same" / conditions
        place.mkdir(parents=True)
        options = {"template_id": "sipas-2020", "forms": _FORMS, "seed": seed + 300 + number}
        pile = make_pile(place, **options, conditions=conditions, file_format=file_format)  # type: ignore[arg-type]
        first, *others = (_read(pile, place / f"survey-{jobs}", jobs) for jobs in WORKERS)
        differing = [name for other in others for name in differences(first, other)]
        verdict = f"DIFFERENT: {', '.join(dict.fromkeys(differing))}" if differing else "the same"
        print(f"   {conditions}: {len(first)} pages, {verdict}")


def _read(pile: Pile, survey_folder: Path, jobs: int) -> dict[str, PageFacts]:
    with new_survey(pile, survey_folder) as survey:
        read_batch(survey, [pile.folder], jobs=jobs)
        return page_facts(survey.pages())


def page_facts(pages: Iterable[DeliveredPage]) -> dict[str, PageFacts]:
    """Return what was read of every page, by file and page."""
    return {f"{page.source} page {page.page_in_file}": tuple(_facts(page)) for page in pages}


def _facts(page: DeliveredPage) -> Iterator[object]:
    yield from (page.outcome, page.reason, page.detail, page.identity)
    for item_id, reading in sorted(page.readings.items()):
        yield item_id, reading.answer, sorted(reading.flags), reading.p_wrong


def differences(one: dict[str, PageFacts], other: dict[str, PageFacts]) -> list[str]:
    """Return the pages that were read differently, or once only."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
