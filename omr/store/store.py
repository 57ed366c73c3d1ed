"""Everything a survey knows apart from the scans themselves: one database, one table object per concern."""

from pathlib import Path

from omr.store.batch_records import BatchTable
from omr.store.claims import ClaimTable
from omr.store.database import Database
from omr.store.deliveries import DeliveryTable
from omr.store.issued_forms import IssuedFormTable
from omr.store.judgements import JudgementTable
from omr.store.known_sheets import KnownSheets
from omr.store.page_decisions import PageDecisionTable
from omr.store.pages import PageTable
from omr.store.removals import RemovalTable


class Store:
    """The open database of a survey.

    Attributes:
        database: The file: transactions, snapshots.
        batches: What was read together, with which settings.
        deliveries: Files that were handed in, and their contents.
        pages: Pages and what was read of them.
        sheets: Which pages show the same sheet.
        judgements: What people say about answers.
        page_decisions: What people say about pages as a whole.
        issued: Forms that were printed.
        claims: Which item each window shows.
        removals: What people take out of the count.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.batches = BatchTable(database)
        self.deliveries = DeliveryTable(database)
        self.sheets = KnownSheets(database)
        self.pages = PageTable(database, self.sheets)
        self.judgements = JudgementTable(database)
        self.page_decisions = PageDecisionTable(database)
        self.issued = IssuedFormTable(database)
        self.claims = ClaimTable(database)
        self.removals = RemovalTable(database)

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Make a new database file."""
        return cls(Database.create(path))

    @classmethod
    def open(cls, path: Path, *, is_read_only: bool = False, is_for_mending: bool = False) -> "Store":
        """Open a database, migrating it forward if it is older than this program; only look at it if wanted so.

        Raises:
            SurveyDamaged: The file is missing or damaged.
            SurveyTooNew: It was written by a newer program.
            SurveyBusy: Another program holds it.
        """
        return cls(Database.open(path, is_read_only=is_read_only, is_for_mending=is_for_mending))

    def close(self) -> None:
        """Let go of the file; what was committed is in ``survey.db`` alone."""
        self.database.close()
