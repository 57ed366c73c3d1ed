import json
import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from form_templates.definition import read_definition
from form_templates.errors import FindingList, TemplateError
from form_templates.importing import definition_text, read_foreign_form
from form_templates.layout_files import write_layout
from form_templates.loading import DEFINITION_NAME, freeze_template, load_template
from form_templates.model import FormTemplate, ItemKind, MarkStyle, Text, Typeface, Typesetting
from form_templates.taking_back import NOTHING_SAID
from form_templates.toml_files import read_toml
from tests.form_templates.build import SHIPPED, foreign_area, foreign_layout, shipped
from tests.form_templates.editing.build import form

ONE_AREA = json.dumps(foreign_layout([foreign_area("q", "1", 20)]))


def read(folder: Path, layout: dict | str) -> tuple[FormTemplate, list[str]]:
    path = folder / "given.json"
    path.write_text(layout if isinstance(layout, str) else json.dumps(layout), encoding="utf-8")
    findings = FindingList(path)
    template = read_foreign_form(path, findings)
    return template, [f"{finding.place}|{finding.message}" for finding in findings.findings]


def saved(template: FormTemplate, folder: Path) -> Path:
    folder.mkdir()
    (folder / DEFINITION_NAME).write_text(definition_text(template), encoding="utf-8")
    write_layout(template, folder / "layout.json")
    for page in template.pages:
        (folder / f"blank-{page.number}.png").touch()
    return folder


def test_that_items_and_options_come_in_order_of_first_appearance(tmp_path):
    areas = [
        foreign_area("p1.Q2", "B", 20),
        foreign_area("p1.Q1", "x", 30, kind="multiple", style="cross"),
        foreign_area("p1.Q2", "A", 40),
    ]
    template, findings = read(tmp_path, foreign_layout(areas, [foreign_area("p2.1a", "1", 20)]))

    assert findings == []
    assert [(item.item_id, item.kind, [option.value for option in item.options]) for item in template.items()] == [
        ("p1.Q2", ItemKind.SINGLE, ["B", "A"]),
        ("p1.Q1", ItemKind.MULTIPLE, ["x"]),
        ("p2.1a", ItemKind.SINGLE, ["1"]),
    ]
    assert template.item("p1.Q1").style is MarkStyle.CROSS
    assert (template.template_id, template.version, len(template.sections)) == ("Theirs_2", 4, 1)


def test_that_labels_are_carried_and_names_stand_in_for_missing_ones(tmp_path):
    areas = [
        foreign_area("q1", "1", 20, label="Rất\ntốt\x00"),
        foreign_area("q1", "2", 30, label={"en": "Bad"}),
        foreign_area("q1", "3", 40),
    ]
    layout = foreign_layout(areas)
    layout["title"] = {"vi": "Phiếu cũ", "en": "Old form"}
    layout["items"] = [{"item": "q1", "label": "Câu một", "kind": "multiple"}]

    template, findings = read(tmp_path, layout)

    assert findings == []
    assert template.title == Text("Phiếu cũ", "Old form")
    item = template.item("q1")
    assert (item.label, item.kind) == (Text("Câu một"), ItemKind.MULTIPLE)
    assert [option.label for option in item.options] == [Text("Rất tốt"), Text("Bad", "Bad"), Text("3")]


def test_that_the_definition_loads_as_the_form_that_was_read(tmp_path):
    areas = [foreign_area("p1.Q-1", "first", 20, style="ring"), foreign_area("p1.Q-1", "b.2", 30, label='"Tốt" \\ {x}')]
    template, _ = read(tmp_path, foreign_layout(areas))

    folder = saved(template, tmp_path / "mẫu")

    assert load_template(folder) == template
    assert "# A form that exists on paper" in (folder / DEFINITION_NAME).read_text("utf-8")


def test_that_a_form_of_ours_keeps_its_writing_fields(tmp_path):
    ours = shipped("sipas-2020")
    write_layout(ours, tmp_path / "ours.json")

    template, findings = read(tmp_path, (tmp_path / "ours.json").read_text("utf-8"))

    assert findings == []
    texts = {item.item_id for item in ours.items() if not item.kind.is_choice}
    assert texts == {item.item_id for item in template.items() if item.kind is ItemKind.TEXT}
    assert len(texts) >= 1
    assert [option.value for item in template.items() for option in item.options if option.has_write_in] == [
        option.value for item in ours.items() for option in item.options if option.has_write_in
    ]
    assert load_template(saved(template, tmp_path / "again")).pages == ours.pages


def test_that_names_may_be_any_text_and_become_codes_with_the_text_as_label(tmp_path):
    names = ["strongly agree", "Đồng ý", "Không đồng ý!", "dong_y", "☺", "a;b", "3", "Ý kiến khác: " + "x" * 60]
    areas = [foreign_area("Câu 1. Thái độ", name, 20 + 10 * place) for place, name in enumerate(names)]
    areas[0]["label"] = "Rất đồng ý"
    layout = foreign_layout(areas)
    layout["template"] = "Phiếu hỏi 2026 (bản in)"

    template, findings = read(tmp_path, layout)

    (item,) = template.items()
    assert not findings
    assert (template.template_id, template.title.vi) == ("phieu-hoi-2026-ban-in", "Phiếu hỏi 2026 (bản in)")
    assert (item.item_id, item.label.vi) == ("cau_1_thai_do", "Câu 1. Thái độ")
    assert [(option.value, option.label.vi) for option in item.options] == [
        ("strongly_agree", "Rất đồng ý"),
        ("dong_y_2", "Đồng ý"),
        ("khong_dong_y", "Không đồng ý!"),
        ("dong_y", "dong_y"),
        ("option_5", "☺"),
        ("a_b", "a;b"),
        ("3", "3"),
        ("y_kien_khac_" + "x" * 28, names[-1]),
    ]
    assert [area.option for page in template.pages for area in page.areas] == [each.value for each in item.options]


def test_that_items_whose_names_differ_in_accents_alone_stay_two(tmp_path):
    areas = [foreign_area(name, "1", 20 + 10 * place) for place, name in enumerate(["tờ", "tó", "to", "Tờ"])]

    template, findings = read(tmp_path, foreign_layout(areas))

    assert not findings
    assert [item.item_id for item in template.items()] == ["to_2", "to_3", "to", "to_4"]


def test_that_a_name_in_other_bytes_is_the_same_name(tmp_path):
    name = "Rất tốt"
    written = [unicodedata.normalize(form, name) for form in ("NFC", "NFD")]
    areas = [foreign_area("q1", name, 20 + 10 * place) for place, name in enumerate(written)]

    _, findings = read(tmp_path, foreign_layout(areas))

    assert findings == ['pages "q1=rat_tot"|the option has 2 response areas']


def test_that_a_write_in_stays_with_its_option(tmp_path):
    layout = foreign_layout([foreign_area("q1", "Khác (ghi rõ)", 20), foreign_area("q1", "Không", 40)])
    layout["pages"][0]["fields"] = [
        {"item": "q1", "option": "Khác (ghi rõ)", "x_mm": 20, "y_mm": 60, "w_mm": 50, "h_mm": 8}
    ]

    template, findings = read(tmp_path, layout)

    (item,) = template.items()
    assert not findings
    assert [(option.value, option.has_write_in) for option in item.options] == [("khac_ghi_ro", True), ("khong", False)]


def test_that_every_kind_of_mistake_is_told_in_one_go(tmp_path):
    broken = foreign_area("q9", "1", 100)
    del broken["x_mm"]
    areas = [
        foreign_area("q1", "1", 20),
        foreign_area("q1", "1", 30),
        foreign_area("q2", "1", 208),
        broken,
        foreign_area("q3", "1", 40, w_mm=float("nan")),
        foreign_area("q4", "1", 50, h_mm=-3),
        foreign_area("q5", "1", 60, kind="single"),
        foreign_area("q5", "2", 70, kind="multiple"),
        foreign_area("q8", "1", 110, kind="text"),
    ]
    layout = foreign_layout(areas, [], [])
    layout["pages"][2]["page"] = 1
    layout["items"] = [{"item": "q77", "label": "Không có"}]

    _, findings = read(tmp_path, layout)

    assert findings == [
        'pages[1].areas[4]|"x_mm" is missing: wanted a number',
        "pages[1].areas[5].w_mm|must be a number of ordinary size",
        'pages[1].areas[8].kind|"q5" is "multiple" here, but "single" before',
        'pages[1].areas[9].kind|"q8" has response areas: it is "single" or "multiple", not "text"',
        'items[1] "q77"|no response area and no writing field belongs to this item',
        "pages|page 1 comes 2 times",
        'pages[1] "q2=1"|the response area is not on the paper',
        'pages[1] "q4=1"|the response area is not on the paper',
        'pages "q1=1"|the option has 2 response areas',
    ]


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        ('{"template": "t", "pages": []}', "the layout has no pages"),
        (json.dumps(foreign_layout([])), "the layout has no response areas"),
        ('{"template": "t"}', '"pages" is missing'),
        ('{"pages": 3}', "must be an array of tables"),
        ('{"template": "t", "pages": [{"areas": [7]}]}', '"page" is missing'),
        (ONE_AREA.replace("210.0", "2480"), "are these pixels?"),
        (ONE_AREA.replace("210.0", "1e999"), "of ordinary size"),
        (ONE_AREA.replace("210.0", "0"), "is no paper"),
        (
            json.dumps(foreign_layout([foreign_area("q", "1", 20)])).replace('"page": 1', '"page": 3'),
            "page 1 is missing",
        ),
        (
            json.dumps(foreign_layout([foreign_area("q", "1", 20)])).replace('"page": 1', f'"page": 1{"0" * 8}'),
            "page 20 ",
        ),
        (json.dumps(foreign_layout([foreign_area("q", "1", 20, label=5)])), "must be a text, or one like"),
    ],
)
def test_that_a_mistake_is_named(tmp_path, layout, message):
    _, findings = read(tmp_path, layout)

    assert any(message in finding for finding in findings), findings


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is not JSON"),
        ("[1, 2]", "must hold one JSON object"),
        ("[" * 100_000, "beyond all measure"),
        (f'{{"version": {"9" * 5000}}}', "beyond all measure"),
    ],
)
def test_that_what_is_no_layout_at_all_is_refused(tmp_path, content, message):
    with pytest.raises(TemplateError, match=message):
        read(tmp_path, content)


def test_that_pages_may_come_in_any_order(tmp_path):
    layout = foreign_layout([foreign_area("q1", "1", 20)], [foreign_area("q2", "1", 20)])
    layout["pages"].reverse()

    template, findings = read(tmp_path, layout)

    assert findings == []
    assert [page.number for page in template.pages] == [1, 2]
    assert [item.item_id for item in template.items()] == ["q1", "q2"]


def test_that_a_missing_blank_page_is_told(tmp_path):
    template, _ = read(tmp_path, foreign_layout([foreign_area("q", "1", 20)], []))
    folder = saved(template, tmp_path / "theirs")
    (folder / "blank-2.png").unlink()

    with pytest.raises(TemplateError) as caught:
        load_template(folder)

    (finding,) = caught.value.findings
    assert (finding.path.name, finding.message) == (
        "blank-2.png",
        "the blank print of page 2 is missing: put its image here",
    )


def test_that_freezing_keeps_the_page_images_and_nothing_else(tmp_path):
    template, _ = read(tmp_path, foreign_layout([foreign_area("q", "1", 20)], []))
    folder = saved(template, tmp_path / "theirs")
    (folder / "blank-2.png").write_bytes(b"two")
    (folder / "blank-old.png").touch()

    frozen = freeze_template(folder, tmp_path / "frozen")

    assert frozen == template
    assert (tmp_path / "frozen" / "blank-2.png").read_bytes() == b"two"
    assert sorted(path.name for path in (tmp_path / "frozen").iterdir()) == [
        "blank-1.png", "blank-2.png", "layout.json", "template.toml",
    ]  # fmt: skip


def test_that_a_page_of_a_thousand_areas_is_checked_without_comparing_all_with_all(tmp_path):
    areas = [foreign_area(f"q{n // 20}", str(n % 20), 10 + 9 * (n % 20), y_mm=10 + 5 * (n // 20)) for n in range(1000)]
    areas[999] |= {"x_mm": areas[500]["x_mm"] + 1, "y_mm": areas[500]["y_mm"] + 1}

    _, findings = read(tmp_path, foreign_layout(areas))

    assert findings == ['pages[1] "q25=0"|the response area overlaps "q49=19"']


def test_that_of_many_areas_in_one_heap_some_are_named_once_each(tmp_path):
    _, findings = read(tmp_path, foreign_layout([foreign_area(f"q{n}", "A", 20 + n / 100) for n in range(50)]))

    assert len(findings) == len(set(findings)) == 20
    assert findings[0] == 'pages[1] "q0=A"|the response area overlaps "q1=A"'


def test_that_the_definition_is_toml_with_one_option_a_line(tmp_path):
    template, _ = read(tmp_path, foreign_layout([foreign_area("q", "1", 20), foreign_area("q", "2", 30)]))

    text = definition_text(template)

    assert tomllib.loads(text)["section"][0]["item"][0]["options"][1]["value"] == "2"
    assert [line for line in text.splitlines() if "value =" in line] == [
        '  {value = "1", label = {vi = "1", en = ""}},',
        '  {value = "2", label = {vi = "2", en = ""}},',
    ]


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_a_definition_written_and_read_again_is_the_same(template_id, tmp_path):
    definition = replace(shipped(template_id), pages=())
    (tmp_path / "template.toml").write_text(definition_text(definition), encoding="utf-8")

    assert replace(load_template(tmp_path), pages=()) == definition


def test_that_an_edited_form_made_elsewhere_keeps_its_skip_rules_and_texts(tmp_path):
    template = replace(
        form(),
        note='Nguồn: """\nsau \\ đó',
        closing=Text("Cảm ơn\nÔng/Bà", "Thanks"),
        sections=(replace(form().sections[0], intro=Text("Xin chọn"), group=Text("Phần A")), form().sections[1]),
    )
    findings = FindingList(tmp_path)
    (tmp_path / "template.toml").write_text(definition_text(template), encoding="utf-8")

    read = read_definition(read_toml(tmp_path / "template.toml", findings), findings)

    assert findings.findings == []
    assert replace(read, pages=template.pages) == template


def test_that_how_a_form_is_set_is_written_in_a_format_that_older_programs_refuse_and_kept(tmp_path):
    plain = replace(shipped("one-stop-short"), pages=(), taking_back=NOTHING_SAID)
    template = replace(plain, typesetting=Typesetting(2, Typeface.SERIF, 11.5))

    text = definition_text(template)

    assert "format = 2\n" in text
    (tmp_path / DEFINITION_NAME).write_text(text, encoding="utf-8")
    assert load_template(tmp_path).typesetting == template.typesetting
    assert "format = 1\n" in definition_text(replace(template, typesetting=Typesetting()))
