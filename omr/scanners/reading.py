"""Reading a stack while it is scanned: a batch of its own, to which pages come as the feeder delivers them."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from omr.batches.batch import read_arriving
from omr.batches.order import BatchOrder
from omr.batches.report import BatchReport, Progress
from omr.scanners.stack_scan import StackScan
from omr.survey.folder import Survey


def read_stack(
    survey: Survey,
    scan: StackScan,
    cancel: threading.Event,
    *,
    jobs: int | None = None,
    report: Callable[[Progress], None] = lambda _progress: None,
) -> BatchReport:
    """Read a stack's pages in order until it is finished, and clear its folder away.

    Args:
        survey: The open survey.
        scan: The stack, which goes on by itself.
        cancel: Set it from anywhere to stop; the pages that came stay in the stack's folder.
        jobs: Worker processes; None takes one per core.
        report: Called in this thread after every finished page.

    Raises:
        Cancelled: ``cancel`` was set.
        PhieuError: See ``omr.batches.batch.read_arriving``.
    """

    def next_files(least: int) -> Sequence[Path] | None:
        return scan.next_pages(least, cancel)

    done = read_arriving(survey, next_files, BatchOrder(scan.folder.order.unit, jobs), report=report, cancel=cancel)
    scan.folder.remove()
    return done
