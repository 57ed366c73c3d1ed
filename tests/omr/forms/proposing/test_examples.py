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


def test_that_a_grid_filled_in_below_the_word_example_is_left_out_as_a_whole() -> None:
    grid = [Spot(Rect(40 + 6 * column, 30 + 5 * row, 2, 2), SpotLook.OVAL) for row in range(4) for column in range(3)]
    beside = [Spot(Rect(75 + 8 * column, 30 + 5 * row, 3, 3), SpotLook.OVAL) for row in range(4) for column in range(4)]
    heading, below = _word(42, "Example:"), _word(42, "Number")
    marks = [grid[1], grid[3]]
    spots = [spot for spot in grid if spot not in marks] + beside

    kept = without_examples(spots, marks, [heading, below])

    assert kept == beside


def test_that_a_grid_without_a_printed_mark_is_kept_below_the_word_example() -> None:
    grid = [Spot(Rect(40 + 6 * column, 30 + 5 * row, 2, 2), SpotLook.OVAL) for row in range(4) for column in range(3)]

    assert without_examples(grid, [], [_word(42, "Example:")]) == grid
