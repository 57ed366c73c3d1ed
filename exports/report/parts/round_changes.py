"""What changed since earlier rounds: sentences about the index, then factors, criteria, units, and all rounds."""

from collections.abc import Sequence
from dataclasses import replace

from exports.report.changes import ReportChanges
from exports.report.figures import ReportFigures, ReportScope
from exports.report.page_canvas import INK, MUTED, SMALL_PT
from exports.report.page_flow import Strip, block_title, heading, note, notice, paragraph, space
from exports.report.parts.change_rows import change_table, is_hint, why_incomparable
from exports.report.parts.trend import trend_strips
from exports.rounds.differences import Difference, Row
from exports.rounds.incomparable import Incomparable
from exports.wording import change_words as words
from exports.wording import comparison_words
from exports.wording.numerals import count, decimal, points
from exports.wording.smallness_words import why_small
from exports.wording.speaker import Speaker
from form_templates.model import Text

_MOST_UNITS = 40  # a page; the workbook has them all


def change_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips that hold the subject against earlier rounds; none where there are none."""
    say, changes = figures.say, figures.changes
    unread = [notice(say(comparison_words.ROUND_UNREAD, folder=folder)) for folder in figures.unread_rounds]
    if changes is None or not changes.index:
        return [*heading(say(words.CHANGES)), *unread] if unread else []
    strips = [*heading(say(words.CHANGES)), *unread, *_provisional(say, changes)]
    strips += [paragraph(change_sentence(say, row), color=MUTED if is_hint(row) else INK) for row in changes.index]
    strips += _hints(say, changes.index)
    strips += _factors(figures, changes)
    strips += trend_strips(say, changes)
    strips += _changed(say, words.ITEM_CHANGES, changes.items, changes.this_round)
    strips += _changed(say, words.UNIT_CHANGES, changes.units, changes.this_round)
    return [*strips, space(2.0)]


def change_sentence(say: Speaker, row: Row) -> str:
    """Say how the index changed since one earlier round, and whether that is more than chance."""
    found = row.verdict
    if isinstance(found, Incomparable):
        return say(words.IS_INCOMPARABLE, round=row.against, reason=why_incomparable(say, found))
    facts = {
        "points": points(say, found.value),
        "round": row.against,
        "low": points(say, found.interval.low),
        "high": points(say, found.interval.high),
    }
    if not found.is_significant:
        return say(words.IS_UNCHANGED, smallest=decimal(say, found.smallest_visible * 100), **facts)
    return say(words.IS_CHANGED, direction=say(words.UP if found.value > 0 else words.DOWN), **facts)


def _provisional(say: Speaker, changes: ReportChanges) -> list[Strip]:
    awaiting = (changes.awaiting or {}).items()
    return [notice(say(comparison_words.ROUND_PROVISIONAL, name=name, count=count(say, n))) for name, n in awaiting]


def _hints(say: Speaker, rows: Sequence[Row]) -> list[Strip]:
    """Say once why a difference is no more than a hint."""
    found = [row.verdict for row in rows if isinstance(row.verdict, Difference)]
    shares = [share for difference in found for share in (difference.later, difference.earlier)]
    reasons = dict.fromkeys(filter(None, (why_small(say, share.respondents, share) for share in shares)))
    return [paragraph(reason, size_pt=SMALL_PT, color=MUTED) for reason in list(reasons)[:1]]


def _factors(figures: ReportFigures, changes: ReportChanges) -> list[Strip]:
    """Return the index and the factors against the latest round that they can be compared with."""
    say = figures.say
    compared = [row for row in changes.index if isinstance(row.verdict, Difference)]
    if not compared:
        return []
    latest = compared[0]
    rows = [replace(latest, subject=None), *(row for row in changes.factors if row.against == latest.against)]
    texts = [say(words.NOTE_CHANGES, earlier=latest.against, later=changes.this_round)]
    if figures.scope is not ReportScope.OWN and latest.units:
        texts.append(say(words.NOTE_JOINT, units=count(say, latest.units)))
    if figures.scope is ReportScope.OWN and len(rows) > 1:
        texts.append(say(words.NOTE_UNIT_FACTORS))
    return [note(" ".join(texts)), *change_table(say, rows, changes.this_round)]


def _changed(say: Speaker, title: Text, rows: Sequence[Row], later: str) -> list[Strip]:
    """Return how many of the rows changed, and those that did: first what fell, most of all first."""
    tested = [(row, row.verdict) for row in rows if isinstance(row.verdict, Difference)]
    if not tested:
        return []
    changed = [(row, found) for row, found in tested if found.is_significant]
    up = sum(found.value > 0 for _, found in changed)
    counts = {"up": up, "down": len(changed) - up, "same": len(tested) - len(changed), "none": len(rows) - len(tested)}
    text = say(words.COUNTS, round=rows[0].against, **{name: count(say, number) for name, number in counts.items()})
    strips = [space(4.0), block_title(say(title)), paragraph(text, keeps_with_next=bool(changed))]
    changed.sort(key=lambda each: (each[1].value > 0, -abs(each[1].value)))
    shown = [row for row, _ in changed[:_MOST_UNITS]]
    return [*strips, *change_table(say, shown, later)] if shown else strips
