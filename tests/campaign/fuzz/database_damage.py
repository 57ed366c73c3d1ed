"""How a database is damaged: pages, bits and ends by a disk, values by whoever opened it with another program."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from tests.campaign.fuzz.mutations import nasty_value

_PAGE = 4096


def damage_database(path: Path, rng: random.Random) -> None:
    """Damage a closed database file, in one way or several."""
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        rng.choice(_WAYS)(path, rng)


def damage_pages(path: Path, rng: random.Random) -> None:
    """Overwrite pages, as a failing disk does: with nothing, with noise, or with another page."""
    data = bytearray(path.read_bytes())
    pages = max(len(data) // _PAGE, 1)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at, other = rng.randrange(pages) * _PAGE, rng.randrange(pages) * _PAGE
        data[at : at + _PAGE] = rng.choice((bytes(_PAGE), rng.randbytes(_PAGE), bytes(data[other : other + _PAGE])))
    path.write_bytes(data)


def _flip_bits(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(rng.choice((1, 8, 100)) if data else 0):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def _damage_header(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    if data:
        data[rng.randrange(min(len(data), 100))] = rng.randrange(256)
    path.write_bytes(data)


def _cut_off(path: Path, rng: random.Random) -> None:
    if not (data := path.read_bytes()):
        return  # cut off already
    path.write_bytes(data[: rng.choice((rng.randrange(len(data)), rng.randrange(len(data)) // _PAGE * _PAGE))])


def _write_nonsense(path: Path, rng: random.Random) -> None:
    """Write a value of another type, or none that the program would write, into a row."""
    # what was damaged before may have no rows left, and the driver stumbles over its own message about broken names
    with suppress(sqlite3.Error, OverflowError, UnicodeDecodeError), closing(sqlite3.connect(path)) as connection:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")  # it may be damaged already
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        filled = [name for name in tables if connection.execute(f'SELECT 1 FROM "{name}"').fetchone()]
        if not filled:
            return
        table = rng.choice(filled)
        column = rng.choice([row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')])
        rows = [key for (key,) in connection.execute(f'SELECT rowid FROM "{table}"')]
        value = nasty_value(rng)
        if isinstance(value, (list, dict)):
            value = rng.choice((str(value), str(value).encode(), rng.randbytes(20)))
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, rng.choice(rows)))
        connection.commit()


_WAYS: tuple[Callable[[Path, random.Random], None], ...] = (
    damage_pages, damage_pages, _flip_bits, _damage_header, _cut_off, _write_nonsense, _write_nonsense, _write_nonsense,
)  # fmt: skip
