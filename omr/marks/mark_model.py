"""From the picture of a response area to probabilities: empty, marked, or marked and withdrawn.

Two small networks, trained on simulated sheets by ``omr.training``. The first looks at one area and its blank
print and describes what it sees in a few numbers. The second judges that description beside the average of the other
marks on the sheet: a scribble is a cancelled mark on the sheet of somebody who makes crosses, and an ordinary one on
the sheet of somebody who scribbles; beside the average of the sheet's empty areas, which show how this copier and this
scanner change the print; and beside the quality of the scan: the same grey smudge is a pencil mark on a clean scan and
nothing on a dithered one. Both are ONNX files, run by OpenCV.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omr.images.sampling import Patches
from omr.marks.likelihoods import LogLikelihoods
from omr.marks.measuring import LEAST_INK_PX, Measurements
from omr.marks.pen import SheetPen, log_odds_of_none, without_faintest
from omr.opencv import cv2

MODEL_FOLDER = Path(__file__).parents[1] / "data" / "mark_model"
STATES = ("empty", "marked", "cancelled")
DESCRIPTION_FILE, JUDGEMENT_FILE, FACTS_FILE = "description.onnx", "judgement.onnx", "facts.json"

MOST_UNUSUAL = 3.0
"""Standard deviations beyond which a scan is taken for as good or as bad as any."""

MOST_SHARPENED = 1.2
"""Most by which the log of scores is moved for the quality of a scan."""

_SURELY_EMPTY, _SURELY_MARKED = -5.0, 3.0  # log odds of a mark
_RINGED = 6.0  # log odds that a large ring around a mark takes it back, and does not stress it
_DOUBT = 1e-6  # of every judgement: no picture is surer than the training could show


@dataclass(frozen=True, slots=True, eq=False)
class MarkModel:
    """The trained networks.

    Attributes:
        description: Network from darkness and blank print, (N, 2, 56, 56), to D numbers and three first scores.
        judgement: Network from what ``in_context`` returns to the scores of ``STATES``.
        quality_mean: Of the sheets trained on, see ``omr.marks.measuring.QUALITIES``, (7,).
        quality_scale: Their standard deviations, (7,).
        sharpness: How sure the judgement may be by quality: the log of a factor on its scores is the first number plus
            the standardised qualities times the others, (8,).
        shares: Shares of the states in training, (3,), which the likelihoods are freed of.
        faint_line: Log odds that a mark leaves less ink than some by how faint that is, see ``omr.marks.pen``, (2,).
    """

    description: "cv2.dnn.Net"
    judgement: "cv2.dnn.Net"
    quality_mean: NDArray[np.float32]
    quality_scale: NDArray[np.float32]
    sharpness: NDArray[np.float64]
    shares: NDArray[np.float64]
    faint_line: NDArray[np.float64]

    def log_likelihoods(self, measured: Measurements, prints: Patches) -> LogLikelihoods:
        """Return how likely every area of one page is marked or cancelled, relative to empty.

        Args:
            measured: The page's response areas.
            prints: Darkness of the blank print there, (N, 56, 56).
        """
        marked, cancelled = np.zeros(len(prints)), np.zeros(len(prints))
        quality = np.clip((measured.quality - self.quality_mean) / self.quality_scale, -MOST_UNUSUAL, MOST_UNUSUAL)
        looked_at = measured.is_worth_a_look
        if looked_at.any():
            judged = self._judge(measured.pictures[looked_at], prints[looked_at], quality)
            marked[looked_at], cancelled[looked_at] = judged.marked, judged.cancelled
        is_marked = (measured.ink_px >= LEAST_INK_PX) & (marked > 0) & (marked > cancelled)
        is_marked &= bool((marked[is_marked] > _SURELY_MARKED).any())  # specks alone tell nothing of the pen
        pen = SheetPen.of(measured.ink_px[is_marked])
        if pen.marks:
            marked[~is_marked] = self._without_faintest(pen, marked[~is_marked], measured.ink_px[~is_marked])
        if is_unmarked(measured, np.maximum(marked, cancelled)[looked_at]) and measured.shows_any_pen:
            bare = float(np.log(_DOUBT))  # there is no mark that could have left less ink than the others
        else:
            bare = self._bare_log_odds(pen, measured)
        for each in (marked, cancelled):
            each[~looked_at] = bare
            each[measured.is_hidden] = 0.0  # whatever was there, nobody can see it any more
        ringed = measured.is_ringed  # of these no picture tells more than that there is a mark
        cancelled = np.where(ringed, np.maximum(marked, cancelled), cancelled)
        marked = np.where(ringed, cancelled - _RINGED, marked)
        return LogLikelihoods(marked, cancelled)

    def _judge(self, pictures: Patches, prints: Patches, quality: NDArray[np.float32]) -> LogLikelihoods:
        self.description.setInput(np.stack([pictures, prints], axis=1))
        described = self.description.forward()
        self.judgement.setInput(in_context(described, quality))
        scores = self.judgement.forward() * sharpness_factor(self.sharpness, quality)
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        likelihoods = np.log(chances + _DOUBT) - np.log(self.shares)
        empty, marked, cancelled = likelihoods.T
        return LogLikelihoods(marked - empty, cancelled - empty)

    def _without_faintest(
        self, pen: SheetPen, marked: NDArray[np.float64], ink_px: NDArray[np.float32]
    ) -> NDArray[np.float64]:
        return without_faintest(self.faint_line, pen, marked, np.maximum(ink_px, LEAST_INK_PX))

    def _bare_log_odds(self, pen: SheetPen, measured: Measurements) -> float:
        """Return how likely a mark is where none was seen: where the sheet's marks are faint, one may have vanished."""
        odds = log_odds_of_none(self.faint_line, pen, LEAST_INK_PX, shows_any_pen=measured.shows_any_pen)
        return max(odds, float(np.log(_DOUBT)))


def is_unmarked(measured: Measurements, log_odds: NDArray[np.float64]) -> bool:
    """Whether nobody marked anything on a page, as far as can be seen: a form that came back unfilled.

    Args:
        measured: The page's response areas.
        log_odds: That each area that was looked at holds a mark, taken back or not, (K,).
    """
    return bool(len(measured.ink_px) and not measured.is_hidden.all() and (log_odds < _SURELY_EMPTY).all())


def in_context(described: NDArray[np.float32], quality: NDArray[np.float32]) -> NDArray[np.float32]:
    """Put beside each description the means of the sheet's other marks and of its other empty areas.

    Each area counts among the marks by how much it looks like one, and among the empty areas with the rest.

    Args:
        described: One row per area with ink: D numbers and three first scores.
        quality: Of the scan, standardised and clipped, (7,).

    Returns:
        (N, 3 D + 12): own description, the marks' mean, the empty areas' mean, log of 1 + the number of marks and of
        empty areas, own first scores, quality.
    """
    descriptions, scores = described[:, : -len(STATES)], described[:, -len(STATES) :]
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    is_empty = chances[:, :1] / chances.sum(axis=1, keepdims=True)
    marks, number_of_marks = _mean_of_others(descriptions, 1 - is_empty)
    empty, number_of_empty = _mean_of_others(descriptions, is_empty)
    scan = np.broadcast_to(quality, (len(described), len(quality)))
    numbers = np.log1p(np.concatenate([number_of_marks, number_of_empty], axis=1))
    return np.concatenate([descriptions, marks, empty, numbers, scores, scan], axis=1).astype(np.float32)


def _mean_of_others(
    descriptions: NDArray[np.float32], weights: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return, for every row, the weighted mean of all other rows, (N, D), and the sum of their weights, (N, 1)."""
    others = np.maximum(weights.sum() - weights, 0)
    weighted = weights * descriptions
    return (weighted.sum(axis=0) - weighted) / (others + np.float32(1e-3)), others


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
        description, judgement, mean, scale, sharpness, np.array(facts["shares"]), np.array(facts["faint_line"])
    )


def _read_network(path: Path) -> "cv2.dnn.Net":
    # From memory: OpenCV's own file access fails on Windows where a path has letters beyond the code page.
    return cv2.dnn.readNetFromONNX(np.frombuffer(path.read_bytes(), np.uint8))
