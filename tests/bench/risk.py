"""How many answers can be accepted at which risk: the risk-coverage curve."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.figures import TARGETS, Answer, Share, count

_FLOOR_SHARE = 0.3  # of the smallest share measured or aimed at: where "none wrong" is drawn on a logarithmic axis
_COLOURS = {"office": "#1f6fb2", "hard": "#c2571a"}
_OTHER_COLOURS = ("#4b8b3b", "#7b5ea7", "#555555")


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """If the surest answers are accepted up to a share ``coverage`` of all, ``risk`` of those accepted is wrong."""

    coverage: float
    risk: float


def risk_coverage(answers: Sequence[Answer]) -> tuple[RiskPoint, ...]:
    """Return the curve, from the surest answers to all; answers that state the same come in together."""
    ordered = sorted(answers, key=lambda answer: answer.p_wrong)
    points = []
    accepted = wrong = 0
    for _, ties in itertools.groupby(ordered, key=lambda answer: answer.p_wrong):
        equal = list(ties)
        accepted += len(equal)
        wrong += sum(answer.is_wrong for answer in equal)
        points.append(RiskPoint(accepted / len(ordered), wrong / accepted))
    return tuple(points)


def operating_point(answers: Sequence[Answer]) -> tuple[float, Share]:
    """Return the share of answers that the engine accepted, and the wrong ones of those."""
    counts = count(answers)
    accepted = counts.answers - counts.flagged
    return accepted / max(counts.answers, 1), Share(counts.wrong, accepted)


def draw(groups: Mapping[str, Sequence[Answer]], path: Path) -> None:
    """Draw the curves of groups of answers, where the engine stands, and the targets; needs matplotlib."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9.5, 6), dpi=130)
    lowest_target = min(targets.wrong.beat for targets in TARGETS.values())
    floor = _FLOOR_SHARE * min(lowest_target, 1 / max(1, *(len(answers) for answers in groups.values())))
    colours = itertools.chain(_OTHER_COLOURS, itertools.repeat("#555555"))
    for name, answers in groups.items():
        _draw_group(axes, name, answers, _COLOURS.get(name) or next(colours), floor)
    axes.set_yscale("log")
    axes.set_ylim(floor * 0.8, 0.2)
    axes.set_xlim(left=max(0.0, _shown_from(groups)), right=1.002)
    axes.xaxis.set_major_formatter(lambda share, _: f"{share:.1%}")
    axes.yaxis.set_major_formatter(lambda share, _: f"{share * 1e4:g}")
    axes.set_xlabel("answers accepted, from the surest on")
    axes.set_ylabel("wrong among them, in 10,000 (the lowest line: none)")
    axes.set_title("What accepting more costs")
    axes.grid(visible=True, which="major", linewidth=0.4, alpha=0.6)
    axes.legend(loc="upper left", fontsize=8, framealpha=0.95)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
    pyplot.close(figure)


def _shown_from(groups: Mapping[str, Sequence[Answer]]) -> float:
    """Leave out the left part, where nothing is wrong: the curves part from the floor near their end."""
    firsts = [
        next((point.coverage for point in risk_coverage(answers) if point.risk > 0), 1.0) for answers in groups.values()
    ]
    points = [operating_point(answers)[0] for answers in groups.values()]
    lowest = min((*firsts, *points, 0.99))
    return lowest - (1 - lowest) * 0.25


def _draw_group(axes: Any, name: str, answers: Sequence[Answer], colour: str, floor: float) -> None:
    curve = risk_coverage(answers)
    axes.step(
        [0.0, *(point.coverage for point in curve)],
        [floor, *(max(point.risk, floor) for point in curve)],
        where="post",
        color=colour,
        label=f"{name}: {len(answers)} answers",
    )
    coverage, wrong = operating_point(answers)
    risk = max(wrong.share, floor)
    axes.errorbar(
        [coverage],
        [risk],
        yerr=[[risk - max(wrong.low, floor)], [max(wrong.high, floor) - risk]],
        fmt="o",
        color=colour,
        capsize=3,
        label=f"{name}, as it stands: {coverage:.2%} accepted, {wrong.share * 1e4:.2f} in 10,000 wrong (95 % interval)",
    )
    targets = TARGETS.get(name)
    if targets is not None:
        pairs = ((targets.wrong.reach, "--", "reach"), (targets.wrong.beat, ":", "then beat"))
        for limit, style, title in pairs:
            label = f"{name}, {title}: {limit * 1e4:g} in 10,000"
            axes.axhline(limit, color=colour, linestyle=style, linewidth=1, label=label)
