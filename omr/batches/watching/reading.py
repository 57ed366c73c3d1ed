"""Reading what arrived in a watched folder: a batch like any other, which waits where another one is being read."""

import threading
from collections.abc import Callable, Sequence

from omr.batches.batch import read_batch_as
from omr.batches.order import BatchOrder
from omr.batches.report import BatchReport, Progress
from omr.batches.watching.news import ArrivedFile
from omr.batches.watching.watch_order import WatchOrder
from omr.errors import BeingRead, Cancelled, DiskFull, DriveFailed, SurveyBusy
from omr.survey.folder import Survey

_RETRY_S = 30.0
_PASSING = (BeingRead, SurveyBusy, DiskFull, DriveFailed)


def read_arrived(
    survey: Survey,
    order: WatchOrder,
    files: Sequence[ArrivedFile],
    cancel: threading.Event,
    *,
    report: Callable[[Progress], None] = lambda _progress: None,
    tell: Callable[[Exception], None] = lambda _error: None,
) -> BatchReport:
    """Read files that arrived; where another process reads, or the disk is full, it is tried until that is over.

    Args:
        survey: The open survey.
        order: How they are to be read.
        files: What arrived.
        cancel: Set it from anywhere to stop; finished pages are kept.
        report: Called in this thread after every finished page.
        tell: Told what is in the way, once.

    Raises:
        Cancelled: ``cancel`` was set.
        PhieuError: What no waiting cures, see ``read_batch_as``.
    """
    units = {file.copy.parent: file.unit for file in files if file.unit}
    batch = BatchOrder(order.unit, order.jobs, limits=order.limits, folder_units=units)
    told = ""
    while True:
        try:
            return read_batch_as(survey, [file.copy for file in files], batch, report=report, cancel=cancel)
        except _PASSING as error:
            if str(error) != told:
                told = str(error)
                tell(error)
        if cancel.wait(_RETRY_S):
            raise Cancelled
