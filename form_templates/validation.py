"""Whole-template checks: what a definition means, and where its response areas lie. Pure; reports all it finds."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from form_templates.errors import FindingList
from form_templates.facts import Fact
from form_templates.model import (
    LATEST_EDITION,
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    MarkStyle,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Scale,
    ScaleKind,
    Section,
    Typesetting,
)
from form_templates.roles import obstacle_to
from form_templates.text_files import shortened

TEXT_SIZES_PT = (8.0, 14.0)
"""The smallest and the largest size of the questions of a form that the program prints."""

MOST_COLUMNS = 6
"""In which options can be made to stand."""

_TEMPLATE_ID = re.compile(r"[a-z0-9-]{1,64}")
_PART_ID = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_ITEM_ID = re.compile(r"[a-z][a-z0-9_]{0,63}")
# Forms made elsewhere bring names such as Exam_2 and p1.Question01; nothing of them is printed into a page code.
_FOREIGN_TEMPLATE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}")
_FOREIGN_ITEM_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}")
_VALUE = re.compile(r"[A-Za-z0-9_.\-]{1,64}")  # answers are joined by ";" in tables
_LONGEST_PRINTED_VALUE = 2  # characters that stand inside an area of 5.5 mm
_PAPER_SIDE_MM = (20.0, 1200.0)  # a narrow voucher, and a little more than A0
_MOST_GAPS = 20  # a page number of a million would be a million missing pages
_MOST_AREAS = 3000  # on a page; the fullest forms known have half of that
_MOST_OVERLAPS = 20  # told of a page: where all areas lie on one spot, one need not hear of each
# Neighbouring cells of a table share their borders, and people draw areas onto them: a thick line is as wide as this.
_SHARED_BORDER_MM = 1.0
_SHARED_SHARE = 0.2  # of the smallest side: of small circles close together less is shared than that


def is_template_id(text: str) -> bool:
    """Whether a template can be called so; it then names a folder and nothing beyond it."""
    return _FOREIGN_TEMPLATE_ID.fullmatch(text) is not None and not text.endswith(".")


def is_item_id(text: str) -> bool:
    """Whether an item of a form made elsewhere can be called so."""
    return _FOREIGN_ITEM_ID.fullmatch(text) is not None


def is_part_id(text: str) -> bool:
    """Whether a scale or a section can be called so."""
    return _PART_ID.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether an option can have this value."""
    return _VALUE.fullmatch(text) is not None


def check_definition(template: FormTemplate, findings: FindingList, *, has_foreign_ids: bool = False) -> None:
    """Check ids, references, scales, caps and skip rules.

    Args:
        template: As ``definition.read_definition`` returns it; empty ids were reported there and are passed over.
        findings: Collects the mistakes.
        has_foreign_ids: Whether names of a form made elsewhere are allowed.
    """
    _check_id(template.template_id, _FOREIGN_TEMPLATE_ID if has_foreign_ids else _TEMPLATE_ID, "id", findings)
    if not template.sections:
        findings.add("section", Fact("the template has no sections"))
    for position, scale in enumerate(template.scales, start=1):
        _check_scale(scale, f"scale[{position}]", findings)
    _check_duplicates((scale.scale_id for scale in template.scales), "scale", findings)
    _check_duplicates((section.section_id for section in template.sections), "section", findings)
    _check_sections(template, findings, has_foreign_ids=has_foreign_ids)
    _check_overall_item(template, findings)
    _check_typesetting(template.typesetting, findings)


def check_layout(template: FormTemplate, findings: FindingList) -> None:
    """Check that every option has one response area, on the paper and clear of the others."""
    check_page_numbers([page.number for page in template.pages], findings)
    for page in template.pages:
        check_page(page, findings)
    check_areas_against_items(template, findings)


def _check_id(found: str, pattern: re.Pattern[str], place: str, findings: FindingList) -> None:
    if found and not pattern.fullmatch(found):
        findings.add(
            place,
            Fact('"{found}" is not a name: wanted {pattern}', found=shortened(found), pattern=pattern.pattern),
            found,
        )


def _check_duplicates(ids: Iterable[str], key: str, findings: FindingList) -> None:
    seen: set[str] = set()
    for position, name in enumerate(ids, start=1):
        if name and name in seen:
            findings.add(f"{key}[{position}]", Fact('"{name}" is used twice', name=name), name)
        seen.add(name)


def _check_scale(scale: Scale, place: str, findings: FindingList) -> None:
    _check_id(scale.scale_id, _PART_ID, place, findings)
    _check_options(scale.options, place, scale.scale_id, findings)
    substantive = {option.value for option in scale.options if not option.is_not_applicable}
    for key, values in (("satisfied", scale.satisfied), ("dissatisfied", scale.dissatisfied)):
        for value in sorted(values - substantive):
            findings.add(f"{place}.{key}", Fact('"{value}" is not a value of the scale', value=value), scale.scale_id)
    for value in sorted(scale.satisfied & scale.dissatisfied):
        findings.add(place, Fact('"{value}" is both satisfied and dissatisfied', value=value), scale.scale_id)
    if scale.kind in (ScaleKind.SATISFACTION, ScaleKind.NPS) and not scale.satisfied:
        findings.add(
            place, Fact('a scale of kind "{kind}" must say which values are satisfied', kind=scale.kind), scale.scale_id
        )


def _check_options(options: tuple[Option, ...], place: str, name: str, findings: FindingList) -> None:
    _check_duplicates((option.value for option in options), f"{place}.options", findings)
    for option in options:
        _check_value(option.value, place, name, findings)


def _check_value(value: str, place: str, name: str, findings: FindingList) -> None:
    if value and not _VALUE.fullmatch(value):
        findings.add(
            place,
            Fact('option value "{value}" may hold letters, digits, "_", "." and "-" only', value=shortened(value)),
            name,
        )


def _check_sections(template: FormTemplate, findings: FindingList, *, has_foreign_ids: bool) -> None:
    item_ids = _FOREIGN_ITEM_ID if has_foreign_ids else _ITEM_ID
    earlier: dict[ItemId, Item] = {}
    for position, section in enumerate(template.sections, start=1):
        _check_section(template, section, f"section[{position}]", findings)
        for place, item in _places_of_items(section, f"section[{position}]"):
            _check_id(item.item_id, item_ids, place, findings)
            if item.item_id in earlier:
                findings.add(place, Fact('"{item_id}" is used twice', item_id=item.item_id), item.item_id)
            _check_item(template, item, place, findings)
            if not has_foreign_ids:
                _check_printed_values(item, place, findings)
            if item.asked_if is not None:
                _check_condition(item.asked_if, earlier, place, item.item_id, findings)
            if item.item_id:
                earlier.setdefault(item.item_id, item)


def _places_of_items(section: Section, place: str) -> Iterator[tuple[str, Item]]:
    for position, item in enumerate(section.items, start=1):
        yield f"{place}.item[{position}]", item


def _check_section(template: FormTemplate, section: Section, place: str, findings: FindingList) -> None:
    _check_id(section.section_id, _PART_ID, place, findings)
    if not section.items:
        findings.add(place, Fact("the section has no items"), section.section_id)
    satisfaction = {scale.scale_id for scale in template.scales if scale.kind is ScaleKind.SATISFACTION}
    if section.is_factor and not any(item.scale_id in satisfaction for item in section.items):
        findings.add(f"{place}.is_factor", Fact("a factor needs an item with a satisfaction scale"), section.section_id)


def _check_item(template: FormTemplate, item: Item, place: str, findings: FindingList) -> None:
    if item.scale_id and item.scale_id not in {scale.scale_id for scale in template.scales}:
        findings.add(f"{place}.scale", Fact('there is no scale "{scale_id}"', scale_id=item.scale_id), item.item_id)
    elif item.kind.is_choice:
        _check_choices(item, place, findings)
    elif item.options:
        findings.add(place, Fact("an item of kind {kind} has no options", kind=item.kind), item.item_id)
    if (obstacle := obstacle_to(template, item, item.role)) is not None:
        findings.add(f"{place}.role", obstacle, item.item_id)
    if (obstacle := obstacle_to_columns(item, item.columns)) is not None:
        findings.add(f"{place}.columns", obstacle, item.item_id)
    if item.kind is ItemKind.NUMBER and item.digits < 1:
        findings.add(place, Fact('a number item needs "digits", the count of digit boxes'), item.item_id)


def obstacle_to_columns(item: Item, columns: int) -> Fact | None:
    """Return why the options of an item cannot stand in so many columns, 0: as they fit; None if they can."""
    if columns and not item.kind.is_choice:
        return Fact('"{item_id}" has no options', item_id=item.item_id)
    if not 0 <= columns <= MOST_COLUMNS:
        return Fact("options stand in 1 to {most} columns", most=MOST_COLUMNS)
    return None


def _check_choices(item: Item, place: str, findings: FindingList) -> None:
    if len(item.options) < 1:
        findings.add(place, Fact('a choice item needs "scale" or "options"'), item.item_id)
    if item.scale_id is None:
        _check_options(item.options, place, item.item_id, findings)
    if item.max_choices is not None:
        _check_cap(item, item.max_choices, f"{place}.max_choices", findings)


def _check_printed_values(item: Item, place: str, findings: FindingList) -> None:
    """Check what stands inside the areas that we print; a form made elsewhere has its own print."""
    if not item.kind.is_choice:
        return
    if item.style is not MarkStyle.BOX and any(len(option.value) > _LONGEST_PRINTED_VALUE for option in item.options):
        findings.add(
            f"{place}.style",
            Fact('style "{style}" prints values of at most two characters', style=item.style),
            item.item_id,
        )


def _check_cap(item: Item, cap: int, place: str, findings: FindingList) -> None:
    if item.kind is not ItemKind.MULTIPLE:
        findings.add(place, Fact('a cap needs kind = "multiple"'), item.item_id)
    elif cap > len(item.options):
        findings.add(
            place,
            Fact("the cap is {cap}, but there are only {value} options", cap=cap, value=len(item.options)),
            item.item_id,
        )


def _check_condition(
    condition: Condition, earlier: dict[ItemId, Item], place: str, name: str, findings: FindingList
) -> None:
    place = f"{place}.asked_if"
    asked = earlier.get(condition.item_id)
    if asked is None:
        findings.add(place, Fact('"{item_id}" is not an earlier item', item_id=condition.item_id), name)
        return
    if not condition.values:
        findings.add(place, Fact("the skip rule names no values"), name)
    for value in sorted(condition.values - {option.value for option in asked.options}):
        findings.add(place, Fact('"{value}" is not an option of "{item_id}"', value=value, item_id=asked.item_id), name)


def _check_typesetting(typesetting: Typesetting, findings: FindingList) -> None:
    if typesetting.edition > LATEST_EDITION:
        findings.add(
            "typesetting.edition",
            Fact(
                "this program sets forms by editions up to {latest}, not {edition}: update Phiếu",
                latest=LATEST_EDITION,
                edition=typesetting.edition,
            ),
        )
    smallest, largest = TEXT_SIZES_PT
    if not smallest <= typesetting.text_pt <= largest:
        findings.add(
            "typesetting.text_pt",
            Fact("must be from {smallest} to {largest} points", smallest=smallest, largest=largest),
        )


def _check_overall_item(template: FormTemplate, findings: FindingList) -> None:
    wanted = template.overall_item
    if wanted is None:
        return
    item = next((item for item in template.items() if item.item_id == wanted), None)
    if item is None:
        findings.add("overall_item", Fact('there is no item "{wanted}"', wanted=wanted))
    elif item.kind is not ItemKind.SINGLE:
        findings.add("overall_item", Fact('"{wanted}" must be a single-choice item', wanted=wanted))


def check_page_numbers(numbers: Sequence[int], findings: FindingList) -> None:
    """Check that pages count up from 1; a number that could not be read is 0 and was reported then."""
    for number, count in sorted(Counter(numbers).items()):
        if number and count > 1:
            findings.add("pages", Fact("page {number} comes {count} times", number=number, count=count))
    if 0 in numbers:
        return
    gaps = (number for number in range(1, max(numbers, default=0)) if number not in numbers)
    for number in islice(gaps, _MOST_GAPS):
        findings.add("pages", Fact("page {number} is missing: pages are numbered from 1", number=number))
    if list(numbers) != sorted(numbers):
        findings.add("pages", Fact("page numbers must count up from 1"))


def check_page(page: PageLayout, findings: FindingList) -> None:
    """Check the size of a page, that areas and fields lie on it, and the areas clear of each other."""
    place = f"pages[{page.number}]"
    paper = Rect(0.0, 0.0, page.width_mm, page.height_mm)
    if math.isnan(paper.w_mm) or math.isnan(paper.h_mm):
        return  # reported when it was read; nothing can be said of what lies on it
    low_mm, high_mm = _PAPER_SIDE_MM
    if not all(low_mm <= side_mm <= high_mm for side_mm in (paper.w_mm, paper.h_mm)):
        size = f"{paper.w_mm:g} x {paper.h_mm:g} mm"
        findings.add(
            place,
            Fact(
                "a page of {size} is no paper: sides are {low_mm:g} to {high_mm:g} mm; are these pixels?",
                size=size,
                low_mm=low_mm,
                high_mm=high_mm,
            ),
        )
        return
    if len(page.areas) > _MOST_AREAS:
        findings.add(place, f"there are {len(page.areas)} response areas; a page may have {_MOST_AREAS} at most")
        return
    for area in page.areas:
        if not _lies_within(area.rect, paper):
            findings.add(place, Fact("the response area is not on the paper"), _name(area))
    for field in page.fields:
        if not _lies_within(field.rect, paper):
            findings.add(place, Fact("the writing field is not on the paper"), field.item_id)
    for one, other in _overlapping(page.areas):
        findings.add(place, Fact('the response area overlaps "{other}"', other=_name(other)), _name(one))


def _overlapping(areas: Sequence[ResponseArea]) -> list[tuple[ResponseArea, ResponseArea]]:
    """Return each area that overlaps a later one, with the first such, in printed order; of many, some.

    From top to bottom each area is compared with those that begin above its lower edge only: forms with a thousand
    areas have half a million pairs.
    """
    found: dict[int, int] = {}
    downwards = sorted(range(len(areas)), key=lambda position: areas[position].rect.y_mm)
    for place, one in enumerate(downwards):
        bottom_mm = areas[one].rect.y_mm + areas[one].rect.h_mm
        for other in downwards[place + 1 :]:
            if areas[other].rect.y_mm >= bottom_mm:
                break
            first, second = sorted((one, other))
            if _overlap(areas[first].rect, areas[second].rect):
                found[first] = min(second, found.get(first, second))
        if len(found) >= _MOST_OVERLAPS:
            break
    return [(areas[first], areas[second]) for first, second in sorted(found.items())]


def _lies_within(rect: Rect, paper: Rect) -> bool:
    return (
        rect.w_mm > 0
        and rect.h_mm > 0
        and rect.x_mm >= 0
        and rect.y_mm >= 0
        and rect.x_mm + rect.w_mm <= paper.w_mm
        and rect.y_mm + rect.h_mm <= paper.h_mm
    )


def _overlap(one: Rect, other: Rect) -> bool:
    """Whether two areas share more than the border between them."""
    across_mm = min(one.x_mm + one.w_mm, other.x_mm + other.w_mm) - max(one.x_mm, other.x_mm)
    down_mm = min(one.y_mm + one.h_mm, other.y_mm + other.h_mm) - max(one.y_mm, other.y_mm)
    smallest_mm = min(one.w_mm, one.h_mm, other.w_mm, other.h_mm)
    return min(across_mm, down_mm) > min(_SHARED_BORDER_MM, _SHARED_SHARE * smallest_mm)


def check_areas_against_items(template: FormTemplate, findings: FindingList) -> None:
    """Check that every option has one response area, and those of an item lie on one page."""
    wanted = {(item.item_id, option.value) for item in template.items() for option in item.options}
    found = Counter((area.item_id, area.option) for page in template.pages for area in page.areas)
    for item_id, value in sorted(wanted - found.keys()):
        findings.add("pages", Fact("the option has no response area"), f"{item_id}={value}")
    for item_id, value in sorted(found.keys() - wanted):
        findings.add("pages", Fact("a response area for something that is not in the definition"), f"{item_id}={value}")
    for (item_id, value), count in sorted(found.items()):
        if count > 1:
            findings.add("pages", Fact("the option has {count} response areas", count=count), f"{item_id}={value}")
    _check_items_stay_on_one_page(template, findings)


def _check_items_stay_on_one_page(template: FormTemplate, findings: FindingList) -> None:
    pages_of: dict[ItemId, set[int]] = {}
    for page in template.pages:
        for area in page.areas:
            pages_of.setdefault(area.item_id, set()).add(page.number)
    for item_id, numbers in pages_of.items():
        if len(numbers) > 1:
            findings.add("pages", Fact("the options of one item lie on several pages"), item_id)


def _name(area: ResponseArea) -> str:
    return f"{area.item_id}={area.option}"
