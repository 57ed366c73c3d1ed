"""Train the mark model on simulated sheets: ``python -m omr.mark_training PILE...``.

Piles are folders made by ``omr.simulation`` together with the template they were printed from. The labels come from
what the respondents meant: an option that was meant is marked; ink on another option of a corrected item is a withdrawn
mark. Sheets are held out whole, never single areas, so that the figures printed at the end are of people not seen in
training. The seed of the training is fixed; the same piles give the same model.
"""

import argparse
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from form_templates.loading import load_template
from omr.blank_page import load_blank_pages
from omr.form_book import FormBook, build_form_book
from omr.mark_model import MODEL_PATH, STATES, prepared
from omr.marks import FEATURES, Zones, build_zones, measure_marks
from omr.page_source import open_scan
from omr.preprocess import enough_px, prepare
from omr.registration import LocatedPage, locate_page
from omr.simulation.truth import PageTruth, Pile, load_truth

_SEED = 20201118
_HIDDEN = 32
_EPOCHS = 200
_BATCH = 512
_HELD_OUT = 0.2
_RATE = 5e-3
_DECAY = 1e-6
_EMPTY, _MARKED, _CANCELLED = range(len(STATES))
_WITHDRAWN_INK = 0.04  # mean ink inside above which an option that was not meant, in a corrected item, was withdrawn


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Measured response areas with what they are.

    Attributes:
        features: (N, F) float32, columns as in ``omr.marks.FEATURES``.
        states: Index into ``STATES``, (N,).
        sheets: Which sheet each comes from, (N,).
    """

    features: NDArray[np.float32]
    states: NDArray[np.int64]
    sheets: NDArray[np.int64]


@dataclass(slots=True, eq=False)
class _Network:
    """Weights during training; float64."""

    w1: NDArray[np.float64]
    b1: NDArray[np.float64]
    w2: NDArray[np.float64]
    b2: NDArray[np.float64]

    def parameters(self) -> list[NDArray[np.float64]]:
        return [self.w1, self.b1, self.w2, self.b2]

    def forward(self, inputs: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        activity = np.tanh(inputs @ self.w1 + self.b1)
        scores = activity @ self.w2 + self.b2
        scores = scores - scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        return activity, chances / chances.sum(axis=1, keepdims=True)


def collect(pile_folder: Path, template_folder: Path) -> Examples:
    """Measure every response area of a pile and label it with what was meant."""
    template = load_template(template_folder)
    book = build_form_book(template, load_blank_pages(template_folder, template))
    zones = {page.layout.number: build_zones(page) for page in book.pages}
    long_side_mm = max(page.height_mm for page in template.pages)
    parts = list(_measured_pages(load_truth(pile_folder), book, zones, long_side_mm))
    features, states, sheets = (np.concatenate([part[column] for part in parts]) for column in range(3))
    return Examples(features, states, sheets)


def train(examples: Examples) -> tuple[dict[str, object], str]:
    """Fit the network; returns what is stored, and a report on held-out sheets."""
    rng = np.random.default_rng(_SEED)
    sheets = rng.permutation(np.unique(examples.sheets))
    is_held_out = np.isin(examples.sheets, sheets[: int(len(sheets) * _HELD_OUT)])
    inputs = prepared(examples.features)
    mean, spread = inputs[~is_held_out].mean(axis=0), inputs[~is_held_out].std(axis=0) + 1e-6
    inputs = np.clip((inputs - mean) / spread, -8, 8)
    network = _fit(inputs[~is_held_out], examples.states[~is_held_out], rng)
    report = _report(network, inputs[is_held_out], examples.states[is_held_out])
    model = {
        "features": list(FEATURES),
        "states": list(STATES),
        "marked_share": float((examples.states[~is_held_out] != _EMPTY).mean()),
        "withdrawn_share": float((examples.states[~is_held_out] == _CANCELLED).mean()),
        "trained_on": {"areas": int((~is_held_out).sum()), "sheets": len(sheets), "held_out": report.splitlines()},
        "mean": _rounded(mean),
        "spread": _rounded(spread),
        "hidden_weights": _rounded(network.w1),
        "hidden_biases": _rounded(network.b1),
        "output_weights": _rounded(network.w2),
        "output_biases": _rounded(network.b2),
    }
    return model, report


def _measured_pages(
    pile: Pile, book: FormBook, zones: dict[int, Zones], long_side_mm: float
) -> Iterator[tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64]]]:
    for truth in pile.pages:
        with open_scan(pile.folder / truth.file) as scan:
            index = truth.page_in_file - 1
            image = prepare(scan.load(index, enough_px=enough_px(long_side_mm)), long_side_mm)
            located = locate_page(image, book, partial(scan.load, index))
        if not isinstance(located, LocatedPage) or located.model.layout.number != truth.page:
            continue
        features = measure_marks(image, located, zones[truth.page]).features
        states = _states(located, features, truth)
        known = states >= 0
        sheet = np.full(int(known.sum()), zlib.crc32(f"{pile.folder.name}/{truth.respondent}".encode()))
        yield features[known], states[known], sheet


def _states(page: LocatedPage, features: NDArray[np.float32], truth: PageTruth) -> NDArray[np.int64]:
    """Label every area; -1 where nobody could tell."""
    inside, peak, near, encircled = (
        features[:, FEATURES.index(name)] for name in ("inside", "peak", "near_most", "encircled")
    )
    # A mark of which nothing arrived in the scan (pale ink under a hard threshold) teaches only to doubt every blank.
    left_ink = (peak > 0.08) | (near > 0.02) | (encircled > 0.15)
    states = np.full(len(features), _EMPTY)
    for index, area in enumerate(page.model.layout.areas):
        item = truth.items.get(area.item_id)
        if item is None:
            states[index] = -1
        elif not item.is_decidable:
            states[index] = _MARKED if area.option in item.answer else -1
        elif area.option in item.answer:
            states[index] = _MARKED if left_ink[index] else -1
        elif not item.is_plain and inside[index] > _WITHDRAWN_INK:
            states[index] = _CANCELLED
    return states


def _fit(inputs: NDArray[np.float64], states: NDArray[np.int64], rng: np.random.Generator) -> _Network:
    """Minimise cross-entropy by Adam (Kingma and Ba 2015, arXiv 1412.6980), the rate falling to zero."""
    count = inputs.shape[1]
    network = _Network(
        rng.normal(0, 1 / np.sqrt(count), (count, _HIDDEN)),
        np.zeros(_HIDDEN),
        rng.normal(0, 1 / np.sqrt(_HIDDEN), (_HIDDEN, len(STATES))),
        np.zeros(len(STATES)),
    )
    moments = [(np.zeros_like(p), np.zeros_like(p)) for p in network.parameters()]
    steps = _EPOCHS * (len(inputs) // _BATCH)
    for step in range(1, steps + 1):
        chosen = rng.integers(0, len(inputs), _BATCH)
        gradients = _gradients(network, inputs[chosen], states[chosen])
        rate = _RATE * (1 - (step - 1) / steps)
        for parameter, gradient, (first, second) in zip(network.parameters(), gradients, moments, strict=True):
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            corrected = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
            parameter -= rate * corrected
    return network


def _gradients(network: _Network, inputs: NDArray[np.float64], states: NDArray[np.int64]) -> list[NDArray[np.float64]]:
    activity, chances = network.forward(inputs)
    chances[np.arange(len(states)), states] -= 1
    error = chances / len(states)
    back = (error @ network.w2.T) * (1 - activity**2)
    gradients = [inputs.T @ back, back.sum(axis=0), activity.T @ error, error.sum(axis=0)]
    return [g + _DECAY * p for g, p in zip(gradients, network.parameters(), strict=True)]


def _report(network: _Network, inputs: NDArray[np.float64], states: NDArray[np.int64]) -> str:
    _, chances = network.forward(inputs)
    has_ink, p_ink = states != _EMPTY, 1 - chances[:, _EMPTY]
    lines = [f"held out: {len(states)} areas, {int(has_ink.sum())} with a mark, {int((states == 2).sum())} withdrawn"]
    lines.append(f"wrong at 0.5: {int((has_ink != (p_ink > 0.5)).sum())}")
    for limit in (1e-1, 1e-2, 1e-3, 1e-4):
        sure = np.minimum(p_ink, 1 - p_ink) < limit
        wrong = int((has_ink != (p_ink > 0.5))[sure].sum())
        stated = float(np.minimum(p_ink, 1 - p_ink)[sure].sum())
        lines.append(f"surer than {limit:g}: {sure.mean():.4%} of areas, {wrong} wrong, {stated:.2f} expected")
    return "\n".join(lines)


def _rounded(values: NDArray[np.float64]) -> object:
    return np.round(values, 5).tolist()


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on ``PILE=TEMPLATE_FOLDER`` pairs and write the model."""
    parser = argparse.ArgumentParser(description="Train the mark model on simulated piles.")
    parser.add_argument("piles", nargs="+", metavar="PILE=TEMPLATE", help="a pile's folder and its frozen template's")
    parser.add_argument("--out", type=Path, default=MODEL_PATH)
    options = parser.parse_args(arguments)
    parts = [collect(Path(pile), Path(template)) for pile, _, template in (p.partition("=") for p in options.piles)]
    examples = Examples(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.states for part in parts]),
        np.concatenate([part.sheets for part in parts]),
    )
    model, report = train(examples)
    options.out.write_text(json.dumps(model), encoding="utf-8")
    print(report)  # noqa: T201 - a command's output


if __name__ == "__main__":
    main()
