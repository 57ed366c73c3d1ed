"""Sign the ink on a page: a few thousand bytes by which a second scan of the same sheet is known.

``omr.rescans.ink_signature`` says what a signature is, packs and unpacks it.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from omr.images.sampling import PATCH_PX, Patches
from omr.marks.measuring import LEAST_INK_PX, Measurements
from omr.rescans.ink_signature import FEWEST_MARKS, LEVELS, PICTURE_PX, SKETCH_SIZE, pack_pictures
from omr.results import InkSignature

_MOST_AREAS = 80  # the most inked ones; more are marked on no page that is filled in with sense
_CORE_PX = 48  # of a patch's 56: 3 px for each pixel of a picture
_COARSE_PX = 4  # of a sketch's view of an area; a scan that lies 0.2 mm off must look the same in it
_COARSE_BLUR_PX = 1.7
_CALM = 0.10  # of solid print: noise, and what is left where print bled beyond its outline
_POOLING = np.kron(np.eye(PICTURE_PX), np.full(_CORE_PX // PICTURE_PX, PICTURE_PX / _CORE_PX)).astype(np.float32)


def sign_ink(measured: Measurements, prints: Patches, is_marked: NDArray[np.bool_]) -> InkSignature | None:
    """Return the signature of a page's ink; None where there is none.

    Args:
        measured: The page's response areas.
        prints: The blank print of each patch, thickened, (N, 56, 56).
        is_marked: Which areas hold a mark, also one taken back, (N,); ink elsewhere may be a streak or a bent print.
    """
    inked = np.flatnonzero(is_marked & (measured.ink_px >= LEAST_INK_PX))
    inked = np.sort(inked[np.argsort(-measured.ink_px[inked], kind="stable")][:_MOST_AREAS])
    if not len(inked):
        return None
    pictures = _pictures(measured.pictures[inked] - prints[inked])
    is_inked = pictures.any(axis=(1, 2))
    if not is_inked.any():
        return None
    inked, pictures = inked[is_inked], pictures[is_inked]
    sketch = _sketch(inked, pictures) if len(inked) >= FEWEST_MARKS else b""
    return InkSignature(sketch, pack_pictures(inked, pictures))


def _pictures(ink: Patches) -> NDArray[np.uint8]:
    """Reduce ink to pictures whose levels do not depend on how dark the pen is."""
    edge = (PATCH_PX - _CORE_PX) // 2
    core = np.maximum(ink[:, edge : PATCH_PX - edge, edge : PATCH_PX - edge] - _CALM, 0)
    small = _POOLING @ core @ _POOLING.T
    darkest = float(np.percentile(small[small > 0], 97)) if (small > 0).any() else 1.0
    return np.asarray(np.rint(np.minimum(small / darkest, 1.0) * LEVELS), np.uint8)


def _sketch(areas: NDArray[np.intp], pictures: NDArray[np.uint8]) -> bytes:
    """Return the sketch of the ink, and behind it that of the strokes."""
    coarse = _COARSENING @ pictures.astype(np.float32) @ _COARSENING.T
    strokes = coarse / np.maximum(pictures.sum(axis=(1, 2), keepdims=True), 1)
    strokes -= strokes.mean(axis=0)
    strokes /= np.maximum(np.linalg.norm(strokes, axis=(1, 2), keepdims=True), 1e-6)
    directions = np.concatenate([_directions(area) for area in areas.tolist()])
    return b"".join(_projected(each, directions) for each in (coarse, strokes))


def _projected(coarse: NDArray[np.float32], directions: NDArray[np.float32]) -> bytes:
    numbers = coarse.reshape(-1) @ directions
    largest = float(np.abs(numbers).max()) or 1.0
    return np.rint(numbers / largest * 127).astype(np.int8).tobytes()


@cache
def _directions(area: int) -> NDArray[np.float32]:
    """Return +1 or -1 for every coarse pixel of an area and every number of a sketch: (16, 96).

    The bits are those of splitmix64 (Steele, Lea and Flood 2014), the same for ever: sketches are kept.
    """
    size = _COARSE_PX * _COARSE_PX * SKETCH_SIZE
    counters = np.arange(area * size + 1, (area + 1) * size + 1, dtype=np.uint64)
    mixed = counters * np.uint64(0x9E3779B97F4A7C15)  # wraps around, as it should
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    signs = np.where(mixed >> np.uint64(63), np.float32(1), np.float32(-1))
    return np.asarray(signs.reshape(-1, SKETCH_SIZE), np.float32)


def _coarsening() -> NDArray[np.float32]:
    """Return the (4, 16) matrix that blurs a line of a picture and keeps every fourth pixel."""
    middles = (np.arange(_COARSE_PX) + 0.5) * PICTURE_PX / _COARSE_PX - 0.5
    weights = np.exp(-0.5 * ((np.arange(PICTURE_PX)[None, :] - middles[:, None]) / _COARSE_BLUR_PX) ** 2)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


_COARSENING = _coarsening()
