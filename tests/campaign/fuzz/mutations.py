"""How good inputs become bad ones: bits, cuts, splices, tokens, numbers, and values that have hurt programs before."""

import json
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

NASTY_TEXTS = (
    "", " ", ".", "..", "../../etc/passwd", "/etc/passwd", "C:\\x", "\0", "\x1b[31m", "\r", "\u202e", "\ufffe",
    "<img src='/etc/passwd'>", "&amp;", "%s%n", "{0}", "${x}", "'; DROP TABLE page; --", "=1+1", "a" * 300, "ạ" * 5000,
    "x" * 40_000, "e\u0301" * 50, "🙂", "a.b", '"', "\\", "NaN", "null", "true", "[", "]", "{", "}", "\n\n", "\t", ";",
    ",", "\ud7ff",
)  # fmt: skip
"""Texts that have hurt programs before."""

NASTY_NUMBERS = (
    "0", "-1", "1e308", "-1e308", "1e-320", "nan", "inf", "-inf", "NaN", "Infinity", "9" * 5000, "0." + "0" * 400 + "1",
    "2147483648", "9223372036854775808", "0x10", "1_000", "0.1e", "--1", "1,5", "½", "٣",
)  # fmt: skip
"""Numbers that have hurt programs before, some of them none."""

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TOKEN = re.compile(rb"\w+")
_MOST_CHANGES = 4

Mutation = Callable[[bytes, random.Random], bytes]


def mutate_bytes(data: bytes, rng: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """Change a binary file; ``others`` are good inputs to splice with."""
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        data = rng.choice(_OF_BYTES)(data, rng)
    return _spliced(data, rng.choice(others), rng) if others and rng.random() < 0.15 else data


def mutate_text(data: bytes, rng: random.Random) -> bytes:
    """Change a text file: mostly what stands in it, sometimes its bytes."""
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        data = rng.choice(_OF_TEXT)(data, rng)
    return rng.choice(_OF_BYTES)(data, rng) if rng.random() < 0.1 else data


def mutate_json(data: bytes, rng: random.Random) -> bytes:
    """Change a JSON file: mostly one value in it, else its text."""
    if rng.random() < 0.4:
        return mutate_text(data, rng)
    tree = json.loads(data)
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        _replace_value(tree, rng)
    return json.dumps(tree, ensure_ascii=rng.random() < 0.5).encode("utf-8", "replace")


def nasty_value(rng: random.Random) -> Any:
    """Return a value of any type that has hurt programs before."""
    return rng.choice(
        (
            None, True, 0, -1, 10**18, 10**400, 1e308, float("nan"), float("inf"), [], {}, [[]], "",
            [None] * 50, {"": 1}, rng.choice(NASTY_TEXTS), rng.choice(NASTY_NUMBERS), rng.random() * 300,
        )
    )  # fmt: skip


def _replace_value(tree: Any, rng: random.Random) -> None:
    """Replace, remove or double something in a tree of lists and dicts, in place."""
    node = tree
    while True:
        keys: list[Any] = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = rng.choice(keys)
        if isinstance(node[key], (dict, list)) and node[key] and rng.random() < 0.85:
            node = node[key]
            continue
        break
    match rng.randrange(4):
        case 0:
            del node[key]
        case 1 if isinstance(node, list):
            node += [node[key]] * rng.choice((1, 2, 50))
        case 1:
            node[rng.choice(NASTY_TEXTS)] = node.pop(key)
        case _:
            node[key] = nasty_value(rng)


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _flip_in_head(data: bytes, rng: random.Random) -> bytes:
    return _flip(data[:512], rng) + data[512:]


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _cut_out(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 2, 16, 256, 4096)) :]


def _double(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    portion = data[start : start + rng.choice((1, 8, 64, 1024))]
    return data[:start] + portion * rng.choice((1, 2, 20)) + data[start:]


def _overwrite(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    filler = rng.choice((b"\0", b"\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", rng.randbytes(4))) * rng.choice((1, 4, 32))
    return data[:start] + filler + data[start + len(filler) :]


def _replace_number(data: bytes, rng: random.Random) -> bytes:
    return _replace_match(_NUMBER, data, rng.choice(NASTY_NUMBERS).encode(), rng)


def _replace_token(data: bytes, rng: random.Random) -> bytes:
    text = rng.choice(NASTY_TEXTS).encode("utf-8", "surrogatepass")
    return _replace_match(_TOKEN, data, text, rng)


def _swap_tokens(data: bytes, rng: random.Random) -> bytes:
    found = _TOKEN.findall(data)
    return _replace_match(_TOKEN, data, rng.choice(found), rng) if found else data


def _insert(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + rng.choice(NASTY_TEXTS).encode("utf-8", "surrogatepass") + data[start:]


def _double_line(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    line = rng.choice(lines)
    lines[rng.randrange(len(lines)) : 0] = [line] * rng.choice((1, 1, 3))
    return b"\n".join(lines)


def _remove_line(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[rng.randrange(len(lines))]
    return b"\n".join(lines)


def _odd_encoding(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-8-sig", "utf-32", "latin-1")), "replace")


def _odd_line_ends(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"\n", rng.choice((b"\r", b"\r\n", b"\0\n", b"\x0b", b"\xe2\x80\xa8")))


def _spliced(data: bytes, other: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]


def _replace_match(pattern: re.Pattern[bytes], data: bytes, text: bytes, rng: random.Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data + text
    match = rng.choice(found)
    return data[: match.start()] + text + data[match.end() :]


_OF_BYTES: tuple[Mutation, ...] = (_flip, _flip_in_head, _flip_in_head, _cut, _cut_out, _double, _overwrite)
_OF_TEXT: tuple[Mutation, ...] = (
    _replace_number, _replace_number, _replace_token, _replace_token, _swap_tokens, _insert, _double_line, _remove_line,
    _odd_line_ends, _odd_encoding, _cut_out, _double, _flip,
)  # fmt: skip
