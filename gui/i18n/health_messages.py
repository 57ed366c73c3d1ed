"""What the pages of a batch tell about scanner or camera and paper, in the person's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from gui.i18n.translation import QT_TRANSLATE_NOOP, format_count
from omr.health.batch_health import HealthFinding, HealthKind
from omr.health.medium import Medium
from omr.results import Side

# {pages} of {of} pages show it, the first is page {first} of the list; {value} is the fact, {side} an edge.
_OF_SCANS: Mapping[HealthKind, str] = {
    HealthKind.MISSING_SIDES: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} forms lack a page, from page {first} on; perhaps two sheets were fed at once. Scan these"
        " forms again.",
    ),
    HealthKind.STREAK: QT_TRANSLATE_NOOP(
        "messages",
        "A dark line runs through {pages} of {of} pages, {value} mm from the {side} edge, from page {first} on. Wipe"
        " the scanner's glass.",
    ),
    HealthKind.CROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages were cut off by {value} mm at the {side} edge. Set the scanner to A4 and push the"
        " sheets against its guides.",
    ),
    HealthKind.LOW_RESOLUTION: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} pages have only {value} dpi. Scan at 200 to 300 dpi."
    ),
    HealthKind.ONE_BIT: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages were scanned in black and white only, which loses faint marks. Scan in grey.",
    ),
    HealthKind.PALE_PRINT: QT_TRANSLATE_NOOP(
        "messages",
        "The print of {pages} of {of} pages is pale (contrast {value} %). Look after toner and copier, or scan darker.",
    ),
    HealthKind.OUT_OF_FOCUS: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} pages are out of focus. Clean the scanner's glass; do not scan as draft."
    ),
    HealthKind.SKEWED_FEEDER: QT_TRANSLATE_NOOP(
        "messages",
        "Sheets were fed askew, by {value} degrees on {pages} of {of} pages. Push them against the guides and look at"
        " the rollers.",
    ),
    HealthKind.PRINT_SCALE: QT_TRANSLATE_NOOP(
        "messages",
        "The print of {pages} of {of} pages has {value} % of its size. It can be read, but print and copy at 100 %.",
    ),
    HealthKind.LOOK_ALIKE: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages may be another scan of an earlier sheet, the first is page {first}. They count until"
        " somebody says whether they are.",
    ),
    HealthKind.SAME_SHEET: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages show a sheet that was scanned before, the first is page {first}. It is counted once.",
    ),
    HealthKind.SAME_FILE: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} pages came before in the same file under another name. They are counted once."
    ),
    HealthKind.BLANK_PAGES: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} pages are blank. Scan one-sided forms from one side; it is quicker."
    ),
}
_OF_ANY: Mapping[HealthKind, str] = {
    HealthKind.LOOK_ALIKE: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages may be another picture of an earlier sheet, the first is page {first}. They count until"
        " somebody says whether they are.",
    ),
    HealthKind.SAME_SHEET: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages show a sheet that came before, the first is page {first}. It is counted once.",
    ),
    HealthKind.SAME_FILE: _OF_SCANS[HealthKind.SAME_FILE],
    HealthKind.BLANK_PAGES: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} pages are blank. Of one-sided forms the fronts are enough."
    ),
}
_OF_PHOTOS: Mapping[HealthKind, str] = {
    **_OF_ANY,
    HealthKind.MISSING_SIDES: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} forms lack a page, from page {first} on; perhaps a side was forgotten. Photograph it too.",
    ),
    HealthKind.CROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "On {pages} of {of} photographs {value} mm of the sheet are missing. Take the whole sheet with a rim around"
        " it.",
    ),
    HealthKind.LOW_RESOLUTION: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} photographs have only {value} dpi. Go nearer until the sheet fills the picture, and send"
        " photographs in full size.",
    ),
    HealthKind.ONE_BIT: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} photographs were saved in black and white only, which loses faint marks. Save them in colour.",
    ),
    HealthKind.PALE_PRINT: QT_TRANSLATE_NOOP(
        "messages",
        "The print of {pages} of {of} photographs stands out little (contrast {value} %). Take them in more light,"
        " without reflections, and look after toner and copier.",
    ),
    HealthKind.OUT_OF_FOCUS: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} photographs are not sharp. Hold still, let the camera focus on the sheet, and wipe its lens.",
    ),
    HealthKind.TILTED: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} photographs were taken from the side: the near end of the sheet is {value} % larger than the"
        " far one. Hold the camera straight above the sheet.",
    ),
    HealthKind.UNEVEN_LIGHT: QT_TRANSLATE_NOOP(
        "messages",
        "On {pages} of {of} photographs a part of the sheet has {value} % less light. Light it evenly, without your"
        " own shadow.",
    ),
    HealthKind.BENT: QT_TRANSLATE_NOOP(
        "messages",
        "On {pages} of {of} photographs the paper is not flat, by {value} mm. Lay it on a table and smooth it.",
    ),
}
_OF_UNSURE: Mapping[HealthKind, str] = {
    **_OF_ANY,
    HealthKind.MISSING_SIDES: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} forms lack a page, from page {first} on. Look whether one was left out."
    ),
    HealthKind.MIXED_MEDIA: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages are photographs, the first is page {first}, the others scans (in doubt: {value}). Each"
        " kind is advised apart.",
    ),
    HealthKind.CROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages were cut off by {value} mm at the {side} edge. The whole sheet must be in the picture.",
    ),
    HealthKind.LOW_RESOLUTION: QT_TRANSLATE_NOOP(
        "messages", "{pages} of {of} pages have only {value} dpi. 200 to 300 dpi are needed."
    ),
    HealthKind.ONE_BIT: QT_TRANSLATE_NOOP(
        "messages",
        "{pages} of {of} pages have black and white only, which loses faint marks. Use grey or colour.",
    ),
    HealthKind.PALE_PRINT: QT_TRANSLATE_NOOP(
        "messages",
        "The print of {pages} of {of} pages is pale (contrast {value} %). Look after toner and copier.",
    ),
    HealthKind.OUT_OF_FOCUS: QT_TRANSLATE_NOOP("messages", "{pages} of {of} pages are not sharp."),
    HealthKind.MEDIUM_IN_DOUBT: QT_TRANSLATE_NOOP(
        "messages",
        "Whether {pages} of {of} pages were scanned or photographed cannot be told, the first is page {first}.",
    ),
}
HEALTH: Mapping[Medium, Mapping[HealthKind, str]] = {
    Medium.SCAN: _OF_SCANS,
    Medium.PHOTO: _OF_PHOTOS,
    Medium.UNSURE: _OF_UNSURE,
}

SIDES: Mapping[Side, str] = {
    Side.LEFT: QT_TRANSLATE_NOOP("messages", "left"),
    Side.TOP: QT_TRANSLATE_NOOP("messages", "top"),
    Side.RIGHT: QT_TRANSLATE_NOOP("messages", "right"),
    Side.BOTTOM: QT_TRANSLATE_NOOP("messages", "bottom"),
}

_SHARES = (HealthKind.PALE_PRINT, HealthKind.PRINT_SCALE, HealthKind.TILTED, HealthKind.UNEVEN_LIGHT)
_FINE = (HealthKind.SKEWED_FEEDER, HealthKind.BENT)  # told with one decimal


def describe_health(finding: HealthFinding) -> str:
    """Word what the pages tell about scanner or camera and paper, and what to do."""
    value = finding.value * 100 if finding.kind in _SHARES else finding.value
    decimals = 1 if finding.kind in _FINE else 0
    return QCoreApplication.translate("messages", HEALTH[finding.medium][finding.kind]).format(
        pages=format_count(finding.pages),
        of=format_count(finding.of),
        first=format_count(finding.first),
        value=QLocale().toString(value, "f", decimals),
        side=QCoreApplication.translate("messages", SIDES[finding.side]) if finding.side else "",
    )
