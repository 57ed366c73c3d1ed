"""From the picture of a response area to probabilities: empty, marked, or marked and withdrawn.

Two small networks, trained on simulated sheets by ``omr.training``. The first looks at one area and its blank
print and describes what it sees in a few numbers. The second judges that description beside the average of the other
marks on the sheet: a scribble is a cancelled mark on the sheet of somebody who makes crosses, and an ordinary one on
the sheet of somebody who scribbles; and beside the quality of the scan: the same grey smudge is a pencil mark on a
clean scan and nothing on a dithered one. Both are ONNX files, run by OpenCV.
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

MOST_UNUSUAL = 3.0
"""Standard deviations beyond which a scan is taken for as good or as bad as any."""

MOST_SHARPENED = 1.2
"""Most by which the log of scores is moved for the quality of a scan."""

_DOUBT = 1e-6  # of every judgement: no picture is surer than the training could show


@dataclass(frozen=True, slots=True, eq=False)
class MarkModel:
    """The trained networks.

    Attributes:
        description: Network from darkness and blank print, (N, 2, 56, 56), to D numbers and three first scores.
        judgement: Network from what ``in_context`` returns to the scores of ``STATES``.
        quality_mean: Of the sheets trained on, see ``omr.marks.QUALITIES``, (7,).
        quality_scale: Their standard deviations, (7,).
        sharpness: How sure the judgement may be by quality: the log of a factor on its scores is the first number plus
            the standardised qualities times the others, (8,).
        shares: Shares of the states in training, (3,), which the likelihoods are freed of.
        bare_line: Log odds that a mark leaves no ink to be seen: intercept, slope over the log of the ink of the
            sheet's other marks, slopes over the standardised qualities, (9,).
    """

    description: "cv2.dnn.Net"
    judgement: "cv2.dnn.Net"
    quality_mean: NDArray[np.float32]
    quality_scale: NDArray[np.float32]
    sharpness: NDArray[np.float64]
    shares: NDArray[np.float64]
    bare_line: NDArray[np.float64]

    def log_likelihoods(self, measured: Measurements, prints: Patches) -> NDArray[np.float64]:
        """Return the log likelihoods of marked and of cancelled relative to empty, (N, 2), for the areas of one page.

        Args:
            measured: The page's response areas.
            prints: Darkness of the blank print there, (N, 56, 56).
        """
        found = np.zeros((len(prints), len(STATES) - 1))
        quality = np.clip((measured.quality - self.quality_mean) / self.quality_scale, -MOST_UNUSUAL, MOST_UNUSUAL)
        has_ink = measured.ink_px >= LEAST_INK_PX
        if has_ink.any():
            found[has_ink] = self._judge(measured.pictures[has_ink], prints[has_ink], quality)
        is_marked = has_ink & (found[:, 0] > 0) & (found[:, 0] > found[:, 1])
        found[~has_ink] = self._bare_log_odds(measured.ink_px[is_marked], quality)
        found[measured.is_hidden] = 0.0  # whatever was there, nobody can see it any more
        return found

    def _judge(self, pictures: Patches, prints: Patches, quality: NDArray[np.float32]) -> NDArray[np.float64]:
        self.description.setInput(np.stack([pictures, prints], axis=1))
        described = self.description.forward()
        self.judgement.setInput(in_context(described, quality))
        scores = self.judgement.forward() * sharpness_factor(self.sharpness, quality)
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        likelihoods = np.log(chances + _DOUBT) - np.log(self.shares)
        return np.asarray(likelihoods[:, 1:] - likelihoods[:, :1])

    def _bare_log_odds(self, ink_px: NDArray[np.float32], quality: NDArray[np.float32]) -> float:
        """Return how likely a mark is where none was seen: where the sheet's marks are faint, one may have vanished."""
        typical = usual_ink(ink_px) if len(ink_px) else 0.0
        return max(float(self.bare_line @ np.array([1.0, typical, *quality])), float(np.log(_DOUBT)))


def usual_ink(ink_px: NDArray[np.float32]) -> float:
    """Return the log of the ink that the marks of a sheet usually leave: their lower quartile."""
    return float(np.log(np.percentile(ink_px, 25)))


def in_context(described: NDArray[np.float32], quality: NDArray[np.float32]) -> NDArray[np.float32]:
    """Put beside each description the mean of the sheet's other marks, weighted by how much they look like marks.

    Args:
        described: One row per area with ink: D numbers and three first scores.
        quality: Of the scan, standardised and clipped, (7,).

    Returns:
        (N, 2 D + 11): own description, the others' mean, log of 1 + their number, own first scores, quality.
    """
    descriptions, scores = described[:, : -len(STATES)], described[:, -len(STATES) :]
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = 1 - chances[:, :1] / chances.sum(axis=1, keepdims=True)
    others = np.maximum(weights.sum() - weights, 0)
    mean = ((weights * descriptions).sum(axis=0) - weights * descriptions) / (others + 1e-3)
    scan = np.broadcast_to(quality, (len(described), len(quality)))
    return np.concatenate([descriptions, mean, np.log1p(others), scores, scan], axis=1).astype(np.float32)


def sharpness_factor(sharpness: NDArray[np.float64], quality: NDArray[np.float32]) -> float:
    """Return what the judgement's scores are multiplied by on a scan of such (standardised) quality."""
    return float(np.exp(np.clip(sharpness[0] + quality @ sharpness[1:], -MOST_SHARPENED, MOST_SHARPENED)))


@cache
def load_mark_model(folder: Path = MODEL_FOLDER) -> MarkModel:
    """Return the shipped networks, or those in ``folder``."""
    facts = json.loads((folder / FACTS_FILE).read_text(encoding="utf-8"))
    if tuple(facts["states"]) != STATES:
        raise ValueError(f"{folder} was trained for other states; train it again")
    description, judgement = _read_network(folder / DESCRIPTION_FILE), _read_network(folder / JUDGEMENT_FILE)
    mean, scale = (np.array(facts[name], np.float32) for name in ("quality_mean", "quality_scale"))
    sharpness = np.array(facts["sharpness"])
    return MarkModel(
        description, judgement, mean, scale, sharpness, np.array(facts["shares"]), np.array(facts["bare_line"])
    )


def _read_network(path: Path) -> "cv2.dnn.Net":
    # From memory: OpenCV's own file access fails on Windows where a path has letters beyond the code page.
    return cv2.dnn.readNetFromONNX(np.frombuffer(path.read_bytes(), np.uint8))
