"""One-bit scans are black and white, and as dark as they were grey."""

import numpy as np
import pytest

from omr.simulation.devices import bilevel
from omr.simulation.effects import Effect, Image

A4_100_DPI = (1169, 827)
DITHERS = [bilevel.dither_ordered, bilevel.dither_diffused]
EFFECTS = [*DITHERS, bilevel.threshold_locally]


def _even(level: int) -> Image:
    return np.full(A4_100_DPI, level, np.uint8)


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("shape", [A4_100_DPI, (*A4_100_DPI, 3), (1169, 826)], ids=["grey", "colour", "even-sided"])
def test_that_any_page_becomes_one_channel_of_black_and_white(
    effect: Effect, shape: tuple[int, ...], rng: np.random.Generator
) -> None:
    page = rng.integers(0, 256, shape, dtype=np.uint8)
    before = page.copy()

    result = effect(page, 5.0, rng)

    assert result.shape == shape[:2]
    assert result.dtype == np.uint8
    assert set(np.unique(result)) == {0, 255}
    assert np.array_equal(page, before)


@pytest.mark.parametrize("dither", DITHERS)
@pytest.mark.parametrize("level", [0, 40, 128, 215, 255])
def test_that_dithering_keeps_the_mean_grey(dither: Effect, level: int, rng: np.random.Generator) -> None:
    assert dither(_even(level), 0.0, rng).mean() == pytest.approx(level, abs=3)


@pytest.mark.parametrize("dither", DITHERS)
@pytest.mark.parametrize("shift", [-30.0, 30.0])
def test_that_strength_brightens_by_its_grey_levels(dither: Effect, shift: float, rng: np.random.Generator) -> None:
    assert dither(_even(128), shift, rng).mean() == pytest.approx(128 + shift, abs=3)


def test_that_brightening_leaves_white_paper_white_and_darkening_specks_it(rng: np.random.Generator) -> None:
    for dither in DITHERS:
        assert dither(_even(255), 40.0, rng).min() == 255
        assert dither(_even(255), -40.0, rng).min() == 0


def test_that_ordered_dithering_repeats_every_eight_pixels(rng: np.random.Generator) -> None:
    dithered = bilevel.dither_ordered(_even(100), 0.0, rng)

    assert np.array_equal(dithered[8:], dithered[:-8])
    assert np.array_equal(dithered[:, 8:], dithered[:, :-8])
    assert not np.array_equal(dithered[4:], dithered[:-4])


def test_that_half_grey_becomes_a_chequerboard_under_ordered_dithering(rng: np.random.Generator) -> None:
    dithered = bilevel.dither_ordered(_even(128), 0.0, rng)

    assert np.array_equal(dithered[:2, :4], [(255, 0, 255, 0), (0, 255, 0, 255)])


def test_that_a_local_threshold_finds_print_in_shade(rng: np.random.Generator) -> None:
    page = np.tile(np.linspace(250, 90, 827).astype(np.uint8), (1169, 1))
    page[500:506] -= 50  # a line across, everywhere 50 darker than its paper

    bilevel_page = bilevel.threshold_locally(page, 15.0, rng)

    assert (bilevel_page[500:506, 20:-20] == 0).all()
    assert (bilevel_page[:450, 20:-20] == 255).all()


def test_that_a_larger_offset_leaves_less_black(rng: np.random.Generator) -> None:
    page = np.clip(rng.normal(200, 12, A4_100_DPI), 0, 255).astype(np.uint8)

    black = [np.count_nonzero(bilevel.threshold_locally(page, offset, rng) == 0) for offset in (5.0, 15.0, 30.0)]

    assert black[0] > black[1] > black[2] > 0


def test_that_a_local_threshold_hollows_large_black(rng: np.random.Generator) -> None:
    page = _even(255)
    page[300:700, 300:700] = 40

    bilevel_page = bilevel.threshold_locally(page, 10.0, rng)

    assert bilevel_page[500, 500] == 255  # nothing there is darker than the 8 mm around it
    assert (bilevel_page[310:690, 302:312] == 0).all()
