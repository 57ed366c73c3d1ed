"""From the measurements of a response area to probabilities: empty, marked, or marked and withdrawn.

A small network (one hidden layer) trained on simulated sheets by ``omr.mark_training``, which also says how it was
trained and how well it does; the weights are ``data/mark_model.json``.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omr.marks import FEATURES

MODEL_PATH = Path(__file__).parent / "data" / "mark_model.json"

_WITHDRAWN_SHARE = 0.0022  # of response areas, in life: one answer in a hundred is corrected
STATES = ("empty", "marked", "cancelled")


@dataclass(frozen=True, slots=True, eq=False)
class MarkModel:
    """Weights of the network.

    Attributes:
        mean: Of each prepared feature, (F,).
        spread: Its standard deviation, (F,).
        hidden: (F, H) weights and (H,) biases of the hidden layer, tanh.
        output: (H, 3) weights and (3,) biases of the output layer, softmax over ``STATES``.
        marked_share: Share of areas with ink in training, for which the probabilities hold.
        withdrawn_share: Share of areas with a withdrawn mark in training, where corrections are more frequent than in
            life, so that there is enough to learn from.
    """

    mean: NDArray[np.float64]
    spread: NDArray[np.float64]
    hidden: tuple[NDArray[np.float64], NDArray[np.float64]]
    output: tuple[NDArray[np.float64], NDArray[np.float64]]
    marked_share: float
    withdrawn_share: float

    def log_probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the log probability of every state, (N, 3), for features (N, 16)."""
        inputs = np.clip((prepared(features) - self.mean) / self.spread, -8, 8)
        activity = np.tanh(inputs @ self.hidden[0] + self.hidden[1])
        scores = activity @ self.output[0] + self.output[1]
        scores[:, STATES.index("cancelled")] += np.log(_WITHDRAWN_SHARE / self.withdrawn_share)
        top = scores.max(axis=1, keepdims=True)
        return np.asarray(scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True)))


def prepared(features: NDArray[np.float32]) -> NDArray[np.float64]:
    """Spread small amounts of ink apart, where the difference between dirt and a faint mark lies."""
    values = features.astype(np.float64)
    return np.sign(values) * np.log1p(np.abs(values) * 100)


@cache
def load_mark_model(path: Path = MODEL_PATH) -> MarkModel:
    """Return the shipped network."""
    values = json.loads(path.read_text(encoding="utf-8"))
    if tuple(values["features"]) != FEATURES:
        raise ValueError(f"{path} was trained on other measurements; train it again")
    hidden = (np.array(values["hidden_weights"]), np.array(values["hidden_biases"]))
    output = (np.array(values["output_weights"]), np.array(values["output_biases"]))
    return MarkModel(
        np.array(values["mean"]),
        np.array(values["spread"]),
        hidden,
        output,
        values["marked_share"],
        values["withdrawn_share"],
    )
