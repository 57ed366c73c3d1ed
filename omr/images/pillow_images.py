"""What Pillow tells of an image that it opened: its pixels, and the resolution that it states."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from omr.images.page_image import is_meant_dpi, to_bgr
from omr.images.strips import in_strips

# Sizes are checked by ``check_size``, page by page, so that Pillow neither warns nor refuses by its own rule.
Image.MAX_IMAGE_PIXELS = None

_MIRRORED = (2, 4, 5, 7)  # of the eight orientations that the TIFF 6.0 and Exif standards number
_OF_EXPOSURE = (ExifTags.Base.ExposureTime, ExifTags.Base.FNumber, ExifTags.Base.FocalLength)


@contextmanager
def quietly() -> Iterator[None]:
    """Silence Pillow's warnings of tags it cannot read: what counts is whether the pixels come, else it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def stated_dpi_of(image: Image.Image) -> float | None:
    """Return the resolution that a file states, unless it is unequal in height and width or a program's filler."""
    try:
        across, down = (float(side) for side in image.info.get("dpi", (0.0, 0.0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    is_meant = is_meant_dpi(across) and abs(across - down) <= 0.01 * across
    return across if is_meant else None


@dataclass(frozen=True, slots=True)
class Notes:
    """What a file notes of its image by the Exif standard.

    Attributes:
        is_mirrored: Whether the image shows the page as in a mirror, as some cameras and programs save it.
        is_by_camera: Whether it says how long or through which lens it was exposed, as only cameras do.
    """

    is_mirrored: bool = False
    is_by_camera: bool = False


def notes_of(image: Image.Image) -> Notes:
    """Return what a file notes of its image."""
    noted = image.info.get("exif")
    if not isinstance(noted, bytes):
        return Notes()
    exif = Image.Exif()
    is_mirrored = is_by_camera = False
    try:
        exif.load(noted)
        is_mirrored = exif.get(ExifTags.Base.Orientation) in _MIRRORED
        exposed = exif.get_ifd(ExifTags.IFD.Exif)
        is_by_camera = any(tag in exposed for tag in _OF_EXPOSURE)
    except Exception:  # noqa: BLE001 # a damaged note, whatever Pillow says of it: what was read before counts
        pass
    return Notes(is_mirrored, is_by_camera)


def is_grey(image: Image.Image) -> bool:
    """Whether an image holds no colour, by the kind of its pixels."""
    return image.mode in {"1", "L", "LA"} or image.mode.startswith("I")


def pillow_pixels(image: Image.Image, *, colour: bool) -> NDArray[np.uint8]:
    """Return an image's pixels on white paper: (H, W, 3) uint8 BGR where colour is wanted, else (H, W) uint8."""
    image.load()
    if image.mode.startswith(("I;16", "I")):
        samples = np.asarray(image)
        steps = 257 if samples.max(initial=0) > 255 else 1
        gray = in_strips(samples, lambda strip: _to_bytes(strip, steps), colour=False)
        return to_bgr(gray) if colour else gray
    if image.mode in ("RGBA", "LA", "PA"):
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        image = white
    if colour:
        return np.ascontiguousarray(np.asarray(image.convert("RGB"))[..., ::-1])
    return np.asarray(image.convert("L"))


def _to_bytes(samples: NDArray[Any], steps: int) -> NDArray[np.uint8]:
    return np.clip(samples.astype(np.float32) / steps, 0, 255).astype(np.uint8)
