"""Words of the sheets that hold answers one by one: the data sheet and the long list for pivot tables."""

from form_templates.model import Text

SHEET_ANSWERS = Text("Câu trả lời", "Answers")
COL_REASON = Text("{item} – lý do thiếu", "{item} – why missing")
COL_WRITTEN = Text("{item} – ghi bằng chữ", "{item} – as written")
WRITTEN_MEANING = Text("nguyên văn những gì không phải là số", "what was written and is no number")
REASON_MEANING = Text(
    "vì sao không có câu trả lời; để trống nếu có (các mã: xem cuối bảng này)",
    "why there is no answer; empty where there is one (codes: at the end of this table)",
)
EVERY_REASON = Text("(mọi cột “lý do thiếu” còn lại)", "(every other column “why missing”)")
COL_VALUE_GIVEN = Text("Mức trả lời", "Value")
COL_IS_SATISFIED = Text("Hài lòng (1/0)", "Satisfied (1/0)")
COL_WEIGHT = Text("Trọng số", "Weight")
TOO_MANY_ANSWERS = Text(
    "Đợt này có {count} câu trả lời được tính, mà một trang Excel chỉ có chỗ cho {most} dòng, nên trang này không liệt "
    "kê câu nào thay vì cắt bớt. Đủ mọi câu trả lời có ở trang “Dữ liệu” và trong các tệp .csv, .parquet và .sav.",
    "This round has {count} answers that count, and an Excel sheet has room for {most} rows; so this sheet lists none "
    "rather than cutting some. All of them are on the sheet “Data” and in the .csv, .parquet and .sav files.",
)
