"""One call of ``check`` on the command line: go back if that is wanted, look, mend if that is wanted, look again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from omr.backups.going_back import find_backup, go_back
from omr.checking.check import check_survey
from omr.checking.damage import CheckReport
from omr.checking.mend import mend_survey
from omr.checking.wording import check_lines, mending_lines


def run_check(
    folder: Path, say: Callable[[str], object], *, mend: bool, originals: Sequence[Path], go_back_to: str
) -> CheckReport:
    """Check a survey and return how it stands in the end.

    Args:
        folder: Holds the survey.
        say: Is told in sentences what was done meanwhile.
        mend: Whether to mend what can be mended.
        originals: Where delivered files still are.
        go_back_to: Name of a backup to go back to first; empty for none.

    Raises:
        SurveyNotFound: The folder holds no survey.
        SurveyTooNew: It was written by a newer program; nothing was mended.
        NoSuchBackup: There is no such backup, or it is not whole.
        SurveyBusy: Another program uses the survey.
        DiskFull: Nothing was changed.
        FolderNotWritable: Nothing was changed.
    """
    if go_back_to:
        backup = find_backup(folder, go_back_to)
        kept = go_back(folder, backup)
        until_now = f"; what was there until now is kept as {kept.name}" if kept is not None else ""
        say(f"{folder} is back at {backup.path.name}{until_now}.")
    found = check_survey(folder)
    if not mend or found.is_whole:
        return found
    for line in check_lines(found):
        say(line)
    mended = mend_survey(folder, originals)
    for line in mending_lines(mended):
        say(line)
    return mended.after
