"""How much longer reading takes than opening the same files, and how much memory a worker needs."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from omr.batch import Progress, read_batch
from omr.opencv import cv2
from omr.simulation.truth import Pile
from omr.worker import default_jobs
from tests.bench.piles import make_pile, new_survey

_FORMS = 100
_ROUNDS = 3
_LONG_BATCH = 2000  # pages of the memory bench


def run(folder: Path, seed: int) -> None:
    """Print read time / decode time on the same files with the same workers, in one run, and the memory of workers."""
    print("== Speed: 300 dpi grey JPEG, reading against cv2.imread of the same files with the same workers")
    place = folder / "speed"
    place.mkdir()
    pile = make_pile(place, template_id="sipas-2020", forms=_FORMS, seed=seed + 100)
    jobs = default_jobs()
    ratios = [_ratio(pile, place / f"survey-{number}", jobs) for number in range(_ROUNDS)]
    for decode_s, read_s, steady_s in ratios:
        pages = len(pile.pages)
        print(
            f"   decode {decode_s / pages * 1000:5.1f} ms a page, read {read_s / pages * 1000:5.1f} ms: "
            f"ratio {read_s / decode_s:.2f} whole command, {steady_s / decode_s:.2f} once the workers run"
        )
    print(
        f"   best ratio {min(read / decode for decode, read, _ in ratios):.2f} whole, "
        f"{min(steady / decode for decode, _, steady in ratios):.2f} running; {jobs} workers"
    )
    _measure_memory(pile, place)


def _ratio(pile: Pile, survey_folder: Path, jobs: int) -> tuple[float, float, float]:
    """Return seconds to decode, to read, and to read without the start of the workers."""
    files = [str(file) for file in pile.files]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start) as pool:
        list(pool.map(_decode, [files[:1]] * jobs))  # started before the clock is
        start = time.perf_counter()
        list(pool.map(_decode, [files[i : i + 4] for i in range(0, len(files), 4)]))
        decode_s = time.perf_counter() - start
    moments: list[float] = []
    with new_survey(pile, survey_folder) as survey:
        start = time.perf_counter()
        read_batch(survey, [pile.folder], jobs=jobs, report=lambda _progress: moments.append(time.perf_counter()))
        read_s = time.perf_counter() - start
    steady_s = (moments[-1] - moments[jobs * 4]) / (len(moments) - 1 - jobs * 4) * len(moments)
    return decode_s, read_s, steady_s


def _start() -> None:
    cv2.setNumThreads(1)


def _decode(files: Sequence[str]) -> int:
    return sum(int(cv2.imread(file, cv2.IMREAD_GRAYSCALE).shape[0] > 0) for file in files)


def _measure_memory(pile: Pile, place: Path) -> None:
    """Read many pages (the pile again and again, each copy told apart by a byte at its end) and watch the workers."""
    many = place / "many"
    many.mkdir()
    for number in range(_LONG_BATCH):
        source = pile.files[number % len(pile.files)]
        (many / f"{number:05}.jpg").write_bytes(source.read_bytes() + number.to_bytes(4, "big"))
    peaks: dict[int, int] = {}
    middle: list[int] = []

    def watch(progress: Progress) -> None:
        if progress.done % 50 == 0:
            peaks.update({pid: max(kb, peaks.get(pid, 0)) for pid, kb in _worker_memory_kb().items()})
        if progress.done == _LONG_BATCH // 2:
            middle.append(max(peaks.values(), default=0))

    with new_survey(pile, place / "survey-many") as survey:
        report = read_batch(survey, [many], report=watch)
    if not peaks:
        print("   memory is measured on Linux only")
        return
    print(
        f"   memory of the largest worker: {middle[0] / 1024:.0f} MB after {_LONG_BATCH // 2} pages, "
        f"{max(peaks.values()) / 1024:.0f} MB after {report.delivered}; {report.pages_per_second:.1f} pages/s"
    )


def _worker_memory_kb() -> dict[int, int]:
    """Return the peak resident memory of this process's children, by process id; empty where /proc does not exist."""
    import multiprocessing

    found = {}
    for child in multiprocessing.active_children():
        status = Path(f"/proc/{child.pid}/status")
        if child.pid and status.exists():
            for line in status.read_text(encoding="utf-8").splitlines():
                if line.startswith("VmHWM:"):
                    found[child.pid] = int(line.split()[1])
    return found
