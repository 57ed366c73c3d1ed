"""Words of the sheets that tell how the figures came about: comments, the change log, quality."""

from form_templates.model import Text
from omr.recheck.result import Verdict
from omr.responses import UnitDoubt, UnitSource
from omr.results import Flag
from omr.store.change_log import ChangeKind

SHEET_QUALITY = Text("Chất lượng", "Quality")
SHEET_COMMENTS = Text("Ý kiến khác", "Comments")
SHEET_CHANGES = Text("Nhật ký sửa", "Change log")

TITLE_QUALITY = Text("Chất lượng nhập liệu", "Quality of data capture")
TITLE_COMMENTS = Text("Ý kiến khác và ghi chú", "Comments and notes")
TITLE_CHANGES = Text("Nhật ký sửa: mọi quyết định của người kiểm tra", "Change log: every decision of a person")
NOTE_COMMENTS = Text(
    "Ý kiến do người trả lời viết tay, đã được nhập lại; sau đó là ghi chú của người kiểm tra.",
    "What respondents wrote by hand, typed in; after that the notes of operators.",
)
NOTE_CHANGES = Text(
    "Kết quả máy đọc được giữ nguyên bên cạnh quyết định; quyết định đã rút lại vẫn được ghi.",
    "The reading is kept beside the decision; decisions that were taken back stay listed.",
)
NOTHING_HERE = Text("Không có mục nào.", "There is nothing.")

# Stacks
SHEET_STACKS = Text("Tập phiếu", "Stacks")
TITLE_STACKS = Text(
    "Tập phiếu: trang nào tính cho đơn vị nào, vì sao", "Stacks: which pages count for which unit, and why"
)
NOTE_STACKS = Text(
    "Mỗi dòng là các trang liền nhau được tính cho cùng một đơn vị vì cùng một lý do; cộng số phiếu theo đơn vị sẽ ra "
    "số phiếu của đơn vị đó.",
    "A row for pages that follow each other and count for the same unit for the same reason; the forms of a unit's "
    "rows add up to the unit's forms.",
)
COL_FROM = Text("Từ trang", "From")
COL_TO = Text("Đến trang", "To")
COL_PAGES = Text("Số trang", "Pages")
COL_FORMS = Text("Số phiếu", "Forms")
COL_VALID = Text("Hợp lệ", "Valid")
COL_SAYS_SO = Text("Căn cứ", "What says so")
NO_UNIT = Text("không có gì cho biết đơn vị", "nothing names a unit")
UNIT_SOURCES = {
    UnitSource.PERSON: Text("do {operator} gán", "said by {operator}"),
    UnitSource.DELIVERY: Text("chọn khi thêm tệp", "named when the file was added"),
    UnitSource.FOLDER: Text("theo thư mục “{folder}”", "by its folder “{folder}”"),
    UnitSource.PRINT: Text("in trên phiếu", "printed on the form"),
    UnitSource.COVER: Text("theo tờ bìa của tập", "by the covers of the stack"),
}
UNIT_DOUBTS = {
    UnitDoubt.NOT_CLOSED: Text("thiếu tờ cuối tập", "the sheet at the end of the stack was not seen"),
    UnitDoubt.CLOSED_BY_ANOTHER: Text("tờ cuối tập là của đơn vị khác", "the sheet at the end is of another unit"),
    UnitDoubt.NOT_OPENED: Text("thiếu tờ bìa trên cùng", "the sheet on top of the stack was not seen"),
    UnitDoubt.OUTSIDE: Text("nằm ngoài các tập", "outside of all stacks"),
    UnitDoubt.COVER_UNKNOWN: Text("tờ bìa không cho biết đơn vị nào của đợt", "the cover names no unit of this survey"),
    UnitDoubt.CONTRADICTED: Text("phiếu, thư mục và bìa ghi khác nhau", "print, folder and cover name different units"),
}

LISTED_AS = Text("{why}, ghi là {code}", "{why}, as {code}")

# Comments
COL_COMMENT = Text("Nội dung", "Text")
COL_COMMENT_KIND = Text("Loại", "Kind")
COL_TYPED_BY = Text("Người nhập", "Typed by")
COL_PAPER = Text("Ảnh phiếu", "Scan")
KIND_COMMENT = Text("Ý kiến", "Comment")
KIND_NOTE = Text("Ghi chú", "Note")

# Change log
COL_WHEN = Text("Thời điểm", "When")
COL_WHO = Text("Người kiểm tra", "Operator")
COL_WHAT = Text("Việc", "Decision")
COL_READING = Text("Máy đọc", "Reading")
COL_DECIDED = Text("Quyết định", "Decided")
COL_DIFFERS = Text("Khác máy đọc", "Differs")
COL_WHY = Text("Lý do kiểm tra", "Why looked at")
COL_NOTE = Text("Ghi chú", "Note")
COL_WITHDRAWN = Text("Rút lại lúc", "Taken back")
COL_CROP = Text("Ảnh cắt", "Crop")
REPLACED = Text("đã thay bằng quyết định sau, lúc {when}", "replaced by a later decision, {when}")
ACCEPTED_ON = Text(
    "khả năng sai máy nêu {stated}, hiệu chỉnh còn {p_wrong} theo {decisions} quyết định trên lô này ({changed} khác "
    "máy đọc); không có người xem riêng câu này",
    "stated P(wrong) {stated}, recalibrated to {p_wrong} on {decisions} decisions on this batch ({changed} differed "
    "from the reading); nobody looked at it by itself",
)
COL_ACCEPTED_SINCE = Text("Chấp nhận sau", "Accepted later")
ACCEPTED_SINCE = Text(
    "trong đó: máy còn ngờ, chấp nhận theo các quyết định của người kiểm tra",
    "of these: flagged first, accepted going by what people decided",
)
SEE_CROP = Text("xem", "view")
YES = Text("có", "yes")
NO = Text("không", "no")
ANSWER_BLANK = Text("bỏ trống", "blank")
ANSWER_UNREADABLE = Text("không đọc được", "unreadable")
PAGE_OF_FORM = Text("trang {page} của phiếu", "page {page} of the form")
BATCH_NUMBER = Text("lô {number}", "batch {number}")
OWN_SHEET = Text("là một tờ riêng, được tính", "a sheet of its own, which counts")
COUNTED_SCAN = Text("tính bản quét {place}", "the scan {place} counts")
OWN_RESPONDENT = Text("bắt đầu phiếu mới", "begins a form of its own")
CHANGES = {
    ChangeKind.ANSWER: Text("Câu trả lời", "Answer"),
    ChangeKind.DOUBT: Text("Để riêng xem lại", "Set aside"),
    ChangeKind.ACCEPTED: Text("Chấp nhận theo các quyết định", "Accepted, going by decisions"),
    ChangeKind.UNIT: Text("Gán đơn vị", "Unit assigned"),
    ChangeKind.RESPONDENT: Text("Ghép trang vào phiếu", "Page joined to a form"),
    ChangeKind.SHEET: Text("Cùng một tờ hay không", "Same sheet or not"),
    ChangeKind.PIN: Text("Định vị trang bằng tay", "Page pinned by hand"),
    ChangeKind.TYPED: Text("Nhập trang bằng tay", "Page typed by hand"),
    ChangeKind.PAGE_OUT: Text("Loại trang khỏi số liệu", "Page taken out of the count"),
    ChangeKind.BATCH_OUT: Text("Loại lô quét khỏi số liệu", "Batch taken out of the count"),
}
FLAGS = {
    Flag.DOUBLE_MARK: Text("Đánh trùng", "Several marks"),
    Flag.FAINT_MARK: Text("Dấu mờ", "Faint mark"),
    Flag.UNMARKED: Text("Phiếu không có dấu", "Nothing marked"),
    Flag.UNCERTAIN: Text("Chưa chắc chắn", "Uncertain"),
    Flag.CANCELLED_MARK: Text("Dấu đã hủy", "Cancelled mark"),
    Flag.HIDDEN: Text("Ô bị che", "Box not seen"),
    Flag.CUT_OFF: Text("Bị cắt mất", "Cut off"),
    Flag.NOT_LOCATED: Text("Lệch vị trí ô", "Box not located"),
    Flag.HANDWRITING: Text("Chữ viết tay", "Handwriting"),
    Flag.MISSING_PAGE: Text("Thiếu trang", "Page missing"),
    Flag.DISPUTED: Text("Ba lần đọc khác nhau", "Read in three ways"),
    Flag.DOUBTED: Text("Để riêng", "Set aside"),
}

# Quality
BLOCK_RECHECK = Text("Phúc tra mù: tỷ lệ lỗi của máy đọc", "Blind re-check: error rate of the readings")
NOTE_RECHECK = Text(
    "Người phúc tra đọc lại câu trả lời mà không thấy kết quả máy đọc. Khoảng tin cậy chính xác 95 % "
    "(Clopper–Pearson). Chỗ khác nhau được coi là lỗi cho đến khi có kết luận. Giới hạn: {limit}.",
    "People read accepted answers without seeing the reading. Exact 95 % interval (Clopper and Pearson). A difference "
    "counts as an error until somebody shows that it is none. Limit: {limit}.",
)
BLOCK_FLAGS = Text("Câu phải kiểm tra, theo lý do của máy", "Answers to look at, by the reason of the engine")
NOTE_FLAGS = Text(
    "Một câu có thể có nhiều lý do. Đây là nghi ngờ của máy, không phải lỗi của người trả lời.",
    "An answer may have several reasons. These are doubts of the engine, not mistakes of respondents.",
)
BLOCK_RESPONDENTS = Text("Cách trả lời của người dân (phiếu hợp lệ)", "How people answered (valid responses)")
NOTE_RESPONDENTS = Text(
    "Sau khi kiểm tra: câu bỏ trống, đánh trùng là của người trả lời, không phải nghi ngờ của máy đọc.",
    "After review: blanks and double marks are the respondents' own, not doubts of the engine.",
)
BLOCK_OPERATORS = Text("Quyết định theo người kiểm tra", "Decisions by operator")
BLOCK_HEALTH = Text("Máy quét và giấy", "Scanner and paper")
BLOCK_HEALTH_OF_PICTURES = Text("Ảnh và giấy", "Pictures and paper")  # where not all was scanned
HEALTH_IS_GOOD = Text("Không thấy vấn đề nào.", "No problem was found.")
COL_BATCH = Text("Lô quét", "Batch")
COL_ACCEPTED = Text("Máy chấp nhận", "Accepted")
COL_CHECKED = Text("Đã phúc tra", "Checked")
COL_ERRORS = Text("Sai", "Wrong")
COL_RATE = Text("Tỷ lệ lỗi", "Error rate")
COL_VERDICT = Text("Kết luận", "Verdict")
COL_REASON = Text("Lý do", "Reason")
COL_FLAGGED = Text("Số câu", "Answers")
COL_AWAITING = Text("Chờ kiểm tra", "Awaiting")
COL_CONFIRMED = Text("Giữ như máy đọc", "Confirmed")
COL_CHANGED = Text("Sửa khác máy đọc", "Changed")
COL_CHANGED_SHARE = Text("Tỷ lệ sửa", "Share changed")
COL_STATE = Text("Tình trạng", "State")
COL_TAKEN_BACK = Text("Rút lại", "Taken back")
ALL_BATCHES = Text("Tất cả", "All")
NOT_FLAGGED = Text("Không bị nghi ngờ, người tự sửa", "Not doubted, decided all the same")
STATE_ANSWERED = Text("Trả lời được tính", "Counted answers")
VERDICTS = {
    Verdict.NOTHING_TO_CHECK: Text("không có gì để phúc tra", "nothing to check"),
    Verdict.MORE: Text("cần thêm {more} câu không lỗi", "{more} more without a mistake are needed"),
    Verdict.WAITING: Text("chờ kết luận các chỗ khác nhau", "the differences are to be decided first"),
    Verdict.ENOUGH: Text("đạt", "enough"),
    Verdict.TOO_MANY: Text("vượt giới hạn cho phép", "more mistakes than the survey allows"),
}

# Method
METHOD_FORMULAS = Text("Công thức", "Formulas")
METHOD_FORMULAS_TEXT = Text(
    "Số liệu tổng hợp là công thức đếm trên trang “Dữ liệu”, qua các tên cột bắt đầu bằng “d_” (xem Name Manager). "
    "Cột phụ ở cuối trang “Dữ liệu” cho biết mỗi phiếu có bao nhiêu câu được tính. Những số liệu sau là giá trị cố "
    "định: trang giấy đã nhận, phúc tra, lý do kiểm tra, cỡ mẫu tương đương, số có trọng số, khoảng xếp hạng và "
    "nhóm, nhóm nhân khẩu, so sánh các đợt, độ tin cậy, kiểu trả lời, và câu có giá trị mà bảng tính không phân biệt "
    "được.",
    "Summary figures are formulas that count on the sheet “Data”, by column names that begin with “d_” (see the Name "
    "Manager). Auxiliary columns at the end of “Data” tell how many answers of a response count. Plain values are: "
    "pages delivered, re-check, reasons to look, equivalent samples, weighted figures, ranges of ranks and groups, "
    "demographic groups, comparisons of rounds, reliability, answer patterns, and items whose values a spreadsheet "
    "cannot tell apart.",
)
METHOD_TRACE = Text("Truy nguồn", "Traceability")
METHOD_TRACE_TEXT = Text(
    "Mỗi phiếu trong trang “Dữ liệu” có liên kết đến tệp quét trong thư mục “scans” của đợt khảo sát; liên kết mở tệp, "
    "số trang ghi ngay đó. Liên kết chỉ mở được khi bảng tính nằm đúng chỗ đã xuất.",
    "Each response on the sheet “Data” links to its scan in the survey's folder “scans”; the link opens the file, the "
    "page is named beside it. Links work as long as the workbook stays where it was exported to.",
)
METHOD_ACCEPTED_SINCE = Text("Chấp nhận theo các quyết định", "Accepted, going by decisions")
METHOD_ACCEPTED_SINCE_TEXT = Text(
    "{count} câu máy còn ngờ được tính là máy chấp nhận: khả năng sai của từng lô được hiệu chỉnh theo những gì người "
    "kiểm tra đã quyết định với các câu khác của lô (ít nhất 30 quyết định), và chỉ nhận những câu trong cùng mức sai "
    "cho phép. Không có người xem riêng từng câu; phúc tra mù rút cả các câu này. Nhật ký sửa ghi rõ từng câu.",
    "{count} answers that had been flagged count as accepted: their batch's P(wrong) was recalibrated on what people "
    "decided about other answers of it (30 decisions at least), and only what lies within the same tolerance was "
    "taken. Nobody looked at each of them; the blind re-check draws them too. The change log tells of every one.",
)
METHOD_RECHECK = Text("Phúc tra", "Re-check")
METHOD_RECHECK_TEXT = Text(
    "Đã phúc tra mù {checked} trên {accepted} câu máy chấp nhận, {wrong} câu sai; tỷ lệ lỗi từ {low} đến {high} "
    "(khoảng chính xác 95 %); giới hạn {limit}: {verdict}.",
    "{checked} of {accepted} accepted answers were checked blindly, {wrong} were wrong; the error rate lies between "
    "{low} and {high} (exact 95 % interval); limit {limit}: {verdict}.",
)
METHOD_RECHECK_NONE = Text(
    "Chưa phúc tra câu nào: tỷ lệ lỗi của máy đọc chưa được kiểm chứng trên đợt khảo sát này.",
    "Nothing was re-checked: the error rate of the readings has not been verified on this survey.",
)
METHOD_VERSIONS = Text("Phiên bản", "Versions")
METHOD_VERSIONS_TEXT = Text(
    "Phiếu {program}; mẫu phiếu {template}, phiên bản {version}; cơ sở dữ liệu {schema}.",
    "Program version {program}; form template {template}, version {version}; database {schema}.",
)

READING_AT_MOST = Text("Do máy đọc: nhiều nhất ±{points} điểm %", "Reading: at most ±{points} points")
READING_UNCHECKED = Text(
    "Do máy đọc: chưa phúc tra (ước tính ±{points} điểm %)", "Reading: not yet checked (expected ±{points} points)"
)
METHOD_READING = Text("Sai số do máy đọc", "Reading error")
METHOD_READING_TEXT = Text(
    "Một câu đọc sai làm chỉ số đổi nhiều nhất bằng phần của câu đó: 1 chia cho số câu trả lời khi mọi câu tính như "
    "nhau, nhiều câu thì cộng lại. Chỉ số có {accepted} câu máy chấp nhận. {checked} Theo xác suất sai do máy tự ước "
    "tính: nhiều nhất ±{points} điểm %. Câu do người quyết định, phiếu hợp lệ và câu không phải hỏi được coi là đúng. "
    "Không cộng vào khoảng tin cậy, vốn nói về những người không được hỏi.",
    "A misread answer moves the index at most by its part: 1 divided by the number of answers where all count alike; "
    "of several the parts add up. The index rests on {accepted} answers that the engine accepted. {checked} By the "
    "engine's own probabilities: at most ±{points} points. What people decided, which responses are valid and which "
    "questions were not asked is taken for right. It is no part of the 95 % interval, which is about people who were "
    "not asked.",
)
METHOD_READING_CHECKED = Text(
    "Đã phúc tra mù {checked} câu trong số đó, {wrong} câu khác: nhiều nhất {rate} bị đọc sai (cận trên của khoảng "
    "chính xác 95 %, Clopper và Pearson 1934), tức nhiều nhất ±{points} điểm %.",
    "{checked} of them were re-checked blind, {wrong} differed: at most {rate} are misread (upper end of the exact "
    "95 % interval, Clopper and Pearson 1934), which is at most ±{points} points.",
)
METHOD_READING_UNCHECKED = Text(
    "Chưa phúc tra mù câu nào trong số đó, nên chưa có giới hạn đã kiểm chứng.",
    "None of them was re-checked blind, so that no limit is shown yet.",
)
METHOD_ORDER = Text("Thứ tự hai đơn vị đầu", "Order of the first two units")
METHOD_ORDER_TEXT = Text(
    "{first} hơn {second} {gap} điểm %. {verdict} Điều này không nói về ngẫu nhiên khi chọn người trả lời.",
    "{first} is {gap} points above {second}. {verdict} Chance in who was asked is another matter.",
)
ORDER_NEEDS_MORE = Text(
    "Thứ tự này chỉ do máy đọc sai nếu ít nhất {misread} trong {accepted} câu máy chấp nhận của hai đơn vị là sai: "
    "phúc tra thêm {more} câu ngẫu nhiên trong số đó mà không thấy câu nào sai thì loại trừ được (cận trên của khoảng "
    "chính xác 95 %; Aslam, Popa và Rivest 2007).",
    "Misreading alone can have made this order only if at least {misread} of the {accepted} accepted answers of the "
    "two are wrong: {more} more of them re-checked at random without a mistake rule that out (upper end of the exact "
    "95 % interval; Aslam, Popa and Rivest 2007).",
)
ORDER_RULED_OUT = Text(
    "Thứ tự này chỉ do máy đọc sai nếu ít nhất {misread} trong {accepted} câu máy chấp nhận của hai đơn vị là sai; "
    "phúc tra mù đã loại trừ điều đó (cận trên của khoảng chính xác 95 %).",
    "Misreading alone can have made this order only if at least {misread} of the {accepted} accepted answers of the "
    "two are wrong; the re-check has ruled that out (upper end of the exact 95 % interval).",
)
ORDER_BEYOND_READING = Text(
    "Dù mọi câu máy chấp nhận đều sai, thứ tự này vẫn không đổi.",
    "Not even if the engine had misread all that it accepted would the order be another.",
)
