"""What is known about a simulated pile: what every respondent meant, and how each page was made."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from form_templates.model import ItemId

TRUTH_FILE = "truth.json"


@dataclass(frozen=True, slots=True)
class ItemTruth:
    """What was meant at one item.

    Attributes:
        answer: Options meant, in printed order; both of two equal marks where nobody could decide.
        habit: How it was marked; empty for a blank.
        pen: What it was marked with.
        is_plain: Ordinary marks or a blank; nothing corrected, nothing too much.
        is_decidable: False where a person could not tell what was meant.
        withdrawn: Options that carry ink but are not meant: taken back, or hardly touched.
    """

    answer: tuple[str, ...]
    habit: str
    pen: str
    is_plain: bool
    is_decidable: bool
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTruth:
    """One page image.

    Attributes:
        file: Name of the file in the pile's folder.
        page_in_file: 1-based.
        respondent: 0-based.
        unit: Code of the unit.
        serial: The copy's serial as printed; empty if none is.
        page: 1-based page of the form.
        turned_deg: Clockwise turn that makes the scan upright.
        corners_px: Where the corners of the template page lie in the scan, (x, y), clockwise from its top left.
        items: Choice items of this page, by id, in printed order.
        written: Items of this page written in by hand; the digits of a number, ``""`` for text.
        conditions: Name of the conditions; of a mix, those that were drawn for this page's file.
    """

    file: str
    page_in_file: int
    respondent: int
    unit: str
    serial: str
    page: int
    turned_deg: int
    corners_px: tuple[tuple[float, float], ...]
    items: Mapping[ItemId, ItemTruth]
    written: Mapping[ItemId, str]
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """A simulated pile of scans.

    Attributes:
        folder: Where its files are.
        template_id: The form.
        version: Its version.
        conditions: Name of the scan conditions.
        pages: In order of file and page.
    """

    folder: Path
    template_id: str
    version: int
    conditions: str
    pages: tuple[PageTruth, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file once, in order."""
        return tuple(self.folder / name for name in dict.fromkeys(page.file for page in self.pages))


def save_truth(pile: Pile) -> Path:
    """Write ``truth.json`` beside the pile's files and return its path."""
    facts = {
        "template": pile.template_id,
        "version": pile.version,
        "conditions": pile.conditions,
        "pages": [_page_facts(page) for page in pile.pages],
    }
    path = pile.folder / TRUTH_FILE
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def load_truth(path: Path) -> Pile:
    """Read a truth file, or that of a pile's folder."""
    path = path / TRUTH_FILE if path.is_dir() else path
    facts = json.loads(path.read_text(encoding="utf-8"))
    pages: Sequence[Mapping[str, Any]] = facts["pages"]
    return Pile(
        path.parent, facts["template"], facts["version"], facts["conditions"], tuple(_page(page) for page in pages)
    )


def _page_facts(page: PageTruth) -> dict[str, Any]:
    return {
        "file": page.file,
        "page_in_file": page.page_in_file,
        "respondent": page.respondent,
        "unit": page.unit,
        "serial": page.serial,
        "page": page.page,
        "turned_deg": page.turned_deg,
        "corners_px": page.corners_px,
        "items": {item_id: _item_facts(item) for item_id, item in page.items.items()},
        "written": dict(page.written),
        "conditions": page.conditions,
    }


def _item_facts(item: ItemTruth) -> dict[str, Any]:
    return {
        "answer": list(item.answer),
        "habit": item.habit,
        "pen": item.pen,
        "is_plain": item.is_plain,
        "is_decidable": item.is_decidable,
        "withdrawn": list(item.withdrawn),
    }


def _page(facts: Mapping[str, Any]) -> PageTruth:
    items = {
        ItemId(item_id): ItemTruth(**{**item, "answer": tuple(item["answer"]), "withdrawn": tuple(item["withdrawn"])})
        for item_id, item in facts["items"].items()
    }
    corners_px = tuple((corner[0], corner[1]) for corner in facts["corners_px"])
    return PageTruth(**{**facts, "items": items, "corners_px": corners_px})
