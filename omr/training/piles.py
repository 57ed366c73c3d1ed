"""The simulated piles that the mark model is trained on: every form, way of marking, pen and scanner in one table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from form_templates.loading import DEFINITION_NAME, LIBRARY
from omr.simulation.devices.presets import PRESETS
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.foreign.piles import make_foreign_pile
from omr.simulation.order import PileOrder
from omr.simulation.people.pens import PenKind
from omr.simulation.people.respondents import Correction, Habit, Population
from omr.simulation.piles import SCANS_FOLDER, make_pile
from omr.simulation.truth import TRUTH_FILE
from omr.training.rebuilt import rebuild_blanks
from omr.units.unit_list import SHIPPED_UNITS, load_units

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
_POPULATIONS = {
    "usual": Population(),
    "varied": _VARIED,
    "correcting": replace(_VARIED, corrected=0.25),
    "exam": Population.exam(),
    "unruly": replace(Population.unruly(), satisfaction=0.6, person_sd=0.2, item_sd=0.25),
}


@dataclass(frozen=True, slots=True)
class PilePlan:
    """One pile to be made.

    Attributes:
        template: Id of a shipped template; id and mark style: ``"one-stop-short/ring"``; or the number of a form made
            elsewhere: ``"foreign/7001"``.
        forms: How many people fill it in.
        conditions: Name of a preset of the scanner.
        population: Key of ``_POPULATIONS``.
        file_format: What the scanner writes.
        rebuilt_from: Of how many sheets the blank pages are rebuilt; 0: they are the original.
    """

    template: str
    forms: int
    conditions: str = "office"
    population: str = "varied"
    file_format: FileFormat = FileFormat.JPEG_GREY
    rebuilt_from: int = 0


_JPEG, _COLOUR, _G4 = FileFormat.JPEG_GREY, FileFormat.JPEG_COLOUR, FileFormat.TIFF_G4
FOREIGN = "foreign"
_FOREIGN_CONDITIONS = ("mixed-office", "hard", "office", "mixed-office", "phone", "hard", "photocopy", "mixed-office")
_FOREIGN_PEOPLE = ("exam", "varied", "unruly", "exam", "correcting")
_MORE_PEOPLE = ("usual", "exam", "varied", "exam", "unruly", "usual", "correcting")
_REBUILT_FROM = (0, 3, 0, 0, 5, 0, 0)
_STYLES = ("one-stop-short", "one-stop-short/ring", "one-stop-short/cross")

PLANS = (
    PilePlan("sipas-2020", 260),
    PilePlan("sipas-2020", 120, population="usual"),
    PilePlan("sipas-2020", 160, population="correcting"),
    PilePlan("sipas-2020", 160, population="unruly"),
    PilePlan("sipas-2020", 80, "worn"),
    PilePlan("sipas-2020", 40, "stamped", file_format=_COLOUR),
    PilePlan("sipas-2020", 60, "skewed"),
    PilePlan("sipas-2020", 70, "rough"),
    PilePlan("sipas-2020", 80, "dithered-1bit", file_format=_G4),
    PilePlan("sipas-2020", 80, "fax-1bit", "unruly", _G4),
    PilePlan("sipas-2020", 100, "phone", file_format=_COLOUR),
    PilePlan("sipas-2020", 90, "photocopy"),
    PilePlan("sipas-2020", 60, "low-dpi", "unruly"),
    PilePlan("sipas-2020", 20, "turned", file_format=_COLOUR),
    PilePlan("sipas-2023", 45, population="unruly"),
    PilePlan("sipas-2023", 25, "worn", "correcting"),
    PilePlan("sipas-2023", 25, "phone", file_format=_COLOUR),
    *(PilePlan(style, 130) for style in _STYLES),
    *(PilePlan(style, 70, population="correcting") for style in _STYLES),
    *(
        PilePlan(style, 45, conditions, "unruly", file_format)
        for style in _STYLES
        for conditions, file_format in (
            ("photocopy", _JPEG),
            ("phone", _COLOUR),
            ("dithered-1bit", _G4),
            ("fax-1bit", _G4),
            ("worn", _JPEG),
            ("rough", _JPEG),
        )
    ),
    PilePlan("sipas-2020", 80, "mixed-office", "unruly"),
    PilePlan("sipas-2020", 50, "copy-of-copy"),
    PilePlan("sipas-2020", 40, "fax-bad", "unruly", _G4),
    PilePlan("sipas-2023", 30, "mixed-office", "correcting"),
    *(PilePlan(style, 50, "mixed-office", "unruly") for style in _STYLES),
    *(PilePlan(style, 30, "hard", "varied") for style in _STYLES),
    *(
        PilePlan(f"{FOREIGN}/{7000 + number}", 9, conditions, population, rebuilt_from=_REBUILT_FROM[number % 7])
        for number, (conditions, population) in enumerate(
            (*product(_FOREIGN_CONDITIONS, _FOREIGN_PEOPLE * 3), *product(_FOREIGN_CONDITIONS, _MORE_PEOPLE))
        )
    ),
)


def make_piles(folder: Path, seed: int, jobs: int) -> Iterator[Path]:
    """Make the piles that ``folder`` lacks; yields the folder of each, which holds its template beside the scans."""
    for number, plan in enumerate(PLANS):
        name = plan.template.replace("/", "-")
        place = folder / f"{number:03}-{name}-{plan.conditions}-{plan.population}"
        if not (place / SCANS_FOLDER / TRUTH_FILE).exists():
            place.mkdir(parents=True, exist_ok=True)
            _make(plan, place, seed + number, jobs)
        yield place


def _make(plan: PilePlan, place: Path, seed: int, jobs: int) -> None:
    kind, _, number = plan.template.partition("/")
    order = PileOrder(
        respondents=plan.forms,
        seed=int(number) if kind == FOREIGN else seed,
        conditions=PRESETS[plan.conditions],
        population=_POPULATIONS[plan.population],
        file_format=plan.file_format,
    )
    if kind == FOREIGN:
        make_foreign_pile(place, order, jobs=jobs)
    else:
        make_pile(place, _definition(plan.template, place), load_units(SHIPPED_UNITS)[:4], order, jobs=jobs)
    if plan.rebuilt_from:
        rebuild_blanks(place, plan.rebuilt_from, seed)


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
