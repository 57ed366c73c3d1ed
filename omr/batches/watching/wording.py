"""English for the command line and the notes beside files, of what happens in a watched folder."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from omr.batches.file_names import last_name
from omr.batches.report import BatchReport, FileCount
from omr.batches.watching.moving_aside import ASIDE_FOLDER
from omr.batches.watching.news import (
    ArrivedFile,
    FileClosed,
    FileSetAside,
    FileStuck,
    FileUnfinished,
    FolderAway,
    FolderBack,
    FolderClosed,
    FolderUnmatched,
    News,
    WatchBegan,
    WatchHindered,
)
from omr.results import PageOutcome, Reason
from omr.wording import counted, reason_phrase


def aside_note(name: str, reason: Reason, detail: str) -> str:
    """Return what the note beside a file says that was moved aside."""
    return (
        f"{name} could not be read: {reason_phrase(reason, detail)}.\n"
        "It was moved here as it is, and none of its pages was read. Scan or save it again into the watched folder, or "
        "put this file back there once it is whole.\n"
    )


_LINES: Mapping[type[News], str] = {
    WatchBegan: "{files} there to be read, {known} read before.",
    FolderAway: "The folder cannot be reached ({fact}); it is tried again.",
    FolderBack: "The folder is there again.",
    FolderClosed: "{name}: this folder may not be looked into; what lies in it is not read.",
    FolderUnmatched: "{name}: no single unit is called like this folder; its files wait until it is renamed.",
    FileUnfinished: "{name}: does not open yet, {why}. It is waited for.",
    FileSetAside: "{name}: moved into {aside}, {why}.",
    FileStuck: "{name}: not read, {why}. It stays where it is, as it could not be moved aside ({fact}).",
    FileClosed: "{name}: could not be copied ({fact}); it is tried again.",
    WatchHindered: "{error} It is tried again.",
}


def news_line(news: News) -> str:
    """Return what is to be said of news, on one line; of files that arrived nothing, for they are told when read."""
    if type(news) not in _LINES:
        return ""
    fields = {each.name: getattr(news, each.name) for each in dataclasses.fields(news)}
    why = reason_phrase(fields.get("reason"), fields.get("detail", ""))
    files = counted(fields.get("found", 0), "file")
    line = _LINES[type(news)].format(**fields, why=why, files=files, aside=ASIDE_FOLDER)
    without_note = isinstance(news, FileSetAside) and not news.has_note
    return f"{line} The note that says why could not be written." if without_note else line


def file_lines(files: Sequence[ArrivedFile], names: Sequence[str], report: BatchReport) -> Iterator[str]:
    """Yield one line for each file that was read: its pages, and what a person is asked about.

    Args:
        files: What arrived.
        names: Of the same files, as delivered.
        report: What became of them.
    """
    counts = {(last_name(each.name), each.content_hash): each for each in report.files}
    for file, name in zip(files, names, strict=True):
        count = counts.get((name, file.content_hash))
        yield f"{count.name}: {_count_text(count)}" if count else f"{name}: nothing came of it."


def watched_sentence(read: int, aside: int) -> str:
    """Say what came of watching, when it ends."""
    moved = f", {aside} moved aside" if aside else ""
    return f"{counted(read, 'file')} read{moved}."


def _count_text(count: FileCount) -> str:
    pages = sum(count.outcomes.values())
    outcomes = ", ".join(f"{count.outcomes[each]} {each}" for each in PageOutcome if each in count.outcomes)
    review = f"; {counted(count.to_review, 'answer')} to review" if count.to_review else ""
    return f"{counted(pages, 'page')}, {outcomes}{review}"
