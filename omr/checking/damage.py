"""What can be wrong with a survey, and what a check of it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DamageKind(StrEnum):
    """What is damaged."""

    SETTINGS = "settings"  # survey.toml
    TEMPLATE = "template"  # the frozen form
    UNITS = "units"  # units.csv
    UNITS_MISSING = "units-missing"
    DATABASE = "database"  # it is missing, or SQLite finds it damaged
    REFERENCE = "reference"  # rows that belong to nothing that is there
    SCAN_MISSING = "scan-missing"
    SCAN_CHANGED = "scan-changed"  # a kept scan is not what was delivered
    SCAN_UNKNOWN = "scan-unknown"  # a kept scan that no delivery knows
    READING = "reading"  # what was read of a page does not fit its items
    NOT_READ = "not-read"  # pages that nothing is known of, in a batch that is done
    DELIVERY = "delivery"
    BATCH = "batch"
    SERIALS = "serials"  # printed twice
    DECISION = "decision"  # of a person, that cannot be understood
    BEHIND = "behind"  # the newest backup holds what the database does not


class Mending(StrEnum):
    """What can be done about it."""

    ITSELF = "itself"  # the program can, with what it has
    ORIGINAL = "original"  # the program can, with the file that was delivered
    BACKUP = "backup"  # a person can, by going back to a backup
    BY_HAND = "by-hand"  # a person must


class FactKind(StrEnum):
    """What is wrong with it; in brackets the values that tell it."""

    TEXT = "text"  # (text) as whoever found it words it
    FILE_MISSING = "file-missing"
    NO_FILE = "no-file"  # a folder, or a pipe, has its name
    ROW_DAMAGED = "row-damaged"  # (table, row)
    NOT_WHOLE = "not-whole"  # (text) as SQLite words it
    NO_VERSION = "no-version"
    COLUMNS_MISSING = "columns-missing"  # (table)
    PARENT_MISSING = "parent-missing"  # (count, table)
    OUTCOME_UNKNOWN = "outcome-unknown"
    PLACE_DAMAGED = "place-damaged"  # where the page lies, or how it was scanned
    MARKS_DAMAGED = "marks-damaged"
    MARKS_FOREIGN = "marks-foreign"  # of areas that the form does not have
    READ_THOUGH_NOT = "read-though-not"  # it has readings and was not read
    OTHER_FORM = "other-form"  # (form)
    NO_SUCH_PAGE = "no-such-page"  # (page)
    ITEMS_MISSING = "items-missing"  # (count, of, items)
    ITEM_FOREIGN = "item-foreign"  # (item)
    P_WRONG_ODD = "p-wrong-odd"  # (item)
    FLAGS_UNKNOWN = "flags-unknown"  # (item)
    ANSWER_UNKNOWN = "answer-unknown"  # (item)
    SETTINGS_DAMAGED = "settings-damaged"
    FILES_LOST = "files-lost"  # (count)
    ORDER_LOST = "order-lost"
    CONTENT_LOST = "content-lost"
    NEVER_OPENED = "never-opened"
    PAGES_UNREAD = "pages-unread"  # (count, of)
    PAGES_TOO_MANY = "pages-too-many"  # (count)
    SERIALS_TWICE = "serials-twice"  # (first, last)
    BACKUP_MORE = "backup-more"  # (pages, printings, decisions)
    DECISIONS_ODD = "decisions-odd"  # (count, operator, item)


@dataclass(frozen=True, slots=True)
class DamageFact:
    """A fact behind a damage, and the values that tell it, by name."""

    kind: FactKind
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is damaged.

    Attributes:
        kind: What.
        subject: The file, unit or table.
        facts: What is wrong with it; may be empty.
        mending: What can be done about it.
        page_ids: Pages whose answers it concerns.
        answers: How many answers it concerns.
        page_in_file: The page of the file, 1-based; 0 where it is about none.
        kept_name: Of a scan: the name under which it is kept.
    """

    kind: DamageKind
    subject: str
    facts: tuple[DamageFact, ...] = ()
    mending: Mending = Mending.ITSELF
    page_ids: tuple[int, ...] = ()
    answers: int = 0
    page_in_file: int = 0
    kept_name: str = ""


def fact(kind: FactKind, **values: object) -> tuple[DamageFact, ...]:
    """Return one fact, as ``Damage`` wants it."""
    return (DamageFact(kind, values),)


class Counted(StrEnum):
    """What a check counts."""

    SCANS = "scans"
    PAGES = "pages"
    ANSWERS = "answers"
    DECISIONS = "decisions"
    FORMS = "forms printed"
    UNITS = "units"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    Attributes:
        damages: Everything that is damaged; empty where the survey is whole.
        counts: What there is, as far as it could be counted.
        respondents: Numbers of the respondents that a damage concerns, by its place in ``damages``.
        newest_backup: When the newest backup was made, ISO 8601; empty without any.
    """

    damages: tuple[Damage, ...]
    counts: Mapping[Counted, int] = field(default_factory=dict)
    respondents: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    newest_backup: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is damaged."""
        return not self.damages

    @property
    def is_mendable(self) -> bool:
        """Whether the program can mend anything, with originals or without."""
        return any(damage.mending in (Mending.ITSELF, Mending.ORIGINAL) for damage in self.damages)
