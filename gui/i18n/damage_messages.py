"""What a check of a survey found, in the person's language."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from gui.i18n.translation import QT_TRANSLATE_NOOP, format_count
from omr.checking.damage import CheckReport, Counted, Damage, DamageKind, FactKind, Mending

# {subject} is a file, page, unit or table, {fact} what was found, {answers} how many answers it concerns.
DAMAGES: Mapping[DamageKind, str] = {
    DamageKind.SETTINGS: QT_TRANSLATE_NOOP(
        "damage", "The settings in {subject} cannot be used ({fact}). The survey cannot be opened."
    ),
    DamageKind.TEMPLATE: QT_TRANSLATE_NOOP(
        "damage", "The form in {subject} is damaged ({fact}). No page can be read or shown."
    ),
    DamageKind.UNITS: QT_TRANSLATE_NOOP(
        "damage", "The unit list {subject} cannot be used ({fact}). The survey cannot be opened."
    ),
    DamageKind.UNITS_MISSING: QT_TRANSLATE_NOOP(
        "damage",
        "The unit list {subject} is gone. Results lack the names of units and what they belong to.",
    ),
    DamageKind.DATABASE: QT_TRANSLATE_NOOP(
        "damage", "The database {subject} is damaged ({fact}). Answers and decisions may be lost."
    ),
    DamageKind.REFERENCE: QT_TRANSLATE_NOOP(
        "damage", "Entries in “{subject}” belong to nothing that is there ({fact}). They count nowhere."
    ),
    DamageKind.SCAN_MISSING: QT_TRANSLATE_NOOP(
        "damage", "The survey's copy of {subject} is missing. The paper of {answers} answers cannot be shown."
    ),
    DamageKind.SCAN_CHANGED: QT_TRANSLATE_NOOP(
        "damage",
        "The survey's copy of {subject} is not what was delivered. The paper of {answers} answers cannot be shown.",
    ),
    DamageKind.SCAN_UNKNOWN: QT_TRANSLATE_NOOP(
        "damage", "The scan {subject} is kept, but was not delivered with any batch. Its pages count nowhere."
    ),
    DamageKind.READING: QT_TRANSLATE_NOOP(
        "damage", "What is kept of {subject} does not fit the form ({fact}). {answers} answers cannot be relied on."
    ),
    DamageKind.NOT_READ: QT_TRANSLATE_NOOP(
        "damage", "{subject} was not read to its end ({fact}). The rest counts nowhere."
    ),
    DamageKind.DELIVERY: QT_TRANSLATE_NOOP("damage", "What is noted of {subject} does not agree ({fact})."),
    DamageKind.BATCH: QT_TRANSLATE_NOOP("damage", "What is noted of batch {subject} does not agree ({fact})."),
    DamageKind.SERIALS: QT_TRANSLATE_NOOP(
        "damage", "Unit {subject}: the serial numbers {fact} were printed twice. Two forms may bear one number."
    ),
    DamageKind.DECISION: QT_TRANSLATE_NOOP(
        "damage", "There are decisions that the form has no question or answer for ({fact})."
    ),
    DamageKind.BEHIND: QT_TRANSLATE_NOOP(
        "damage", "The database lacks what the newest backup, {subject}, holds ({fact})."
    ),
}

FACTS: Mapping[FactKind, str] = {
    FactKind.TEXT: "{text}",
    FactKind.FILE_MISSING: QT_TRANSLATE_NOOP("damage", "it is missing"),
    FactKind.NO_FILE: QT_TRANSLATE_NOOP("damage", "it is no file"),
    FactKind.ROW_DAMAGED: QT_TRANSLATE_NOOP("damage", "row {row} of its table “{table}” cannot be understood"),
    FactKind.NOT_WHOLE: QT_TRANSLATE_NOOP("damage", "the file is not whole"),
    FactKind.NO_VERSION: QT_TRANSLATE_NOOP("damage", "it does not say which version it is"),
    FactKind.COLUMNS_MISSING: QT_TRANSLATE_NOOP("damage", "its table “{table}” is not complete"),
    FactKind.PARENT_MISSING: QT_TRANSLATE_NOOP("damage", "number: {count}"),
    FactKind.OUTCOME_UNKNOWN: QT_TRANSLATE_NOOP("damage", "what became of it is unknown"),
    FactKind.PLACE_DAMAGED: QT_TRANSLATE_NOOP("damage", "where it lies, or how it was scanned, cannot be understood"),
    FactKind.MARKS_DAMAGED: QT_TRANSLATE_NOOP("damage", "its measurements cannot be understood"),
    FactKind.MARKS_FOREIGN: QT_TRANSLATE_NOOP("damage", "it has measurements of boxes that the form does not have"),
    FactKind.READ_THOUGH_NOT: QT_TRANSLATE_NOOP("damage", "it was not read and has readings"),
    FactKind.OTHER_FORM: QT_TRANSLATE_NOOP("damage", "it is of another form, {form}"),
    FactKind.NO_SUCH_PAGE: QT_TRANSLATE_NOOP("damage", "the form has no page {page}"),
    FactKind.ITEMS_MISSING: QT_TRANSLATE_NOOP("damage", "missing questions: {count} of {of} ({items})"),
    FactKind.ITEM_FOREIGN: QT_TRANSLATE_NOOP("damage", "question {item} is not on this page"),
    FactKind.P_WRONG_ODD: QT_TRANSLATE_NOOP("damage", "the doubt about {item} is no probability"),
    FactKind.FLAGS_UNKNOWN: QT_TRANSLATE_NOOP("damage", "the flags of {item} are unknown"),
    FactKind.ANSWER_UNKNOWN: QT_TRANSLATE_NOOP("damage", "the form does not have the answer of {item}"),
    FactKind.SETTINGS_DAMAGED: QT_TRANSLATE_NOOP("damage", "the settings it is read with cannot be understood"),
    FactKind.FILES_LOST: QT_TRANSLATE_NOOP("damage", "files that are not listed any more: {count}"),
    FactKind.ORDER_LOST: QT_TRANSLATE_NOOP("damage", "the order of its files is lost"),
    FactKind.CONTENT_LOST: QT_TRANSLATE_NOOP("damage", "what it held is not known"),
    FactKind.NEVER_OPENED: QT_TRANSLATE_NOOP("damage", "it was not opened"),
    FactKind.PAGES_UNREAD: QT_TRANSLATE_NOOP("damage", "pages not read: {count} of {of}"),
    FactKind.PAGES_TOO_MANY: QT_TRANSLATE_NOOP("damage", "pages too many: {count}"),
    FactKind.SERIALS_TWICE: "{first}–{last}",
    FactKind.BACKUP_MORE: QT_TRANSLATE_NOOP("damage", "pages: {pages}, printings: {printings}, decisions: {decisions}"),
    FactKind.DECISIONS_ODD: QT_TRANSLATE_NOOP("damage", "{count}, by {operator}, on {item}"),
}

_PAGE = QT_TRANSLATE_NOOP("damage", "{file}, page {page}")

_MENDINGS: Mapping[Mending, str] = {
    Mending.ITSELF: QT_TRANSLATE_NOOP("damage", "This can be mended."),
    Mending.ORIGINAL: QT_TRANSLATE_NOOP("damage", "This can be mended with the file that was delivered."),
    Mending.BACKUP: QT_TRANSLATE_NOOP("damage", "Go back to a backup from before it."),
    Mending.BY_HAND: QT_TRANSLATE_NOOP("damage", "The program cannot mend this."),
}

# Where the program cannot help, what a person can do.
_BY_HAND: Mapping[DamageKind, str] = {
    DamageKind.SETTINGS: QT_TRANSLATE_NOOP("damage", "Mend the file, or restore it from a copy."),
    DamageKind.TEMPLATE: QT_TRANSLATE_NOOP("damage", "Restore this folder from a copy of the survey."),
    DamageKind.UNITS: QT_TRANSLATE_NOOP("damage", "Mend these lines, or restore the file from a copy."),
    DamageKind.UNITS_MISSING: QT_TRANSLATE_NOOP("damage", "Put the file back, from a copy."),
    DamageKind.SERIALS: QT_TRANSLATE_NOOP("damage", "Nothing to do: forms are told apart by their order too."),
    DamageKind.DELIVERY: QT_TRANSLATE_NOOP("damage", "Add the file again."),
    DamageKind.BATCH: QT_TRANSLATE_NOOP("damage", "Add its files again."),
    DamageKind.REFERENCE: QT_TRANSLATE_NOOP("damage", "They are kept; nothing can be done."),
    DamageKind.DECISION: QT_TRANSLATE_NOOP("damage", "Decide these questions again under “Review”."),
}

COUNTS: Mapping[Counted, str] = {
    Counted.SCANS: QT_TRANSLATE_NOOP("damage", "scans: {count}"),
    Counted.PAGES: QT_TRANSLATE_NOOP("damage", "pages: {count}"),
    Counted.ANSWERS: QT_TRANSLATE_NOOP("damage", "answers: {count}"),
    Counted.DECISIONS: QT_TRANSLATE_NOOP("damage", "decisions: {count}"),
    Counted.FORMS: QT_TRANSLATE_NOOP("damage", "forms printed: {count}"),
    Counted.UNITS: QT_TRANSLATE_NOOP("damage", "units: {count}"),
    Counted.BACKUPS: QT_TRANSLATE_NOOP("damage", "backups: {count}"),
}

_WHOLE = QT_TRANSLATE_NOOP("damage", "The survey is whole.")
_DAMAGED = QT_TRANSLATE_NOOP("damage", "The survey is damaged. Places: {count}")
_RESPONDENTS = QT_TRANSLATE_NOOP("damage", "Forms concerned: {numbers}.")
_MOST_NUMBERS = 12


def describe_check(report: CheckReport) -> str:
    """Say in a sentence whether a survey is whole."""
    if report.is_whole:
        return _tr(_WHOLE)
    return _tr(_DAMAGED).format(count=format_count(len(report.damages)))


def describe_counts(report: CheckReport) -> str:
    """Say what there is in a survey."""
    counted = ((text, report.counts[what]) for what, text in COUNTS.items() if what in report.counts)
    return " · ".join(_tr(text).format(count=format_count(count)) for text, count in counted)


def describe_damage(damage: Damage, respondents: Sequence[int] = ()) -> str:
    """Say what is damaged, which forms it concerns, and what can be done."""
    facts = "; ".join(_tr(FACTS[each.kind]).format(**each.values) for each in damage.facts)
    subject = damage.subject
    if damage.page_in_file:
        subject = _tr(_PAGE).format(file=subject, page=damage.page_in_file)
    said = _tr(DAMAGES[damage.kind]).format(subject=subject, fact=facts, answers=format_count(damage.answers))
    by_hand = _BY_HAND.get(damage.kind) if damage.mending is Mending.BY_HAND else None
    numbers = ", ".join(map(str, respondents[:_MOST_NUMBERS])) + (" …" if len(respondents) > _MOST_NUMBERS else "")
    whom = _tr(_RESPONDENTS).format(numbers=numbers) if respondents else ""
    return " ".join(filter(None, (said, whom, _tr(by_hand or _MENDINGS[damage.mending]))))


def _tr(source: str) -> str:
    return QCoreApplication.translate("damage", source)
