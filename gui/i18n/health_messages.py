"""What the pages of a batch tell about scanner and paper, in the person's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from gui.i18n.translation import QT_TRANSLATE_NOOP, format_count
from omr.health.batch_health import HealthFinding, HealthKind
from omr.results import Side

# {pages} of {of} pages show it, the first is page {first} of the list; {value} is the fact, {side} an edge.
HEALTH: Mapping[HealthKind, str] = {
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

SIDES: Mapping[Side, str] = {
    Side.LEFT: QT_TRANSLATE_NOOP("messages", "left"),
    Side.TOP: QT_TRANSLATE_NOOP("messages", "top"),
    Side.RIGHT: QT_TRANSLATE_NOOP("messages", "right"),
    Side.BOTTOM: QT_TRANSLATE_NOOP("messages", "bottom"),
}

_SHARES = (HealthKind.PALE_PRINT, HealthKind.PRINT_SCALE)


def describe_health(finding: HealthFinding) -> str:
    """Word what the pages tell about scanner and paper, and what to do."""
    value = finding.value * 100 if finding.kind in _SHARES else finding.value
    decimals = 1 if finding.kind is HealthKind.SKEWED_FEEDER else 0
    return QCoreApplication.translate("messages", HEALTH[finding.kind]).format(
        pages=format_count(finding.pages),
        of=format_count(finding.of),
        first=format_count(finding.first),
        value=QLocale().toString(value, "f", decimals),
        side=QCoreApplication.translate("messages", SIDES[finding.side]) if finding.side else "",
    )
