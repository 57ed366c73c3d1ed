"""Tell the present moment, as it is kept beside readings and decisions."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment, ISO 8601 with offset, to the second."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
