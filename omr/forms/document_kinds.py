"""Which files are a word processor's or a spreadsheet's; light, for a window asks it of everything that is dropped."""

from pathlib import Path

DOCUMENT_ENDINGS = frozenset({".docx", ".doc", ".docm", ".dotx", ".odt", ".ott", ".rtf"})
"""What LibreOffice turns into PDF as it was printed."""

WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm"})
"""What may hold a list of questions."""


def is_workbook(path: Path) -> bool:
    """Whether a file is a spreadsheet's by its name."""
    return path.suffix.lower() in WORKBOOK_ENDINGS


def is_document(path: Path) -> bool:
    """Whether a file is a word processor's by its name."""
    return path.suffix.lower() in DOCUMENT_ENDINGS
