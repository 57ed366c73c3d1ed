"""A survey of several forms: each sees its own pages and answers, and none is lost."""

import pytest

from form_templates.loading import load_template
from form_templates.model import FormKey, ItemId
from omr.errors import RowDamaged
from omr.forms.more_forms import add_form
from omr.results import IdentitySource, ItemReading, PageIdentity, PageOutcome, PageReading
from omr.survey.folder import Survey
from omr.survey.form_errors import FormNotNamed, UnknownForm
from omr.survey.overview import survey_overview
from omr.survey.settings import load_settings
from omr.survey.status_lines import overview_lines
from tests.omr.build import deliver

SIPAS, SHORT = FormKey("sipas-2020", 2), FormKey("one-stop-short", 2)


def _read(survey, key, page=1, serial="000001"):
    """A page of a form of which every item was left blank and accepted."""
    template = survey.forms.get(key).template
    items = [item.item_id for item in template.items() if template.page_of(item.item_id) == page]
    identity = PageIdentity(*key, page, "09163", serial, IdentitySource.CODE)
    readings = tuple(ItemReading(item, (), 1e-6, frozenset()) for item in items)
    return PageReading(PageOutcome.READ, identity=identity, items=readings)


def _deliver(survey, *readings):
    for number, reading in enumerate(readings):
        deliver(survey, f"{number}.jpg", f"{number:064x}", reading)


def test_that_a_survey_begins_with_the_same_form_after_another_was_added(two_forms):
    assert two_forms.template.key == SIPAS
    assert two_forms.forms.keys == (SIPAS, SHORT)
    assert load_settings(two_forms.folder).more_forms == (SHORT,)
    assert "format = 2" in (two_forms.folder / "survey.toml").read_text(encoding="utf-8")


def test_that_a_survey_of_one_form_is_written_as_earlier_programs_know_it(survey):
    survey.change_settings(survey.settings)

    text = (survey.folder / "survey.toml").read_text(encoding="utf-8")
    assert "format = 1" in text
    assert "more_forms" not in text


def test_that_each_form_sees_its_own_pages_and_those_of_others_as_others(two_forms):
    _deliver(two_forms, _read(two_forms, SIPAS), _read(two_forms, SHORT, serial="000002"))

    short = two_forms.of_form(two_forms.forms.get(SHORT).template)

    assert [page.outcome for page in two_forms.pages()] == [PageOutcome.READ, PageOutcome.OTHER_FORM]
    assert [page.outcome for page in short.pages()] == [PageOutcome.OTHER_FORM, PageOutcome.READ]
    assert [page.detail for page in short.pages()] == ["sipas-2020-v2", ""]
    assert [response.sheet for response in two_forms.responses()] == ["000001"]
    assert [response.sheet for response in short.responses()] == ["000002"]
    assert [page.outcome for page in two_forms.pages_of_all_forms()] == [PageOutcome.READ, PageOutcome.READ]


def test_that_pages_of_two_forms_between_each_other_never_become_one_respondent(two_forms):
    _deliver(
        two_forms,
        _read(two_forms, SIPAS, 1, ""),
        _read(two_forms, SHORT, 1, ""),
        _read(two_forms, SIPAS, 2, ""),
    )

    pages = [[page.source for page in response.pages] for response in two_forms.responses()]

    assert pages == [["0.jpg"], ["2.jpg"]]


def test_that_print_outs_of_two_forms_with_one_number_stay_apart(two_forms):
    _deliver(two_forms, _read(two_forms, SIPAS, 1), _read(two_forms, SHORT, 1), _read(two_forms, SIPAS, 2))

    assert [len(response.pages) for response in two_forms.responses()] == [2]


def test_that_an_open_survey_learns_of_a_form_that_another_program_added(survey, short_template):
    with Survey.open(survey.folder) as other:
        add_form(other, short_template)
    with Survey.open(survey.folder) as other:
        _deliver(other, _read(other, SHORT))

    assert [page.outcome for page in survey.pages()] == [PageOutcome.OTHER_FORM]


def test_that_settings_changed_in_a_window_opened_before_keep_a_form_that_was_added(survey, short_template):
    with Survey.open(survey.folder) as other:
        add_form(other, short_template)

    survey.change_settings(survey.settings)

    assert load_settings(survey.folder).more_forms == (SHORT,)


def test_that_a_page_of_no_form_of_the_survey_is_damage(two_forms):
    identity = PageIdentity("other", 1, 1, "", "", IdentitySource.CODE)
    _deliver(two_forms, PageReading(PageOutcome.READ, identity=identity))

    with pytest.raises(RowDamaged, match="template_id"):
        two_forms.pages()


@pytest.mark.parametrize("name", ["one-stop-short", "one-stop-short-v2"])
def test_that_a_form_is_named_by_its_id_and_version_or_by_an_id_that_only_it_has(two_forms, name):
    assert two_forms.of_form_named(name).template.key == SHORT


@pytest.mark.parametrize("name", ["one-stop", "one-stop-short-v1", "v1"])
def test_that_a_form_that_is_not_there_is_named_with_those_that_are(two_forms, name):
    with pytest.raises(UnknownForm, match="sipas-2020-v2, one-stop-short-v2"):
        two_forms.of_form_named(name)


def test_that_of_several_forms_one_must_be_named(two_forms, survey):
    with pytest.raises(FormNotNamed, match="--form"):
        two_forms.of_form_named("")
    assert survey.of_form_named("") is survey


def test_that_what_was_printed_is_counted_by_form_and_numbered_together(two_forms):
    short = two_forms.of_form(two_forms.forms.get(SHORT).template)
    two_forms.store.issued.add({"09163": 1}, 3)  # by a program that knew one form
    two_forms.store.issued.add({"09163": 4}, 5, SHORT)
    two_forms.store.issued.add({"09163": 9}, 1, SIPAS)

    assert (two_forms.issued_copies(), short.issued_copies()) == ({"09163": 4}, {"09163": 5})
    assert two_forms.store.issued.next_serials() == {"09163": 10}


def test_that_status_tells_of_each_form(two_forms):
    _deliver(two_forms, _read(two_forms, SIPAS), _read(two_forms, SHORT, serial="000002"))

    overview = survey_overview(two_forms)

    assert overview["pages"]["read"] == overview["respondents"] == 2
    assert [(form["form"], form["pages_read"], form["respondents"]) for form in overview["forms"]] == [
        ("sipas-2020-v2", 1, 1),
        ("one-stop-short-v2", 1, 1),
    ]
    assert sum("form         " in line for line in overview_lines(overview)) == 2


def test_that_status_says_how_many_answers_are_flagged_for_want_of_their_page(two_forms):
    _deliver(two_forms, _read(two_forms, SIPAS))

    overview = survey_overview(two_forms)
    (line,) = (line for line in overview_lines(overview) if line.startswith("answers "))

    missing = sum(overview["answers"].values()) - len(two_forms.pages_of_all_forms()[0].readings)
    assert missing == overview["answers_not_delivered"] > 0
    assert line.endswith(f"; of those flagged {missing} on pages that were not delivered")


def test_that_status_of_one_form_tells_of_no_others(survey):
    assert not any(line.startswith("form ") for line in overview_lines(survey_overview(survey)))


def test_that_an_item_decided_in_one_form_is_nothing_of_another(two_forms):
    _deliver(two_forms, _read(two_forms, SHORT))
    asked = {item.item_id for item in load_template("one-stop-short").items()}

    (page,) = two_forms.of_form(two_forms.forms.get(SHORT).template).pages()

    assert set(page.readings) == {ItemId(each) for each in asked}
