"""The pages of a survey's places are built when they are wanted, and then know what went on before."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from form_templates.model import Language
from gui.scan.scan_page import ScanPage
from gui.survey_places import SurveyPages, SurveyPlace


@pytest.fixture
def built():
    """The places whose pages were built, in that order."""
    return []


@pytest.fixture
def pages(qtbot, built):
    """Pages with a layout each."""

    def make(place):
        built.append(place)
        page = QWidget()
        QVBoxLayout(page)
        return page

    pages = SurveyPages({place: lambda place=place: make(place) for place in SurveyPlace})
    qtbot.addWidget(pages)
    return pages


def test_that_a_page_is_built_once_and_not_before_somebody_goes_there(pages, built):
    pages.show_place(SurveyPlace.REVIEW)
    pages.show_place(SurveyPlace.FORM)
    pages.show_place(SurveyPlace.REVIEW)

    assert built == [SurveyPlace.REVIEW, SurveyPlace.FORM]
    assert set(pages.built) == {pages.page(SurveyPlace.REVIEW), pages.page(SurveyPlace.FORM)}
    assert not pages.is_built(SurveyPlace.RESULTS)


def test_that_building_a_page_shows_no_other_place(pages):
    pages.show_place(SurveyPlace.RECHECK)
    pages.show()

    for place in SurveyPlace:
        page = pages.page(place)
        assert pages.place is SurveyPlace.RECHECK
        assert page.isVisible() is (place is SurveyPlace.RECHECK)
    assert pages.count() == len(SurveyPlace)


def test_that_pages_built_later_have_the_margin_of_the_others(pages):
    before = pages.page(SurveyPlace.SCAN)
    pages.set_margin(7)

    for page in (before, pages.page(SurveyPlace.RESULTS)):
        assert page.layout().contentsMargins().left() == page.layout().contentsMargins().bottom() == 7


def test_that_an_open_survey_builds_only_what_is_shown_or_works_unseen(window, survey):
    window.show_survey(survey.of_form(survey.template))

    assert [type(page) for page in window.survey_view.stack.built] == [ScanPage]


def test_that_a_place_first_seen_while_pages_are_read_says_so_in_the_language_of_then(window, survey, monkeypatch):
    window.show_survey(survey.of_form(survey.template))
    window.set_language(Language.ENGLISH)
    monkeypatch.setattr(type(window.survey_view.workspace), "is_reading", True)

    window.survey_view.go_to(SurveyPlace.RECHECK)

    assert window.survey_view.recheck_page.overview.card.verdict.text() == "Pages are being read"
