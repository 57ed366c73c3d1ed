"""Each effect does what its docstring says, and nothing at strength 0."""

import numpy as np
import pytest

from omr.opencv import cv2
from omr.simulation import effects
from omr.simulation.effects import Effect, Image

A4_100_DPI = (1169, 827)
PX_PER_MM = 1169 / 297


@pytest.fixture
def half_black() -> Image:
    """A page whose left half is black."""
    image = np.full(A4_100_DPI, 255, np.uint8)
    image[:, :400] = 0
    return image


@pytest.fixture
def grey() -> Image:
    """A page that is grey all over."""
    return np.full(A4_100_DPI, 128, np.uint8)


@pytest.mark.parametrize(
    "effect",
    [
        effects.fade_black,
        effects.grey_paper,
        effects.bend_contrast,
        effects.shade,
        effects.soften,
        effects.add_noise,
        effects.add_specks,
        effects.erode_toner,
        effects.streak,
        effects.sharpen,
        effects.tint,
    ],
)
def test_that_strength_zero_changes_nothing(effect: Effect, half_black: Image, rng: np.random.Generator) -> None:
    result = effect(half_black, 0.0, rng)

    assert np.array_equal(result, half_black)


@pytest.mark.parametrize("effect", [effects.shade, effects.add_noise, effects.add_specks, effects.soften])
def test_that_the_given_image_stays_as_it_was(effect: Effect, half_black: Image, rng: np.random.Generator) -> None:
    before = half_black.copy()

    effect(half_black, 0.5, rng)

    assert np.array_equal(half_black, before)


def test_that_fading_lifts_black_only(half_black: Image, rng: np.random.Generator) -> None:
    faded = effects.fade_black(half_black, 40, rng)

    assert set(np.unique(faded)) == {40, 255}


def test_that_grey_paper_lowers_white_only(half_black: Image, rng: np.random.Generator) -> None:
    greyed = effects.grey_paper(half_black, 15, rng)

    assert set(np.unique(greyed)) == {0, 240}


def test_that_a_positive_bend_darkens_and_a_negative_lightens(grey: Image, rng: np.random.Generator) -> None:
    darker, lighter = effects.bend_contrast(grey, 0.2, rng), effects.bend_contrast(grey, -0.2, rng)

    assert darker[0, 0] < 128 < lighter[0, 0]


def test_that_shading_takes_at_most_its_strength_and_varies(rng: np.random.Generator) -> None:
    white = np.full(A4_100_DPI, 255, np.uint8)

    shaded = effects.shade(white, 0.1, rng)

    assert shaded.max() >= 253
    assert 227 <= shaded.min() <= 232
    assert np.abs(np.diff(shaded.astype(int), axis=0)).max() <= 1  # smooth


def test_that_softening_widens_an_edge_by_its_strength(half_black: Image, rng: np.random.Generator) -> None:
    softened = effects.soften(half_black, 0.5, rng)

    # Between the 16th and the 84th percentile of a Gaussian lie two standard deviations.
    edge = softened[600] / 255
    width_px = np.count_nonzero((edge > 0.16) & (edge < 0.84))
    assert width_px == pytest.approx(2 * 0.5 * PX_PER_MM, abs=1)


def test_that_noise_has_the_stated_deviation_and_no_bias(grey: Image, rng: np.random.Generator) -> None:
    noisy = effects.add_noise(grey, 4.0, rng).astype(float)

    assert noisy.std() == pytest.approx(4.0, rel=0.05)
    assert noisy.mean() == pytest.approx(128.0, abs=0.1)


def test_that_noise_differs_between_colour_channels(rng: np.random.Generator) -> None:
    noisy = effects.add_noise(np.full((*A4_100_DPI, 3), 128, np.uint8), 4.0, rng).astype(float)

    correlation = np.corrcoef(noisy[..., 0].ravel(), noisy[..., 1].ravel())[0, 1]
    assert abs(correlation) < 0.02


def test_that_specks_are_few_small_and_dark(rng: np.random.Generator) -> None:
    white = np.full(A4_100_DPI, 255, np.uint8)

    dirty = effects.add_specks(white, 20.0, rng)

    count, _, stats, _ = cv2.connectedComponentsWithStats((dirty < 200).astype(np.uint8))
    assert 8 <= count - 1 <= 35
    assert stats[1:, cv2.CC_STAT_WIDTH].max() <= 0.6 * PX_PER_MM + 3


def test_that_a_copy_hardens_contrast(rng: np.random.Generator) -> None:
    ramp = np.tile(np.linspace(0, 255, 827).astype(np.uint8), (1169, 1))

    copy = effects.copy_toner(ramp, 0.9, rng)

    between = np.count_nonzero((copy[500] > 60) & (copy[500] < 195)) / 827
    assert between < 0.4  # 0.53 of the ramp itself
    assert copy[500, 5] < 10
    assert copy[500, -5] > 245


def test_that_eroded_toner_pales_print_and_spares_paper(half_black: Image, rng: np.random.Generator) -> None:
    eroded = effects.erode_toner(half_black, 0.5, rng)

    assert eroded[:, :390].max() > 40
    assert eroded[:, :390].min() == 0
    assert eroded[:, 410:].min() == 255


def test_that_a_threshold_leaves_two_levels(rng: np.random.Generator) -> None:
    ramp = np.tile(np.linspace(0, 255, 827).astype(np.uint8), (1169, 1))

    bilevel = effects.threshold(ramp, 150, rng)

    assert np.array_equal(bilevel == 255, ramp > 150)
    assert np.array_equal(bilevel == 0, ramp <= 150)


def test_that_a_threshold_takes_the_colour_out(rng: np.random.Generator) -> None:
    assert effects.threshold(np.full((*A4_100_DPI, 3), 90, np.uint8), 150, rng).shape == A4_100_DPI


def test_that_a_streak_runs_down_the_whole_page(rng: np.random.Generator) -> None:
    white = np.full(A4_100_DPI, 255, np.uint8)

    streaked = effects.streak(white, 3, rng)

    dark_columns = np.flatnonzero((streaked < 255).any(axis=0))
    assert 1 <= dark_columns.size <= 6
    assert (streaked[:, dark_columns] < 255).all()


def test_that_sharpening_puts_halos_at_edges_only(grey: Image, rng: np.random.Generator) -> None:
    page = grey.copy()
    page[:, :400] = 100

    sharpened = effects.sharpen(page, 1.0, rng).astype(int)

    assert sharpened[500, 399] <= 97
    assert sharpened[500, 400] >= 131
    assert (sharpened[:, :380] == 100).all()
    assert (sharpened[:, 420:] == 128).all()


def test_that_a_tint_takes_light_from_colours_unevenly_and_from_grey_evenly(rng: np.random.Generator) -> None:
    white = np.full((*A4_100_DPI, 3), 255, np.uint8)

    tinted, greyed = effects.tint(white, 0.2, rng), effects.tint(white[..., 0], 0.2, rng)

    assert 204 <= tinted.min() < tinted.max() <= 255
    assert (tinted == tinted[0, 0]).all()
    assert 204 <= greyed[0, 0] <= 255
    assert len(np.unique(greyed)) == 1
