"""Pages of no form of the survey, tried again once their form was added: read then, and nothing else is changed."""

import shutil

import pytest

from form_templates.loading import load_template
from omr.batches.batch import read_again, read_batch
from omr.forms.more_forms import add_form
from omr.images.limits import DEFAULT_LIMITS
from omr.opencv import cv2
from omr.registration.blank_page import load_blank_pages
from omr.results import PageOutcome
from omr.survey.folder import Survey
from tests.omr.conftest import read_here, reads_here

pytestmark = reads_here


@pytest.fixture(scope="module")
def read_once(tmp_path_factory, empty_survey, short_template):
    """A survey of one form into which the blank page of another was read, for all to copy."""
    folder = tmp_path_factory.mktemp("once")
    blank = load_blank_pages(short_template, load_template(short_template))[0]
    cv2.imwrite(str(folder / "scan.png"), blank)
    with (
        pytest.MonkeyPatch.context() as patched,
        Survey.open(shutil.copytree(empty_survey, folder / "s")) as survey,
    ):
        read_here(patched)
        read_batch(survey, [folder / "scan.png"], jobs=1)
        (page,) = survey.pages()
    assert page.outcome is PageOutcome.FOREIGN
    return folder / "s"


@pytest.fixture
def folder(tmp_path, read_once):
    return shutil.copytree(read_once, tmp_path / "s")


def _try_again(folder):
    with Survey.open(folder) as survey:
        read_again(survey, [page.content_hash for page in survey.pages()], DEFAULT_LIMITS)
        (page,) = survey.of_form(survey.forms.templates[-1]).pages()
        return page, survey.store.batches.conditions(page.batch)


def test_that_a_page_of_no_form_is_read_by_the_form_that_was_added_since(folder, short_template):
    with Survey.open(folder) as survey:
        (before,) = survey.pages()
        add_form(survey, short_template)

    page, conditions = _try_again(folder)

    assert page.outcome is PageOutcome.READ
    assert page.identity.form == load_template(short_template).key
    assert (page.page_id, page.batch) == (before.page_id, before.batch)
    assert conditions.other_forms == (page.identity.form,)


def test_that_without_its_form_it_stays_of_no_form(folder):
    page, conditions = _try_again(folder)

    assert page.outcome is PageOutcome.FOREIGN
    assert conditions.other_forms == ()
