"""Where the template lies: with fewer and fewer fiducials, and never where it does not."""

import numpy as np
import pytest

from form_templates.loading import load_template
from form_templates.typesetting.printing import forms_pdf
from omr.geometry import map_points
from omr.images.page_image import PageImage, ScanFile
from omr.images.page_source import open_scan
from omr.results import Flag, IdentitySource, PageOutcome, Reason
from omr.simulation.devices.conditions import PHONE_PHOTOS
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from tests.conftest import UNITS

CORNER_PX = 300  # 25 mm at 300 dpi
TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = "top-left", "top-right", "bottom-left", "bottom-right"


def _upright_page(pile):
    """Pixels and truth of a page that lies upright."""
    truth = next(page for page in pile.pages if page.turned_deg == 0)
    with open_scan(pile.folder / truth.file) as scan:
        return scan.load(0).pixels, truth


@pytest.fixture(scope="module")
def whole(reader, pile):
    """The reading of the page that lies upright, with all its corners."""
    return _read(reader, _upright_page(pile)[0])


@pytest.fixture(scope="module")
def without_corners(reader, pile):
    """The pixels of the same page without any corner, and its reading."""
    pixels = _without(_upright_page(pile)[0], TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT)
    return pixels, _read(reader, pixels)


def _without(pixels, *corners):
    """Cut corners off."""
    cut = pixels.copy()
    for corner in corners:
        rows = slice(0, CORNER_PX) if corner.startswith("top") else slice(-CORNER_PX, None)
        columns = slice(0, CORNER_PX) if corner.endswith("left") else slice(-CORNER_PX, None)
        cut[rows, columns] = 255
    return cut


def _read(reader, pixels):
    return reader.read_page(ScanFile(1, lambda _index, _wish: PageImage(pixels)), 0)


def _assert_read_alike(whole, cut):
    accepted = [(a.answer, b.answer) for a, b in zip(whole.items, cut.items, strict=True) if not (a.flags or b.flags)]
    assert len(accepted) > 0.7 * len(whole.items)  # what stands beside a corner that was cut off may be doubted
    assert all(one == other for one, other in accepted)


@pytest.mark.parametrize(
    "cut_off",
    [
        (BOTTOM_LEFT,),
        (TOP_LEFT, BOTTOM_LEFT),
        (BOTTOM_LEFT, BOTTOM_RIGHT),
        (TOP_LEFT, BOTTOM_RIGHT),
    ],
)
def test_that_a_page_without_some_corners_is_read_alike(reader, pile, whole, cut_off):
    pixels, truth = _upright_page(pile)

    cut = _read(reader, _without(pixels, *cut_off))

    assert cut.outcome is PageOutcome.READ
    assert cut.registration.fiducials_found == 4 - len(cut_off)
    _assert_read_alike(whole, cut)
    found_px = map_points(np.reshape(cut.registration.template_to_scan, (3, 3)), np.array([(105.0, 148.5)]))
    expected_px = np.mean(truth.corners_px, axis=0)
    assert np.abs(found_px - expected_px).max() < 12  # 1 mm


def test_that_the_page_code_stands_in_for_a_second_fiducial(reader, pile):
    pixels, _ = _upright_page(pile)
    fiducial_of_code_gone = _without(pixels, TOP_LEFT, BOTTOM_RIGHT)
    fiducial_of_code_gone[:CORNER_PX, -200:] = 255  # the code itself, further in, stays

    reading = _read(reader, fiducial_of_code_gone)

    assert reading.outcome is PageOutcome.READ
    assert reading.identity.source is IdentitySource.CODE
    assert reading.registration.fiducials_found == 2


def test_that_a_page_without_any_corner_is_found_by_its_print(pile, whole, without_corners):
    _, truth = _upright_page(pile)

    _, cut = without_corners

    assert cut.outcome is PageOutcome.READ
    assert cut.registration.fiducials_found == 0
    assert cut.identity.page == truth.page
    _assert_read_alike(whole, cut)


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_that_print_alone_finds_a_page_whichever_way_up(reader, pile, without_corners, quarter_turns):
    _, truth = _upright_page(pile)
    cut, upright = without_corners

    turned = _read(reader, np.rot90(cut, quarter_turns).copy())

    assert turned.outcome is PageOutcome.READ
    assert turned.registration.turned_deg == quarter_turns * 90
    assert turned.identity.page == truth.page
    _assert_read_alike(upright, turned)


def test_that_a_mirrored_page_is_not_taken_for_ours(reader, pile):
    pixels, _ = _upright_page(pile)

    assert _read(reader, pixels[:, ::-1].copy()).outcome is not PageOutcome.READ


def test_that_a_page_of_another_form_is_foreign_though_it_looks_alike(reader, tmp_path):
    other = load_template("sipas-2023")
    pdf = tmp_path / "other.pdf"
    pdf.write_bytes(forms_pdf(other))
    blank = PdfPages(pdf, len(other.pages))

    for page in other.pages[:2]:
        whole = blank.raster(0, page.number, 150)
        without_code = whole.copy()
        without_code[:160], without_code[-160:] = 255, 255
        assert _read(reader, whole).outcome is PageOutcome.FOREIGN
        assert _read(reader, without_code).outcome is not PageOutcome.READ


def test_that_an_answer_cut_off_by_the_scanner_is_flagged_and_proposes_nothing(reader, pile):
    pixels, truth = _upright_page(pile)
    lost = 900  # px, 76 mm

    cut = _read(reader, pixels[:-lost])

    below_mm = pixels.shape[0] - lost
    mapping = np.reshape(cut.registration.template_to_scan, (3, 3))
    layout = load_template("sipas-2020").page(truth.page)
    depth_px = {a: map_points(mapping, np.array([a.rect.center_mm]))[0, 1] - below_mm for a in layout.areas}
    gone = {area.item_id for area, px in depth_px.items() if px > 0}
    near_the_edge = {area.item_id for area, px in depth_px.items() if px > -60}
    assert cut.outcome is PageOutcome.READ
    assert gone
    lost = [item for item in cut.items if item.item_id in gone]
    assert all(Flag.CUT_OFF in item.flags for item in lost)
    options_on_paper = {(area.item_id, area.option) for area, px in depth_px.items() if px <= 0}
    assert all((item.item_id, option) in options_on_paper for item in lost for option in item.answer)
    assert all(item.is_proposal == bool(item.answer) for item in lost)
    assert not any(Flag.CUT_OFF in item.flags for item in cut.items if item.item_id not in near_the_edge)


def test_that_two_shapes_like_fiducials_do_not_make_a_page_ours(reader, pile):
    pixels, _ = _upright_page(pile)
    foreign = np.full_like(pixels, 255)
    foreign[:CORNER_PX, :CORNER_PX] = pixels[:CORNER_PX, :CORNER_PX]
    foreign[-CORNER_PX:, -CORNER_PX:] = pixels[-CORNER_PX:, -CORNER_PX:]
    foreign[600:2800:60, 300:2200] = 0  # somebody else's lines

    reading = _read(reader, foreign)

    assert reading.outcome is PageOutcome.UNREADABLE
    assert reading.reason is Reason.TOO_FEW_FIDUCIALS


@pytest.fixture(scope="module")
def photos(tmp_path_factory, frozen_template, forms_pdf):
    return simulate_pile(
        load_template(frozen_template),
        UNITS,
        PdfPages(forms_pdf, 2),
        tmp_path_factory.mktemp("photos"),
        PileOrder(respondents=3, seed=12, conditions=PHONE_PHOTOS),
    )


@pytest.mark.slow
def test_that_pages_photographed_at_an_angle_are_found_where_they_are(reader, photos):
    found = 0
    for truth in photos.pages:
        with open_scan(photos.folder / truth.file) as scan:
            reading = reader.read_page(scan, 0)
        if reading.outcome is not PageOutcome.READ:
            continue
        found += 1
        mapping = np.reshape(reading.registration.template_to_scan, (3, 3))
        corners_px = map_points(mapping, np.array([(0.0, 0.0), (210.0, 0.0), (210.0, 297.0), (0.0, 297.0)]))
        px_per_mm = np.linalg.norm(corners_px[1] - corners_px[0]) / 210
        assert reading.identity.page == truth.page
        assert np.abs(corners_px - truth.corners_px).max() < 4 * px_per_mm  # curled corners rise by some mm

    assert found >= 5
