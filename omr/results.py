"""What the engine says about a page: measured, decided, and why a person should look."""

from dataclasses import dataclass
from enum import StrEnum

from form_templates.model import FormKey, ItemId
from omr.local_correction import LocalCorrection

Answer = tuple[str, ...]
"""Chosen option values in printed order; empty means left blank."""


class PageOutcome(StrEnum):
    """What became of a delivered page; every page has exactly one."""

    READ = "read"
    UNREADABLE = "unreadable"
    BLANK = "blank"
    DUPLICATE = "duplicate"
    FOREIGN = "foreign"
    OTHER_FORM = "other-form"  # read, by another form of the survey than the one that is looked at; never kept
    TAKEN_OUT = "taken-out"  # by a person, who may bring it back; what was read of it stays
    COVER = "cover"  # a sheet on top or at the end of a unit's stack, see ``omr.units.stacks``; no form


RARE_OUTCOMES = frozenset({PageOutcome.COVER, PageOutcome.OTHER_FORM})
"""Of surveys with covers, or with several forms; others are not told of them."""


class Reason(StrEnum):
    """Why a page was not read, or does not count."""

    NOT_A_FILE = "not-a-file"  # a folder, a pipe, a socket or a device
    FILE_EMPTY = "file-empty"
    FILE_NOT_FOUND = "file-not-found"
    FILE_UNREACHABLE = "file-unreachable"
    STILL_BEING_WRITTEN = "still-being-written"
    FILE_TRUNCATED = "file-truncated"
    FILE_DAMAGED = "file-damaged"
    FILE_ENCRYPTED = "file-encrypted"
    FILE_HAS_NO_PAGES = "file-has-no-pages"
    PAGES_LOST = "pages-lost"  # the file says that there are more, but not where
    TOO_MANY_PAGES = "too-many-pages"
    TAKES_TOO_LONG = "takes-too-long"
    NEEDS_TOO_MUCH_MEMORY = "needs-too-much-memory"
    WORKER_KILLED = "worker-killed"  # from outside, again and again; the page may be sound
    RENDERER_MISSING = "renderer-missing"  # the page may be sound: with Poppler installed it can be read
    UNKNOWN_FORMAT = "unknown-format"
    IMAGE_TOO_LARGE = "image-too-large"
    IMAGE_TOO_SMALL = "image-too-small"
    BLANK_PAGE = "blank-page"
    DARK_PAGE = "dark-page"  # all over: the scanner's lid was open, or its lamp is off
    NO_FIDUCIALS = "no-fiducials"
    TOO_FEW_FIDUCIALS = "too-few-fiducials"
    OTHER_TEMPLATE = "other-template"
    PAGE_NOT_IDENTIFIED = "page-not-identified"
    FORM_IN_DOUBT = "form-in-doubt"  # several forms of the survey fit as well
    PRINT_DOES_NOT_MATCH = "print-does-not-match"
    MORE_ON_IMAGE = "more-on-image"  # beside a page that was read, marks or a code of another that was not found
    ALREADY_DELIVERED = "already-delivered"
    SAME_SHEET = "same-sheet"
    ENGINE_FAILED = "engine-failed"
    KEPT_COPY_DAMAGED = "kept-copy-damaged"  # the original may be sound: delivered again, it is restored and read
    PAGE_TAKEN_OUT = "page-taken-out"
    BATCH_TAKEN_OUT = "batch-taken-out"  # all that came in its batch
    UNKNOWN = "unknown"  # a survey's database names a reason that this program does not know


CURABLE = frozenset({Reason.RENDERER_MISSING, Reason.WORKER_KILLED, Reason.KEPT_COPY_DAMAGED})
"""Reasons that lie with the computer, not with the scan: the same files, read again, may be read then."""

RAISED_BY_LIMITS = frozenset({Reason.TOO_MANY_PAGES, Reason.TAKES_TOO_LONG, Reason.NEEDS_TOO_MUCH_MEMORY})
"""Reasons that higher limits may cure."""

UNRECOGNISED = frozenset(
    {
        Reason.NO_FIDUCIALS,
        Reason.TOO_FEW_FIDUCIALS,
        Reason.OTHER_TEMPLATE,
        Reason.PAGE_NOT_IDENTIFIED,
        Reason.FORM_IN_DOUBT,
        Reason.PRINT_DOES_NOT_MATCH,
        Reason.MORE_ON_IMAGE,
    }
)
"""Reasons of pages on which no form of the survey was found: one that was added since may be theirs."""

RETRIED = (
    CURABLE
    | RAISED_BY_LIMITS
    | UNRECOGNISED
    | {
        Reason.FILE_EMPTY,
        Reason.FILE_TRUNCATED,
        Reason.FILE_DAMAGED,
        Reason.FILE_ENCRYPTED,
        Reason.FILE_HAS_NO_PAGES,
        Reason.PAGES_LOST,
        Reason.UNKNOWN_FORMAT,
        Reason.IMAGE_TOO_LARGE,
        Reason.IMAGE_TOO_SMALL,
        Reason.ENGINE_FAILED,
    }
)
"""Reasons of pages that were never seen or recognised: when a person asks for it, they are tried again."""


def is_dangerous(reason: Reason | None, detail: str) -> bool:
    """Whether a page may be opened in a process within limits only: it went beyond them, or its process died.

    A process that survived a bug in reading says what it was.
    """
    is_deadly = reason is Reason.ENGINE_FAILED and not detail
    return is_deadly or reason is Reason.WORKER_KILLED or reason in RAISED_BY_LIMITS


class Side(StrEnum):
    """An edge of the paper, or of a picture, as one looks at it."""

    LEFT = "left"
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"


class Flag(StrEnum):
    """Why a person should decide an item."""

    DOUBLE_MARK = "double-mark"  # more marks than the item allows
    FAINT_MARK = "faint-mark"  # something is there, but it may not be a mark
    UNMARKED = "unmarked"  # nothing seems to be marked on the page; one decision says so of all its items
    UNCERTAIN = "uncertain"  # the probability of being wrong is above the limit
    CANCELLED_MARK = "cancelled-mark"  # a mark looks crossed out, ringed or blotted
    HIDDEN = "hidden"  # a response area is covered, torn off or not printed
    CUT_OFF = "cut-off"  # a response area or field does not lie on the scanned paper
    NOT_LOCATED = "not-located"  # the response areas could not be placed exactly
    HANDWRITING = "handwriting"  # text or numbers to be typed
    MISSING_PAGE = "missing-page"  # the page with this item was not delivered
    DISPUTED = "disputed"  # two people and the engine read it in three ways
    DOUBTED = "doubted"  # a person found an accepted reading odd; never set by the engine


class AnswerStatus(StrEnum):
    """Who stands behind an answer."""

    ACCEPTED = "accepted"
    FLAGGED = "flagged"
    VERIFIED = "verified"


class IdentitySource(StrEnum):
    """How a page was identified."""

    CODE = "code"
    TEXT = "text"
    CONTENT = "content"
    PERSON = "person"  # someone looked at it


@dataclass(frozen=True, slots=True)
class PageIdentity:
    """Which template page this is, and which print-out; ``unit`` and ``serial`` are empty when unknown."""

    template_id: str
    version: int
    page: int
    unit: str
    serial: str
    source: IdentitySource

    @property
    def form(self) -> FormKey:
        """The form of which it is a page."""
        return FormKey(self.template_id, self.version)


@dataclass(frozen=True, slots=True)
class Registration:
    """Where the template lies in the scan.

    Attributes:
        template_to_scan: Row-major 3x3 homography, template mm to scan px.
        correction: Smooth local correction, applied before the homography.
        fiducials_found: How many of the four corner targets took part; 0 where the page was found by its print.
        residual_mm: Median distance of the printed outlines and landmarks, which took no part in the homography, from
            where it puts them, before the correction.
        remaining_mm: The same after the correction, 75th percentile of those that took no part in that either; marks
            disturb some of the rest.
        dpi: Resolution of the scan, pixels per inch of the printed form.
        turned_deg: Clockwise turn that makes the scan upright: 0, 90, 180 or 270.
    """

    template_to_scan: tuple[float, ...]
    correction: LocalCorrection
    fiducials_found: int
    residual_mm: float
    remaining_mm: float
    dpi: float
    turned_deg: int


@dataclass(frozen=True, slots=True)
class MarkReading:
    """What was measured at one response area, and how probable a mark is.

    Attributes:
        item_id: The item the area belongs to.
        option: The option the area stands for.
        fill_ratio: Share of the interior that is ink, 0.0-1.0, the blank print taken off.
        p_marked: Probability that the respondent marked this area.
        p_cancelled: Probability that there is a mark which the respondent took back.
    """

    item_id: ItemId
    option: str
    fill_ratio: float
    p_marked: float
    p_cancelled: float


NOT_READ = 1.0
"""Chance of being wrong of a reading that was never made."""


@dataclass(frozen=True, slots=True)
class ItemReading:
    """One item as the engine decided it; never edited afterwards.

    Attributes:
        item_id: The item.
        answer: The most probable answer, also when flagged.
        p_wrong: Probability that ``answer`` is not what the respondent meant, 0.0-1.0; ``NOT_READ`` where nothing was
            seen that could be read.
        flags: Why a person should look; empty means accepted.
    """

    item_id: ItemId
    answer: Answer
    p_wrong: float
    flags: frozenset[Flag]

    @property
    def is_proposal(self) -> bool:
        """Whether a person may confirm it as it stands; handwriting, and what is not on the paper, was never read."""
        return self.p_wrong < NOT_READ


@dataclass(frozen=True, slots=True)
class Streak:
    """A dark line that the scanner drew along the whole feed.

    Attributes:
        side: The edge of the delivered picture that ``distance_mm`` is counted from: left where sheets are fed along
            the picture's height, top where they are fed along its width.
        distance_mm: How far the line is from there, in millimetres of the printed form.
    """

    side: Side
    distance_mm: float


@dataclass(frozen=True, slots=True)
class PageHealth:
    """What a page tells about scanner, camera and paper. Sides in the order of ``Side``.

    Attributes:
        dpi: Pixels per inch of the printed form.
        print_scale: Size of the print relative to the template, by the resolution the file states; None if it states
            none.
        skew_deg: How far the page is turned, clockwise, beyond its quarter turn: -45.0 to 45.0.
        cropped_mm: How much of the paper lies outside the picture, by side of the form; 0.0 where all of it was seen.
        border_mm: Width of the dark border, by side of the picture.
        streaks: Dark lines along the feed.
        paper_level: Brightness of the bare paper, 0 = black, 255 = white.
        print_level: Brightness of solid print.
        noise: Standard deviation of neighbouring pixels' brightness on even ground.
        sharpness: Steepest step at printed outlines, in solid print per millimetre; 0.0 where there are none.
        is_one_bit: Whether the picture has black and white only.
        p_photo: How probable it is that the page was photographed, 0.0-1.0; 0.0 where it was surely scanned, or read
            before that was looked at. The following are kept where it is not 0.0.
        tilt: How much larger the nearest corner of the page is seen than the farthest; 0.1 = by 10 %.
        bend_mm: How far the paper departs from a plane, as the picture shows it.
        shade: Share of the light that is missing where the paper is darkest.
    """

    dpi: float
    print_scale: float | None
    skew_deg: float
    cropped_mm: tuple[float, ...]
    border_mm: tuple[float, ...]
    streaks: tuple[Streak, ...]
    paper_level: float
    print_level: float
    noise: float
    sharpness: float
    is_one_bit: bool
    p_photo: float = 0.0
    tilt: float = 0.0
    bend_mm: float = 0.0
    shade: float = 0.0


@dataclass(frozen=True, slots=True)
class InkSignature:
    """The ink a respondent left, small enough to keep and to tell one sheet from another by.

    Attributes:
        sketch: One number per byte (int8), of the ink and of the strokes, each nearly parallel for two scans of one
            sheet; empty if there are few marks.
        pictures: The ink at each response area in 16 levels, as ``omr.rescans.ink_signature`` packs it.
    """

    sketch: bytes
    pictures: bytes


@dataclass(frozen=True, slots=True)
class PageReading:
    """Everything the engine says about one page image.

    Attributes:
        outcome: What became of the page.
        reason: Why it was not read; None when it was.
        detail: The fact behind the reason, for people: a size, a name, a count. May be empty.
        identity: Which page it is; None unless read.
        registration: Where the template lies; None unless read.
        items: One reading per item answered on this page, in template order.
        marks: One reading per response area, in layout order.
        health: What it tells about scanner and paper; None unless read.
        ink: What a second scan of the same sheet is known by; None unless there is any ink.
        further: What else is on the same image: further pages of forms, in order, without any of their own.
    """

    outcome: PageOutcome
    reason: Reason | None = None
    detail: str = ""
    identity: PageIdentity | None = None
    registration: Registration | None = None
    items: tuple[ItemReading, ...] = ()
    marks: tuple[MarkReading, ...] = ()
    health: PageHealth | None = None
    ink: InkSignature | None = None
    further: tuple["PageReading", ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """A person's decision on one item; a later one replaces an earlier one, which is kept.

    Attributes:
        answer: What the person read; None when they found it unreadable.
        operator: Who decided.
        decided_at: When, ISO 8601 with offset.
        note: A remark; may be empty.
    """

    answer: Answer | None
    operator: str
    decided_at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A flagged reading that counts after all, as decisions on other answers of its batch bear it out.

    It stands beside the reading, which keeps its flags and its stated P(wrong). Nobody need have looked at this answer.

    Attributes:
        answer: What was read.
        p_wrong: Probability that it is wrong, as recalibrated on those decisions, 0.0-1.0.
        decisions: On how many decisions that rests.
        changed: Those of them that were not what had been read.
        parameters: JSON: what was refitted, see ``omr.recalibration.calibration``.
        operator: Who agreed.
        decided_at: When, ISO 8601 with offset.
    """

    answer: Answer
    p_wrong: float
    decisions: int
    changed: int
    parameters: str
    operator: str
    decided_at: str
