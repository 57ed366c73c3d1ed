"""The mark model: what its networks say becomes likelihoods, and bare areas are as sure as the sheet allows."""

import numpy as np
import pytest

from omr.marks.mark_model import (
    MODEL_FOLDER,
    MOST_SHARPENED,
    STATES,
    MarkModel,
    in_context,
    load_mark_model,
    sharpness_factor,
)
from omr.marks.measuring import LEAST_INK_PX, QUALITIES, Measurements, Prints

_PRINTS = np.zeros((9, 56, 56), np.float32)
_GOOD = np.zeros(len(QUALITIES), np.float32)


class _Says:
    """Stands for both networks: says the same scores of every area."""

    def __init__(self, scores):
        self.scores, self.asked = np.array(scores, np.float32), 0

    def setInput(self, values):  # noqa: N802 - OpenCV's name
        self.asked = len(values)

    def forward(self):
        return np.tile(self.scores, (self.asked, 1))


def _model(saying, shares=(1 / 3, 1 / 3, 1 / 3)):
    """A model whose networks always say these scores of empty, marked and cancelled."""
    sharpness = np.zeros(len(QUALITIES) + 1)
    return MarkModel(_Says(saying), _Says(saying), _GOOD, _GOOD + 1, sharpness, np.array(shares), np.array([0.5, -1.3]))


def _measured(ink_px, hidden=(), *, ringed=(), shows_any_pen=False):
    """Measurements of areas with so much ink each."""
    ink = np.array(ink_px, np.float32)
    is_hidden = np.isin(np.arange(len(ink)), hidden)
    pictures, is_inked = _PRINTS[: len(ink)], ink >= LEAST_INK_PX
    facts = (
        is_hidden,
        np.zeros(len(ink), bool),
        is_inked,
        _GOOD,
        Prints.of(pictures),
        shows_any_pen,
        np.zeros(len(ink), bool),
        np.isin(np.arange(len(ink)), ringed),
    )
    return Measurements(np.zeros(len(ink)), ink, pictures, *facts)


def test_that_scores_become_log_likelihoods_against_empty():
    found = _model(saying=(1.0, 3.0, 0.5)).log_likelihoods(_measured([5.0, 5.0]), _PRINTS[:2])

    np.testing.assert_allclose(found.marked, [2.0, 2.0], atol=1e-3)
    np.testing.assert_allclose(found.cancelled, [-0.5, -0.5], atol=1e-3)


def test_that_how_common_a_state_was_in_training_does_not_count():
    found = _model(saying=(0.0, 0.0, 0.0), shares=(0.2, 0.7, 0.1)).log_likelihoods(_measured([5.0]), _PRINTS[:1])

    assert found.marked[0] == pytest.approx(np.log(0.2 / 0.7), abs=1e-3)
    assert found.cancelled[0] == pytest.approx(np.log(0.2 / 0.1), abs=1e-3)


def test_that_no_picture_is_surer_than_a_million_to_one():
    found = _model(saying=(0.0, 500.0, 0.0)).log_likelihoods(_measured([5.0]), _PRINTS[:1])

    assert found.marked[0] == pytest.approx(np.log(1e6), abs=0.01)
    assert found.cancelled[0] == pytest.approx(0.0, abs=0.01)


def test_that_networks_are_asked_only_about_areas_with_ink():
    model = _model(saying=(0.0, 9.0, 0.0))

    model.log_likelihoods(_measured([5.0, 0.0, 0.0, 5.0]), _PRINTS[:4])

    assert model.description.asked == model.judgement.asked == 2


def test_that_all_bare_areas_of_a_sheet_are_equally_likely_to_have_lost_a_mark():
    found = _model(saying=(0.0, 9.0, 0.0)).log_likelihoods(_measured([5.0, 0.0, 0.0]), _PRINTS[:3])

    assert found.marked[1] == found.marked[2] == found.cancelled[1] == found.cancelled[2]
    assert found.marked[1] < -2.0


def test_that_on_a_calm_grey_scan_without_a_mark_none_was_lost():
    model = _model(saying=(9.0, 0.0, 0.0))

    sure = model.log_likelihoods(_measured([0.0, 0.5, 0.0], shows_any_pen=True), _PRINTS[:3])
    unsure = model.log_likelihoods(_measured([0.0, 0.5, 0.0]), _PRINTS[:3])

    assert sure.marked[0] == pytest.approx(np.log(1e-6))
    assert unsure.marked[0] > -5


def test_that_specks_alone_tell_nothing_of_the_pen():
    bare = _model(saying=(9.0, 0.0, 0.0)).log_likelihoods(_measured([0.0, 0.5]), _PRINTS[:2]).marked[0]

    with_specks = _model(saying=(0.0, 2.0, 0.0)).log_likelihoods(_measured([0.0, 0.5]), _PRINTS[:2]).marked

    assert with_specks[1] > 0
    assert with_specks[0] == bare


def test_that_hidden_areas_say_nothing_whatever_was_seen_there():
    found = _model(saying=(0.0, 9.0, 0.0)).log_likelihoods(_measured([5.0, 5.0, 0.0], hidden=(1, 2)), _PRINTS[:3])

    assert found.marked[0] > 8
    assert found.marked[1:].tolist() == found.cancelled[1:].tolist() == [0.0, 0.0]


def test_that_a_mark_with_ink_around_it_larger_than_its_picture_is_more_likely_taken_back():
    found = _model(saying=(0.0, 9.0, 0.0)).log_likelihoods(_measured([5.0, 5.0, 0.0], ringed=(1,)), _PRINTS[:3])

    assert found.cancelled[1] - found.marked[1] == pytest.approx(6.0)
    assert found.cancelled[1] > 8
    assert found.cancelled[0] < 1


def test_that_a_page_without_areas_has_no_likelihoods():
    found = load_mark_model().log_likelihoods(_measured([]), _PRINTS[:0])

    assert len(found) == 0


def test_that_quality_moves_the_sureness_only_within_bounds():
    sharpness = np.array([0.5, *np.full(len(QUALITIES), -2.0)])
    poor = np.full(len(QUALITIES), 3.0, np.float32)

    assert sharpness_factor(sharpness, _GOOD) == pytest.approx(np.exp(0.5))
    assert sharpness_factor(sharpness, poor) == pytest.approx(np.exp(-MOST_SHARPENED))


def test_that_a_blank_is_less_sure_where_the_sheet_s_marks_are_faint():
    model = _model(saying=(0.0, 9.0, 0.0))
    marked = {ink: model.log_likelihoods(_measured([ink, ink, 0.0]), _PRINTS[:3]).marked for ink in (0.5, 3.0, 1000.0)}

    assert marked[0.5][2] > marked[3.0][2] > marked[1000.0][2] >= np.log(1e-6) - 1e-9
    assert marked[0.5][0] > 5


def test_that_specks_beside_firm_marks_are_less_likely_marks_than_their_pictures_say():
    def marked(ink_px):
        model = _model(saying=(0.0, 9.0, 0.0))
        model.judgement.scores = np.array([[0, 9, 0], [0, 9, 0], [4, 0, 0]], np.float32)
        model.judgement.forward = lambda: model.judgement.scores.copy()
        return model.log_likelihoods(_measured([170.0, 160.0, ink_px]), _PRINTS[:3]).marked

    assert marked(120.0)[2] == pytest.approx(-4.0, abs=0.01)
    assert marked(0.2)[2] < -6
    assert marked(0.2)[:2].tolist() == pytest.approx([9.0, 9.0], abs=0.2)


def test_that_the_context_of_a_mark_is_the_others_and_not_itself():
    described = np.array(
        [[1.0, 0.0, -9, 9, -9], [3.0, 4.0, -9, 9, -9], [50.0, 50.0, 9, -9, -9], [20.0, 10.0, 9, -9, -9]], np.float32
    )

    context = in_context(described, np.array([0.5, 3.0], np.float32))

    assert context.shape == (4, 2 + 2 + 2 + 2 + 3 + 2)
    np.testing.assert_allclose(context[0, 2:4], [3.0, 4.0], rtol=0.01)  # the empty areas do not count
    np.testing.assert_allclose(context[1, 2:4], [1.0, 0.0], atol=0.01)
    np.testing.assert_allclose(context[0, 4:6], [35.0, 30.0], rtol=0.01)  # the marks do not count
    np.testing.assert_allclose(context[2, 4:6], [20.0, 10.0], rtol=0.01)
    np.testing.assert_allclose(context[0, 6:8], [np.log(2), np.log(3)], rtol=0.01)
    np.testing.assert_allclose(context[:, 11:], np.tile([0.5, 3.0], (4, 1)))


def test_that_a_model_of_other_states_is_refused(tmp_path):
    facts = (MODEL_FOLDER / "facts.json").read_text(encoding="utf-8")
    (tmp_path / "facts.json").write_text(facts.replace(STATES[2], "erased"), encoding="utf-8")

    with pytest.raises(ValueError, match="trained for other states"):
        load_mark_model(tmp_path)


def test_that_the_shipped_model_stays_below_a_megabyte():
    assert sum(file.stat().st_size for file in MODEL_FOLDER.iterdir()) < 1_000_000
