from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from form_templates.errors import PrintError
from form_templates.loading import freeze_template, load_template
from form_templates.model import AreaShape, FormTemplate, MarkStyle, Rect
from form_templates.page_code import PageCode, decode, decode_text
from form_templates.typesetting.pages import typeset
from form_templates.typesetting.printing import Recipient, blank_pdf, forms_pdf
from tests.form_templates.build import SHIPPED, VU_NINH, printed, rasterised, shipped

DPI = 600
PLACE_TOLERANCE_MM = 0.1  # the reader searches 0.2 mm; one pixel at 600 dpi is 0.04 mm
SEARCH_MM = 0.9  # nothing but the outline lies that near to a response area
INK = 128


def outline_mm(page: np.ndarray, rect: Rect) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of the ink around where ``rect`` should be."""
    per_mm = DPI / 25.4
    left, top = (round((edge - SEARCH_MM) * per_mm) for edge in (rect.x_mm, rect.y_mm))
    right = round((rect.x_mm + rect.w_mm + SEARCH_MM) * per_mm)
    bottom = round((rect.y_mm + rect.h_mm + SEARCH_MM) * per_mm)
    rows, columns = np.nonzero(page[top:bottom, left:right] < INK)
    edges = (left + columns.min(), top + rows.min(), left + columns.max() + 1, top + rows.max() + 1)
    return tuple(float(edge) / per_mm for edge in edges)


def assert_areas_are_printed_where_they_are_stated(template: FormTemplate, pdf: bytes) -> None:
    for layout in template.pages:
        page = rasterised(pdf, layout.number, DPI)
        for area in layout.areas:
            rect = area.rect
            stated = (rect.x_mm, rect.y_mm, rect.x_mm + rect.w_mm, rect.y_mm + rect.h_mm)
            assert outline_mm(page, rect) == pytest.approx(stated, abs=PLACE_TOLERANCE_MM), area


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_every_outline_is_printed_where_the_layout_says(template_id):
    template = shipped(template_id)

    assert all(layout.areas for layout in template.pages)
    assert_areas_are_printed_where_they_are_stated(template, blank_pdf(template))


def test_that_circles_are_printed_where_the_layout_says():
    template = shipped("one-stop-short")
    sections = tuple(
        replace(section, items=tuple(replace(item, style=MarkStyle.CROSS) for item in section.items))
        for section in template.sections
    )
    template = replace(template, sections=sections, pages=())
    template = replace(template, pages=typeset(template).layouts)

    assert {area.shape for layout in template.pages for area in layout.areas} == {AreaShape.CIRCLE}
    assert_areas_are_printed_where_they_are_stated(template, blank_pdf(template))


def test_that_a_wrong_place_would_be_noticed():
    template = shipped("one-stop-short")
    (page,) = template.pages
    shifted = replace(page.areas[0].rect, x_mm=page.areas[0].rect.x_mm + 0.2)
    lying = replace(template, pages=(replace(page, areas=(replace(page.areas[0], rect=shifted),)),))

    with pytest.raises(AssertionError):
        assert_areas_are_printed_where_they_are_stated(lying, blank_pdf(template))


def test_that_fiducials_are_printed_where_the_layout_says():
    template = shipped("one-stop-short")

    page = rasterised(blank_pdf(template), 1, DPI)

    for mark in template.pages[0].fiducials:
        rect = Rect(mark.x_mm - 3.15, mark.y_mm - 3.15, 6.3, 6.3)
        stated = (rect.x_mm, rect.y_mm, rect.x_mm + 6.3, rect.y_mm + 6.3)
        assert outline_mm(page, rect) == pytest.approx(stated, abs=PLACE_TOLERANCE_MM)


@pytest.mark.parametrize("template_id", SHIPPED)
def test_that_the_code_of_every_page_is_read_at_its_place(template_id, tmp_path):
    template = shipped(template_id)
    pdf = printed(template, tmp_path, copies=2)

    for position in range(2 * len(template.pages)):
        page = rasterised(pdf, position + 1, 200)
        (found,) = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)
        serial, number = divmod(position, len(template.pages))
        assert decode(found.text) == PageCode(template_id, 2, number + 1, "09163", f"{serial + 1:06d}")
        corner = found.position.top_left
        place = template.pages[number].code
        assert (corner.x / 200 * 25.4, corner.y / 200 * 25.4) == pytest.approx((place.x_mm, place.y_mm), abs=0.4)


def test_that_the_code_text_is_printed_at_its_place(tmp_path):
    template = shipped("sipas-2020")
    pdf = pypdfium2.PdfDocument(printed(template, tmp_path))

    for page, layout in zip(pdf, template.pages, strict=True):
        place = layout.code_text
        height_mm = page.get_height() / 72 * 25.4
        text = page.get_textpage().get_text_bounded(
            left=place.x_mm / 25.4 * 72,
            right=(place.x_mm + place.w_mm) / 25.4 * 72,
            top=(height_mm - place.y_mm) / 25.4 * 72,
            bottom=(height_mm - place.y_mm - place.h_mm) / 25.4 * 72,
        )
        assert decode_text(text) == PageCode("sipas-2020", 2, layout.number, "09163", "000001")


def test_that_serials_count_within_a_unit_from_its_first_one(tmp_path):
    out = tmp_path / "forms.pdf"

    recipients = [VU_NINH, Recipient("09166", "Phường Đáp Cầu", 41)]

    out.write_bytes(forms_pdf(shipped("one-stop-short"), recipients=recipients, copies=2))

    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out)]
    serials = ["09163 000001", "09163 000002", "09166 000041", "09166 000042"]
    assert all(serial in text for serial, text in zip(serials, texts, strict=True))
    assert "Phường Đáp Cầu" in texts[3]
    assert "Phường Vũ Ninh" not in texts[3]


def test_that_a_form_without_a_unit_has_a_line_to_write_on(tmp_path):
    template = shipped("one-stop-short")
    out = tmp_path / "forms.pdf"

    out.write_bytes(forms_pdf(template))

    (found,) = zxingcpp.read_barcodes(rasterised(out, 1, 200), formats=zxingcpp.BarcodeFormat.QRCode)
    assert decode(found.text) == PageCode("one-stop-short", 2, 1, "", "000001")
    place = typeset(template).pages[0].unit
    per_mm = 200 / 25.4
    rows = slice(round(place.y_mm * per_mm), round((place.y_mm + place.h_mm) * per_mm))
    columns = slice(round((place.x_mm + 20) * per_mm), round((place.x_mm + place.w_mm) * per_mm))
    assert (rasterised(out, 1, 200)[rows, columns] < 200).any()
    assert (rasterised(blank_pdf(template), 1, 200)[rows, columns] == 255).all()


def test_that_two_print_runs_are_byte_equal(tmp_path):
    first = printed(shipped("sipas-2020"), tmp_path).read_bytes()
    second = printed(shipped("sipas-2020"), tmp_path).read_bytes()

    assert first == second
    assert blank_pdf(shipped("sipas-2020")) == blank_pdf(shipped("sipas-2020"))


def test_that_forms_are_a4_and_black_only(tmp_path):
    page = pypdfium2.PdfDocument(printed(shipped("sipas-2020"), tmp_path))[0]

    assert page.get_size() == pytest.approx((210 / 25.4 * 72, 297 / 25.4 * 72), abs=0.01)
    pixels = page.render(scale=1).to_numpy()
    assert (pixels == pixels[..., :1]).all()


def test_that_long_and_decomposed_names_fit_their_line(tmp_path):
    name = "Trung tâm Hành chính công huyện " * 5 + "Quế Võ"

    pdf = pypdfium2.PdfDocument(printed(shipped("one-stop-short"), tmp_path, Recipient("A-1.B", name)))

    text = pdf[0].get_textpage().get_text_range()
    assert "Trung tâm Hành chính công huyện" in text
    assert "…" in text


def test_that_a_frozen_template_prints_the_same(tmp_path):
    frozen = freeze_template("sipas-2020", tmp_path / "frozen")

    assert blank_pdf(frozen) == (tmp_path / "frozen" / "blank.pdf").read_bytes()
    assert printed(load_template(tmp_path / "frozen"), tmp_path).stat().st_size > 0


def test_that_a_template_with_other_places_is_not_printed(tmp_path):
    template = shipped("one-stop-short")
    (page,) = template.pages
    area = replace(page.areas[0], rect=replace(page.areas[0].rect, x_mm=60.001))
    changed = replace(template, pages=(replace(page, areas=(area, *page.areas[1:])),))

    with pytest.raises(PrintError, match="other places than its layout says"):
        printed(changed, tmp_path)

    assert not list(tmp_path.iterdir())


def test_that_a_form_made_elsewhere_is_not_printed():
    template = shipped("one-stop-short")
    foreign = replace(template, pages=(replace(template.pages[0], fiducials=(), code=None, code_text=None),))

    with pytest.raises(PrintError, match="made elsewhere"):
        blank_pdf(foreign)


@pytest.mark.parametrize(
    ("recipient", "copies"),
    [
        (Recipient("xã 1", "Xã"), 1),
        (Recipient("-", "Xã"), 1),
        (Recipient("1234567890123", "Xã"), 1),
        (VU_NINH, 0),
        (Recipient("09163", "Phường", 999_999), 2),
    ],
)
def test_that_what_the_page_code_cannot_say_is_refused(tmp_path, recipient, copies):
    with pytest.raises(PrintError):
        printed(shipped("one-stop-short"), tmp_path, recipient, copies)

    assert not list(tmp_path.iterdir())


def test_that_all_copies_of_all_units_have_one_size_of_code(tmp_path):
    template = shipped("one-stop-short")
    longest = Recipient("ABCDEFGHJK12", "Đơn vị")

    pdf = printed(template, tmp_path, longest)

    (found,) = zxingcpp.read_barcodes(rasterised(pdf, 1, 200), formats=zxingcpp.BarcodeFormat.QRCode)
    corners = found.position
    assert decode(found.text).unit == "ABCDEFGHJK12"
    assert (corners.top_right.x - corners.top_left.x) / 200 * 25.4 == pytest.approx(
        template.pages[0].code.w_mm, abs=0.4
    )
