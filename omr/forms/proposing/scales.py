"""The wording of options -> levels: which end of a scale is the good one, and what is no level at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from form_templates.model import ScaleKind
from omr.forms.proposing.known_wordings import with_accents

_NOT_APPLICABLE = re.compile(
    r"không (biết|rõ|ý kiến|có ý kiến|áp dụng|liên quan|trả lời|sử dụng)|chưa (sử dụng|biết)|\bkxđ\b|\bkyk\b|\bn/?a\b"
    r"|don.?t know|not applicable|no opinion|can.?t say|not used|no answer",
    re.IGNORECASE,
)
_GOOD = (
    r"hài lòng|đồng ý|tốt|khá|quan trọng|thuận tiện|dễ|nhanh|rõ ràng|tin tưởng|chắc chắn|thường xuyên|đạt|giỏi|nhiều"
    r"|cao\b|satisfied|agree|good|important|easy|often|likely|helpful|clear|useful|happy|frequently|well"
)
_LEVELS = (
    (2, r"xuất sắc|tuyệt vời|luôn luôn|hoàn hảo|excellent|outstanding|always|superb|completely satisfied"),
    (-2, r"\b(rất|hoàn toàn|cực kỳ) (không|kém|tệ|xấu|thấp|khó|ít|bất)|\b(very|strongly|extremely|completely|highly)"
         r" (dis|un|poor|bad|low|difficult|rarely)|\bterrible|\bawful|\bnever\b|không bao giờ"),
    (0, r"bình thường|trung bình|trung lập|phân vân|lưỡng lự|tạm được|chấp nhận|vừa phải|thỉnh thoảng|đôi khi"
        r"|neutral|neither|average|\bfair\b|\bok(ay)?\b|sometimes|undecided|moderate"),
    (-1, r"\b(không|chưa|ít|thiếu|bất|kém|tệ|xấu|yếu|thấp|khó|hiếm)\b|\bnot\b|\bdis|\bun(satis|likely|import|happy"
         r"|clear|help)|\bpoor|\bbad\b|\blow\b|difficult|rarely|seldom|\bno\b"),
    (2, rf"\b(rất|hoàn toàn|cực kỳ|very|strongly|extremely|completely|highly)\b.*({_GOOD})"),
    (1, rf"{_GOOD}|\bcó\b|\byes\b"),
)  # fmt: skip
_LEVEL_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVELS)
_ABOUT_SATISFACTION = re.compile(r"hài lòng|satisf", re.IGNORECASE)
_NPS = [str(number) for number in range(11)]


@dataclass(frozen=True, slots=True)
class Levels:
    """What the options of a row of levels are.

    Attributes:
        values: A code for each option; of levels a whole number that rises with goodness where that is known.
        not_applicable: Which options are no levels.
        kind: How they are summarised.
        satisfied: Values of the good end, where there is one.
        dissatisfied: Values of the other.
        is_direction_known: Whether wording or digits say which end is which.
        is_reversed: Whether printed digits run against the wording, so that they are not the values.
    """

    values: tuple[str, ...]
    not_applicable: tuple[bool, ...]
    kind: ScaleKind
    satisfied: frozenset[str] = frozenset()
    dissatisfied: frozenset[str] = frozenset()
    is_direction_known: bool = True
    is_reversed: bool = False


def goodness(label: str) -> int | None:
    """Return how good an option is by its words, -2 to 2; None if they do not say.

    A usual wording may lack its accents, as pale or dirty print is read.
    """
    label = with_accents(label) or label
    for level, pattern in _LEVEL_PATTERNS:
        if pattern.search(label):
            return level
    return None


def is_not_applicable(label: str) -> bool:
    """Whether an option says that the question does not apply."""
    return _NOT_APPLICABLE.search(label) is not None


def levels_of(labels: Sequence[str], printed: Sequence[str]) -> Levels:
    """Return what options are, by their words and the codes printed with them, in printed order."""
    excluded = tuple(is_not_applicable(label) for label in labels)
    inside = [number for number, is_out in enumerate(excluded) if not is_out]
    marks = [goodness(labels[number]) if labels[number] else None for number in inside]
    digits = [int(printed[n]) if printed[n].isdecimal() and len(printed[n]) < 4 else None for n in inside]
    trend = _trend(marks)
    count_trend = _trend(digits)
    has_digits = all(digit is not None for digit in digits) and len(set(digits)) == len(digits) and bool(digits)
    is_reversed = bool(has_digits and trend and count_trend and trend != count_trend)
    if has_digits and not is_reversed:
        codes = [str(digit) for digit in digits]
    elif any(printed[number] for number in inside) and not trend and _are_codes([printed[number] for number in inside]):
        codes = [printed[number] for number in inside]
    else:
        codes = _ranks(len(inside), is_falling=trend < 0)
    return _levels(excluded, inside, codes, marks, (trend, has_digits, is_reversed, labels))


def _levels(
    excluded: tuple[bool, ...],
    inside: Sequence[int],
    codes: Sequence[str],
    marks: Sequence[int | None],
    known: tuple[int, bool, bool, Sequence[str]],
) -> Levels:
    trend, has_digits, is_reversed, labels = known
    values = [""] * len(excluded)
    for number, code in zip(inside, codes, strict=True):
        values[number] = code
    spare = iter(["na", *(f"na{number}" for number in range(2, len(excluded) + 2))])
    values = [value or next(spare) for value in values]
    kind = _kind(trend, codes, labels, has_digits=has_digits)
    satisfied, dissatisfied = _ends(codes, marks, kind, trend)
    is_known = bool(trend) or kind is ScaleKind.NOMINAL or kind is ScaleKind.NPS
    return Levels(tuple(values), excluded, kind, satisfied, dissatisfied, is_known, is_reversed)


def _kind(trend: int, codes: Sequence[str], labels: Sequence[str], *, has_digits: bool) -> ScaleKind:
    if list(codes) in (_NPS, _NPS[::-1]):
        return ScaleKind.NPS
    if len(codes) >= 3 and trend and any(map(_ABOUT_SATISFACTION.search, labels)):
        return ScaleKind.SATISFACTION
    return ScaleKind.ORDINAL if len(codes) >= 3 and (trend or has_digits) else ScaleKind.NOMINAL


def _ends(
    codes: Sequence[str], marks: Sequence[int | None], kind: ScaleKind, trend: int
) -> tuple[frozenset[str], frozenset[str]]:
    if kind is ScaleKind.NPS:
        return frozenset({"9", "10"}), frozenset(_NPS[:7])
    if kind is not ScaleKind.SATISFACTION:
        return frozenset(), frozenset()
    if all(mark is not None for mark in marks):
        good = frozenset(code for code, mark in zip(codes, marks, strict=True) if mark is not None and mark > 0)
        bad = frozenset(code for code, mark in zip(codes, marks, strict=True) if mark is not None and mark < 0)
        if good:
            return good, bad
    ordered = list(codes) if trend > 0 else list(codes)[::-1]
    share = len(ordered) // 2
    return frozenset(ordered[len(ordered) - share :]), frozenset(ordered[:share])


def _trend(values: Sequence[int | None]) -> int:
    """Return 1 if values never fall and rise somewhere, -1 the other way round, 0 if neither; gaps are passed over."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return 0
    steps = [other - one for one, other in pairwise(known)]
    if all(step >= 0 for step in steps) and any(steps):
        return 1
    return -1 if all(step <= 0 for step in steps) and any(steps) else 0


def _ranks(count: int, *, is_falling: bool) -> list[str]:
    numbers = [str(number) for number in range(1, count + 1)]
    return numbers[::-1] if is_falling else numbers


def _are_codes(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts) and all(re.fullmatch(r"[A-Za-z0-9]{1,3}", text) for text in texts)
