"""Every word a person reads in the workbook, in both languages, in one table.

Texts with facts name them in braces; ``speaker.Speaker`` fills them in.
"""

from form_templates.model import Text

# Sheets: at most 31 characters, without []:*?/\
SHEET_OVERVIEW = Text("Tổng quan", "Overview")
SHEET_CRITERIA = Text("Tiêu chí", "Criteria")
SHEET_FACTORS = Text("Yếu tố", "Factors")
SHEET_UNITS = Text("Đơn vị", "Units")
SHEET_ROLL_UPS = Text("Cấp tỉnh, huyện", "Levels above")
SHEET_UNIT_CRITERIA = Text("Đơn vị theo tiêu chí", "Units by criterion")
SHEET_DEMOGRAPHICS = Text("Nhóm nhân khẩu", "Demographics")
SHEET_FREQUENCIES = Text("Tần số", "Frequencies")
SHEET_RELIABILITY = Text("Độ tin cậy", "Reliability")
SHEET_PATTERNS = Text("Kiểu trả lời", "Answer patterns")
SHEET_TWINS = Text("Phiếu giống nhau", "Like forms")
SHEET_INVALID = Text("Phiếu không hợp lệ", "Invalid responses")
SHEET_COMPARISON = Text("So sánh năm trước", "Comparison")
SHEET_UNIT_COMPARISON = Text("So sánh đơn vị", "Comparison of units")
SHEET_DATA = Text("Dữ liệu", "Data")
SHEET_CODEBOOK = Text("Bảng mã", "Codebook")
SHEET_METHOD = Text("Phương pháp", "Method")

# Titles and notes of the sheets
TITLE_CRITERIA = Text("Kết quả theo tiêu chí", "Results by criterion")
TITLE_FACTORS = Text("Kết quả theo yếu tố", "Results by factor")
TITLE_UNITS = Text("Kết quả và xếp hạng theo đơn vị", "Results and ranking by unit")
TITLE_ROLL_UPS = Text("Kết quả theo cấp và theo địa bàn", "Results by level and by district")
TITLE_DEMOGRAPHICS = Text("Kết quả theo nhóm nhân khẩu", "Results by demographic group")
TITLE_RELIABILITY = Text("Độ tin cậy của thang đo", "Reliability of the scales")
TITLE_PATTERNS = Text("Kiểu trả lời cần xem lại", "Answer patterns worth a look")
TITLE_TWINS = Text("Phiếu giống hệt nhau trong cùng đơn vị", "Identical forms within a unit")
TITLE_UNIT_CRITERIA = Text("Tỷ lệ hài lòng của đơn vị theo tiêu chí", "Satisfied share of units by criterion")
NOTE_UNIT_CRITERIA = Text(
    "Quy tắc B: chỉ số là trung bình cộng các tỷ lệ trong hàng.", "Rule B: the index is the plain mean of the row."
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
NOTE_UNITS = Text(
    "Xếp hạng trong cùng một cấp. Cùng nhóm: chênh lệch với đơn vị đứng đầu nhóm không có ý nghĩa thống kê.",
    "Ranks are within one level. Same group: the difference to the group's first is not significant.",
)
NOTE_ROLL_UPS = Text(
    "Mỗi đơn vị được gộp với mọi đơn vị trực thuộc.", "Each unit stands together with all units below it."
)
NOTE_DEMOGRAPHICS = Text(
    "Kiểm định: {outcome}. p đã hiệu chỉnh (Holm) cho {count} câu hỏi.",
    "Tested: {outcome}. p adjusted (Holm) for {count} questions.",
)
NOTE_RELIABILITY = Text(
    "Chỉ tính trên phiếu trả lời đủ mọi tiêu chí. Thường yêu cầu α từ 0,7 (thang đo mới: 0,6), tương quan biến – tổng "
    "từ 0,3.",
    "Complete responses only. Usually required: α of 0.7 (new scales: 0.6), item-total correlation of 0.3.",
)
NOTE_PATTERNS = Text(
    "Chỉ là dấu hiệu để xem lại phiếu giấy, không phải kết luận; không phiếu nào bị loại vì các dấu hiệu này. So sánh "
    "từng đơn vị với dòng đầu.",
    "Only hints to look at the paper again, no verdict; no response was left out because of them. Compare each unit "
    "with the first row.",
)
NOTE_TWINS = Text(
    "Mọi câu chọn phương án đều giống nhau. Nhóm có các mức khác nhau đáng chú ý hơn nhóm chỉ chọn một mức.",
    "Every choice item is answered alike. Sets with different levels are more remarkable than those with one level.",
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
WITH_VERSIONS = Text("tính cả trang đọc theo phiên bản {versions}", "with the pages read by version {versions}")
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
PAGES_COVERS = Text("Tờ đầu, tờ cuối tập", "Covers of stacks")
PAGES_OTHER_FORM = Text("Mẫu phiếu khác của cuộc khảo sát", "Other forms of the survey")
PAGES_TAKEN_OUT = Text("Đã loại khỏi số liệu", "Taken out of the count")
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
WEIGHTED_LABEL = Text("{index}, có trọng số theo giao dịch", "{index}, weighted by transactions")
INDEX_POOLED = Text("Không có trọng số:", "Not weighted:")
NO_WEIGHTED_INDEX = Text(
    "Chưa tính được chỉ số có trọng số, xem trang “{sheet}”.", "No weighted index yet, see the sheet “{sheet}”."
)

# Columns
COL_ITEM = Text("Mã", "Item")
COL_CRITERION = Text("Tiêu chí", "Criterion")
COL_FACTOR = Text("Yếu tố", "Factor")
COL_ANSWERED = Text("Số trả lời", "Answers")
COL_SATISFIED = Text("Hài lòng", "Satisfied")
COL_SATISFIED_SHARE = Text("Tỷ lệ hài lòng", "Satisfied share")
COL_DISSATISFIED_SHARE = Text("Tỷ lệ không hài lòng", "Dissatisfied share")
COL_LOW = Text("Từ", "From")
COL_HIGH = Text("Đến", "To")
COL_MEAN = Text("Trung bình", "Mean")
COL_MEDIAN = Text("Trung vị", "Median")
COL_SD = Text("Độ lệch chuẩn", "SD")
COL_RESCALED = Text("Điểm 0–100", "Score 0–100")
COL_NPS = Text("NPS (điểm)", "NPS (points)")
COL_PROMOTERS = Text("Ủng hộ", "Promoters")
COL_PASSIVES = Text("Trung lập", "Passives")
COL_DETRACTORS = Text("Không ủng hộ", "Detractors")
GROUP_NPS = Text("NPS: {item}", "NPS: {item}")
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
COL_UNIT_LEVEL_DATA = Text("STT cấp", "Level no.")
COL_ABOVE = Text("STT đơn vị bậc {level}", "Unit no., step {level}")
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
COL_BEST_RANK = Text("Hạng cao nhất", "Best rank")
COL_WORST_RANK = Text("Hạng thấp nhất", "Worst rank")
COL_GROUP = Text("Nhóm", "Group")
COL_TRANSACTIONS = Text("Số giao dịch", "Transactions")
COL_COVERED = Text("Giao dịch được đại diện", "Transactions covered")
COL_UNITS = Text("Số đơn vị", "Units")
COL_UNITS_ANSWERING = Text("Có phiếu hợp lệ", "With valid responses")
COL_SAMPLE_SIZE = Text("Cỡ mẫu tương đương", "Equivalent sample")
EVERYBODY = Text("tất cả", "all")
COL_NOTE = Text("Ghi chú", "Note")
COL_TRAIT = Text("Nhóm người trả lời", "Group of respondents")
COL_PEOPLE_SATISFIED = Text("Số người hài lòng", "People satisfied")
COL_PEOPLE_SHARE = Text("Tỷ lệ người hài lòng", "Share satisfied")
COL_CHI_SQUARE = Text("χ²", "χ²")
COL_DEGREES = Text("Bậc tự do", "df")
COL_P = Text("p", "p")
COL_ADJUSTED_P = Text("p hiệu chỉnh", "Adjusted p")
COL_CRAMERS_V = Text("V Cramér", "Cramér's V")
COL_CONCLUSION = Text("Kết luận", "Conclusion")
COL_SCALE = Text("Yếu tố / tiêu chí", "Factor / criterion")
COL_COMPLETE = Text("Phiếu đủ câu trả lời", "Complete responses")
COL_ALPHA = Text("Cronbach α", "Cronbach's α")
COL_TOTAL_CORRELATION = Text("Tương quan biến – tổng", "Item-total correlation")
COL_ALPHA_WITHOUT = Text("α nếu bỏ tiêu chí", "α without it")
COL_RATED = Text("Phiếu được xét", "Forms looked at")
COL_LONGEST_RUN = Text("Chuỗi giống nhau dài nhất (TB)", "Longest run (mean)")
COL_SPREAD = Text("Độ phân tán trong phiếu (TB)", "Spread within a form (mean)")
COL_TWINS_BY_RATINGS = Text("Trùng mọi mức đánh giá", "Same ratings")
COL_TWINS = Text("Trùng cả phiếu", "Same form")
COL_REACHED = Text("Câu phải trả lời", "Items reached")
COL_SET = Text("Nhóm", "Set")
COL_SET_SIZE = Text("Số phiếu trong nhóm", "Forms in the set")
COL_LEVELS_USED = Text("Mức đánh giá", "Ratings")
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
GROUP_DISSATISFIED_INTERVAL = Text("Không hài lòng, 95 %", "Dissatisfied, 95 %")
GROUP_STANDING = Text("Khoảng xếp hạng", "Standing")
GROUP_COVERAGE = Text("Đơn vị và giao dịch", "Units and transactions")
GROUP_WEIGHTED_SHARE = Text("Có trọng số theo giao dịch", "Weighted by transactions")
GROUP_WEIGHTED_INDEX = Text("Chỉ số có trọng số theo giao dịch", "Index weighted by transactions")
GROUP_WEIGHTED_FACTORS = Text(
    "Tỷ lệ hài lòng theo yếu tố, có trọng số theo giao dịch", "Satisfied share by factor, weighted by transactions"
)
GROUP_PEOPLE = Text("Người hài lòng nói chung", "Satisfied on the whole")
GROUP_TEST = Text("Kiểm định", "Test")
GROUP_LINES = Text("Chọn cùng một mức", "Straight lines")
GROUP_TWINS = Text("Phiếu trùng nhau trong đơn vị", "Same answers within the unit")
GROUP_BLANKS = Text("Câu bỏ trống (mọi phiếu)", "Blanks (all responses)")
GROUP_COUNTS = Text("Số phiếu chọn từng mức", "Responses per level")
GROUP_SHARES = Text("Tỷ lệ chọn từng mức", "Share per level")
GROUP_STATES = Text("Không tính vào tỷ lệ (số phiếu)", "Left out of the shares (responses)")
GROUP_FACTORS = Text("Tỷ lệ hài lòng theo yếu tố", "Satisfied share by factor")
GROUP_RESPONSES = Text("Số phiếu", "Responses")
GROUP_INDEX = Text("Chỉ số hài lòng", "Satisfaction index")
ROW_INDEX = Text("Chỉ số chung", "Overall index")
ROW_EVERYONE = Text("Toàn bộ phiếu", "All responses")
ROW_LEVEL = Text("Các đơn vị cấp {level}", "All units at {level} level")
ROW_OWN_LEVEL = Text("Các đơn vị cấp “{level}”", "All units of level “{level}”")
ROW_AREA = Text("{unit} và các đơn vị trực thuộc", "{unit} and all units below it")
ROW_ALL_CRITERIA = Text("Mọi tiêu chí", "All criteria")
ROW_UNTOLD = Text("(không rõ)", "(not told)")
ROW_UNTOLD_OR_NOT_ASKED = Text("(không rõ hoặc không được hỏi)", "(not told or not asked)")
LEFT_OUT = Text("{label} (không tính vào chỉ số)", "{label} (not in the index)")
UNKNOWN_UNIT = Text("(không rõ đơn vị)", "(unit not known)")
UNLISTED_UNIT = Text("(mã không có trong danh sách)", "(code not in the list)")
LEVEL_PROVINCE = Text("Tỉnh", "Province")
LEVEL_DISTRICT = Text("Huyện", "District")
LEVEL_COMMUNE = Text("Xã", "Commune")
LEVEL_UNKNOWN = Text("(không rõ cấp)", "(level not known)")
UNTOLD_TRANSACTIONS = Text(
    "Không có số giao dịch, hoặc ít hơn số phiếu: {units}.", "No transactions told, or fewer than responses: {units}."
)
SILENT_UNITS = Text("Đơn vị không có phiếu hợp lệ: {count}.", "Units without a valid response: {count}.")
AND_MORE = Text("{shown} và {count} đơn vị khác", "{shown} and {count} more")
DIFFERENT = Text("khác biệt có ý nghĩa thống kê", "significant difference")
NOT_DIFFERENT = Text("khác biệt không có ý nghĩa thống kê", "no significant difference")
NOT_TESTED = Text("không kiểm định được", "cannot be tested")
EXACT = Text("{conclusion} (Fisher)", "{conclusion} (Fisher)")
RESAMPLED = Text("{conclusion} (Monte Carlo)", "{conclusion} (Monte Carlo)")
OUTCOME_OVERALL = Text("hài lòng hay không ở câu hỏi chung", "satisfied or not at the overall question")
OUTCOME_MAJORITY = Text(
    "hài lòng hay không ở hơn nửa số câu trả lời", "satisfied or not in more than half of the ratings"
)
ALPHA_GOOD = Text("đạt yêu cầu", "good")
ALPHA_TOLERATED = Text("chấp nhận với thang đo mới", "tolerated for new scales")
ALPHA_LOW = Text("thấp", "low")
CORRELATION_LOW = Text("tương quan dưới 0,3", "correlation below 0.3")
ONE_LEVEL = Text("một mức", "one level")
SEVERAL_LEVELS = Text("nhiều mức", "several levels")

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
MISSING_CODE = Text("mã thiếu", "missing code")
AS_WRITTEN = Text("như người trả lời ghi", "as the respondent wrote it")
MISSING_BLANK = Text("bỏ trống", "blank")
MISSING_DOUBLE = Text("đánh nhiều hơn số được phép", "more marks than allowed")
MISSING_ILLEGIBLE = Text("không đọc được", "illegible")
MISSING_NO_NUMBER = Text("không đọc được hoặc không phải là số", "illegible, or no number")
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
METHOD_LEFT_OUT = Text("Ngoài chỉ số", "Left out of the index")
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
    "Khoảng tin cậy 95 % theo Wilson với cỡ mẫu tương đương: số người của một mẫu ngẫu nhiên đơn giản, mỗi người trả "
    "lời một câu, cho kết quả chắc chắn như vậy. Các câu trả lời của một người giống nhau nhưng không phải là một "
    "câu trả lời; độ chắc chắn được tính từ mức khác nhau giữa người với người: tuyến tính hóa Taylor của tỷ số, mỗi "
    "người là một cụm, mỗi đơn vị là một tầng (Woodruff 1971; Cochran 1977, 6.4 và 11.12). Cỡ mẫu tương đương = p(1 "
    "− p) / phương sai, giảm theo bậc tự do như Korn & Graubard (1998), bậc tự do theo Satterthwaite khi mỗi người "
    "trả lời nhiều câu; không lớn hơn số câu trả lời và, khi mọi phiếu có trọng số như nhau, không nhỏ hơn số người; "
    "khi mọi người trả lời như nhau thì bằng số người. Khi biết số giao dịch N của đơn vị, phương sai của đơn vị đó "
    "nhân với 1 − n/N; hỏi tất cả thì không còn khoảng.",
    "95 % intervals by Wilson with the equivalent sample: the people of a plain random sample, one answer each, that "
    "is as sure. Answers of one person resemble each other but are not one answer; how sure they are follows from "
    "how much people differ: Taylor linearisation of the ratio, a person is a cluster, a unit a stratum (Woodruff "
    "1971; Cochran 1977, 6.4 and 11.12). Equivalent sample = p(1 − p) / variance, drawn down by the degrees of "
    "freedom as Korn & Graubard (1998) do, Satterthwaite's where each person gave several answers; never above the "
    "number of answers nor, where all responses count alike, below the number of people, which it is where all "
    "answered alike. Where the transactions N of a unit are known, its variance is multiplied by 1 − n/N; where all "
    "were asked there is no interval.",
)
METHOD_DESIGN_EFFECT = Text("Cỡ mẫu tương đương", "Equivalent sample")
METHOD_DESIGN_EFFECT_TEXT = Text(
    "Chỉ số: {answers} câu trả lời của {people} người chắc chắn như {size} người mỗi người trả lời một câu; hệ số "
    "thiết kế (phương sai so với chừng ấy câu trả lời của những người khác nhau) là {effect}.",
    "Index: {answers} answers of {people} people are as sure as {size} people with one answer each; the design "
    "effect (variance against as many answers of different people) is {effect}.",
)
METHOD_UNITS = Text("Đơn vị", "Units")
METHOD_UNITS_TEXT = Text(
    "Xếp hạng trong cùng một cấp; bằng nhau thì đồng hạng. Dưới {limit} phiếu hợp lệ hoặc cỡ mẫu tương đương dưới "
    "{limit}: in xám, không xếp hạng. Hạng cao nhất và thấp nhất là giới hạn chung 95 % cho mọi hạng cùng lúc "
    "(Klein, Wright, Wieczorek 2020). Nhóm: đơn vị tốt nhất được so với mọi đơn vị còn lại (kiểm định z hai tỷ lệ, "
    "hiệu chỉnh Holm, 5 %); đơn vị đầu tiên kém hơn có ý nghĩa thống kê mở nhóm tiếp theo. Trong một nhóm không nên "
    "nói đơn vị nào hơn đơn vị nào.",
    "Ranks are within one level; equal figures share a rank. Fewer than {limit} valid responses or an equivalent "
    "sample below {limit}: grey, no rank. Best and worst rank are joint 95 % bounds for all ranks at once (Klein, "
    "Wright, Wieczorek 2020). Groups: the best unit is compared with all others (z test of two shares, adjusted by "
    "Holm's method, 5 %); the first that is significantly below opens the next group. Within a group no unit should "
    "be called better than another.",
)
METHOD_LEVELS = Text("Cấp và địa bàn", "Levels and districts")
METHOD_POOLED_TEXT = Text(
    "Số liệu của cấp trên gộp phiếu của chính đơn vị đó và mọi đơn vị trực thuộc; mọi phiếu có trọng số như nhau.",
    "Figures of a level above pool its own responses and those of all units below it; every response counts alike.",
)
METHOD_WEIGHTED_TEXT = Text(
    "Số liệu chính có trọng số, số liệu gộp ở bên cạnh: mỗi phiếu hợp lệ của đơn vị đại diện cho N/n giao dịch của "
    "đơn vị đó (N: số giao dịch trong kỳ, n: số phiếu hợp lệ). Đơn vị không có phiếu hợp lệ không được đại diện, tỷ "
    "lệ giao dịch được đại diện ghi bên cạnh. Nếu một đơn vị có phiếu mà không có số giao dịch thì không tính số có "
    "trọng số của cấp đó, và ghi rõ lý do; không bỏ đơn vị nào ra ngoài.",
    "The figures are weighted, with the pooled ones beside them: the valid responses of a unit stand for its "
    "transactions, N/n for each (N: transactions in the period, n: valid responses). Units without a valid response "
    "are not represented; the share of transactions covered is given. Where a unit with responses tells no "
    "transactions there is no weighted figure, and the reason stands there; no unit is left out.",
)
METHOD_RESCALED = Text("Điểm 0–100", "Score 0–100")
METHOD_RESCALED_TEXT = Text(
    "Điểm trung bình quy về thang 0–100: mức thấp nhất là 0, mức cao nhất là 100 (với thang 1–5: 0, 25, 50, 75, 100). "
    "Độ lệch chuẩn tính theo mẫu (n − 1), trên thang gốc.",
    "The mean on a scale from 0, the lowest level, to 100, the highest (of a scale 1–5: 0, 25, 50, 75, 100). Standard "
    "deviations are those of a sample (n − 1), on the original scale.",
)
METHOD_DEMOGRAPHICS = Text("Nhóm nhân khẩu", "Demographic groups")
METHOD_DEMOGRAPHICS_TEXT = Text(
    "Kiểm định χ² Pearson giữa nhóm và: {outcome} (mỗi người tính một lần). Khi có tần số kỳ vọng dưới 5: Fisher "
    "chính xác với bảng 2 × 2, Monte Carlo (9.999 bảng ngẫu nhiên) với bảng lớn hơn. V Cramér: 0 = không liên quan, "
    "1 = liên quan hoàn toàn. p hiệu chỉnh theo Holm; có ý nghĩa khi dưới 0,05. Người không rõ nhóm không được kiểm "
    "định.",
    "Pearson's χ² test between group and: {outcome} (each person counted once). Where an expected count is below 5: "
    "Fisher's exact test for 2 × 2 tables, Monte Carlo (9,999 random tables) for larger ones. Cramér's V: 0 = "
    "unrelated, 1 = fully related. p adjusted by Holm's method; significant below 0.05. People whose group is not told "
    "take no part in the test.",
)
METHOD_RELIABILITY = Text("Độ tin cậy", "Reliability")
METHOD_RELIABILITY_TEXT = Text(
    "Cronbach α trên các phiếu trả lời đủ mọi tiêu chí của yếu tố. Tương quan biến – tổng đã hiệu chỉnh: giữa một tiêu "
    "chí và tổng các tiêu chí còn lại.",
    "Cronbach's α over the responses that answered every criterion of the factor. Corrected item-total correlation: "
    "between a criterion and the sum of the others.",
)
METHOD_PATTERNS = Text("Kiểu trả lời", "Answer patterns")
METHOD_PATTERNS_TEXT = Text(
    "Phiếu hợp lệ có từ {least} mức đánh giá. Chọn cùng một mức: mọi mức đánh giá của phiếu như nhau. Chuỗi dài nhất: "
    "số mức giống nhau liên tiếp theo thứ tự in, câu thiếu ngắt chuỗi. Độ phân tán: độ lệch chuẩn các mức trong một "
    "phiếu. Trùng: có phiếu khác cùng đơn vị giống hệt, riêng ở các mức đánh giá (không kể phiếu chỉ chọn một mức) "
    "hoặc ở mọi câu chọn phương án. Đây là dấu hiệu, không phải bằng chứng.",
    "Valid responses with at least {least} ratings. One level throughout: all ratings of a form are the same. Longest "
    "run: equal ratings in a row as printed, a missing one ends it. Spread: standard deviation of the ratings within a "
    "form. Same: another form of the unit is identical, at the ratings (forms with one level throughout apart) or at "
    "every choice item. These are hints, no proof.",
)
METHOD_CODES = Text("Mã thiếu", "Missing codes")
METHOD_CODES_TEXT = Text(
    "Trong trang “Dữ liệu”, cột của câu hỏi chỉ chứa câu trả lời; ô trống là không có câu trả lời, và cột “lý do "
    "thiếu” của câu đó (đã gập lại, bấm dấu + phía trên) cho biết vì sao: {codes}. Biến có giá trị trùng với các mã "
    "này dùng mã thêm chữ số 9 ở đầu (xem “Bảng mã”). Câu chọn nhiều: mỗi phương án một cột 0/1.",
    "On the sheet “Data” the column of a question holds answers and nothing else; an empty cell is no answer, and the "
    "question's column “why missing” (folded away, click the + above) says why: {codes}. A variable whose own values "
    "could be mistaken for these uses codes with leading nines (see “Codebook”). Several choices: one 0/1 column per "
    "option.",
)
METHOD_NPS = Text("NPS", "NPS")
METHOD_NPS_TEXT = Text(
    "Tỷ lệ người ủng hộ trừ tỷ lệ người không ủng hộ, tính bằng điểm từ −100 đến +100; mọi phiếu có trọng số như "
    "nhau. Khoảng tin cậy 95 %: khoảng Wilson của (1 + NPS)/2, trong đó người ủng hộ tính 1, người trung lập tính "
    "1/2, với phương sai tuyến tính hóa như các khoảng khác, kéo về thang điểm (so sánh các cách tính: Rocks 2016).",
    "Share of promoters minus share of detractors, in points from −100 to +100; all responses count alike. 95 % "
    "interval: Wilson's of (1 + NPS)/2, in which a promoter counts 1 and a passive 1/2, with the linearised variance "
    "of the other intervals, drawn out to points (ways compared: Rocks 2016).",
)
METHOD_ACCURACY = Text("Độ chính xác đọc máy", "Accuracy of reading")
METHOD_ACCURACY_TEXT = Text(
    "Mỗi câu trả lời được máy chấp nhận có xác suất sai do máy tự ước tính; tổng các xác suất này là số lỗi ước tính.",
    "Each accepted answer carries the engine's own probability of being wrong; their sum is the expected number wrong.",
)
NO_FIGURE = Text("–", "–")
