"""Training of the mark model: examples carry what was meant, and what is written down computes what was trained."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from omr.simulation.piles import SCANS_FOLDER, TEMPLATE_FOLDER
from omr.training.examples import CANCELLED, EMPTY, MARKED, collect, join, to_darkness
from omr.training.piles import PilePlan, make_piles


@pytest.fixture(scope="module")
def examples(tmp_path_factory, frozen_template, pile):
    folder = tmp_path_factory.mktemp("training")
    shutil.copytree(frozen_template, folder / TEMPLATE_FOLDER)
    shutil.copytree(pile.folder, folder / SCANS_FOLDER)
    return collect(folder)


def test_that_every_mark_of_a_pile_becomes_an_example_with_its_meaning(examples, pile):
    items = [item for page in pile.pages for item in page.items.values()]

    assert (examples.states == MARKED).sum() == sum(len(item.answer) for item in items)
    assert (examples.states == CANCELLED).sum() == sum(len(item.withdrawn) for item in items)
    assert (examples.states == EMPTY).sum() > 0
    assert len(np.unique(examples.pages)) == len(pile.pages)
    assert examples.faint[:, 0].sum() == sum(len(item.answer) for item in items if item.is_decidable)


def test_that_an_example_keeps_its_own_blank_print(examples):
    marked = np.flatnonzero(examples.states == MARKED)
    pictures = to_darkness(examples.pictures[marked])
    prints = to_darkness(examples.prints[examples.print_of[marked]])

    is_printed = prints > 0.9
    assert pictures[is_printed].mean() > 0.7  # the outline is where the print says


def test_that_joined_examples_still_point_at_their_own_print(examples):
    other = replace(examples, prints=255 - examples.prints)

    both = join([examples, other])

    count = len(examples.states)
    np.testing.assert_array_equal(both.prints[both.print_of[:count]], examples.prints[examples.print_of])
    np.testing.assert_array_equal(both.prints[both.print_of[count:]], other.prints[other.print_of])


@pytest.mark.slow
def test_that_piles_are_made_once_and_in_the_style_they_name(tmp_path, monkeypatch):
    monkeypatch.setattr("omr.training.piles.PLANS", (PilePlan("one-stop-short/ring", 2),))

    (first,) = make_piles(tmp_path, seed=1, jobs=1)
    made = (first / SCANS_FOLDER / "truth.json").stat().st_mtime_ns
    (again,) = make_piles(tmp_path, seed=1, jobs=1)

    assert again == first
    assert (again / SCANS_FOLDER / "truth.json").stat().st_mtime_ns == made
    assert '"ring"' in (first / TEMPLATE_FOLDER / "template.toml").read_text(encoding="utf-8")
    assert len(collect(first).states) > 0


def test_that_the_networks_written_down_compute_what_was_trained(examples, tmp_path, monkeypatch):
    torch = pytest.importorskip("torch", reason="needed for training only; not among the development packages")
    pytest.importorskip("onnx", reason="needed for training only; not among the development packages")
    from omr.marks.mark_model import in_context, load_mark_model
    from omr.training import networks

    monkeypatch.setattr(networks, "_PHASES", ((1, 3e-3, 0.3),))
    describer, judge, facts = networks.train(examples)
    networks.save(describer, judge, facts, tmp_path)
    pictures = np.stack([to_darkness(examples.pictures), to_darkness(examples.prints)[examples.print_of]], axis=1)

    written = load_mark_model(tmp_path)
    written.description.setInput(pictures)
    described = written.description.forward()
    quality = (examples.qualities[0] - written.quality_mean) / written.quality_scale
    written.judgement.setInput(in_context(described, quality))
    one_sheet = networks._Sheets(
        np.zeros(len(pictures), np.int64), np.tile(np.clip(quality, -3, 3), (len(pictures), 1))
    )
    with torch.no_grad():
        first, scores = networks._forward(describer, judge, torch.from_numpy(pictures), one_sheet)

    np.testing.assert_allclose(described[:, -3:], first.numpy(), atol=1e-3)
    np.testing.assert_allclose(written.judgement.forward(), scores.numpy(), atol=1e-3)
