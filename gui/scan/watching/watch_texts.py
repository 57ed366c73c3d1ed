"""What happens in a watched folder, in the person's language."""

import dataclasses
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.i18n.error_messages import describe_error
from gui.i18n.fact_messages import describe_fact
from gui.i18n.reason_messages import advise, describe_reason
from gui.i18n.translation import QT_TRANSLATE_NOOP
from omr.batches.watching import news as told
from omr.batches.watching.moving_aside import ASIDE_FOLDER
from omr.results import Reason

_LINES: Mapping[type[told.News], str] = {
    told.FolderAway: QT_TRANSLATE_NOOP("watching", "The folder cannot be reached ({fact}). It is tried again."),
    told.FolderClosed: QT_TRANSLATE_NOOP(
        "watching", "{name}: this folder may not be looked into. What lies in it is not read."
    ),
    told.FolderUnmatched: QT_TRANSLATE_NOOP(
        "watching", "{name}: no single unit is called like this folder. Its files wait until it is renamed."
    ),
    told.FileUnfinished: QT_TRANSLATE_NOOP("watching", "{name}: {why}. Its end may be yet to come; it is waited for."),
    told.FileSetAside: QT_TRANSLATE_NOOP("watching", "{name}: {why}. It was moved into {aside}."),
    told.FileStuck: QT_TRANSLATE_NOOP(
        "watching", "{name}: {why}. It stays where it is, as it could not be moved aside ({fact})."
    ),
    told.FileClosed: QT_TRANSLATE_NOOP("watching", "{name} could not be copied ({fact}). It is tried again."),
    told.WatchHindered: QT_TRANSLATE_NOOP("watching", "{error} It is tried again."),
}
_NO_NOTE = QT_TRANSLATE_NOOP("watching", "The note that says why could not be written.")
_NOTE = QT_TRANSLATE_NOOP(
    "watching",
    "{name} could not be read. {why}\n"
    "It was moved here as it is, and none of its pages was read. Scan or save it again into the watched folder, or put "
    "this file back there once it is whole.\n",
)


def describe_news(news: told.News) -> str:
    """Return what is to be said of news in a sentence or two; empty where the state of the panel says it."""
    if type(news) not in _LINES:
        return ""
    fields = {each.name: getattr(news, each.name) for each in dataclasses.fields(news)}
    fields["fact"] = describe_fact(fields.get("fact", ""))
    fields["why"] = describe_reason(fields["reason"], fields["detail"]) if "reason" in fields else ""
    if isinstance(news, told.WatchHindered):
        fields["error"] = describe_error(news.error).happened
    line = _tr(_LINES[type(news)]).format(**fields, aside=ASIDE_FOLDER).strip()
    return f"{line} {_tr(_NO_NOTE)}" if isinstance(news, told.FileSetAside) and not news.has_note else line


def aside_note(name: str, reason: Reason, detail: str) -> str:
    """Return what the note beside a file says that was moved aside."""
    why = f"{describe_reason(reason, detail)}. {advise(reason)}".strip()
    return _tr(_NOTE).format(name=name, why=why)


def _tr(source: str) -> str:
    return QCoreApplication.translate("watching", source)
