"""What a batch learns of the blank print, and what it must not learn."""

from dataclasses import replace

import numpy as np

from omr.marks.learned_blank import EmptyAreas, learn_blank, pack_learned, unpack_learned, with_learned

_GHOST = slice(24, 32)  # the middle of a patch


def _with_ghosts(form, darkness):
    """The form as somebody rebuilt it from sheets on which everything was marked."""
    blank = form.pages[0].blank.copy()
    blank[:, _GHOST, _GHOST] = darkness
    return replace(form, pages=(replace(form.pages[0], blank=blank), *form.pages[1:]))


def _copies(form, number, rng, areas=None):
    """Empty areas of some sheets of page 1, with the noise of a scanner."""
    blank = form.pages[0].blank
    chosen = np.arange(len(blank)) if areas is None else areas
    noisy = [blank[chosen] + rng.normal(0, 0.02, blank[chosen].shape) for _ in range(number)]
    levels = [np.rint(np.clip(each, 0, 1) * 200).astype(np.uint8) for each in noisy]
    return [EmptyAreas(1, chosen, each, form.template.key) for each in levels]


def test_that_ghosts_in_the_template_are_unlearned_from_empty_copies(form):
    haunted = _with_ghosts(form, 0.6)

    learned = learn_blank(_copies(form, 8, np.random.default_rng(1)), haunted)

    assert list(learned) == [1]
    np.testing.assert_allclose(learned[1][:, _GHOST, _GHOST], form.pages[0].blank[:, _GHOST, _GHOST], atol=0.05)


def _haunted_everywhere(form, darkness):
    """The form with ghosts on all of its pages."""
    blanks = [page.blank.copy() for page in form.pages]
    for blank in blanks:
        blank[:, _GHOST, _GHOST] = darkness
    return replace(
        form, pages=tuple(replace(page, blank=blank) for page, blank in zip(form.pages, blanks, strict=True))
    )


def _copies_of_page(form, number, count, rng):
    """Empty areas of some sheets of one page."""
    alone = replace(form, pages=(form.pages[number - 1],))
    return [replace(each, page=number) for each in _copies(alone, count, rng)]


def test_that_every_page_of_a_form_learns_from_its_own_copies(form):
    rng = np.random.default_rng(5)

    learned = learn_blank(
        _copies_of_page(form, 2, 8, rng) + _copies_of_page(form, 1, 8, rng), _haunted_everywhere(form, 0.6)
    )

    assert sorted(learned) == [1, 2]
    for number in (1, 2):
        printed = form.pages[number - 1].blank
        np.testing.assert_allclose(learned[number][:, _GHOST, _GHOST], printed[:, _GHOST, _GHOST], atol=0.05)


def test_that_a_page_of_which_no_copies_came_learns_nothing_from_the_others(form):
    haunted = _haunted_everywhere(form, 0.6)

    learned = learn_blank(_copies_of_page(form, 2, 8, np.random.default_rng(6)), haunted)

    assert list(learned) == [2]
    used = with_learned(haunted, learned)
    np.testing.assert_array_equal(used.pages[0].blank, haunted.pages[0].blank)


def test_that_nothing_is_learned_where_the_template_is_right(form):
    assert learn_blank(_copies(form, 12, np.random.default_rng(2)), form) == {}


def test_that_areas_hardly_anybody_left_empty_keep_the_template_s_look(form):
    haunted = _with_ghosts(form, 0.6)
    rng = np.random.default_rng(3)
    popular, others = np.array([4]), np.delete(np.arange(len(form.pages[0].blank)), 4)
    copies = _copies(form, 8, rng, others) + _copies(form, 3, rng, popular)  # eight sheets, five of them marked there

    learned = learn_blank(copies, haunted)

    np.testing.assert_array_equal(learned[1][4], haunted.pages[0].blank[4])
    assert learned[1][5][_GHOST, _GHOST].max() < 0.3


def test_that_a_few_marks_taken_for_empty_are_not_learned(form):
    haunted = _with_ghosts(form, 0.6)
    copies = _copies(form, 9, np.random.default_rng(4))
    for copy in copies[:4]:
        copy.pictures[:, 10:46, 26:30] = 200  # a stroke

    learned = learn_blank(copies, haunted)

    strokes = learned[1][:, 10:46, 26:30] - form.pages[0].blank[:, 10:46, 26:30]
    assert strokes.max() < 0.15


def test_that_what_was_learned_is_kept_and_used(form):
    learned = {1: np.full_like(form.pages[0].blank, 0.25)}

    key = form.template.key
    packed = pack_learned({key: learned}, key)
    used = with_learned(form, unpack_learned(packed))

    assert packed == pack_learned({key: learned}, key)
    np.testing.assert_allclose(used.pages[0].blank, 0.25)
    np.testing.assert_array_equal(used.pages[1].blank, form.pages[1].blank)
    assert used.pages[0].layout == form.pages[0].layout
