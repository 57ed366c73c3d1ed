"""Strips flow onto pages: headings stay with what follows, tables repeat their heads, nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from exports.report.page_flow import Strip, flow, space, table

HEIGHT_MM = 100.0


def strip(height_mm: float = 10.0, **options) -> Strip:
    return Strip(height_mm, lambda pen: None, **options)


def pages_of(*strips: Strip) -> list[list[Strip]]:
    return [[placed.strip for placed in page] for page in flow(strips, HEIGHT_MM)]


def test_that_a_heading_moves_on_with_what_follows() -> None:
    heading, text = strip(keeps_with_next=True), strip(30.0)

    pages = pages_of(strip(65.0), heading, text)

    assert pages[1] == [heading, text]


def test_that_a_table_repeats_its_head_and_leaves_no_few_rows_alone() -> None:
    head = strip(5.0)
    rows = table([strip() for _ in range(11)], head)

    first, second = pages_of(*rows)

    assert first == [head, *rows[:7]]  # nine have room; then two would stand alone
    assert second == [head, *rows[7:]]


def test_that_a_short_table_is_not_split() -> None:
    head = strip(5.0)
    rows = table([strip() for _ in range(8)], head)

    first, second = pages_of(strip(40.0), *rows)

    assert (len(first), second) == (1, [head, *rows])


def test_that_white_space_disappears_at_the_top_of_a_page() -> None:
    last = strip(50.0)

    pages = pages_of(strip(95.0), space(8.0), last)

    assert pages[1] == [last]


def test_that_a_part_may_start_a_page() -> None:
    first, part = strip(), strip(starts_page=True)

    assert pages_of(first, part) == [[first], [part]]


@given(st.lists(st.tuples(st.floats(1.0, 60.0), st.booleans()), max_size=40))
def test_that_every_strip_stands_on_one_page_in_order_and_inside_it(made: list[tuple[float, bool]]) -> None:
    strips = [strip(height_mm, keeps_with_next=keeps) for height_mm, keeps in made]

    pages = flow(strips, HEIGHT_MM)

    assert [placed.strip for page in pages for placed in page] == strips
    for page in pages:
        ends = [placed.y_mm + placed.strip.height_mm for placed in page]
        assert all(end <= HEIGHT_MM + 1e-6 for end in ends)
        assert all(later.y_mm >= end - 1e-6 for end, later in zip(ends, page[1:], strict=False))
