"""Questions are dragged, renamed, merged, split and deleted in the list; properties are edits as they are typed."""

import pytest
from PySide6.QtTest import QTest

from form_templates.model import Condition, ItemKind, ItemRole, Language
from gui.designing.questions.option_table import Count
from gui.designing.questions.properties_panel import PropertiesPanel
from gui.designing.questions.question_tree import QuestionTree
from gui.designing.questions.tree_edits import LineKind, TreeCommand, TreeLine, edit_of, line_moved, moved_lines
from tests.form_templates.editing.build import ref


@pytest.fixture
def tree(qtbot, editor):
    made = QuestionTree(editor)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def panel(qtbot, english, editor):
    made = PropertiesPanel(editor)
    qtbot.addWidget(made)
    return made


def item_line(editor, item_id: str) -> TreeLine:
    return TreeLine(LineKind.ITEM, editor.form.section_of(item_id).section_id, item_id)


def ids(form, section: int) -> list[str]:
    return [item.item_id for item in form.sections[section].items]


def test_that_a_dropped_question_goes_where_it_was_dropped(editor):
    form = editor.form
    below = moved_lines(form, (item_line(editor, "c01"),), item_line(editor, "c02"), is_below=True)
    assert ids(below.applied_to(form), 0) == ["c02", "c01", "c03"]
    title = TreeLine(LineKind.SECTION, "rest")
    assert ids(moved_lines(form, (item_line(editor, "c01"),), title, is_below=True).applied_to(form), 1)[0] == "c01"
    assert moved_lines(form, (item_line(editor, "c01"),), item_line(editor, "c01"), is_below=True) is None


def test_that_a_question_moved_beyond_its_section_enters_the_next(editor):
    form = line_moved(editor.form, (item_line(editor, "c03"),), 1).applied_to(editor.form)
    assert (ids(form, 0), ids(form, 1)[0]) == (["c01", "c02"], "c03")
    assert ids(line_moved(form, (item_line(editor, "c02"),), -1).applied_to(form), 0) == ["c02", "c01"]


def test_that_a_line_that_is_renamed_changes_the_words_that_are_printed(tree, editor):
    leaf = tree.topLevelItem(0).child(1)
    leaf.setText(0, "Thời gian chờ")
    assert editor.form.item("c02").label.vi == "Thời gian chờ"
    assert tree.topLevelItem(0).child(1).text(0) == "Thời gian chờ"
    editor.undo()
    assert tree.topLevelItem(0).child(1).text(0) == "Câu 2"


def test_that_choosing_in_the_list_and_on_the_page_is_one(tree, editor):
    editor.choose_items(["many"])
    assert [line.item_id for line in tree.lines()] == ["many"]
    assert editor.page_number == 2
    tree.clearSelection()
    tree.topLevelItem(0).child(0).setSelected(True)
    assert {ref.item_id for ref in editor.chosen.refs} == {"c01"}
    assert editor.page_number == 1


def test_that_questions_are_merged_and_options_split_off(tree, editor):
    for row in (0, 1):
        tree.topLevelItem(0).child(row).setSelected(True)
    tree.run(TreeCommand.MERGE)
    assert ids(editor.form, 0) == ["c01", "c03"]
    assert len(editor.form.item("c01").options) == 10

    options = tuple(TreeLine(LineKind.OPTION, "rest", "many", value) for value in ("a", "b"))
    form = edit_of(TreeCommand.SPLIT, editor.form, options).applied_to(editor.form)
    assert [[option.value for option in item.options] for item in form.sections[1].items[:2]] == [["other"], ["a", "b"]]


def test_that_a_word_typed_is_one_entry_of_the_history(panel, editor):
    editor.choose_items(["c01"])
    field = panel.of_items.words
    QTest.keyClicks(field, "abc")
    assert editor.form.item("c01").label.vi == "abcCâu 1" or editor.form.item("c01").label.vi == "Câu 1abc"
    assert len(editor.document.done) == 1


def test_that_words_are_typed_in_the_language_that_is_switched_to(panel, editor):
    editor.choose_items(["c01"])
    panel.languages[Language.ENGLISH].click()
    assert panel.of_items.words.text() == ""
    QTest.keyClicks(panel.of_items.words, "Q")
    assert (editor.form.item("c01").label.vi, editor.form.item("c01").label.en) == ("Câu 1", "Q")


def test_that_kind_and_cap_are_set_for_all_that_is_chosen(panel, editor):
    editor.choose_items(["c01", "c02"])
    panel.of_items.kind.choose(ItemKind.MULTIPLE)
    panel.of_items.cap.setValue(3)
    assert {(editor.form.item(each).kind, editor.form.item(each).max_choices) for each in ("c01", "c02")} == {
        (ItemKind.MULTIPLE, 3)
    }


def test_that_what_the_chosen_questions_do_in_the_results_is_said_and_taken_back(panel, editor):
    role = panel.of_items.role
    editor.choose_items(["c01", "c02"])
    assert role.currentText() == "As implied: index criterion"
    role.choose(ItemRole.NEITHER)
    assert [item.role for item in editor.form.sections[0].items] == [
        ItemRole.NEITHER,
        ItemRole.NEITHER,
        ItemRole.IMPLIED,
    ]
    assert str(editor.document.undo_name) == "2 questions left out of the index"
    editor.choose_items(["c02", "c03"])
    assert role.currentText() == ""
    editor.undo()
    assert editor.form.item("c01").role is ItemRole.IMPLIED
    editor.choose_items(["many"])
    assert role.isHidden()


def test_that_a_question_is_asked_only_if_an_earlier_one_was_answered_so(panel, editor):
    asked = panel.of_items.asked
    editor.choose_items(["c02"])
    assert asked.question.currentText() == "Everyone"
    asked.question.choose("c01")
    asked.options["2"].click()
    assert editor.form.item("c02").asked_if == Condition("c01", frozenset("12"))
    asked.options["1"].click()
    asked.options["2"].click()  # the last one stays
    assert editor.form.item("c02").asked_if == Condition("c01", frozenset("2"))
    assert asked.options["2"].isChecked()
    asked.question.choose(None)
    assert editor.form.item("c02").asked_if is None
    assert not asked.options


def test_that_nothing_before_it_leaves_nothing_to_ask_a_question_by(panel, editor):
    editor.choose_items(["c01"])
    assert panel.of_items.asked.isHidden()
    editor.choose_items(["why"])
    assert panel.of_items.asked.question.value == "c01"
    assert panel.of_items.role.isHidden()


def test_that_an_option_counts_as_what_is_said(panel, editor):
    editor.choose_items(["c01"])
    table = panel.of_items.options
    table.count_as(editor.form.item("c01").options[2], Count.SATISFIED)
    table.count_as(editor.form.item("c01").options[4], Count.ABSENT)
    scale = editor.form.scale("level")
    assert (scale.satisfied, scale.dissatisfied) == ({"3", "4"}, {"1", "2"})
    assert editor.form.item("c02").options[4].is_not_applicable
    table.count_as(editor.form.item("c01").options[4], Count.DISSATISFIED)
    assert "5" in editor.form.scale("level").dissatisfied
    assert not editor.form.item("c01").options[4].is_not_applicable


def test_that_a_code_that_is_taken_is_put_back(panel, editor):
    editor.choose_items(["many"])
    cell = panel.of_items.options.table.item(0, 0)
    cell.setText("b")
    assert panel.of_items.options.table.item(0, 0).text() == "a"
    assert not editor.document.done


def test_that_the_place_of_the_chosen_areas_is_typed_in_millimetres(panel, editor):
    editor.choose([ref("c01", "1"), ref("c01", "2")])
    assert (panel.place.left.text(), panel.place.top.text()) == ("132.00", "40.00")
    panel.place.left.selectAll()
    QTest.keyClicks(panel.place.left, "133,5\r")
    QTest.keyClicks(panel.place.width_box, "x\r")
    assert panel.place.width_box.text() == "4.00"
    panel.place.width_box.type_mm(5.0)
    rects = [area.rect for area in editor.form.page(1).areas if area.option in ("1", "2")][:2]
    assert [(rect.x_mm, rect.w_mm) for rect in rects] == [(121.5, 5.0), (133.5, 5.0)]
    editor.undo()
    editor.undo()
    assert panel.place.left.text() == "132.00"
    editor.choose(())
    assert panel.place.isHidden()


def test_that_areas_are_moved_to_another_page(panel, editor):
    editor.choose_items(["c03"])
    panel.place.page.choose(2)
    assert editor.form.page_of("c03") == 2
    assert editor.page_number == 2
    assert [each.page for each in editor.chosen.refs] == [2] * 5
    editor.undo()
    assert editor.form.page_of("c03") == 1
