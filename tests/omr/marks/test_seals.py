"""Red seals over boxes: what was marked below is read in colour, and nothing is made up."""

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.images.page_image import PageImage, ScanFile, UnreadableScan, to_bgr, to_gray
from omr.images.page_source import open_scan
from omr.opencv import cv2
from omr.pipeline import PageReader
from omr.registration.blank_page import load_blank_pages
from omr.results import Reason
from omr.settings import ReadingSettings
from tests.omr.drawn_pages import PX_PER_MM, draw_cross

_BLUE, _RED = (150, 60, 30), (70, 50, 205)
_SEAL_MM = 19.0  # radius


@pytest.fixture(scope="module")
def template(frozen_template):
    return load_template(frozen_template)


@pytest.fixture(scope="module")
def blank_pages(frozen_template, template):
    return load_blank_pages(frozen_template, template)


@pytest.fixture(scope="module")
def blank(blank_pages):
    return blank_pages[0]


@pytest.fixture(scope="module")
def reader(template, blank_pages):
    return PageReader(template, blank_pages, ReadingSettings())


@pytest.fixture(scope="module")
def layout(template):
    return template.page(1)


def _chosen(layout):
    """The second option of every item that has one."""
    options = {}
    for area in layout.areas:
        options.setdefault(area.item_id, []).append(area)
    return {item: areas[1] for item, areas in options.items() if len(areas) > 1}


def _sheet(blank, chosen, colour, left_out=()):
    """A sheet with crosses of one colour."""
    crossed = blank.copy()
    for item, area in chosen.items():
        if item not in left_out:
            draw_cross(crossed, area.rect.center_mm)
    return np.where((crossed != blank)[:, :, None], np.array(colour, np.uint8), to_bgr(blank))


def _sealed(bgr, center_mm):
    """Press a seal onto a sheet: two rings, a star and spokes between, where ink lies on ink the darker of both."""
    ink = np.full_like(bgr, 255)
    x, y = (round(v * PX_PER_MM) for v in center_mm)
    for radius_mm, wide_mm in ((_SEAL_MM, 1.2), (_SEAL_MM - 6, 0.6)):
        cv2.circle(ink, (x, y), round(radius_mm * PX_PER_MM), _RED, round(wide_mm * PX_PER_MM), cv2.LINE_AA)
    for turn in np.linspace(0, 2 * np.pi, 24, endpoint=False):
        inner, outer = (
            (round(x + r * PX_PER_MM * np.cos(turn)), round(y + r * PX_PER_MM * np.sin(turn)))
            for r in (_SEAL_MM - 5.0, _SEAL_MM - 1.5)
        )
        cv2.line(ink, inner, outer, _RED, round(0.9 * PX_PER_MM), cv2.LINE_AA)
    cv2.circle(ink, (x, y), round(4.5 * PX_PER_MM), _RED, -1, cv2.LINE_AA)
    return np.minimum(bgr, ink)


class _Delivered:
    """A scan that counts how often it is asked for in colour."""

    def __init__(self, bgr, *, is_grey=False, fails=None):
        self.bgr, self.is_grey, self.fails, self.asked_for_colour = bgr, is_grey, fails, 0
        self.scan = ScanFile(1, self._fetch)

    def _fetch(self, _index, wish):
        self.asked_for_colour += wish.colour
        if wish.colour and self.fails is not None:
            raise self.fails
        return PageImage(self.bgr if wish.colour else to_gray(self.bgr), is_grey=self.is_grey)


def _read(reader, delivered):
    return {item.item_id: item for item in reader.read_page(delivered.scan, 0).items}


def _under(chosen, center_mm):
    return [
        item
        for item, area in chosen.items()
        if np.linalg.norm(np.array(area.rect.center_mm) - center_mm) < _SEAL_MM + 3
    ]


def test_that_marks_under_a_red_seal_are_read_in_colour_and_left_to_a_person_in_grey(reader, blank, layout):
    chosen = _chosen(layout)
    center = np.array(list(chosen.values())[len(chosen) // 2].rect.center_mm)
    sealed = _sealed(_sheet(blank, chosen, _BLUE), center)

    in_grey = _read(reader, _Delivered(sealed, is_grey=True))
    in_colour = _read(reader, _Delivered(sealed))

    under = _under(chosen, center)
    assert len(under) >= 4
    assert sum(bool(in_grey[item].flags) for item in under) >= 2
    assert {item: in_colour[item].answer for item in under} == {item: (chosen[item].option,) for item in under}
    assert not any(in_colour[item].flags for item in under)


def test_that_a_file_of_odd_sides_is_read_in_colour_as_well(reader, blank, layout, tmp_path):
    chosen = _chosen(layout)
    center = np.array(list(chosen.values())[len(chosen) // 2].rect.center_mm)
    height, width = (side // 2 * 2 - 1 for side in blank.shape)
    sealed = _sealed(_sheet(blank, chosen, _BLUE), center)[:height, :width]
    path = tmp_path / "sealed.jpg"
    path.write_bytes(cv2.imencode(".jpg", sealed)[1].tobytes())

    with open_scan(path) as scan:
        read = {item.item_id: item for item in reader.read_page(scan, 0).items}

    assert not any(read[item].flags for item in _under(chosen, center))


def test_that_a_blank_under_a_seal_is_never_accepted_as_one_where_there_was_a_doubt(reader, blank, layout):
    chosen = _chosen(layout)
    center = np.array(list(chosen.values())[len(chosen) // 2].rect.center_mm)
    left_out = _under(chosen, center)
    sealed = _sealed(_sheet(blank, chosen, _BLUE, left_out), center)

    in_grey = _read(reader, _Delivered(sealed, is_grey=True))
    in_colour = _read(reader, _Delivered(sealed))

    doubted = [item for item in left_out if in_grey[item].flags]
    assert doubted
    assert all(in_colour[item].flags for item in doubted if not in_colour[item].answer)
    assert not [item for item in left_out if in_colour[item].answer and not in_colour[item].flags]


def test_that_a_sheet_filled_in_with_a_red_pen_keeps_its_marks(reader, blank, layout):
    chosen = _chosen(layout)
    center = np.array(list(chosen.values())[len(chosen) // 2].rect.center_mm)
    sealed = _sealed(_sheet(blank, chosen, _RED), center)

    in_grey = _read(reader, _Delivered(sealed, is_grey=True))
    in_colour = _read(reader, _Delivered(sealed))

    assert in_colour == in_grey
    assert in_colour[next(iter(chosen))].answer == (next(iter(chosen.values())).option,)


def test_that_a_page_is_asked_for_in_colour_only_where_a_doubt_might_be_settled(reader, blank, layout):
    chosen = _chosen(layout)
    plain = _Delivered(_sheet(blank, chosen, _BLUE))
    center = np.array(next(iter(chosen.values())).rect.center_mm)
    grey = _Delivered(_sealed(_sheet(blank, chosen, _BLUE), center), is_grey=True)

    assert not any(item.flags for item in _read(reader, plain).values())
    _read(reader, grey)

    assert plain.asked_for_colour == grey.asked_for_colour == 0


@pytest.mark.parametrize("fails", [MemoryError(), UnreadableScan(Reason.NEEDS_TOO_MUCH_MEMORY)])
def test_that_a_page_that_cannot_be_had_in_colour_is_read_in_grey(reader, blank, layout, fails):
    chosen = _chosen(layout)
    center = np.array(list(chosen.values())[len(chosen) // 2].rect.center_mm)
    sealed = _sealed(_sheet(blank, chosen, _BLUE), center)

    delivered = _Delivered(sealed, fails=fails)

    assert _read(reader, delivered) == _read(reader, _Delivered(sealed, is_grey=True))
    assert delivered.asked_for_colour == 1


@pytest.mark.parametrize("level", [150, 185, 205])
def test_that_a_light_second_mark_under_a_seal_is_never_passed_over(reader, blank, layout, level):
    chosen = _chosen(layout)
    center = np.array(list(chosen.values())[len(chosen) // 2].rect.center_mm)
    item = _under(chosen, center)[len(_under(chosen, center)) // 2]
    second = next(area for area in layout.areas if area.item_id == item and area.option != chosen[item].option)
    sheet, light = _sheet(blank, chosen, _BLUE), blank.copy()
    draw_cross(light, second.rect.center_mm, level=level)
    sheet = np.minimum(sheet, to_bgr(light))

    read = _read(reader, _Delivered(_sealed(sheet, center)))[item]

    assert read.flags or set(read.answer) == {chosen[item].option, second.option}
