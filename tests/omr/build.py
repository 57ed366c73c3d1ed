"""Small templates and pages for tests, made by hand."""

from form_templates.model import (
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Option,
    PageLayout,
    Rect,
    ResponseArea,
    Section,
    Text,
)
from omr.responses import DeliveredPage
from omr.results import IdentitySource, ItemReading, PageIdentity, PageOutcome, Reason

YES_NO = (Option("yes", Text("Có", "Yes")), Option("no", Text("Không", "No")))


def two_page_template() -> FormTemplate:
    """One yes/no item on each of two pages."""
    items = tuple(Item(ItemId(f"q{page}"), ItemKind.SINGLE, Text(f"Câu {page}"), YES_NO) for page in (1, 2))
    pages = tuple(_page(number, item) for number, item in enumerate(items, start=1))
    return FormTemplate("tiny", 1, Text("Nhỏ"), (Section("s", Text("Mục"), items),), pages=pages)


def _page(number: int, item: Item) -> PageLayout:
    areas = tuple(
        ResponseArea(item.item_id, option.value, Rect(20.0 + 10 * place, 50.0, 4.2, 4.2))
        for place, option in enumerate(item.options)
    )
    return PageLayout(number, 210.0, 297.0, areas)


def read_page(
    page: int,
    serial: str = "",
    *,
    unit: str = "09163",
    batch: int = 1,
    answer: tuple[str, ...] = ("yes",),
    source: str = "scan.pdf",
    page_id: int = 0,
    flags: frozenset = frozenset(),
) -> DeliveredPage:
    """A page that was read, of ``two_page_template``."""
    item_id = ItemId(f"q{page}")
    identity = PageIdentity("tiny", 1, page, unit if serial else "", serial, IdentitySource.CODE)
    readings = {item_id: ItemReading(item_id, answer, 1e-6, flags)}
    return DeliveredPage(page_id, batch, source, 1, PageOutcome.READ, identity=identity, readings=readings)


def unread_page(outcome: PageOutcome = PageOutcome.UNREADABLE) -> DeliveredPage:
    """A page that was not read."""
    return DeliveredPage(99, 1, "scan.pdf", 1, outcome, Reason.FILE_DAMAGED)
