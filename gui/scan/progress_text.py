"""How far a batch is, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from gui.i18n.translation import format_count
from omr.batches.report import Progress


def describe_progress(progress: Progress) -> str:
    """Say pages, rate and remaining time on one line."""
    counts = QCoreApplication.translate("progress_text", "{done} of {total} pages")
    parts = [counts.format(done=format_count(progress.done), total=format_count(progress.total))]
    if progress.pages_per_second > 0:
        rate = QLocale().toString(progress.pages_per_second, "f", 1)
        parts.append(QCoreApplication.translate("progress_text", "{rate} pages/s").format(rate=rate))
    if progress.remaining_s is not None:
        parts.append(describe_time_left(progress.remaining_s))
    return " · ".join(parts)


def describe_time_left(seconds: float) -> str:
    """Say how long it will take, in whole seconds or minutes."""
    if seconds < 60:
        text = QCoreApplication.translate("progress_text", "{count} s left")
        return text.format(count=format_count(max(round(seconds), 1)))
    return QCoreApplication.translate("progress_text", "{count} min left").format(
        count=format_count(round(seconds / 60))
    )
