"""Whether every kept scan is there and holds what was delivered, and whether every file there was delivered."""

import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from omr.batches.kept_scans import content_hash_of, holds
from omr.checking.damage import Damage, DamageKind, Mending
from omr.errors import Cancelled

_KEPT_NAME = re.compile(r"[0-9a-f]{64}(\.\w+)?")


def check_scans(
    connection: sqlite3.Connection,
    folder: Path,
    report: Callable[[int, int], object],
    cancel: threading.Event,
) -> Iterator[Damage]:
    """Yield every scan that is missing, changed or unknown; each is read once from end to end.

    Raises:
        Cancelled: ``cancel`` was set.
    """
    known = connection.execute("SELECT hash, extension, size FROM content ORDER BY hash").fetchall()
    names = dict(connection.execute("SELECT content_hash, min(name) FROM delivery GROUP BY content_hash"))
    for done, (content_hash, extension, size) in enumerate(known):
        if cancel.is_set():
            raise Cancelled
        report(done, len(known))
        path = folder / f"{content_hash}{extension}"
        if (kind := _damage_of(path, content_hash, size)) is not None:
            page_ids, answers = _concerned(connection, content_hash)
            subject = names.get(content_hash) or path.name
            yield Damage(kind, subject, (), Mending.ORIGINAL, page_ids, answers, kept_name=path.name)
    yield from _unknown(folder, {f"{content_hash}{extension}" for content_hash, extension, _ in known})


def _damage_of(path: Path, content_hash: str, size: int) -> DamageKind | None:
    try:
        # The size in the row is not asked first: where that is wrong, the scan may be whole.
        return None if content_hash_of(path) == content_hash else DamageKind.SCAN_CHANGED
    except FileNotFoundError:
        return DamageKind.SCAN_MISSING
    except OSError:
        return DamageKind.SCAN_CHANGED  # it cannot be read, or is no file


def _concerned(connection: sqlite3.Connection, content_hash: str) -> tuple[tuple[int, ...], int]:
    """Return the pages of a content and how many answers were read of them."""
    page_ids = [row[0] for row in connection.execute("SELECT id FROM page WHERE content_hash = ?", (content_hash,))]
    counted = "SELECT count(*) FROM item_reading JOIN page ON page.id = page_id WHERE content_hash = ?"
    return tuple(page_ids), int(connection.execute(counted, (content_hash,)).fetchone()[0])


def _unknown(folder: Path, known: set[str]) -> Iterator[Damage]:
    """Yield scans that are whole and belong to no delivery, as after a database was restored from a backup."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name not in known and _KEPT_NAME.fullmatch(path.name) and holds(path, path.stem):
            yield Damage(DamageKind.SCAN_UNKNOWN, path.name)
