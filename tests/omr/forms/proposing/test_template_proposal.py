"""What is proposed for blank forms of known truth, and for files that are none."""

from pathlib import Path

import pypdfium2
import pytest

from form_templates.errors import TemplateError
from form_templates.loading import load_template
from form_templates.model import FormTemplate, Item, ItemKind, Language, MarkStyle, Rect, ScaleKind
from omr.errors import FolderNotEmpty, RendererMissing
from omr.forms.new_survey import create_survey
from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageOpener
from omr.forms.proposing.doubts import SURE
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.report import report_lines
from omr.forms.proposing.template_proposal import PROPOSAL_NAME, propose_template
from omr.images.limits import DEFAULT_LIMITS
from omr.processes.limited_process import call_here
from omr.results import Reason
from tests.omr.forms.proposing.blank_forms import FORMS, SATISFACTION
from tests.omr.forms.proposing.sheet import Sheet, propose

OUTLINE_MM = 0.35  # an edge of an outline lies as near to where it was drawn
RING_MM = 2.0  # the place of a ring around a digit is a matter of taste


def _places(template: FormTemplate, item: Item) -> list[Rect]:
    areas = {area.option: area.rect for page in template.pages for area in page.areas if area.item_id == item.item_id}
    return [areas[option.value] for option in item.options]


def _is_near(one: Rect, other: Rect, most_mm: float) -> bool:
    edges = (one.x_mm - other.x_mm, one.y_mm - other.y_mm, one.w_mm - other.w_mm, one.h_mm - other.h_mm)
    return all(abs(edge) <= most_mm for edge in edges)


@pytest.fixture(scope="module", params=FORMS)
def form(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, FormTemplate]:
    sheet = FORMS[request.param]()
    return sheet, propose(sheet, tmp_path_factory.mktemp("form")).template


def test_that_every_question_is_found_in_order_with_its_text_and_no_other(form: tuple[Sheet, FormTemplate]) -> None:
    sheet, template = form

    assert [item.label.vi for item in template.items()] == [question.label for question in sheet.questions]
    assert [template.page_of(item.item_id) for item in template.items()] == [
        question.page for question in sheet.questions
    ]


def test_that_every_area_lies_where_it_is_printed_in_the_order_of_reading(form: tuple[Sheet, FormTemplate]) -> None:
    sheet, template = form

    for item, question in zip(template.items(), sheet.questions, strict=True):
        wanted = [rect for rect, _ in question.options]
        found = _places(template, item)
        slack_mm = RING_MM if item.style is MarkStyle.RING else OUTLINE_MM
        assert len(found) == len(wanted)
        assert all(_is_near(one, other, slack_mm) for one, other in zip(found, wanted, strict=True)), item


def test_that_options_carry_the_words_printed_for_them(form: tuple[Sheet, FormTemplate]) -> None:
    sheet, template = form

    for item, question in zip(template.items(), sheet.questions, strict=True):
        found = [option.label.vi for option in item.options]
        wanted = [label for _, label in question.options]
        if not set(wanted) & set("12345"):
            assert found == wanted


def test_that_places_to_write_are_fields(form: tuple[Sheet, FormTemplate]) -> None:
    sheet, template = form

    fields = {field.item_id for page in template.pages for field in page.fields if field.option is None}
    for item, question in zip(template.items(), sheet.questions, strict=True):
        assert item.kind.is_choice is not question.written
        assert (item.item_id in fields) is question.written


def test_that_a_proposal_is_a_template_that_a_survey_can_be_made_of(tmp_path: Path) -> None:
    proposal = propose(FORMS["empty_cells"](), tmp_path)

    assert load_template(tmp_path / "made") == proposal.template
    assert (tmp_path / "made" / PROPOSAL_NAME).is_file()
    with create_survey(tmp_path / "survey", tmp_path / "made", name="x", units=()) as survey:
        assert survey.template.pages[0].areas == proposal.template.pages[0].areas


@pytest.mark.parametrize(("name", "values"), [("ringed_digits", "12345"), ("empty_cells", "54321")])
def test_that_values_rise_with_satisfaction_whichever_end_is_printed_first(
    tmp_path: Path, name: str, values: str
) -> None:
    template = propose(FORMS[name](), tmp_path).template

    (scale,) = template.scales
    assert "".join(option.value for option in scale.options) == values
    assert [option.label.vi for option in scale.levels] == list(SATISFACTION)
    assert (scale.kind, scale.satisfied) == (ScaleKind.SATISFACTION, {"4", "5"})
    assert all(section.is_factor for section in template.sections)


def test_that_digits_explained_above_a_table_become_a_scale_of_satisfaction(tmp_path: Path) -> None:
    template = propose(FORMS["bare_digits"](), tmp_path).template

    (scale,) = template.scales
    assert scale.kind is ScaleKind.SATISFACTION
    assert (scale.options[0].label.vi, scale.options[-1].label.vi) == (SATISFACTION[0], SATISFACTION[-1])
    assert {item.style for item in template.items()} == {MarkStyle.RING}


def test_that_a_form_without_a_scale_of_satisfaction_says_that_there_will_be_no_index(tmp_path: Path) -> None:
    sheet = Sheet()
    for row, number in enumerate("12"):
        sheet.write(20, 50 + 12 * row, f"{number}. Ông bà có đồng ý với ý kiến {'AB'[row]} không?")
        for column, option in enumerate(("Có", "Không")):
            sheet.box(120 + 30 * column, 47 + 12 * row, 4)
            sheet.write(126 + 30 * column, 50 + 12 * row, option)

    other = tmp_path / "other"
    other.mkdir()
    without = propose(sheet, tmp_path)
    with_one = propose(FORMS["ringed_digits"](), other)

    assert [note.kind for note in without.notes] == [NoteKind.NO_SATISFACTION]
    assert with_one.notes == ()


def test_that_digits_against_the_wording_do_not_turn_the_scale_round(tmp_path: Path) -> None:
    sheet = Sheet()
    for column, (digit, level) in enumerate(zip("①②③", ("Hài lòng", "Bình thường", "Không hài lòng"), strict=True)):
        sheet.middle(112 + 25 * column, 40, level, 8)
        for row in range(2):
            sheet.sign(110 + 25 * column, 50 + 9 * row, digit, 13)
    for row in range(2):
        sheet.write(20, 50 + 9 * row, f"{row + 1}. Thái độ phục vụ của bộ phận {'AB'[row]}")

    proposal = propose(sheet, tmp_path)

    options = proposal.template.scales[0].options
    assert [(option.value, option.label.vi) for option in options] == [
        ("3", "1 Hài lòng"),
        ("2", "2 Bình thường"),
        ("1", "3 Không hài lòng"),
    ]
    assert any("run against its wording" in line for line in report_lines(proposal, tmp_path))


def test_that_the_title_the_language_and_headings_are_taken_from_the_form(tmp_path: Path) -> None:
    template = propose(FORMS["empty_cells"](), tmp_path, "Phiếu đánh giá 2020").template

    assert (template.template_id, template.title.vi) == ("phieu-danh-gia-2020", "PHIẾU ĐÁNH GIÁ")
    assert template.language is Language.VIETNAMESE
    assert [section.title.vi for section in template.sections] == ["I. TIẾP CẬN DỊCH VỤ", "II. THỦ TỤC HÀNH CHÍNH"]


def test_that_a_question_that_takes_several_answers_says_how_many(tmp_path: Path) -> None:
    template = propose(FORMS["english_circles"](), tmp_path).template

    last = list(template.items())[-1]
    assert (last.kind, last.max_choices, template.language) == (ItemKind.MULTIPLE, 2, Language.ENGLISH)


def test_that_numbers_before_options_do_not_make_a_scale_of_them(tmp_path: Path) -> None:
    template = propose(FORMS["numbered_options"](), tmp_path).template

    assert template.scales == ()
    assert [option.value for item in template.items() for option in item.options] == ["1", "2", "3", "1", "2"]


def test_that_two_questions_on_one_line_stay_two(tmp_path: Path) -> None:
    sheet = Sheet()
    for x, label, options in ((20, "Giới tính:", ("Nam", "Nữ")), (110, "Dân tộc:", ("Kinh", "Khác"))):
        end = sheet.write(x, 40, label) + 5
        for option in options:
            sheet.box(end, 36.8, 3.6)
            end = sheet.write(end + 5, 40, option) + 8

    template = propose(sheet, tmp_path).template

    found = [(item.label.vi, [option.label.vi for option in item.options]) for item in template.items()]
    assert found == [("Giới tính", ["Nam", "Nữ"]), ("Dân tộc", ["Kinh", "Khác"])]


def test_that_the_mark_that_a_form_asks_for_is_that_of_its_items(tmp_path: Path) -> None:
    template = propose(FORMS["ringed_digits"](), tmp_path).template

    assert {item.style for item in template.items()} == {MarkStyle.CROSS}


def test_that_a_line_behind_an_option_belongs_to_it_and_boxes_in_a_row_are_a_number(tmp_path: Path) -> None:
    template = propose(FORMS["written_answers"](), tmp_path).template

    code, _, job, remark, _ = template.items()
    assert (code.kind, code.digits) == (ItemKind.NUMBER, 5)
    assert [option.has_write_in for option in job.options] == [False, False, False, True]
    assert (remark.kind, remark.lines) == (ItemKind.TEXT, 3)


def test_that_every_area_has_a_confidence_and_what_is_doubtful_is_said(tmp_path: Path) -> None:
    proposal = propose(FORMS["empty_cells"](), tmp_path)

    assert len(proposal.areas) == 20
    assert all(0 < area.confidence < 0.99 for area in proposal.areas)
    lines = list(report_lines(proposal, tmp_path))
    assert lines[1] == "Page 1: 4 questions with 20 response areas."
    assert "Assumed of q01, q02, q03, q04: it is an empty cell of a table" in "\n".join(lines)


def test_that_questions_to_look_at_are_those_of_which_an_area_is_not_sure(tmp_path: Path) -> None:
    sheet = FORMS["empty_cells"]()
    sheet.write(20, 250, "Ý kiến chung")
    sheet.box(80, 246.5, 4)

    proposal = propose(sheet, tmp_path)

    unsure = {area.item_id for area in proposal.areas if area.confidence < SURE}
    told = [line for line in report_lines(proposal, tmp_path) if line.startswith("Please look at ")]
    assert unsure
    assert {name for line in told for name in line.removeprefix("Please look at ").split(":")[0].split(", ")} == unsure


def test_that_the_same_form_gives_the_same_template(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()

    first, second = (propose(FORMS["two_columns"](), tmp_path / name) for name in ("one", "two"))

    assert first == second


def _problem(path: Path, folder: Path) -> PageFinding:
    with PageOpener(call=call_here) as opener, pytest.raises(TemplateError) as caught:
        propose_template([path], folder / "made", opener)
    (finding,) = caught.value.findings
    assert isinstance(finding, PageFinding)
    assert not (folder / "made").exists()
    return finding


def test_that_a_file_that_is_no_pdf_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(b"PK\x03\x04 something")

    finding = _problem(path, tmp_path)

    assert finding.problem is PageProblem.NO_PDF
    assert str(finding).endswith("neither a PDF nor a picture; open the form where it was written and save it as PDF")


@pytest.mark.parametrize(
    "head",
    [b"GIF89a", b"\0\0\0\x18ftypheic\0\0"],
    ids=["GIF", "HEIC"],
)
def test_that_a_picture_of_another_kind_is_not_said_to_be_none(tmp_path: Path, head: bytes) -> None:
    path = tmp_path / "photo"
    path.write_bytes(head + bytes(100))

    assert _problem(path, tmp_path).problem is PageProblem.OTHER_PICTURE


def test_that_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(b"")

    finding = _problem(path, tmp_path)

    assert (finding.problem, str(finding)) == (Reason.FILE_EMPTY, f"{path}: the file is empty")


def test_that_of_a_book_only_the_pages_of_the_form_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    book = pypdfium2.PdfDocument.new()
    for _ in range(61):
        book.new_page(595, 842)
    book.save(path)

    assert str(_problem(path, tmp_path)).endswith("pages than a form (> 60); save only those of the form and give that")


def test_that_a_form_without_anything_to_mark_makes_no_template(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.write(20, 40, "Thông báo: không có câu hỏi nào.")
    path = tmp_path / "letter.pdf"
    path.write_bytes(sheet.pdf())

    assert _problem(path, tmp_path).problem is PageProblem.NOTHING_FOUND


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nnothing", b"%PDF-", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>"]
)
def test_that_a_damaged_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(content)

    assert "\n" not in str(_problem(path, tmp_path))


def test_that_a_page_with_more_lines_than_a_form_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("omr.forms.proposing.content.pdf_drawings.MOST_DRAWN", 10)
    path = tmp_path / "form.pdf"
    path.write_bytes(FORMS["empty_cells"]().pdf())

    assert _problem(path, tmp_path).problem is PageProblem.TOO_FULL


def test_that_nothing_is_written_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "mine.txt").write_text("mine")

    with pytest.raises(FolderNotEmpty):
        propose(FORMS["decorated"](), tmp_path)


@pytest.mark.slow
def test_that_files_are_understood_in_a_process_of_limited_time_and_memory(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(FORMS["column_groups"]().pdf())

    with PageOpener(DEFAULT_LIMITS) as opener:
        proposal = propose_template([path], tmp_path / "made", opener)

    assert len(proposal.areas) == 24


def test_that_without_poppler_the_machine_lacks_something_and_the_form_is_not_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(FORMS["two_columns"]().pdf())
    monkeypatch.setattr("omr.images.pdf_drawing._PROGRAM", "no-such-program")

    for are_filled in (False, True):
        with PageOpener(call=call_here) as opener, pytest.raises(RendererMissing, match="Install poppler-utils"):
            propose_template([path], tmp_path / "made", opener, are_filled=are_filled)

    assert not (tmp_path / "made").exists()
