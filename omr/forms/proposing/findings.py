"""Why a file makes no template, as findings with their sentences."""

from pathlib import Path

from omr.forms.page_findings import PageFinding, PageProblem

_MESSAGES = {
    PageProblem.NO_PDF: "is neither a PDF nor a picture; open the form where it was written and save it as PDF",
    PageProblem.OTHER_PICTURE: (
        "is a kind of picture that is not read; save it as JPEG or PNG (phones have a setting for it), or as PDF"
    ),
    PageProblem.TOO_FULL: (
        "page {page} holds more letters or lines than a form has; give a page that holds the form alone"
    ),
    PageProblem.NOTHING_FOUND: (
        "no boxes, circles, digits or cells to be marked were found on it; give the form's own PDF or a sharper scan"
    ),
    PageProblem.TOO_FEW_COPIES: (
        "filled copies of one page that were found: {count}; three are needed, ten are good, or a blank form"
    ),
}


def problem_of(path: Path, problem: PageProblem, **facts: str) -> PageFinding:
    """Return the finding about a file."""
    return PageFinding(path, "", _MESSAGES[problem].format(**facts), problem, facts)
