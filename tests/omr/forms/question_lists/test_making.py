"""A list becomes a form that is sound, typeset, and has its index."""

from dataclasses import replace
from pathlib import Path

import pytest

from form_templates.errors import PrintError, TemplateError
from form_templates.loading import load_template
from form_templates.model import Language, ScaleKind
from form_templates.taking_back import PRINTED_ON_BOXES
from omr.errors import FolderNotEmpty
from omr.forms.question_lists.listed import ListedKind, QuestionList
from omr.forms.question_lists.making import NEW_TYPESETTING, FormWish, build_form
from omr.forms.question_lists.new_template import new_template_lines, set_form, write_new_template
from omr.forms.question_lists.reading import read_question_list
from omr.forms.question_lists.settling import as_kind

RISING = "Rất không hài lòng; Không hài lòng; Bình thường; Hài lòng; Rất hài lòng"
LIST = (
    "A. Chung\n1. Giới tính: Nam / Nữ\n2. Tuổi: ....\nB. Phục vụ\n3. Thái độ phục vụ\n4. Nơi ngồi chờ\n"
    f"5. Phí và lệ phí: {RISING}\n6. Nhìn chung Ông/Bà có hài lòng không?\n"
)


def test_that_sections_that_are_rated_throughout_count_in_the_index():
    form = build_form(read_question_list(LIST))

    assert [section.is_factor for section in form.sections] == [False, True]
    assert form.overall_item == "q6"
    assert form.typesetting == NEW_TYPESETTING
    assert form.taking_back == PRINTED_ON_BOXES
    assert {scale.kind for scale in form.scales} == {ScaleKind.SATISFACTION}


def test_that_the_direction_of_a_scale_stays_as_written():
    form = build_form(read_question_list(LIST))
    falling, rising = form.scales

    assert [option.value for option in falling.options] == ["5", "4", "3", "2", "1"]
    assert [option.value for option in rising.options] == ["1", "2", "3", "4", "5"]
    assert falling.satisfied == rising.satisfied == {"4", "5"}
    assert rising.options[0].label.en == "Very dissatisfied"


def test_that_a_list_without_headings_has_an_index_too():
    form = build_form(read_question_list("1. Giới tính: Nam / Nữ\n2. Thái độ phục vụ\n3. Nơi ngồi chờ\n"))

    assert [section.is_factor for section in form.sections] == [True]


def test_that_a_form_is_written_and_loads(tmp_path: Path):
    definition = build_form(read_question_list(LIST), FormWish("kham-benh", "PHIẾU 2026"))

    written = write_new_template(definition, tmp_path / "t")

    assert load_template(tmp_path / "t") == written
    assert (written.template_id, written.title.vi, len(written.pages)) == ("kham-benh", "PHIẾU 2026", 1)
    with pytest.raises(FolderNotEmpty):
        write_new_template(definition, tmp_path / "t")


def test_that_how_many_may_be_chosen_is_printed_once():
    form = build_form(read_question_list("1. Cần gì (chọn tối đa 2)?\n- Nhà\n- Đất\n- Xe (hai bánh)\n"))

    item = form.item("q1")
    assert (item.label.vi, item.max_choices) == ("Cần gì?", 2)


def test_that_an_english_form_is_english_throughout():
    form = build_form(read_question_list("1. Are you well?\n2. How old are you?\n", Language.ENGLISH))

    assert form.title.in_language(Language.ENGLISH) == "SURVEY"
    assert [option.label.en for option in form.sections[0].items[0].options] == ["Yes", "No"]
    assert set_form(form).pages


@pytest.mark.parametrize("kind", ListedKind)
def test_that_a_question_of_any_kind_can_be_set(kind):
    found = read_question_list("1. Có gì mới?: A / B / C\n2. Không có gì\n")
    sections = tuple(
        replace(section, items=tuple(as_kind(item, kind, Language.VIETNAMESE) for item in section.items[:1]))
        for section in found.sections
    )

    assert set_form(build_form(replace(found, sections=sections))).pages


def test_that_an_id_that_is_none_is_told_and_nothing_written(tmp_path: Path):
    with pytest.raises(TemplateError, match="Xin Chào"):
        write_new_template(build_form(read_question_list(LIST), FormWish("Xin Chào")), tmp_path / "t")
    assert not (tmp_path / "t").exists()


def test_that_a_question_higher_than_a_page_is_told():
    options = "\n".join(f"- {'lua chon dai ' * 9}{number}" for number in range(60))

    with pytest.raises(PrintError, match="higher than a page"):
        set_form(build_form(read_question_list(f"1. Q?\n{options}")))


def test_that_the_same_names_get_different_ids():
    form = build_form(read_question_list("I. Phục vụ\n1. Tốt không?\nII. Phục vụ\n1. Tốt không?\n"))

    assert len({item.item_id for item in form.items()}) == 2
    assert len({section.section_id for section in form.sections}) == 2


def test_that_the_command_says_what_it_understood(tmp_path: Path):
    path = tmp_path / "câu hỏi.txt"
    path.write_text(LIST, encoding="utf-8")

    said = "\n".join(new_template_lines(path, tmp_path / "t", FormWish(), None))

    assert "Giới tính  [one answer: Nam / Nữ]" in said
    assert "five levels of satisfaction are used: 3. Thái độ phục vụ" in said
    assert load_template(tmp_path / "t").item("q1").label.vi == "Giới tính"


def test_that_an_empty_list_makes_no_form(tmp_path: Path):
    path = tmp_path / "nothing.txt"
    path.write_text("\n\n", encoding="utf-8")

    with pytest.raises(TemplateError, match="holds no list of questions"):
        list(new_template_lines(path, tmp_path / "t", FormWish(), None))
    assert QuestionList(()).sections == ()
