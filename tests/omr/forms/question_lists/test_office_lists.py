"""Lists as offices have them mean what a person reads in them, and what cannot be used is told."""

import pytest

from omr.forms.question_lists.listed import ListedKind, ListRemarkKind, QuestionList
from omr.forms.question_lists.making import build_form
from omr.forms.question_lists.reading import read_question_list


def options_of(text: str) -> list[tuple[str, ...]]:
    return [item.options for item in read_question_list(text).items()]


def facts_of(found: QuestionList, kind: ListRemarkKind) -> str:
    return " ".join(fact for remark in found.remarks if remark.kind is kind for fact in remark.facts.values())


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Câu hỏi\tLựa chọn\nGiới tính\tNam/Nữ\nĐộ tuổi\t18-30 | >30\n", [("Nam", "Nữ"), ("18-30", ">30")]),
        ("TT\tNội dung\tA\tB\tC\n1\tGiới tính\tNam\tNữ\t\n2\tLớp\t6\t7\t8\n", [("Nam", "Nữ"), ("6", "7", "8")]),
        ("STT\tCâu hỏi\tPA1\tPA2\n1\tĐiểm\t1.5\t2.5\n2\tSố lần\t1-5\t6-10\n", [("1.5", "2.5"), ("1-5", "6-10")]),
        ("1. Độ tuổi:\na. Dưới 18\nb. 18 - 35\nc. Trên 35\n", [("Dưới 18", "18 - 35", "Trên 35")]),
        ("1. Bác sĩ?\n1 – Kém\n2 – Vừa\n3 – Tốt\n2. Tuổi\n", [("Kém", "Vừa", "Tốt"), ()]),
        ("Câu 1. Có?\nA. Có   B. Không\nCâu 2. Gì?\nA. Cam  B. Lê  C. Na\n", [("Có", "Không"), ("Cam", "Lê", "Na")]),
        ("1. Giới tính?\n\tA. Nam\tB. Nữ\n2. Học lực?\n\tA. Giỏi\tB. Khá\n", [("Nam", "Nữ"), ("Giỏi", "Khá")]),
        ("1. Giới tính: Nam □  Nữ □\n2. Đã đến? Có ☑ Không ☐\n", [("Nam", "Nữ"), ("Có", "Không")]),
        ("1. Hình thức [x] Trực tiếp [ ] Từ xa\n", [("Trực tiếp", "Từ xa")]),
        ("1. Chọn:\ni) Một\nii) Hai\niii) Ba\n", [("Một", "Hai", "Ba")]),
        ("1. Loại: A\u20111; B\u20112\n", [("A-1", "B-2")]),
        ("1. Giới tính: Nam, nữ\n", [("Nam", "nữ")]),
        ("1. Môn?\n- Toán\n- Văn (thơ; truyện)\n- Anh / Pháp\n", [("Toán", "Văn (thơ; truyện)", "Anh / Pháp")]),
        ("1. Thích:\n(a) Cam\n(b) Táo\n", [("Cam", "Táo")]),
        ("1. Đến để làm gì? Hộ tịch; Đất đai; Khác\n", [("Hộ tịch", "Đất đai", "Khác")]),
        ("1. Ngày sinh: …/…/……\n2. Thu nhập (triệu đồng/tháng): ....\n", [(), ()]),
    ],
)  # fmt: skip
def test_that_options_are_told_apart_however_they_are_written(text, options):
    assert options_of(text) == options


@pytest.mark.parametrize(
    ("text", "kind", "options"),
    [
        ("1. Sạch (1 = Không hài lòng, 3 = Rất hài lòng)", "satisfaction", ("Không hài lòng", "2", "Rất hài lòng")),
        ("1. Sạch: Rất không đồng ý 1 2 3 Rất đồng ý", "single", ("Rất không đồng ý", "2", "Rất đồng ý")),
        ("1. Hài lòng? 1: Rất kém 2: Vừa 3: Rất tốt", "satisfaction", ("Rất kém", "Vừa", "Rất tốt")),
        ("1. Từ 1 đến 5, bạn chấm mấy điểm?", "single", ("1", "2", "3", "4", "5")),
        ("1. Bạn sẽ giới thiệu cho người khác? (0 - 10)", "nps", ()),
        ("1. Từ 1 đến 5 ngày có đủ không?", "yes-no", ("Có", "Không")),
        ("Question\tType\tOption 1\tOption 2\nRate us\tLinear scale\t1\t4\n", "satisfaction", ("1", "2", "3", "4")),
        ("Question\tType\tOption 1\tOption 2\nWhat age?\tMultiple choice\tOld\tYoung\n", "single", ("Old", "Young")),
        ("TT\tTiêu chí\tMức độ hài lòng\t\t\n\t\t1\t2\t3\n1\tNơi ngồi chờ\t\t\t\n", "satisfaction", ("1", "2", "3")),
        ("1. Chọn đúng 2 mục:\n- X\n- Y\n- Z\n", "multiple", ("X", "Y", "Z")),
        ("Câu 1 (Nhiều lựa chọn): Biết qua đâu? Báo; Đài; Bạn bè\n", "multiple", ("Báo", "Đài", "Bạn bè")),
    ],
)  # fmt: skip
def test_that_scales_and_what_is_said_of_answers_are_taken_at_their_word(text, kind, options):
    (item,) = read_question_list(text).items()

    assert (item.kind.value, item.options) == (kind, options)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Giới tính\n2. Tuổi\n3) Bạn ở đâu?\n4/ Ý kiến khác\n", ["1", "2", "3", "4"]),
        ("(1) Có vui không?\n(2) Giá hợp lý không?\n(3) Ý kiến khác\n", ["1", "2", "3"]),
        ("① Thái độ nhân viên\n② Giá cả\n", ["1", "2"]),
        ("## Chung\n**1. Giới tính**\n- [ ] Nam\n- [ ] Nữ\n**2. Bạn bao nhiêu tuổi?** ___\n", ["1", "2"]),
        ("1. Bằng cách nào?\n1. Thư\n2. Tự đến\n2. Phí cao?\n1. Cao\n2. Vừa\n3. Thấp\n3. Vì sao?\n", ["1", "2", "3"]),
        ("1. Sạch sẽ\n2. Đúng giờ\n3. Lịch sự\n1. Sạch sẽ\n2. Đúng giờ\n3. Lịch sự\n", ["1", "2", "3", "1", "2", "3"]),
        ("I. Giới tính của bạn?\nII. Tuổi của bạn?\n", ["I", "II"]),
        ("Chung\n1. Họ tên\n2. Tuổi\nĐánh giá\n1. Thái độ\n2. Giá cả\n", ["1", "2", "1", "2"]),
        ("STT\tCâu hỏi\tLoại\n1\tNơi ở\tSố\n\nXin đánh giá\nSTT\tTiêu chí\tTốt\tKém\n1\tGiá cả\t\t\n", ["1", "1"]),
        ("I. Một\n1. Sạch sẽ\n2. Đúng giờ\nII. Hai\n1. Giá cả\n2. Vệ sinh\n", ["1", "2", "1", "2"]),
    ],
)
def test_that_every_question_is_found_however_it_is_counted(text, numbers):
    assert [item.number for item in read_question_list(text).items()] == numbers


def test_that_how_to_answer_belongs_to_the_question_and_a_note_to_none():
    found = read_question_list(
        "1. Bác sĩ thế nào?\n(Khoanh tròn một số)\n- Kém\n- Tốt\nGhi chú: phiếu giữ kín.\n2. Tuổi\n"
    )

    first, _ = found.items()
    assert (first.text, first.options) == ("Bác sĩ thế nào? (Khoanh tròn một số)", ("Kém", "Tốt"))
    assert "Ghi chú: phiếu giữ kín." in facts_of(found, ListRemarkKind.LEFT_OUT)


def test_that_a_scale_explained_in_the_heading_is_that_of_its_questions():
    found = read_question_list("PHẦN I\n(1 = Rất kém; 2 = Vừa; 3 = Rất tốt)\n1. Chất lượng dạy\n2. Chất lượng phòng\n")

    assert {item.options for item in found.items()} == {("Rất kém", "Vừa", "Rất tốt")}
    assert "Chất lượng dạy" in facts_of(found, ListRemarkKind.LEGEND_USED)


@pytest.mark.parametrize(
    ("text", "remark", "named"),
    [
        (
            "STT\tCâu hỏi\tNgười phụ trách\n1\tNơi ở\tAn\n2\tTuổi\tBình\n",
            ListRemarkKind.UNUSED_COLUMNS,
            "Người phụ trách",
        ),
        ("Câu hỏi\tLoại\tPhương án\nTên anh chị\tVăn bản\tNam; Nữ\n", ListRemarkKind.OPTIONS_UNUSED, "Tên anh chị"),
        ("Câu hỏi\tLoại\nTên của anh chị\tMột lựa chọn\nNơi ở\tSố\n", ListRemarkKind.NO_OPTIONS, "Tên của anh chị"),
        ("Câu hỏi\tLoại\nNgày đến đây\tNgày giờ\nNơi ở\tSố\n", ListRemarkKind.KIND_UNKNOWN, "Ngày đến đây"),
        ("1. Có dùng không?\n- Có\n- Không (chuyển câu 5)\n", ListRemarkKind.SKIP_NOTE, "Có dùng không?"),
        ("1. Xếp hạng các mục sau:\n- Giá\n- Vệ sinh\n", ListRemarkKind.RANKING, "Xếp hạng"),
        ("1. Tỉnh?\n" + "".join(f"- Tỉnh {n}\n" for n in range(90)), ListRemarkKind.TOO_MANY_OPTIONS, "Tỉnh?"),
        ("1. Nơi ở:\n- Phố\n- Làng\n2. 12345\n", ListRemarkKind.LEFT_OUT, "2 12345"),
        ("1. Điểm hay ✔?\n", ListRemarkKind.NO_GLYPHS, "✔"),
        ("1. Nơi ở\nPHẦN CUỐI\n", ListRemarkKind.LEFT_OUT, "PHẦN CUỐI"),
    ],
)
def test_that_what_a_form_does_not_use_of_a_list_is_named(text, remark, named):
    assert named in facts_of(read_question_list(text), remark)


def test_that_every_line_that_is_left_out_is_shown():
    lines = [f"Lưu ý: điều số {n}." for n in range(5)]
    found = read_question_list("1. Nơi ở\n" + "\n".join(lines))

    assert all(line in facts_of(found, ListRemarkKind.LEFT_OUT) for line in lines)


def test_that_a_heading_right_above_another_is_printed_with_it():
    found = read_question_list("PHẦN B: ĐÁNH GIÁ\nI. Cơ sở vật chất\n1. Sạch sẽ\n")

    assert [section.title for section in found.sections] == ["PHẦN B: ĐÁNH GIÁ – I. Cơ sở vật chất"]


def test_that_a_list_of_blanks_asks_nothing_and_leaves_nothing_out():
    assert read_question_list(" \n\t\t\n\n").remarks == ()


def test_that_the_digits_between_worded_ends_are_printed_once():
    form = build_form(read_question_list("1. Sạch (1 = Rất không hài lòng, 5 = Rất hài lòng)"))

    (scale,) = form.scales
    assert [(option.value, option.label.vi) for option in scale.options][1:4] == [("2", "2"), ("3", "3"), ("4", "4")]
    assert (scale.satisfied, scale.dissatisfied) == ({"4", "5"}, {"1", "2"})


def test_that_a_question_said_to_have_options_becomes_a_form_without_any():
    found = read_question_list("Câu hỏi\tLoại\nTên của anh chị\tMột lựa chọn\nNơi ở\tSố\n")

    assert [item.kind for item in found.items()] == [ListedKind.TEXT, ListedKind.NUMBER]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "1. Họ tên:........ Năm sinh:........\n2. Giới tính: Nam / Nữ\n",
            [("Họ tên", ()), ("Năm sinh", ()), ("Giới tính", ("Nam", "Nữ"))],
        ),
        ("PHIẾU\nHọ tên: ……\nĐiện thoại: ……\n1. Tuổi?\n", [("Họ tên", ()), ("Điện thoại", ()), ("Tuổi?", ())]),
        (
            "1. Đến bằng gì?\n- Xe máy\n- Ô tô\nPhương tiện khác: ......\nLý do: ......\n",
            [("Đến bằng gì?", ("Xe máy", "Ô tô", "Phương tiện khác")), ("Lý do", ())],
        ),
    ],
)
def test_that_a_label_with_dots_to_write_on_is_a_question_unless_it_is_the_last_option(text, asked):
    assert [(item.text, item.options) for item in read_question_list(text).items()] == asked
