"""Options as they are written: one below the other, or on one line behind a colon or in brackets. Pure."""

import re
from collections.abc import Sequence

from omr.forms.question_lists.line_signs import BOXES, ListLineKind, read_line

_BOX = re.compile(rf"[{BOXES}]|\[\s?\]|\(\s\)")
_SEPARATORS = (re.compile(r"\s*;\s*"), re.compile(r"\s*\|\s*"), re.compile(r"\s+/\s+"), re.compile(r"\s+[-–—]\s+"))
_SLASH = re.compile(r"\s*/\s*")
_COMMA = re.compile(r"\s*,\s*")
_RANGE = re.compile(r"(?:[^\W\d_]+\s+){0,3}(\d{1,2})\s*(?:-|–|—|đến|tới|to)\s*(\d{1,2})", re.IGNORECASE)
_CODED = re.compile(r"(\d{1,2})\s*[.)=:–-]\s*(\S.*)")
_BRACKETS = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{1,300})[)\]]\s*[.:?]?", re.DOTALL)
_COUNTS = re.compile(r"(?:^|\s)\d{1,2}\s?[.)=]\s+")
_DOTS_INSIDE = re.compile(r"([^.…_]*[^\s:.…_])[\s:]*(?:[.…_]{3,}|…)\s*([^\s\d.…_]{1,12})")
_TRAILING_DOTS = re.compile(r"[\s:]*(?:[.…_·]\s*){3,}$|[\s:]*(?:…\s*)+$")
_LONGEST_INLINE = 60
_LONGEST_LISTED = 40
_MOST_OPTIONS = 40  # of a question; the longest list of a form known has 33


def split_options(written: Sequence[str]) -> tuple[str, ...]:
    """Return options one by one; a range of digits such as 1-5 is each of them."""
    parts = [part for text in written for line in text.split("\n") for part in _parts(line)]
    if len(parts) == 1 and (found := _RANGE.fullmatch(parts[0])):
        first, last = int(found[1]), int(found[2])
        if abs(last - first) <= 10:
            step = 1 if last >= first else -1
            return tuple(map(str, range(first, last + step, step)))
    if len(parts) == 1 and len(written) == 1 and (listed := _COMMA.split(parts[0]))[1:]:
        parts = listed if max(map(len, listed)) <= _LONGEST_LISTED else parts
    return tuple(filter(None, map(_bare, parts[: 2 * _MOST_OPTIONS])))[:_MOST_OPTIONS]


def codes_of(options: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes that are printed before options and the options without them; no codes unless all have one."""
    if all(option.isdigit() and len(option) < 3 for option in options):
        return tuple(options), tuple(options)
    found = [_CODED.fullmatch(option) for option in options]
    if any(match is None for match in found):
        return (), tuple(options)
    codes = tuple(match[1] for match in found if match)
    labels = tuple(match[2] for match in found if match)
    return (codes if len(set(codes)) == len(codes) else ()), labels


def inline_options(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a question without the options that are part of its text, and those; none if it has none."""
    if (found := _BOX.search(text)) and text[: found.start()].strip(" :"):
        return text[: found.start()].rstrip(" :"), split_options([text[found.start() :]])
    before, colon, after = text.rpartition(":")
    if colon and before.strip() and (options := _short_parts(after)):
        return before.strip(), options
    if (found := _BRACKETS.fullmatch(text)) and (options := _short_parts(found[2])):
        end = "?" if text.rstrip().endswith("?") else ""
        return f"{found[1]}{end}", options
    mark = text.find("?")
    if 0 < mark < len(text) - 1 and (options := _short_parts(text[mark + 1 :])):
        return text[: mark + 1], options
    return text, ()


def without_dots(text: str) -> tuple[str, bool]:
    """Return a question without the dots to write on, and whether it had any."""
    if found := _DOTS_INSIDE.fullmatch(text):
        return f"{found[1]} ({found[2]})", True
    bare = _TRAILING_DOTS.sub("", text)
    return (bare, True) if bare != text and bare else (text, False)


def _short_parts(text: str) -> tuple[str, ...]:
    text = text.strip()
    if _RANGE.fullmatch(text):
        return split_options([text])
    if len(digits := text.split()) > 2 and all(map(str.isdigit, digits)):
        return split_options([";".join(digits)])
    parts = _parts(text)
    if len(parts) < 2:
        parts = _SLASH.split(text)
    if len(parts) < 2:
        parts = _COMMA.split(text)
        parts = parts if len(parts) > 2 else []
    if len(parts) > 2 * _MOST_OPTIONS:
        return ()
    bare = tuple(filter(None, map(_bare, parts)))
    return bare if len(bare) > 1 and max(map(len, bare)) <= _LONGEST_INLINE else ()


def _parts(text: str) -> list[str]:
    if len(_BOX.findall(text)) > 0:
        return [part.strip() for part in _BOX.split(text) if part.strip()]
    if len(_COUNTS.findall(text)) > 1:
        return [part.strip() for part in _COUNTS.split(text) if part.strip()]
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(text.strip()) if part]
        if len(parts) > 1:
            return parts
    return [text.strip()] if text.strip() else []


def _bare(option: str) -> str:
    line = read_line(option.strip())
    text = line.text if line.kind in (ListLineKind.OPTION, ListLineKind.LETTERED) else option
    return without_dots(text)[0].strip(" ;,\t")
