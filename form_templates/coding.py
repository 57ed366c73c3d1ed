"""Names as people write them -> codes that tables, folders and file names take; what was written becomes the label."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from form_templates.layout_files import LayoutFile, LayoutLabels
from form_templates.model import ItemId, PageLayout, Text
from form_templates.validation import is_item_id, is_template_id, is_value

_LONGEST_CODE = 40  # of 64 that are allowed, so that a number fits behind it
_WORD = re.compile("[a-z0-9]+")
_LETTERS_WITHOUT_PARTS = str.maketrans({"đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


def with_codes(layout: LayoutFile) -> LayoutFile:
    """Return a layout whose names are codes: "Rất hài lòng" is ``rat_hai_long``, and its label if it had none.

    Names that are codes already stay as they are. Two names of one item, or two items, never share a code.
    """
    written: dict[str, list[str]] = {}
    for page in layout.pages:
        for area in page.areas:
            written.setdefault(area.item_id, []).append(area.option)
        for field in page.fields:
            written.setdefault(field.item_id, []).extend([field.option] if field.option else [])
    items = _codes(written, is_item_id, "item")
    options = {item: _codes(names, is_value, "option") for item, names in written.items()}
    labels = layout.labels
    is_id = is_template_id(layout.template_id) or not layout.template_id
    return LayoutFile(
        layout.template_id if is_id else code_of(layout.template_id, "-") or "form",
        layout.version,
        tuple(_coded_page(page, items, options) for page in layout.pages),
        tuple((ItemId(items.get(item, item)), kind) for item, kind in layout.kinds),
        LayoutLabels(
            labels.title if is_id or labels.title.vi else Text(layout.template_id),
            {ItemId(code): _label(labels.items.get(ItemId(name)), name) for name, code in items.items()},
            {
                (ItemId(items[item]), code): _label(labels.options.get((ItemId(item), name)), name)
                for item, codes in options.items()
                for name, code in codes.items()
            },
        ),
        layout.taking_back,
    )


def _label(label: Text | None, name: str) -> Text:
    return label if label is not None and label.vi else Text(name)


def _coded_page(page: PageLayout, items: dict[str, str], options: dict[str, dict[str, str]]) -> PageLayout:
    def coded(item: ItemId, option: str) -> tuple[ItemId, str]:
        return ItemId(items[item]), options[item].get(option, option)

    areas, fields = [], []
    for area in page.areas:
        item_id, option = coded(area.item_id, area.option)
        areas.append(replace(area, item_id=item_id, option=option))
    for field in page.fields:
        item_id, option = coded(field.item_id, field.option or "")
        fields.append(replace(field, item_id=item_id, option=option or None))
    return replace(page, areas=tuple(areas), fields=tuple(fields))


def _codes(names: Iterable[str], is_code: Callable[[str], bool], kind: str) -> dict[str, str]:
    """Return a code for each different name, in order; those that are codes keep their names."""
    different = list(dict.fromkeys(names))
    taken = {name for name in different if is_code(name)}
    by_meaning: dict[str, str] = {}
    codes: dict[str, str] = {}
    for position, name in enumerate(different, start=1):
        if is_code(name) or not name:
            codes[name] = name
            continue
        meaning = unicodedata.normalize("NFC", name)  # the same letters in other bytes are the same name
        if meaning not in by_meaning:
            by_meaning[meaning] = unused_code(code_of(name, "_") or f"{kind}_{position}", taken)
            taken.add(by_meaning[meaning])
        codes[name] = by_meaning[meaning]
    return codes


def unused_code(code: str, taken: Collection[str]) -> str:
    """Return a code that is not taken: itself, or with a number behind it."""
    if code not in taken:
        return code
    number = 2
    while f"{code}_{number}" in taken:
        number += 1
    return f"{code}_{number}"


def code_of(name: str, joint: str, longest: int = _LONGEST_CODE) -> str:
    """Return the words of a name in small letters without accents; empty if nothing of it is such a letter.

    Args:
        name: As people write it.
        joint: What stands between two words.
        longest: More letters are cut.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS_WITHOUT_PARTS))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return joint.join(_WORD.findall(letters))[:longest].strip(joint)
