"""The order in which a run reads: further pages of opened files first, then files as they are taken in."""

from pathlib import Path

from omr.batches.intake import ScanTask
from omr.batches.run import TaskQueue
from omr.batches.worker import PageTask


def _file(name, batch=1):
    return ScanTask(PageTask(Path(name), name, 1), f"{name}.pdf", batch, opens_file=True)


def _names(tasks):
    found = []
    while task := tasks.next():
        found.append((task.page.content_hash, task.page.page_in_file))
    return found


def test_that_further_pages_of_an_opened_file_come_before_the_next_file():
    tasks = TaskQueue(iter([_file("a"), _file("b")]))

    tasks.add_pages_of(tasks.next(), 3)

    assert _names(tasks) == [("a", 2), ("a", 3), ("b", 1)]
    assert tasks.is_empty


def test_that_pages_looked_at_ahead_are_still_to_be_read_in_their_order():
    tasks = TaskQueue(iter([_file("a"), _file("b"), _file("c")]))

    ahead = tasks.look_ahead(2)

    assert [task.page.content_hash for task in ahead] == ["a", "b"]
    assert _names(tasks) == [("a", 1), ("b", 1), ("c", 1)]


def test_that_a_task_put_back_is_the_next_one_again_with_its_batch():
    tasks = TaskQueue(iter([_file("a", batch=2), _file("b")]))

    task = tasks.next()
    tasks.put_back(task)

    assert not tasks.is_empty
    assert tasks.next() == task
    assert (task.batch, tasks.next().batch, tasks.next()) == (2, 1, None)


def test_that_files_are_not_taken_in_before_they_are_asked_for():
    taken = []
    tasks = TaskQueue(taken.append(name) or _file(name) for name in "abc")

    tasks.look_ahead(2)
    tasks.next()

    assert taken == ["a", "b"]
