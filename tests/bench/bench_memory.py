"""How much memory a worker needs, however long the batch is."""

import multiprocessing
from pathlib import Path

from omr.batches.batch import read_batch
from omr.batches.report import Progress
from omr.simulation.truth import Pile
from tests.bench.keeping import keep_json
from tests.bench.piles import make_pile, new_survey

_FORMS = 50


def run(folder: Path, out: Path, *, pages: int, seed: int) -> None:
    """Read many pages, watch the workers, and print the memory of the largest at half-way and at the end."""
    print(f"== Memory: {pages} pages in one batch; reach 400 MB a worker, then beat 250 MB")
    place = folder / "memory"
    place.mkdir()
    pile = make_pile(place, template_id="sipas-2020", forms=_FORMS, seed=seed + 200)
    many = _copies(pile, place / "many", pages)
    peaks: dict[int, int] = {}
    middle_kb: list[int] = []

    def watch(progress: Progress) -> None:
        if progress.done % 50 == 0:
            peaks.update({pid: max(kb, peaks.get(pid, 0)) for pid, kb in _worker_memory_kb().items()})
        if progress.done == pages // 2:
            middle_kb.append(max(peaks.values(), default=0))

    with new_survey(pile, place / "survey") as survey:
        report = read_batch(survey, [many], report=watch)
    if not peaks:
        print("   memory is measured on Linux only")
        return
    half_mb, end_mb = middle_kb[0] / 1024, max(peaks.values()) / 1024
    print(
        f"   largest worker: {half_mb:.0f} MB after {pages // 2} pages, {end_mb:.0f} MB after {report.delivered}; "
        f"{report.pages_per_second:.1f} pages/s"
    )
    keep_json(out / "memory.json", {"pages": report.delivered, "half_way_mb": half_mb, "end_mb": end_mb})


def _copies(pile: Pile, folder: Path, pages: int) -> Path:
    """Write the pile again and again, each copy told apart by bytes at its end."""
    folder.mkdir()
    for number in range(pages):
        source = pile.files[number % len(pile.files)]
        (folder / f"{number:05}.jpg").write_bytes(source.read_bytes() + number.to_bytes(4, "big"))
    return folder


def _worker_memory_kb() -> dict[int, int]:
    """Return the peak resident memory of this process's children, by process id; empty where /proc does not exist."""
    found = {}
    for child in multiprocessing.active_children():
        status = Path(f"/proc/{child.pid}/status")
        if child.pid and status.exists():
            for line in status.read_text(encoding="utf-8").splitlines():
                if line.startswith("VmHWM:"):
                    found[child.pid] = int(line.split()[1])
    return found
