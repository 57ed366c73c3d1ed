"""Every word a person reads in the workbook, in both languages, in one table.

Texts with facts name them in braces; ``Speaker`` fills them in.
"""

from dataclasses import dataclass

from form_templates.model import Language, Text


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts a text in one language; called like a function: ``say(words.BLANK)``."""

    language: Language

    def __call__(self, text: Text, **facts: object) -> str:
        """Return ``text`` in the speaker's language, its facts filled in."""
        wording = text.in_language(self.language)
        return wording.format(**facts) if facts else wording


def decimal(say: Speaker, value: float, decimals: int) -> str:
    """Return a number as the speaker's language writes it."""
    text = f"{value:.{decimals}f}"
    return text.replace(".", ",") if say.language is Language.VIETNAMESE else text


def percent(say: Speaker, share: float, decimals: int) -> str:
    """Return a share likewise, in percent."""
    return f"{decimal(say, share * 100, decimals)} %"


# Sheets: at most 31 characters, without []:*?/\
SHEET_OVERVIEW = Text("Tổng quan", "Overview")
SHEET_CRITERIA = Text("Tiêu chí", "Criteria")
SHEET_FACTORS = Text("Yếu tố", "Factors")
SHEET_UNITS = Text("Đơn vị", "Units")
SHEET_ROLL_UPS = Text("Cấp tỉnh, huyện", "Levels above")
SHEET_UNIT_CRITERIA = Text("Đơn vị theo tiêu chí", "Units by criterion")
SHEET_FREQUENCIES = Text("Tần số", "Frequencies")
SHEET_INVALID = Text("Phiếu không hợp lệ", "Invalid responses")
SHEET_DATA = Text("Dữ liệu", "Data")
SHEET_CODEBOOK = Text("Bảng mã", "Codebook")
SHEET_METHOD = Text("Phương pháp", "Method")

# Titles and notes of the sheets
TITLE_CRITERIA = Text("Kết quả theo tiêu chí", "Results by criterion")
TITLE_FACTORS = Text("Kết quả theo yếu tố", "Results by factor")
TITLE_UNITS = Text("Kết quả và xếp hạng theo đơn vị", "Results and ranking by unit")
TITLE_ROLL_UPS = Text(
    "Kết quả gộp theo cấp: đơn vị và các đơn vị trực thuộc", "Pooled results: a unit and all below it"
)
TITLE_UNIT_CRITERIA = Text("Tỷ lệ hài lòng của đơn vị theo tiêu chí", "Satisfied share of units by criterion")
NOTE_UNIT_CRITERIA = Text(
    "Theo quy tắc B, chỉ số là trung bình cộng các tỷ lệ trong hàng. Cấp trên gồm cả các đơn vị trực thuộc.",
    "Under rule B the index is the plain mean of the shares in the row. Levels above include all units below them.",
)
TITLE_FREQUENCIES = Text("Tần số các câu hỏi khác", "Frequencies of the other questions")
TITLE_INVALID = Text("Phiếu không hợp lệ", "Invalid responses")
TITLE_CODEBOOK = Text("Bảng mã của trang “Dữ liệu”", "Codebook of the sheet “Data”")
TITLE_METHOD = Text("Phương pháp tính", "How the figures are made")
VALID_OF_RESPONSES = Text("{valid} phiếu hợp lệ trên {responses} phiếu", "{valid} valid of {responses} responses")
PROVISIONAL = Text(
    "Số liệu tạm thời: còn {count} câu trả lời chờ kiểm tra, chưa được tính vào kết quả.",
    "Provisional figures: {count} answers await review and are not counted yet.",
)
TYPING_AWAITED = Text(
    "Còn {count} ô chữ viết tay chưa được nhập; các tỷ lệ không bị ảnh hưởng.",
    "{count} handwritten fields are not typed in yet; no share depends on them.",
)
NOTE_GREY = Text(
    "Đơn vị in xám có dưới {limit} phiếu hợp lệ: chỉ để tham khảo, không xếp hạng. Xếp hạng trong cùng một cấp.",
    "Units in grey have fewer than {limit} valid responses: a hint only, not ranked. Ranks are within one level.",
)
NOTE_FREQUENCIES = Text(
    "Tỷ lệ tính trên số phiếu hợp lệ có trả lời câu hỏi; câu chọn nhiều phương án có thể vượt 100 % khi cộng lại.",
    "Shares are of the valid responses that answered; where several may be chosen they can add up to more than 100 %.",
)
NOTE_INVALID = Text(
    "Không tính vào kết quả, vẫn có đủ trong trang “Dữ liệu”. Phiếu còn câu chờ kiểm tra có thể trở thành hợp lệ.",
    "Counted nowhere, kept in full on the sheet “Data”. Those with answers awaiting review may become valid.",
)
NONE_INVALID = Text("Không có phiếu nào.", "There are none.")
FOOTER_PAGE = Text("Trang &P / &N", "Page &P of &N")
EXPORTED_AT = Text("Ngày xuất", "Exported")

# Overview
SATISFACTION_INDEX = Text("Chỉ số hài lòng", "Satisfaction index")
RESPONSES = Text("Phiếu thu về", "Responses")
VALID = Text("Phiếu hợp lệ", "Valid")
AWAITING_REVIEW = Text("Chờ kiểm tra", "Awaiting review")
INTERVAL_FROM = Text("Khoảng tin cậy 95 %: từ", "95 % interval: from")
INTERVAL_TO = Text("Khoảng tin cậy 95 %: đến", "95 % interval: to")
ROUND = Text("Đợt", "Round")
TEMPLATE = Text("Mẫu phiếu", "Form template")
TEMPLATE_VALUE = Text("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
INDEX_RULE = Text("Quy tắc tính chỉ số", "Index rule")
BLOCK_PAGES = Text("Trang giấy đã nhận", "Pages delivered")
BLOCK_ANSWERS = Text("Câu trả lời", "Answers")
BLOCK_LEVELS = Text("Phân bố mức đánh giá", "How people rated")
BLOCK_UNITS = Text("Phiếu theo cấp", "Responses by level")
PAGES_READ = Text("Đọc được", "Read")
PAGES_UNREADABLE = Text("Không đọc được", "Unreadable")
PAGES_BLANK = Text("Trang trắng", "Blank")
PAGES_DUPLICATE = Text("Quét trùng", "Duplicate")
PAGES_FOREIGN = Text("Không thuộc mẫu phiếu", "Foreign")
PAGES_TOTAL = Text("Tổng số trang", "All pages")
ANSWERS_ACCEPTED = Text("Máy đọc, chấp nhận", "Accepted by the engine")
ANSWERS_VERIFIED = Text("Người kiểm tra xác nhận", "Verified by a person")
ANSWERS_FLAGGED = Text("Chờ kiểm tra", "Flagged, awaiting review")
ANSWERS_TYPING = Text("Chữ viết tay chờ nhập", "Handwriting to be typed")
ANSWERS_PAGE_MISSING = Text("Thuộc trang bị thiếu", "On missing pages")
ANSWERS_TOTAL = Text("Tổng số câu trả lời", "All answers")
EXPECTED_WRONG = Text("Số lỗi máy đọc ước tính", "Expected wrong among accepted")
LEVEL = Text("Mức", "Level")
CHART_LEVELS = Text("Tỷ lệ câu trả lời theo mức", "Share of answers by level")
CHART_FACTORS = Text("Tỷ lệ hài lòng theo yếu tố", "Satisfied share by factor")
CHART_ROLL_UPS = Text("Chỉ số hài lòng theo cấp", "Satisfaction index by level")

# Columns
COL_ITEM = Text("Mã", "Item")
COL_NUMBER = Text("Số", "No.")
COL_CRITERION = Text("Tiêu chí", "Criterion")
COL_FACTOR = Text("Yếu tố", "Factor")
COL_ANSWERED = Text("Số trả lời", "Answers")
COL_SATISFIED = Text("Hài lòng", "Satisfied")
COL_DISSATISFIED = Text("Không hài lòng", "Dissatisfied")
COL_SATISFIED_SHARE = Text("Tỷ lệ hài lòng", "Satisfied share")
COL_DISSATISFIED_SHARE = Text("Tỷ lệ không hài lòng", "Dissatisfied share")
COL_LOW = Text("Từ", "From")
COL_HIGH = Text("Đến", "To")
COL_MEAN = Text("Trung bình", "Mean")
COL_MEDIAN = Text("Trung vị", "Median")
COL_NPS = Text("NPS", "NPS")
COL_BLANK = Text("Bỏ trống", "Blank")
COL_DOUBLE = Text("Đánh trùng", "Double")
COL_ILLEGIBLE = Text("Không đọc được", "Illegible")
COL_NOT_ASKED = Text("Không thuộc diện hỏi", "Not asked")
COL_NOT_APPLICABLE = Text("Không ý kiến", "No opinion")
COL_AWAITING = Text("Chờ kiểm tra", "Awaiting review")
COL_PAGE_MISSING = Text("Thiếu trang", "Page missing")
COL_CRITERIA = Text("Số tiêu chí", "Criteria")
COL_RESPONDENTS = Text("Số người", "People")
COL_UNIT_NUMBER = Text("STT", "No.")
COL_UNIT_NUMBER_DATA = Text("STT đơn vị", "Unit no.")
COL_ABOVE = Text("STT cấp {level}", "Level {level} no.")
COL_PART_ANSWERED = Text("Số trả lời – {part}", "Answers – {part}")
COL_PART_SATISFIED = Text("Số hài lòng – {part}", "Satisfied – {part}")
COL_PAPER = Text("Ảnh phiếu, trang {page}", "Scan of page {page}")
PAPER_PLACE = Text("{source}, trang {page}", "{source}, page {page}")
COL_ROW_KEY = Text("Khóa", "Key")
COL_RANK = Text("Hạng", "Rank")
COL_UNIT_CODE = Text("Mã đơn vị", "Unit code")
COL_UNIT = Text("Đơn vị", "Unit")
COL_LEVEL = Text("Cấp", "Level")
COL_PARENT = Text("Trực thuộc", "Part of")
COL_ISSUED = Text("Phát ra", "Issued")
COL_RETURN_RATE = Text("Tỷ lệ thu hồi", "Return rate")
COL_INDEX = Text("Chỉ số", "Index")
COL_QUESTION = Text("Câu hỏi / phương án", "Question / option")
COL_COUNT = Text("Số phiếu", "Count")
COL_SHARE = Text("Tỷ lệ", "Share")
COL_RESPONSE_NUMBER = Text("Số phiếu", "Response")
COL_BATCH = Text("Lô quét", "Batch")
COL_SHEET = Text("Số sê-ri", "Sheet")
COL_SOURCE = Text("Tệp quét", "Source")
COL_PAGE = Text("Trang trong tệp", "Page in file")
COL_VALID = Text("Hợp lệ", "Valid")
COL_ASKED = Text("Số câu phải trả lời", "Items asked")
COL_ITEMS_ANSWERED = Text("Đã trả lời", "Answered")
COL_ANSWERED_SHARE = Text("Tỷ lệ trả lời", "Share answered")
COL_VARIABLE = Text("Biến", "Variable")
COL_LABEL = Text("Nội dung", "Text")
COL_KIND = Text("Loại", "Kind")
COL_VALUE = Text("Giá trị", "Value")
COL_MEANING = Text("Ý nghĩa", "Meaning")
GROUP_RESULT = Text("Kết quả", "Result")
GROUP_INTERVAL = Text("Khoảng tin cậy 95 %", "95 % interval")
GROUP_COUNTS = Text("Số phiếu chọn từng mức", "Responses per level")
GROUP_SHARES = Text("Tỷ lệ chọn từng mức", "Share per level")
GROUP_STATES = Text("Không tính vào tỷ lệ (số phiếu)", "Left out of the shares (responses)")
GROUP_FACTORS = Text("Tỷ lệ hài lòng theo yếu tố", "Satisfied share by factor")
GROUP_RESPONSES = Text("Số phiếu", "Responses")
GROUP_INDEX = Text("Chỉ số hài lòng", "Satisfaction index")
ROW_INDEX = Text("Chỉ số chung", "Overall index")
UNKNOWN_UNIT = Text("(không rõ đơn vị)", "(unit not known)")
UNLISTED_UNIT = Text("(mã không có trong danh sách)", "(code not in the list)")
LEVEL_PROVINCE = Text("Tỉnh", "Province")
LEVEL_DISTRICT = Text("Huyện", "District")
LEVEL_COMMUNE = Text("Xã", "Commune")
LEVEL_UNKNOWN = Text("(không rõ cấp)", "(level not known)")
ALL_RESPONSES = Text("Toàn bộ", "All responses")

# Codebook
KIND_SINGLE = Text("chọn một", "one choice")
KIND_MULTIPLE = Text("chọn nhiều", "several choices")
KIND_TEXT = Text("chữ", "text")
KIND_NUMBER = Text("số", "number")
KIND_AUXILIARY = Text("cột phụ", "auxiliary")
AUXILIARY_MEANING = Text(
    "để các trang khác đếm và để tìm lại phiếu giấy",
    "for other sheets to count by, and to find the paper",
)
NOT_CHOSEN = Text("không chọn", "not chosen")
CHOSEN = Text("chọn: {label}", "chosen: {label}")
OTHER_VARIABLES = Text("(các biến còn lại)", "(all other variables)")
MISSING_CODE = Text("mã thiếu", "missing code")
AS_WRITTEN = Text("như người trả lời ghi", "as the respondent wrote it")
MISSING_BLANK = Text("bỏ trống", "blank")
MISSING_DOUBLE = Text("đánh nhiều hơn số được phép", "more marks than allowed")
MISSING_ILLEGIBLE = Text("không đọc được", "illegible")
MISSING_NOT_ASKED = Text("không thuộc diện hỏi", "not applicable: not asked by the skip rule")
MISSING_AWAITING = Text("chờ kiểm tra", "awaiting review")
MISSING_PAGE = Text("thiếu trang", "page missing")
MISSING_NO_OPINION = Text("chọn “không có ý kiến” hoặc “không áp dụng”", "chose “no opinion” or “does not apply”")

# Method
RULE_POOLED = Text(
    "A – gộp câu trả lời: số câu trả lời hài lòng chia cho tổng số câu trả lời của mọi tiêu chí",
    "A – pooled: satisfied answers divided by all answers to all criteria",
)
RULE_EQUAL_CRITERIA = Text(
    "B – các tiêu chí ngang nhau: trung bình cộng tỷ lệ hài lòng của các tiêu chí",
    "B – equal criteria: the plain mean of the criteria's satisfied shares",
)
RULE_EQUAL_FACTORS = Text(
    "C – các yếu tố ngang nhau: trung bình cộng tỷ lệ hài lòng của các yếu tố",
    "C – equal factors: the plain mean of the factors' satisfied shares",
)
RULE_OVERALL_ITEM = Text(
    "D – câu hỏi chung: tỷ lệ hài lòng ở câu hỏi về mức độ hài lòng chung",
    "D – overall question: the satisfied share of the item that asks for overall satisfaction",
)
METHOD_INDEX = Text("Chỉ số", "Index")
METHOD_FACTOR = Text("Yếu tố", "Factors")
METHOD_FACTOR_TEXT = Text(
    "Tỷ lệ hài lòng của yếu tố luôn tính gộp: mọi câu trả lời hợp lệ cho các tiêu chí của yếu tố có trọng số như "
    "nhau. Mẫu số được ghi bên cạnh.",
    "A factor's satisfied share is always pooled: every counted answer to its criteria has the same weight. The "
    "denominator stands beside it.",
)
METHOD_SATISFIED = Text("Mức hài lòng", "Satisfied levels")
METHOD_SATISFIED_TEXT = Text(
    "{label}: hài lòng = {satisfied}; không hài lòng = {dissatisfied}",
    "{label}: satisfied = {satisfied}; dissatisfied = {dissatisfied}",
)
METHOD_DENOMINATOR = Text("Mẫu số", "Denominators")
METHOD_DENOMINATOR_TEXT = Text(
    "Mẫu số không gồm câu bỏ trống, đánh trùng, không đọc được, thiếu trang, không thuộc diện hỏi, không ý kiến và "
    "câu chờ kiểm tra. Không thay thế giá trị thiếu. Trung bình và trung vị chỉ tính trên các mức có giá trị số.",
    "Denominators leave out blank, double, illegible, page missing, not asked, no opinion and awaiting review. "
    "Nothing missing is filled in. Mean and median use levels with a numeric value only.",
)
METHOD_VALIDITY = Text("Phiếu hợp lệ", "Valid responses")
METHOD_VALIDITY_TEXT = Text(
    "Phiếu hợp lệ khi trả lời ít nhất {percent} số câu chọn phương án được hỏi với mọi người ({count} câu). “Không "
    "có ý kiến” được coi là có trả lời. Phiếu không hợp lệ được liệt kê và giữ nguyên trong trang “Dữ liệu”.",
    "A response is valid when at least {percent} of the choice items asked of everyone ({count} items) are answered; "
    "“no opinion” is an answer. Invalid responses are listed and stay on the sheet “Data”.",
)
METHOD_FLAGGED = Text("Câu chờ kiểm tra", "Awaiting review")
METHOD_FLAGGED_TEXT = Text(
    "Câu trả lời mà máy còn nghi ngờ và chưa có người kiểm tra không được tính vào bất kỳ tỷ lệ nào, kể cả theo giá "
    "trị máy đoán; số lượng được ghi ở từng tiêu chí. Khi còn câu chờ kiểm tra, mọi số liệu là tạm thời.",
    "An answer that the engine doubts and nobody has looked at is counted in no share, not even as the engine's "
    "guess; each criterion shows how many there are. As long as there are any, all figures are provisional.",
)
METHOD_PAGE_MISSING = Text("Thiếu trang", "Missing pages")
METHOD_PAGE_MISSING_TEXT = Text(
    "Câu trả lời trên trang không được nộp được coi là thiếu, không phải là chờ kiểm tra.",
    "Answers on a page that was not delivered count as missing, not as awaiting review.",
)
METHOD_SKIP = Text("Không thuộc diện hỏi", "Not asked")
METHOD_SKIP_TEXT = Text(
    "Câu để trống chỉ được coi là không thuộc diện hỏi khi câu trả lời ở câu hỏi lọc cho biết như vậy; nếu câu lọc "
    "bị bỏ trống hoặc chờ kiểm tra thì vẫn là bỏ trống. Câu vẫn được trả lời trái với chỉ dẫn thì được tính.",
    "A blank counts as not asked only where the answer to the gate question says so; where the gate is blank or "
    "awaits review it stays blank. An answer given against the instruction is counted.",
)
METHOD_INTERVAL = Text("Khoảng tin cậy", "Intervals")
METHOD_INTERVAL_TEXT = Text(
    "Khoảng tin cậy Wilson 95 %. Với số liệu gộp nhiều tiêu chí, cỡ mẫu là số người (không phải số câu trả lời), vì "
    "các câu trả lời của một người giống nhau; đây là cách tính thận trọng. Không hiệu chỉnh theo tổng thể hữu hạn.",
    "Wilson 95 % intervals. Where answers to several criteria are pooled, the sample size is people, not answers, "
    "for the answers of one person resemble each other; this is the cautious choice. No finite population correction.",
)
METHOD_UNITS = Text("Đơn vị", "Units")
METHOD_UNITS_TEXT = Text(
    "Số liệu của cấp trên gộp phiếu của chính đơn vị đó và mọi đơn vị trực thuộc, không dùng trọng số. Xếp hạng "
    "trong cùng một cấp; bằng nhau thì đồng hạng. Dưới {limit} phiếu hợp lệ: in xám, không xếp hạng. Chênh lệch "
    "nhỏ hơn khoảng tin cậy không nên coi là khác biệt.",
    "Figures of a level above pool its own responses and those of all units below it, unweighted. Ranks are within "
    "one level; equal figures share a rank. Fewer than {limit} valid responses: grey, no rank. A difference smaller "
    "than the intervals should not be called a difference.",
)
METHOD_CODES = Text("Mã thiếu", "Missing codes")
METHOD_CODES_TEXT = Text(
    "Trong trang “Dữ liệu”: {codes}. Biến có giá trị trùng với các mã này dùng mã thêm chữ số 9 ở đầu (xem “Bảng "
    "mã”). Câu chọn nhiều: mỗi phương án một cột 0/1.",
    "On the sheet “Data”: {codes}. A variable whose own values could be mistaken for these uses codes with leading "
    "nines (see “Codebook”). Several choices: one 0/1 column per option.",
)
METHOD_NPS = Text("NPS", "NPS")
METHOD_NPS_TEXT = Text(
    "Tỷ lệ người ủng hộ trừ tỷ lệ người không ủng hộ, tính bằng điểm %.",
    "Share of promoters minus share of detractors, in percentage points.",
)
METHOD_ACCURACY = Text("Độ chính xác đọc máy", "Accuracy of reading")
METHOD_ACCURACY_TEXT = Text(
    "Mỗi câu trả lời được máy chấp nhận có xác suất sai do máy tự ước tính; tổng các xác suất này là số lỗi ước tính.",
    "Each accepted answer carries the engine's own probability of being wrong; their sum is the expected number wrong.",
)
NO_FIGURE = Text("–", "–")
