"""Folders of real scans with truth: what is in them, and how readings compare with it.

A case is a folder with ``layout.json``, blank pages ``page-K.png``, ``scans/`` (one page a file) and ``truth.json``:
per file and item the option values marked, or ``{"either_reading_is_fair": [...]}`` where a person could not decide; or
such items are listed under that name beside the others.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from form_templates.model import ItemId
from omr.responses import DeliveredPage
from omr.results import ItemReading, PageOutcome
from tests.bench.figures import Answer, Measured

_FAIR = "either_reading_is_fair"

Marked = Mapping[ItemId, frozenset[str] | None]
"""Options meant at each item of a page; None where either reading is fair."""


@dataclass(frozen=True, slots=True)
class RealCase:
    """One form with its scans.

    Attributes:
        name: Of the folder.
        layout: The file with the places.
        blank_pages: In order of page.
        scans: Files that the truth knows.
        truth: What is marked, by file name.
    """

    name: str
    layout: Path
    blank_pages: tuple[Path, ...]
    scans: tuple[Path, ...]
    truth: Mapping[str, Marked]


@dataclass(frozen=True, slots=True)
class RealAnswer:
    """One answer of a real page that was read; those where either reading is fair are left out."""

    file: str
    page_id: int | None
    item_id: ItemId
    meant: frozenset[str]
    reading: ItemReading

    @property
    def is_wrong(self) -> bool:
        """Whether the reading is not what was meant, flagged or not."""
        return frozenset(self.reading.answer) != self.meant

    @property
    def is_to_be_looked_at(self) -> bool:
        """Whether it is flagged or wrong."""
        return self.is_wrong or bool(self.reading.flags)


@dataclass(frozen=True, slots=True)
class RealComparison:
    """A case compared.

    Attributes:
        pages: Delivered.
        unread: Pages not read, or read as another page, with the reason.
        fair: Answers left out because either reading is fair.
        answers: All others, of the pages read.
    """

    pages: int
    unread: tuple[tuple[str, str], ...]
    fair: int
    answers: tuple[RealAnswer, ...]

    @property
    def measured(self) -> Measured:
        """The same for the table of figures; what hands and pens did is not known."""
        return Measured(
            self.pages,
            self.pages - len(self.unread),
            tuple(
                Answer("real", "unknown", True, True, each.reading.p_wrong, bool(each.reading.flags), each.is_wrong)
                for each in self.answers
            ),
        )


def find_cases(folder: Path) -> tuple[RealCase, ...]:
    """Return the cases in a folder, by name; none if it does not exist."""
    if not folder.is_dir():
        return ()
    return tuple(_load_case(each.parent) for each in sorted(folder.glob("*/truth.json")))


def _load_case(folder: Path) -> RealCase:
    truth = parse_truth(json.loads((folder / "truth.json").read_text(encoding="utf-8")))
    pages = sorted(folder.glob("page-*.png"), key=lambda path: int(re.sub(r"\D", "", path.stem) or 0))
    scans = tuple(file for file in sorted((folder / "scans").iterdir()) if _name(file.name) in truth)
    return RealCase(folder.name, folder / "layout.json", tuple(pages), scans, truth)


def parse_truth(facts: Mapping[str, Mapping[str, Any]]) -> dict[str, Marked]:
    """Return what a truth file says."""
    return {_name(file): _marked(items) for file, items in facts.items()}


def _marked(items: Mapping[str, Any]) -> dict[ItemId, frozenset[str] | None]:
    marked = {
        ItemId(item): None if isinstance(meant, dict) and _FAIR in meant else frozenset(map(str, meant))
        for item, meant in items.items()
        if item != _FAIR
    }
    return marked | {ItemId(item): None for item in items.get(_FAIR, ())}


def compare_real(truth: Mapping[str, Marked], delivered: Iterable[DeliveredPage]) -> RealComparison:
    """Compare the readings of single-page files with the truth; a file that was not delivered is not read."""
    pages = {_name(page.source): page for page in delivered}
    unread: list[tuple[str, str]] = []
    answers: list[RealAnswer] = []
    fair = 0
    for file, marked in truth.items():
        page = pages.get(file)
        reason = _why_not(page, marked)
        if page is None or reason:
            unread.append((file, reason))
            continue
        fair += sum(meant is None for meant in marked.values())
        answers += [
            RealAnswer(file, page.page_id, item_id, meant, page.readings[item_id])
            for item_id, meant in marked.items()
            if meant is not None
        ]
    return RealComparison(len(truth), tuple(unread), fair, tuple(answers))


def _why_not(page: DeliveredPage | None, marked: Marked) -> str:
    """Return why a page's answers cannot be compared; empty if they can."""
    if page is None:
        return "not delivered"
    if page.outcome is not PageOutcome.READ:
        return f"{page.outcome}: {page.reason} {page.detail}".strip()
    if not set(marked) <= set(page.readings):
        return "read as another page of the form"
    return ""


def _name(file: str) -> str:
    return unicodedata.normalize("NFC", file)
