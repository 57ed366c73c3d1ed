"""Each effect damages a sheet as its docstring says, there and nowhere else, on grey and on colour pages alike."""

import numpy as np
import numpy.typing as npt
import pytest

from omr.opencv import cv2
from omr.simulation import paper
from omr.simulation.effects import Effect, Image

A4_100_DPI = (1169, 827)
PX_PER_MM = 1169 / 297
SEEDS = range(6)
TYPICAL = (
    (paper.show_through, 0.15),
    (paper.stamp, 1.0),
    (paper.stain, 1.0),
    (paper.crease, 2.0),
    (paper.tear_corner, 25.0),
    (paper.dog_ear, 25.0),
    (paper.punch_holes, 2.0),
    (paper.staple, 1.0),
    (paper.cover_with_note, 50.0),
)
Mask = npt.NDArray[np.bool_]

each_effect = pytest.mark.parametrize(("effect", "strength"), TYPICAL, ids=[effect.__name__ for effect, _ in TYPICAL])
grey_and_colour = pytest.mark.parametrize("channels", [(), (3,)], ids=["grey", "colour"])


def plain(level: int, channels: tuple[int, ...] = ()) -> Image:
    """A page of one grey level."""
    return np.full(A4_100_DPI + channels, level, np.uint8)


def chequered(scale: int = 1, channels: tuple[int, ...] = ()) -> Image:
    """A page of light and dark squares of 10 mm, at ``scale`` * 100 dpi."""
    rows, columns = ((np.arange(scale * side) + 0.5) // (10 * scale * PX_PER_MM) for side in A4_100_DPI)
    squares = np.where((rows[:, np.newaxis] + columns) % 2 == 0, 255, 70).astype(np.uint8)
    return squares if not channels else np.dstack([squares] * 3)


def damage(before: Image, after: Image) -> Mask:
    """Where a page changed in any channel, (H, W)."""
    changed = before != after
    return changed if changed.ndim == 2 else changed.any(axis=2)


def area_mm2(mask: Mask) -> float:
    return np.count_nonzero(mask) / PX_PER_MM**2


def box_mm(mask: Mask) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is marked, from the page's upper left corner."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    left, top, right, bottom = np.array([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]) / PX_PER_MM
    return float(left), float(top), float(right), float(bottom)


def corner_distances_mm(mask: Mask) -> list[float]:
    """By corner of the page, how far along the edges the farthest marked place is from it."""
    left, top, right, bottom = box_mm(mask)
    across, down = (right, 210 - left), (bottom, 297 - top)
    return sorted(max(x_mm, y_mm) for x_mm in across for y_mm in down)


@each_effect
@grey_and_colour
def test_that_strength_zero_changes_nothing(
    effect: Effect, strength: float, channels: tuple[int, ...], rng: np.random.Generator
) -> None:
    page = chequered(1, channels)

    assert np.array_equal(effect(page, 0.0, rng), page)


@each_effect
@grey_and_colour
def test_that_the_given_page_stays_as_it_was(
    effect: Effect, strength: float, channels: tuple[int, ...], rng: np.random.Generator
) -> None:
    page = chequered(1, channels)
    before = page.copy()

    result = effect(page, strength, rng)

    assert np.array_equal(page, before)
    assert (result.shape, result.dtype) == (page.shape, page.dtype)
    assert not np.array_equal(result, before)


@each_effect
def test_that_a_grey_page_shows_the_luma_of_the_colours(effect: Effect, strength: float) -> None:
    in_grey = effect(chequered(), strength, np.random.default_rng(3))
    in_colour = effect(chequered(1, (3,)), strength, np.random.default_rng(3))

    luma = in_colour @ np.array([0.299, 0.587, 0.114])
    assert np.abs(luma - in_grey).max() <= 1.5  # rounding


@each_effect
def test_that_the_damage_is_the_same_at_any_resolution(effect: Effect, strength: float) -> None:
    by_mm = []
    for scale in (1, 2):
        page = chequered(scale)
        change = np.abs(effect(page, strength, np.random.default_rng(5)).astype(np.float32) - page)
        by_mm.append(cv2.resize(change, (210, 297), interpolation=cv2.INTER_AREA).ravel())

    assert np.corrcoef(by_mm)[0, 1] > 0.95
    assert by_mm[0].mean() == pytest.approx(by_mm[1].mean(), rel=0.1)


@grey_and_colour
def test_that_the_back_shines_through_mirrored(channels: tuple[int, ...], rng: np.random.Generator) -> None:
    page = plain(255, channels)
    page[:, :400] = 0

    shown = paper.show_through(page, 0.1, rng)

    assert (shown[:, :400] == 0).all()
    assert (shown[60:-60, 520:760] == 230).all()  # 255 less a tenth; the back may lie a few mm off at the edges


def test_that_print_on_the_left_edge_shines_through_at_the_right_only(rng: np.random.Generator) -> None:
    page = plain(255)
    page[:, :100] = 0

    shown = paper.show_through(page, 0.1, rng)

    assert (shown[60:-60, 160:660] == 255).all()
    assert shown[60:-60, 770:790].max() < 235


@grey_and_colour
def test_that_a_stamp_only_darkens_and_leaves_black_alone(channels: tuple[int, ...], rng: np.random.Generator) -> None:
    page = plain(255, channels)
    page[::2] = 0

    stamped = paper.stamp(page, 2.0, rng)

    assert (stamped <= page).all()
    assert (stamped[::2] == 0).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_stamp_is_36_mm_wide_and_in_the_lower_two_thirds(seed: int) -> None:
    page = plain(255)

    stamped = paper.stamp(page, 1.0, np.random.default_rng(seed))

    left, top, right, bottom = box_mm(stamped < 250)
    assert (right - left, bottom - top) == pytest.approx((36, 36), abs=0.8)
    assert top > 99
    assert 0 < left < right < 210


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_stamp_is_red(seed: int) -> None:
    stamped = paper.stamp(plain(255, (3,)), 1.0, np.random.default_rng(seed)).astype(int)

    inked = stamped[stamped[..., 1] < 150]
    assert len(inked) / PX_PER_MM**2 > 80
    assert (inked[:, 0] > inked[:, 1:].max(axis=1) + 60).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_stamp_is_a_ring_with_something_in_the_middle(seed: int) -> None:
    stamped = paper.stamp(plain(255), 1.0, np.random.default_rng(seed))

    left, top, right, bottom = box_mm(stamped < 250)
    rows, columns = np.indices(A4_100_DPI)
    middle_x, middle_y = (left + right) / 2 * PX_PER_MM, (top + bottom) / 2 * PX_PER_MM
    from_middle_mm = np.hypot(columns - middle_x, rows - middle_y) / PX_PER_MM

    def ink(low_mm: float, high_mm: float) -> float:
        return 255 - stamped[(from_middle_mm >= low_mm) & (from_middle_mm < high_mm)].mean()

    outline, gap, letters, space, star = ink(17.2, 17.7), ink(15.7, 16.0), ink(12.7, 15), ink(8.5, 10.5), ink(0, 1.5)
    assert outline > 1.5 * letters > 3 * max(gap, space)
    assert star > letters


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_stain_is_pale_brown_and_20_to_60_mm_wide(seed: int) -> None:
    page = plain(255, (3,))

    stained = paper.stain(page, 1.0, np.random.default_rng(seed)).astype(int)

    red, green, blue = np.moveaxis(stained, 2, 0)
    left, top, right, bottom = box_mm(blue < 250)
    assert max(right - left, bottom - top) < 75  # a blotch has arms
    assert (red >= green).all()
    assert (green >= blue).all()
    assert 120 < green.min() < 245


def test_that_stains_are_blotches_or_thin_rings_with_dark_edges() -> None:
    contrasts: dict[str, list[float]] = {"blotch": [], "ring": []}
    for seed in range(16):
        stained = paper.stain(plain(255), 1.0, np.random.default_rng(seed))
        depth_mm = cv2.distanceTransform((stained < 252).astype(np.uint8), cv2.DIST_L2, 5) / PX_PER_MM
        kind, inside_mm = ("blotch", 4.0) if depth_mm.max() > 7 else ("ring", 0.9)
        edge, inside = (depth_mm > 0.3) & (depth_mm < 0.6), depth_mm > inside_mm
        if inside.any():
            contrasts[kind].append((255 - stained[edge].mean()) / (255 - stained[inside].mean()))

    assert len(contrasts["blotch"]) >= 4
    assert min(contrasts["blotch"]) > 1.5
    assert len(contrasts["ring"]) >= 4
    assert np.median(contrasts["ring"]) > 1.2


def test_that_a_stain_does_not_hide_print(rng: np.random.Generator) -> None:
    page = chequered()

    stained = paper.stain(page, 2.0, rng)

    assert (stained <= page).all()
    assert stained[page == 255].min() > 120


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_crease_is_a_narrow_band_from_edge_to_edge(seed: int) -> None:
    page = plain(160)

    band = damage(page, paper.crease(page, 1.0, np.random.default_rng(seed)))

    left, top, right, bottom = box_mm(band)
    length_mm = np.hypot(right - left, bottom - top)
    assert sum((left < 0.5, top < 0.5, right > 209.5, bottom > 296.5)) >= 2
    assert 0.3 * length_mm < area_mm2(band) < 2.5 * length_mm


@grey_and_colour
@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_crease_is_darker_on_one_side_and_lighter_on_the_other(seed: int, channels: tuple[int, ...]) -> None:
    page = plain(160, channels)

    creased = paper.crease(page, 1.0, np.random.default_rng(seed))

    levels = creased if creased.ndim == 2 else creased[..., 0]
    dark, light = (np.argwhere(side) / PX_PER_MM for side in (levels < 152, levels > 168))
    middle = np.vstack([dark, light]).mean(axis=0)
    across = np.linalg.svd(np.vstack([dark, light]) - middle, full_matrices=False)[2][1]
    apart_mm = abs(((light - middle) @ across).mean() - ((dark - middle) @ across).mean())
    assert 0.1 < apart_mm < 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_crease_rubs_ink_off_and_darkens_paper(seed: int) -> None:
    on_ink = paper.crease(plain(0), 1.0, np.random.default_rng(seed))
    on_paper = paper.crease(plain(255), 1.0, np.random.default_rng(seed))

    assert on_ink.max() > 80
    assert on_paper.min() < 245


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_torn_corner_leaves_the_rest_of_the_page(seed: int) -> None:
    page = chequered()

    torn = damage(page, paper.tear_corner(page, 20.0, np.random.default_rng(seed)))

    nearest_mm, next_mm, *_ = corner_distances_mm(torn)
    assert nearest_mm < 27
    assert next_mm > 180


def test_that_a_torn_corner_is_half_a_square_of_its_legs() -> None:
    page = plain(130)

    missing = [
        np.abs(paper.tear_corner(page, 30.0, np.random.default_rng(seed)).astype(int) - 130) > 40 for seed in range(12)
    ]

    areas_mm2 = [area_mm2(mask) for mask in missing]
    assert np.mean(areas_mm2) == pytest.approx(450, rel=0.1)
    assert min(areas_mm2) > 300
    assert max(areas_mm2) < 600


def test_that_the_edge_of_a_tear_is_ragged() -> None:
    from_straight_mm = []
    for seed in SEEDS:
        torn = paper.tear_corner(plain(130), 40.0, np.random.default_rng(seed))
        missing = np.abs(torn.astype(int) - 130) > 40
        by_row = missing.sum(axis=1)[missing.any(axis=1)] / PX_PER_MM
        rows = np.arange(by_row.size)
        from_straight_mm.append(np.std(by_row - np.polyval(np.polyfit(rows, by_row, 1), rows)))

    assert 0.6 < np.mean(from_straight_mm) < 2


@grey_and_colour
def test_that_the_lid_beyond_a_tear_is_mostly_white_and_often_dark(channels: tuple[int, ...]) -> None:
    page = plain(130, channels)

    lids = []
    for seed in range(40):
        torn = paper.tear_corner(page, 15.0, np.random.default_rng(seed))
        lids.append(
            next(int(value) for value in torn[[0, 0, -1, -1], [0, -1, 0, -1]].reshape(4, -1)[:, 0] if value != 130)
        )

    dark = [lid for lid in lids if lid < 100]
    assert 8 <= len(dark) <= 24
    assert min(dark) >= 20
    assert max(dark) <= 60
    assert set(lids) - set(dark) == {255}


@grey_and_colour
@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_dog_ear_shows_blank_paper_inside_and_white_beyond(seed: int, channels: tuple[int, ...]) -> None:
    page = plain(0, channels)

    folded = paper.dog_ear(page, 30.0, np.random.default_rng(seed))

    levels = folded if folded.ndim == 2 else folded[..., 1]
    corners = levels[[0, 0, -1, -1], [0, -1, 0, -1]].tolist()
    assert sorted(corners) == [0, 0, 0, 255]
    assert area_mm2(levels == 255) == pytest.approx(450, rel=0.25)
    assert area_mm2((levels > 200) & (levels < 255)) == pytest.approx(450, rel=0.25)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_dog_ear_leaves_the_rest_of_the_page(seed: int) -> None:
    page = chequered()

    folded = damage(page, paper.dog_ear(page, 20.0, np.random.default_rng(seed)))

    nearest_mm, next_mm, *_ = corner_distances_mm(folded)
    assert nearest_mm < 28
    assert next_mm > 180


@grey_and_colour
@pytest.mark.parametrize(("count", "heights_mm"), [(2, (108.5, 188.5)), (4, (28.5, 108.5, 188.5, 268.5))])
@pytest.mark.parametrize("seed", SEEDS)
def test_that_holes_are_where_the_standard_puts_them(
    seed: int, count: int, heights_mm: tuple[float, ...], channels: tuple[int, ...]
) -> None:
    page = plain(130, channels)

    punched = paper.punch_holes(page, count, np.random.default_rng(seed))

    found, _, stats, middles_px = cv2.connectedComponentsWithStats(damage(page, punched).astype(np.uint8))
    middles_mm = (middles_px[1:] + 0.5) / PX_PER_MM
    diameters_mm = np.sqrt(stats[1:, cv2.CC_STAT_AREA] * 4 / np.pi) / PX_PER_MM
    assert found - 1 == count
    assert middles_mm[:, 0] == pytest.approx([12] * count, abs=2.5)
    assert middles_mm[:, 1] == pytest.approx(heights_mm, abs=4)
    assert np.diff(middles_mm[:, 1]) == pytest.approx([80] * (count - 1), abs=0.6)
    assert diameters_mm == pytest.approx([6] * count, abs=0.8)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_all_holes_show_the_same_lid(seed: int) -> None:
    page = plain(130)

    punched = paper.punch_holes(page, 4.0, np.random.default_rng(seed))

    _, labels = cv2.connectedComponents(damage(page, punched).astype(np.uint8))
    medians = [np.median(punched[labels == label]) for label in range(1, 5)]
    assert max(medians) - min(medians) <= 3
    assert medians[0] > 230 or medians[0] <= 60


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_staple_is_small_and_near_a_top_corner(seed: int) -> None:
    page = plain(255)

    stapled = paper.staple(page, 1.0, np.random.default_rng(seed)) < 250

    left, top, right, bottom = box_mm(stapled)
    from_side_mm = min((left + right) / 2, 210 - (left + right) / 2)
    assert np.hypot(right - left, bottom - top) < 15
    assert area_mm2(stapled) < 25
    assert 9 < from_side_mm < 26
    assert 9 < (top + bottom) / 2 < 26


@grey_and_colour
def test_that_most_staples_are_opaque_wires_and_some_have_been_pulled(channels: tuple[int, ...]) -> None:
    opaque_mm2 = []
    for seed in range(20):
        on_black, on_white = (
            paper.staple(plain(level, channels), 1.0, np.random.default_rng(seed)) for level in (0, 255)
        )
        opaque_mm2.append(area_mm2(~damage(on_black, on_white)))

    wires = [opaque for opaque in opaque_mm2 if opaque > 1.5]
    assert 10 <= len(wires) < 20
    assert max(wires) < 7  # 12 mm * 0.5 mm, and the pixels that the edge runs through are not opaque


def test_that_the_wire_of_a_staple_is_dark_with_a_highlight() -> None:
    stapled = [paper.staple(plain(0), 1.0, np.random.default_rng(seed)) for seed in range(20)]

    brightest = [int(page.max()) for page in stapled]
    assert sum(level > 120 for level in brightest) >= 10
    assert max(brightest) < 255


@grey_and_colour
@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_note_covers_whatever_is_beneath(seed: int, channels: tuple[int, ...]) -> None:
    pages = [plain(level, channels) for level in (0, 255)]

    on_black, on_white = (paper.cover_with_note(page, 50.0, np.random.default_rng(seed)) for page in pages)

    covered = ~damage(on_black, on_white)
    assert 0.7 * 50**2 < area_mm2(covered) < 50**2
    assert cv2.connectedComponents(covered.astype(np.uint8))[0] == 2
    assert on_black[covered].min() > 140
    assert (on_white <= pages[1]).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_note_casts_a_slight_shadow_and_no_more(seed: int) -> None:
    page = chequered()

    noted = paper.cover_with_note(page, 50.0, np.random.default_rng(seed))

    left, top, right, bottom = box_mm(damage(page, noted))
    assert max(right - left, bottom - top) < np.hypot(50, 50) + 6
    assert area_mm2(damage(page, noted)) < 56**2 + 900


def test_that_notes_are_pale_yellow_or_white() -> None:
    kinds = set()
    for seed in range(12):
        noted = paper.cover_with_note(plain(0, (3,)), 40.0, np.random.default_rng(seed))
        red, green, blue = np.median(noted[noted[..., 0] > 200], axis=0)
        assert min(red, green) > 220
        kinds.add("white" if blue > 225 else "yellow" if blue < 180 else "other")

    assert kinds == {"white", "yellow"}
