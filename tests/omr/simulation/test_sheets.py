"""Piles: what is drawn is what the truth says, and a seed always gives the same pile."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from form_templates.model import FormTemplate, ItemId, ItemKind
from omr.opencv import cv2
from omr.simulation import effects, paper
from omr.simulation.chance import Range, stream
from omr.simulation.devices.conditions import CLEAN, LOW_DPI, OFFICE, ScanConditions, Step
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.effects import Image
from omr.simulation.order import PileOrder, Rescan
from omr.simulation.people.pens import PenKind
from omr.simulation.people.respondents import Correction, Population, draw_unit_satisfaction
from omr.simulation.printed import PlainPages
from omr.simulation.sheets import simulate_pile
from omr.simulation.truth import TRUTH_FILE, PageTruth, Pile, load_truth
from omr.units.unit_list import Unit

CLEAN_150 = replace(CLEAN, dpi=150)
DARK = replace(Population.plain(), pens={PenKind.BLACK_BALLPOINT: 1.0}, text_written=1.0)


def _pile(
    template: FormTemplate,
    units: Sequence[Unit],
    out: Path,
    conditions: ScanConditions = CLEAN_150,
    jobs: int = 1,
    **choices: Any,
) -> Pile:
    facts: dict[str, Any] = {"respondents": 6, "seed": 3, "population": DARK, "file_format": FileFormat.PNG}
    order = PileOrder(conditions=conditions, **(facts | choices))
    return simulate_pile(template, units, PlainPages(template), out, order, jobs=jobs)


def _read(path: Path) -> Image:
    return np.asarray(cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


def _bytes(pile: Pile) -> list[bytes]:
    return [path.read_bytes() for path in (*pile.files, pile.folder / TRUTH_FILE)]


@pytest.fixture(scope="module")
def clean_pile(template: FormTemplate, units: tuple[Unit, Unit], tmp_path_factory: pytest.TempPathFactory) -> Pile:
    return _pile(template, units, tmp_path_factory.mktemp("sạch"), respondents=20)


def _ink_mm2(page: PageTruth, pile: Pile, template: FormTemplate) -> dict[tuple[ItemId, str], float]:
    """Ink added by the respondent within 1.5 mm round every response area, mm2."""
    scale = 150 / 25.4
    added = PlainPages(template).raster(0, page.page, 150).astype(int) - _read(pile.folder / page.file)
    ink: dict[tuple[ItemId, str], float] = {}
    for area in template.page(page.page).areas:
        left, top = round((area.rect.x_mm - 1.5) * scale), round((area.rect.y_mm - 1.5) * scale)
        side = round((area.rect.w_mm + 3) * scale)
        near = added[top : top + side, left : left + side]
        ink[area.item_id, area.option] = np.count_nonzero(near > 60) / scale**2
    return ink


def test_that_ink_is_drawn_where_an_option_was_meant(clean_pile: Pile, template: FormTemplate) -> None:
    for page in clean_pile.pages:
        ink = _ink_mm2(page, clean_pile, template)
        for item_id, item in page.items.items():
            assert all(ink[item_id, option] > 0.08 for option in item.answer), (page.file, item_id)


def test_that_no_ink_is_drawn_where_no_option_was_meant(clean_pile: Pile, template: FormTemplate) -> None:
    """The statements' boxes stand 16 mm apart across, so only a long tail of the row below may reach one."""
    stained = empty = 0
    for page in clean_pile.pages:
        ink = _ink_mm2(page, clean_pile, template)
        for (item_id, option), ink_mm2 in ink.items():
            if item_id.startswith("c") and option not in page.items[item_id].answer:
                empty += 1
                stained += ink_mm2 > 0.05

    assert empty > 1500
    assert stained / empty < 0.01


def test_that_the_truth_has_every_choice_item_once(clean_pile: Pile, template: FormTemplate) -> None:
    choices = {item.item_id for item in template.items() if item.kind is not ItemKind.TEXT and item.kind.is_choice}

    for first, second in zip(clean_pile.pages[::2], clean_pile.pages[1::2], strict=True):
        assert (first.page, second.page) == (1, 2)
        assert first.respondent == second.respondent
        assert first.items.keys() | second.items.keys() == choices
        assert not first.items.keys() & second.items.keys()


def test_that_written_text_is_in_the_truth_and_on_paper(clean_pile: Pile, template: FormTemplate) -> None:
    scale = 150 / 25.4
    second_pages = [page for page in clean_pile.pages if page.page == 2]

    for page in second_pages:
        field = _read(clean_pile.folder / page.file)[round(265 * scale) : round(272 * scale), 118:1000]
        assert ("wish" in page.written) == bool((field < 128).any())


def test_that_units_follow_each_other_in_blocks(clean_pile: Pile) -> None:
    assert [page.unit for page in clean_pile.pages] == ["27"] * 20 + ["28"] * 20


def test_that_truth_is_read_back_as_it_was(clean_pile: Pile) -> None:
    assert load_truth(clean_pile.folder) == clean_pile


@pytest.fixture(scope="module")
def low_pile(template: FormTemplate, units: tuple[Unit, Unit], tmp_path_factory: pytest.TempPathFactory) -> Pile:
    return _pile(template, units, tmp_path_factory.mktemp("low"), LOW_DPI, respondents=2)


def test_that_the_same_seed_gives_the_same_files(
    low_pile: Pile, template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    again = _pile(template, units, tmp_path / "a", LOW_DPI, respondents=2)
    other = _pile(template, units, tmp_path / "b", LOW_DPI, respondents=1, seed=4)

    assert _bytes(again) == _bytes(low_pile)
    assert _bytes(other)[:2] != _bytes(low_pile)[:2]


def test_that_workers_make_the_same_files(
    low_pile: Pile, template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    together = _pile(template, units, tmp_path, LOW_DPI, respondents=2, jobs=2)

    assert _bytes(together) == _bytes(low_pile)


def test_that_a_rescan_shows_the_same_sheets_as_another_scan(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    first = _pile(template, units, tmp_path / "a", respondents=2)
    again = _pile(template, units, tmp_path / "b", respondents=2, rescan=Rescan(5, replace(CLEAN, dpi=200)))
    noisy = _pile(template, units, tmp_path / "c", respondents=2, rescan=Rescan(5, replace(OFFICE, dpi=150)))

    assert [(page.items, page.written) for page in again.pages] == [(page.items, page.written) for page in first.pages]
    for page, page_again in zip(first.pages, again.pages, strict=True):
        before, after = _read(first.folder / page.file), _read(again.folder / page_again.file)
        assert after.shape == (round(before.shape[0] * 4 / 3), round(before.shape[1] * 4 / 3))
        assert (
            np.abs(cv2.resize(after, before.shape[::-1], interpolation=cv2.INTER_AREA) - before.astype(int)).mean() < 1
        )
    assert _bytes(noisy) != _bytes(first)


def test_that_files_are_named_by_respondent_and_page(clean_pile: Pile) -> None:
    assert [path.name for path in clean_pile.files[:3]] == [
        "form-00001-p1.png",
        "form-00001-p2.png",
        "form-00002-p1.png",
    ]


def test_that_a_tiff_holds_the_pages_of_several_respondents(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    pile = _pile(template, units, tmp_path, respondents=3, respondents_per_file=2, file_format=FileFormat.TIFF_G4)

    assert [path.name for path in pile.files] == ["forms-00001-00002.tif", "forms-00003-00003.tif"]
    assert [page.page_in_file for page in pile.pages] == [1, 2, 3, 4, 1, 2]


def test_that_pages_are_a4_at_the_stated_resolution(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    pile = _pile(template, units, tmp_path, LOW_DPI, respondents=1)

    assert _read(pile.files[0]).shape == (1754, 1240)


def test_that_colour_files_show_blue_ink(template: FormTemplate, units: Sequence[Unit], tmp_path: Path) -> None:
    blue = replace(DARK, pens={PenKind.BLUE_BALLPOINT: 1.0}, blank=0.0)

    pile = _pile(template, units, tmp_path, respondents=1, population=blue, file_format=FileFormat.JPEG_COLOUR)

    pixels = np.asarray(cv2.imdecode(np.fromfile(pile.files[0], np.uint8), cv2.IMREAD_COLOR), int)
    assert np.count_nonzero(pixels[..., 0] - pixels[..., 2] > 50) > 100


def test_that_a_pencil_too_faint_for_one_bit_leaves_nothing_to_decide(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    faint = replace(DARK, pens={PenKind.FAINT_PENCIL: 1.0})
    one_bit = replace(CLEAN_150, is_bilevel=True, scan_steps=(Step(effects.threshold, Range(90, 90)),))

    pile = _pile(template, units, tmp_path, one_bit, respondents=1, population=faint)

    items = [item for page in pile.pages for item in page.items.values()]
    assert all(item.is_decidable == (not item.answer) for item in items)


def test_that_the_units_differ_in_satisfaction() -> None:
    means = [draw_unit_satisfaction(Population(), stream(1, 0, unit)) for unit in range(200)]

    assert np.std(means) == pytest.approx(0.06, rel=0.2)


def test_that_one_stroke_leaves_ink_in_every_box_it_answers(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    stroking = replace(DARK, column_stroke=1.0, blank=0.0)

    pile = _pile(template, units, tmp_path, population=stroking)

    for page in pile.pages:
        ink = _ink_mm2(page, pile, template)
        for item_id, item in page.items.items():
            assert all(ink[item_id, option] > 0.08 for option in item.answer), (page.file, item_id)


def test_that_painted_marks_are_gone_and_the_chosen_ones_stay(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    painting = replace(DARK, corrected=1.0, corrections={Correction.PAINTED_THEN_OTHER: 1.0}, blank=0.0)

    pile = _pile(template, units, tmp_path, population=painting, respondents=2)

    for page in pile.pages:
        ink = _ink_mm2(page, pile, template)
        for item_id, item in page.items.items():
            if item_id.startswith("c"):
                (painted,), (meant,) = item.withdrawn, item.answer
                assert ink[item_id, meant] > ink[item_id, painted]


def test_that_what_lies_under_a_note_cannot_be_decided_and_the_rest_can(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    covered = replace(CLEAN_150, sheet_steps=(Step(paper.cover_with_note, Range(60.0, 60.0)),))

    pile = _pile(template, units, tmp_path, covered, respondents=4)

    items = [item for page in pile.pages for item in page.items.values()]
    hidden = sum(not item.is_decidable for item in items)
    assert 0 < hidden < 0.6 * len(items)


def test_that_stains_and_show_through_hide_nothing(
    template: FormTemplate, units: Sequence[Unit], tmp_path: Path
) -> None:
    stained = replace(
        CLEAN_150, sheet_steps=(Step(paper.stain, Range(2.0, 2.0)), Step(paper.show_through, Range(0.1, 0.1)))
    )

    pile = _pile(template, units, tmp_path, stained, respondents=4)

    assert all(item.is_decidable for page in pile.pages for item in page.items.values())
