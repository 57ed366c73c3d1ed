"""From the picture of a response area to probabilities: empty, marked, or marked and withdrawn.

Two small networks, trained on simulated sheets by ``omr.training``. The first looks at one area and its blank
print and describes what it sees in a few numbers. The second judges that description beside the average of the other
marks on the sheet: a scribble is a cancelled mark on the sheet of somebody who makes crosses, and an ordinary one on
the sheet of somebody who scribbles. Both are ONNX files, run by OpenCV.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omr.marks import LEAST_INK_PX, Measurements
from omr.opencv import cv2
from omr.sampling import Patches

MODEL_FOLDER = Path(__file__).parent / "data" / "mark_model"
STATES = ("empty", "marked", "cancelled")
DESCRIPTION_FILE, JUDGEMENT_FILE, FACTS_FILE = "description.onnx", "judgement.onnx", "facts.json"

_DOUBT = 1e-6  # of every judgement: no picture is surer than the training could show


@dataclass(frozen=True, slots=True, eq=False)
class MarkModel:
    """The trained networks.

    Attributes:
        description: Network from darkness and blank print, (N, 2, 56, 56), to D numbers and three first scores.
        judgement: Network from (own description, mean description of the sheet's other marks, log of 1 + how many
            there are, first scores), (N, 2 D + 4), to the scores of ``STATES``.
        shares: Shares of the states in training, (3,), which the likelihoods are freed of.
        bare_line: Intercept and slope of the log odds that a mark leaves no ink to be seen, over the log of the ink of
            the sheet's other marks, (2,).
    """

    description: "cv2.dnn.Net"
    judgement: "cv2.dnn.Net"
    shares: NDArray[np.float64]
    bare_line: tuple[float, float]

    def log_likelihoods(self, measured: Measurements, prints: Patches) -> NDArray[np.float64]:
        """Return the log likelihoods of marked and of cancelled relative to empty, (N, 2), for the areas of one page.

        Args:
            measured: The page's response areas.
            prints: Darkness of the blank print there, (N, 56, 56).
        """
        found = np.zeros((len(prints), len(STATES) - 1))
        has_ink = measured.ink_px >= LEAST_INK_PX
        if has_ink.any():
            found[has_ink] = self._judge(measured.pictures[has_ink], prints[has_ink])
        is_marked = has_ink & (found[:, 0] > 0) & (found[:, 0] > found[:, 1])
        found[~has_ink] = self._bare_log_odds(measured.ink_px[is_marked])
        return found

    def _judge(self, pictures: Patches, prints: Patches) -> NDArray[np.float64]:
        self.description.setInput(np.stack([pictures, prints], axis=1))
        described = self.description.forward()
        self.judgement.setInput(in_context(described))
        scores = self.judgement.forward().astype(np.float64)
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        likelihoods = np.log(chances + _DOUBT) - np.log(self.shares)
        return np.asarray(likelihoods[:, 1:] - likelihoods[:, :1])

    def _bare_log_odds(self, ink_px: NDArray[np.float32]) -> float:
        """Return how likely a mark is where none was seen: where the sheet's marks are faint, one may have vanished."""
        intercept, slope = self.bare_line
        typical = usual_ink(ink_px) if len(ink_px) else 0.0
        return max(intercept + slope * typical, float(np.log(_DOUBT)))


def usual_ink(ink_px: NDArray[np.float32]) -> float:
    """Return the log of the ink that the marks of a sheet usually leave: their lower quartile."""
    return float(np.log(np.percentile(ink_px, 25)))


def in_context(described: NDArray[np.float32]) -> NDArray[np.float32]:
    """Put beside each description the mean of the sheet's other marks, weighted by how much they look like marks.

    Args:
        described: One row per area with ink: D numbers and three first scores.

    Returns:
        (N, 2 D + 4): own description, the others' mean, log of 1 + their number, own first scores.
    """
    descriptions, scores = described[:, : -len(STATES)], described[:, -len(STATES) :]
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = 1 - chances[:, :1] / chances.sum(axis=1, keepdims=True)
    others = np.maximum(weights.sum() - weights, 0)
    mean = ((weights * descriptions).sum(axis=0) - weights * descriptions) / (others + 1e-3)
    return np.concatenate([descriptions, mean, np.log1p(others), scores], axis=1).astype(np.float32)


@cache
def load_mark_model(folder: Path = MODEL_FOLDER) -> MarkModel:
    """Return the shipped networks, or those in ``folder``."""
    facts = json.loads((folder / FACTS_FILE).read_text(encoding="utf-8"))
    if tuple(facts["states"]) != STATES:
        raise ValueError(f"{folder} was trained for other states; train it again")
    description, judgement = _read_network(folder / DESCRIPTION_FILE), _read_network(folder / JUDGEMENT_FILE)
    return MarkModel(description, judgement, np.array(facts["shares"]), tuple(facts["bare_line"]))


def _read_network(path: Path) -> "cv2.dnn.Net":
    # From memory: OpenCV's own file access fails on Windows where a path has letters beyond the code page.
    return cv2.dnn.readNetFromONNX(np.frombuffer(path.read_bytes(), np.uint8))
