"""Pages to respondents: which pages belong together, and the effective answer of every item."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from form_templates.model import FormTemplate, ItemId
from omr.respondents.grouping import group_pages
from omr.respondents.page_runs import find_page_runs, page_number
from omr.respondents.pile_questions import find_open
from omr.results import (
    Acceptance,
    Answer,
    AnswerStatus,
    Flag,
    ItemReading,
    PageIdentity,
    PageOutcome,
    Reason,
    Verification,
)


class Aspect(StrEnum):
    """What a person can say about a page as a whole."""

    UNIT = "unit"  # which unit it counts for
    RESPONDENT = "respondent"  # with which page it belongs together
    PIN = "pin"  # which page of the form it is, and where
    SHEET = "sheet"  # of which other scan it shows the same sheet, or that it is a sheet of its own


class UnitSource(StrEnum):
    """What says which unit a page counts for."""

    PERSON = "person"  # somebody named it for this page
    DELIVERY = "delivery"  # somebody named it for the file, when it was taken in
    FOLDER = "folder"  # likewise, by the name of the folder that it lay in
    PRINT = "print"  # the code printed on the form
    COVER = "cover"  # it lay between the two covers of the unit's stack


class UnitDoubt(StrEnum):
    """Why a person should say which unit a page counts for; until then it counts for none."""

    NOT_CLOSED = "not-closed"  # the sheet at the end of its stack was not seen: forms of the next one may be in it
    CLOSED_BY_ANOTHER = "closed-by-another"  # the sheet at the end of its stack is another unit's
    NOT_OPENED = "not-opened"  # the sheet on top of its stack was not seen
    OUTSIDE = "outside"  # it lies between two stacks
    COVER_UNKNOWN = "cover-unknown"  # the cover names no unit of the survey, or the codes on it disagree
    CONTRADICTED = "contradicted"  # two of print, folder and cover name different units


_NONE = frozenset[Flag]()


@dataclass(frozen=True, slots=True)
class DeliveredPage:
    """A delivered page as the survey keeps it, without its measurements.

    Attributes:
        page_id: Key in the survey; None for a page that has no content (its file could not be opened).
        batch: 1-based number of the batch it came with.
        source: Name of the delivered file.
        page_in_file: 1-based page of that file.
        outcome: What became of it.
        reason: Why it was not read; None when it was.
        detail: The fact behind the reason; may be empty.
        identity: Which template page it is; None unless read.
        assigned_unit: The unit a person named for it, or for its file; empty if none. It overrules the printed one.
        unit_folder: The folder it was delivered in, if that named ``assigned_unit``; else empty.
        stack_unit: The unit that the covers of its stack name; empty if it lay in none.
        unit_doubt: Why a person should say which unit it counts for; None if nothing is in doubt.
        listed_as: The listed unit that is meant by the one it names, which differs by leading zeros alone; empty where
            that stands in the list, or none does.
        is_unlisted: Whether the survey has a list of units, and none in it can be meant by the one it counts for.
        joined_to: Id of the page whose respondent a person says it belongs to, its own where that begins one; None if
            nobody did, then neighbours and print-outs tell.
        same_sheet_as: Id of the page that a person says counts for the same sheet, its own where they say that it is a
            sheet of its own; None if nobody did.
        said_by: Who said what about it, by what was said.
        readings: By item.
        verifications: The verification in force, by item.
        disputed: Items that re-checking left open: two people and the engine read three things.
        doubted: Items whose reading a person found odd.
        accepted: Flagged readings that count after all, for decisions on others bear them out, by item.
        content_hash: Of the kept scan it is a page of; empty for a file that could not be taken in.
        part: Which page of a form it is of those on the image of that page of the file, 1-based.
    """

    page_id: int | None
    batch: int
    source: str
    page_in_file: int
    outcome: PageOutcome
    reason: Reason | None = None
    detail: str = ""
    identity: PageIdentity | None = None
    assigned_unit: str = ""
    unit_folder: str = ""
    stack_unit: str = ""
    unit_doubt: UnitDoubt | None = None
    listed_as: str = ""
    is_unlisted: bool = False
    joined_to: int | None = None
    same_sheet_as: int | None = None
    said_by: Mapping[Aspect, str] = field(default_factory=dict)
    readings: Mapping[ItemId, ItemReading] = field(default_factory=dict)
    verifications: Mapping[ItemId, Verification] = field(default_factory=dict)
    disputed: frozenset[ItemId] = frozenset()
    doubted: frozenset[ItemId] = frozenset()
    accepted: Mapping[ItemId, Acceptance] = field(default_factory=dict)
    content_hash: str = ""
    part: int = 1

    @property
    def place_in_file(self) -> str:
        """The page of the file as people are told it: 3, and 3.2 for the second form on that page."""
        return str(self.page_in_file) if self.part == 1 else f"{self.page_in_file}.{self.part}"

    @property
    def unit(self) -> str:
        """The unit it counts for: named by a person, else printed, else its stack's; empty if none is sure."""
        if self.unit_doubt:
            return ""
        return self.listed_as or self.named_unit

    @property
    def named_unit(self) -> str:
        """The unit that is named for it, be that in doubt or not; empty if nothing names one."""
        return self.assigned_unit or self.printed_unit or self.stack_unit

    @property
    def printed_unit(self) -> str:
        """The unit printed on it; empty if none."""
        return self.identity.unit if self.identity else ""

    @property
    def unit_source(self) -> UnitSource | None:
        """What says which unit it counts for; None if nothing does."""
        if not self.unit:
            return None
        if self.assigned_unit:
            return UnitSource.PERSON if Aspect.UNIT in self.said_by else self._delivered_by
        return UnitSource.PRINT if self.printed_unit else UnitSource.COVER

    @property
    def _delivered_by(self) -> UnitSource:
        return UnitSource.FOLDER if self.unit_folder else UnitSource.DELIVERY

    def doubts(self, item_id: ItemId) -> frozenset[Flag]:
        """Return why a person should look at an item: the engine's flags, and what people say.

        The engine's count no more where the reading was accepted since.
        """
        said = {Flag.DISPUTED: self.disputed, Flag.DOUBTED: self.doubted}
        flags = {flag for flag, items in said.items() if item_id in items}
        read = self.readings[item_id].flags if item_id not in self.accepted else _NONE
        return read | flags if flags else read  # the same object: there are millions


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """The effective answer of one item of one respondent, and what stands behind it.

    Attributes:
        item_id: The item.
        answer: Option values in printed order; empty means left blank; None means a person found it unreadable or
            nothing was delivered.
        status: Accepted, flagged, or verified by a person.
        p_wrong: The engine's probability that ``reading`` is wrong; recalibrated where it was accepted for that.
        reading: What the engine read, also when a person decided otherwise; None for a missing page.
        flags: Why a person should look or should have looked.
        page: The page it was read from; None for a missing page.
        verification: The person's decision, if there is one.
        acceptance: Why a flagged reading is accepted all the same; None for any other.
    """

    item_id: ItemId
    answer: Answer | None
    status: AnswerStatus
    p_wrong: float
    reading: Answer | None
    flags: frozenset[Flag]
    page: DeliveredPage | None = None
    verification: Verification | None = None
    acceptance: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """All answers of one respondent.

    Attributes:
        number: 1-based, in the order of delivery.
        batch: The batch of its first page.
        sheet: The printed serial number; empty when unknown. Photocopied forms share one.
        unit: Code of the unit it counts for; empty when unknown.
        pages: Its delivered pages, by page number.
        missing_pages: Numbers of the pages that were not delivered.
        answers: One per item of the template, in template order.
        is_rest: Whether it is perhaps the other side of a respondent that counts already, see
            ``omr.respondents.pile_questions``; then it is none of its own until a person says so.
    """

    number: int
    batch: int
    sheet: str
    unit: str
    pages: tuple[DeliveredPage, ...]
    missing_pages: tuple[int, ...]
    answers: tuple[ItemAnswer, ...]
    is_rest: bool = False


def build_responses(template: FormTemplate, pages: Iterable[DeliveredPage]) -> tuple[Response, ...]:
    """Group read pages into respondents and decide the effective answer of every item.

    Args:
        template: The template of all these pages.
        pages: Pages in delivered order (batch, file, page in file); those not read only separate others.
    """
    pages = list(pages)
    groups = group_pages(pages, len(template.pages))
    piles = find_page_runs(pages, len(template.pages))
    rests = {id(page) for question in find_open(piles, groups) for page in question.rests()} if piles else set()
    page_of = {item.item_id: template.page_of(item.item_id) for item in template.items()} if groups else {}
    return tuple(
        _build_response(template, page_of, number, group, is_rest=not rests.isdisjoint(map(id, group)))
        for number, group in enumerate(groups, start=1)
    )


def _build_response(
    template: FormTemplate,
    page_of: Mapping[ItemId, int],
    number: int,
    pages: tuple[DeliveredPage, ...],
    *,
    is_rest: bool,
) -> Response:
    by_number = {page_number(page): page for page in pages}
    return Response(
        number=number,
        batch=pages[0].batch,
        sheet=next((page.identity.serial for page in pages if page.identity and page.identity.serial), ""),
        unit=_unit_of(pages),
        pages=pages,
        missing_pages=tuple(page.number for page in template.pages if page.number not in by_number),
        answers=tuple(effective_answer(item_id, by_number.get(page)) for item_id, page in page_of.items()),
        is_rest=is_rest,
    )


def _unit_of(pages: Sequence[DeliveredPage]) -> str:
    """Return the unit of a respondent: a person's word about any of the pages counts more than what is printed.

    Without one, a page whose unit is in doubt leaves the respondent without.
    """
    said = [page.unit for page in pages if page.assigned_unit and page.unit]
    if said:
        return said[0]
    if any(page.unit_doubt for page in pages):
        return ""
    return next((page.unit for page in pages if page.unit), "")


def effective_answer(item_id: ItemId, page: DeliveredPage | None) -> ItemAnswer:
    """Return a person's decision where there is one, else the engine's.

    ``page`` is None when it was not delivered; one that an earlier version of the form read may lack the item, see
    ``omr.survey.versions``.
    """
    if page is None or Flag.MISSING_PAGE in page.readings[item_id].flags:
        return ItemAnswer(item_id, None, AnswerStatus.FLAGGED, 1.0, None, frozenset({Flag.MISSING_PAGE}))
    reading, flags = page.readings[item_id], page.doubts(item_id)
    verification, acceptance = page.verifications.get(item_id), page.accepted.get(item_id)
    if verification:
        status, answer = AnswerStatus.VERIFIED, verification.answer
    else:
        status = AnswerStatus.FLAGGED if flags else AnswerStatus.ACCEPTED
        answer = reading.answer
    if acceptance is None:
        return ItemAnswer(item_id, answer, status, reading.p_wrong, reading.answer, flags, page, verification)
    if status is not AnswerStatus.ACCEPTED:
        acceptance = None  # somebody looked, or is to look
    p_wrong = acceptance.p_wrong if acceptance else reading.p_wrong
    flags |= reading.flags
    return ItemAnswer(item_id, answer, status, p_wrong, reading.answer, flags, page, verification, acceptance)
