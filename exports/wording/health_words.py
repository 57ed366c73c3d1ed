"""Sentences for what a pile tells about scanner and paper."""

from exports.wording.numerals import decimal
from exports.wording.speaker import Speaker
from form_templates.model import Text
from omr.health.batch_health import HealthFinding, HealthKind
from omr.results import Side

_SHARES = (HealthKind.PALE_PRINT, HealthKind.PRINT_SCALE)  # told in percent

SIDES = {
    Side.LEFT: Text("trái", "left"),
    Side.TOP: Text("trên", "top"),
    Side.RIGHT: Text("phải", "right"),
    Side.BOTTOM: Text("dưới", "bottom"),
}
HEALTH = {
    HealthKind.MISSING_SIDES: Text(
        "{pages} trên {of} phiếu thiếu trang, từ trang số {first}; có thể máy đã kéo hai tờ cùng lúc.",
        "{pages} of {of} forms lack a page, from page {first} on; perhaps two sheets were fed at once.",
    ),
    HealthKind.STREAK: Text(
        "Có vệt đen chạy dọc {pages} trên {of} trang, cách mép {side} {value} mm, từ trang số {first}.",
        "A dark line runs through {pages} of {of} pages, {value} mm from the {side} edge, from page {first} on.",
    ),
    HealthKind.CROPPED: Text(
        "{pages} trên {of} trang bị cắt mất {value} mm ở mép {side}.",
        "{pages} of {of} pages were cut off by {value} mm at the {side} edge.",
    ),
    HealthKind.LOW_RESOLUTION: Text(
        "{pages} trên {of} trang chỉ có {value} dpi.", "{pages} of {of} pages have only {value} dpi."
    ),
    HealthKind.ONE_BIT: Text(
        "{pages} trên {of} trang được quét đen trắng nên dễ mất dấu mờ.",
        "{pages} of {of} pages were scanned in black and white only, which loses faint marks.",
    ),
    HealthKind.PALE_PRINT: Text(
        "Chữ in của {pages} trên {of} trang bị nhạt (độ tương phản {value} %).",
        "The print of {pages} of {of} pages is pale (contrast {value} %).",
    ),
    HealthKind.OUT_OF_FOCUS: Text("{pages} trên {of} trang bị mờ nét.", "{pages} of {of} pages are out of focus."),
    HealthKind.SKEWED_FEEDER: Text(
        "Giấy bị kéo lệch {value} độ ở {pages} trên {of} trang.",
        "Sheets were fed askew, by {value} degrees on {pages} of {of} pages.",
    ),
    HealthKind.PRINT_SCALE: Text(
        "Bản in của {pages} trên {of} trang chỉ đúng {value} % kích thước.",
        "The print of {pages} of {of} pages has {value} % of its size.",
    ),
    HealthKind.LOOK_ALIKE: Text(
        "{pages} trên {of} trang có thể là bản quét lại của tờ trước đó, đầu tiên là trang số {first}; vẫn được tính"
        " cho đến khi có người quyết định.",
        "{pages} of {of} pages may be another scan of an earlier sheet, the first is page {first}; they count until"
        " somebody says whether they are.",
    ),
    HealthKind.SAME_SHEET: Text(
        "{pages} trên {of} trang là tờ đã quét trước đó, đầu tiên là trang số {first}; mỗi tờ chỉ tính một lần.",
        "{pages} of {of} pages show a sheet that was scanned before, the first is page {first}; it is counted once.",
    ),
    HealthKind.SAME_FILE: Text(
        "{pages} trên {of} trang đã có trong cùng một tệp mang tên khác; chỉ tính một lần.",
        "{pages} of {of} pages came before in the same file under another name; they are counted once.",
    ),
    HealthKind.BLANK_PAGES: Text("{pages} trên {of} trang để trắng.", "{pages} of {of} pages are blank."),
}


def health_sentence(say: Speaker, finding: HealthFinding) -> str:
    """Return what was found, and on how many pages."""
    value = finding.value * 100 if finding.kind in _SHARES else finding.value
    return say(
        HEALTH[finding.kind],
        pages=finding.pages,
        of=finding.of,
        first=finding.first,
        value=decimal(say, value, 1 if finding.kind is HealthKind.SKEWED_FEEDER else 0),
        side=say(SIDES[finding.side]) if finding.side else "",
    )
