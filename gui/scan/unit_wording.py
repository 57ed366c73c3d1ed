"""Where a page's unit comes from, and why it is in doubt, in the person's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.i18n.translation import QT_TRANSLATE_NOOP
from omr.responses import DeliveredPage, UnitDoubt, UnitSource

_SOURCES: Mapping[UnitSource, str] = {
    UnitSource.PERSON: QT_TRANSLATE_NOOP("messages", "said by {operator}"),
    UnitSource.DELIVERY: QT_TRANSLATE_NOOP("messages", "named when the file was added"),
    UnitSource.FOLDER: QT_TRANSLATE_NOOP("messages", "by its folder “{folder}”"),
    UnitSource.PRINT: QT_TRANSLATE_NOOP("messages", "printed on the form"),
    UnitSource.COVER: QT_TRANSLATE_NOOP("messages", "by the covers of its stack"),
}

_DOUBTS: Mapping[UnitDoubt, str] = {
    UnitDoubt.NOT_CLOSED: QT_TRANSLATE_NOOP(
        "messages", "the sheet at the end of its stack was not seen, so forms of another unit may be in it"
    ),
    UnitDoubt.CLOSED_BY_ANOTHER: QT_TRANSLATE_NOOP(
        "messages", "the sheet at the end of its stack is of another unit than the sheet on top"
    ),
    UnitDoubt.NOT_OPENED: QT_TRANSLATE_NOOP("messages", "the sheet on top of its stack was not seen"),
    UnitDoubt.OUTSIDE: QT_TRANSLATE_NOOP("messages", "it lies outside of all stacks"),
    UnitDoubt.COVER_UNKNOWN: QT_TRANSLATE_NOOP(
        "messages", "the cover of its stack names no unit of this survey, or its codes disagree"
    ),
    UnitDoubt.CONTRADICTED: QT_TRANSLATE_NOOP("messages", "print, folder and cover name different units"),
}


def describe_unit(page: DeliveredPage, name: str) -> str:
    """Say which unit a page counts for and what says so, or why none; empty where nothing names any.

    Args:
        page: The page.
        name: What people call the unit.
    """
    if page.unit_doubt:
        return QCoreApplication.translate("messages", "No unit yet: {why}").format(why=describe_doubt(page.unit_doubt))
    if page.unit_source is None:
        return ""
    operator = next((who for aspect, who in page.said_by.items() if aspect == "unit"), "")
    source = QCoreApplication.translate("messages", _SOURCES[page.unit_source])
    source = source.format(operator=operator, folder=page.unit_folder)
    if page.is_unlisted:
        return f"{describe_unlisted(page.unit)}: {source}"
    if page.listed_as:
        written = QCoreApplication.translate("messages", "{source} as {code}")
        source = written.format(source=source, code=page.named_unit)
    return f"{name}: {source}"


def describe_unlisted(code: str) -> str:
    """Say that a unit is not in the list of the survey."""
    return QCoreApplication.translate("messages", "{code} (not in the list)").format(code=code)


def describe_doubt(doubt: UnitDoubt) -> str:
    """Say why a unit is in doubt."""
    return QCoreApplication.translate("messages", _DOUBTS[doubt])
