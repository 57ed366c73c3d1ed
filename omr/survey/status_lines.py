"""English for the command line, of what a survey holds."""

from collections.abc import Iterator
from typing import Any

from omr.health.wording import health_lines
from omr.results import AnswerStatus


def overview_lines(overview: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that ``status`` prints of a ``survey_overview``; units without paper are left out."""
    yield f"{overview['name']} ({overview['template']} version {overview['version']})"
    forms = overview["forms"] if len(overview["forms"]) > 1 else ()
    for form in forms:
        to_review = form["answers"][AnswerStatus.FLAGGED]
        yield (
            f"form         {form['form']}: {form['issued']} issued, {form['pages_read']} pages read, "
            f"{form['respondents']} respondents, {to_review} answers to review  {form['title']}"
        )
    pages, answers, recheck = overview["pages"], overview["answers"], overview["recheck"]
    parts = " + ".join(f"{count} {name}" for name, count in pages.items() if name != "delivered")
    yield f"pages        {pages['delivered']} delivered = {parts}"
    parts = " + ".join(f"{count} {name}" for name, count in answers.items())
    missing = overview["answers_not_delivered"]
    of_those = f"; of those flagged {missing} on pages that were not delivered" if missing else ""
    yield f"answers      {sum(answers.values())} = {parts}{of_those}"
    yield from (f"offer        {offer['text']}" for offer in overview["offers"])
    yield from (f"outdated     {text}" for text in overview["outdated_lines"])
    yield f"respondents  {overview['respondents']}, {overview['incomplete']} with a page missing"
    yield f"re-check     {recheck['text']} (limit {recheck['limit'] * 100:g} %)"
    for batch in recheck["batches"]:
        yield f"  batch {batch['batch']:<4} {batch['text']}"
    yield from health_lines([finding["text"] for finding in overview["health"]])
    yield from (f"question {pile['text']}" for pile in overview["pile_questions"])
    yield from overview["sheet_question_lines"]
    yield from overview["stack_lines"]
    yield from overview["unlisted_lines"]
    unlisted = {each["unit"] for each in overview["unlisted"]}
    yield "unit         issued  returned  name"
    for unit in overview["units"]:
        if unit["issued"] or unit["returned"]:
            name = unit["name"] or ("(not on the list)" if unit["code"] in unlisted else "")
            yield f"{unit['code']:12} {unit['issued']:6}  {unit['returned']:8}  {name}"
