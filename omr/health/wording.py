"""English for the command line and the report, of what a batch tells about scanner and paper."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.health.batch_health import HealthFinding, HealthKind
from omr.results import Side

# {pages} of {of} pages, the first of them number {first} in delivered order; {detail} is the fact.
HEALTH_SENTENCES = {
    HealthKind.MISSING_SIDES: (
        "{pages} of {of} forms lack a page that the forms before and after them have, from page {first} on;"
        " perhaps two sheets were fed at once: scan these forms again"
    ),
    HealthKind.STREAK: (
        "a dark line runs through {pages} of {of} pages, {detail}, from page {first} on; wipe the scanner's glass"
    ),
    HealthKind.CROPPED: (
        "{pages} of {of} pages were cut off, {detail}; set the scanner to A4 and push the sheets against its guides"
    ),
    HealthKind.LOW_RESOLUTION: "{pages} of {of} pages have only {detail}; scan at 200 to 300 dpi",
    HealthKind.ONE_BIT: (
        "{pages} of {of} pages were scanned in black and white only, which loses faint marks; scan in grey"
    ),
    HealthKind.PALE_PRINT: (
        "the print of {pages} of {of} pages is pale ({detail}); look after toner and copier, or scan darker"
    ),
    HealthKind.OUT_OF_FOCUS: "{pages} of {of} pages are out of focus; clean the scanner's glass, do not scan as draft",
    HealthKind.SKEWED_FEEDER: (
        "sheets were fed askew, {detail} on {pages} of {of} pages; push them against the guides, look at the rollers"
    ),
    HealthKind.PRINT_SCALE: (
        "the print of {pages} of {of} pages has {detail} of its size; it can be read, but print and copy at 100 %"
    ),
    HealthKind.LOOK_ALIKE: (
        "{pages} of {of} pages may be another scan of an earlier sheet, the first is page {first}; they count until"
        " somebody says whether they are"
    ),
    HealthKind.SAME_SHEET: (
        "{pages} of {of} pages show a sheet that was scanned before, the first is page {first}; it is counted once"
    ),
    HealthKind.SAME_FILE: (
        "{pages} of {of} pages came before in the same file under another name; they are counted once"
    ),
    HealthKind.BLANK_PAGES: "{pages} of {of} pages are blank; scan one-sided forms from one side, it is quicker",
}

_SIDES = {Side.LEFT: "left", Side.TOP: "top", Side.RIGHT: "right", Side.BOTTOM: "bottom"}


def health_detail(finding: HealthFinding) -> str:
    """Return the fact of a finding in few words; empty where there is none."""
    value = finding.value
    match finding.kind:
        case HealthKind.STREAK if finding.side:
            return f"{value:.0f} mm from the {_SIDES[finding.side]} edge"
        case HealthKind.CROPPED if finding.side:
            return f"{value:.0f} mm at the {_SIDES[finding.side]}"
        case HealthKind.LOW_RESOLUTION:
            return f"{value:.0f} dpi"
        case HealthKind.PALE_PRINT:
            return f"{value:.0%} contrast".replace("%", " %")
        case HealthKind.SKEWED_FEEDER:
            return f"{value:.1f} degrees"
        case HealthKind.PRINT_SCALE:
            return f"{value:.0%}".replace("%", " %")
        case _:
            return ""


def health_sentence(finding: HealthFinding) -> str:
    """Return what was found, on how many pages, and what to do."""
    sentence = HEALTH_SENTENCES[finding.kind].format(
        pages=finding.pages, of=finding.of, first=finding.first, detail=health_detail(finding)
    )
    return sentence[0].upper() + sentence[1:] + "."


def health_lines(sentences: Sequence[str]) -> Iterator[str]:
    """Yield sentences under a heading, as the command line prints them; nothing where all is well."""
    if sentences:
        yield "health"
    yield from (f"  {sentence}" for sentence in sentences)


def health_as_dict(finding: HealthFinding) -> dict[str, Any]:
    """Return a finding as plain values for JSON."""
    return {
        "kind": finding.kind.value,
        "pages": finding.pages,
        "of": finding.of,
        "first": finding.first,
        "detail": health_detail(finding),
        "text": health_sentence(finding),
    }
