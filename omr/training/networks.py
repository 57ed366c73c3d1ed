"""The two networks of the mark model: their shape, how they are fitted, and how they are written down.

Pages are held out whole, never single areas, so that the figures reported are of sheets not seen in training. The
seed is fixed; the same examples give the same networks on the same machine.
"""

import json
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from omr.images.sampling import PATCH_PX
from omr.marks.mark_model import (
    DESCRIPTION_FILE,
    FACTS_FILE,
    JUDGEMENT_FILE,
    MOST_SHARPENED,
    MOST_UNUSUAL,
    STATES,
)
from omr.marks.measuring import QUALITIES
from omr.training.disturbing import disturbed
from omr.training.examples import UNKNOWN, Examples, to_darkness
from omr.training.faint_marks import faint_line
from omr.training.onnx_graph import OnnxGraph

Scaling = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Mean and standard deviation of the qualities of sheets, (7,) each."""

_log = logging.getLogger(__name__)

_SEED = 20201118
_HELD_OUT = 0.12
_PAGES_PER_STEP = 10
_PHASES = ((14, 3e-3, 0.3), (14, 1.5e-3, 0.7))
"""Epochs, highest rate, and share of the pages left as they are: first what holds everywhere, then what is usual."""

_DECAY = 1e-2
_DROPOUT = 0.3
_RIDGE = 1e-4  # keeps qualities that say nothing at zero
_CHANNELS = (16, 32, 56)
_DESCRIPTION = 40
_HIDDEN = 96
_CONTEXT = 3 * _DESCRIPTION + 2 + len(STATES) + len(QUALITIES)


class _Describer(nn.Module):
    """Three convolutions, each halving the picture, then a description and the first scores."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third = _CHANNELS
        self.convolutions = nn.ModuleList(
            [
                nn.Conv2d(2, first, 5, stride=2, padding=2),
                nn.Conv2d(first, second, 3, stride=2, padding=1),
                nn.Conv2d(second, third, 3, stride=2, padding=1),
            ]
        )
        self.describe = nn.Linear(third * (PATCH_PX // 8) ** 2, _DESCRIPTION)
        self.score = nn.Linear(_DESCRIPTION, len(STATES))

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        for convolution in self.convolutions:
            pictures = functional.relu(convolution(pictures))
        flat = functional.dropout(pictures.flatten(1), _DROPOUT, self.training)
        description = functional.relu(self.describe(flat))
        return description, self.score(description)


class _Judge(nn.Module):
    """One hidden layer over an area's description and those of the sheet's other marks."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(_CONTEXT, _HIDDEN)
        self.score = nn.Linear(_HIDDEN, len(STATES))

    def forward(self, in_context: Tensor) -> Tensor:
        return self.score(torch.relu(self.hidden(in_context)))


def train(examples: Examples) -> tuple[_Describer, _Judge, dict[str, object]]:
    """Fit both networks together; returns them and the facts that are stored beside them."""
    torch.manual_seed(_SEED)
    rng = np.random.default_rng(_SEED)
    pages = rng.permutation(np.unique(examples.pages))
    held_out, used = np.split(pages, [int(len(pages) * _HELD_OUT)])
    describer, judge = _Describer(), _Judge()
    rows_of = _rows_by_page(examples)
    scaling = examples.qualities.mean(axis=0), examples.qualities.std(axis=0) + 1e-6
    sheets = tuple(rows_of[page] for page in used.tolist())
    for epochs, rate, spared in _PHASES:
        _learn(describer, judge, _Lesson(examples, scaling, sheets, epochs, rate, spared), rng)
    describer.eval()
    facts = {
        **_facts(examples),
        **measure(describer, judge, examples, scaling, [rows_of[page] for page in held_out]),
    }
    return describer, judge, {**facts, "trained_on_pages": len(used)}


@dataclass(frozen=True, slots=True, eq=False)
class _Lesson:
    """One phase of training.

    Attributes:
        examples: What is learned from.
        scaling: Of the qualities of sheets.
        sheets: Rows of the examples of each sheet that is used.
        epochs: How often every sheet is seen.
        rate: Highest learning rate.
        spared: Share of the pages left as they are.
    """

    examples: Examples
    scaling: Scaling
    sheets: tuple[NDArray[np.int64], ...]
    epochs: int
    rate: float
    spared: float


def _learn(describer: _Describer, judge: _Judge, lesson: _Lesson, rng: np.random.Generator) -> None:
    """Fit both networks to some sheets for one phase."""
    examples, sheets, rate = lesson.examples, lesson.sheets, lesson.rate
    optimiser = torch.optim.AdamW([*describer.parameters(), *judge.parameters()], rate, weight_decay=_DECAY)
    steps = lesson.epochs * -(-len(sheets) // _PAGES_PER_STEP)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.1)
    describer.train()
    for epoch in range(lesson.epochs):
        losses = []
        shuffled = [sheets[index] for index in rng.permutation(len(sheets))]
        for rows, pictures in _prepared(examples, list(_batches(shuffled)), lesson.spared, rng):
            states = torch.from_numpy(examples.states[rows])
            sheet = _Sheets.of(examples, rows, lesson.scaling)
            first, scores = _forward(describer, judge, torch.from_numpy(pictures), sheet)
            known = states != UNKNOWN
            loss = functional.cross_entropy(scores[known], states[known])
            loss = loss + 0.5 * functional.cross_entropy(first[known], states[known])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        _log.info("epoch %d of %d: loss %.5f", epoch + 1, lesson.epochs, np.mean(losses))


def measure(
    describer: _Describer, judge: _Judge, examples: Examples, scaling: Scaling, sheets: Sequence[NDArray[np.int64]]
) -> dict[str, object]:
    """Return how sure the networks may be, and how well they do, on sheets they were not trained on.

    One half of the sheets says how sure, the other half whether that is right.
    """
    half = -(-len(sheets) // 2)
    sharpness = _calibrated(*_judged(describer, judge, examples, scaling, sheets[:half]))
    state, scores, qualities = _judged(describer, judge, examples, scaling, sheets[half:] or sheets)
    chances = functional.softmax(scores * _factors(sharpness, qualities), dim=1).numpy()
    return {
        "quality_mean": scaling[0].round(5).tolist(),
        "quality_scale": scaling[1].round(5).tolist(),
        "sharpness": [round(value, 5) for value in sharpness.tolist()],
        "held_out": _report(state, chances),
    }


def save(describer: _Describer, judge: _Judge, facts: dict[str, object], folder: Path) -> None:
    """Write both networks as ONNX, and the facts, into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(_describer_graph(describer), str(folder / DESCRIPTION_FILE))
    graph = OnnxGraph()
    hidden = graph.relu(graph.linear("input", judge.hidden))
    onnx.save(graph.model(graph.linear(hidden, judge.score), [_CONTEXT], len(STATES)), str(folder / JUDGEMENT_FILE))
    (folder / FACTS_FILE).write_text(json.dumps(facts, indent=1), encoding="utf-8")


def _facts(examples: Examples) -> dict[str, object]:
    counts = np.bincount(examples.states[examples.states != UNKNOWN], minlength=len(STATES))
    return {
        "states": list(STATES),
        "shares": (counts / counts.sum()).round(6).tolist(),
        "faint_line": faint_line(examples.faint),
        "areas": counts.tolist(),
        "marks": int(examples.faint[:, 0].sum()),
        "bare_marks": int(examples.faint[:, 1].sum()),
    }


def _rows_by_page(examples: Examples) -> dict[int, NDArray[np.int64]]:
    order = np.argsort(examples.pages, kind="stable")
    pages, firsts = np.unique(examples.pages[order], return_index=True)
    return dict(zip(pages.tolist(), np.split(order, firsts[1:]), strict=True))


def _batches(sheets: Sequence[NDArray[np.int64]]) -> Iterator[NDArray[np.int64]]:
    for first in range(0, len(sheets), _PAGES_PER_STEP):
        yield np.concatenate(sheets[first : first + _PAGES_PER_STEP])


def _prepared(
    examples: Examples, batches: Sequence[NDArray[np.int64]], spared: float, rng: np.random.Generator
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """Yield every batch with its disturbed pictures, the next being made while one is learned from."""

    def prepare(rows: NDArray[np.int64]) -> NDArray[np.float32]:
        return disturbed(_pictures(examples, rows), examples.pages[rows], spared, rng)

    with ThreadPoolExecutor(1) as maker:  # one, so that chance takes its turns in order
        following = maker.submit(prepare, batches[0])
        for rows, next_rows in pairwise([*batches, batches[0][:0]]):
            pictures = following.result()
            following = maker.submit(prepare, next_rows)
            yield rows, pictures


def _pictures(examples: Examples, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    prints = to_darkness(examples.prints[examples.print_of[rows]])
    return np.stack([to_darkness(examples.pictures[rows]), prints], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class _Sheets:
    """Which sheet each area is on, (N,), and how good its scan is, standardised, (N, 7)."""

    pages: NDArray[np.int64]
    qualities: NDArray[np.float32]

    @classmethod
    def of(cls, examples: Examples, rows: NDArray[np.int64], scaling: Scaling) -> "_Sheets":
        standardised = (examples.qualities[rows] - scaling[0]) / scaling[1]
        return cls(examples.pages[rows], np.clip(standardised, -MOST_UNUSUAL, MOST_UNUSUAL).astype(np.float32))


def _forward(describer: _Describer, judge: _Judge, pictures: Tensor, sheets: _Sheets) -> tuple[Tensor, Tensor]:
    """Return first and final scores; the context is made as ``omr.marks.mark_model.in_context`` makes it."""
    description, first = describer(pictures)
    names, numbers = np.unique(sheets.pages, return_inverse=True)
    page = torch.from_numpy(numbers)
    is_empty = functional.softmax(first.detach(), dim=1)[:, :1]

    def mean_of_others(weights: Tensor) -> tuple[Tensor, Tensor]:
        total = torch.zeros(len(names), 1).index_add(0, page, weights)[page]
        sums = torch.zeros(len(names), _DESCRIPTION).index_add(0, page, weights * description)[page]
        others = torch.clamp(total - weights, min=0)
        return (sums - weights * description) / (others + 1e-3), torch.log1p(others)

    marks, number_of_marks = mean_of_others(1 - is_empty)
    empty, number_of_empty = mean_of_others(is_empty)
    quality = torch.from_numpy(sheets.qualities)
    context = [description, marks, empty, number_of_marks, number_of_empty, first, quality]
    return first, judge(torch.cat(context, dim=1))


def _judged(
    describer: _Describer, judge: _Judge, examples: Examples, scaling: Scaling, sheets: Sequence[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], Tensor, Tensor]:
    """Return the states, the scores and the scan's qualities of all areas of which the truth is known."""
    states, scores, qualities = [], [], []
    with torch.no_grad():
        for rows in sheets:
            pictures = torch.from_numpy(_pictures(examples, rows))
            sheet = _Sheets.of(examples, rows, scaling)
            states.append(examples.states[rows])
            scores.append(_forward(describer, judge, pictures, sheet)[1])
            qualities.append(torch.from_numpy(sheet.qualities))
    state = np.concatenate(states)
    known = torch.from_numpy(state != UNKNOWN)
    return state[state != UNKNOWN], torch.cat(scores)[known], torch.cat(qualities)[known]


def _calibrated(state: NDArray[np.int64], scores: Tensor, qualities: Tensor) -> Tensor:
    """Fit how sure the judge may be: temperature scaling (Guo et al. 2017) with a temperature for every quality.

    One temperature for all would make good scans as unsure as bad ones are.
    """
    truth = torch.from_numpy(state)
    sharpness = torch.zeros(1 + len(QUALITIES), requires_grad=True)
    optimiser = torch.optim.LBFGS([sharpness], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        misfit = functional.cross_entropy(scores * _factors(sharpness, qualities), truth)
        misfit = misfit + _RIDGE * (sharpness**2).sum()
        misfit.backward()
        return misfit

    optimiser.step(loss)
    return sharpness.detach()


def _factors(sharpness: Tensor, qualities: Tensor) -> Tensor:
    """Return what scores are multiplied by, (N, 1); as ``omr.marks.mark_model.sharpness_factor`` does it."""
    return torch.exp(torch.clamp(sharpness[0] + qualities @ sharpness[1:], -MOST_SHARPENED, MOST_SHARPENED))[:, None]


def _report(state: NDArray[np.int64], chances: NDArray[np.float32]) -> dict[str, object]:
    """Count the mistakes by how sure the judge was."""
    p_wrong = 1 - chances.max(axis=1).astype(np.float64)
    is_wrong = chances.argmax(axis=1) != state
    surer = {
        f"{limit:g}": {
            "areas": int((p_wrong < limit).sum()),
            "wrong": int((is_wrong & (p_wrong < limit)).sum()),
            "expected": round(float(p_wrong[p_wrong < limit].sum()), 3),
        }
        for limit in (1.0, 1e-1, 1e-2, 1e-3, 1e-4)
    }
    confusion = [[int(((state == a) & (chances.argmax(axis=1) == b)).sum()) for b in range(3)] for a in range(3)]
    return {"areas": len(state), "confusion": confusion, "surer_than": surer}


def _describer_graph(describer: _Describer) -> onnx.ModelProto:
    graph = OnnxGraph()
    last = "input"
    for convolution in describer.convolutions:
        assert isinstance(convolution, nn.Conv2d)
        last = graph.relu(graph.convolution(last, convolution))
    description = graph.relu(graph.linear(graph.flatten(last), describer.describe))
    both = graph.concatenate([description, graph.linear(description, describer.score)])
    return graph.model(both, [2, PATCH_PX, PATCH_PX], _DESCRIPTION + len(STATES))
