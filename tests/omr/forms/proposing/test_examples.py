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


def test_that_answers_near_an_example_but_off_its_step_are_kept() -> None:
    example, after = _boxes(40, 3), _boxes(78, 4)

    assert without_examples([*example, *after], [], [_word(20, "Ví dụ:")]) == after


def test_that_an_example_whose_mark_was_read_as_a_letter_is_one() -> None:
    assert without_examples(_boxes(40, 2), [], [_word(24, "Ví dụ M")]) == []


def test_that_words_that_begin_like_an_example_are_none() -> None:
    boxes = _boxes(40, 2)

    assert without_examples(boxes, [], [_word(24, "Mẫu A")]) == boxes
