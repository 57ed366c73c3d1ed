"""All kinds, in the order of the table."""

from tests.campaign.kind import Kind
from tests.campaign.kinds.bombs import BOMBS
from tests.campaign.kinds.checks import CHECKS
from tests.campaign.kinds.full_disk import FULL_DISK
from tests.campaign.kinds.fuzz import DAMAGED_PAGES, FUZZ
from tests.campaign.kinds.io_errors import IO_ERRORS
from tests.campaign.kinds.kept_scans import KEPT_SCANS
from tests.campaign.kinds.kills import KILLS
from tests.campaign.kinds.odd_names import ODD_NAMES
from tests.campaign.kinds.sockets import SOCKETS
from tests.campaign.kinds.two_at_once import TWO_AT_ONCE
from tests.campaign.kinds.worker_kills import WORKER_KILLS

KINDS: tuple[Kind, ...] = (
    KILLS,
    WORKER_KILLS,
    FULL_DISK,
    IO_ERRORS,
    TWO_AT_ONCE,
    KEPT_SCANS,
    CHECKS,
    ODD_NAMES,
    SOCKETS,
    BOMBS,
    DAMAGED_PAGES,
    *FUZZ,
)
