"""Pictures of answers to be looked at: many crops on one sheet, with what was meant and what was read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

import form_templates
from form_templates.model import ItemId
from omr.opencv import cv2
from omr.review.crops import ColourImage, item_crop
from omr.survey.folder import Survey

_DPI = 150.0
_SIDE_PX = 60  # shown beside an item's response areas
_WIDTH_PX, _HEIGHT_PX = 560, 420  # a tile is made smaller to fit
_CAPTION_PX, _GAP_PX = 38, 8
_COLUMNS = 3
_ROWS = 40  # of one sheet; what is beyond goes to the next
_MEANT, _READ = (60, 160, 0), (0, 0, 220)  # BGR: green, red


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """One crop with its two lines of text."""

    pixels: ColourImage
    caption: str


def tile(
    survey: Survey, page_id: int, item_id: ItemId, *, meant: Sequence[str], read: Sequence[str], caption: str
) -> Tile:
    """Cut an item out of its page; options meant are outlined in green, options read in red, outside of that."""
    crop = item_crop(survey, page_id, item_id, dpi=_DPI)
    pixels = crop.pixels.copy()
    for area in crop.areas:
        for options, colour, grow in ((meant, _MEANT, 3), (read, _READ, 6)):
            if area.option in options:
                low = (round(area.x_px) - grow, round(area.y_px) - grow)
                high = (round(area.x_px + area.w_px) + grow, round(area.y_px + area.h_px) + grow)
                cv2.rectangle(pixels, low, high, colour, 2)
    left = max(0, round(min(area.x_px for area in crop.areas)) - _SIDE_PX)
    right = round(max(area.x_px + area.w_px for area in crop.areas)) + _SIDE_PX
    return Tile(np.ascontiguousarray(pixels[:, left:right]), caption)


def save_sheets(tiles: Sequence[Tile], folder: Path, stem: str) -> tuple[Path, ...]:
    """Write tiles onto as many sheets as they need, ``STEM-1.png`` and on; those of an earlier run are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if re.fullmatch(rf"{re.escape(stem)}-\d+\.png", old.name):
            old.unlink()
    size = _COLUMNS * _ROWS
    paths = []
    for number, first in enumerate(range(0, len(tiles), size), 1):
        paths.append(folder / f"{stem}-{number}.png")
        _sheet(tiles[first : first + size]).save(paths[-1])
    return tuple(paths)


def _sheet(tiles: Sequence[Tile]) -> Pillow.Image:
    pictures = [_fitted(each) for each in tiles]
    rows = [range(first, min(first + _COLUMNS, len(tiles))) for first in range(0, len(tiles), _COLUMNS)]
    heights = [max(pictures[place].height for place in row) + _CAPTION_PX + _GAP_PX for row in rows]
    sheet = Pillow.new("RGB", (_COLUMNS * (_WIDTH_PX + _GAP_PX), sum(heights)), "white")
    draw = ImageDraw.Draw(sheet)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, place in enumerate(row):
            left = column * (_WIDTH_PX + _GAP_PX)
            draw.multiline_text((left + 2, top), tiles[place].caption, fill="black", font=_font(), spacing=1)
            sheet.paste(pictures[place], (left, top + _CAPTION_PX))
        top += height
    return sheet


def _fitted(each: Tile) -> Pillow.Image:
    picture = Pillow.fromarray(np.ascontiguousarray(each.pixels[..., ::-1]))
    picture.thumbnail((_WIDTH_PX, _HEIGHT_PX))
    return picture


@cache
def _font() -> ImageFont.FreeTypeFont:
    assert form_templates.__file__ is not None, "a package with files"
    return ImageFont.truetype(str(Path(form_templates.__file__).parent / "fonts" / "BeVietnamPro-Regular.ttf"), 13)
