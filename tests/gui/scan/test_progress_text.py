"""How long a batch still takes, in the language of the window."""

import pytest

from form_templates.model import Language
from gui.i18n.translation import Translations
from gui.scan.progress_text import describe_time_left


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.VIETNAMESE, ["còn 1 giây", "còn 29 giây", "còn 2 phút"]),
        (Language.ENGLISH, ["1 s left", "29 s left", "2 min left"]),
    ],
)
def test_that_the_time_left_is_said_in_whole_seconds_or_minutes(qapp, language, words):
    translations = Translations(qapp)
    translations.use(language)

    assert [describe_time_left(seconds) for seconds in (0.2, 29.4, 119.0)] == words
    translations.stop()
