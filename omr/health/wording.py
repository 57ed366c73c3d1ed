"""English for the command line and the report, of what a batch tells about scanner or camera and paper."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from omr.health.batch_health import HealthFinding, HealthKind
from omr.health.medium import Medium
from omr.results import Side

# {pages} of {of} pages, the first of them number {first} in delivered order; {detail} is the fact.
_OF_SCANS = {
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
_OF_ANY = {
    HealthKind.LOOK_ALIKE: (
        "{pages} of {of} pages may be another picture of an earlier sheet, the first is page {first}; they count until"
        " somebody says whether they are"
    ),
    HealthKind.SAME_SHEET: (
        "{pages} of {of} pages show a sheet that came before, the first is page {first}; it is counted once"
    ),
    HealthKind.SAME_FILE: _OF_SCANS[HealthKind.SAME_FILE],
    HealthKind.BLANK_PAGES: "{pages} of {of} pages are blank; of one-sided forms the fronts are enough",
}
_OF_PHOTOS = _OF_ANY | {
    HealthKind.MISSING_SIDES: (
        "{pages} of {of} forms lack a page that the forms before and after them have, from page {first} on;"
        " perhaps a side was forgotten: photograph it too"
    ),
    HealthKind.CROPPED: (
        "on {pages} of {of} photographs part of the sheet is missing, {detail}; take the whole sheet with a rim around"
        " it"
    ),
    HealthKind.LOW_RESOLUTION: (
        "{pages} of {of} photographs have only {detail}; go nearer until the sheet fills the picture, and send"
        " photographs in full size"
    ),
    HealthKind.ONE_BIT: (
        "{pages} of {of} photographs were saved in black and white only, which loses faint marks; save them in colour"
    ),
    HealthKind.PALE_PRINT: (
        "the print of {pages} of {of} photographs stands out little ({detail}); take them in more light, without"
        " reflections, and look after toner and copier"
    ),
    HealthKind.OUT_OF_FOCUS: (
        "{pages} of {of} photographs are not sharp; hold still, let the camera focus on the sheet, wipe its lens"
    ),
    HealthKind.TILTED: (
        "{pages} of {of} photographs were taken from the side: the near end of the sheet is {detail} larger than the"
        " far one; hold the camera straight above the sheet"
    ),
    HealthKind.UNEVEN_LIGHT: (
        "on {pages} of {of} photographs a part of the sheet has {detail} less light; light it evenly, without your own"
        " shadow"
    ),
    HealthKind.BENT: (
        "on {pages} of {of} photographs the paper is not flat, by {detail}; lay it on a table and smooth it"
    ),
}
_OF_UNSURE = _OF_ANY | {
    HealthKind.MISSING_SIDES: (
        "{pages} of {of} forms lack a page that the forms before and after them have, from page {first} on;"
        " look whether one was left out"
    ),
    HealthKind.MIXED_MEDIA: (
        "{pages} of {of} pages are photographs, the first is page {first}, the others scans ({detail}); each kind"
        " is advised apart"
    ),
    HealthKind.CROPPED: "{pages} of {of} pages were cut off, {detail}; the whole sheet must be in the picture",
    HealthKind.LOW_RESOLUTION: "{pages} of {of} pages have only {detail}; 200 to 300 dpi are needed",
    HealthKind.ONE_BIT: "{pages} of {of} pages have black and white only, which loses faint marks; use grey or colour",
    HealthKind.PALE_PRINT: "the print of {pages} of {of} pages is pale ({detail}); look after toner and copier",
    HealthKind.OUT_OF_FOCUS: "{pages} of {of} pages are not sharp",
    HealthKind.MEDIUM_IN_DOUBT: (
        "whether {pages} of {of} pages were scanned or photographed cannot be told, the first is page {first}"
    ),
}
HEALTH_SENTENCES: Mapping[Medium, Mapping[HealthKind, str]] = {
    Medium.SCAN: _OF_SCANS,
    Medium.PHOTO: _OF_PHOTOS,
    Medium.UNSURE: _OF_UNSURE,
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
        case HealthKind.CROPPED:
            return f"{value:.0f} mm"
        case HealthKind.BENT:
            return f"{value:.1f} mm"
        case HealthKind.LOW_RESOLUTION:
            return f"{value:.0f} dpi"
        case HealthKind.PALE_PRINT:
            return f"{value:.0%} contrast".replace("%", " %")
        case HealthKind.SKEWED_FEEDER:
            return f"{value:.1f} degrees"
        case HealthKind.MIXED_MEDIA:
            return f"in doubt: {value:.0f}"
        case HealthKind.PRINT_SCALE | HealthKind.TILTED | HealthKind.UNEVEN_LIGHT:
            return f"{value:.0%}".replace("%", " %")
        case _:
            return ""


def health_sentence(finding: HealthFinding) -> str:
    """Return what was found, on how many pages, and what to do."""
    sentence = HEALTH_SENTENCES[finding.medium][finding.kind].format(
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
        "medium": finding.medium.value,
        "pages": finding.pages,
        "of": finding.of,
        "first": finding.first,
        "detail": health_detail(finding),
        "text": health_sentence(finding),
    }
