"""A form that the program prints is started from another, kept in its folder, and versioned in its survey."""

from dataclasses import replace

import pytest

from form_templates.editing.adding import question_added, started_from
from form_templates.editing.operations.texts import FormText, RewordForm
from form_templates.errors import PrintError, TemplateError
from form_templates.layout_files import LAYOUT_NAME
from form_templates.loading import BLANK_NAME, DEFINITION_NAME, load_template
from form_templates.model import FormKey, FormTemplate, ItemId, Language, Section, Text
from omr.batches.batch import read_batch
from omr.errors import FolderNotEmpty
from omr.forms.form_pictures import typeset_pictures
from omr.forms.form_versions import as_editable, keep_form, save_form_files
from omr.forms.issuing import issue_forms
from omr.forms.template_import import write_definition_folder
from omr.survey.folder import Survey
from tests.form_templates.build import SMALL_DEFINITION

OLD, NEW = FormKey("small", 3), FormKey("small", 4)


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / DEFINITION_NAME).write_text(SMALL_DEFINITION, encoding="utf-8")
    return folder


@pytest.fixture
def survey(tmp_path, source):
    with Survey.create(tmp_path / "s", source) as made:
        yield made


def definition(template: FormTemplate) -> FormTemplate:
    return replace(template, pages=())


def changed(template: FormTemplate) -> FormTemplate:
    longer = question_added(template, ItemId("c01"), "", Text("Câu hỏi mới")).edit.applied_to(definition(template))
    return RewordForm(FormText.SUBTITLE, Language.VIETNAMESE, "Năm 2026").applied_to(longer)


def test_that_a_started_form_is_a_folder_from_which_it_loads_with_its_pages(tmp_path, source):
    form = started_from(load_template(source), "small-2026", "Phiếu năm 2026", "")
    made = write_definition_folder(form, tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == [DEFINITION_NAME]
    assert (made.key, made.title.vi) == (FormKey("small-2026", 1), "Phiếu năm 2026")
    assert definition(load_template(tmp_path / "new")) == form


def test_that_a_folder_that_holds_something_is_left_as_it_is(source):
    with pytest.raises(FolderNotEmpty):
        write_definition_folder(load_template(source), source)
    assert load_template(source).key == OLD


def test_that_a_form_of_a_wrong_name_makes_no_folder(tmp_path, source):
    with pytest.raises(TemplateError):
        write_definition_folder(replace(load_template(source), template_id="Năm 2026"), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_that_a_saved_form_is_what_its_folder_holds(source):
    form = changed(load_template(source))
    save_form_files(source, form)
    assert definition(load_template(source)) == form
    assert [path.name for path in source.iterdir()] == [DEFINITION_NAME]


def test_that_the_frozen_copy_of_a_form_on_which_nothing_rests_is_set_again(survey):
    before = (survey.template_folder / BLANK_NAME).read_bytes()
    form = as_editable(survey, survey.template)
    assert form.key == OLD
    kept = keep_form(survey, changed(form), OLD)
    assert kept.key == OLD
    with Survey.open(survey.folder) as again:
        assert {LAYOUT_NAME, BLANK_NAME} <= {path.name for path in again.template_folder.iterdir()}
        assert again.template.pages == typeset_pictures(changed(form), dpi=30)[0].pages
        assert (again.template_folder / BLANK_NAME).read_bytes() != before


def test_that_a_printed_form_becomes_another_version_that_can_be_printed(survey, tmp_path):
    issue_forms(survey, tmp_path / "old.pdf", [], 1)
    before = survey.template
    form = as_editable(survey, before)
    assert form.key == NEW
    keep_form(survey, changed(form), OLD)
    with Survey.open(survey.folder) as again:
        assert again.forms.keys == (OLD, NEW)
        assert again.forms.first.template == before
        assert definition(again.forms.named("small-v4").template) == changed(form)
        newer = again.of_form(again.forms.named("small-v4").template)
        assert issue_forms(newer, tmp_path / "new.pdf", [], 1).pages == 1


def test_that_each_printed_page_is_read_by_its_own_version(survey, tmp_path, reading_here):
    issue_forms(survey, tmp_path / "old.pdf", [], 1)
    keep_form(survey, changed(as_editable(survey, survey.template)), OLD)
    with Survey.open(survey.folder) as again:
        newer = again.of_form(again.forms.named("small-v4").template)
        issue_forms(newer, tmp_path / "new.pdf", [], 1)
        read_batch(again, [tmp_path / "old.pdf", tmp_path / "new.pdf"], jobs=1)
        read = [page.identity.form for page in again.pages_of_all_forms() if page.identity is not None]
    assert sorted(read) == [OLD, NEW]


def test_that_a_form_that_cannot_be_printed_is_not_saved(source):
    form = load_template(source)
    endless = replace(form.sections[0], intro=Text("một dòng\n" * 200))
    with pytest.raises(PrintError, match="higher than a page"):
        save_form_files(source, definition(replace(form, sections=(endless,))))
    assert load_template(source) == form


def test_that_pictures_of_a_form_with_mistakes_are_drawn_all_the_same(source):
    form = load_template(source)
    empty = Section("empty", Text(""), ())
    placed, pictures = typeset_pictures(definition(replace(form, sections=(*form.sections, empty))), dpi=30)
    assert len(placed.pages) == len(pictures) == 1
    assert pictures[0].shape[0] == 351, "30 dots to an inch of A4"
