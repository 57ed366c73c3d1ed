"""Words of the README that lies beside all files of an export."""

from form_templates.model import Text

REPORTS_FOLDER = Text("bao-cao-don-vi", "unit-reports")

BASIS = Text("{valid} phiếu hợp lệ trên {responses} phiếu.", "{valid} valid responses of {responses}.")
AS_OF = Text("Số liệu đến {moment}.", "Figures as of {moment}.")
OPEN_PILE = Text(
    "{count} phần phiếu có thể là mặt sau của phiếu khác, chưa ai xác nhận. Trong answers.csv và các tệp dữ liệu, mỗi "
    "phần là một dòng riêng, không được tính là phiếu hợp lệ.",
    "{count} parts of forms are perhaps the other side of a form that is counted; nobody has said so yet. In "
    "answers.csv and the data files each is a row of its own, and counts as no valid response.",
)

FILES = Text("Các tệp", "The files")
WORKBOOK = Text(
    "bảng tính Excel: chỉ số, mọi câu hỏi, mọi đơn vị và toàn bộ dữ liệu; số liệu là công thức",
    "Excel workbook: index, every question and unit, all answers; its figures are formulas",
)
ANSWERS = Text(
    "mỗi câu trả lời một dòng: trang giấy, máy đọc gì, ai quyết định; UTF-8, phân cách bằng dấu phẩy",
    "one row per answer: its page, what was read, who decided; UTF-8, separated by commas",
)
REPORT = Text("báo cáo để in", "report to print")
SPSS = Text(
    "dữ liệu cho SPSS, PSPP, R, Stata: mỗi phiếu một dòng, có nhãn và mã thiếu",
    "data for SPSS, PSPP, R and Stata: one row per response, with labels and missing codes",
)
SETUP = Text(
    "lệnh SPSS mở tệp trên, đặt trọng số và các câu chọn nhiều phương án",
    "SPSS syntax that opens it, sets the weight and the multiple-response sets",
)
PARQUET = Text(
    "dữ liệu cho Python và R: mỗi phiếu một dòng, số là số, nhãn nằm trong tệp",
    "data for Python and R: one row per response, numbers as numbers, labels within the file",
)
REPORTS = Text("báo cáo riêng của từng đơn vị", "a report of each unit")
CROPS = Text("ảnh cắt của các câu do người quyết định", "pictures of the answers that people decided")

CODES = Text("Quy ước", "How to read them")
CODE_NUMBER = Text(
    "Số phiếu (number, trong answers.csv là respondent) nối các tệp với nhau.",
    "The number of a response (number, in answers.csv respondent) joins the files.",
)
CODE_VALUES = Text(
    "Mã trả lời như in trên phiếu. Trong SPSS, phương án không phải số được đánh số theo thứ tự in; mã thiếu: {codes}.",
    "Answers have the codes of the form. In SPSS, options that are no numbers are numbered as printed; missing are "
    "{codes}.",
)
CODE_STATES = Text(
    "Trong Parquet, câu trả lời thiếu để trống và cột ..._state nói lý do.",
    "In Parquet a missing answer is empty and the column ..._state says why.",
)
CODE_WEIGHT = Text(
    "weight là 0 với phiếu không hợp lệ. Với mỗi yếu tố và chỉ số chung (index): ..._answered là số tiêu chí đã trả "
    "lời, ..._satisfied là số tiêu chí hài lòng, ..._mean là điểm trung bình.",
    "weight is 0 for an invalid response. Of each factor and the index: ..._answered is how many criteria were "
    "answered, ..._satisfied how many of them are satisfied, ..._mean their mean level.",
)
CODE_MEAN_OF_SHARES = Text(
    "Chỉ số của đợt này tính theo cách {rule}; các lệnh dưới đây cho tỷ lệ gộp của mọi câu trả lời, có thể khác.",
    "The index of this round is made by rule {rule}; the lines below give the share of all answers pooled, which may "
    "differ.",
)
LOADING = Text("Mở bằng {program}", "Loading with {program}")
SHARE = Text("tỷ lệ câu trả lời hài lòng, có trọng số", "share of satisfied answers, weighted")
LABELS = Text("nội dung câu hỏi", "what a column asks")
MEANINGS = Text("ý nghĩa các mã", "what its codes mean")
EACH_ANSWER = Text("mỗi câu trả lời một dòng", "a row per answer")
OR_SPSS = Text("hoặc tệp SPSS", "or the SPSS file")
