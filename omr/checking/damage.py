"""What can be wrong with a survey, and what a check of it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DamageKind(StrEnum):
    """What is damaged."""

    SETTINGS = "settings"  # survey.toml
    TEMPLATE = "template"  # the frozen form
    UNITS = "units"  # units.csv
    DATABASE = "database"  # it is missing, or SQLite finds it damaged
    REFERENCE = "reference"  # rows that belong to nothing that is there
    SCAN_MISSING = "scan-missing"
    SCAN_CHANGED = "scan-changed"  # a kept scan is not what was delivered
    SCAN_UNKNOWN = "scan-unknown"  # a kept scan that no delivery knows
    READING = "reading"  # what was read of a page does not fit its items
    NOT_READ = "not-read"  # pages that nothing is known of, in a batch that is done
    DELIVERY = "delivery"
    SERIALS = "serials"  # printed twice
    DECISION = "decision"  # of a person, that cannot be understood


class Mending(StrEnum):
    """What can be done about it."""

    ITSELF = "itself"  # the program can, with what it has
    ORIGINAL = "original"  # the program can, with the file that was delivered
    BY_HAND = "by-hand"  # a person must


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is damaged.

    Attributes:
        kind: What.
        subject: The file, page, unit or table.
        fact: What is wrong with it, in English; may be empty.
        mending: What can be done about it.
        page_ids: Pages whose answers it concerns.
        answers: How many answers it concerns.
    """

    kind: DamageKind
    subject: str
    fact: str = ""
    mending: Mending = Mending.ITSELF
    page_ids: tuple[int, ...] = ()
    answers: int = 0


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
        """Whether anything can be mended, with originals or without."""
        return any(damage.mending is not Mending.BY_HAND for damage in self.damages)
