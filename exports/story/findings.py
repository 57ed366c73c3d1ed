"""Choose what is worth a sentence and say it: every figure and every verdict is one that the tables have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.rounds.differences import Difference, Row
from exports.tally.patterns import UnitPatterns
from exports.tally.priorities.wishes import question_of_wishes
from exports.tally.statistics.share import Share
from exports.tally.survey_tally import ItemTally, OptionTally
from exports.wording import story_words as words
from exports.wording.naming import unit_name
from exports.wording.numerals import count, decimal, percent, percent_range, points
from exports.wording.speaker import Speaker
from form_templates.model import ItemKind, Section, Text
from form_templates.roles import counts_where_rated
from omr.units.unit_list import Unit

_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class StoryChanges:
    """What is held against the latest earlier round.

    Attributes:
        index: Of the responses that are told about.
        factors: Their factors.
        units: Each unit that is told about for itself.
    """

    index: Row
    factors: tuple[Row, ...]
    units: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StoryFigures:
    """What is told about a round, or about the responses of one unit.

    Attributes:
        index: Of these responses.
        valid: Those that count.
        responses: All of them.
        items: Their answers, by item.
        issued: Forms handed out; None if nobody kept count.
        patterns: How people filled in the forms; None where that is not told.
        changes: Since the latest earlier round; None if there is none.
        checked: Answers that were re-checked blind, and how many of these were misread; None where none was.
    """

    index: Share
    valid: int
    responses: int
    items: tuple[ItemTally, ...]
    issued: int | None = None
    patterns: UnitPatterns | None = None
    changes: StoryChanges | None = None
    checked: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Extremes:
    """The best and the worst criteria, each from the best down, and whether their intervals keep apart."""

    best: tuple[ItemTally, ...]
    worst: tuple[ItemTally, ...]
    are_apart: bool

    @property
    def title(self) -> Text:
        """What the list of both is headed."""
        return words.BLOCK_EXTREMES[len(self.best)]


def tell(say: Speaker, figures: StoryFigures) -> list[str]:
    """Return the findings, a sentence each, the most important first."""
    return [
        *_of_index(say, figures),
        *(_of_changes(say, figures.changes) if figures.changes else ()),
        *_of_wishes(say, figures.items),
        _of_quality(say, figures),
    ]


def latest_changes(index: Sequence[Row], factors: Sequence[Row], units: Sequence[Row]) -> StoryChanges | None:
    """Return what is held against the latest earlier round, which comes first in each of these; None if none is."""
    if not index:
        return None
    latest = index[0].against
    of_factors = tuple(row for row in factors if row.against == latest and isinstance(row.subject, Section))
    return StoryChanges(index[0], of_factors, tuple(row for row in units if row.against == latest))


def find_extremes(items: Sequence[ItemTally]) -> Extremes | None:
    """Return up to three criteria at either end, as many of both; None where there are not two to tell apart.

    Only those that count in the index; and none is best that as many were satisfied with as with one of the worst.
    """
    rated = [each for each in items if _counts(each)]
    known = [(each.satisfied, each) for each in rated if each.satisfied and each.satisfied.value is not None]
    known.sort(key=lambda pair: -(pair[0].value or 0.0))
    most = min(3, len(known) // 2)
    while most and known[most - 1][0].value == known[-most][0].value:
        most -= 1
    if not most:
        return None
    lowest_of_best = min(share.interval.low for share, _ in known[:most] if share.interval)
    highest_of_worst = max(share.interval.high for share, _ in known[-most:] if share.interval)
    best, worst = (tuple(each for _, each in part) for part in (known[:most], known[-most:]))
    return Extremes(best, worst, lowest_of_best > highest_of_worst)


def _counts(item: ItemTally) -> bool:
    return item.is_criterion and item.item.kind is ItemKind.SINGLE and counts_where_rated(item.section, item.item)


def _of_index(say: Speaker, figures: StoryFigures) -> Iterator[str]:
    index = figures.index
    if index.value is None:
        yield say(words.NO_INDEX)
        return
    interval, valid = percent_range(say, index.interval), count(say, figures.valid)
    yield say(words.INDEX, index=percent(say, index.value), interval=interval, valid=valid)


def _of_changes(say: Speaker, changes: StoryChanges) -> Iterator[str]:
    """Tell what changed since the latest earlier round."""
    yield _of_row(say, changes.index)
    if moved := _moved(changes.factors):
        yield say(words.FACTORS_MOVED, names=_named(say, moved, words.AND_OTHER_FACTORS))
    units = [row for row in changes.units if isinstance(row.verdict, Difference)]
    if not units:
        return
    moved = _moved(units)
    of = count(say, len(units))
    if not moved:
        yield say(words.NO_UNIT_MOVED, of=of)
        return
    up = sum(_difference(row) > 0 for row in moved)
    names = _named(say, moved, words.AND_OTHER_UNITS)
    yield say(words.UNITS_MOVED, of=of, up=count(say, up), down=count(say, len(moved) - up), names=names)


def _of_row(say: Speaker, row: Row) -> str:
    found = row.verdict
    if not isinstance(found, Difference):
        return say(words.NOT_COMPARABLE, round=row.against)
    return say(
        words.CHANGED if found.is_significant else words.NOT_CHANGED,
        round=row.against,
        points=points(say, found.value),
        earlier=percent(say, found.earlier.value),
        later=percent(say, found.later.value),
        p=_p_value(say, found.adjusted_p),
    )


def _p_value(say: Speaker, value: float) -> str:
    least = 0.001
    return f"< {decimal(say, least, 3)}" if value < least else f"= {decimal(say, value, 3)}"


def _moved(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a significant difference, the largest first."""
    moved = [row for row in rows if isinstance(row.verdict, Difference) and row.verdict.is_significant]
    return sorted(moved, key=lambda row: -abs(_difference(row)))


def _difference(row: Row) -> float:
    assert isinstance(row.verdict, Difference), "it was chosen for its difference"
    return row.verdict.value


def _named(say: Speaker, rows: Sequence[Row], and_others: Text) -> str:
    names = [say(words.MOVED, name=_name(say, row), points=points(say, _difference(row))) for row in rows]
    return _joined(say, names, and_others)


def _joined(say: Speaker, names: Sequence[str], and_others: Text) -> str:
    """Return the first few of ``names``, and how many more there are."""
    shown, more = "; ".join(names[:_NAMES_SHOWN]), len(names) - _NAMES_SHOWN
    return say(and_others, names=shown, count=more) if more > 0 else shown


def _name(say: Speaker, row: Row) -> str:
    match row.subject:
        case Section(title=title):
            return say(title)
        case Unit():
            return unit_name(say, row.subject)
        case _:
            raise AssertionError("only factors and units are named")


def _of_wishes(say: Speaker, items: Sequence[ItemTally]) -> Iterator[str]:
    """Tell what was chosen most often where several may be chosen and the form asks what to improve."""
    item = question_of_wishes(items)
    if item is None:
        return
    chosen = sorted((each for each in item.options if each.count and each.share), key=lambda each: -each.count)
    counts = sorted({each.count for each in chosen}, reverse=True)
    if not counts:
        return
    first, *second = ([each for each in chosen if each.count == times] for times in counts[:2])
    # Where several share the first place none of them is told to come after another.
    then = say(words.THEN, second=_wished(say, second[0])) if second and len(first) == 1 else ""
    yield say(words.WISHES, first=_wished(say, first), then=then, people=count(say, item.answered))


def _wished(say: Speaker, chosen: Sequence[OptionTally]) -> str:
    names = [say(words.WISH, name=say(each.option.label), share=percent(say, each.share)) for each in chosen]
    return _joined(say, names, words.AND_OTHER_WISHES)


def _of_quality(say: Speaker, figures: StoryFigures) -> str:
    issued, patterns, checked = figures.issued, figures.patterns, figures.checked
    responses = figures.responses
    return say(
        words.QUALITY,
        valid=count(say, figures.valid),
        responses=count(say, responses),
        share=percent(say, figures.valid / responses if responses else None),
        returned=say(words.RETURNED, rate=percent(say, responses / issued)) if issued else "",
        blank=say(words.BLANK, share=percent(say, patterns.blank / patterns.reached))
        if patterns and patterns.reached
        else "",
        checked=say(words.CHECKED, count=count(say, checked[0]), wrong=count(say, checked[1])) if checked else "",
    )
