"""The drawn example: every way of marking is shown on the form that asks for it."""

import pytest

from form_templates.model import Language, MarkStyle, Typesetting
from form_templates.typesetting.drawing import TextRun
from form_templates.typesetting.parts.examples import marking_example
from form_templates.typesetting.setting import Setting


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("style", MarkStyle)
def test_that_every_way_of_marking_and_of_taking_back_is_shown_with_words(style, language):
    block = marking_example(style, Setting(language, Typesetting()), 20.0, 170.0)

    words = [run.text for run in block.primitives if isinstance(run, TextRun) and not run.text.isdecimal()]
    assert len(words) >= 2
    assert len(block.primitives) > len(words)
