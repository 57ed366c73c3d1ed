"""A small hand-made form and the people who fill it in."""

import numpy as np
import pytest

from form_templates.model import (
    AreaShape,
    Condition,
    Fiducial,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Scale,
    ScaleKind,
    Section,
    Text,
    TextField,
)
from omr.units.unit_list import Unit

LEVELS = tuple(Option(str(level), Text(f"mức {level}")) for level in range(1, 6))
SATISFACTION = Scale("s", ScaleKind.SATISFACTION, LEVELS, frozenset({"4", "5"}), frozenset({"1", "2"}))
PLACES = tuple(Option(value, Text(f"nơi {value}"), has_write_in=value == "other") for value in ("a", "b", "other"))


def _statement(number: int) -> Item:
    return Item(ItemId(f"c{number:02}"), ItemKind.SINGLE, Text("câu"), LEVELS, scale_id="s")


def _statement_areas(number: int, shape: AreaShape) -> list[ResponseArea]:
    return [
        ResponseArea(ItemId(f"c{number:02}"), option.value, Rect(110 + 16 * column, 40 + 9 * number, 4, 4), shape)
        for column, option in enumerate(LEVELS)
    ]


@pytest.fixture(scope="session")
def template() -> FormTemplate:
    """Two pages: 12 statements each; on the first a multiple choice, a write-in, a number; on the second a text."""
    statements = [_statement(number) for number in range(24)]
    several = Item(ItemId("m1"), ItemKind.MULTIPLE, Text("nơi"), PLACES, max_choices=2)
    why = Item(
        ItemId("why"), ItemKind.SINGLE, Text("lý do"), PLACES, asked_if=Condition(ItemId("c00"), frozenset("12"))
    )
    age = Item(ItemId("age"), ItemKind.NUMBER, Text("tuổi"), digits=2)
    wish = Item(ItemId("wish"), ItemKind.TEXT, Text("góp ý"))
    corners = ((12, 12), (198, 12), (198, 285), (12, 285))
    fiducials = tuple(Fiducial(x_mm, y_mm, 6) for x_mm, y_mm in corners)
    first = [area for number in range(12) for area in _statement_areas(number, AreaShape.BOX)]
    first += [ResponseArea(ItemId("m1"), place.value, Rect(20, 60 + 6 * k, 4, 4)) for k, place in enumerate(PLACES)]
    first += [ResponseArea(ItemId("why"), place.value, Rect(20, 100 + 6 * k, 4, 4)) for k, place in enumerate(PLACES)]
    fields = (TextField(ItemId("age"), Rect(20, 140, 14, 8)), TextField(ItemId("m1"), Rect(28, 79, 50, 7), "other"))
    second = [area for number in range(12, 24) for area in _statement_areas(number, AreaShape.CIRCLE)]
    pages = (
        PageLayout(1, 210, 297, tuple(first), fields, fiducials),
        PageLayout(2, 210, 297, tuple(second), (TextField(ItemId("wish"), Rect(20, 265, 150, 7)),), fiducials),
    )
    items = (*statements[:12], several, why, age, *statements[12:], wish)
    return FormTemplate("dev", 1, Text("Phiếu"), (Section("a", Text("A"), items),), (SATISFACTION,), pages=pages)


@pytest.fixture(scope="session")
def units() -> tuple[Unit, Unit]:
    """Two units."""
    return Unit("27", "Phường Vũ Ninh"), Unit("28", "Xã Hòa Long")


@pytest.fixture
def rng() -> np.random.Generator:
    """A generator with a fixed seed."""
    return np.random.default_rng(20201101)
