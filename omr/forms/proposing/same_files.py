"""Files of a form -> which of them hold the same: two copies of one filled sheet would make its marks print."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from omr.forms.page_findings import PageFinding
from omr.forms.page_images import PageOpener
from omr.images.limits import ReadingLimits


def without_repeats(paths: Sequence[Path], opener: PageOpener) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files that differ, in order, and those that hold what an earlier one holds.

    A file that cannot be opened counts as one that differs.
    """
    seen: set[bytes] = set()
    kept, repeats = [], []
    for path in paths:
        content = opener.ask(_content_of, path) if len(paths) > 1 and path.is_file() else None
        if isinstance(content, bytes) and content in seen:
            repeats.append(path)
            continue
        kept.append(path)
        if isinstance(content, bytes):
            seen.add(content)
    return tuple(kept), tuple(repeats)


def _content_of(path: Path, _limits: ReadingLimits) -> bytes | PageFinding:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
