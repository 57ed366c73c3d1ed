"""How the program sets a form that it prints: typeface, size of the text, edition, columns of options, the heading."""

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from form_templates.editing.edit import Edit, counted_items
from form_templates.editing.errors import EditRefused
from form_templates.editing.operations.parts import found_items, with_items
from form_templates.facts import Fact
from form_templates.model import LATEST_EDITION, FormTemplate, ItemId, Text, Typeface
from form_templates.validation import TEXT_SIZES_PT, obstacle_to_columns

NATIONAL_HEADING = Text(
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc",
    "SOCIALIST REPUBLIC OF VIET NAM\nIndependence – Freedom – Happiness",
)
"""As official papers have it in their top-right corner, one line each."""


@dataclass(frozen=True, slots=True)
class SetTypeface(Edit):
    """Set the form in another typeface."""

    kind: ClassVar[str] = "form.typeface"

    typeface: Typeface

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        return replace(template, typesetting=replace(template.typesetting, typeface=self.typeface))

    def describe(self, template: FormTemplate) -> Fact:
        return {
            Typeface.SANS: Fact("form set without serifs"),
            Typeface.SERIF: Fact("form set with serifs"),
        }[self.typeface]


@dataclass(frozen=True, slots=True)
class SetTextSize(Edit):
    """Set questions and options in another size; headings and small print follow."""

    kind: ClassVar[str] = "form.text_size"

    text_pt: float

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        smallest, largest = TEXT_SIZES_PT
        if not math.isfinite(self.text_pt) or not smallest <= self.text_pt <= largest:
            raise EditRefused(Fact("must be from {smallest} to {largest} points", smallest=smallest, largest=largest))
        return replace(template, typesetting=replace(template.typesetting, text_pt=self.text_pt))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("text set in {size:g} points", size=self.text_pt)

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, SetTextSize) else None


@dataclass(frozen=True, slots=True)
class SetEdition(Edit):
    """Set the form by other rules than those it was made under; all that is printed may lie elsewhere then."""

    kind: ClassVar[str] = "form.edition"

    edition: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        if not 1 <= self.edition <= LATEST_EDITION:
            raise EditRefused(Fact("there are editions 1 to {latest}", latest=LATEST_EDITION))
        return replace(template, typesetting=replace(template.typesetting, edition=self.edition))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("form set by edition {edition}", edition=self.edition)


@dataclass(frozen=True, slots=True)
class SetColumns(Edit):
    """Stand the options of items in so many columns; 0: as they fit."""

    kind: ClassVar[str] = "items.columns"

    item_ids: tuple[ItemId, ...]
    columns: int

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        items = found_items(template, self.item_ids)
        for item in items:
            if (obstacle := obstacle_to_columns(item, self.columns)) is not None:
                raise EditRefused(obstacle)
        return with_items(template, (replace(item, columns=self.columns) for item in items))

    def describe(self, template: FormTemplate) -> Fact:
        items = counted_items(len(self.item_ids))
        if not self.columns:
            return Fact("options of {items} set as they fit", items=items)
        if self.columns == 1:
            return Fact("options of {items} set below each other", items=items)
        return Fact("options of {items} set in {columns} columns", items=items, columns=self.columns)

    def merged_with(self, later: Edit) -> Edit | None:
        return later if isinstance(later, SetColumns) and later.item_ids == self.item_ids else None


@dataclass(frozen=True, slots=True)
class ShowMotto(Edit):
    """Print the national heading, in its usual words, or leave it out."""

    kind: ClassVar[str] = "form.motto"

    is_shown: bool

    def applied_to(self, template: FormTemplate) -> FormTemplate:
        if self.is_shown == bool(template.motto.in_language(template.language)):
            return template
        return replace(template, motto=NATIONAL_HEADING if self.is_shown else Text(""))

    def describe(self, template: FormTemplate) -> Fact:
        return Fact("national heading printed") if self.is_shown else Fact("national heading left out")
