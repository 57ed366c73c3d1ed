"""Photos show every point of the sheet where they say, in the light and the sharpness that was asked for."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from omr.opencv import cv2
from omr.simulation.chance import Range
from omr.simulation.devices.phone import (
    BLACK_LAMINATE,
    BROWN_WOOD,
    GREY_LAMINATE,
    PALE_WOOD,
    PHONE,
    Desk,
    PhoneConditions,
    Photo,
    photograph,
)
from omr.simulation.effects import Image

SHAPE = (1169, 827)  # A4 at 100 dpi
PX_PER_MM = 1169 / 297
DOT_PX = 7
LONG_SIDE_PX = 1000
SHORT_SIDE_PX = 750
FOUND_WITHIN_PX = 0.4  # pixels cut off at the rim of a dot shift its middle; the page itself is nowhere near as far off
NONE = Range(0.0, 0.0)
DESKS = {"brown": BROWN_WOOD, "pale": PALE_WOOD, "black": BLACK_LAMINATE, "grey": GREY_LAMINATE}


def _always(value: float) -> Range:
    return Range(value, value)


STILL = PhoneConditions(
    tilt_deg=NONE,
    roll_deg=NONE,
    turns=((0, 1.0),),
    fill=_always(1.0),
    aim=_always(0.5),
    curl_mm=NONE,
    desks=((BLACK_LAMINATE, 1.0),),
    shadow=NONE,
    gradient=NONE,
    vignette=NONE,
    warmth=NONE,
    white_level=_always(255.0),
    haze=NONE,
    defocus_mm=NONE,
    motion_mm=NONE,
    noise=NONE,
    long_side_px=_always(LONG_SIDE_PX),
    aspects=((4 / 3, 1.0),),
)
"""A flat page on a black desk, as high as the photo, seen from straight above by a flawless camera in perfect light."""

DOTS_PX = np.stack(np.meshgrid(np.linspace(20, 806, 7).round(), np.linspace(20, 1148, 9).round()), -1).reshape(-1, 2)


def _white(*, colour: bool = False) -> Image:
    return np.full((*SHAPE, 3) if colour else SHAPE, 255, np.uint8)


def _dotted() -> Image:
    """A white page with black squares around ``DOTS_PX``."""
    page, reach = _white(), DOT_PX // 2
    for column, row in DOTS_PX.astype(int):
        page[row - reach : row + reach + 1, column - reach : column + reach + 1] = 0
    return page


def _photo(conditions: PhoneConditions, seed: int = 1, page: Image | None = None) -> Photo:
    return photograph(_white() if page is None else page, conditions, np.random.default_rng(seed))


def _found_dots(image: Image) -> npt.NDArray[np.float64]:
    """Return the middles of the ink of all dark spots on the paper, (N, 2) px; the desk around it does not count."""
    ink = 255 - image
    count, labels, stats, _ = cv2.connectedComponentsWithStats((ink > 110).astype(np.uint8))
    spots = [spot for spot in range(1, count) if stats[spot, cv2.CC_STAT_AREA] < 400]
    rows, columns = np.indices(image.shape)
    weights = np.bincount(labels.ravel(), ink.ravel().astype(float))
    middles = [np.bincount(labels.ravel(), (ink * at.astype(float)).ravel()) / weights for at in (columns, rows)]
    return np.column_stack(middles)[spots]


def _farthest(photo: Photo) -> float:
    """Return by how much the worst dot lies beside the place the photo states, px; every dot must be seen."""
    found, stated = _found_dots(photo.image), photo.sheet_to_photo(DOTS_PX)
    assert len(found) == len(stated)
    between = np.linalg.norm(found[:, None] - stated, axis=2)
    assert len(set(between.argmin(axis=1))) == len(stated)
    return float(between.min(axis=1).max())


def _bend_px(photo: Photo) -> float:
    """Return by how much the mapping is off the nearest homography, px."""
    stated = photo.sheet_to_photo(DOTS_PX)
    flat, _ = cv2.findHomography(DOTS_PX, stated)
    fitted = cv2.perspectiveTransform(DOTS_PX[None], flat)[0]
    return float(np.linalg.norm(fitted - stated, axis=1).max())


def _on_paper(image: Image) -> Image:
    """Return the middle of a photo of a page that fills it."""
    return image[LONG_SIDE_PX // 10 : -LONG_SIDE_PX // 10, SHORT_SIDE_PX // 10 : -SHORT_SIDE_PX // 10]


def test_that_a_flat_page_fills_the_photo_from_edge_to_edge() -> None:
    photo = _photo(STILL)

    corners = photo.sheet_to_photo(np.array([(-0.5, -0.5), (826.5, -0.5), (826.5, 1168.5), (-0.5, 1168.5)]))
    width_px = LONG_SIDE_PX * 827 / 1169
    left, right = (SHORT_SIDE_PX - 1 - width_px) / 2, (SHORT_SIDE_PX - 1 + width_px) / 2
    assert photo.image.shape == (LONG_SIDE_PX, SHORT_SIDE_PX)
    assert corners == pytest.approx(np.array([(left, -0.5), (right, -0.5), (right, 999.5), (left, 999.5)]), abs=0.01)


def test_that_the_page_ends_and_the_desk_begins_where_the_photo_says() -> None:
    photo = _photo(replace(STILL, fill=_always(0.8)))

    (left, top), (right, bottom) = photo.sheet_to_photo(np.array([(-0.5, -0.5), (826.5, 1168.5)]))
    white_rows = np.count_nonzero(photo.image[:, SHORT_SIDE_PX // 2] > 140)
    white_columns = np.count_nonzero(photo.image[LONG_SIDE_PX // 2] > 140)
    assert white_rows == pytest.approx(bottom - top, abs=1)
    assert white_columns == pytest.approx(right - left, abs=1)


@pytest.mark.parametrize(
    ("tilt_deg", "curl_mm"), [(0, 0), (25, 0), (0, 12), (25, 12)], ids=["flat", "tilted", "curled", "both"]
)
@pytest.mark.parametrize("seed", range(4))
def test_that_every_dot_is_where_the_photo_says(tilt_deg: float, curl_mm: float, seed: int) -> None:
    bare = replace(STILL, fill=_always(0.95), tilt_deg=_always(tilt_deg), curl_mm=_always(curl_mm))

    photo = _photo(replace(bare, roll_deg=Range(-8.0, 8.0), long_side_px=_always(1400)), seed, _dotted())

    assert _farthest(photo) < FOUND_WITHIN_PX


@pytest.mark.parametrize(("sheet_px", "long_side_px"), [(2.0, 900), (0.7, 1800)], ids=["coarser", "finer"])
def test_that_dots_stay_in_place_at_other_resolutions(sheet_px: float, long_side_px: int) -> None:
    size_px = [round(side * sheet_px) for side in SHAPE[::-1]]
    page = cv2.resize(_dotted(), size_px, interpolation=cv2.INTER_AREA)
    conditions = replace(STILL, fill=_always(0.95), curl_mm=_always(8.0), long_side_px=_always(long_side_px))
    photo = _photo(conditions, 2, page)

    on_page = (DOTS_PX + 0.5) * (np.array(page.shape[::-1]) / SHAPE[::-1]) - 0.5
    between = np.linalg.norm(_found_dots(photo.image)[:, None] - photo.sheet_to_photo(on_page), axis=2)
    assert between.shape == (63, 63)
    assert between.min(axis=1).max() < FOUND_WITHIN_PX


def test_that_the_search_for_dots_sees_a_page_moved_by_one_pixel() -> None:
    photo = _photo(replace(STILL, fill=_always(0.95)), page=_dotted())

    moved = replace(photo, sheet_to_photo=lambda points_px: photo.sheet_to_photo(points_px) + np.array([1.0, 0.0]))

    assert _farthest(moved) > 0.9


@pytest.mark.parametrize("turn_deg", [0, 90, 180, 270])
def test_that_the_stated_clockwise_turn_makes_the_page_upright(turn_deg: int) -> None:
    conditions = replace(STILL, turns=((turn_deg, 1.0),), fill=_always(0.9), tilt_deg=_always(10), curl_mm=_always(6))
    page = _dotted()
    page[300:400, 300:500] = 0  # above the middle

    photo = _photo(conditions, page=_dotted())
    upright = np.rot90(_photo(conditions, page=page).image, -turn_deg // 90)

    assert photo.turned_deg == turn_deg
    assert _farthest(photo) < FOUND_WITHIN_PX
    assert upright.shape == (LONG_SIDE_PX, SHORT_SIDE_PX)
    block_rows, _ = np.nonzero(cv2.dilate(upright, np.ones((25, 25), np.uint8)) == 0)
    assert 0.2 * LONG_SIDE_PX < block_rows.mean() < 0.4 * LONG_SIDE_PX


def test_that_a_positive_roll_turns_the_page_clockwise() -> None:
    photo = _photo(replace(STILL, roll_deg=_always(5.0)))

    (left, right) = photo.sheet_to_photo(np.array([(100.0, 500.0), (700.0, 500.0)]))
    assert np.rad2deg(np.arctan2(*(right - left)[::-1])) == pytest.approx(5.0, abs=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_that_the_page_takes_the_stated_share_of_the_photo(seed: int) -> None:
    conditions = replace(STILL, fill=_always(0.8), tilt_deg=Range(0.0, 25.0), curl_mm=_always(12.0), aim=_always(0.0))
    edge = np.array([(x, y) for x in np.linspace(-0.5, 826.5, 40) for y in np.linspace(-0.5, 1168.5, 40)])

    seen = _photo(conditions, seed).sheet_to_photo(edge)

    shares = np.ptp(seen, axis=0) / (SHORT_SIDE_PX, LONG_SIDE_PX)
    assert shares.max() == pytest.approx(0.8, abs=0.002)
    assert seen.min(axis=0) == pytest.approx([-0.5, -0.5], abs=1.0)


def test_that_a_tilted_camera_sees_parallel_edges_converge() -> None:
    photo = _photo(replace(STILL, tilt_deg=_always(20.0)))

    corners = photo.sheet_to_photo(np.array([(0.0, 0.0), (826.0, 0.0), (826.0, 1168.0), (0.0, 1168.0)]))
    top, right, bottom, left = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    assert max(top / bottom, bottom / top) > 1.3
    assert max(left / right, right / left) > 1.2


@pytest.mark.parametrize("seed", range(4))
def test_that_only_curled_paper_departs_from_a_homography(seed: int) -> None:
    flat = replace(STILL, tilt_deg=_always(15.0), fill=_always(0.9))

    assert _bend_px(_photo(flat, seed)) < 0.01
    assert _bend_px(_photo(replace(flat, curl_mm=_always(10.0)), seed)) > 2.0


def test_that_curled_paper_is_lit_unevenly_and_flat_paper_is_not() -> None:
    flat, curled = (_on_paper(_photo(replace(STILL, curl_mm=_always(mm)), 3).image) for mm in (0.0, 12.0))

    assert flat.min() == 255
    assert curled.min() < 250


@pytest.mark.parametrize("name", list(DESKS))
@pytest.mark.parametrize("colour", [True, False])
def test_that_no_desk_looks_like_paper(name: str, colour: bool) -> None:
    conditions = replace(STILL, fill=_always(0.8), desks=((DESKS[name], 1.0),))

    image = _photo(conditions, page=_white(colour=colour)).image

    beyond = np.concatenate([image[:80].ravel(), image[-80:].ravel()])
    assert image[LONG_SIDE_PX // 2, SHORT_SIDE_PX // 2].min() == 255
    assert np.percentile(beyond, 99.9) < 210
    assert beyond.std() > 3  # a texture, not one grey


def test_that_a_desk_of_ones_own_is_used() -> None:
    green = Desk((0, 80, 0), (0, 120, 0), (2.0, 2.0))

    image = _photo(replace(STILL, fill=_always(0.8), desks=((green, 1.0),)), page=_white(colour=True)).image

    red, level, blue = image[:50].reshape(-1, 3).mean(axis=0)
    assert (red, blue) == (0, 0)
    assert 60 < level < 120


@pytest.mark.parametrize("seed", range(6))
def test_that_the_shadow_darkens_only_and_by_its_share(seed: int) -> None:
    lit, shaded = (_photo(replace(STILL, shadow=_always(share)), seed).image for share in (0.0, 0.45))

    left = _on_paper(shaded).astype(float) / _on_paper(lit)
    assert (shaded <= lit).all()
    assert 0.53 <= left.min() <= 0.8
    assert np.abs(np.diff(left, axis=0)).max() < 0.02  # soft


def test_that_the_gradient_and_the_vignette_take_their_shares() -> None:
    sloping = _photo(replace(STILL, gradient=_always(0.3))).image[:, 30:-30].astype(float)
    framed = _photo(replace(STILL, vignette=_always(0.2))).image.astype(float)

    assert sloping.min() / 255 == pytest.approx(0.7, abs=0.04)
    assert sloping.max() > 245
    assert framed[500, 375] == pytest.approx(255, abs=1)
    assert framed[2, 375] / 255 == pytest.approx(0.9, abs=0.01)


@pytest.mark.parametrize(("warmth", "red", "blue"), [(0.2, 1.0, 0.8), (-0.1, 0.9, 1.0)], ids=["warm", "cool"])
def test_that_a_cast_takes_the_stated_share_of_a_colour(warmth: float, red: float, blue: float) -> None:
    image = _photo(replace(STILL, warmth=_always(warmth)), page=_white(colour=True)).image

    paper = _on_paper(image).reshape(-1, 3).mean(axis=0) / 255
    assert paper[0] == pytest.approx(red, abs=0.01)
    assert paper[2] == pytest.approx(blue, abs=0.01)
    assert min(red, blue) < paper[1] < 1


def test_that_white_and_black_have_the_stated_levels() -> None:
    page = _white()
    page[400:800, 200:600] = 0

    image = _photo(replace(STILL, white_level=_always(200.0)), page=page).image
    hazy = _photo(replace(STILL, haze=_always(40.0)), page=page).image

    assert (image[100, 375], image[500, 375]) == (200, 0)
    assert (hazy[100, 375], hazy[500, 375]) == (255, 40)


def test_that_noise_has_the_stated_deviation() -> None:
    image = _photo(replace(STILL, white_level=_always(200.0), noise=_always(5.0))).image

    assert _on_paper(image).astype(float).std() == pytest.approx(5.0, rel=0.05)


def _edge_widths_px(conditions: PhoneConditions, seed: int) -> tuple[float, float]:
    """Return how wide a vertical and a horizontal edge are from 16 to 84 % of white, px."""
    page = _white()
    page[:600, :400] = 0
    image = _photo(conditions, seed, page).image / 255
    across, down = image[200], image[:, 200]
    return tuple(float(np.count_nonzero((edge > 0.16) & (edge < 0.84))) for edge in (across[100:-100], down))


def test_that_defocus_widens_edges_by_its_millimetres() -> None:
    conditions = replace(STILL, defocus_mm=_always(0.25), long_side_px=_always(3000))

    widths_px = _edge_widths_px(conditions, 1)

    # Between the 16th and the 84th percentile of a Gaussian lie two standard deviations.
    assert widths_px == pytest.approx([2 * 0.25 * 3000 / 297] * 2, abs=1.5)


def test_that_motion_blurs_along_one_direction_by_its_millimetres() -> None:
    conditions = replace(STILL, motion_mm=_always(1.0), long_side_px=_always(3000))

    widths = np.array([_edge_widths_px(conditions, seed) for seed in range(3)])

    # A movement by L widens edges by 0.68 of its share across them; the shares are cosine and sine.
    lengths_px = np.hypot(*widths.T) / 0.68
    assert lengths_px == pytest.approx([1.0 * 3000 / 297] * 3, abs=2.5)


@pytest.mark.parametrize("colour", [True, False])
def test_that_photos_have_the_colours_of_their_sheet_and_the_size_asked_for(colour: bool) -> None:
    conditions = replace(PHONE, long_side_px=_always(600), aspects=((16 / 9, 1.0),), turns=((90, 1.0),))

    image = _photo(conditions, page=_white(colour=colour)).image

    assert image.dtype == np.uint8
    assert image.shape == ((338, 600, 3) if colour else (338, 600))


def test_that_the_same_seed_gives_the_same_photo_and_another_another() -> None:
    conditions = replace(PHONE, long_side_px=_always(600), aspects=((4 / 3, 1.0),), turns=((0, 1.0),))

    first, again, other = (_photo(conditions, seed, _dotted()) for seed in (7, 7, 8))

    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.sheet_to_photo(DOTS_PX), again.sheet_to_photo(DOTS_PX))
    assert not np.array_equal(first.image, other.image)


def test_that_the_sheet_stays_as_it_was() -> None:
    page = _dotted()

    _photo(replace(PHONE, long_side_px=_always(600)), page=page)

    assert np.array_equal(page, _dotted())


@pytest.mark.parametrize("seed", range(6))
def test_that_hurried_photos_show_the_whole_page(seed: int) -> None:
    photo = _photo(replace(PHONE, long_side_px=_always(600)), seed)

    corners = photo.sheet_to_photo(np.array([(0.0, 0.0), (826.0, 0.0), (826.0, 1168.0), (0.0, 1168.0)]))
    assert (corners >= 0).all()
    assert (corners <= np.array(photo.image.shape[1::-1]) - 1).all()
