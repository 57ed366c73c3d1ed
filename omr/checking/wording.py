"""English for the command line, of what a check found and what mending did; the window has its own."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.checking.damage import CheckReport, Counted, Damage, DamageKind, Mending
from omr.checking.mend import MendingReport

_KINDS = {
    DamageKind.SETTINGS: "{subject} cannot be used ({fact}): the survey cannot be opened",
    DamageKind.TEMPLATE: "the form in {subject} is damaged ({fact}): no page can be read or shown",
    DamageKind.UNITS: "{subject} cannot be used ({fact}): the survey cannot be opened",
    DamageKind.DATABASE: "{subject}, the database, is damaged ({fact}): answers and decisions may be lost",
    DamageKind.REFERENCE: "{subject}: {fact}; they count nowhere",
    DamageKind.SCAN_MISSING: "the kept scan of {subject} is missing: {answers} answers cannot be looked at",
    DamageKind.SCAN_CHANGED: (
        "the kept scan of {subject} is not what was delivered: {answers} answers cannot be looked at"
    ),
    DamageKind.SCAN_UNKNOWN: "the kept scan {subject} belongs to no delivery: its pages count nowhere",
    DamageKind.READING: "{subject}: {fact}; {answers} answers cannot be relied on",
    DamageKind.NOT_READ: "{subject}: not read: {fact}; they count nowhere",
    DamageKind.DELIVERY: "{subject}: {fact}",
    DamageKind.SERIALS: "unit {subject}: the serial numbers {fact} were printed twice; two forms may bear one number",
    DamageKind.DECISION: "decisions that the form has no item or option for: {fact}",
}
_MENDINGS = {
    Mending.ITSELF: "'check --mend' mends it",
    Mending.ORIGINAL: "'check --mend --originals FOLDER' mends it with the file that was delivered",
    Mending.BY_HAND: "it is to be mended by hand",
}
_BY_HAND = {
    DamageKind.SETTINGS: "mend the file, or restore it from a copy",
    DamageKind.TEMPLATE: "restore the folder from a copy of the survey, or from the template it was made of",
    DamageKind.UNITS: "mend these lines, or restore the file from a copy",
    DamageKind.SERIALS: "nothing to do: forms are told apart by their order too",
    DamageKind.DECISION: "decide these items again in the window",
    DamageKind.DATABASE: "open it with that version of the program or a later one",
}


def check_lines(report: CheckReport) -> Iterator[str]:
    """Yield what a check comes to: that the survey is whole, or every damage, what it means and what mends it."""
    counts = ", ".join(f"{report.counts[counted]} {counted}" for counted in Counted if counted in report.counts)
    if report.is_whole:
        yield f"The survey is whole: {counts}."
    else:
        yield f"The survey is damaged in {len(report.damages)} places ({counts})."
    for at, damage in enumerate(report.damages):
        yield f"  {damage_sentence(damage, report.respondents.get(at, ()))}."
    yield f"The newest backup is of {report.newest_backup}." if report.newest_backup else "There is no backup yet."


def damage_sentence(damage: Damage, respondents: Sequence[int] = ()) -> str:
    """Say what is damaged, whom it concerns and what can be done, without a full stop."""
    said = _KINDS[damage.kind].format(subject=damage.subject, fact=damage.fact, answers=damage.answers)
    whom = f" (respondents {_listed(respondents)})" if respondents else ""
    mending = _BY_HAND.get(damage.kind) if damage.mending is Mending.BY_HAND else None
    return f"{said}{whom}. {_capital(mending or _MENDINGS[damage.mending])}"


def mending_lines(report: MendingReport) -> Iterator[str]:
    """Yield what mending did; what is damaged still is told by the check that follows."""
    if report.salvaged is not None:
        rows = sum(report.salvaged.kept.values())
        yield f"database  made anew of {rows} rows that could be read; the damaged one is kept as {report.kept}"
        if report.salvaged.backup is not None:
            added = sum(report.salvaged.from_backup.values())
            yield f"backup    {added} rows came from {report.salvaged.backup.name}"
    if report.restored:
        yield f"scans     {report.restored} restored from originals"
    if report.read_again is not None:
        yield f"pages     {report.read_again.pages_finished} read again"
    if report.before == report.after:
        yield "nothing could be mended"


def check_as_dict(report: CheckReport) -> dict[str, Any]:
    """Return a check as plain values, for JSON."""
    return {
        "whole": report.is_whole,
        "counts": {str(counted): count for counted, count in report.counts.items()},
        "damages": [
            {
                "kind": str(damage.kind),
                "subject": damage.subject,
                "fact": damage.fact,
                "mending": str(damage.mending),
                "answers": damage.answers,
                "respondents": list(report.respondents.get(at, ())),
                "text": damage_sentence(damage, report.respondents.get(at, ())),
            }
            for at, damage in enumerate(report.damages)
        ],
        "newest_backup": report.newest_backup,
    }


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"{shown} and {len(numbers) - 10} more" if len(numbers) > 10 else shown


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
