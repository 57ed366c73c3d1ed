"""Every reason and every tool has its English words."""

import pytest

from omr.results import Reason
from omr.settings import ChangedTool, ReadingTool
from omr.wording import changed_tool_phrase, reason_phrase


@pytest.mark.parametrize("reason", Reason)
def test_that_every_reason_is_told_with_its_fact(reason):
    told = reason_phrase(reason, "the fact")

    assert told.endswith(" (the fact)")
    assert len(told) > len("a word (the fact)")


def test_that_no_two_reasons_are_told_alike():
    assert len({reason_phrase(reason, "") for reason in Reason}) == len(Reason)


@pytest.mark.parametrize("tool", ReadingTool)
def test_that_every_other_tool_is_told_with_both_versions(tool):
    told = changed_tool_phrase(ChangedTool(tool, "1.2", "1.3"))

    assert "(1.2, now 1.3)" in told
