"""Sentences of the first page: what a head of office must know of a round; none says more than its test."""

from form_templates.model import Text

BLOCK_STORY = Text("Kết quả chính", "Main findings")
BLOCK_EXTREMES = {
    1: Text("Tiêu chí cao nhất và thấp nhất", "The best and the worst criterion"),
    2: Text("Hai tiêu chí cao nhất và hai tiêu chí thấp nhất", "The two best and the two worst criteria"),
    3: Text("Ba tiêu chí cao nhất và ba tiêu chí thấp nhất", "The three best and the three worst criteria"),
}
"""By how many of either end are listed."""
INDEX = Text(
    "Chỉ số hài lòng là {index} (khoảng tin cậy 95 %: {interval}), theo {valid} phiếu hợp lệ.",
    "The satisfaction index is {index} (95 % interval: {interval}), from {valid} valid responses.",
)
NO_INDEX = Text("Chưa có câu trả lời nào được tính vào chỉ số.", "No answer counts for the index yet.")
CHANGED = Text(
    "So với đợt {round}, trên cùng đơn vị: {points} điểm % (từ {earlier} đến {later}); khác biệt có ý nghĩa thống kê "
    "(p hiệu chỉnh {p}).",
    "Against round {round}, over the same units: {points} points (from {earlier} to {later}), a significant "
    "difference (adjusted p {p}).",
)
NOT_CHANGED = Text(
    "So với đợt {round}, trên cùng đơn vị: {points} điểm % (từ {earlier} đến {later}); khác biệt không có ý nghĩa "
    "thống kê (p hiệu chỉnh {p}), nên chưa thể nói là tăng hay giảm.",
    "Against round {round}, over the same units: {points} points (from {earlier} to {later}), no significant "
    "difference (adjusted p {p}): neither a rise nor a fall is shown.",
)
NOT_COMPARABLE = Text(
    "Chỉ số không so sánh được với đợt {round}; lý do ghi ở phần so sánh.",
    "The index cannot be compared with round {round}; the comparison says why.",
)
FACTORS_MOVED = Text("Yếu tố thay đổi có ý nghĩa thống kê: {names}.", "Factors that changed significantly: {names}.")
UNITS_MOVED = Text(
    "Trong {of} đơn vị so sánh được, {up} đơn vị tăng và {down} đơn vị giảm có ý nghĩa thống kê: {names}.",
    "Of {of} units that can be compared, {up} rose and {down} fell significantly: {names}.",
)
NO_UNIT_MOVED = Text(
    "Không đơn vị nào trong {of} đơn vị so sánh được thay đổi có ý nghĩa thống kê.",
    "None of the {of} units that can be compared changed significantly.",
)
MOVED = Text("{name} ({points} điểm %)", "{name} ({points} points)")
AND_OTHER_FACTORS = Text("{names} và {count} yếu tố khác", "{names}, and {count} more")
AND_OTHER_UNITS = Text("{names} và {count} đơn vị khác", "{names}, and {count} more")
AND_OTHER_WISHES = Text("{names} và {count} nội dung khác", "{names}, and {count} more")
WISHES = Text(
    "Nội dung được chọn nhiều nhất khi hỏi cần cải thiện gì trước: {first}{then}, theo {people} người trả lời.",
    "Chosen most often when asked what to improve first: {first}{then}, of {people} people who answered.",
)
THEN = Text("; sau đó: {second}", "; then: {second}")
WISH = Text("“{name}” ({share})", "“{name}” ({share})")
QUALITY = Text(
    "Chất lượng: {valid} trên {responses} phiếu hợp lệ ({share}){returned}{blank}{checked}.",
    "Quality: {valid} of {responses} responses are valid ({share}){returned}{blank}{checked}.",
)
RETURNED = Text("; thu về {rate} số phiếu phát ra", "; {rate} of the forms handed out came back")
BLANK = Text("; {share} số câu bị bỏ trống", "; {share} of the questions were left blank")
CHECKED = Text(
    "; phúc tra mù {count} câu, {wrong} câu máy đọc sai", "; {count} answers re-checked blind, {wrong} were misread"
)
APART = Text(
    "Khoảng tin cậy của hai nhóm không chồng lên nhau.",
    "The intervals of the two groups do not overlap.",
)
NOT_APART = Text(
    "Khoảng tin cậy của hai nhóm chồng lên nhau: thứ tự có thể do ngẫu nhiên.",
    "The intervals of the two groups overlap: their order may be due to chance.",
)
