"""Templates proposed for pictures of forms, and for what is none."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from form_templates.errors import TemplateError
from form_templates.model import FormTemplate, Rect
from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageOpener
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.template_proposal import Proposal, propose_template
from omr.processes.limited_process import call_here
from omr.results import Reason
from tests.omr.forms.proposing.raster.pictures import DPI, LEVELS, SIZE_MM, marked, raster, save, small_form, turned
from tests.omr.forms.proposing.sheet import Sheet


def _propose(paths: list[Path], folder: Path, *, are_filled: bool = False) -> Proposal:
    with PageOpener(call=call_here) as opener:
        return propose_template(paths, folder / "made", opener, are_filled=are_filled)


def _rects(template: FormTemplate) -> list[Rect]:
    return [area.rect for page in template.pages for area in page.areas]


def _hits(template: FormTemplate, places: list[Rect]) -> int:
    """Return how many places hold the middle of the area that is proposed in their turn."""
    found = _rects(template)
    if len(found) != len(places):
        return -len(found)
    return sum(
        abs(one.center_mm[0] - other.center_mm[0]) < 0.8 and abs(one.center_mm[1] - other.center_mm[1]) < 0.8
        for one, other in zip(found, places, strict=True)
    )


@pytest.fixture
def wordless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take Tesseract away."""
    for room in ("lettering.words", "picture_content", "lettering.tesseract"):
        monkeypatch.setattr(f"omr.forms.proposing.raster.{room}.languages", lambda: ())
    monkeypatch.setattr("omr.forms.proposing.form_reading.languages", lambda: ())


def test_that_a_scan_gives_areas_words_and_a_level_page(tmp_path: Path) -> None:
    sheet, places = small_form()
    path = save(turned(raster(sheet, 200), 1.0), tmp_path / "scan.png", 200)

    proposal = _propose([path], tmp_path)

    template = proposal.template
    assert _hits(template, places) == len(places)
    labels = [item.label.vi for item in template.items()]
    assert labels[1:3] == ["Thời gian chờ đợi", "Thái độ phục vụ"]
    assert [option.label.vi for option in list(template.items())[1].options] == list(LEVELS)
    assert [option.value for option in list(template.items())[-1].options] == ["1", "2", "3", "4"]
    with Image.open(tmp_path / "made" / "blank-1.png") as image:
        assert image.size == pytest.approx((148 / 25.4 * 300, 105 / 25.4 * 300), abs=4)


@pytest.mark.usefixtures("wordless")
def test_that_areas_are_found_without_tesseract_and_that_is_said(tmp_path: Path) -> None:
    sheet, places = small_form()

    proposal = _propose([save(raster(sheet), tmp_path / "scan.png")], tmp_path)

    assert len(_rects(proposal.template)) == len(places)
    assert next(iter(proposal.template.items())).label.vi == "Câu 1"
    assert [note.kind for note in proposal.notes] == [NoteKind.NO_TESSERACT, NoteKind.NO_SATISFACTION]


@pytest.mark.usefixtures("wordless")
def test_that_a_picture_in_a_pdf_is_read_like_the_picture(tmp_path: Path) -> None:
    sheet, places = small_form()
    Image.fromarray(raster(sheet)).save(tmp_path / "scan.pdf", resolution=DPI)

    template = _propose([tmp_path / "scan.pdf"], tmp_path).template

    assert len(_rects(template)) == len(places)


@pytest.mark.usefixtures("wordless")
def test_that_filled_copies_give_the_blank_whatever_lies_among_them(tmp_path: Path) -> None:
    sheet, places = small_form()
    blank = raster(sheet)
    paths = []
    for number in range(7):
        copy = turned(marked(blank, places, number), 0.5 * (number % 3) - 0.5)
        paths.append(save(np.rot90(copy, 2) if number == 3 else copy, tmp_path / f"copy-{number}.png"))
    other = Sheet(148, 105)
    for row in range(12):
        other.write(15, 12 + 7 * row, f"Thông báo số {row * 37} về việc khác hẳn {row * 91 + 5}")
    paths.insert(2, save(raster(other), tmp_path / "notice.png"))
    (tmp_path / "empty.pdf").touch()
    paths[4:4] = [tmp_path / "empty.pdf", tmp_path / "lost.pdf"]

    proposal = _propose(paths, tmp_path, are_filled=True)

    assert len(_rects(proposal.template)) == len(places)
    notes = {note.kind: note.facts for note in proposal.notes}
    assert notes[NoteKind.LEFT_OUT] == {"names": "notice.png"}
    assert notes[NoteKind.COPIES_USED]["count"] == "7"
    told = [str(note) for note in proposal.notes if note.kind is NoteKind.UNREADABLE]
    assert told == ["Left out: empty.pdf: the file is empty.", "Left out: lost.pdf: the file is not there."]
    assert NoteKind.NEVER_TOGETHER not in notes


@pytest.mark.usefixtures("wordless")
@pytest.mark.parametrize(
    ("pixels", "problem"),
    [
        (np.full((1, 1), 255, np.uint8), Reason.IMAGE_TOO_SMALL),
        (np.full((900, 640), 255, np.uint8), PageProblem.NOTHING_FOUND),
        (np.random.default_rng(1).integers(0, 256, (600, 430), np.uint8), PageProblem.NOTHING_FOUND),
    ],
    ids=["a pixel", "white", "noise"],
)
def test_that_what_is_no_form_is_refused_in_a_sentence(tmp_path: Path, pixels: np.ndarray, problem: object) -> None:
    path = save(pixels, tmp_path / "picture.png")

    with pytest.raises(TemplateError) as caught:
        _propose([path], tmp_path)

    (finding,) = caught.value.findings
    assert isinstance(finding, PageFinding)
    assert finding.problem is problem
    assert "\n" not in str(finding)


@pytest.mark.usefixtures("wordless")
def test_that_two_filled_copies_are_too_few(tmp_path: Path) -> None:
    sheet, places = small_form()
    blank = raster(sheet)
    paths = [save(marked(blank, places, number), tmp_path / f"copy-{number}.png") for number in range(2)]

    with pytest.raises(TemplateError) as caught:
        _propose(paths, tmp_path, are_filled=True)

    assert "filled copies of one page that were found: 2;" in str(caught.value)


@pytest.mark.usefixtures("wordless")
def test_that_a_filled_sheet_given_three_times_is_one_copy(tmp_path: Path) -> None:
    sheet, places = small_form()
    path = save(marked(raster(sheet), places, 0), tmp_path / "copy.png")

    with pytest.raises(TemplateError, match="filled copies of one page that were found: 1;"):
        _propose([path] * 3, tmp_path, are_filled=True)


def test_that_a_sheet_of_lettered_rings_on_its_side_is_turned(tmp_path: Path) -> None:
    sheet, places = Sheet(*SIZE_MM), []
    for line in range(2):
        sheet.write(12, 9 + 6 * line, "Tô kín một vòng tròn ở mỗi hàng bằng bút chì đen, không gạch chéo", 10)
    for row, letter in enumerate("OXNZOXNZOXNZ"):
        for column in range(12):
            places.append(sheet.circle(30 + 8 * column, 22 + 7 * row, 4.4))
            sheet.middle(32.2 + 8 * column, 25.3 + 7 * row, letter, 9)
    path = save(np.rot90(raster(sheet, 200)), tmp_path / "scan.png", 200)

    template = _propose([path], tmp_path).template

    assert template.pages[0].width_mm > template.pages[0].height_mm
    assert _hits(template, places) == len(places)


def test_that_a_page_on_its_head_is_turned(tmp_path: Path) -> None:
    sheet, places = small_form()
    path = save(np.rot90(raster(sheet, 200), 2), tmp_path / "scan.png", 200)

    template = _propose([path], tmp_path).template

    assert _hits(template, places) == len(places)
