"""Every word of the printed report that the workbook does not have already."""

from form_templates.model import Text

TITLE = Text("Báo cáo kết quả khảo sát", "Survey report")
WHOLE_ROUND = Text("Toàn bộ đợt khảo sát", "The whole round")
BY_TRANSACTIONS = Text("{title}, theo số giao dịch", "{title}, by transactions")

# Cover
COVER_UNIT = Text("Đơn vị", "Unit")
COVER_SCOPE = Text("Phạm vi", "Scope")
COVER_RESPONSES = Text("Số phiếu", "Responses")
COVER_AS_OF = Text("Số liệu đến ngày", "Figures as of")
CODE = Text("mã {code}", "code {code}")
SCOPE_OWN = Text(
    "phiếu của chính đơn vị, không gồm các đơn vị trực thuộc", "the unit's own responses, none from units below it"
)
SCOPE_POOLED = Text(
    "phiếu của các đơn vị trực thuộc (đơn vị không có phiếu riêng)",
    "the responses of all units below it (it has none of its own)",
)

# Frame
PAGE_OF = Text("Trang {page}/{pages}", "Page {page} of {pages}")

# Headings
AT_A_GLANCE = Text("Kết quả chung", "At a glance")
STANDING = Text("Vị trí của đơn vị", "Where the unit stands")
LEVELS = Text("Kết quả theo cấp và địa bàn", "Results by level and district")
BELOW = Text("Các đơn vị trực thuộc", "The units below")
RANKING = Text("Xếp hạng các đơn vị", "Ranking of the units")
OTHER_QUESTIONS = Text("Các câu hỏi khác", "The other questions")
QUALITY = Text("Chất lượng phiếu", "Quality of the forms")

# Key figures
SATISFIED_OF = Text(
    "{count} câu trả lời hài lòng trên {of} câu trả lời của {people} người.",
    "{count} satisfied answers out of {of}, given by {people} people.",
)
HOW_COUNTED = Text("Cách tính: {rule}.", "How it is counted: {rule}.")
NO_ANSWERS = Text("Chưa có câu trả lời nào được tính.", "No answer counts yet.")
NOT_WEIGHTED = Text(
    "Không có trọng số, mỗi phiếu như nhau: {index} (khoảng tin cậy 95 %: {interval}).",
    "Not weighted, each response counting alike: {index} (95 % interval: {interval}).",
)
NO_WEIGHTED_INDEX = Text(
    "Chưa tính được chỉ số theo giao dịch: {count} đơn vị có phiếu mà chưa có số giao dịch, hoặc có ít giao dịch hơn "
    "phiếu. Mỗi phiếu được tính như nhau.",
    "No index by transactions yet: {count} units with responses tell no transactions, or fewer than responses. Each "
    "response counts alike.",
)
RANKED = Text(
    "Xếp hạng {rank} trên {of} đơn vị cùng cấp được xếp hạng; với độ tin cậy 95 %, hạng nằm trong khoảng từ {best} đến "
    "{worst}.",
    "Rank {rank} of the {of} units ranked at its level; at 95 % confidence the rank lies from {best} to {worst}.",
)
NOTE_DIFFERENCE = Text(
    "Vạch ngang là khoảng tin cậy 95 %. Chênh lệch nhỏ hơn khoảng tin cậy không nên coi là khác biệt.",
    "The horizontal lines are 95 % intervals. A difference smaller than the intervals should not be called a "
    "difference.",
)

# Tables
COL_VALID = Text("Phiếu", "n")
COL_INDEX = Text("Chỉ số", "Index")
COL_SATISFIED = Text("Hài lòng", "Satisfied")
COL_DIFFERENCE = Text("Chênh lệch", "Difference")
COL_PEERS = Text("Cùng cấp", "Same level")
COL_ROUND = Text("Cả đợt", "Round")
NOTE_FACTORS = Text(
    "Thanh: tỷ lệ hài lòng; vạch ngang: khoảng tin cậy 95 %.", "Bar: satisfied share; horizontal line: 95 % interval."
)
NOTE_FACTORS_UNIT = Text(
    "Thanh: tỷ lệ hài lòng của đơn vị; vạch ngang: khoảng tin cậy 95 %; hình thoi: {peers}. Chênh lệch so với "
    "hình thoi, tính bằng điểm %.",
    "Bar: the unit's satisfied share; horizontal line: 95 % interval; diamond: {peers}. The difference is from the "
    "diamond, in percentage points.",
)
NOTE_CRITERIA = Text(
    "Số trong thanh là tỷ lệ phần trăm người trả lời chọn mức đó; n là số câu trả lời được tính.",
    "The number in a bar is the percentage of answers at that level; n is the number of answers counted.",
)
NO_ANSWER = Text("chưa có câu trả lời", "no answers")
WRITTEN = Text(
    "{count} phiếu có ghi ý kiến, xem trong bảng tính Excel.", "{count} responses have a remark; see the workbook."
)
NUMBERS = Text("Trung bình {mean}; trung vị {median}.", "Mean {mean}; median {median}.")
PROMOTERS = Text(
    "NPS: {points} điểm (khoảng tin cậy 95 %: {low} đến {high}). Ủng hộ: {promoters}; trung lập: {passives}; không ủng "
    "hộ: {detractors}.",
    "NPS: {points} points (95 % interval: {low} to {high}). Promoters: {promoters}; passives: {passives}; detractors: "
    "{detractors}.",
)

# Quality
INVALID = Text("Phiếu không hợp lệ", "Invalid")
RESPONSES_BLOCK = Text("Phiếu", "Responses")
LEFT_OUT_BLOCK = Text(
    "Câu trả lời không tính vào tỷ lệ, trong các phiếu hợp lệ", "Answers of valid responses left out of the shares"
)
NOTE_LEFT_OUT = Text(
    "Tỷ lệ tính trên mọi câu hỏi của các phiếu hợp lệ, trừ câu viết tay.",
    "Shares are of all questions of the valid responses but those answered in handwriting.",
)

# Method
METHOD_VALIDITY_TEXT = Text(
    "Phiếu hợp lệ khi trả lời ít nhất {percent} số câu chọn phương án được hỏi với mọi người ({count} câu). “Không "
    "có ý kiến” được coi là có trả lời. Phiếu không hợp lệ không được tính vào kết quả.",
    "A response is valid when at least {percent} of the choice items asked of everyone ({count} items) are answered; "
    "“no opinion” is an answer. Invalid responses are counted in no result.",
)
METHOD_UNITS_TEXT = Text(
    "Xếp hạng trong cùng một cấp; bằng nhau thì đồng hạng. Dưới {limit} phiếu hợp lệ hoặc cỡ mẫu tương đương dưới "
    "{limit}: in xám, không xếp hạng. Khoảng của hạng là giới hạn chung 95 % cho mọi hạng cùng lúc (Klein, Wright, "
    "Wieczorek 2020).",
    "Ranks are within one level; equal figures share a rank. Fewer than {limit} valid responses or an equivalent "
    "sample below {limit}: grey, no rank. The range of a rank is a joint 95 % bound for all ranks at once (Klein, "
    "Wright, Wieczorek 2020).",
)
METHOD_FLAGGED_TEXT = Text(
    "Câu trả lời mà máy còn nghi ngờ và chưa có người kiểm tra không được tính vào bất kỳ tỷ lệ nào, kể cả theo giá "
    "trị máy đoán; số lượng được ghi ở phần “Chất lượng phiếu”. Khi còn câu chờ kiểm tra, mọi số liệu là tạm thời.",
    "An answer that the engine doubts and nobody has looked at is counted in no share, not even as the engine's "
    "guess; “Quality of the forms” says how many there are. As long as there are any, all figures are provisional.",
)
