"""English for the command line, of what a check found and what mending did; the window has its own."""

from collections.abc import Iterator, Sequence
from typing import Any

from omr.checking.damage import CheckReport, Counted, Damage, DamageKind, FactKind, Mending
from omr.checking.mend import MendingReport

_KINDS = {
    DamageKind.SETTINGS: "{subject} cannot be used ({fact}): the survey cannot be opened",
    DamageKind.TEMPLATE: "the form in {subject} is damaged ({fact}): no page can be read or shown",
    DamageKind.UNITS: "{subject} cannot be used ({fact}): the survey cannot be opened",
    DamageKind.UNITS_MISSING: (
        "{subject}, the list of units, is gone: results lack the names of units and what they belong to"
    ),
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
    DamageKind.BATCH: "batch {subject}: {fact}",
    DamageKind.SERIALS: "unit {subject}: the serial numbers {fact} were printed twice; two forms may bear one number",
    DamageKind.DECISION: "decisions that the form has no item or option for: {fact}",
    DamageKind.BEHIND: "the database lacks what the newest backup, {subject}, holds: {fact}",
}
_FACTS = {
    FactKind.TEXT: "{text}",
    FactKind.FILE_MISSING: "it is missing",
    FactKind.NO_FILE: "it is no file",
    FactKind.ROW_DAMAGED: "row {row} of its table {table} cannot be understood",
    FactKind.NOT_WHOLE: "{text}",
    FactKind.NO_VERSION: "it does not say which version it is",
    FactKind.COLUMNS_MISSING: "its table {table} is not complete",
    FactKind.PARENT_MISSING: "{count} rows whose {table} is not there",
    FactKind.OUTCOME_UNKNOWN: "what became of it is unknown",
    FactKind.PLACE_DAMAGED: "where it lies, or how it was scanned, cannot be understood",
    FactKind.MARKS_DAMAGED: "its measurements cannot be understood",
    FactKind.MARKS_FOREIGN: "it has measurements of areas that the form does not have",
    FactKind.READ_THOUGH_NOT: "it was not read and has readings",
    FactKind.OTHER_FORM: "it is of another form, {form}",
    FactKind.NO_SUCH_PAGE: "the form has no page {page}",
    FactKind.ITEMS_MISSING: "{count} of {of} items are missing ({items})",
    FactKind.ITEM_FOREIGN: "{item} is not on this page",
    FactKind.P_WRONG_ODD: "the probability that {item} is wrong is none",
    FactKind.FLAGS_UNKNOWN: "{item} has unknown flags",
    FactKind.ANSWER_UNKNOWN: "{item} has an answer that the form does not have",
    FactKind.SETTINGS_DAMAGED: "the settings it is read with cannot be understood",
    FactKind.FILES_LOST: "{count} of its files are not listed any more",
    FactKind.ORDER_LOST: "the order of its files is lost",
    FactKind.CONTENT_LOST: "what it held is not known",
    FactKind.NEVER_OPENED: "nobody has opened it",
    FactKind.PAGES_UNREAD: "{count} of its {of} pages",
    FactKind.PAGES_TOO_MANY: "{count} pages more than it has",
    FactKind.SERIALS_TWICE: "{first} to {last}",
    FactKind.BACKUP_MORE: "{pages} pages, {printings} printings, {decisions} decisions",
    FactKind.DECISIONS_ODD: "{count} by {operator} on {item}",
}
_MENDINGS = {
    Mending.ITSELF: "'check --mend' mends it",
    Mending.ORIGINAL: "'check --mend --originals FOLDER' mends it with the file that was delivered",
    Mending.BACKUP: "go back to a backup from before it, with 'check --go-back-to'",
    Mending.BY_HAND: "it is to be mended by hand",
}
_BY_HAND = {
    DamageKind.SETTINGS: "mend the file, or restore it from a copy",
    DamageKind.TEMPLATE: "restore the folder from a copy of the survey, or from the template it was made of",
    DamageKind.UNITS: "mend these lines, or restore the file from a copy",
    DamageKind.UNITS_MISSING: "put the file back, from a copy",
    DamageKind.SERIALS: "nothing to do: forms are told apart by their order too",
    DamageKind.DECISION: "decide these items again in the window",
    DamageKind.DELIVERY: "read the file again",
    DamageKind.BATCH: "read its files again",
    DamageKind.REFERENCE: "they are kept; nothing can be done",
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
    place = f"{damage.subject}, page {damage.page_in_file}" if damage.page_in_file else damage.subject
    said = _KINDS[damage.kind].format(subject=place, fact=facts_text(damage), answers=damage.answers)
    whom = f" (respondents {_listed(respondents)})" if respondents else ""
    mending = _BY_HAND.get(damage.kind) if damage.mending is Mending.BY_HAND else None
    return f"{said}{whom}. {_capital(mending or _MENDINGS[damage.mending])}"


def mending_lines(report: MendingReport) -> Iterator[str]:
    """Yield what mending did; what is damaged still is told by the check that follows."""
    if report.salvaged is not None:
        rows = sum(report.salvaged.kept.values())
        kept = f"; the damaged one is kept as {report.kept}" if report.kept is not None else ""
        yield f"database  made anew of {rows} rows that could be read{kept}"
        if report.salvaged.backup is not None:
            added = sum(report.salvaged.from_backup.values())
            yield f"backup    {added} rows came from {report.salvaged.backup.name}"
        if report.salvaged.lacks_decisions:
            yield "lost      decisions and removals made since the last backup; without a backup, all of them"
        if report.salvaged.lacks_serials:
            yield (
                "serials   which were printed since the last backup is lost; those seen on scans are not printed anew, "
                "those on paper not yet scanned may be"
            )
    if report.restored:
        yield f"scans     {report.restored} restored from originals"
    if report.read_again is not None:
        yield f"pages     {report.read_again.pages_finished} read again"
    if report.before == report.after:
        yield "nothing could be mended"


def facts_text(damage: Damage) -> str:
    """Say what is wrong with something damaged; empty where its kind says it all."""
    return "; ".join(_FACTS[each.kind].format(**each.values) for each in damage.facts)


def check_as_dict(report: CheckReport) -> dict[str, Any]:
    """Return a check as plain values, for JSON."""
    return {
        "whole": report.is_whole,
        "counts": {str(counted): count for counted, count in report.counts.items()},
        "damages": [
            {
                "kind": str(damage.kind),
                "subject": damage.subject,
                "page": damage.page_in_file,
                "facts": [str(each.kind) for each in damage.facts],
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
