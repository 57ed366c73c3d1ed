"""Small surveys made by hand, and a large one for benches, without any scan."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from form_templates.model import (
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Option,
    Scale,
    ScaleKind,
    Section,
    Text,
)
from omr.responses import DeliveredPage, ItemAnswer, Response
from omr.results import Answer, AnswerStatus, Flag, PageOutcome, Verification
from omr.store.reading_rows import split_answer
from omr.units.unit_list import Unit

LABELS = {
    "5": Text("Rất hài lòng", "Very satisfied"),
    "4": Text("Hài lòng", "Satisfied"),
    "3": Text("Bình thường", "Neutral"),
    "2": Text("Không hài lòng", "Dissatisfied"),
    "1": Text("Rất không hài lòng", "Very dissatisfied"),
}
NO_OPINION = Option("na", Text("Không có ý kiến", "No opinion"), is_not_applicable=True)
LEVELS = Scale(
    "hai-long",
    ScaleKind.SATISFACTION,
    # Printed from 5 down to 1, as some forms do: the value says the level, not the place.
    (*(Option(value, label) for value, label in LABELS.items()), NO_OPINION),
    satisfied=frozenset("45"),
    dissatisfied=frozenset("12"),
)
RECOMMEND = Scale(
    "nps",
    ScaleKind.NPS,
    tuple(Option(str(value), Text(str(value))) for value in range(11)),
    satisfied=frozenset({"9", "10"}),
    dissatisfied=frozenset(map(str, range(7))),
)
YES_NO = Scale("co-khong", ScaleKind.NOMINAL, (Option("1", Text("Có", "Yes")), Option("2", Text("Không", "No"))))


def rated(item_id: str, vi: str = "Tiêu chí", en: str = "Criterion") -> Item:
    """Return an item on the satisfaction scale."""
    return Item(ItemId(item_id), ItemKind.SINGLE, Text(vi, en), LEVELS.options, scale_id=LEVELS.scale_id)


SEX = Item(
    ItemId("sex"),
    ItemKind.SINGLE,
    Text("Giới tính", "Sex"),
    (Option("m", Text("Nam", "M")), Option("f", Text("Nữ", "F"))),
)
LATE = Item(ItemId("late"), ItemKind.SINGLE, Text("Trễ hẹn?", "Late?"), YES_NO.options, scale_id=YES_NO.scale_id)
SORRY = Item(
    ItemId("sorry"),
    ItemKind.SINGLE,
    Text("Có được xin lỗi không?", "Apology?"),
    YES_NO.options,
    scale_id=YES_NO.scale_id,
    asked_if=Condition(ItemId("late"), frozenset({"1"})),
)
WISHES = Item(
    ItemId("wish"),
    ItemKind.MULTIPLE,
    Text("Cần cải thiện điều gì?", "What to improve?"),
    tuple(Option(value, Text(f"Việc {value}", f"Thing {value}")) for value in "abc"),
    max_choices=2,
)
NPS = Item(
    ItemId("nps"), ItemKind.SINGLE, Text("Có giới thiệu không?", "Recommend?"), RECOMMEND.options, scale_id="nps"
)
VISITS = Item(ItemId("visits"), ItemKind.NUMBER, Text("Số lần đi lại", "Visits"), digits=2)
REMARK = Item(ItemId("remark"), ItemKind.TEXT, Text("Ý kiến khác", "Remarks"))

SMALL = FormTemplate(
    template_id="small",
    version=3,
    title=Text("Phiếu khảo sát nhỏ", "Small survey"),
    sections=(
        Section("about", Text("Người trả lời", "About you"), (SEX,)),
        Section("f1", Text("Tiếp cận dịch vụ", "Access"), (rated("c1"), rated("c2")), is_factor=True),
        Section("f2", Text("Thủ tục hành chính", "Procedures"), (rated("c3"),), is_factor=True),
        Section("all", Text("Chung", "Overall"), (rated("all"), LATE, SORRY, WISHES, NPS, VISITS, REMARK)),
    ),
    scales=(LEVELS, RECOMMEND, YES_NO),
    overall_item=ItemId("all"),
)

_TURNED = Scale(
    "turned",
    ScaleKind.SATISFACTION,
    tuple(Option(str(6 - int(value)), label) for value, label in LABELS.items()),
    satisfied=frozenset("12"),
    dissatisfied=frozenset("45"),
)
TWO_SCALES = replace(
    SMALL,
    scales=(*SMALL.scales, _TURNED),
    sections=(
        SMALL.sections[0],
        replace(
            SMALL.sections[1],
            items=(rated("c1"), replace(rated("c2"), options=_TURNED.options, scale_id=_TURNED.scale_id)),
        ),
        *SMALL.sections[2:],
    ),
)
"""``SMALL`` with a second criterion where 1 is the best and 5 the worst."""

FULL: Mapping[str, Any] = {
    "sex": ("f",),
    "c1": ("4",),
    "c2": ("4",),
    "c3": ("4",),
    "all": ("4",),
    "late": ("2",),
    "sorry": (),
    "wish": ("a",),
    "nps": ("9",),
    "visits": ("1",),
    "remark": (),
}
"""Every item of ``SMALL`` answered as it should be."""

UNITS = (
    Unit("27", "Tỉnh Bắc Ninh", "province", "Tỉnh", ""),
    Unit("256", "Thành phố Bắc Ninh", "district", "Thành phố", "27"),
    Unit("09163", "Phường Vũ Ninh", "commune", "Phường", "256"),
    Unit("09166", "Phường Đáp Cầu", "commune", "Phường", "256"),
    Unit("258", "Huyện Yên Phong", "district", "Huyện", "27"),
)


NO_FLAGS: frozenset[Flag] = frozenset()


def accepted(item_id: str, answer: Answer, page: DeliveredPage | None = None) -> ItemAnswer:
    """Return an answer the engine accepted."""
    return ItemAnswer(ItemId(item_id), answer, AnswerStatus.ACCEPTED, 0.0001, answer, NO_FLAGS, page)


def flagged(item_id: str, reading: Answer, *flags: Flag, page: DeliveredPage | None = None) -> ItemAnswer:
    """Return an answer that awaits review."""
    why = frozenset(flags or (Flag.UNCERTAIN,))
    return ItemAnswer(ItemId(item_id), reading, AnswerStatus.FLAGGED, 0.3, reading, why, page)


def missing(item_id: str) -> ItemAnswer:
    """Return an answer on a page that was not delivered."""
    why = frozenset({Flag.MISSING_PAGE})
    return ItemAnswer(ItemId(item_id), None, AnswerStatus.FLAGGED, 1.0, None, why)


def verified(
    item_id: str, answer: Answer | None, reading: Answer = (), page: DeliveredPage | None = None
) -> ItemAnswer:
    """Return an answer a person decided."""
    decision = Verification(answer, "lan", "2020-11-02T09:30:00+07:00")
    why = frozenset({Flag.UNCERTAIN})
    return ItemAnswer(ItemId(item_id), answer, AnswerStatus.VERIFIED, 0.3, reading, why, page, decision)


def delivered(source: str = "scan.pdf", page: int = 1) -> DeliveredPage:
    """Return a page as far as exports look at it."""
    return DeliveredPage(page_id=page, batch=1, source=source, page_in_file=page, outcome=PageOutcome.READ)


def response(number: int = 1, *given: ItemAnswer, unit: str = "09163", sheet: str = "", **changes: Answer) -> Response:
    """Return a response to ``SMALL``: ``FULL``, with ``changes`` accepted and ``given`` as they are."""
    page = delivered(page=number)
    own = {answer.item_id: answer for answer in given}
    plain = {**FULL, **changes}
    answers = tuple(own.get(ItemId(i)) or accepted(i, answer, page) for i, answer in plain.items())
    return Response(number, 1, sheet, unit, (page,), (), answers)


def responses(changes: Iterable[Mapping[str, Any]], unit: str = "09163") -> list[Response]:
    """Return one response per set of changes to ``FULL``."""
    return [response(number, unit=unit, **change) for number, change in enumerate(changes, start=1)]


FACTS = SurveyFacts("Khảo sát", "2020")


def gathered(
    given: Iterable[Response],
    template: FormTemplate = SMALL,
    units: Iterable[Unit] = UNITS,
    facts: SurveyFacts = FACTS,
    **more: Any,
) -> GatheredSurvey:
    """Return a survey with these responses, as writers take it."""
    return GatheredSurvey(facts, template, tuple(given), tuple(units), **more)


def large_template(factors: Sequence[int] = (4, 5, 6, 3, 4)) -> FormTemplate:
    """Return a questionnaire of 40 items by default: 22 criteria in five factors and 18 others."""
    names = (
        "Tiếp cận dịch vụ",
        "Thủ tục hành chính",
        "Công chức trực tiếp giải quyết công việc",
        "Kết quả cung ứng dịch vụ",
        "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị",
    )
    texts = (
        "Nơi ngồi chờ giải quyết công việc tại cơ quan/Bộ phận Một cửa có đủ chỗ ngồi",
        "Trang thiết bị phục vụ người dân, tổ chức đầy đủ",
        "Công chức trả lời, giải đáp đầy đủ các ý kiến của người dân/đại diện tổ chức",
    )
    sections, number = [], 0
    for factor, (size, name) in enumerate(zip(factors, names, strict=True), start=1):
        items = [rated(f"c{number + k + 1:02}", texts[(number + k) % 3]) for k in range(size)]
        number += size
        sections.append(Section(f"f{factor}", Text(name), tuple(items), is_factor=True))
    others = [
        Item(ItemId(f"d{k:02}"), ItemKind.SINGLE, Text(f"Câu hỏi về người trả lời số {k}"), SEX.options)
        for k in range(1, 12)
    ]
    last = Section(
        "other", Text("Khác"), (rated("all", "Mức độ hài lòng chung"), *others, *SMALL.sections[-1].items[1:])
    )
    return FormTemplate(
        "sipas-2020", 1, Text("Phiếu khảo sát hài lòng"), (*sections, last), SMALL.scales, overall_item=ItemId("all")
    )


def large_survey(template: FormTemplate, units: Sequence[Unit], count: int, seed: int = 7) -> list[Response]:
    """Return ``count`` responses spread over ``units``, with the usual share of blanks, doubles and flags."""
    chance = random.Random(seed)
    return [_random_response(template, units, number, chance) for number in range(1, count + 1)]


def _random_response(template: FormTemplate, units: Sequence[Unit], number: int, chance: random.Random) -> Response:
    page = delivered(f"lo-{number // 100:03}.pdf", number % 100 * 2 + 1)
    unit = units[number * 7919 % len(units)].code
    is_careless = chance.random() < 0.01
    answers = tuple(_random_answer(item, page, chance, is_careless=is_careless) for item in template.items())
    return Response(number, 1 + number // 2500, f"{number:05}", unit, (page,), (), answers)


def _random_answer(item: Item, page: DeliveredPage, chance: random.Random, *, is_careless: bool) -> ItemAnswer:
    luck = chance.random()
    if is_careless and luck < 0.7:
        return accepted(item.item_id, (), page)
    if item.kind is ItemKind.TEXT:
        return verified(item.item_id, ("=Cần thêm ghế",) if luck < 0.1 else (), page=page)
    if item.kind is ItemKind.NUMBER:
        return accepted(item.item_id, split_answer(str(chance.randint(1, 6))), page)
    if luck < 0.015:
        return accepted(item.item_id, (), page)
    values = [option.value for option in item.options]
    if luck < 0.018:
        return flagged(item.item_id, (values[0],), page=page)
    if luck < 0.021:
        return verified(item.item_id, tuple(values[:2]) if item.kind is ItemKind.SINGLE else None, page=page)
    weights = [30, 48, 15, 4, 2, 1] if item.scale_id == LEVELS.scale_id else [3 + i for i in range(len(values))]
    return accepted(item.item_id, split_answer(chance.choices(values, weights)[0]), page)
