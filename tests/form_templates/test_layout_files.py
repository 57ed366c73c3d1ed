import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form_templates.errors import FindingList, TemplateError
from form_templates.layout_files import layout_text, read_layout, write_layout
from form_templates.model import (
    AreaShape,
    Fiducial,
    ItemId,
    ItemKind,
    MarkStyle,
    PageLayout,
    Rect,
    ResponseArea,
    TextField,
)
from form_templates.validation import check_layout
from tests.form_templates.build import SHIPPED, shipped

LENGTHS = st.integers(0, 297_000).map(lambda thousandths: thousandths / 1000)
RECTS = st.builds(Rect, LENGTHS, LENGTHS, LENGTHS, LENGTHS)
NAMES = st.text("abc_0123456789", min_size=1, max_size=6).map(ItemId)
AREAS = st.builds(ResponseArea, NAMES, NAMES, RECTS, st.sampled_from(AreaShape), st.sampled_from(MarkStyle))
PAGES = st.builds(
    PageLayout,
    st.integers(1, 9),
    LENGTHS,
    LENGTHS,
    st.lists(AREAS, max_size=5).map(tuple),
    st.lists(st.builds(TextField, NAMES, RECTS, st.none() | NAMES), max_size=3).map(tuple),
    st.lists(st.builds(Fiducial, LENGTHS, LENGTHS, LENGTHS), max_size=4).map(tuple),
    st.none() | RECTS,
    st.none() | RECTS,
)


@settings(max_examples=60, deadline=None)
@given(pages=st.lists(PAGES, max_size=3))
def test_that_written_pages_are_read_back_equal(tmp_path_factory, pages):
    path = tmp_path_factory.mktemp("layout") / "layout.json"
    template = replace(shipped("one-stop-short"), pages=tuple(pages))

    write_layout(template, path)

    assert read_layout(path).pages == tuple(pages)


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_every_area_is_written_under_the_agreed_keys(template_id):
    template = shipped(template_id)

    content = json.loads(layout_text(template))

    assert (content["template"], content["version"]) == (template_id, 2)
    areas = [area for page in content["pages"] for area in page["areas"]]
    keys = {"item", "option", "x_mm", "y_mm", "w_mm", "h_mm", "shape", "style", "kind"}
    assert all(set(area) == keys for area in areas)
    assert len(areas) == sum(len(item.options) for item in template.items())


def test_that_kinds_are_read(tmp_path):
    path = tmp_path / "layout.json"
    write_layout(shipped("sipas-2020"), path)

    kinds = dict(read_layout(path).kinds)

    assert kinds[ItemId("a01")] is ItemKind.MULTIPLE
    assert kinds[ItemId("c01")] is ItemKind.SINGLE


def test_that_a_layout_made_elsewhere_needs_only_the_agreed_keys(tmp_path):
    path = tmp_path / "layout.json"
    area = {"item": "p1.Q1", "option": "A", "x_mm": 10, "y_mm": 20.00049, "w_mm": 3, "h_mm": 3, "label": "Rất tốt"}
    page = {"page": 1, "width_mm": 210.0, "height_mm": 297.0, "areas": [area]}
    path.write_text(json.dumps({"template": "theirs", "version": 2, "pages": [page]}), encoding="utf-8-sig")

    layout = read_layout(path)

    expected = ResponseArea(ItemId("p1.Q1"), "A", Rect(10.0, 20.0, 3.0, 3.0))
    assert layout.pages == (PageLayout(1, 210.0, 297.0, (expected,)),)


def test_that_every_mistake_in_a_layout_is_reported(tmp_path):
    path = tmp_path / "layout.json"
    area = {"item": "q", "option": 4, "x_mm": "ten", "w_mm": 3, "h_mm": 3, "shape": "star"}
    page = {"page": 1, "width_mm": 210.0, "height_mm": 297.0, "areas": [area]}
    path.write_text(json.dumps({"template": "theirs", "version": 2, "pages": [page]}), encoding="utf-8")

    with pytest.raises(TemplateError) as caught:
        read_layout(path)

    places = [finding.place for finding in caught.value.findings]
    assert places == [
        "pages[1].areas[1].option",
        "pages[1].areas[1].x_mm",
        "pages[1].areas[1]",
        "pages[1].areas[1].shape",
    ]


def test_that_broken_json_names_its_line(tmp_path):
    path = tmp_path / "layout.json"
    path.write_text('{"template": "a",\n "version": }', encoding="utf-8")

    with pytest.raises(TemplateError) as caught:
        read_layout(path)

    assert caught.value.findings[0].place == "line 2"


def changed_areas(change) -> list[str]:
    template = shipped("one-stop-short")
    (page,) = template.pages
    findings = FindingList(Path("layout.json"))
    check_layout(replace(template, pages=(replace(page, areas=change(page.areas)),)), findings)
    return [finding.message for finding in findings.findings]


def moved(area: ResponseArea, x_mm: float) -> ResponseArea:
    return replace(area, rect=replace(area.rect, x_mm=x_mm))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda areas: areas[1:], "the option has no response area"),
        (lambda areas: (*areas, moved(areas[0], 60.0)), "the option has 2 response areas"),
        (lambda areas: (moved(areas[0], 208.0), *areas[1:]), "the response area is not on the paper"),
        (lambda areas: (replace(areas[0], rect=areas[1].rect), *areas[1:]), 'the response area overlaps "visits=2"'),
        (
            lambda areas: (*areas, replace(areas[0], option="x", rect=Rect(100, 290, 3, 3))),
            "a response area for something that is not in the definition",
        ),
    ],
)
def test_that_a_wrong_layout_is_found(change, message):
    assert message in changed_areas(change)


def test_that_the_typeset_layout_has_no_findings():
    assert changed_areas(lambda areas: areas) == []


def test_that_a_page_with_more_areas_than_paper_can_hold_is_refused_in_one_sentence():
    def crowd(areas):
        return (*areas, *(replace(areas[0], option=str(number)) for number in range(20_000)))

    told = [message for message in changed_areas(crowd) if "areas; a page may have" in message]

    assert told == ["there are 20060 response areas; a page may have 3000 at most"]


def test_that_of_many_overlaps_some_are_told():
    def stack(areas):
        return (*areas, *(replace(areas[0], option=str(number)) for number in range(2_900)))

    told = [message for message in changed_areas(stack) if "overlaps" in message]

    assert 20 <= len(told) <= 40


def test_that_areas_that_share_an_edge_do_not_overlap():
    def touching(areas):
        first = replace(areas[0], rect=Rect(20.1, 240.0, 5.2, 5.2))
        second = replace(areas[1], rect=Rect(25.3, 240.0, 5.2, 5.2))
        return (first, second, *areas[2:])

    assert changed_areas(touching) == []


@pytest.mark.parametrize(("shared_mm", "side_mm", "is_told"), [(0.9, 6.0, False), (1.1, 6.0, True), (0.7, 2.5, True)])
def test_that_cells_may_share_a_border_and_circles_no_more_than_their_size_allows(shared_mm, side_mm, is_told):
    def sharing(areas):
        first = replace(areas[0], rect=Rect(20.0, 240.0, side_mm, side_mm))
        second = replace(areas[1], rect=Rect(20.0 + side_mm - shared_mm, 240.0, side_mm, side_mm))
        return (first, second, *areas[2:])

    assert any("overlaps" in message for message in changed_areas(sharing)) is is_told
