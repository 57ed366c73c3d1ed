"""Forms typed in offices: valid, the same for a seed, of the kind that was asked for, drawn by hand within reason."""

from pathlib import Path

import pytest

from form_templates.errors import FindingList
from form_templates.loading import load_template
from form_templates.model import AreaShape, MarkStyle, Rect
from form_templates.validation import check_layout
from omr.simulation.devices.conditions import LOW_DPI
from omr.simulation.foreign.piles import make_word_pile
from omr.simulation.foreign.word_forms import WordForm, WordKind, draw_word_form
from omr.simulation.order import PileOrder
from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.simulation.truth import load_truth


@pytest.fixture(scope="module")
def forms() -> dict[WordKind, list[WordForm]]:
    return {kind: [draw_word_form(kind, seed) for seed in range(6)] for kind in WordKind}


def _rects(word: WordForm) -> list[Rect]:
    return [area.rect for area in word.form.template.pages[0].areas]


def test_that_every_form_is_valid_as_printed_and_as_drawn(forms: dict[WordKind, list[WordForm]]) -> None:
    for word in (word for words in forms.values() for word in words):
        for template in (word.form.template, word.as_drawn):
            findings = FindingList(Path("form"))
            check_layout(template, findings)
            assert not findings.findings, template.template_id


def test_that_the_same_kind_and_seed_give_the_same_form(forms: dict[WordKind, list[WordForm]]) -> None:
    again = draw_word_form(WordKind.CELLS, 3)

    assert again == forms[WordKind.CELLS][3]
    assert again != draw_word_form(WordKind.CELLS, 4)


def test_that_kinds_differ_in_what_is_marked_and_how(forms: dict[WordKind, list[WordForm]]) -> None:
    looks = {
        kind: {(area.shape, area.style) for word in words for area in word.form.template.pages[0].areas}
        for kind, words in forms.items()
    }

    assert looks == {
        WordKind.BOXES: {(AreaShape.BOX, MarkStyle.BOX)},
        WordKind.RINGED_CIRCLES: {(AreaShape.CIRCLE, MarkStyle.RING)},
        WordKind.RINGED_DIGITS: {(AreaShape.CIRCLE, MarkStyle.RING)},
        WordKind.CROSSED_CIRCLES: {(AreaShape.CIRCLE, MarkStyle.CROSS)},
        WordKind.CELLS: {(AreaShape.BOX, MarkStyle.BOX)},
    }


def test_that_cells_share_their_borders_and_rows_differ_in_height(forms: dict[WordKind, list[WordForm]]) -> None:
    for word in forms[WordKind.CELLS]:
        first, second, *_ = rects = _rects(word)
        assert first.x_mm + first.w_mm == pytest.approx(second.x_mm, abs=0.002)
        assert len({round(rect.h_mm, 1) for rect in rects}) > 1


def test_that_cells_are_drawn_inside_or_onto_their_borders(forms: dict[WordKind, list[WordForm]]) -> None:
    sides = [
        drawn.rect.w_mm - true.rect.w_mm
        for word in forms[WordKind.CELLS]
        for drawn, true in zip(word.as_drawn.pages[0].areas, word.form.template.pages[0].areas, strict=True)
    ]

    assert min(sides) < -0.5
    assert max(sides) <= 1.0
    assert 0.0 in sides


def test_that_a_pile_has_the_drawn_areas_and_what_people_meant(tmp_path: Path) -> None:
    pile = make_word_pile(tmp_path, WordKind.CELLS, PileOrder(respondents=1, seed=5, conditions=LOW_DPI))

    template = load_template(tmp_path / TEMPLATE_FOLDER)
    assert template.pages == draw_word_form(WordKind.CELLS, 5).as_drawn.pages
    assert load_truth(tmp_path / SCANS_FOLDER).pages == pile.pages
    assert set(pile.pages[0].items) == {item.item_id for item in template.items()}
