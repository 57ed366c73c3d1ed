"""Words of the printed report about earlier rounds, targets and units with few forms."""

from form_templates.model import Text

CHANGES = Text("So với các đợt trước", "Compared with earlier rounds")
IS_CHANGED = Text(
    "{points} điểm % so với đợt {round}: {direction}, có ý nghĩa thống kê (khoảng tin cậy 95 %: {low} đến {high}).",
    "{points} points since {round}: {direction}, significant (95 % interval: {low} to {high}).",
)
IS_UNCHANGED = Text(
    "{points} điểm % so với đợt {round}: chưa có ý nghĩa thống kê; phải chênh từ {smallest} điểm % trở lên mới nói "
    "được (khoảng tin cậy 95 %: {low} đến {high}).",
    "{points} points since {round}: not significant; it would take {smallest} points or more (95 % interval: {low} to "
    "{high}).",
)
IS_INCOMPARABLE = Text("Không so sánh được với đợt {round}: {reason}.", "Not comparable with {round}: {reason}.")
NOTE_JOINT = Text(
    "Tính trên các đơn vị được khảo sát ở cả hai đợt ({units}), nên có thể khác chỉ số của cả đợt.",
    "Counted over the units that both rounds surveyed ({units}), so it may differ from the index of the round.",
)
NOTE_CHANGES = Text(
    "Vòng trắng: đợt {earlier}; chấm: đợt {later}. In đậm: có ý nghĩa thống kê ở mức 5 % sau khi hiệu chỉnh Holm cho "
    "cả bảng; các dòng khác có thể chỉ do ngẫu nhiên.",
    "White ring: {earlier}; dot: {later}. Bold: significant at 5 % after Holm's adjustment for the whole table; other "
    "rows may be chance alone.",
)
NOTE_UNIT_FACTORS = Text(
    "Yếu tố của mọi đơn vị được hiệu chỉnh Holm chung một bảng.",
    "The factors of all units are adjusted by Holm's method as one table.",
)
COL_DIFFERENCE = Text("Điểm %", "Points")
UP, DOWN = Text("tăng", "up"), Text("giảm", "down")
ITEM_CHANGES = Text("Tiêu chí thay đổi", "Criteria that changed")
UNIT_CHANGES = Text("Đơn vị thay đổi", "Units that changed")
COUNTS = Text(
    "So với đợt {round}: {up} tăng, {down} giảm, {same} chưa thấy khác, {none} không so sánh được.",
    "Since {round}: {up} up, {down} down, {same} without a visible difference, {none} not comparable.",
)
TREND = Text("Diễn biến qua các đợt", "All rounds")
NOTE_TREND_JOINT = Text(
    "Trên {units} đơn vị có mặt ở mọi đợt. Vạch đứng: khoảng tin cậy 95 %. Chiều cao mỗi ô: từ {low} đến {high}.",
    "Over the {units} units surveyed in each round. Vertical lines: 95 % intervals. Each row is {low} to {high} high.",
)
NOTE_TREND = Text(
    "Vạch đứng: khoảng tin cậy 95 %. Chiều cao mỗi ô: từ {low} đến {high}.",
    "Vertical lines: 95 % intervals. Each row is {low} to {high} high.",
)

METHOD = Text(
    "Chỉ so sánh những đơn vị và câu hỏi giống nhau ở hai đợt. Kiểm định hai tỷ lệ (z) với cỡ mẫu tương đương, hoặc "
    "chính xác Fisher khi có ít người; p hiệu chỉnh theo Holm cho cả bảng, dưới 0,05 mới nói là tăng hoặc giảm. Khoảng "
    "tin cậy 95 % của chênh lệch theo Newcombe (1998, phương pháp 10), cho riêng từng dòng.",
    "Only units and questions that are the same in both rounds are compared. Two-proportion test (z) with equivalent "
    "samples, or Fisher's exact test where people are few; p adjusted by Holm's method over the whole table, below "
    "0.05 counts as up or down. 95 % intervals of differences by Newcombe (1998, method 10), for each row alone.",
)

TARGET_REACHED = Text("Mục tiêu {target}: đạt.", "Target {target}: reached.")
TARGET_MISSED = Text("Mục tiêu {target}: chưa đạt.", "Target {target}: not reached.")
TARGET_OPEN = Text(
    "Mục tiêu {target}: nằm trong khoảng tin cậy, chưa thể kết luận đạt hay chưa.",
    "Target {target}: within the interval, so that it cannot be told whether it is reached.",
)
NOTE_TARGET = Text("Đường đứt: mục tiêu {target}.", "Dashed line: the target, {target}.")
BEST_UNIT = Text("Cao nhất cùng cấp: {unit}", "Best of the level: {unit}")

FEW_FORMS = Text("Đơn vị có ít phiếu", "Units with few forms")
NOTE_FEW_FORMS = Text(
    "Dưới {limit} phiếu hợp lệ hoặc cỡ mẫu tương đương dưới {limit}: chỉ để tham khảo, không xếp hạng. Mỗi dòng: tên, "
    "số phiếu hợp lệ, chỉ số.",
    "Fewer than {limit} valid responses or an equivalent sample below {limit}: a hint only, not ranked. Each line: "
    "name, valid responses, index.",
)
