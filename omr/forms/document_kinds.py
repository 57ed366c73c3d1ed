"""Which files are a word processor's or a spreadsheet's; light, for a window asks it of everything that is dropped."""

from collections.abc import Iterable
from pathlib import Path

from omr.errors import MachineError

DOCUMENT_ENDINGS = frozenset({".docx", ".doc", ".docm", ".dotx", ".odt", ".ott", ".rtf"})
"""What LibreOffice turns into PDF as it was printed."""

WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm"})
"""What may hold a list of questions."""


class OfficeMissing(MachineError):
    """LibreOffice, which turns documents into PDF, is not installed."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.names = ", ".join(path.name for path in paths)
        super().__init__(
            f"Turning {self.names} into PDF needs LibreOffice, which is not installed; nothing was written. Install "
            "libreoffice-writer, or open it where it was written, save it as PDF and give that."
        )


def is_workbook(path: Path) -> bool:
    """Whether a file is a spreadsheet's by its name."""
    return path.suffix.lower() in WORKBOOK_ENDINGS


def is_document(path: Path) -> bool:
    """Whether a file is a word processor's by its name."""
    return path.suffix.lower() in DOCUMENT_ENDINGS
