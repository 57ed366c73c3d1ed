"""Words of the sheets that compare a round with earlier ones."""

from form_templates.model import Text

TITLE_COMPARISON = Text("So sánh với đợt trước: {rounds}", "Compared with earlier rounds: {rounds}")
TITLE_UNIT_COMPARISON = Text(
    "So sánh từng đơn vị với đợt trước: {rounds}",
    "Units compared with earlier rounds: {rounds}",
)
NOTE_COMPARISON = Text(
    "Chỉ tính trên các đơn vị được khảo sát ở cả hai đợt. “Tăng”, “giảm”: khác biệt có ý nghĩa thống kê ở mức 5 % "
    "sau khi hiệu chỉnh Holm cho cả bảng.",
    "Counted over the units that both rounds surveyed. “Up”, “down”: significant at 5 % after Holm's adjustment for "
    "the whole table.",
)
ROUND_UNREAD = Text(
    "Không mở được đợt trước ở “{folder}”, nên không có trong so sánh này. Hãy kiểm tra ổ đĩa hoặc chọn lại thư mục.",
    "The earlier round in “{folder}” could not be opened and is missing here. Check the drive or choose the folder "
    "again.",
)
ROUND_PROVISIONAL = Text(
    "Đợt {name} còn {count} câu trả lời chờ kiểm tra, chưa được tính; số liệu của đợt đó là tạm thời.",
    "{count} answers of round {name} await review and are not counted; its figures are provisional.",
)
BLOCK_TREND = Text(
    "Diễn biến qua các đợt, trên {units} đơn vị có mặt ở mọi đợt",
    "All rounds, over the {units} units surveyed in each",
)
BLOCK_TREND_EVERYONE = Text("Diễn biến qua các đợt", "All rounds")
BLOCK_FACTOR_CHANGES = Text("Chỉ số chung và yếu tố", "Index and factors")
BLOCK_ITEM_CHANGES = Text("Tiêu chí", "Criteria")
BLOCK_LEVEL_CHANGES = Text("Cấp và địa bàn", "Levels and areas")
BLOCK_UNIT_CHANGES = Text("Từng đơn vị", "Single units")
CHART_TREND = Text("Tỷ lệ hài lòng qua các đợt", "Satisfied share by round")
ROW_INDEX_EVERYONE = Text(
    "Chỉ số chung trên mọi phiếu của đợt (các đợt có thể khác nhau về đơn vị)",
    "Overall index, all responses of the round (its units may differ from round to round)",
)
COL_SUBJECT = Text("Nội dung", "Figure")
COL_CODE = Text("Mã", "Code")
COL_AGAINST = Text("So với", "Against")
COL_JOINT_UNITS = Text("Số đơn vị", "Units")
COL_PEOPLE = Text("Số người", "People")
COL_POINTS = Text("Chênh lệch", "Difference")
COL_SMALLEST = Text("Nhỏ nhất thấy được", "Smallest visible")
GROUP_EARLIER = Text("Đợt trước", "Earlier round")
GROUP_LATER = Text("Đợt này", "This round")
GROUP_DIFFERENCE = Text("Điểm %, khoảng tin cậy 95 %", "Percentage points, 95 % interval")
IS_UP = Text("tăng", "up")
IS_DOWN = Text("giảm", "down")
IS_INCOMPARABLE = Text("không so sánh được: {reason}", "not comparable: {reason}")
POOLED_FROM = Text(
    "{conclusion} (gộp {count} đơn vị cũ: {names})",
    "{conclusion} ({count} former units pooled: {names})",
)
WHY_ITEM_NEW = Text("đợt trước không hỏi", "not asked before")
WHY_ITEM_GONE = Text("đợt này không hỏi nữa", "not asked any more")
WHY_NOT_COUNTED = Text("một đợt không tính vào chỉ số", "left out of the index in one of the rounds")
WHY_WORDING = Text("câu hỏi đã đổi lời", "the question was reworded")
WHY_SCALE = Text("thang đo đã thay đổi", "the scale changed")
WHY_CRITERIA = Text("bộ tiêu chí khác nhau", "made of other criteria")
WHY_UNIT_NEW = Text("đơn vị mới, không có trong danh mục đợt trước", "a new unit, not in the earlier list")
WHY_UNIT_GONE = Text("đơn vị không còn ở đợt này", "the unit does not exist any more")
WHY_PART_ONLY = Text("địa giới thay đổi: chỉ nhận một phần của {names}", "boundary changed: only a part of {names}")
WHY_ORIGIN_MISSING = Text("đợt trước chưa khảo sát {names}", "not surveyed before: {names}")
WHY_NOT_SURVEYED = Text("đợt trước không có phiếu", "no responses before")
WHY_NO_RESPONSES = Text("đợt này không có phiếu", "no responses now")
WHY_UNDATED = Text(
    "một danh mục đơn vị không ghi thời điểm hiệu lực",
    "one unit list does not say for which day it holds",
)
WHY_RENAMED = Text("cùng mã nhưng khác tên đơn vị", "same code, another name")
WHY_NO_COMMON_UNIT = Text("không có đơn vị nào so sánh được", "no unit can be compared")
WHY_UNANSWERED = Text("không có câu trả lời", "no answers")
METHOD_COMPARISON = Text("So sánh các đợt", "Comparing rounds")
METHOD_COMPARISON_TEXT = Text(
    "Chỉ số, yếu tố, tiêu chí, cấp và địa bàn chỉ tính trên các đơn vị có phiếu ở cả hai đợt, gộp phiếu, không hiệu "
    "chỉnh cơ cấu đơn vị; chỉ số và phiếu hợp lệ của mọi đợt theo quy tắc của đợt này. Kiểm định hai tỷ lệ (z, tức "
    "χ² không hiệu chỉnh liên tục) với cỡ mẫu tương đương; dùng kiểm định chính xác Fisher khi mỗi người trả lời một "
    "câu và có tần số kỳ vọng dưới 5; khoảng tin cậy 95 % của chênh lệch theo Newcombe (1998, phương pháp 10), tính "
    "cho riêng từng dòng như cột p; cột p hiệu chỉnh theo Holm cho toàn bảng, gồm mọi đợt trước; p hiệu chỉnh dưới "
    "0,05 mới kết luận tăng hoặc giảm. “Nhỏ nhất thấy được” là chênh lệch nhỏ nhất đủ để có kết luận ở dòng đó; nhỏ "
    "hơn thế thì không nói lên điều gì.",
    "Index, factors, criteria, levels and areas are counted over the units with responses in both rounds, pooled, "
    "without adjusting for the mix of units; the index and the valid responses of every round follow the rules of "
    "this one. Two-proportion test (z, that is chi-square without continuity correction) with equivalent samples; "
    "Fisher's exact test where each person gave one answer and an expected count is below 5; 95 % intervals of the "
    "difference by Newcombe (1998, method 10), for each row alone like the plain p. The adjusted p is by Holm's "
    "method over the whole table, all earlier rounds included; below 0.05 counts as up or down. “Smallest visible” "
    "is the smallest difference that would have counted in that row; a smaller one says nothing.",
)
METHOD_SAME_QUESTION = Text("Câu hỏi so sánh được", "Comparable questions")
METHOD_SAME_QUESTION_TEXT = Text(
    "Hai câu hỏi được coi là một khi cùng mã, cùng lời in trên phiếu và cùng thang đo (giá trị, nhãn, mức được tính "
    "là hài lòng và không hài lòng); phiên bản mẫu phiếu và thứ tự in có thể khác. Yếu tố so sánh được khi gồm đúng "
    "các tiêu chí đó, chỉ số khi gồm đúng các yếu tố đó.",
    "Two questions are the same when they have the same id, the same printed wording and the same scale (values, "
    "labels, levels counted as satisfied and dissatisfied); template version and order of print may differ. A factor "
    "is comparable when it is made of the same criteria, the index when it is made of the same factors.",
)
METHOD_SAME_UNIT = Text("Đơn vị so sánh được", "Comparable units")
METHOD_SAME_UNIT_TEXT = Text(
    "Đơn vị được nhận theo mã và thời điểm của danh mục, không theo tên. Đơn vị sáp nhập được so với phiếu gộp của "
    "các đơn vị cũ, chỉ khi mỗi đơn vị cũ nhập trọn vẹn và đều đã được khảo sát. Thay đổi đơn vị lấy từ bảng chuyển "
    "đổi đi kèm (Bắc Ninh 2020–2025: NQ 1255/NQ-UBTVQH15, NQ 1658/NQ-UBTVQH15, QĐ 19/2025/QĐ-TTg) hoặc tệp "
    "crosswalk.csv của khảo sát.",
    "Units are known by their code and the day of the list, not by name. A merged unit is held against the pooled "
    "responses of the former ones, only if each of these went into it undivided and was surveyed. Changes come from "
    "the crosswalk that is shipped (Bắc Ninh 2020–2025: NQ 1255/NQ-UBTVQH15, NQ 1658/NQ-UBTVQH15, QĐ 19/2025/QĐ-TTg) "
    "or the survey's crosswalk.csv.",
)
