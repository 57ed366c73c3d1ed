"""Which copies show the same page."""

import numpy as np

from omr.forms.proposing.raster.same_print import agreements, is_one_page, letters_of, share_in_common, tell_apart
from omr.opencv import cv2
from tests.omr.forms.proposing.raster.drawn_tables import ROWS, filled_in, table_page, write
from tests.omr.forms.proposing.raster.pictures import Pixels


def _pages_of(copies: list[Pixels]) -> tuple[int, ...]:
    return tell_apart(agreements([letters_of(copy) for copy in copies]))


def test_that_pages_with_the_same_table_and_other_words_are_told_apart() -> None:
    copies = [filled_in(table_page(number % 2, title=number % 2), number, number % 3) for number in range(6)]

    assert _pages_of(copies) == (0, 1, 0, 1, 0, 1)


def test_that_it_takes_no_regular_turn_to_tell_pages_apart() -> None:
    copies = [filled_in(table_page(words), number) for number, words in enumerate((0, 0, 0, 1, 2, 1, 2, 2, 1))]

    assert _pages_of(copies) == (0, 0, 0, 1, 2, 1, 2, 2, 1)


def test_that_copies_of_one_page_stay_together_whatever_was_marked_and_written() -> None:
    copies = [filled_in(table_page(0), number, number % 4) for number in range(8)]

    assert _pages_of(copies) == (0,) * 8


def test_that_copies_whose_print_came_out_faint_are_of_the_same_page() -> None:
    copies = [filled_in(table_page(0), number) for number in range(6)]
    for number in (1, 4):
        copies[number] = (245 - 0.2 * (245 - copies[number].astype(np.float32))).astype(np.uint8)

    assert tell_apart(agreements([letters_of(copy) for copy in copies])) == (0,) * 6


def test_that_a_page_that_came_once_is_told_from_the_others() -> None:
    copies = [filled_in(table_page(int(number == 2)), number) for number in range(6)]

    assert _pages_of(copies) == (0, 0, 1, 0, 0, 0)


def test_that_a_page_whose_table_ends_sooner_is_another() -> None:
    copies = [filled_in(table_page(0, rows=ROWS - 3 * (number % 2)), number) for number in range(6)]

    assert _pages_of(copies) == (0, 1, 0, 1, 0, 1)


def test_that_rules_are_no_letters() -> None:
    page = np.full((1320, 1240), 245, np.uint8)
    for row in range(9):
        cv2.line(page, (40, 100 + 130 * row), (1200, 104 + 130 * row), 40, 4)
        cv2.line(page, (40 + 140 * row, 100), (40 + 140 * row, 1140), 40, 4)

    assert letters_of(page).sum() < 100


def test_that_two_copies_are_of_one_page_if_one_holds_the_words_of_the_other() -> None:
    blank, other = table_page(0), np.full((1320, 1240), 245, np.uint8)
    for line in range(8):
        write(other, "Thong bao ve viec khac " + "xyzwvutsr"[line:], (70, 130 + 140 * line), 1.2)

    assert is_one_page(share_in_common((letters_of(blank), letters_of(filled_in(blank, 1, 3)))))
    assert not is_one_page(share_in_common((letters_of(blank), letters_of(other))))


def test_that_marks_that_fall_together_by_chance_make_no_other_page() -> None:
    rng = np.random.default_rng(3)
    copies, printed, marked = 10, 60, 180
    places = rng.integers(3, size=(copies, marked))  # one of three cells of every row is marked
    found = np.full((copies, copies, printed + marked), 1.0, np.float32)
    for copy, other in np.ndindex(copies, copies):
        found[copy, other, printed:] = places[copy] == places[other]

    assert tell_apart(found) == (0,) * copies


def test_that_a_pale_copy_that_shows_a_part_of_every_letter_is_of_the_same_page() -> None:
    copies, tiles = 8, 120
    found = np.full((copies, copies, tiles), 0.98, np.float32)
    found[1:, 0] = np.linspace(0.55, 1.0, tiles)  # more than a third below what counts as found

    assert tell_apart(found) == (0,) * copies


def test_that_a_copy_that_lacks_whole_words_is_of_another_page() -> None:
    copies, tiles = 8, 120
    found = np.full((copies, copies, tiles), 0.98, np.float32)
    for odd in (1, 4):
        others = [copy for copy in range(copies) if copy not in (1, 4)]
        found[others, odd, :40] = 0.1

    assert tell_apart(found) == (0, 1, 0, 0, 1, 0, 0, 0)
