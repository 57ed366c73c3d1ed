"""Random edits of every kind, most of which a form allows."""

from collections.abc import Callable, Mapping
from random import Random

from form_templates.editing.edit import Edit, PlacedRef, Several
from form_templates.editing.operations import (
    areas,
    arranging,
    options,
    question_order,
    questions,
    roles,
    rows,
    scales,
    sections,
    setting,
    settling,
    taking_back,
    texts,
)
from form_templates.model import (
    AreaShape,
    Condition,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    ItemRole,
    Language,
    MarkStyle,
    Option,
    Rect,
    Scale,
    ScaleKind,
    Text,
    Typeface,
)
from form_templates.taking_back import BlackenedBox, RingedMark
from tests.form_templates.editing.build import random_refs


class Chooser:
    """Chooses at random among what a form has."""

    def __init__(self, rng: Random, template: FormTemplate) -> None:
        self.rng = rng
        self.template = template
        self.all_items = list(template.items())
        self.refs = random_refs(rng, template)
        self.language = rng.choice(list(Language))
        self.words = f"Chữ {rng.randint(1, 99)}"
        self.name = f"n{rng.randint(1, 9999)}"

    def item(self, *kinds: ItemKind) -> Item:
        fitting = [item for item in self.all_items if not kinds or item.kind in kinds]
        return self.rng.choice(fitting or self.all_items)

    def choice(self) -> Item:
        return self.item(ItemKind.SINGLE, ItemKind.MULTIPLE)

    def ids(self, *kinds: ItemKind, most: int = 3) -> tuple[ItemId, ...]:
        return tuple(self.item(*kinds).item_id for _ in range(self.rng.randint(1, most)))

    def value(self, item: Item) -> str:
        return self.rng.choice(item.options).value if item.options else "1"

    def section(self) -> str:
        return self.rng.choice(self.template.sections).section_id

    def small_section(self) -> str:
        return min(self.template.sections, key=lambda section: len(section.items)).section_id

    def scale(self) -> str:
        return self.rng.choice(self.template.scales).scale_id if self.template.scales else "none"

    def index(self) -> int:
        return self.rng.randint(0, 5)

    def page(self) -> int:
        return self.rng.choice(self.template.pages).number

    def mm(self, most: float = 5.0) -> float:
        return round(self.rng.uniform(-most, most), 2)

    def rect(self) -> Rect:
        return Rect(self.rng.uniform(5, 180), self.rng.uniform(5, 260), self.rng.uniform(2, 9), self.rng.uniform(2, 9))

    def owner(self) -> tuple[options.OptionList, str]:
        if self.template.scales and self.rng.random() < 0.2:
            scale = self.rng.choice(self.template.scales)
            value = self.rng.choice(scale.options).value if scale.options else "1"
            return options.OptionList(scale_id=scale.scale_id), value
        item = self.choice()
        return options.OptionList(item.item_id), self.value(item)

    def undrawn(self) -> tuple[ItemId, str]:
        drawn = {(area.item_id, area.option) for page in self.template.pages for area in page.areas}
        names = [(item.item_id, option.value) for item in self.all_items for option in item.options]
        return self.rng.choice([name for name in names if name not in drawn] or [(ItemId("none"), "1")])

    def field(self) -> areas.DrawField:
        if self.rng.random() < 0.5:
            item = self.item(ItemKind.TEXT, ItemKind.NUMBER)
            return areas.DrawField(self.page(), item.item_id, self.rect())
        item = self.choice()
        return areas.DrawField(self.page(), item.item_id, self.rect(), self.value(item))

    def assignments(self) -> areas.AssignAreas:
        one, other = self.refs[0], self.refs[-1]
        if one.is_field == other.is_field and self.rng.random() < 0.6:
            swapped = (
                areas.Assignment(one, other.item_id, other.option),
                areas.Assignment(other, one.item_id, one.option),
            )
            return areas.AssignAreas(swapped if one != other else swapped[:1])
        return areas.AssignAreas((areas.Assignment(one, *self.undrawn()),))

    def condition(self) -> questions.SetCondition:
        asked, item = self.choice(), self.item()
        condition = Condition(asked.item_id, frozenset({self.value(asked)})) if self.rng.random() < 0.8 else None
        return questions.SetCondition(item.item_id, condition)

    def new_item(self) -> questions.AddItem:
        kind = self.rng.choice(list(ItemKind))
        options_ = (Option("1", Text("Có")), Option("2", Text("Không"))) if kind.is_choice else ()
        scale_id = self.scale() if kind.is_choice and self.rng.random() < 0.3 else None
        item = Item(ItemId(self.name), kind, Text(self.words), () if scale_id else options_, "7", scale_id, digits=1)
        return questions.AddItem(self.section(), self.index(), item)

    def split(self) -> question_order.SplitItem:
        item = self.choice()
        values = tuple({self.value(item) for _ in range(2)})
        return question_order.SplitItem(item.item_id, values, ItemId(self.name), Text(self.words))

    def repeat(self) -> rows.RepeatItems:
        times, columns = self.rng.randint(0, 2), self.rng.randint(0, 1)
        return rows.RepeatItems(self.ids(most=2), times, self.mm(9.0), columns, self.mm(9.0), (Text(self.words),))

    def meaning(self, values: tuple[str, ...]) -> scales.ScaleMeaning:
        kind = self.rng.choice(list(ScaleKind))
        return scales.ScaleMeaning(kind, frozenset(values[-1:]), frozenset(values[:1]) - frozenset(values[-1:]))

    def made_scale(self) -> scales.MakeScale:
        item = self.choice()
        values = tuple(option.value for option in item.options if not option.is_not_applicable)
        return scales.MakeScale(item.item_id, self.name, self.meaning(values))

    def set_meaning(self) -> scales.SetScaleMeaning:
        if not self.template.scales:
            return scales.SetScaleMeaning("none", self.meaning(()))
        scale = self.rng.choice(self.template.scales)
        values = tuple(option.value for option in scale.options if not option.is_not_applicable)
        return scales.SetScaleMeaning(scale.scale_id, self.meaning(values))

    def deleted_items(self) -> questions.DeleteItems:
        # The walk would end with an empty form.
        return questions.DeleteItems(self.ids() if len(self.all_items) > 12 else ())

    def deleted_areas(self) -> areas.DeleteAreas:
        return areas.DeleteAreas(self.refs[:2] if sum(len(page.areas) for page in self.template.pages) > 20 else ())


MAKERS: Mapping[type[Edit], Callable[[Chooser], Edit]] = {
    areas.DrawArea: lambda c: areas.DrawArea(c.page(), *c.undrawn(), c.rect(), c.rng.choice(list(AreaShape))),
    areas.DrawField: lambda c: c.field(),
    areas.MoveAreas: lambda c: areas.MoveAreas(c.refs, c.mm(), c.mm()),
    areas.PlaceAreas: lambda c: areas.PlaceAreas(tuple(PlacedRef(each, c.rect()) for each in c.refs)),
    areas.ResizeAreas: lambda c: areas.ResizeAreas(c.refs, c.mm(1), c.mm(1), c.mm(1), c.mm(1)),
    areas.MoveToPage: lambda c: areas.MoveToPage(c.refs, c.page(), c.mm(), c.mm()),
    areas.AssignAreas: lambda c: c.assignments(),
    areas.ShapeAreas: lambda c: areas.ShapeAreas(c.refs, c.rng.choice(list(AreaShape))),
    areas.StyleAreas: lambda c: areas.StyleAreas(c.refs, c.rng.choice(list(MarkStyle))),
    areas.DeleteAreas: lambda c: c.deleted_areas(),
    arranging.AlignAreas: lambda c: arranging.AlignAreas(
        c.refs, c.rng.choice(list(arranging.Alignment)), c.rng.choice([None, c.refs[0]])
    ),
    arranging.MakeSameSize: lambda c: arranging.MakeSameSize(c.refs, c.refs[0]),
    arranging.DistributeAreas: lambda c: arranging.DistributeAreas(c.refs, c.rng.choice(list(arranging.Direction))),
    rows.RepeatItems: lambda c: c.repeat(),
    questions.RelabelItem: lambda c: questions.RelabelItem(c.item().item_id, c.language, c.words),
    questions.NumberItems: lambda c: questions.NumberItems(c.ids(), c.rng.choice(["1", "A2", "3.", "x"])),
    questions.ChangeItemId: lambda c: questions.ChangeItemId(c.item().item_id, ItemId(c.name)),
    questions.ChangeItemKind: lambda c: questions.ChangeItemKind(c.ids(most=2), c.rng.choice(list(ItemKind))),
    questions.SetCap: lambda c: questions.SetCap(c.ids(ItemKind.MULTIPLE), c.rng.choice([None, 1, 2])),
    questions.StyleItems: lambda c: questions.StyleItems(c.ids(), c.rng.choice(list(MarkStyle))),
    questions.SetWritingRoom: lambda c: questions.SetWritingRoom(
        c.item(ItemKind.TEXT, ItemKind.NUMBER).item_id, c.rng.randint(1, 9)
    ),
    questions.SetCondition: lambda c: c.condition(),
    questions.SetOverallItem: lambda c: questions.SetOverallItem(c.rng.choice([None, c.item(ItemKind.SINGLE).item_id])),
    questions.AddItem: lambda c: c.new_item(),
    questions.DeleteItems: lambda c: c.deleted_items(),
    roles.SetRole: lambda c: roles.SetRole(c.ids(ItemKind.SINGLE, most=2), c.rng.choice(list(ItemRole))),
    settling.SettleDoubts: lambda c: settling.SettleDoubts(c.ids()),
    question_order.MoveItems: lambda c: question_order.MoveItems(c.ids(), c.section(), c.index()),
    question_order.MergeItems: lambda c: question_order.MergeItems((c.choice().item_id, c.choice().item_id)),
    question_order.SplitItem: lambda c: c.split(),
    options.AddOption: lambda c: options.AddOption(
        c.owner()[0], c.index(), Option(c.name, Text(c.words), has_write_in=c.rng.random() < 0.5)
    ),
    options.RelabelOption: lambda c: options.RelabelOption(*c.owner(), c.language, c.words),
    options.RecodeOption: lambda c: options.RecodeOption(*c.owner(), c.name),
    options.MoveOption: lambda c: options.MoveOption(*c.owner(), c.index()),
    options.DeleteOptions: lambda c: (lambda owner, value: options.DeleteOptions(owner, (value,)))(*c.owner()),
    options.SetNotApplicable: lambda c: options.SetNotApplicable(*c.owner(), c.rng.random() < 0.5),
    options.SetWriteIn: lambda c: options.SetWriteIn(*c.owner(), c.rng.random() < 0.7),
    scales.AddScale: lambda c: scales.AddScale(
        Scale(c.name, ScaleKind.NOMINAL, (Option("1", Text("Có")), Option("2", Text("Không"))))
    ),
    scales.MakeScale: lambda c: c.made_scale(),
    scales.PutOnScale: lambda c: scales.PutOnScale((c.choice().item_id,), c.scale()),
    scales.TakeOffScale: lambda c: scales.TakeOffScale(c.ids()),
    scales.SetScaleMeaning: lambda c: c.set_meaning(),
    scales.ChangeScaleId: lambda c: scales.ChangeScaleId(c.scale(), c.name),
    scales.DeleteScale: lambda c: scales.DeleteScale(c.scale()),
    sections.AddSection: lambda c: sections.AddSection(c.index(), c.name, Text(c.words)),
    sections.RewordSection: lambda c: sections.RewordSection(
        c.section(), c.rng.choice(list(sections.SectionText)), c.language, c.words
    ),
    sections.ChangeSectionId: lambda c: sections.ChangeSectionId(c.section(), c.name),
    sections.MoveSection: lambda c: sections.MoveSection(c.section(), c.index()),
    sections.MergeSections: lambda c: sections.MergeSections((c.section(), c.section())),
    sections.SplitSection: lambda c: sections.SplitSection(c.item().item_id, c.name, Text(c.words)),
    sections.SetFactor: lambda c: sections.SetFactor(c.section(), c.rng.random() < 0.5),
    sections.DeleteSection: lambda c: sections.DeleteSection(c.small_section()),
    setting.SetTypeface: lambda c: setting.SetTypeface(c.rng.choice(list(Typeface))),
    setting.SetTextSize: lambda c: setting.SetTextSize(c.rng.randint(16, 29) / 2),
    setting.SetEdition: lambda c: setting.SetEdition(c.rng.randint(0, 2)),
    setting.SetColumns: lambda c: setting.SetColumns(c.ids(ItemKind.SINGLE, ItemKind.MULTIPLE), c.rng.randint(0, 7)),
    setting.ShowMotto: lambda c: setting.ShowMotto(c.rng.random() < 0.5),
    taking_back.SetBlackenedBox: lambda c: taking_back.SetBlackenedBox(c.rng.choice(list(BlackenedBox))),
    taking_back.SetRingedMark: lambda c: taking_back.SetRingedMark(c.rng.choice(list(RingedMark))),
    texts.RewordForm: lambda c: texts.RewordForm(c.rng.choice(list(texts.FormText)), c.language, c.words),
    texts.SetNote: lambda c: texts.SetNote(c.words),
    texts.SetLanguage: lambda c: texts.SetLanguage(c.language),
    texts.ChangeFormKey: lambda c: texts.ChangeFormKey(c.name, c.rng.randint(1, 9)),
    Several: lambda c: Several(
        (texts.SetNote(c.words), questions.RelabelItem(c.item().item_id, c.language, c.words)), 1
    ),
}


GROWING = (areas.DrawArea, areas.DrawField, rows.RepeatItems)
SHRINKING = (questions.DeleteItems, scales.DeleteScale)


def random_edit(rng: Random, template: FormTemplate, kind: type[Edit] | None = None) -> Edit:
    """Return an edit of a kind, or of any; the form may refuse it. A form grows and shrinks to a middling size."""
    kinds: tuple[type[Edit], ...] = tuple(MAKERS)
    if rng.random() < 0.5 and sum(len(section.items) for section in template.sections) > 25:
        kinds = SHRINKING
    elif rng.random() < 0.5 and sum(len(page.areas) for page in template.pages) < 40:
        kinds = GROWING
    return MAKERS[kind or rng.choice(kinds)](Chooser(rng, template))
