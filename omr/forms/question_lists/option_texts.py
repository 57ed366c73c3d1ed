"""Options as they are written: one below the other, or on one line behind a colon or in brackets. Pure."""

import re
from collections.abc import Sequence

from omr.forms.proposing.wording_hints import legend_of
from omr.forms.question_lists.cells import lettered_parts
from omr.forms.question_lists.line_signs import BOXES, ListLineKind, read_line
from omr.forms.question_lists.wordings import folded

_BOX = re.compile(rf"[{BOXES}]|\[[\sxX]?\]|\(\s\)")
_SEPARATORS = (re.compile(r"\s*;\s*(?![^()]{0,99}\))"), re.compile(r"\s*\|\s*"))
# Between options on one line only; a dash between digits is part of an option, such as 18 - 35.
_LOOSE_SEPARATORS = (re.compile(r"\s+/\s+"), re.compile(r"(?<!\d)\s+[-–—]\s+"))
_SLASH = re.compile(r"\s*/\s*")
_COMMA = re.compile(r"\s*,\s*")
_RANGE = re.compile(r"(?:[^\W\d_]+\s+){0,3}(\d{1,2})\s*(?:-|–|—|đến|tới|to)\s*(\d{1,2})", re.IGNORECASE)
# A code is parted from digits by a space, for 1.5 and 1-5 are options themselves.
_CODED = re.compile(r"\(?(\d{1,2})(?:\s*[.)=:]\s+|\s*[.)=:–-]\s*(?!\d))(\S.*)")
_SCALE = re.compile(
    r"\b(?:từ|thang(?: điểm| đo)?(?: từ)?|from|scale(?: of| from)?)\s*(\d{1,2})\s*(?:-|–|—|đến|tới|to)\s*(\d{1,2})\b"
    r"(?!\s*(?:ngày|giờ|phút|năm|tháng|tuần|lần|người|tuổi|km|triệu|nghìn|day|hour|minute|year|month|week|time|people))",
    re.IGNORECASE,
)
_TWO_ENDS = re.compile(r"\b(\d{1,2})\s*(?:-|–|—|đến|tới|to)\s*(\d{1,2})\b", re.IGNORECASE)
_WORDED_ENDS = re.compile(r"(.*[^\W\d])\s+((?:\d{1,2}\s+){2,10}\d{1,2})\s+([^\W\d].*)")
_UNITS = "thang nam ngay tuan gio quy lan phut nguoi ho km kg h month year day week hour person"
_BRACKETS = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]{1,300})[)\]]\s*[.:?]?", re.DOTALL)
_COUNTS = re.compile(r"(?:^|\s)\d{1,2}\s?[.)=:]\s+")
_DOTS_INSIDE = re.compile(r"([^.…_]*[^\s:.…_])[\s:]*(?:[.…_]{3,}|…)\s*([^\s\d.…_]{1,12})")
_TRAILING_DOTS = re.compile(r"[\s:]*(?:[.…_·/]\s*){3,}$|[\s:]*(?:…\s*)+$")
_LONGEST_INLINE = 60
_LONGEST_LISTED = 40
MOST_OPTIONS = 80
"""Of a question; the longest list of a form known names 63 provinces."""


def split_options(written: Sequence[str]) -> tuple[str, ...]:
    """Return options one by one; a range of digits such as 1-5 is each of them."""
    lines = [line for text in written for line in text.split("\n")]
    parts = [part for line in lines for part in _parts(line, is_alone=len(lines) == 1)]
    if len(parts) == 1 and (found := _RANGE.fullmatch(parts[0])):
        first, last = int(found[1]), int(found[2])
        if abs(last - first) <= 10:
            step = 1 if last >= first else -1
            return tuple(map(str, range(first, last + step, step)))
    if len(parts) == 1 and len(written) == 1 and (listed := _COMMA.split(parts[0]))[1:]:
        parts = listed if max(map(len, listed)) <= _LONGEST_LISTED else parts
    if len(parts) == 1 and len(written) == 1 and not _is_unit(slashed := _SLASH.split(parts[0])):
        parts = slashed if max(map(len, slashed)) <= _LONGEST_LISTED else parts
    return tuple(filter(None, map(_bare, parts)))


def codes_of(options: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes that are printed before options and the options without them; no codes unless all have one."""
    if all(option.isdigit() and len(option) < 3 for option in options):
        return tuple(options), tuple(options)
    found = [_CODED.fullmatch(option) for option in options]
    is_bare = [option.isdigit() and len(option) < 3 for option in options]  # between the worded ends of a scale
    if not any(found) or not all(match or bare for match, bare in zip(found, is_bare, strict=True)):
        return (), tuple(options)
    codes = tuple(match[1] if match else option for match, option in zip(found, options, strict=True))
    labels = tuple(match[2] if match else option for match, option in zip(found, options, strict=True))
    return (codes if len(set(codes)) == len(codes) else ()), labels


def inline_options(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a question without the options that are part of its text, and those; none if it has none."""
    if boxed := _boxed_options(text):
        return boxed
    start, lettered = lettered_parts(text)
    if lettered and text[:start].strip(" :"):
        return text[:start].rstrip(" :"), split_options(lettered)
    before, colon, after = text.rpartition(":")
    if colon and before.strip() and "?" not in after:
        options = worded_ends(after) or _short_parts(after) or _pair(after)
        if options:
            return before.strip(), options
    if options := legend_levels(text):
        return text, options  # which is explained on the form as well
    if (found := _BRACKETS.fullmatch(text)) and (options := _short_parts(found[2])):
        end = "?" if text.rstrip().endswith("?") else ""
        return f"{found[1]}{end}", options
    mark = text.find("?")
    if 0 < mark < len(text) - 1 and (options := _short_parts(text[mark + 1 :])):
        return text[: mark + 1], options
    if (found := _SCALE.search(text)) and (options := _counted(int(found[1]), int(found[2]))):
        return text, options
    return text, ()


def legend_levels(text: str) -> tuple[str, ...]:
    """Return the levels that a line such as "1 = Very bad, 5 = Very good" explains, with their codes, if it does."""
    legend = {int(code): words for code, words in legend_of(text).items()}
    if not legend:
        return ()
    low, high = min(legend), max(legend)
    if low > 1 or not 2 <= high - low <= 10:
        return ()
    digits = range(low, high + 1) if next(iter(legend)) == low else range(high, low - 1, -1)
    return tuple(f"{digit}. {legend[digit]}" if digit in legend else str(digit) for digit in digits)


def worded_ends(text: str) -> tuple[str, ...]:
    """Return the levels of a scale such as "Never 1 2 3 4 5 Always", with their codes; none otherwise."""
    found = _WORDED_ENDS.fullmatch(text.strip())
    if found is None:
        return ()
    digits = found[2].split()
    if digits not in (list(_counted(int(digits[0]), int(digits[-1]))), []):
        return ()
    return (f"{digits[0]}. {found[1]}", *digits[1:-1], f"{digits[-1]}. {found[3].rstrip(' .')}")


def _pair(text: str) -> tuple[str, ...]:
    """Return two options of a word each behind a colon, such as "male, female"; none otherwise."""
    parts = tuple(_COMMA.split(text.strip()))
    return parts if len(parts) == 2 and all(part.isalpha() for part in parts) else ()


def levels_said(text: str) -> tuple[str, ...]:
    """Return the digits of a scale such as "Rating 1-5"; none if a text names no such scale."""
    found = _TWO_ENDS.search(text)
    return _counted(int(found[1]), int(found[2])) if found is not None else ()


def spread(options: tuple[str, ...]) -> tuple[str, ...]:
    """Return each level of a scale of which only the first and the last digit are given."""
    if len(options) == 2 and all(option.isdigit() for option in options):
        return _counted(int(options[0]), int(options[1])) or options
    return options


def _counted(first: int, last: int) -> tuple[str, ...]:
    """Return the digits from one to the other; none if these are no levels."""
    if not 2 <= abs(last - first) <= 10 or min(first, last) > 1:
        return ()
    step = 1 if last >= first else -1
    return tuple(map(str, range(first, last + step, step)))


def _boxed_options(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a question without the options with boxes that are part of its text; None if it has none."""
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return None
    start = boxes[0].start()
    if boxes[-1].end() == len(text.rstrip()):  # each stands behind its option
        asked = max(text.rfind(sign, 0, start) for sign in ":?") + 1
        start = asked or start
    before = text[:start].strip()
    return (before.rstrip(" :"), split_options([text[start:]])) if before.strip(" :") else None


def _is_unit(parts: Sequence[str]) -> bool:
    """Whether words with a stroke are a unit, such as million/month, or a date."""
    return folded(parts[-1]) in _UNITS.split()


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
    parts = _parts(text, is_alone=True)
    if len(parts) < 2 and not _is_unit(slashed := _SLASH.split(text)):
        parts = slashed
    if len(parts) < 2:
        parts = _COMMA.split(text)
        parts = parts if len(parts) > 2 else []
    bare = tuple(filter(None, map(_bare, parts)))
    return bare if len(bare) > 1 and max(map(len, bare)) <= _LONGEST_INLINE else ()


def _parts(text: str, *, is_alone: bool) -> list[str]:
    """Return the options on a line; where it is not alone with them, it holds several only with a clear sign."""
    if len(_BOX.findall(text)) > 0:
        return [part.strip() for part in _BOX.split(text) if part.strip()]
    if len(_COUNTS.findall(text)) > 1:
        return [part.strip() for part in _COUNTS.split(text) if part.strip()]
    if lettered := lettered_parts(text.strip())[1]:
        return list(lettered) if text.strip().startswith(lettered[0]) else [text.strip()]
    for separator in (*_SEPARATORS, *(_LOOSE_SEPARATORS if is_alone else ())):
        parts = [part for part in separator.split(text.strip()) if part]
        if len(parts) > 1:
            return parts
    return [text.strip()] if text.strip() else []


def _bare(option: str) -> str:
    line = read_line(option.strip())
    text = line.text if line.kind in (ListLineKind.OPTION, ListLineKind.LETTERED) else option
    return without_dots(text)[0].strip(" ;,\t")
