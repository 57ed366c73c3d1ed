"""Sentences for what a pile tells about scanner or camera and paper."""

from exports.wording.numerals import decimal
from exports.wording.speaker import Speaker
from form_templates.model import Text
from omr.health.batch_health import HealthFinding, HealthKind
from omr.health.medium import Medium
from omr.results import Side

_SHARES = (HealthKind.PALE_PRINT, HealthKind.PRINT_SCALE, HealthKind.TILTED, HealthKind.UNEVEN_LIGHT)  # in percent
_FINE = (HealthKind.SKEWED_FEEDER, HealthKind.BENT)  # told with one decimal

SIDES = {
    Side.LEFT: Text("trái", "left"),
    Side.TOP: Text("trên", "top"),
    Side.RIGHT: Text("phải", "right"),
    Side.BOTTOM: Text("dưới", "bottom"),
}
HEALTH_OF_SCANS = {
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

HEALTH_OF_ANY = {
    HealthKind.MISSING_SIDES: Text(
        "{pages} trên {of} phiếu thiếu trang, từ trang số {first}.",
        "{pages} of {of} forms lack a page, from page {first} on.",
    ),
    HealthKind.LOW_RESOLUTION: HEALTH_OF_SCANS[HealthKind.LOW_RESOLUTION],
    HealthKind.ONE_BIT: Text(
        "{pages} trên {of} trang chỉ có hai màu đen trắng nên dễ mất dấu mờ.",
        "{pages} of {of} pages have black and white only, which loses faint marks.",
    ),
    HealthKind.PALE_PRINT: HEALTH_OF_SCANS[HealthKind.PALE_PRINT],
    HealthKind.OUT_OF_FOCUS: HEALTH_OF_SCANS[HealthKind.OUT_OF_FOCUS],
    HealthKind.LOOK_ALIKE: Text(
        "{pages} trên {of} trang có thể là ảnh khác của tờ trước đó, đầu tiên là trang số {first}; vẫn được tính"
        " cho đến khi có người quyết định.",
        "{pages} of {of} pages may be another picture of an earlier sheet, the first is page {first}; they count until"
        " somebody says whether they are.",
    ),
    HealthKind.SAME_SHEET: Text(
        "{pages} trên {of} trang là tờ đã có trước đó, đầu tiên là trang số {first}; mỗi tờ chỉ tính một lần.",
        "{pages} of {of} pages show a sheet that came before, the first is page {first}; it is counted once.",
    ),
    HealthKind.SAME_FILE: HEALTH_OF_SCANS[HealthKind.SAME_FILE],
    HealthKind.BLANK_PAGES: HEALTH_OF_SCANS[HealthKind.BLANK_PAGES],
}
HEALTH_OF_PHOTOS = HEALTH_OF_ANY | {
    HealthKind.CROPPED: Text(
        "{pages} trên {of} ảnh chụp bị mất {value} mm của tờ phiếu.",
        "On {pages} of {of} photographs {value} mm of the sheet are missing.",
    ),
    HealthKind.TILTED: Text(
        "{pages} trên {of} ảnh chụp bị nghiêng: đầu gần của tờ phiếu to hơn đầu xa {value} %.",
        "{pages} of {of} photographs were taken from the side: the near end of the sheet is {value} % larger.",
    ),
    HealthKind.UNEVEN_LIGHT: Text(
        "{pages} trên {of} ảnh chụp có chỗ tối hơn {value} %.",
        "On {pages} of {of} photographs a part of the sheet has {value} % less light.",
    ),
    HealthKind.BENT: Text(
        "Giấy không phẳng, lệch {value} mm, ở {pages} trên {of} ảnh chụp.",
        "On {pages} of {of} photographs the paper is not flat, by {value} mm.",
    ),
}
HEALTH_OF_UNSURE = HEALTH_OF_ANY | {
    HealthKind.CROPPED: HEALTH_OF_SCANS[HealthKind.CROPPED],
    HealthKind.MIXED_MEDIA: Text(
        "{pages} trên {of} trang là ảnh chụp, đầu tiên là trang số {first}, các trang khác là bản quét (chưa rõ:"
        " {value}).",
        "{pages} of {of} pages are photographs, the first is page {first}, the others scans (in doubt: {value}).",
    ),
    HealthKind.MEDIUM_IN_DOUBT: Text(
        "Không rõ {pages} trên {of} trang là bản quét hay ảnh chụp, đầu tiên là trang số {first}.",
        "Whether {pages} of {of} pages were scanned or photographed cannot be told, the first is page {first}.",
    ),
}
HEALTH = {Medium.SCAN: HEALTH_OF_SCANS, Medium.PHOTO: HEALTH_OF_PHOTOS, Medium.UNSURE: HEALTH_OF_UNSURE}


def health_sentence(say: Speaker, finding: HealthFinding) -> str:
    """Return what was found, and on how many pages."""
    value = finding.value * 100 if finding.kind in _SHARES else finding.value
    return say(
        HEALTH[finding.medium][finding.kind],
        pages=finding.pages,
        of=finding.of,
        first=finding.first,
        value=decimal(say, value, 1 if finding.kind in _FINE else 0),
        side=say(SIDES[finding.side]) if finding.side else "",
    )
