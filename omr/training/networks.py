"""The two networks of the mark model: their shape, how they are fitted, and how they are written down.

Pages are held out whole, never single areas, so that the figures reported are of sheets not seen in training. The
seed is fixed; the same examples give the same networks on the same machine.
"""

import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from omr.mark_model import DESCRIPTION_FILE, FACTS_FILE, JUDGEMENT_FILE, STATES
from omr.sampling import PATCH_PX
from omr.training.examples import UNKNOWN, Examples, to_darkness

_log = logging.getLogger(__name__)

_SEED = 20201118
_HELD_OUT = 0.12
_PAGES_PER_STEP = 10
_EPOCHS = 16
_RATE = 3e-3
_DECAY = 1e-2
_DROPOUT = 0.3
_CHANNELS = (16, 32, 48)
_DESCRIPTION = 32
_HIDDEN = 64
_OPSET = 13  # the newest that every OpenCV from 4.10 on reads without exceptions


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
        self.hidden = nn.Linear(2 * _DESCRIPTION + 1 + len(STATES), _HIDDEN)
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
    parameters = [*describer.parameters(), *judge.parameters()]
    optimiser = torch.optim.AdamW(parameters, _RATE, weight_decay=_DECAY)
    steps = _EPOCHS * -(-len(used) // _PAGES_PER_STEP)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.1)
    rows_of = _rows_by_page(examples)
    for epoch in range(_EPOCHS):
        losses = []
        for rows in _batches(rng.permutation(used), rows_of):
            states = torch.from_numpy(examples.states[rows])
            pictures = _disturbed(_pictures(examples, rows), examples.pages[rows], rng)
            first, scores = _forward(describer, judge, torch.from_numpy(pictures), examples.pages[rows])
            known = states != UNKNOWN
            loss = functional.cross_entropy(scores[known], states[known])
            loss = loss + 0.5 * functional.cross_entropy(first[known], states[known])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        _log.info("epoch %d of %d: loss %.5f", epoch + 1, _EPOCHS, np.mean(losses))
    describer.eval()
    state, scores = _judged(describer, judge, examples, [rows_of[page] for page in held_out.tolist()])
    _calibrate(judge, state, scores)
    state, scores = _judged(describer, judge, examples, [rows_of[page] for page in held_out.tolist()])
    report = _report(state, functional.softmax(scores, dim=1).numpy())
    return describer, judge, {**_facts(examples), "trained_on_pages": len(used), "held_out": report}


def save(describer: _Describer, judge: _Judge, facts: dict[str, object], folder: Path) -> None:
    """Write both networks as ONNX, and the facts, into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    inputs = 2 * _DESCRIPTION + 1 + len(STATES)
    onnx.save(_describer_graph(describer), str(folder / DESCRIPTION_FILE))
    graph = _Graph()
    hidden = graph.relu(graph.linear("input", judge.hidden))
    onnx.save(graph.model(graph.linear(hidden, judge.score), [inputs], len(STATES)), str(folder / JUDGEMENT_FILE))
    (folder / FACTS_FILE).write_text(json.dumps(facts, indent=1), encoding="utf-8")


def _facts(examples: Examples) -> dict[str, object]:
    counts = np.bincount(examples.states[examples.states != UNKNOWN], minlength=len(STATES))
    return {
        "states": list(STATES),
        "shares": (counts / counts.sum()).round(6).tolist(),
        "bare_line": _bare_line(examples.faint),
        "areas": counts.tolist(),
        "marks": int(examples.faint[:, 1].sum()),
        "bare_marks": int(examples.faint[:, 2].sum()),
    }


def _bare_line(faint: NDArray[np.float64]) -> list[float]:
    """Fit the log odds that a mark leaves no ink over the usual ink of its sheet: logistic regression by Newton."""
    usual, marks, bare = faint.T
    terms = np.column_stack([np.ones_like(usual), usual])
    line = np.array([np.log((bare.sum() + 0.5) / marks.sum()), 0.0])
    for _ in range(50):
        p_bare = 1 / (1 + np.exp(-terms @ line))
        slope = terms.T @ (bare - marks * p_bare)
        bend = terms.T @ (terms * (marks * p_bare * (1 - p_bare))[:, None]) + 1e-6 * np.eye(2)
        line += np.clip(np.linalg.solve(bend, slope), -1, 1)
    return line.round(4).tolist()


def _rows_by_page(examples: Examples) -> dict[int, NDArray[np.int64]]:
    order = np.argsort(examples.pages, kind="stable")
    pages, firsts = np.unique(examples.pages[order], return_index=True)
    return dict(zip(pages.tolist(), np.split(order, firsts[1:]), strict=True))


def _batches(pages: NDArray[np.int64], rows_of: dict[int, NDArray[np.int64]]) -> Iterator[NDArray[np.int64]]:
    for first in range(0, len(pages), _PAGES_PER_STEP):
        yield np.concatenate([rows_of[page] for page in pages[first : first + _PAGES_PER_STEP].tolist()])


def _pictures(examples: Examples, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    prints = to_darkness(examples.prints)[examples.print_of[rows]]
    return np.stack([to_darkness(examples.pictures[rows]), prints], axis=1)


def _disturbed(
    pictures: NDArray[np.float32], pages: NDArray[np.int64], rng: np.random.Generator
) -> NDArray[np.float32]:
    """Vary what scanners and pens vary, alike for a whole page: strength of ink, sharpness, noise, small shifts.

    The simulator's scans are a few of all that there are; what holds under these changes is likelier to hold on
    scanners nobody has simulated. A mark seen in a mirror means the same, so half the pages are mirrored either way.
    """
    disturbed = pictures.copy()
    for page in np.unique(pages):
        chosen = np.flatnonzero(pages == page)
        darkness = disturbed[chosen, 0]
        ink = darkness * (disturbed[chosen, 1] < 0.08)
        darkness = darkness + ink * rng.uniform(-0.3, 0.3)
        if rng.random() < 0.4:
            darkness = _softened(darkness, rng.uniform(0.3, 1.0))
        darkness = darkness + rng.normal(0, rng.uniform(0, 0.04), darkness.shape)
        shift = tuple(rng.integers(-1, 2, 2)) if rng.random() < 0.3 else (0, 0)
        disturbed[chosen, 0] = np.roll(darkness, shift, axis=(1, 2))
        for axis in (2, 3):
            if rng.random() < 0.5:
                disturbed[chosen] = np.flip(disturbed[chosen], axis)
    return disturbed


def _softened(darkness: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """Mix each pixel with its four neighbours."""
    around = sum(np.roll(darkness, step, axis) for step in (-1, 1) for axis in (1, 2))
    return np.asarray((1 - share * 0.5) * darkness + share * 0.125 * around, np.float32)


def _forward(describer: _Describer, judge: _Judge, pictures: Tensor, pages: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
    """Return first and final scores; the context is made as ``omr.mark_model.in_context`` makes it."""
    description, first = describer(pictures)
    names, numbers = np.unique(pages, return_inverse=True)
    page = torch.from_numpy(numbers)
    weights = 1 - functional.softmax(first.detach(), dim=1)[:, :1]
    total = torch.zeros(len(names), 1).index_add(0, page, weights)[page]
    sums = torch.zeros(len(names), _DESCRIPTION).index_add(0, page, weights * description)[page]
    others = torch.clamp(total - weights, min=0)
    mean = (sums - weights * description) / (others + 1e-3)
    return first, judge(torch.cat([description, mean, torch.log1p(others), first], dim=1))


def _judged(
    describer: _Describer, judge: _Judge, examples: Examples, sheets: Sequence[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], Tensor]:
    """Return the states and the scores of all areas of some pages of which the truth is known."""
    states, scores = [], []
    with torch.no_grad():
        for rows in sheets:
            _, found = _forward(describer, judge, torch.from_numpy(_pictures(examples, rows)), examples.pages[rows])
            states.append(examples.states[rows])
            scores.append(found)
    state = np.concatenate(states)
    known = state != UNKNOWN
    return state[known], torch.cat(scores)[torch.from_numpy(known)]


def _calibrate(judge: _Judge, state: NDArray[np.int64], scores: Tensor) -> None:
    """Make the judge as sure as it is right, on pages not trained on: temperature scaling (Guo et al. 2017)."""
    truth = torch.from_numpy(state)
    candidates = torch.linspace(0.3, 1.5, 121).tolist()
    factor = min(candidates, key=lambda f: float(functional.cross_entropy(scores * f, truth)))
    _log.info("scores are scaled by %.2f", factor)
    with torch.no_grad():
        judge.score.weight *= factor
        judge.score.bias *= factor


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


class _Graph:
    """Writes a chain of layers as ONNX; by hand, because exporters change what they write from release to release."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []

    def convolution(self, source: str, layer: nn.Conv2d) -> str:
        side, step, edge = layer.kernel_size[0], layer.stride[0], int(layer.padding[0])
        shape = {"kernel_shape": [side] * 2, "strides": [step] * 2, "pads": [edge] * 4}
        return self._add("Conv", [source, self._weight(layer.weight), self._bias(layer.bias)], **shape)

    def linear(self, source: str, layer: nn.Linear) -> str:
        return self._add("Gemm", [source, self._weight(layer.weight), self._bias(layer.bias)], transB=1)

    def relu(self, source: str) -> str:
        return self._add("Relu", [source])

    def flatten(self, source: str) -> str:
        return self._add("Flatten", [source], axis=1)

    def concatenate(self, sources: list[str]) -> str:
        return self._add("Concat", sources, axis=1)

    def model(self, result: str, input_shape: list[int], outputs: int) -> onnx.ModelProto:
        self._nodes[-1].output[0] = "output"
        assert result != "output", "a graph is made into a model once"
        graph = helper.make_graph(
            self._nodes,
            "phieu",
            [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["areas", *input_shape])],
            [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["areas", outputs])],
            self._weights,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8)
        onnx.checker.check_model(model)
        return model

    def _add(self, kind: str, sources: list[str], **attributes: object) -> str:
        name = f"{kind.lower()}{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, sources, [name], **attributes))
        return name

    def _weight(self, values: Tensor) -> str:
        name = f"weight{len(self._weights)}"
        self._weights.append(numpy_helper.from_array(values.detach().numpy().astype(np.float32), name))
        return name

    def _bias(self, values: Tensor | None) -> str:
        assert values is not None, "every layer here has a bias"
        return self._weight(values)


def _describer_graph(describer: _Describer) -> onnx.ModelProto:
    graph = _Graph()
    last = "input"
    for convolution in describer.convolutions:
        assert isinstance(convolution, nn.Conv2d)
        last = graph.relu(graph.convolution(last, convolution))
    description = graph.relu(graph.linear(graph.flatten(last), describer.describe))
    both = graph.concatenate([description, graph.linear(description, describer.score)])
    return graph.model(both, [2, PATCH_PX, PATCH_PX], _DESCRIPTION + len(STATES))
