"""What somebody wants to be exported: made once, by the command line or the window, and handed down as it is."""

import os
from dataclasses import dataclass
from pathlib import Path

from exports.wording.speaker import cut_to_bytes
from form_templates.model import Language
from omr.survey.settings import SurveySettings

ENDINGS = (".xlsx", ".csv", ".pdf", ".sav", ".parquet")
"""Of the files that can be written."""

COMPARING = (".xlsx", ".pdf")
"""Of those that compare the round with earlier ones."""

_MOST_BYTES = 255  # of a name, on all usual disks


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export of an open survey.

    Attributes:
        path: Where to write; the ending says which kind of file. For reports in a file each, the folder.
        language: Of headings and labels.
        settings: To count by instead of the survey's own, which stay as they are; None means its own.
        report_on: Codes of the units that printed reports are about. None of them: the whole round in one report, or
            every unit where each has a file of its own.
        compare_with: Folders of earlier rounds, for this file alone; None means those that the survey remembers.
        with_crops: Whether the crops of verified answers are written beside a workbook, which links to them.
    """

    path: Path
    language: Language = Language.VIETNAMESE
    settings: SurveySettings | None = None
    report_on: tuple[str, ...] = ()
    compare_with: tuple[Path, ...] | None = None
    with_crops: bool = False

    @property
    def ending(self) -> str:
        """The ending of the file, in small letters."""
        return self.path.suffix.lower()


def path_of_form(path: Path, form: str) -> Path:
    """Return the file of a form beside where the only one would be: ``ket-qua.xlsx`` becomes ``ket-qua-FORM.xlsx``."""
    return path.with_name(file_name(path.stem, f"-{form}{path.suffix}"))


def file_name(stem: str, tail: str) -> str:
    """Return a name with its tail; a stem that leaves no room for that is cut, for a file system would refuse it."""
    name = f"{stem}{tail}"
    if len(os.fsencode(name)) <= _MOST_BYTES:
        return name
    text = os.fsencode(stem).decode(errors="replace")  # of an old disk it may be no text
    return cut_to_bytes(text, _MOST_BYTES - len(os.fsencode(tail))) + tail
