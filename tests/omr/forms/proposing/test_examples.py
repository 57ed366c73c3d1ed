"""Which spots an example takes with it."""

from form_templates.model import Rect
from omr.forms.proposing.content.page_content import Word
from omr.forms.proposing.spotting.examples import without_examples
from omr.forms.proposing.spotting.phrases import Phrase, phrase_of
from omr.forms.proposing.spotting.spots import Spot, SpotLook


def _boxes(x_mm: float, count: int) -> list[Spot]:
    return [Spot(Rect(x_mm + 8 * place, 20, 4, 4), SpotLook.BOX) for place in range(count)]


def _word(x_mm: float, text: str) -> Phrase:
    return phrase_of([Word(text, Rect(x_mm, 20.5, 12, 3), 4.0)])


def test_that_an_example_leaves_the_answers_on_its_level_alone() -> None:
    before, example, after = _boxes(10, 3), _boxes(75, 2), _boxes(130, 4)

    kept = without_examples([*before, *example, *after], [], [_word(58, "Example:")])

    assert kept == [*before, *after]


def test_that_all_boxes_of_an_example_are_left_out() -> None:
    assert without_examples(_boxes(40, 5), [], [_word(20, "Ví dụ:")]) == []
