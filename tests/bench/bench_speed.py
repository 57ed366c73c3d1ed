"""How much longer reading takes than opening the same files, for every format that scanners deliver."""

import os
import shutil
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from omr.batches.batch import read_batch
from omr.batches.worker import default_jobs
from omr.marks.learned_blank import LOOKED_AT
from omr.opencv import cv2
from omr.results import PageOutcome
from omr.simulation.truth import Pile
from tests.bench import deliveries
from tests.bench.keeping import keep_json
from tests.bench.piles import make_pile, new_survey


@dataclass(frozen=True, slots=True)
class Delivery:
    """One format of the same pages.

    Attributes:
        name: For the table.
        pile: Whose template it is read by.
        files: What is handed in.
        images: The same images one by one, which cv2.imread opens.
    """

    name: str
    pile: Pile
    files: tuple[Path, ...]
    images: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One measurement, seconds for all pages.

    Attributes:
        decode_s: Opening the images with cv2.imread, in workers that were started before.
        read_s: Reading the files, from the call to its end.
        running_s: The same at the rate at which workers went once they had started.
        decode_cpu_s: Processor time of the decoding.
        read_cpu_s: Processor time of the reading, start of the workers included.
    """

    decode_s: float
    read_s: float
    running_s: float
    decode_cpu_s: float
    read_cpu_s: float


@dataclass(frozen=True, slots=True)
class Ratios:
    """Read time / decode time of several rounds.

    ``best`` compares the fastest reading with the fastest decoding: a round in which the decoding was disturbed by
    other programs would flatter the reading. ``cpu`` compares processor times, which others disturb least.
    """

    best_whole: float
    best_running: float
    median_whole: float
    median_running: float
    cpu: float


def ratios_of(rounds: Sequence[Round]) -> Ratios:
    """Return the ratios of rounds on the same files."""
    decode_s = min(each.decode_s for each in rounds)
    return Ratios(
        best_whole=min(each.read_s for each in rounds) / decode_s,
        best_running=min(each.running_s for each in rounds) / decode_s,
        median_whole=statistics.median(each.read_s / each.decode_s for each in rounds),
        median_running=statistics.median(each.running_s / each.decode_s for each in rounds),
        cpu=statistics.median(each.read_cpu_s / each.decode_cpu_s for each in rounds),
    )


def run(folder: Path, out: Path, *, pages: int, rounds: int, seed: int) -> None:
    """Print read time / decode time of the same pages with the same workers, and the cost of a PDF around them."""
    jobs = default_jobs()
    print(f"== Speed: {pages} pages, 300 dpi, {jobs} workers, {rounds} rounds; reading / cv2.imread of the same images")
    place = folder / "speed"
    place.mkdir()
    measured: dict[str, tuple[Round, ...]] = {}
    made = _deliveries(place, pages, seed)
    for number in range(rounds):  # rounds outside: a slow minute of the machine strikes all formats alike
        for delivery in made:
            each = _measure(delivery, place / f"survey-{number}-{delivery.name.replace(' ', '-')}", jobs)
            measured[delivery.name] = (*measured.get(delivery.name, ()), each)
    _print(measured, pages)
    keep_json(out / "speed.json", {name: [asdict(each) for each in several] for name, several in measured.items()})


def _deliveries(place: Path, pages: int, seed: int) -> tuple[Delivery, ...]:
    """Make the pages, grey and in colour, and wrap the grey ones in every way."""
    folders = {name: place / name for name in ("grey", "colour")}
    for folder in folders.values():
        folder.mkdir()
    forms = -(-pages // 2)
    grey = make_pile(folders["grey"], template_id="sipas-2020", forms=forms, seed=seed + 100)
    colour = make_pile(
        folders["colour"], template_id="sipas-2020", forms=forms, seed=seed + 101, file_format="jpeg-colour"
    )
    jpegs = grey.files
    g4_files = deliveries.write_g4_files(jpegs, place / "g4")
    one_tiff = deliveries.write_one_tiff(g4_files, place / "all.tif")
    jpeg_pdf = deliveries.write_jpeg_pdf(jpegs, place / "jpeg.pdf")
    g4_pdf = deliveries.write_g4_pdf(g4_files, place / "g4.pdf")
    return (
        Delivery("grey JPEG", grey, jpegs, jpegs),
        Delivery("colour JPEG", colour, colour.files, colour.files),
        Delivery("G4 TIFF", grey, g4_files, g4_files),
        Delivery("G4 TIFF, one file", grey, (one_tiff,), g4_files),
        Delivery("PDF of JPEG", grey, (jpeg_pdf,), jpegs),
        Delivery("PDF of G4", grey, (g4_pdf,), g4_files),
    )


def _measure(delivery: Delivery, survey_folder: Path, jobs: int) -> Round:
    decode_s, decode_cpu_s = _decode_all([str(file) for file in delivery.images], jobs)
    moments: list[float] = []
    with new_survey(delivery.pile, survey_folder) as survey:
        cpu_s, start_s = _cpu_s(), time.perf_counter()
        report = read_batch(
            survey, delivery.files, jobs=jobs, report=lambda _progress: moments.append(time.perf_counter())
        )
        read_s, read_cpu_s = time.perf_counter() - start_s, _cpu_s() - cpu_s
    shutil.rmtree(survey_folder)  # holds a copy of every file
    unread = len(delivery.images) - report.outcomes.get(PageOutcome.READ, 0)
    if unread:  # given up early or searched for long: either way the time says less
        print(f"   {delivery.name}: {unread} of {len(delivery.images)} pages not read")
    return Round(decode_s, read_s, running_s(moments, LOOKED_AT + jobs * 4), decode_cpu_s, read_cpu_s)


def running_s(moments: Sequence[float], started: int) -> float:
    """Return the seconds that all pages would take at the rate of those after the first ``started``.

    Args:
        moments: When each page was finished, in seconds of any clock.
        started: Pages finished before all workers were at work.
    """
    return (moments[-1] - moments[started]) / (len(moments) - 1 - started) * len(moments)


def _cpu_s() -> float:
    """Processor seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _decode_all(files: Sequence[str], jobs: int) -> tuple[float, float]:
    """Return seconds and processor seconds for opening ``files`` as grey images, by workers that wait for them."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start) as pool:
        list(pool.map(_decode, [files[:1]] * jobs * 4))  # started before the clock is
        start = time.perf_counter()
        cpu_s = sum(pool.map(_decode, [files[i : i + 4] for i in range(0, len(files), 4)]))
        return time.perf_counter() - start, cpu_s


def _start() -> None:
    cv2.setNumThreads(1)


def _decode(files: Sequence[str]) -> float:
    start = time.process_time()
    for file in files:
        assert cv2.imread(file, cv2.IMREAD_GRAYSCALE) is not None, file
    return time.process_time() - start


def _print(measured: dict[str, tuple[Round, ...]], pages: int) -> None:
    print("                        ms a page          best ratio       median ratio   processor")
    print("                      decode   read     whole  running     whole  running   time")
    for name, rounds in measured.items():
        decode_ms = min(each.decode_s for each in rounds) / pages * 1e3
        read_ms = min(each.read_s for each in rounds) / pages * 1e3
        ratios = ratios_of(rounds)
        print(
            f"   {name:18} {decode_ms:6.1f} {read_ms:6.1f}    {ratios.best_whole:6.2f} {ratios.best_running:7.2f}    "
            f"{ratios.median_whole:6.2f} {ratios.median_running:7.2f}   {ratios.cpu:6.2f}"
        )
    for name, files in (("PDF of JPEG", "grey JPEG"), ("PDF of G4", "G4 TIFF"), ("G4 TIFF, one file", "G4 TIFF")):
        pairs = list(zip(measured[name], measured[files], strict=True))
        best = _best(measured[name]) / _best(measured[files])
        median = statistics.median(each.running_s / other.running_s for each, other in pairs)
        cpu = statistics.median(each.read_cpu_s / other.read_cpu_s for each, other in pairs)
        print(
            f"   {name} / {files} files: best {best:.2f}, median {median:.2f} with the workers running; "
            f"{cpu:.2f} of processor time"
        )


def _best(rounds: Sequence[Round]) -> float:
    return min(each.running_s for each in rounds)
