"""What was read of watched folders, kept in the survey: after a new start nothing is read, or even opened, again.

It only saves time. The database alone says what was read: a file that this memory forgets, or that the database does
not know (it went back to a backup, say), is handed to the intake again, which knows what it has.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from form_templates.text_files import UnreadableText, read_text
from omr.batches.file_names import last_name, readable_name
from omr.batches.watching.listing import FileFacts
from omr.batches.watching.news import ArrivedFile
from omr.errors import PhieuError
from omr.survey.folder import Survey
from omr.whole_files import write_whole

FILE = "watched.json"
FORMAT = 1

_MOST_BYTES = 50_000_000
_MOST_FILES = 50_000  # of a folder: the newest


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was read."""

    facts: FileFacts
    content_hash: str


class WatchMemory:
    """What was read of one watched folder.

    Args:
        survey: The survey.
        folder: The watched folder.
    """

    def __init__(self, survey: Survey, folder: Path) -> None:
        self._path = survey.folder / FILE
        self._top = folder
        self._name = str(folder.absolute())  # without asking a share, which may not answer
        self._kept = _load(self._path)
        known = (self._kept or {}).get("folders", {}).get(self._name, {})
        delivered = {(last_name(each.name), each.content_hash) for each in survey.store.deliveries.all()}
        self._files = {
            path: file
            for path, file in _parse(known).items()
            if (readable_name(Path(path)), file.content_hash) in delivered
        }

    def known(self) -> dict[Path, FileFacts]:
        """Return the files that were read, as they were then."""
        return {self._top / path: file.facts for path, file in self._files.items()}

    def note(self, files: Sequence[ArrivedFile]) -> None:
        """Remember files that were read; where that cannot be written, they are asked for again another time."""
        for file in files:
            self._files[str(file.source.relative_to(self._top))] = KnownFile(file.facts, file.content_hash)
        if self._kept is None:  # of a newer version, which is left alone
            return
        newest = list(self._files.items())[-_MOST_FILES:]
        folders = self._kept.setdefault("folders", {})
        folders[self._name] = {path: [f.facts.size, f.facts.modified_ns, f.content_hash] for path, f in newest}
        try:
            write_whole(self._path, json.dumps(self._kept))  # names that are no text are escaped
        except PhieuError:
            return


def _load(path: Path) -> dict[str, Any] | None:
    """Return what is kept; None if a newer version wrote it."""
    empty = {"format": FORMAT, "folders": {}}
    try:
        kept = json.loads(read_text(path, _MOST_BYTES))
    except (UnreadableText, OSError, ValueError, RecursionError):
        return empty
    if isinstance(kept, dict) and isinstance(kept.get("format"), int) and kept["format"] > FORMAT:
        return None
    return kept if isinstance(kept, dict) and isinstance(kept.get("folders"), dict) else empty


def _parse(known: Any) -> Mapping[str, KnownFile]:
    try:
        return {
            str(path): KnownFile(FileFacts(int(size), int(modified_ns)), str(content_hash))
            for path, (size, modified_ns, content_hash) in known.items()
        }
    except (AttributeError, TypeError, ValueError, OverflowError):
        return {}  # someone edited it
