"""What a batch tells while it reads."""

from omr.batches.report import PageCounter


def test_that_pages_expected_later_count_at_once_and_skipped_files_do_not():
    told = []
    counter = PageCounter(3, told.append)

    counter.expect(1)  # a file has one page more
    counter.finish("a.pdf")
    counter.expect(-1)
    counter.tell("b.pdf")  # skipped
    counter.finish("a.pdf")

    assert [(each.done, each.source) for each in told] == [(1, "a.pdf"), (1, "b.pdf"), (2, "a.pdf")]
    assert counter.done == 2


def test_that_the_time_left_is_unknown_before_the_first_page_and_nothing_after_the_last():
    told = []
    counter = PageCounter(1, told.append)

    counter.tell("a.pdf")
    counter.finish("a.pdf")

    assert (told[0].pages_per_second, told[0].remaining_s) == (0.0, None)
    assert told[1].pages_per_second > 0
    assert told[1].remaining_s == 0.0
