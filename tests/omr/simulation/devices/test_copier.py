"""What a bad photocopier adds is where and as much as stated, and nothing at strength 0."""

import numpy as np
import pytest

from omr.simulation.devices import copier
from omr.simulation.effects import Effect, Image

A4_100_DPI = (1169, 827)
PX_PER_MM = 1169 / 297
EFFECTS = [copier.black_border, copier.fade_band, copier.scatter_toner]


def _page(shape: tuple[int, ...] = A4_100_DPI) -> Image:
    """White, with a black line every 20 rows."""
    page = np.full(shape, 255, np.uint8)
    page[10::20] = 0
    return page


@pytest.mark.parametrize("effect", EFFECTS)
@pytest.mark.parametrize("shape", [A4_100_DPI, (*A4_100_DPI, 3)], ids=["grey", "colour"])
def test_that_pages_keep_their_kind_and_the_given_one_is_not_changed(
    effect: Effect, shape: tuple[int, ...], rng: np.random.Generator
) -> None:
    page = _page(shape)

    result = effect(page, 0.8, rng)

    assert (result.shape, result.dtype) == (shape, np.uint8)
    assert np.array_equal(page, _page(shape))
    assert not np.array_equal(result, page)
    assert np.array_equal(effect(page, 0.0, rng), page)


@pytest.mark.parametrize("seed", range(8))
def test_that_a_black_border_stays_at_the_edges(seed: int) -> None:
    white = np.full(A4_100_DPI, 255, np.uint8)

    bordered = copier.black_border(white, 8.0, np.random.default_rng(seed))

    reach_px = round(8.5 * PX_PER_MM)
    assert (bordered[reach_px:-reach_px, reach_px:-reach_px] == 255).all()
    edges = (bordered[0], bordered[-1], bordered[:, 0], bordered[:, -1])
    assert 1 <= sum(np.mean(edge < 60) > 0.5 for edge in edges) <= 2


def test_that_a_worn_drum_pales_print_in_a_band_and_leaves_paper_white(rng: np.random.Generator) -> None:
    faded = copier.fade_band(_page(), 0.5, rng)

    lines = faded[10]
    assert 110 <= lines.max() <= 128
    assert lines.min() == 0
    assert (faded[0] == 255).all()


def test_that_toner_is_scattered_as_thickly_as_stated(rng: np.random.Generator) -> None:
    white = np.full(A4_100_DPI, 255, np.uint8)

    dots = np.count_nonzero(copier.scatter_toner(white, 2.0, rng) < 255)

    assert dots == pytest.approx(2.0 * 21.0 * 29.7, rel=0.15)  # one pixel each at 100 dpi
