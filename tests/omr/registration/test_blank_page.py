"""Blank pages as people have them: drawn, scanned or photographed."""

import numpy as np

from form_templates.loading import blank_image
from form_templates.model import FormTemplate, PageLayout, Text
from omr.registration.blank_page import BLANK_DPI, encode_png, load_blank_pages

_PAGE = PageLayout(1, 100.0, 140.0, (), ())


def _loaded(folder, pixels, monkeypatch):
    blank_image(folder, 1).write_bytes(encode_png(pixels))
    template = FormTemplate("photographed", 1, Text("x"), (), pages=(_PAGE,))
    monkeypatch.setattr("omr.registration.blank_page.blank_images", lambda *_: (blank_image(folder, 1),))
    return load_blank_pages(folder, template)[0]


def _printed(paper):
    """A page of thin black lines on paper of that brightness, (H, W)."""
    height, width = (round(side / 25.4 * BLANK_DPI) for side in (_PAGE.height_mm, _PAGE.width_mm))
    pixels = np.broadcast_to(paper, (height, width)).astype(np.float64).copy()
    pixels[100::200] *= 0.2
    return pixels.astype(np.uint8)


def test_that_the_paper_of_a_photographed_blank_page_counts_as_white(tmp_path, monkeypatch):
    shade = np.linspace(150, 230, round(_PAGE.width_mm / 25.4 * BLANK_DPI))  # darker towards the left edge

    blank = _loaded(tmp_path, _printed(shade), monkeypatch)

    is_line = np.zeros(len(blank), bool)
    is_line[100::200] = True
    assert blank[~is_line].min() > 240
    assert 40 < np.median(blank[is_line]) < 65  # a fifth of white, at either edge
    assert np.ptp(np.median(blank[is_line], axis=0)) < 12


def test_that_a_drawn_blank_page_stays_as_it_is(tmp_path, monkeypatch):
    drawn = _printed(np.array(255.0))

    np.testing.assert_array_equal(_loaded(tmp_path, drawn, monkeypatch), drawn)
