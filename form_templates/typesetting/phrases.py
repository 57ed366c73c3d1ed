"""The words that the typesetter prints of its own accord, in both languages."""

from form_templates.model import Text

UNIT = Text("Đơn vị:", "Unit:")
STATEMENT = Text("Nội dung đánh giá", "Statement")
PAGE = Text("Trang {page}/{pages}", "Page {page}/{pages}")
VERSION = Text("phiên bản {version}", "version {version}")
PRINT_HINT = Text("In đúng cỡ 100 %, không co giãn", "Print at 100 %, do not scale")
AT_MOST = Text("(chọn tối đa {count} ô)", "(choose at most {count})")
SEVERAL = Text("(có thể chọn nhiều ô)", "(several may be chosen)")
MARK_BOX = Text("Chọn: X, dấu tích hoặc tô đen", "Choose: cross, tick or fill")
CANCEL_BOX = Text("Bỏ chọn: khoanh tròn dấu X, rồi chọn ô khác", "Cancel: circle the cross, mark another box")
AGAIN_BOX = Text("Chọn lại ô đã bỏ: tô đen", "Choose it again: fill it")
MARK_RING = Text("Chọn: khoanh tròn chữ số", "Choose: circle the digit")
CANCEL_RING = Text(
    "Bỏ chọn: gạch chéo số đã khoanh, rồi khoanh số khác", "Cancel: cross the circled digit, circle another"
)
MARK_CROSS = Text("Chọn: gạch chéo chữ số", "Choose: cross the digit")
CANCEL_CROSS = Text(
    "Bỏ chọn: khoanh tròn số đã gạch, rồi gạch số khác", "Cancel: circle the crossed digit, cross another"
)
