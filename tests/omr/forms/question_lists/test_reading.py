"""What is pasted from Excel and Word is understood, and what is not said is told as a remark."""

import random

import pytest

from form_templates.model import Language
from omr.forms.question_lists.cells import MOST_CHARACTERS, rows_of_text, text_of_rows
from omr.forms.question_lists.drafts import MOST_ITEMS
from omr.forms.question_lists.listed import ListedItem, ListedKind, ListRemarkKind, QuestionList
from omr.forms.question_lists.reading import read_question_list

LEVELS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")


def items_of(text: str) -> list[ListedItem]:
    return list(read_question_list(text).items())


def kinds_of(text: str) -> list[ListedKind]:
    return [item.kind for item in items_of(text)]


def remarks_of(found: QuestionList) -> set[ListRemarkKind]:
    return {remark.kind for remark in found.remarks}


def test_that_a_table_with_vietnamese_heads_is_understood_by_its_columns():
    found = read_question_list(
        "Phần\tSTT\tCâu hỏi\tLoại\tPhương án\n"
        "A. Chung\t1\tGiới tính\tMột lựa chọn\tNam; Nữ\n"
        "\t2\tTuổi\tSố\t\n"
        "B. Phục vụ\t3\tThời gian chờ\tHài lòng\t\n"
        "\t4\tLý do đến (tối đa 2)\tChọn nhiều\tHồ sơ; Hỏi; Khác\n"
        "\t5\tGóp ý\tVăn bản\t\n"
        "\t6\tÔng/Bà có quay lại không?\tCó/Không\t\n"
    )

    assert [section.title for section in found.sections] == ["A. Chung", "B. Phục vụ"]
    items = list(found.items())
    assert [item.kind.value for item in items] == ["single", "number", "satisfaction", "multiple", "text", "yes-no"]
    assert [item.number for item in items] == list("123456")
    assert (items[3].options, items[3].max_choices) == (("Hồ sơ", "Hỏi", "Khác"), 2)
    assert found.language is Language.VIETNAMESE


def test_that_a_table_with_english_heads_and_a_column_for_each_option_is_understood():
    found = read_question_list(
        "No.\tQuestion\tType\tOption 1\tOption 2\tOption 3\n"
        "1\tWhich one?\tsingle\tA car\tA bus\tA train\n2\tWhich ones?\tmultiple\tTea\tMilk\t\n"
    )

    one, several = found.items()
    assert (one.kind, one.options) == (ListedKind.SINGLE, ("A car", "A bus", "A train"))
    assert (several.kind, several.options) == (ListedKind.MULTIPLE, ("Tea", "Milk"))
    assert found.language is Language.ENGLISH


def test_that_a_table_without_heads_is_understood_by_what_stands_in_it():
    found = items_of(
        "1\tHow satisfied are you with the staff?\tVery satisfied\tSatisfied\tNeutral\tDissatisfied\n"
        "2\tWhat is your gender?\tMale\tFemale\t\t\n"
    )

    assert found[0].kind is ListedKind.SATISFACTION
    assert found[0].options == ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied")
    assert found[1].options == ("Male", "Female")


@pytest.mark.parametrize("cells", ["\t\t\t\t", "☐\t☐\t☐\t☐\t☐", "1\t2\t3\t4\t5"])
@pytest.mark.parametrize("top", ["", "\t\tMức độ hài lòng\t\t\t\t\n"])
def test_that_the_last_heads_of_a_table_are_the_options_of_its_rows(cells, top):
    head = "\t".join(("STT", "Nội dung", *LEVELS))
    found = read_question_list(
        f"{top}{head}\nI\tTiếp cận\t\t\t\t\t\n1\tNơi ngồi chờ\t{cells}\n2\tBiển chỉ dẫn\t{cells}\n"
    )

    assert [section.title for section in found.sections] == ["I Tiếp cận"]
    assert [(item.text, item.kind, item.options) for item in found.items()] == [
        ("Nơi ngồi chờ", ListedKind.SATISFACTION, LEVELS),
        ("Biển chỉ dẫn", ListedKind.SATISFACTION, LEVELS),
    ]
    assert ListRemarkKind.SCALE_ASSUMED not in remarks_of(found)


def test_that_cells_with_line_ends_and_quotation_marks_come_back_whole():
    rows = [("Câu hỏi", "Phương án"), ('Hỏi "gì"\nở đây', "Nam\nNữ"), ("", "x")]

    assert rows_of_text(text_of_rows(rows)) == rows
    (item,) = items_of(text_of_rows(rows[:2]))
    assert item.options == ("Nam", "Nữ")


def test_that_a_numbered_list_with_headings_and_options_below_is_understood():
    found = read_question_list(
        "PHIẾU KHẢO SÁT\nXin Ông/Bà cho biết ý kiến.\nI. THÔNG TIN\n1. Giới tính: Nam / Nữ\n2. Năm sinh: ………\n"
        "3. Ông/Bà biết qua đâu? (chọn nhiều, tối đa 2)\na) Báo, đài\nb) Mạng xã hội\nc) Khác: ……\n"
        "Phần II. Đánh giá\n4. Thái độ phục vụ\n" + "\n".join(f"- {level}" for level in LEVELS) + "\n"
        "5. Ông/Bà có giới thiệu cho người khác (0-10)?\n6. Góp ý\n..........\n..........\n..........\n\nXin cảm ơn!\n"
    )

    assert (found.title, found.instructions, found.closing) == (
        "PHIẾU KHẢO SÁT",
        "Xin Ông/Bà cho biết ý kiến.",
        "Xin cảm ơn!",
    )
    assert [section.title for section in found.sections] == ["I. THÔNG TIN", "Phần II. Đánh giá"]
    items = list(found.items())
    assert [item.kind.value for item in items] == ["single", "number", "multiple", "satisfaction", "nps", "text"]
    assert (items[2].options, items[2].max_choices) == (("Báo, đài", "Mạng xã hội", "Khác"), 2)
    assert items[3].options == LEVELS
    assert (items[1].digits, items[5].lines) == (4, 3)


def test_that_lines_below_a_named_question_are_options_whatever_they_count_by():
    found = items_of("Câu 1: Nơi ở?\n1. Thành thị\n2. Nông thôn\nCâu 2. Trình độ?\nA. THPT\nB. Đại học\nC. Khác\n")

    assert [item.options for item in found] == [("Thành thị", "Nông thôn"), ("THPT", "Đại học", "Khác")]


def test_that_lists_as_word_puts_them_on_the_clipboard_are_understood():
    found = items_of(
        "1.\tAre you a resident?\n•\tYes\n•\tNo\n2.\tWhich services? Select all that apply\no\tA pass\no\tA visa\n"
    )

    assert [(item.kind, item.options) for item in found] == [
        (ListedKind.YES_NO, ("Yes", "No")),
        (ListedKind.MULTIPLE, ("A pass", "A visa")),
    ]


def test_that_questions_counted_by_letter_and_digit_are_no_options():
    found = items_of(
        "Phần A\nA1. Giới tính: 1. Nam  2. Nữ\nA2. Số ngày nằm viện: ..... ngày\nPhần B\nB1. Sạch sẽ (1 2 3 4 5)\n"
    )

    assert [(item.number, item.kind.value, len(item.options)) for item in found] == [
        ("A1", "single", 2),
        ("A2", "number", 0),
        ("B1", "single", 5),
    ]


def test_that_options_of_one_cell_are_parted_by_what_parts_them():
    found = items_of(
        "Câu hỏi\tPhương án\nLứa tuổi nào?\tDưới 18, 18-30, trên 30\nNghề gì?\tNông dân - Công nhân - Khác\n"
    )

    assert [len(item.options) for item in found] == [3, 3]


def test_that_a_question_with_parts_becomes_a_heading():
    found = read_question_list("1. Thái độ:\n1.1 Lịch sự với dân\n1.2 Nhiệt tình giúp dân\n2. Góp ý khác?\n")

    assert found.sections[0].title == "1. Thái độ:"
    assert [item.number for item in found.items()] == ["1.1", "1.2", "2"]


def test_that_what_a_question_does_not_say_is_told():
    found = read_question_list("Thời gian chờ đợi\nThái độ phục vụ\n")

    assert [(item.number, item.kind) for item in found.items()] == [
        ("1", ListedKind.SATISFACTION),
        ("2", ListedKind.SATISFACTION),
    ]
    (remark,) = found.remarks
    assert remark.kind is ListRemarkKind.SCALE_ASSUMED
    assert "Thời gian chờ đợi" in str(remark)


def test_that_questions_asked_twice_are_kept_and_told():
    found = read_question_list("1. Có tốt không?\n2. Có tốt không?\n")

    assert len(list(found.items())) == 2
    assert ListRemarkKind.ALIKE in remarks_of(found)


def test_that_signs_that_cannot_be_printed_are_told_and_left_out():
    found = read_question_list("1. Bạn thấy sao 😀?\n- Tốt 👍\n- Xấu\n2. שלום?\n")

    assert [(item.text, item.options) for item in found.items()] == [("Bạn thấy sao ?", ("Tốt", "Xấu"))]
    assert ListRemarkKind.NO_GLYPHS in remarks_of(found)


@pytest.mark.parametrize(
    "text", ["", " \t \n\u200b\n\u00a0", "1\n2\n3", "1\t2\t3\n4\t5\t6", "1.\n2.\n", "....", "\t" * 5000]
)
def test_that_a_text_without_questions_has_none(text):
    assert read_question_list(text).sections == ()


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("\n".join(f"{n}. Câu hỏi số {n} thế nào?" for n in range(5000)), ListRemarkKind.TOO_MANY),
        ("x" * 1_000_000, ListRemarkKind.TOO_LONG),
        ('"a""\n' * 200_000, ListRemarkKind.TOO_LONG),
        ("1. Q: " + "a;" * 200_000, ListRemarkKind.TOO_LONG),
        ("1. Tên " + ". " * 200_000 + "x", ListRemarkKind.TOO_LONG),
    ],
)
def test_that_a_list_beyond_all_measure_is_cut_and_told(text, remark):
    found = read_question_list(text)

    assert 0 < len(list(found.items())) <= MOST_ITEMS
    assert remark in remarks_of(found)
    assert sum(len(item.text) for item in found.items()) < MOST_CHARACTERS


def test_that_whatever_is_pasted_is_read():
    dice = random.Random(1)
    for _ in range(150):
        text = "".join(dice.choice('1.aA:;/\t\n"-()☐…I V XCâu 0123?') for _ in range(dice.randint(1, 300)))
        assert all(item.text for item in read_question_list(text).items())


def test_that_questions_named_and_numbered_in_one_count_are_all_questions():
    items = items_of("1. Thái độ của công chức\n2. Thời gian chờ\nCâu 3: Đi mấy lần? 1 lần; 2 lần\n4. Góp ý:\n")

    assert len(items) == 4


def test_that_numbered_lines_that_begin_again_under_named_questions_are_options():
    items = items_of("Câu 1: Giới tính\n1. Nam\n2. Nữ\nCâu 2: Tuổi\n1. Dưới 30\n2. Từ 30\n")

    assert [len(item.options) for item in items] == [2, 2]
