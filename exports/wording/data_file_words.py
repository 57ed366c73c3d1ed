"""Words of the files for programs that analyse: labels of what is counted for every respondent, remarks in syntax."""

from form_templates.model import Text

WEIGHT = Text(
    "Trọng số: phiếu không hợp lệ là 0, phiếu khác là {counted}", "Weight: 0 for an invalid response, else {counted}"
)
WEIGHT_ALIKE = Text("1", "1")
WEIGHT_TRANSACTIONS = Text(
    "số giao dịch của đơn vị chia số phiếu hợp lệ", "the unit's transactions for each of its valid responses"
)
COL_PART_MEAN = Text("Điểm trung bình – {part}", "Mean level – {part}")
INDEX = Text("Chỉ số chung", "Index")

SYNTAX_INTRO = Text(
    "Đặt tệp này cạnh {file}, mở trong SPSS hoặc PSPP, chọn thư mục đó làm thư mục làm việc rồi chạy tất cả",
    "Keep this file beside {file}, open it in SPSS or PSPP, make that folder the working directory and run all of it",
)
SYNTAX_WEIGHT = Text(
    "Phiếu không hợp lệ có trọng số 0 nên không được tính vào bảng nào",
    "Invalid responses weigh 0 and so are counted in no table",
)
SYNTAX_SETS = Text(
    "Các câu được chọn nhiều phương án, mỗi phương án một biến 0/1",
    "Questions with several answers, each option a variable of 0 and 1",
)
