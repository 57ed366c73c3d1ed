"""How options are laid out."""

import pytest

from form_templates.model import Item, ItemId, ItemKind, MarkStyle, Option, Text
from gui.answering.option_panel import column_count


def _item(*values, style=MarkStyle.BOX, label="x"):
    options = tuple(Option(value, Text(label)) for value in values)
    return Item(ItemId("q"), ItemKind.SINGLE, Text("?"), options, style=style)


@pytest.mark.parametrize(("label", "count", "columns"), [("Hài lòng", 5, 5), ("5", 11, 11), ("x" * 40, 9, 3)])
def test_that_scales_lie_in_one_row_and_long_lists_in_a_grid(label, count, columns):
    assert column_count(_item(*(str(number) for number in range(count)), label=label)) == columns
