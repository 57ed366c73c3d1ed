"""English for the command line and plain values for JSON, of what a batch came to."""

from collections.abc import Iterator
from typing import Any

from omr.batches.report import BatchReport
from omr.health.wording import health_as_dict, health_lines, health_sentence
from omr.rescans.wording import question_as_dict, question_lines
from omr.respondents.wording import pile_as_dict, pile_lines
from omr.results import RARE_OUTCOMES, AnswerStatus, PageOutcome
from omr.units.wording import stack_as_dict, stack_lines, unlisted_as_dict, unlisted_lines
from omr.wording import changed_tool_phrase, reason_phrase


def batch_lines(report: BatchReport) -> Iterator[str]:
    """Yield the lines that end a reading: pages by outcome, answers by status, pages not read, health."""
    parts = " + ".join(f"{count} {outcome}" for outcome, count in _counted(report).items())
    yield f"pages    {report.delivered} delivered = {parts}"
    if report.forms:
        yield f"forms    {' + '.join(f'{count} pages of {form}' for form, count in report.forms)}"
    counts = ((status, count) for status, count in report.answers.items() if count or status != AnswerStatus.VERIFIED)
    yield f"answers  {sum(report.answers.values())} = {' + '.join(f'{count} {status}' for status, count in counts)}"
    yield f"speed    {report.pages_per_second:.1f} pages/s ({report.pages_finished} pages in {report.seconds:.1f} s)"
    for change in report.changed_tools:
        yield f"warning  {changed_tool_phrase(change)}"
    for name in report.restored:
        yield f"restored the survey's copy of {name}, which was missing or damaged, from the original"
    for name, unit in report.kept_units:
        kept = f"unit {unit}" if unit else "no unit"
        yield f"unit     {name} was read before and keeps {kept}; 'assign' names another"
    yield from stack_lines(report.stacks)
    yield from unlisted_lines(report.unlisted)
    for page in report.unread:
        if page.outcome is PageOutcome.COVER:
            continue
        yield f"  {page.outcome:10} {page.source}, page {page.place}: {reason_phrase(page.reason, page.detail)}"
    if report.left_out:
        kinds = ", ".join(f"{count} {ending or 'without ending'}" for ending, count in report.left_out)
        yield f"left out {kinds}; save what is on paper there as PDF, TIFF, JPEG or PNG"
    if report.piles_joined == 0:
        yield (
            "joined   nothing: no pile here waits for that order;"
            " if another order was said before, take it back in the window"
        )
    elif report.piles_joined:
        yield f"joined   sides of {report.piles_joined} forms, which were scanned apart, in the order that was named"
    yield from pile_lines(report.pile_questions)
    yield from question_lines(report.sheet_questions)
    yield from health_lines([health_sentence(finding) for finding in report.health])


def _counted(report: BatchReport) -> dict[PageOutcome, int]:
    """Return pages by outcome; those that few surveys have only where there are any."""
    return {what: count for what, count in report.outcomes.items() if count or what not in RARE_OUTCOMES}


def batch_as_dict(report: BatchReport) -> dict[str, Any]:
    """Return a report as ``read --report`` writes it, a contract that others script against."""
    return {
        "pages": {"delivered": report.delivered, **{str(name): count for name, count in _counted(report).items()}},
        "answers": {str(name): count for name, count in report.answers.items()},
        "pages_per_second": round(report.pages_per_second, 2),
        "seconds": round(report.seconds, 2),
        "not_read": [
            {
                "source": page.source,
                "page": page.page,
                "place": page.place,
                "outcome": str(page.outcome),
                "reason": page.reason or "",
                "detail": page.detail,
                "text": reason_phrase(page.reason, page.detail),
            }
            for page in report.unread
            if page.outcome is not PageOutcome.COVER
        ],
        "health": [health_as_dict(finding) for finding in report.health],
        "changed_tools": [
            {"tool": change.tool, "begun": change.before, "now": change.now} for change in report.changed_tools
        ],
        "restored": list(report.restored),
        "left_out": dict(report.left_out),
        "kept_units": [{"source": name, "unit": unit} for name, unit in report.kept_units],
        "stacks": [stack_as_dict(stack) for stack in report.stacks],
        "unlisted": [unlisted_as_dict(each) for each in report.unlisted],
        "pile_questions": [pile_as_dict(pile) for pile in report.pile_questions],
        "piles_joined": report.piles_joined or 0,
        "sheet_questions": [question_as_dict(question) for question in report.sheet_questions],
        "forms": {str(form): count for form, count in report.forms},
    }
