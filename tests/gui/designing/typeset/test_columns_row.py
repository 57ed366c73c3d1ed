"""The columns of a question's options: a row beside the page where the program sets them, and nowhere else."""

from dataclasses import replace

import pytest

from form_templates.editing.history import FormDocument
from gui.designing.form_editor import FormEditor
from gui.designing.questions.item_properties import ItemProperties
from gui.designing.questions.properties_panel import PropertiesPanel
from tests.form_templates.build import shipped


@pytest.fixture
def typeset_editor(qapp, tmp_path):
    form = shipped("sipas-2020")
    return FormEditor(tmp_path, FormDocument(replace(form, pages=())), form)


def test_that_columns_are_set_for_all_that_is_chosen(qtbot, english, typeset_editor):
    panel = PropertiesPanel(typeset_editor)
    qtbot.addWidget(panel)
    typeset_editor.choose_items(["a02", "a03"])
    columns = panel.of_items.columns
    assert (columns.isHidden(), columns.currentText()) == (False, "As they fit")

    columns.choose(2)

    assert {typeset_editor.form.item(each).columns for each in ("a02", "a03")} == {2}
    assert str(typeset_editor.document.undo_name) == "options of 2 questions set in 2 columns"
    typeset_editor.undo()
    assert columns.currentText() == "As they fit"
    for item_id in ("c01", "comment"):  # in a table; words
        typeset_editor.choose_items([item_id])
        assert columns.isHidden()


def test_that_a_form_made_elsewhere_has_no_columns_to_set(qtbot, editor):
    properties = ItemProperties(editor)
    qtbot.addWidget(properties)

    properties.show_items((editor.form.item("many"),), editor.form.language)

    assert properties.columns.isHidden()
