import subprocess
import sys
from pathlib import Path

import pytest

from form_templates.errors import TemplateError
from form_templates.loading import freeze_template, list_templates, load_template
from form_templates.model import ItemKind, Language, ScaleKind
from tests.form_templates.build import SHIPPED, SMALL_DEFINITION, shipped, write_definition


def findings_of(folder: Path) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        load_template(folder)
    return [f"{finding.place}|{finding.message}" for finding in caught.value.findings]


def broken(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    text = SMALL_DEFINITION
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return findings_of(write_definition(tmp_path, text))


def line_of(text: str) -> int:
    return SMALL_DEFINITION[: SMALL_DEFINITION.index(text)].count("\n") + 1


def test_that_three_templates_are_shipped():
    found = {(each.template_id, each.version, each.pages) for each in list_templates()}

    assert found == {("sipas-2020", 2, 2), ("sipas-2023", 2, 4), ("one-stop-short", 2, 1)}


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_every_text_of_a_shipped_template_is_in_both_languages(template_id):
    template = shipped(template_id)

    texts = [template.title, template.subtitle, template.instructions, template.closing, template.organisation]
    texts += [section.title for section in template.sections]
    texts += [item.label for item in template.items()]
    texts += [option.label for item in template.items() for option in item.options]

    assert all(text.in_language(Language.VIETNAMESE) and text.en for text in texts)
    assert "cần đối chiếu văn bản gốc" in template.note


def test_that_sipas_2020_asks_22_criteria_in_five_factors():
    template = shipped("sipas-2020")

    factors = [section for section in template.sections if section.is_factor]

    assert [len(factor.items) for factor in factors] == [4, 5, 6, 3, 4]
    assert [item.item_id for factor in factors for item in factor.items] == [f"c{n:02d}" for n in range(1, 23)]
    assert template.overall_item == "overall"
    assert template.item("a09").max_choices == 3
    assert template.item("a04").asked_if.values == {"late"}


def test_that_the_printed_scale_of_sipas_2020_runs_from_1_to_5():
    scale = shipped("sipas-2020").scale("satisfaction")

    assert [option.value for option in scale.options] == ["1", "2", "3", "4", "5"]
    assert scale.satisfied == {"4", "5"}
    assert scale.dissatisfied == {"1", "2"}


def test_that_sipas_2023_asks_33_statements():
    ids = [item.item_id for item in shipped("sipas-2023").items() if item.scale_id == "satisfaction"]

    assert ids == [f"s{n:02d}" for n in range(1, 34)]


def test_that_the_short_form_asks_every_kind_of_item():
    template = shipped("one-stop-short")

    kinds = {item.kind for item in template.items()}

    assert kinds == {ItemKind.SINGLE, ItemKind.TEXT, ItemKind.NUMBER}
    assert template.scale("nps").kind is ScaleKind.NPS
    assert len(template.item("recommend").options) == 11


def test_that_a_sound_definition_loads_with_its_places(tmp_path):
    template = load_template(write_definition(tmp_path))

    assert (template.template_id, template.version, len(template.pages)) == ("small", 3, 1)
    assert [(area.item_id, area.option) for area in template.pages[0].areas] == [
        ("c01", "1"),
        ("c01", "2"),
        ("c02", "a"),
        ("c02", "b"),
    ]


def test_that_all_mistakes_are_reported_at_once_with_line_and_place(tmp_path):
    found = broken(
        tmp_path,
        ('satisfied = ["2"]', 'satisfied = ["7"]'),
        ('id = "c02"\n', 'id = "c01"\n'),
        ("max_choices = 1", "max_choices = 4"),
        ('values = ["1"]', 'values = ["9"]'),
    )

    place = "section[1].item[2]"
    assert found == [
        f'line {line_of("satisfied =")}: scale[1].satisfied "level"|"7" is not a value of the scale',
        f'line {line_of("[[section.item]]" + chr(10) + "id = " + chr(34) + "c02")}: {place} "c01"|"c01" is used twice',
        f'line {line_of("max_choices")}: {place}.max_choices "c01"|the cap is 4, but there are only 2 options',
        f'line {line_of("asked_if")}: {place}.asked_if "c01"|"9" is not an option of "c01"',
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'options = [\n  { value = "a"',
            'optoins = [\n  { value = "a"',
            'unknown key "optoins" (did you mean "options"?)',
        ),
        ('kind = "multiple"', 'kind = "multipel"', '"multipel" is not known (did you mean "multiple"?)'),
        ('scale = "level"', 'scale = "levels"', 'there is no scale "levels"'),
        ('id = "c01"', 'id = "C 1"', '"C 1" is not a name'),
        ('id = "small"', 'id = "Small form"', '"Small form" is not a name'),
        ('id = "small"', 'id = "a-very-long-name-for-a-form"', "too long to be printed"),
        ('{ vi = "Câu một", en = "First" }', '{ en = "First" }', '"vi" is missing'),
        ('label = { vi = "Câu một", en = "First" }\n', "", '"label" is missing'),
        ('{ vi = "Câu một", en = "First" }', '"Câu một"', "must be a text like"),
        ("version = 3", 'version = "3"', "must be a whole number"),
        ("version = 3", "version = 0", "must be 1 or more"),
        ("is_factor = true", "is_factor = 1", "must be true or false"),
        ("format = 1\n", "", '"format" is missing'),
        ('item = "c01", values', 'item = "c02", values', '"c02" is not an earlier item'),
        ('item = "c01", values', 'item = "c77", values', '"c77" is not an earlier item'),
        ('value = "b"', 'value = "a"', '"a" is used twice'),
        ('value = "b"', 'value = "a;b"', "may hold letters, digits"),
        ('satisfied = ["2"]\n', "", "must say which values are satisfied"),
        ('dissatisfied = ["1"]', 'dissatisfied = ["2"]', "both satisfied and dissatisfied"),
        ("version = 3", 'version = 3\noverall_item = "c99"', 'there is no item "c99"'),
        ('kind = "multiple"', 'kind = "single"', 'a cap needs kind = "multiple"'),
        ('kind = "multiple"', 'kind = "number"\nstyle = "box"', "has no options"),
        ('id = "c02"', 'id = "c02"\nscale = "level"', 'either "scale" or "options"'),
        ("version = 3", "version = 3\ntypesetting = { edition = 3 }", "editions up to 2, not 3: update"),
        ("version = 3", 'version = 3\ntypesetting = { typeface = "serf" }', '(did you mean "serif"?)'),
        ("version = 3", "version = 3\ntypesetting = { text_pt = 40 }", "must be from 8.0 to 14.0 points"),
        ("version = 3", "version = 3\ntypesetting = { size = 9 }", 'unknown key "size"'),
        ('value = "b"', 'value = "bbb"', ""),
    ],
)
def test_that_a_mistake_is_named(tmp_path, old, new, message):
    changes = [(old, new)]
    if not message:  # a value too long to be printed into its area
        changes.append(('id = "c02"', 'id = "c02"\nstyle = "ring"'))
        message = "at most two characters"

    assert any(message in finding for finding in broken(tmp_path, *changes))


def test_that_a_newer_format_is_refused_before_anything_else(tmp_path):
    found = broken(tmp_path, ("format = 1", "format = 5"), ("version = 3", "versoin = 3"))

    assert found == [
        f"line {line_of('format')}: format|this file has format 5, this program knows formats up to 4: update Phiếu"
    ]


def test_that_a_syntax_error_names_its_line(tmp_path):
    (finding,) = broken(tmp_path, ("version = 3", "version = = 3"))

    assert finding == f"line {line_of('version')}|is not TOML: Invalid value"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b'format = 1\ntitle = "\xc4\x90\xff"', "is not UTF-8 text"),
        (b"format = 1", '"id" is missing'),
        (b"format = 1\nsection = 5", "must be an array of tables"),
        (b'format = 1\n[[section]]\nid = "a"\ntitle = { vi = "A" }\nitem = []', "the section has no items"),
    ],
)
def test_that_an_unusable_file_is_explained(tmp_path, content, message):
    (tmp_path / "template.toml").write_bytes(content)

    assert any(message in finding for finding in findings_of(tmp_path))


def test_that_a_missing_template_is_explained(tmp_path):
    assert findings_of(tmp_path / "nowhere") == ["|there is no such file, and no shipped template of that name"]


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_a_frozen_template_equals_its_source(tmp_path, template_id):
    frozen = freeze_template(template_id, tmp_path / "Đợt 1" / "mẫu")

    assert frozen == shipped(template_id)
    assert load_template(tmp_path / "Đợt 1" / "mẫu") == frozen
    assert (tmp_path / "Đợt 1" / "mẫu" / "blank.pdf").read_bytes().startswith(b"%PDF")


def test_that_loading_a_frozen_template_does_not_import_reportlab(tmp_path):
    freeze_template("sipas-2020", tmp_path)
    program = (
        "import sys; from form_templates.loading import load_template; load_template(sys.argv[1]);"
        "sys.exit('reportlab' in sys.modules or 'segno' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)

    assert done.returncode == 0


def test_that_a_layout_of_another_version_is_refused(tmp_path):
    freeze_template("one-stop-short", tmp_path)
    definition = tmp_path / "template.toml"
    definition.write_text(definition.read_text("utf-8").replace("version = 2", "version = 3", 1), "utf-8")

    assert "the layout is for one-stop-short 2, the definition for one-stop-short 3" in findings_of(tmp_path)[0]
