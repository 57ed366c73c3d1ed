"""What a form's printed instruction says about taking back: kept where it is said, and no trace where it is not."""

import json
from dataclasses import replace

import pytest

from form_templates.editing.adding import started_from
from form_templates.editing.codec import form_as_dict, form_from_dict
from form_templates.editing.history import FormDocument
from form_templates.editing.operations.taking_back import SetBlackenedBox, SetRingedMark
from form_templates.errors import FindingList, TemplateError
from form_templates.importing import definition_text, read_foreign_form
from form_templates.layout_files import layout_text
from form_templates.loading import load_template
from form_templates.model import MarkStyle
from form_templates.taking_back import NOTHING_SAID, PRINTED_ON_BOXES, BlackenedBox, RingedMark, TakingBack
from form_templates.typesetting.phrases import AGAIN_BOX, CANCEL_BOX
from tests.form_templates.build import SHIPPED, SMALL_DEFINITION, shipped, write_definition
from tests.form_templates.editing.build import form

WITHDRAWN = TakingBack(BlackenedBox.WITHDRAWN, RingedMark.WITHDRAWN)
SAID = replace(form(), taking_back=WITHDRAWN)


@pytest.mark.parametrize("said", [WITHDRAWN, TakingBack(BlackenedBox.CHOSEN), TakingBack(ringed=RingedMark.WITHDRAWN)])
def test_that_what_is_said_is_written_in_a_format_that_older_programs_refuse_and_kept(tmp_path, said):
    small = load_template(write_definition(tmp_path, SMALL_DEFINITION))

    text = definition_text(replace(small, taking_back=said))

    assert "format = 4\n" in text
    assert load_template(write_definition(tmp_path / "kept", text)).taking_back == said


def test_that_a_form_that_says_nothing_is_written_without_a_word_of_it(tmp_path):
    small = load_template(write_definition(tmp_path, SMALL_DEFINITION))

    assert small.taking_back == NOTHING_SAID
    assert "format = 1\n" in definition_text(small)
    for written in (definition_text(small), layout_text(form()), json.dumps(form_as_dict(form()))):
        assert "taking_back" not in written


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('blackened = "gone"', 'taking_back.blackened: "gone" is not known; wanted: "unsaid", "withdrawn", "chosen"'),
        ('ringed = "chosen"', 'taking_back.ringed: "chosen" is not known; wanted: "unsaid", "withdrawn"'),
        ('ring = "withdrawn"', 'taking_back.ring: unknown key "ring" (did you mean "ringed"?)'),
    ],
)
def test_that_a_word_nobody_knows_is_told_in_one_sentence(tmp_path, line, told):
    text = SMALL_DEFINITION.replace("[[scale]]", f"[taking_back]\n{line}\n\n[[scale]]", 1)

    with pytest.raises(TemplateError) as caught:
        load_template(write_definition(tmp_path, text))

    assert [f"{each.place}: {each.message}".partition(": ")[2] for each in caught.value.findings] == [told]


def test_that_a_layout_carries_it_to_another_program_and_back(tmp_path):
    path = tmp_path / "layout.json"
    path.write_text(layout_text(SAID), encoding="utf-8")
    findings = FindingList(path)

    assert json.loads(path.read_text())["taking_back"] == {"blackened": "withdrawn", "ringed": "withdrawn"}
    assert read_foreign_form(path, findings).taking_back == WITHDRAWN
    assert findings.findings == []


def test_that_a_layout_with_a_word_nobody_knows_is_told_in_one_sentence(tmp_path):
    path = tmp_path / "layout.json"
    path.write_text(layout_text(SAID).replace('"blackened": "withdrawn"', '"blackened": "maybe"'), encoding="utf-8")
    findings = FindingList(path)

    assert read_foreign_form(path, findings).taking_back == TakingBack(ringed=RingedMark.WITHDRAWN)
    assert [each.place for each in findings.findings] == ["taking_back.blackened"]


def test_that_it_is_said_and_unsaid_step_by_step():
    document = FormDocument(form())

    document.do(SetBlackenedBox(BlackenedBox.WITHDRAWN))
    document.do(SetRingedMark(RingedMark.WITHDRAWN))

    assert document.form == SAID
    assert form_from_dict(form_as_dict(document.form)) == SAID
    assert str(document.undo_name) == "a ring around a mark means that it is taken back"
    document.undo()
    assert document.form.taking_back == TakingBack(BlackenedBox.WITHDRAWN)
    document.undo()
    assert document.form == form()


def test_that_a_form_of_ours_started_from_one_made_elsewhere_does_not_take_over_its_instruction():
    assert started_from(SAID, "ours", "Phiếu", "").taking_back == NOTHING_SAID
    assert started_from(replace(SAID, pages=()), "ours", "Phiếu", "").taking_back == WITHDRAWN


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_a_shipped_form_says_what_its_printed_example_shows(template_id):
    template = shipped(template_id)

    assert template.taking_back == PRINTED_ON_BOXES
    assert {item.style for item in template.items() if item.kind.is_choice} == {MarkStyle.BOX}
    assert "tô đen" in AGAIN_BOX.vi
    assert "khoanh tròn" in CANCEL_BOX.vi
