"""Name items, answers and the places where pages lie, as review and gallery show them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from form_templates.model import Item, Language
from omr.responses import DeliveredPage
from omr.results import Answer


def name_item(item: Item, language: Language) -> str:
    """Name an item by its number and its question."""
    return " ".join(filter(None, (item.number, item.label.in_language(language))))


def name_answer(item: Item, answer: Answer | None, language: Language) -> str:
    """Name an answer in words; None is unreadable, empty is blank."""
    if answer is None:
        return QCoreApplication.translate("review", "unreadable")
    if not answer:
        return QCoreApplication.translate("review", "blank")
    if not item.kind.is_choice:
        return answer[0]
    return " + ".join(item.option(value).label.in_language(language) for value in answer)


def name_place(page: DeliveredPage, unit_names: Mapping[str, str]) -> str:
    """Name the file, the unit and the sheet of a page."""
    place = QCoreApplication.translate("review", "{file}, page {number}")
    parts = [place.format(file=page.source, number=page.place_in_file)]
    if page.unit:
        parts.append(unit_names.get(page.unit, page.unit))
    if page.identity and page.identity.serial:
        parts.append(QCoreApplication.translate("review", "sheet {serial}").format(serial=page.identity.serial))
    return " · ".join(parts)
