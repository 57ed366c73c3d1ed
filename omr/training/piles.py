"""The simulated piles that the mark model is trained on: every form, way of marking, pen and scanner in one table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from form_templates.loading import DEFINITION_NAME, LIBRARY
from omr.simulation.pens import PenKind
from omr.simulation.piles import SCANS_FOLDER, make_pile
from omr.simulation.respondents import Correction, Habit, Population
from omr.simulation.scan_files import FileFormat
from omr.simulation.truth import TRUTH_FILE
from omr.units import SHIPPED_UNITS, load_units

# What is rare among people is common here: a network learns little from one example in a thousand.
_VARIED = Population(
    habits={
        Habit.CROSS: 0.26, Habit.TICK: 0.20, Habit.FILL: 0.12, Habit.SCRIBBLE: 0.13,
        Habit.SLASH: 0.14, Habit.DOT: 0.08, Habit.RING: 0.07,
    },
    pens={
        PenKind.BLUE_BALLPOINT: 0.38, PenKind.BLACK_BALLPOINT: 0.22, PenKind.PENCIL: 0.14,
        PenKind.FAINT_PENCIL: 0.09, PenKind.FELT_TIP: 0.10, PenKind.RED: 0.07,
    },
    corrections={
        Correction.RINGED_THEN_OTHER: 0.35, Correction.BLOTTED_THEN_OTHER: 0.35,
        Correction.CANCELLED_ONLY: 0.12, Correction.CHOSEN_AGAIN: 0.18,
    },
    corrected=0.07,
    double=0.03,
    double_one_light=0.8,
    other_habit=0.03,
    satisfaction=0.6,
    person_sd=0.2,
    item_sd=0.25,
    size=replace(Population().size, low=0.5, high=2.0),
)  # fmt: skip
_POPULATIONS = {"usual": Population(), "varied": _VARIED, "correcting": replace(_VARIED, corrected=0.25)}


@dataclass(frozen=True, slots=True)
class PilePlan:
    """One pile to be made.

    Attributes:
        template: Id of a shipped template, or id and mark style: ``"one-stop-short/ring"``.
        forms: How many people fill it in.
        conditions: Name of a preset of the scanner.
        population: Key of ``_POPULATIONS``.
        file_format: What the scanner writes.
    """

    template: str
    forms: int
    conditions: str = "office"
    population: str = "varied"
    file_format: FileFormat = FileFormat.JPEG_GREY


PLANS = (
    PilePlan("sipas-2020", 900),
    PilePlan("sipas-2020", 350, population="usual"),
    PilePlan("sipas-2023", 180),
    PilePlan("one-stop-short", 500),
    PilePlan("one-stop-short/ring", 350),
    PilePlan("one-stop-short/cross", 350),
    PilePlan("sipas-2020", 200, "photocopy"),
    PilePlan("one-stop-short", 200, "photocopy"),
    PilePlan("one-stop-short/ring", 120, "photocopy"),
    PilePlan("sipas-2020", 180, "fax-1bit", file_format=FileFormat.TIFF_G4),
    PilePlan("one-stop-short/ring", 100, "fax-1bit", file_format=FileFormat.TIFF_G4),
    PilePlan("sipas-2020", 180, "low-dpi"),
    PilePlan("one-stop-short", 150, "low-dpi"),
    PilePlan("one-stop-short/cross", 100, "low-dpi"),
    PilePlan("sipas-2020", 60, "turned", file_format=FileFormat.JPEG_COLOUR),
    PilePlan("sipas-2020", 500, population="correcting"),
    PilePlan("sipas-2023", 120, population="correcting"),
    PilePlan("one-stop-short", 300, population="correcting"),
    PilePlan("one-stop-short/ring", 100, population="correcting"),
    PilePlan("one-stop-short/cross", 100, population="correcting"),
)


def make_piles(folder: Path, seed: int, jobs: int) -> Iterator[Path]:
    """Make the piles that ``folder`` lacks; yields the folder of each, which holds its template beside the scans."""
    for number, plan in enumerate(PLANS):
        place = folder / f"{number:02}-{plan.template.replace('/', '-')}-{plan.conditions}"
        if not (place / SCANS_FOLDER / TRUTH_FILE).exists():
            place.mkdir(parents=True, exist_ok=True)
            make_pile(
                place,
                _definition(plan.template, place),
                forms=plan.forms,
                units=load_units(SHIPPED_UNITS)[:4],
                seed=seed + number,
                conditions=plan.conditions,
                file_format=plan.file_format,
                population=_POPULATIONS[plan.population],
                jobs=jobs,
            )
        yield place


def _definition(name: str, place: Path) -> str | Path:
    """Return the template of that name; one with another mark style is written beside the pile first."""
    template_id, _, style = name.partition("/")
    if not style:
        return template_id
    text = (LIBRARY / template_id / DEFINITION_NAME).read_text(encoding="utf-8")
    lines = [f'{line}\nstyle = "{style}"' if line.startswith("scale = ") else line for line in text.splitlines()]
    folder = place / "definition"
    folder.mkdir(exist_ok=True)
    (folder / DEFINITION_NAME).write_text("\n".join(lines), encoding="utf-8")
    return folder
