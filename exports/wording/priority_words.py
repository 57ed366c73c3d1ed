"""Words about where to look first: criteria beside overall satisfaction, wishes, units by criterion.

None says that one thing brings about another: what goes together need not.
"""

from exports.tally.priorities.drivers import Quadrant
from form_templates.model import Text

SHEET_DRIVERS = Text("Xem xét trước", "Where to look first")
SHEET_WISHES = Text("Mong muốn cải thiện", "Wishes")
TITLE_DRIVERS = Text("Tiêu chí và mức hài lòng chung", "Criteria and overall satisfaction")
TITLE_WISHES = Text("Nội dung người dân muốn cải thiện trước", "What people want improved first")

NOTE_DRIVERS = Text(
    "Tương quan hạng Spearman. Đi cùng nhau không có nghĩa là nguyên nhân. Xám: dưới {limit} cặp, không xếp hạng.",
    "Spearman's rank correlation. What goes together need not be a cause. Grey: fewer than {limit} pairs, not ranked.",
)
HELD_AGAINST = Text("Hài lòng chung: {overall}.", "Overall satisfaction: {overall}.")
BY_ITEM = Text("câu “{item}”", "the question “{item}”")
BY_OTHERS = Text(
    "trung bình các tiêu chí khác của mỗi người (phiếu không có câu hỏi chung)",
    "the mean of each person's other criteria (the form has no overall question)",
)
NOTE_WISHES = Text(
    "“{item}” Bên phải: những người đã chọn hài lòng đến đâu; so với dòng đầu, chưa kiểm định.",
    "“{item}” At the right: how satisfied those are who chose it; compare with the first row, not tested.",
)

COL_PAIRS = Text("Số cặp trả lời", "Pairs of answers")
COL_CORRELATION = Text("Tương quan", "Correlation")
COL_INTERVAL = Text("95 %", "95 %")
COL_PLACE = Text("Vị trí", "Place")
COL_WISH = Text("Nội dung", "What to improve")
COL_CHOSEN = Text("Số người chọn", "People who chose it")
GROUP_CORRELATION = Text("Đi cùng hài lòng chung", "Goes together with overall satisfaction")
GROUP_CHOSEN = Text("Được chọn", "Chosen")
GROUP_THEIR_FACTORS = Text(
    "Tỷ lệ hài lòng của những người chọn, theo yếu tố", "Satisfied share of those who chose it, by factor"
)
ROW_MEAN = Text("Trung bình các tiêu chí được xếp hạng", "Mean of the criteria that are ranked")
ROW_ALL_ANSWERED = Text("Mọi người trả lời câu hỏi này", "All who answered the question")
CHART_DRIVERS = Text(
    "Tương quan với hài lòng chung (ngang) và tỷ lệ hài lòng (dọc); hai trục cắt nhau ở trung bình",
    "Correlation with overall satisfaction (across) and satisfied share (up); the axes cross at the means",
)
FEW_PAIRS = Text("Dưới {limit} cặp: chỉ để tham khảo.", "Fewer than {limit} pairs: a hint only.")
NOTHING_VARIES = Text("Mọi người trả lời như nhau.", "All answered alike.")

QUADRANTS = {
    Quadrant.FIRST: Text("Xem xét trước", "Look here first"),
    Quadrant.KEEP: Text("Giữ vững", "Keep up"),
    Quadrant.LATER: Text("Xem xét sau", "Look here later"),
    Quadrant.FINE: Text("Theo dõi", "Watch"),
}
QUADRANTS_EXPLAINED = {
    Quadrant.FIRST: Text(
        "{name}: tương quan từ trung bình trở lên, tỷ lệ hài lòng dưới trung bình.",
        "{name}: correlation at or above the mean, satisfied share below it.",
    ),
    Quadrant.KEEP: Text("{name}: cả hai từ trung bình trở lên.", "{name}: both at or above the mean."),
    Quadrant.LATER: Text("{name}: cả hai dưới trung bình.", "{name}: both below the mean."),
    Quadrant.FINE: Text(
        "{name}: tương quan dưới trung bình, tỷ lệ hài lòng từ trung bình trở lên.",
        "{name}: correlation below the mean, satisfied share at or above it.",
    ),
}

# In the printed report
CLOSEST = Text(
    "Đi cùng mức hài lòng chung chặt nhất: {names}.",
    "What goes together most closely with overall satisfaction: {names}.",
)
CLOSEST_ONE = Text("“{name}” ({value})", "“{name}” ({value})")
FIRST_ONES = Text(
    "Đi cùng chặt hơn trung bình mà còn ít người hài lòng hơn trung bình: {names}.",
    "Closer than the mean, and with fewer satisfied than the mean: {names}.",
)
NO_FIRST_ONES = Text(
    "Trong các tiêu chí có khoảng tin cậy trên 0, không tiêu chí nào vừa đi cùng chặt hơn trung bình vừa có ít người "
    "hài lòng hơn trung bình.",
    "Of the criteria whose interval lies above 0 none is both closer than the mean and less satisfying than the mean.",
)
NONE_CLOSE = Text(
    "Chưa tiêu chí nào có khoảng tin cậy của tương quan nằm trên 0: chưa thể nói tiêu chí nào đi cùng mức hài lòng "
    "chung.",
    "No criterion has a correlation whose interval lies above 0: of none it can be said that it goes together with "
    "overall satisfaction.",
)

# Units by criterion
NOTE_UNIT_CRITERIA = Text(
    "Màu đậm: thấp. ▼: thấp nhất của hàng. Xám: dưới {limit}, chỉ để tham khảo. Tiêu chí: xem trang “{criteria}”.",
    "Dark: low. ▼: the lowest of the row. Grey: fewer than {limit}, a hint only. Criteria: see sheet “{criteria}”.",
)

METHOD_DRIVERS = Text("Tiêu chí và hài lòng chung", "Criteria and overall satisfaction")
METHOD_DRIVERS_TEXT = Text(
    "Hệ số tương quan hạng Spearman (hạng trung bình khi bằng nhau) giữa mỗi tiêu chí và {overall}, trên những phiếu"
    " hợp lệ trả lời cả hai câu; khoảng tin cậy 95 % theo phép biến đổi Fisher với phương sai của Bonett và Wright "
    "(2000), coi người trả lời là mẫu ngẫu nhiên đơn giản. Dưới {limit} cặp: in xám, không xếp hạng. Tương quan cho "
    "biết hai điều đi cùng nhau, không cho biết điều nào là nguyên nhân.",
    "Spearman's rank correlation (mean ranks for ties) of every criterion with {overall}, over the valid responses "
    "that answered both; 95 % interval by Fisher's transformation with the variance of Bonett and Wright (2000), "
    "which takes the respondents for a plain random sample. Fewer than {limit} pairs: grey, not ranked. A "
    "correlation says that two things go together, not that one is the cause.",
)
