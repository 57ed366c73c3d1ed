from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form_templates.errors import PrintError
from form_templates.model import AreaShape, Fiducial, Language, MarkStyle, Rect, Text
from form_templates.typesetting.blocks import LEFT_MM, RIGHT_MM
from form_templates.typesetting.drawing import Line, Shape, TextRun
from form_templates.typesetting.fonts import MM_PER_PT, Span, line_width_mm, run_width_mm, wrap, wrap_evenly
from form_templates.typesetting.pages import TypesetForm, TypesetPage, typeset
from tests.form_templates.build import SHIPPED, grid_template, shipped

WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyắặểỗợữỹ", min_size=1, max_size=12)
LABELS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)


def ink_of_text(run: TextRun) -> Rect:
    """Return where letters stand: from the height of capitals to the descenders, accents left out."""
    em_mm = run.size_pt * MM_PER_PT
    return Rect(run.x_mm, run.y_mm - 0.7 * em_mm, run_width_mm(run), 0.9 * em_mm)


def ink_of_line(line: Line) -> Rect:
    half_mm = line.width_mm / 2
    left, top = min(line.x1_mm, line.x2_mm), min(line.y1_mm, line.y2_mm)
    return Rect(left, top - half_mm, abs(line.x2_mm - line.x1_mm), abs(line.y2_mm - line.y1_mm) + line.width_mm)


def texts_of(page: TypesetPage) -> list[TextRun]:
    return [primitive for primitive in page.primitives if isinstance(primitive, TextRun)]


def grown(rect: Rect, by_mm: float) -> Rect:
    return Rect(rect.x_mm - by_mm, rect.y_mm - by_mm, rect.w_mm + 2 * by_mm, rect.h_mm + 2 * by_mm)


def assert_page_is_sound(page: TypesetPage) -> None:
    inks = [ink_of_text(run) for run in texts_of(page)]
    assert not [pair for pair in combinations(inks, 2) if pair[0].overlaps(pair[1])]
    assert all(ink.x_mm >= LEFT_MM - 0.01 and ink.x_mm + ink.w_mm <= RIGHT_MM + 0.01 for ink in inks)
    for one, other in combinations(page.layout.areas, 2):
        assert not grown(one.rect, 1.49).overlaps(grown(other.rect, 1.49)), (one, other)
    for area in page.layout.areas:
        assert not any(grown(area.rect, 1.0).overlaps(ink) for ink in inks), area
        assert area.rect.y_mm + area.rect.h_mm < 279.0


@pytest.fixture(scope="module", params=SHIPPED)
def form(request) -> TypesetForm:
    return typeset(replace(shipped(request.param), pages=()))


def test_that_the_typesetter_makes_the_pages_that_loading_gives():
    assert typeset(shipped("sipas-2020")).layouts == shipped("sipas-2020").pages


def test_that_texts_stand_within_the_measure_and_apart(form):
    for page in form.pages:
        assert texts_of(page)
        assert_page_is_sound(page)


def test_that_rules_keep_1_2_mm_from_response_areas(form):
    for page in form.pages:
        rules = [ink_of_line(mark) for mark in page.primitives if isinstance(mark, Line)]
        for area in page.layout.areas:
            assert not [rule for rule in rules if grown(area.rect, 1.2).overlaps(rule)], area


def test_that_nothing_is_printed_inside_a_box(form):
    for page in form.pages:
        others = [mark.rect for mark in page.primitives if isinstance(mark, Shape)]
        for area in page.layout.areas:
            assert [rect for rect in others if rect.overlaps(area.rect)] == [area.rect]


def test_that_list_options_keep_3_2_mm_apart():
    areas = [area for page in shipped("sipas-2020").pages for area in page.areas if area.item_id.startswith("d_")]

    assert areas
    for one, other in combinations(areas, 2):
        assert not grown(one.rect, 1.59).overlaps(grown(other.rect, 1.59)), (one, other)


def test_that_every_page_has_four_fiducials_with_white_around_them(form):
    for page in form.pages:
        centres = [(12.0, 12.0), (198.0, 12.0), (198.0, 285.0), (12.0, 285.0)]
        assert page.layout.fiducials == tuple(Fiducial(x, y, 6.3) for x, y in centres)
        for mark in page.layout.fiducials:
            quiet = grown(Rect(mark.x_mm - 3.15, mark.y_mm - 3.15, 6.3, 6.3), 3.0)
            own = grown(Rect(mark.x_mm, mark.y_mm, 0.0, 0.0), 3.15)
            inks = [ink_of_text(run) for run in texts_of(page)]
            inks += [ink_of_line(line) for line in page.primitives if isinstance(line, Line)]
            inks += [
                shape.rect for shape in page.primitives if isinstance(shape, Shape) and not shape.rect.overlaps(own)
            ]
            inks += [grown(page.layout.code, 2.2), page.layout.code_text]
            assert not [ink for ink in inks if ink.overlaps(quiet)]


def test_that_statements_are_never_set_below_8_5_pt(form):
    sizes = {run.size_pt for page in form.pages for run in texts_of(page)}

    assert min(sizes) >= 6.5
    assert {9.0, 9.5} <= sizes


def test_that_column_headers_repeat_after_a_page_break():
    second = typeset(shipped("sipas-2020")).pages[1]

    headers = [run for run in texts_of(second) if run.text in ("1", "2", "3", "4", "5") and run.is_bold]

    assert [run.text for run in headers[:5]] == ["1", "2", "3", "4", "5"]
    assert headers[0].y_mm < min(area.rect.y_mm for area in second.layout.areas)


@pytest.mark.parametrize("rows", range(18, 34))
def test_that_no_heading_stands_alone_at_the_foot_of_a_page(rows):
    template = grid_template(["Câu hỏi"] * rows, ["Kém", "Vừa", "Tốt"], title="Tiêu đề")

    for page in typeset(template).pages[:-1]:
        last_heading = max(
            (run.y_mm for run in texts_of(page) if run.text == "Tiêu đề" and run.size_pt == 9.5), default=0
        )
        assert max(area.rect.y_mm for area in page.layout.areas) > last_heading


@settings(max_examples=100, deadline=None)
@given(
    labels=st.lists(LABELS, min_size=2, max_size=12),
    options=st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=11, unique=True),
    title=LABELS,
)
def test_that_any_words_are_set_without_overlap(labels, options, title):
    form = typeset(grid_template(labels, options, title=title))

    areas = [(area.item_id, area.option) for page in form.layouts for area in page.areas]
    assert len(areas) == len(set(areas)) == len(options) * (len(labels) + min(3, len(labels)))
    for page in form.pages:
        assert_page_is_sound(page)


@given(text=LABELS, width_mm=st.floats(8.0, 120.0))
def test_that_wrapping_keeps_all_letters_and_the_width(text, width_mm):
    for wrapped in (wrap([Span(text)], 9.0, width_mm), wrap_evenly([Span(text)], 9.0, width_mm)):
        letters = "".join(span.text for line in wrapped for span in line)
        assert letters.replace(" ", "") == text.replace(" ", "")
        assert all(line_width_mm(line, 9.0) <= width_mm + 0.01 for line in wrapped)


@pytest.mark.parametrize(("style", "shape"), [(MarkStyle.RING, AreaShape.BOX), (MarkStyle.CROSS, AreaShape.CIRCLE)])
def test_that_printed_digit_styles_hold_their_value(style, shape):
    template = shipped("one-stop-short")
    sections = tuple(
        replace(section, items=tuple(replace(item, style=style) for item in section.items))
        for section in template.sections
    )

    page = typeset(replace(template, sections=sections)).pages[0]

    area = page.layout.areas[-1]
    assert (area.style, area.shape, area.rect.w_mm, area.rect.h_mm) == (style, shape, 5.5, 5.5)
    inside = [run.text for run in texts_of(page) if ink_of_text(run).overlaps(area.rect)]
    assert inside == [area.option]


def test_that_an_english_form_prints_english_words():
    form = typeset(replace(shipped("one-stop-short"), language=Language.ENGLISH))

    words = " ".join(run.text for run in texts_of(form.pages[0]))

    assert all(text in words for text in ("QUICK ASSESSMENT", "Unit:", "B. SATISFACTION", "Page 1/1"))
    assert not any(text in words for text in ("PHIẾU", "Đơn vị", "HÀI LÒNG", "Trang"))


def test_that_a_part_higher_than_a_page_is_refused():
    template = replace(shipped("one-stop-short"), instructions=Text("Một hai ba bốn. " * 800))

    with pytest.raises(PrintError, match="higher than a page"):
        typeset(template)
