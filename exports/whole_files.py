"""Write a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exports.errors import ExportFailed


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``path``, which takes its place once the block has ended without an error.

    Raises:
        ExportFailed: The folder or the file cannot be written; what was at ``path`` is still there.
    """
    # Beside the target, for only within one drive is replacing a file a single step.
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise ExportFailed(path, error.strerror or type(error).__name__) from error
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # a scanner of viruses may hold it; the name says that it is left over
