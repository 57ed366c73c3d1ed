"""What a batch that begins now is read with: the survey's settings and the versions of what takes part in reading."""

import hashlib
import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from omr.marks.mark_model import DESCRIPTION_FILE, FACTS_FILE, JUDGEMENT_FILE, MODEL_FOLDER
from omr.program_version import program_version
from omr.settings import ReadingConditions, ReadingSettings
from omr.survey.folder import Survey

_PATIENCE_S = 10.0  # for a program that only says its version
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console beside ours


def present_conditions(survey: Survey) -> ReadingConditions:
    """Return what a batch of a survey is read with if it begins now."""
    return ReadingConditions(
        settings=ReadingSettings(tolerance=survey.settings.tolerance),
        program=program_version(),
        mark_model=mark_model_hash(),
        renderer=renderer_version(),
        pdfium=version("pypdfium2"),
        template_id=survey.settings.template_id,
        template_version=survey.settings.template_version,
        other_forms=survey.forms.keys[1:],
    )


def forms_of(survey: Survey, conditions: ReadingConditions) -> tuple[Path, ...]:
    """Return the folders of the forms that a batch was begun with, as far as the survey has them still."""
    return tuple(form.folder for form in survey.forms.among((survey.forms.keys[0], *conditions.other_forms)).all)


def mark_model_hash() -> str:
    """Return the SHA-256 of the trained networks and their facts, hexadecimal."""
    digest = hashlib.sha256()
    for name in (DESCRIPTION_FILE, JUDGEMENT_FILE, FACTS_FILE):
        digest.update((MODEL_FOLDER / name).read_bytes())
    return digest.hexdigest()


def renderer_version() -> str:
    """Return the version of Poppler, which draws the pages of PDF files; empty if it is not installed or not sound."""
    program = shutil.which("pdftoppm")
    if program is None:
        return ""
    try:
        told = subprocess.run(
            [program, "-v"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r"version (\S+)", told.stderr + told.stdout)
    return found[1] if found else ""
