"""A database whose first page is lost, read with the first page of a new one.

SQLite keeps in its first page how large the file is and where each table begins; without it nothing opens, though every
row may be there. Databases of one version are made by the same statements, so their tables begin at the same pages.
Whether that holds for this one is not taken on trust: SQLite's own check must find every page, row and index in place.

File format: https://www.sqlite.org/fileformat2.html, "The Database Header".
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from omr.store.database import Database

_PAGE_SIZE_AT = slice(16, 18)
_JOURNAL_MODE_AT = slice(18, 20)
_CHANGES_AT = slice(24, 28)
_PAGE_COUNT_AT = slice(28, 32)
_FREE_PAGES_AT = slice(32, 40)
_VALID_FOR_AT = slice(92, 96)
_ROLLBACK_JOURNAL = b"\1\1"
_NEVER_USED = "never used"  # what the check says of free pages, whose list began in the page that is lost


@contextmanager
def with_new_first_page(path: Path) -> Iterator[Path | None]:
    """Make a copy of a database with the first page of a new one; yields None if the two do not fit.

    Raises:
        OSError: The copy cannot be written.
    """
    with TemporaryDirectory(prefix="phieu-mend-", dir=path.parent) as name:
        fresh, copy = Path(name) / "new.db", Path(name) / "copy.db"
        Database.create(fresh).close()
        first = _first_page(fresh)
        count, rest = divmod(path.stat().st_size, len(first))
        if rest or count < 2:
            yield None
            return
        first[_PAGE_COUNT_AT] = count.to_bytes(4, "big")
        first[_FREE_PAGES_AT] = bytes(8)
        first[_VALID_FOR_AT] = first[_CHANGES_AT]  # else SQLite would not believe the page count
        first[_JOURNAL_MODE_AT] = _ROLLBACK_JOURNAL
        with path.open("rb") as source, copy.open("wb") as target:
            target.write(first)
            source.seek(len(first))
            while portion := source.read(1 << 20):
                target.write(portion)
        yield copy if _fits(copy) else None


def _first_page(database: Path) -> bytearray:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # puts everything into the file itself
    data = database.read_bytes()
    size = int.from_bytes(data[_PAGE_SIZE_AT], "big")
    return bytearray(data[: 1 << 16 if size == 1 else size])


def _fits(copy: Path) -> bool:
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(copy)) as connection:
        return all(
            line == "ok" or _NEVER_USED in line
            for (text,) in connection.execute("PRAGMA integrity_check")
            for line in text.splitlines()
        )
    return False
