"""Delivered files: every kind is opened, every broken one says why."""

import io
import os
import struct
import zlib

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from omr.images.limits import ReadingLimits
from omr.images.page_image import UnreadableScan
from omr.images.page_source import open_scan
from omr.results import Reason

_RNG = np.random.default_rng(7)


def _picture(height=600, width=500):
    """A white page with a grey gradient and a black corner, so that turned or inverted pixels are noticed."""
    pixels = np.full((height, width), 255, np.uint8)
    pixels[100:200] = np.linspace(0, 255, width, dtype=np.uint8)
    pixels[:50, :50] = 0
    return pixels


def _encoded(pixels, kind, **options):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind, **options)
    return buffer.getvalue()


def _write(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _load(path, page=0, **options):
    with open_scan(path) as scan:
        return scan.load(page, **options).pixels


def _reason_of(path, page=0):
    with pytest.raises(UnreadableScan) as caught:
        _load(path, page)
    return caught.value.reason


def _pdf_of(tmp_path, jpeg, *, width=250, height=300):
    """A PDF whose one page is one JPEG."""
    document = pdfium.PdfDocument.new()
    image = pdfium.PdfImage.new(document)
    image.load_jpeg(io.BytesIO(jpeg))
    image.set_matrix(pdfium.PdfMatrix().scale(width, height))
    page = document.new_page(width, height)
    page.insert_obj(image)
    page.gen_content()
    path = tmp_path / "scan.pdf"
    document.save(path)
    document.close()
    return path


@pytest.mark.parametrize(
    ("kind", "options"),
    [("PNG", {}), ("TIFF", {"compression": "tiff_lzw"}), ("TIFF", {"compression": "raw"}), ("JPEG", {"quality": 95})],
)
def test_that_grey_pixels_come_out_as_they_were(tmp_path, kind, options):
    path = _write(tmp_path, "quét số 1.bin", _encoded(_picture(), kind, **options))

    pixels = _load(path, 0)

    assert pixels.dtype == np.uint8
    assert np.abs(pixels.astype(int) - _picture()).max() <= (12 if kind == "JPEG" else 0)


def test_that_one_bit_tiff_pages_come_out_black_and_white(tmp_path):
    bits = Image.fromarray(_picture()).convert("1", dither=Image.Dither.NONE)
    path = tmp_path / "fax.tif"
    bits.save(path, compression="group4", save_all=True, append_images=[bits.rotate(180)])

    with open_scan(path) as scan:
        first, second, page_count = scan.load(0).pixels, scan.load(1).pixels, scan.page_count

    assert page_count == 2
    assert first[10, 10] == 0
    assert second[10, 10] == 255
    assert second[-10, -10] == 0


def test_that_colour_is_given_when_asked_for(tmp_path):
    red = np.zeros((600, 500, 3), np.uint8)
    red[..., 0] = 200
    path = _write(tmp_path, "a.png", _encoded(red, "PNG"))

    bgr = _load(path, 0, colour=True)

    assert bgr[5, 5].tolist() == [0, 0, 200]


def test_that_transparent_paper_is_white(tmp_path):
    clear = np.zeros((600, 500, 4), np.uint8)
    path = _write(tmp_path, "a.png", _encoded(clear, "PNG"))

    assert _load(path, 0).min() == 255


def test_that_the_image_of_a_scanned_pdf_is_taken_out_losslessly(tmp_path):
    jpeg = _encoded(_picture(), "JPEG", quality=80)

    pixels = _load(_pdf_of(tmp_path, jpeg), 0)

    expected = _load(_write(tmp_path, "a.jpg", jpeg), 0)
    assert np.array_equal(pixels, expected)


def test_that_an_image_on_a_part_of_the_pdf_page_is_drawn_with_the_page_around_it(tmp_path):
    document = pdfium.PdfDocument.new()
    image = pdfium.PdfImage.new(document)
    image.load_jpeg(io.BytesIO(_encoded(np.zeros((600, 500), np.uint8), "JPEG")))
    image.set_matrix(pdfium.PdfMatrix().scale(125, 150))  # the lower left quarter
    page = document.new_page(250, 300)
    page.insert_obj(image)
    page.gen_content()
    path = tmp_path / "quarter.pdf"
    document.save(path)

    pixels = _load(path, 0)

    assert pixels.shape == (1250, 1042)  # 300 dpi
    assert pixels[-100, 100] < 30
    assert pixels[100, 100] > 225


def test_that_an_empty_file_is_said_to_be_empty(tmp_path):
    assert _reason_of(_write(tmp_path, "a.pdf", b"")) is Reason.FILE_EMPTY


def test_that_a_text_file_named_jpg_is_of_no_known_kind(tmp_path):
    assert _reason_of(_write(tmp_path, "a.jpg", b"Dear reader,\n" * 20)) is Reason.UNKNOWN_FORMAT


@pytest.mark.parametrize("share", [0.15, 0.5, 0.98])
def test_that_a_cut_off_jpeg_is_not_read_as_if_it_were_whole(tmp_path, share):
    noisy = _RNG.integers(0, 255, (600, 500)).astype(np.uint8)
    data = _encoded(noisy, "JPEG")

    assert _reason_of(_write(tmp_path, "a.jpg", data[: int(len(data) * share)])) is Reason.FILE_TRUNCATED


def test_that_bytes_after_the_end_of_a_jpeg_do_no_harm(tmp_path):
    data = _encoded(_picture(), "JPEG") + b"\0" * 700 + b"maker notes"

    assert _load(_write(tmp_path, "a.jpg", data), 0).shape == (600, 500)


def test_that_a_cut_off_png_is_not_read_as_if_it_were_whole(tmp_path):
    data = _encoded(_RNG.integers(0, 255, (600, 500)).astype(np.uint8), "PNG")

    assert _reason_of(_write(tmp_path, "a.png", data[: len(data) // 2])) is Reason.FILE_TRUNCATED


def test_that_a_cut_off_tiff_is_not_read_as_if_it_were_whole(tmp_path):
    data = _encoded(_RNG.integers(0, 255, (600, 500)).astype(np.uint8), "TIFF", compression="tiff_lzw")
    kept = data[: len(data) // 2]

    assert _reason_of(_write(tmp_path, "a.tif", kept)) in (Reason.FILE_TRUNCATED, Reason.FILE_DAMAGED)


def test_that_a_huge_png_is_refused_before_it_is_decoded(tmp_path):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")

    assert _reason_of(_write(tmp_path, "bomb.png", data)) is Reason.IMAGE_TOO_LARGE


def test_that_a_thumbnail_is_refused(tmp_path):
    assert _reason_of(_write(tmp_path, "a.png", _encoded(_picture(100, 80), "PNG"))) is Reason.IMAGE_TOO_SMALL


def test_that_a_broken_pdf_is_damaged(tmp_path):
    assert _reason_of(_write(tmp_path, "a.pdf", b"%PDF-1.7\n" + b"x" * 500)) is Reason.FILE_DAMAGED


def test_that_an_encrypted_pdf_is_said_to_be_encrypted(tmp_path):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(100, 100, "x")
    canvas.save()

    assert _reason_of(path) is Reason.FILE_ENCRYPTED


@pytest.mark.parametrize(("enough_px", "shrink"), [(None, 1), (1201, 1), (1200, 2), (601, 2), (600, 4), (10, 4)])
def test_that_a_jpeg_comes_no_smaller_than_is_enough(tmp_path, enough_px, shrink):
    path = _write(tmp_path, "a.jpg", _encoded(_picture(2400, 1600), "JPEG", quality=95))

    with open_scan(path) as scan:
        page = scan.load(0, enough_px=enough_px)

    assert page.shrink == shrink
    assert page.pixels.shape == (2400 // shrink, 1600 // shrink)


def test_that_a_smaller_jpeg_shows_the_same_in_the_same_places(tmp_path):
    path = _write(tmp_path, "a.jpg", _encoded(_picture(2400, 1600), "JPEG", quality=95))

    with open_scan(path) as scan:
        half, whole = scan.load(0, enough_px=1000).pixels, scan.load(0).pixels

    averaged = whole.reshape(1200, 2, 800, 2).mean(axis=(1, 3))
    assert np.abs(half - averaged).mean() < 1
    assert np.percentile(np.abs(half - averaged), 99.9) < 40  # rings a little at the sharpest edges


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_that_what_cannot_be_decoded_smaller_comes_whole(tmp_path, kind):
    path = _write(tmp_path, "a", _encoded(_picture(2400, 1600), kind))

    with open_scan(path) as scan:
        page = scan.load(0, enough_px=1000)

    assert page.shrink == 1
    assert page.pixels.shape == (2400, 1600)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_that_the_stated_resolution_comes_with_the_page(tmp_path, kind):
    path = _write(tmp_path, "a", _encoded(_picture(), kind, dpi=(200, 200)))

    with open_scan(path) as scan:
        assert scan.load(0).stated_dpi == pytest.approx(200, abs=0.1)


def test_that_a_pdf_states_resolution_by_the_size_of_its_page(tmp_path):
    path = _pdf_of(tmp_path, _encoded(_picture(), "JPEG"), width=180, height=216)

    with open_scan(path) as scan:
        assert scan.load(0).stated_dpi == pytest.approx(200)


@pytest.mark.parametrize("dpi", [None, (72, 72), (96, 96), (204, 98), (0, 0), (30000, 30000)])
def test_that_fillers_and_nonsense_are_no_stated_resolution(tmp_path, dpi):
    options = {"dpi": dpi} if dpi else {}
    path = _write(tmp_path, "a.tif", _encoded(_picture(), "TIFF", **options))

    with open_scan(path) as scan:
        assert scan.load(0).stated_dpi is None


def _stack(tmp_path, pages=3):
    """Write a TIFF of several pages; returns it with the places of its directories."""
    images = [Image.fromarray(np.full((450, 450), 250 - number, np.uint8)) for number in range(pages)]
    path = tmp_path / "stack.tif"
    images[0].save(path, save_all=True, append_images=images[1:])
    data, places = path.read_bytes(), []
    at = struct.unpack_from("<I", data, 4)[0]
    while at:
        places.append(at)
        at = struct.unpack_from("<I", data, at + 2 + 12 * struct.unpack_from("<H", data, at)[0])[0]
    return path, places


def _overwrite(path, at, data):
    content = bytearray(path.read_bytes())
    content[at : at + len(data)] = data
    path.write_bytes(content)


def _refusal(act):
    with pytest.raises(UnreadableScan) as caught:
        act()
    return caught.value.reason


def test_that_pages_before_a_lost_directory_are_given_and_one_page_stands_for_the_lost(tmp_path):
    path, places = _stack(tmp_path)
    _overwrite(path, places[1], bytes(64))

    with open_scan(path) as scan:
        assert scan.page_count == 2
        assert scan.load(0).pixels[0, 0] == 250
        assert _refusal(lambda: scan.load(1)) is Reason.PAGES_LOST


def test_that_a_page_whose_tags_are_wrong_is_damaged_and_the_others_are_given(tmp_path):
    path, places = _stack(tmp_path)
    _overwrite(path, places[1] + 2, bytes(12))  # the width

    with open_scan(path) as scan:
        assert scan.page_count == 3
        assert _refusal(lambda: scan.load(1)) is Reason.FILE_DAMAGED
        assert [scan.load(number).pixels[0, 0] for number in (0, 2)] == [250, 248]


def test_that_a_chain_of_directories_that_goes_round_has_an_end(tmp_path):
    path, places = _stack(tmp_path)
    entries = struct.unpack_from("<H", path.read_bytes(), places[2])[0]
    _overwrite(path, places[2] + 2 + 12 * entries, struct.pack("<I", places[0]))

    with open_scan(path) as scan:
        assert scan.page_count == 4
        assert _refusal(lambda: scan.load(3)) is Reason.PAGES_LOST


def test_that_a_file_of_more_pages_than_may_be_is_refused(tmp_path):
    path, _places = _stack(tmp_path)

    with open_scan(path, ReadingLimits(max_pages=3)) as scan:
        assert scan.page_count == 3
    assert _refusal(lambda: open_scan(path, ReadingLimits(max_pages=2))) is Reason.TOO_MANY_PAGES


def test_that_whatever_a_decoder_raises_is_the_reason_of_the_page(tmp_path, monkeypatch):
    path = tmp_path / "page.png"
    Image.fromarray(np.full((450, 450), 250, np.uint8)).save(path)

    def fail(_data, _wish):
        raise RecursionError("deeper\nand deeper")

    monkeypatch.setattr("omr.images.page_source.load_encoded", fail)

    with open_scan(path) as scan, pytest.raises(UnreadableScan) as caught:
        scan.load(0)
    assert (caught.value.reason, caught.value.detail) == (Reason.FILE_DAMAGED, "RecursionError: deeper and deeper")


@pytest.mark.parametrize("error", [MemoryError(), OSError("out of memory error when reading image file")])
def test_that_a_decoder_that_gets_no_memory_does_not_call_the_file_damaged(tmp_path, monkeypatch, error):
    path = tmp_path / "page.png"
    Image.fromarray(np.full((450, 450), 250, np.uint8)).save(path)

    def fail(_data, _wish):
        raise error

    monkeypatch.setattr("omr.images.page_source.load_encoded", fail)

    with open_scan(path) as scan:
        assert _refusal(lambda: scan.load(0)) is Reason.NEEDS_TOO_MUCH_MEMORY


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among files")
def test_that_what_is_no_file_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()

    assert _refusal(lambda: open_scan(tmp_path / "pipe.pdf")) is Reason.NOT_A_FILE
    assert _refusal(lambda: open_scan(tmp_path / "folder.pdf")) is Reason.NOT_A_FILE


def _noting(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(9))
def test_that_an_image_noted_as_mirrored_is_read_as_on_paper_and_a_noted_turn_is_left_to_the_print(
    tmp_path, kind, orientation
):
    path = _write(tmp_path, f"page.{kind.lower()}", _encoded(_picture(), kind, exif=_noting(orientation)))

    pixels = _load(path)

    is_dark_left, is_dark_right = pixels[:40, :40].mean() < 20, pixels[:40, -40:].mean() < 20
    assert (is_dark_left, is_dark_right) == ((False, True) if orientation in (2, 4, 5, 7) else (True, False))


@pytest.mark.parametrize("note", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0" + bytes(60), b"no note"])
def test_that_a_damaged_note_leaves_the_image_as_it_is(tmp_path, note):
    path = _write(tmp_path, "page.jpg", _encoded(_picture(), "JPEG", exif=note))

    assert _load(path)[:40, :40].mean() < 20


def test_that_only_a_note_of_an_exposure_tells_a_camera(tmp_path):
    exposed, turned = Image.Exif(), Image.Exif()
    exposed.get_ifd(0x8769)[0x829A] = 0.01  # Exif: ExposureTime, s
    turned[0x0112] = turned[0x010F] = 1  # Orientation and Make, which scanners write too

    notes = [_encoded(_picture(), "JPEG", exif=each.tobytes()) for each in (exposed, turned)]

    pages = []
    for name, data in zip(("exposed.jpg", "turned.jpg"), notes, strict=True):
        with open_scan(_write(tmp_path, name, data)) as scan:
            pages.append(scan.load(0, enough_px=200))
    assert [page.is_by_camera for page in pages] == [True, False]
