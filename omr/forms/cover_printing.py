"""Print the two sheets that every unit's stack of forms is to lie between."""

from collections.abc import Sequence
from pathlib import Path

from form_templates.typesetting.covers import CoveredUnit, covers_pdf
from omr.errors import NoUnits
from omr.survey.folder import Survey
from omr.survey.own_files import ensure_place
from omr.whole_files import write_whole


def print_covers(survey: Survey, out: Path, unit_codes: Sequence[str]) -> int:
    """Write a PDF with the sheets of some units; returns its number of pages, two for each unit.

    Raises:
        NoUnits: There is none to print for.
        UnknownUnit: The survey has no such unit.
        PartOfSurvey: The survey keeps its own files there.
        FolderNotWritable: The PDF cannot be written; a file that was there is kept.
        DiskFull: Likewise.
    """
    units = [survey.unit(code) for code in dict.fromkeys(unit_codes)]
    if not units:
        raise NoUnits
    ensure_place(survey.folder, out)
    settings = survey.settings
    title = " · ".join(filter(None, (settings.name, settings.round_name)))
    covered = [CoveredUnit(unit.code, unit.name) for unit in units]
    write_whole(out, covers_pdf(title, covered, survey.template.language))
    return 2 * len(units)
