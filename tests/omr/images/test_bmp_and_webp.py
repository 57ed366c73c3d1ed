"""Pages in BMP and WebP files, as phones and older programs save them."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from omr.images.page_image import UnreadableScan, Wish
from omr.images.page_source import begins_like_scan, open_scan
from omr.results import Reason

_KINDS = ("bmp", "webp")


def _sheet() -> Image.Image:
    pixels = np.full((600, 420), 250, np.uint8)
    pixels[50:90, 40:300] = 10
    return Image.fromarray(pixels)


def _written(folder: Path, data: bytes) -> Path:
    path = folder / "scan.jpg"  # the content counts, not the name
    path.write_bytes(data)
    return path


def _saved(kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    _sheet().save(data, kind.upper(), **options)
    return data.getvalue()


def _reason(path: Path) -> Reason | None:
    with pytest.raises(UnreadableScan) as caught, open_scan(path) as scan:
        scan.fetch(0, Wish(colour=False, enough_px=None))
    return caught.value.reason


@pytest.mark.parametrize("kind", _KINDS)
def test_that_the_page_comes_as_it_was_saved(kind: str, tmp_path: Path) -> None:
    path = _written(tmp_path, _saved(kind, **({"lossless": True} if kind == "webp" else {})))

    assert begins_like_scan(path)
    with open_scan(path) as scan:
        pixels = scan.fetch(0, Wish(colour=False, enough_px=None)).pixels
    assert np.abs(pixels.astype(int) - np.asarray(_sheet())).max() <= 1


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
def test_that_a_file_that_is_cut_off_is_not_read_as_if_it_were_whole(kind: str, share: float, tmp_path: Path) -> None:
    data = _saved(kind)

    assert _reason(_written(tmp_path, data[: int(share * len(data))])) in (Reason.FILE_TRUNCATED, Reason.FILE_DAMAGED)


def test_that_an_animation_is_no_page(tmp_path: Path) -> None:
    frames = [_sheet().rotate(90 * turn, expand=True).resize((420, 600)) for turn in range(3)]
    data = io.BytesIO()
    frames[0].save(data, "WEBP", save_all=True, append_images=frames[1:])

    assert _reason(_written(tmp_path, data.getvalue())) is Reason.UNKNOWN_FORMAT


def test_that_a_sound_in_the_same_wrapper_is_of_no_known_kind(tmp_path: Path) -> None:
    path = _written(tmp_path, b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(200))

    assert not begins_like_scan(path)
    assert _reason(path) is Reason.UNKNOWN_FORMAT
