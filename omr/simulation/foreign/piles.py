"""A pile of a form made elsewhere, filled in and scanned, beside its template."""

from dataclasses import dataclass, replace
from pathlib import Path

from omr.simulation.foreign.forms import draw_form
from omr.simulation.foreign.word_forms import WordKind, draw_word_form
from omr.simulation.order import PileOrder
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import Pile


@dataclass(frozen=True, slots=True)
class _Unit:
    """Forms made elsewhere name no unit; a pile has one all the same."""

    code: str = "0"
    name: str = ""


def make_foreign_pile(folder: Path, order: PileOrder, *, jobs: int = 1) -> Pile:
    """Draw a form as other programs print it and let people fill it in.

    Args:
        folder: Gets ``template/``, which ``load_template`` loads, and ``scans/`` with ``truth.json``.
        order: Who fills it in, and what scans it; its seed is that of the form too.
        jobs: Worker processes; the pile does not depend on it.

    Returns:
        What was made.
    """
    form = draw_form(order.seed)
    form.save(folder / TEMPLATE_FOLDER)
    return simulate_pile(form.template, [_Unit()], form.pages(), folder / SCANS_FOLDER, order, jobs=jobs)


def make_word_pile(folder: Path, kind: WordKind, order: PileOrder, *, jobs: int = 1) -> Pile:
    """Draw a form as an office types it, draw its areas as somebody there would, and let people fill it in.

    Args:
        folder: As for ``make_foreign_pile``.
        kind: How it is to be marked.
        order: Who fills it in, and what scans it; its seed is that of the form too.
        jobs: Worker processes; the pile does not depend on it.

    Returns:
        What was made.
    """
    word = draw_word_form(kind, order.seed)
    replace(word.form, template=word.as_drawn).save(folder / TEMPLATE_FOLDER)
    pages, scans = word.form.pages(), folder / SCANS_FOLDER
    return simulate_pile(word.form.template, [_Unit()], pages, scans, order, jobs=jobs)
