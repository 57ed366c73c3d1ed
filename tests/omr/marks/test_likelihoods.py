"""What likelihoods say of areas: a mark, a mark that may be taken back, or neither."""

import numpy as np

from omr.marks.likelihoods import LogLikelihoods

#                        mark  taken back  either  neither  certainly not
_LIKELIHOODS = LogLikelihoods(np.array([5.0, 1.0, 2.0, -1.0, -9.0]), np.array([-3.0, 4.0, 2.0, -0.5, -9.0]))


def test_that_a_mark_is_likelier_than_empty_and_than_taken_back():
    assert _LIKELIHOODS.is_mark.tolist() == [True, False, False, False, False]


def test_that_a_mark_taken_back_was_one():
    assert _LIKELIHOODS.is_mark_or_was.tolist() == [True, True, True, False, False]


def test_that_a_page_without_areas_holds_no_mark():
    nothing = LogLikelihoods(np.zeros(0), np.zeros(0))

    assert len(nothing) == 0
    assert nothing.is_mark.tolist() == nothing.is_mark_or_was.tolist() == []
