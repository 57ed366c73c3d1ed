"""Blank forms of different styles, as offices write them, each with its truth."""

from collections.abc import Callable
from itertools import pairwise

from form_templates.model import Rect
from tests.omr.forms.proposing.sheet import Sheet, TrueQuestion

SATISFACTION = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
_STATEMENTS = (
    "Nơi ngồi chờ có đủ chỗ ngồi",
    "Trang thiết bị hiện đại, dễ sử dụng",
    "Thủ tục hành chính được niêm yết công khai",
    "Thành phần hồ sơ phải nộp đúng quy định",
    "Công chức giao tiếp lịch sự, tôn trọng",
    "Công chức chú ý lắng nghe ý kiến",
)


def _options(sheet: Sheet, question: TrueQuestion, x: float, y: float, labels: tuple[str, ...]) -> None:
    """Write options below each other, each behind a box."""
    for number, label in enumerate(labels):
        rect = sheet.box(x, y + number * 6.0 - 3.2, 3.6)
        sheet.write(x + 5.5, y + number * 6.0, label)
        question.options.append((rect, label))


def inline_boxes() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU KHẢO SÁT Ý KIẾN NGƯỜI DÂN", 15, bold=True)
    sheet.write(20, 30, "Xin Ông/Bà đánh dấu X vào ô tương ứng với ý kiến của mình.")
    sheet.write(20, 42, "A. THÔNG TIN CHUNG", bold=True)
    for number, (label, options) in enumerate(
        (("Giới tính", ("Nam", "Nữ")), ("Nơi sinh sống", ("Thành thị", "Nông thôn", "Miền núi"))), start=1
    ):
        y = 42 + 9 * number
        question = sheet.ask(label)
        x = sheet.write(20, y, f"{number}. {label}:") + 6
        for option in options:
            question.options.append((sheet.box(x, y - 3.2, 3.6), option))
            x = sheet.write(x + 5.0, y, option) + 9
    question = sheet.ask("Trình độ học vấn của Ông/Bà?")
    sheet.write(20, 74, "3. Trình độ học vấn của Ông/Bà?")
    _options(sheet, question, 26, 82, ("Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Đại học, trên đại học"))
    question = sheet.ask("Ông/Bà biết thông tin qua kênh nào? (Có thể chọn nhiều phương án)")
    sheet.write(20, 112, "4. Ông/Bà biết thông tin qua kênh nào? (Có thể chọn nhiều phương án)")
    _options(sheet, question, 26, 120, ("Trụ sở Ủy ban nhân dân", "Loa phát thanh"))
    _options(sheet, question, 110, 120, ("Trang thông tin điện tử", "Người thân"))
    return sheet


def english_circles() -> Sheet:
    sheet = Sheet(215.9, 279.4)
    sheet.middle(108, 22, "Customer Service Survey", 16, bold=True)
    sheet.write(20, 36, "Please fill in one circle in every row.")
    levels = ("Very poor", "Poor", "Fair", "Good", "Excellent")
    for column, level in enumerate(levels):
        sheet.middle(118 + 20 * column, 48, level, 9, bold=True)
    for number, label in enumerate(("Waiting time", "Clarity of information", "Friendliness of staff"), start=1):
        y = 48 + 9 * number
        question = sheet.ask(label)
        sheet.write(20, y, f"{number}. {label}")
        for column, level in enumerate(levels):
            question.options.append((sheet.circle(118 + 20 * column - 2, y - 3.3, 4), level))
    question = sheet.ask("Which services did you use? Choose up to two.")
    sheet.write(20, 95, "4. Which services did you use? Choose up to two.")
    for number, label in enumerate(("Land registry", "Civil status", "Business licence")):
        question.options.append((sheet.circle(24, 99.8 + 7 * number, 4), label))
        sheet.write(30, 103 + 7 * number, label)
    return sheet


def ringed_digits() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU LẤY Ý KIẾN NGƯỜI BỆNH", 15, bold=True)
    sheet.write(20, 30, "Đánh dấu gạch chéo vào một số cho từng câu hỏi dưới đây.")
    xs, ys = [20, 32, 110, 126, 142, 158, 174, 190], [36, 52, 61, 70, 79, 88, 97]
    sheet.grid(xs, ys)
    sheet.write(22, 45, "STT", bold=True)
    sheet.write(50, 45, "Nội dung", bold=True)
    for column, level in enumerate(SATISFACTION):
        words = level.split()
        half = (len(words) + 1) // 2
        sheet.middle(118 + 16 * column, 42, " ".join(words[:half]), 7.5)
        sheet.middle(118 + 16 * column, 46, " ".join(words[half:]), 7.5)
    for number, label in enumerate(_STATEMENTS[:5], start=1):
        y = ys[number] + 6
        sheet.write(24, y, str(number))
        sheet.write(34, y, label, 8.5)
        question = sheet.ask(label)
        for column, level in enumerate(SATISFACTION):
            rect = sheet.sign(118 + 16 * column - 2, y, "①②③④⑤"[column], 13)
            question.options.append((rect, level))
    return sheet


def bare_digits() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "ĐO LƯỜNG SỰ HÀI LÒNG", 15, bold=True)
    sheet.write(20, 30, "Xin khoanh tròn vào chữ số phù hợp nhất: 1 = Rất không hài lòng, 5 = Rất hài lòng.", 9)
    for page, statements in enumerate((_STATEMENTS[:3], _STATEMENTS[3:])):
        if page:
            sheet.next_page()
        xs, ys = [20, 130, 142, 154, 166, 178, 190], [40 + 10 * row for row in range(len(statements) + 2)]
        sheet.grid(xs, ys)
        sheet.write(22, 46, "Nội dung đánh giá", bold=True)
        sheet.middle(160, 36, "Mức độ hài lòng", bold=True)
        for column in range(5):
            sheet.middle(136 + 12 * column, 46.5, str(column + 1), bold=True)
        for row, label in enumerate(statements, start=1):
            sheet.write(22, ys[row] + 6.5, f"{page * 3 + row}. {label}", 9)
            question = sheet.ask(label)
            for column in range(5):
                rect = sheet.digit(136 + 12 * column, ys[row] + 6.5, str(column + 1))
                question.options.append((rect, str(column + 1)))
        sheet.middle(105, 287, f"Trang {page + 1}", 9)
    return sheet


def empty_cells() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU ĐÁNH GIÁ", 15, bold=True)
    sheet.write(20, 30, "Đánh dấu X vào ô phù hợp.")
    xs, ys = [20, 90, 106, 122, 138, 154, 170, 190], [36, 50, 57, 66, 75, 82, 91, 100]
    sheet.grid(xs, [36, 50])
    for top, low in pairwise(ys):
        if top in (50, 75):
            sheet.grid([20, 190], [top, low])
        else:
            sheet.grid(xs, [top, low])
    for column, level in enumerate(reversed(SATISFACTION)):
        words = level.split()
        half = (len(words) + 1) // 2
        sheet.middle(98 + 16 * column, 42, " ".join(words[:half]), 7)
        sheet.middle(98 + 16 * column, 46, " ".join(words[half:]), 7)
    sheet.write(22, 44, "Tiêu chí", bold=True)
    sheet.middle(180, 44, "Ghi chú", 9)
    sheet.write(22, 55, "I. TIẾP CẬN DỊCH VỤ", bold=True)
    sheet.write(22, 80, "II. THỦ TỤC HÀNH CHÍNH", bold=True)
    for number, row in enumerate((2, 3, 5, 6)):
        sheet.write(22, ys[row] + 6, f"{number + 1}. {_STATEMENTS[number]}", 8)
        question = sheet.ask(_STATEMENTS[number])
        for column, level in enumerate(reversed(SATISFACTION)):
            question.options.append((sheet.cell(xs, ys, column + 1, row), level))
    return sheet


def sign_boxes() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU THÔNG TIN", 15, bold=True)
    question = sheet.ask("Độ tuổi")
    sheet.write(20, 35, "1. Độ tuổi")
    for number, label in enumerate(("Dưới 25", "Từ 25 đến 50", "Trên 50")):
        question.options.append((sheet.sign(24, 42 + 7 * number, "☐"), label))
        sheet.write(30, 42 + 7 * number, label)
    question = sheet.ask("Dân tộc")
    x = sheet.write(20, 70, "2. Dân tộc:") + 8
    for label in ("Kinh", "Khác"):
        end = sheet.write(x, 70, label)
        question.options.append((sheet.sign(end + 2, 70, "□"), label))
        x = end + 22
    question = sheet.ask("Hình thức nộp hồ sơ")
    sheet.write(20, 82, "3. Hình thức nộp hồ sơ")
    for number, label in enumerate(("Trực tiếp", "Qua bưu điện", "Trực tuyến")):
        y = 89 + 7 * number
        left, right = sheet.sign(24, y, "["), sheet.sign(28, y, "]")
        place = Rect(left.x_mm, left.y_mm, right.x_mm + right.w_mm - left.x_mm, left.h_mm)
        question.options.append((place, label))
        sheet.write(32, y, label)
    return sheet


def two_columns() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "BẢNG HỎI HAI CỘT", 15, bold=True)
    sheet.write(
        20, 30, "Cảm ơn Ông/Bà đã dành thời gian trả lời bảng hỏi này của chúng tôi trong dịp khảo sát năm nay."
    )
    for column in range(2):
        x = 20 + 92 * column
        y = 42.0
        for number in range(3):
            label = f"Câu hỏi về nội dung {'ABCDEF'[column * 3 + number]}?"
            question = sheet.ask(label)
            sheet.write(x, y, f"{column * 3 + number + 1}. {label}")
            _options(sheet, question, x + 4, y + 7, ("Thường xuyên", "Thỉnh thoảng", "Không bao giờ")[: 3 - column])
            y += 33 - 5 * column
    return sheet


def numbered_options() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU PHỎNG VẤN", 15, bold=True)
    sheet.write(20, 30, "Xin khoanh tròn vào số trước câu trả lời.")
    for number, (label, options) in enumerate(
        (("Khu vực", ("Đô thị", "Nông thôn", "Miền núi")), ("Giới tính", ("Nam", "Nữ"))), start=1
    ):
        y = 32 + 10 * number
        question = sheet.ask(label)
        x = sheet.write(20, y, f"Câu {number}. {label}:") + 8
        for place, option in enumerate(options, start=1):
            ring = sheet.digit(x + 1, y, str(place), 10)
            x = sheet.write(sheet.write(x + 2.2, y, ".") + 1.2, y, option) + 9
            question.options.append((ring, option))
    return sheet


def column_groups() -> Sheet:
    sheet = Sheet(297, 210)
    sheet.middle(148, 18, "MỨC ĐỘ QUAN TRỌNG VÀ HÀI LÒNG", 14, bold=True)
    xs, ys = [20, 120, 134, 148, 162, 176, 192, 206, 220, 234, 250], [30, 37, 44, 53, 62, 71]
    sheet.grid([20, 120, 176, 250], [30, 37])
    sheet.grid(xs, ys[1:])
    sheet.middle(148, 35, "Mức độ quan trọng", 9, bold=True)
    sheet.middle(212, 35, "Mức độ hài lòng", 9, bold=True)
    for column in range(4):
        sheet.middle(127 + 14 * column, 42, str(column + 1), 9, bold=True)
        sheet.middle(199 + 14 * column, 42, str(column + 1), 9, bold=True)
    first, second = [], []
    for row in range(3):
        y = ys[row + 2]
        sheet.write(22, y + 6, f"{row + 1}. {_STATEMENTS[row]}", 9)
        for questions, start in ((first, 127), (second, 199)):
            name = "Mức độ quan trọng" if start == 127 else "Mức độ hài lòng"
            question = TrueQuestion(1, f"{_STATEMENTS[row]} ({name})")
            for column in range(4):
                question.options.append((sheet.box(start + 14 * column - 2, y + 2.5, 4), str(column + 1)))
            questions.append(question)
    sheet.questions += first + second
    return sheet


def written_answers() -> Sheet:
    sheet = Sheet()
    sheet.middle(105, 20, "PHIẾU ĐIỀU TRA HỘ", 15, bold=True)
    sheet.ask("Mã hộ", written=True)
    sheet.write(20, 32, "Mã hộ:")
    for number in range(5):
        sheet.box(38 + 6 * number, 27, 6, 7)
    sheet.ask("Họ và tên chủ hộ", written=True)
    end = sheet.write(20, 46, "1. Họ và tên chủ hộ: ")
    sheet.line(end, 46.5, 190, 46.5)
    question = sheet.ask("Nghề nghiệp của Ông/Bà")
    sheet.write(20, 58, "2. Nghề nghiệp của Ông/Bà:")
    _options(sheet, question, 26, 66, ("Làm ruộng", "Buôn bán", "Công chức", "Khác"))
    sheet.write(41, 84, ": " + "." * 60)
    sheet.ask("Ông/Bà có góp ý gì thêm không?", written=True)
    sheet.write(20, 98, "3. Ông/Bà có góp ý gì thêm không?")
    for number in range(3):
        sheet.write(20, 107 + 8 * number, "." * 150)
    sheet.ask("Kiến nghị khác", written=True)
    sheet.write(20, 136, "4. Kiến nghị khác:")
    sheet.box(20, 140, 170, 30)
    sheet.write(130, 190, "Chữ ký của người trả lời:")
    sheet.line(130, 215, 190, 215)
    return sheet


def decorated() -> Sheet:
    sheet = Sheet()
    sheet.box(10, 10, 190, 277)  # a frame round the page
    sheet.dark(20, 16, 14, 14, 0.4)
    sheet.circle(24, 20, 6)
    sheet.write(120, 20, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 8, bold=True)
    sheet.write(128, 25, "Độc lập - Tự do - Hạnh phúc", 8, bold=True)
    sheet.line(130, 27, 178, 27)
    sheet.middle(105, 40, "PHIẾU XIN Ý KIẾN", 16, bold=True)
    sheet.write(20, 52, "Ví dụ:")
    for number in range(3):
        sheet.box(40 + 8 * number, 48.8, 4)
    sheet.line(40, 48.8, 44, 52.8)
    sheet.line(44, 48.8, 40, 52.8)
    for number, text in enumerate(("Mỗi câu chỉ chọn một phương án.", "Không ghi tên lên phiếu.")):
        sheet.dark(22, 58.5 + 6 * number, 1.6, 1.6)
        sheet.write(26, 60 + 6 * number, text)
    xs, ys = [20, 80, 140, 190], [76, 84, 92]
    sheet.grid(xs, ys)
    for row, texts in enumerate((("Đơn vị", "Địa chỉ", "Điện thoại"), ("UBND xã", "Số 1 đường Lý Thái Tổ", "0222 3"))):
        for column, text in enumerate(texts):
            sheet.write(xs[column] + 2, ys[row] + 5.5, text, 9)
    question = sheet.ask("Ông/Bà có hài lòng không?")
    sheet.write(20, 110, "1. Ông/Bà có hài lòng không?")
    _options(sheet, question, 26, 118, ("Có", "Không"))
    sheet.middle(105, 280, "1", 9)
    return sheet


FORMS: dict[str, Callable[[], Sheet]] = {
    make.__name__: make
    for make in (
        inline_boxes, english_circles, ringed_digits, bare_digits, empty_cells, sign_boxes, two_columns,
        numbered_options, column_groups, written_answers, decorated,
    )
}  # fmt: skip
