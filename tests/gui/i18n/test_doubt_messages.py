"""Doubts about areas that were found are worded, in the window's own words."""

from gui.i18n.doubt_messages import DOUBTS, describe_area_doubt
from omr.forms.proposing.doubts import AreaDoubt


def test_that_every_doubt_has_a_sentence():
    assert set(AreaDoubt) - DOUBTS.keys() == set()
    assert len(set(DOUBTS.values())) == len(DOUBTS)


def test_that_the_window_says_what_the_command_says():
    for doubt in AreaDoubt:
        said, printed = describe_area_doubt(doubt), doubt.sentence
        assert said == f"{printed[0].upper()}{printed[1:]}."
