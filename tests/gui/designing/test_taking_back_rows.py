"""What a form says about taking back is chosen beside it, of forms made elsewhere and of those that we print."""

from dataclasses import replace

from form_templates.editing.history import FormDocument
from form_templates.taking_back import NOTHING_SAID, BlackenedBox, RingedMark, TakingBack
from gui.designing.form_editor import FormEditor
from gui.designing.questions.properties_panel import FormProperties
from gui.designing.questions.typeset_properties import TypesetProperties
from tests.form_templates.build import shipped


def shown(properties, editor):
    """Let properties follow the form as the panel does."""
    properties.retranslate()
    editor.changed.connect(lambda _before: properties.show_form(editor.form, editor.form.language))
    properties.show_form(editor.form, editor.form.language)
    return properties.taking_back


def test_that_what_the_form_says_is_chosen_and_taken_back_step_by_step(qtbot, english, editor):
    properties = FormProperties(editor)
    qtbot.addWidget(properties)
    rows = shown(properties, editor)
    assert (rows.blackened.currentText(), rows.ringed.currentText()) == ("the form does not say",) * 2

    rows.blackened.choose(BlackenedBox.WITHDRAWN)
    rows.ringed.choose(RingedMark.WITHDRAWN)

    assert editor.form.taking_back == TakingBack(BlackenedBox.WITHDRAWN, RingedMark.WITHDRAWN)
    assert (rows.blackened.currentText(), rows.ringed.currentText()) == ("the mark is taken back",) * 2
    editor.undo()
    assert rows.ringed.currentText() == "the form does not say"
    editor.undo()
    assert editor.form.taking_back == NOTHING_SAID
    assert rows.blackened.currentText() == "the form does not say"


def test_that_a_form_that_we_print_has_the_same_rows(qtbot, english, tmp_path):
    form = shipped("one-stop-short")
    editor = FormEditor(tmp_path, FormDocument(replace(form, pages=())), form)
    properties = TypesetProperties(editor)
    qtbot.addWidget(properties)
    rows = shown(properties, editor)

    rows.blackened.choose(BlackenedBox.CHOSEN)

    assert editor.form.taking_back.blackened is BlackenedBox.CHOSEN
    assert rows.blackened.currentText() == "it is chosen"
