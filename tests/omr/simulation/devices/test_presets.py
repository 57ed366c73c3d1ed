"""Presets and mixes of devices do what they are named for."""

import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from form_templates.model import FormTemplate
from omr.opencv import cv2
from omr.simulation.devices.conditions import CONDITIONS, Lie, ScanConditions
from omr.simulation.devices.presets import (
    COPY_OF_COPY,
    CROPPED,
    FAX_BAD,
    FINE,
    HARD,
    MIXED_OFFICE,
    ORDERED,
    PRESETS,
    TOO_DARK,
    TOO_PALE,
)
from omr.simulation.devices.scanner import Scan, print_blank, scan_page
from omr.simulation.effects import Image
from omr.simulation.order import PileOrder
from omr.simulation.people.pens import PenKind
from omr.simulation.people.respondents import Habit, Population
from omr.simulation.printed import PlainPages
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import Pile, load_truth
from omr.units.unit_list import Unit

DPI = 150
SCALE = DPI / 25.4
SHAPE = (1754, 1240)
FRAME_MM = np.array([(0.0, 0.0), (210.0, 0.0), (210.0, 297.0), (0.0, 297.0)])


def _page() -> Image:
    """White, with a pale thin line and a black bar across."""
    page = np.full(SHAPE, 255, np.uint8)
    page[300:303, 100:1100] = 150
    page[600:620, 100:1100] = 0
    return page


def _scan(conditions: ScanConditions, seed: int) -> Scan:
    conditions = replace(conditions, dpi=DPI, turns=((0, 1.0),))
    rng = np.random.default_rng(seed)
    return scan_page(print_blank(_page(), conditions, rng), conditions, rng)


def _pile(template: FormTemplate, units: Sequence[Unit], out: Path, name: str, respondents: int, jobs: int = 1) -> Pile:
    return simulate_pile(
        template,
        units,
        PlainPages(template),
        out,
        PileOrder(
            respondents=respondents,
            seed=5,
            conditions=PRESETS[name],
            population=replace(Population.plain(), pens={PenKind.RED: 1.0}, habits={Habit.SLASH: 1.0}),
        ),
        jobs=jobs,
    )


def test_that_presets_hold_every_single_device_and_the_mixes() -> None:
    assert set(CONDITIONS) < set(PRESETS)
    assert {"copy-of-copy", "cropped", "fine", "ordered-1bit", "fax-bad", "mixed-office", "hard"} <= set(PRESETS)
    assert all(name == conditions.name for name, conditions in PRESETS.items())


@pytest.mark.parametrize("name", list(PRESETS))
def test_that_presets_travel_to_other_processes(name: str) -> None:
    there = pickle.loads(pickle.dumps(PRESETS[name]))

    assert there.drawn(np.random.default_rng(1)) == PRESETS[name].drawn(np.random.default_rng(1))


def test_that_all_generations_together_are_zoomed_as_stated() -> None:
    steady = replace(COPY_OF_COPY, dpi=DPI, copier=Lie(), printer=Lie(), copy_steps=(), copied_after_filling=0.0)

    widths = []
    for seed in range(30):
        sheet = print_blank(_page(), steady, np.random.default_rng(seed))
        ends = FRAME_MM[:2] @ sheet.template_to_px[:, :2].T
        widths.append(np.hypot(*(ends[1] - ends[0])) / (210 * SCALE))

    assert 0.93 <= min(widths) < 0.95
    assert 1.02 < max(widths) <= 1.04


def test_that_a_copy_made_after_filling_is_zoomed_by_its_share() -> None:
    steady = replace(
        COPY_OF_COPY, dpi=DPI, copier=Lie(), printer=Lie(), scanner=Lie(), copy_steps=(), copied_after_filling=1.0,
        generations=(2, 2), stretch_mm=replace(COPY_OF_COPY.stretch_mm, low=0.0, high=0.0), turns=((0, 1.0),),
    )  # fmt: skip
    rng = np.random.default_rng(3)

    sheet = print_blank(_page(), steady, rng)
    corners = scan_page(sheet, steady, rng).template_to_scan(FRAME_MM)

    zoom = np.hypot(*(corners[1] - corners[0])) / (210 * SCALE)
    assert zoom == pytest.approx(sheet.zoom**2, abs=1e-6)
    assert sheet.zoom != 1.0


def test_that_a_cropped_scan_shows_the_page_but_for_its_lost_edges() -> None:
    smaller, hidden = 0, 0
    for seed in range(20):
        scan = _scan(CROPPED, seed)

        smaller += scan.image.shape != SHAPE
        hidden += not scan.shows(FRAME_MM * 0.98 + np.array([2.1, 2.97])).all()
        bar = scan.template_to_scan(np.array([(100.0, 610 / SCALE)]))[0]
        assert scan.image[round(bar[1]), round(bar[0])] < 100
        assert scan.shows(np.array([(100.0, 150.0)])).all()

    assert 8 <= smaller <= 18  # the others have black edges
    assert hidden >= 10


def test_that_a_limit_too_low_loses_pale_lines_and_one_too_high_keeps_them() -> None:
    for seed in range(4):
        pale, dark = _scan(TOO_PALE, seed), _scan(TOO_DARK, seed)

        line = np.rint(pale.template_to_scan(np.array([(x, 301.5 / SCALE) for x in range(30, 180, 2)]))).astype(int)
        assert np.mean(pale.image[line[:, 1], line[:, 0]] < 128) < 0.1
        line = np.rint(dark.template_to_scan(np.array([(x, 301.5 / SCALE) for x in range(30, 180, 2)]))).astype(int)
        assert np.mean(dark.image[line[:, 1], line[:, 0]] < 128) > 0.9


def test_that_bad_fax_limits_speck_some_papers() -> None:
    paper = [_scan(TOO_DARK, seed).image[800:1500, 300:900] for seed in range(12)]

    shares = [np.mean(piece < 128) for piece in paper]
    assert max(shares) > 0.001
    assert np.median(shares) < 0.2


def test_that_bad_faxes_are_black_and_white_at_200_to_300_dpi() -> None:
    drawn = [FAX_BAD.drawn(np.random.default_rng(seed)) for seed in range(60)]

    assert all(each.is_bilevel for each in drawn)
    assert {each.dpi for each in drawn} == {200, 240, 300}
    assert {each.name for each in drawn} == {"fax-pale", "fax-dark", "ordered-1bit"}
    assert set(np.unique(_scan(ORDERED, 1).image)) == {0, 255}


def test_that_half_of_mixed_offices_are_good_and_the_others_vary() -> None:
    drawn = [MIXED_OFFICE.drawn(np.random.default_rng(seed)) for seed in range(200)]

    varied = [each for each in drawn if each.name == "office-varied"]
    assert 75 <= len(varied) <= 125
    assert {each.dpi for each in varied} == {150, 200, 240, 300, 400}
    assert min(each.jpeg_quality.low for each in varied) < 50
    assert max(each.jpeg_quality.high for each in varied) > 85
    assert len(set(varied)) == len(varied)


def test_that_hard_draws_every_hard_condition() -> None:
    names = Counter(HARD.drawn(np.random.default_rng(seed)).name for seed in range(300))

    assert len(names) >= 12
    assert {"photocopy", "copy-of-copy", "fax-1bit", "low-dpi", "worn", "stamped", "phone", "cropped"} <= set(names)
    assert max(names.values()) < 60


def test_that_fine_scans_have_600_dpi(template: FormTemplate, units: Sequence[Unit], tmp_path: Path) -> None:
    pile = _pile(template, units, tmp_path, FINE.name, 1)

    image = np.fromfile(pile.files[0], np.uint8)
    assert cv2.imdecode(image, cv2.IMREAD_UNCHANGED).shape == (7016, 4961)


def test_that_a_mixed_pile_names_the_conditions_of_every_page_and_repeats(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    pile = _pile(template, units, tmp_path / "one", "fax-bad", 2)
    again = _pile(template, units, tmp_path / "two", "fax-bad", 2, jobs=2)

    assert pile.conditions == "fax-bad"
    assert {page.conditions for page in pile.pages} <= {"fax-pale", "fax-dark", "ordered-1bit"}
    assert len({page.conditions for page in pile.pages}) > 1
    assert len(pile.files) == len(pile.pages) == 4
    assert [path.suffix for path in pile.files] == [".tif"] * 4
    assert [path.read_bytes() for path in pile.files] == [path.read_bytes() for path in again.files]
    assert load_truth(tmp_path / "one") == pile
    sizes = set()
    for path in pile.files:
        with Pillow.open(path) as scan:
            sizes.add(round(scan.size[1] / float(scan.info["dpi"][1]) * 25.4))
    assert sizes == {297}  # each file states its own resolution


def test_that_marks_lost_to_the_limit_cannot_be_decided_and_those_left_can(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    """A red slash has grey level 80 to 110: it vanishes below the lower limits."""
    pale = _pile(template, units, tmp_path / "pale", "fax-pale", 3)
    dark = _pile(template, units, tmp_path / "dark", "fax-dark", 3)

    pale_items = [item for page in pale.pages for item in page.items.values()]
    assert 0.05 < np.mean([not item.is_decidable for item in pale_items if item.answer]) < 0.95
    assert all(item.is_decidable for item in pale_items if not item.answer)
    assert all(item.is_decidable for page in dark.pages for item in page.items.values())
