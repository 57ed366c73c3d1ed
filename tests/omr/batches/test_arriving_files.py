"""Files of one batch are read while more of them arrive."""

import shutil
import threading

import pytest

from omr.batches.batch import read_arriving, read_batch
from omr.batches.order import BatchOrder
from omr.errors import BeingRead, Cancelled
from omr.results import PageOutcome
from omr.survey.folder import Survey
from omr.survey.work_lock import Work, working_alone


def test_that_files_that_arrive_one_after_the_other_are_one_batch_and_none_is_read_twice(tmp_path, empty_survey, pile):
    files = sorted(pile.folder.glob("*.jpg"))[:3]
    portions = [files[:2], files[2:], None]
    asked = []

    def next_files(least):
        asked.append(least)
        return portions.pop(0)

    with Survey.open(shutil.copytree(empty_survey, tmp_path / "s")) as survey:
        done = read_arriving(survey, next_files, BatchOrder(jobs=1))
        again = read_batch(survey, files, jobs=1)
        pages = survey.pages()

    assert asked == [32, 1, 1], "a batch learns from its first pages"
    assert done.outcomes[PageOutcome.READ] == 3
    assert (done.pages_finished, again.pages_finished) == (3, 0)
    assert [page.source for page in pages] == [file.name for file in files]
    assert {page.batch for page in pages} == {1}


def test_that_waiting_for_files_can_be_given_up_and_keeps_others_out(tmp_path, empty_survey):
    def given_up(_least):
        raise Cancelled

    with Survey.open(shutil.copytree(empty_survey, tmp_path / "s")) as survey:
        with pytest.raises(Cancelled):
            read_arriving(survey, given_up, BatchOrder(jobs=1), cancel=threading.Event())
        with working_alone(survey.folder, Work.READING), pytest.raises(BeingRead):
            read_arriving(survey, lambda _least: None, BatchOrder(jobs=1))
        assert not survey.pages()
