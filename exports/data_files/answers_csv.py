"""Write ``answers.csv``: one row per item and respondent, a contract that others script against.

Columns that were promised once keep their place; new ones come behind them.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from exports.errors import cannot_export
from exports.gathered.gathered_survey import GatheredSurvey
from exports.wording.speaker import Speaker
from form_templates.model import FormTemplate, Item, ItemKind, Language
from omr.responses import ItemAnswer, Response
from omr.results import Answer
from omr.whole_files import replacing

HEADER = (
    "batch",
    "source",
    "page",
    "sheet",
    "unit",
    "template",
    "item",
    "answer",
    "status",
    "p_wrong",
    "reading",
    "flags",
    "verified_by",
    "verified_at",
    "respondent",
    "answer_label",
)

ACCEPTED_SINCE = ("stated_p_wrong", "accepted_by", "accepted_at", "accepted_on", "accepted_with")
"""Behind the others, only where flagged answers were accepted after all: such rows have the status ``accepted``, their
flags, and the recalibrated ``p_wrong``. The last two say on how many decisions, and with which parameters."""

_SIGNIFICANT_DIGITS = 6


def write_answers_csv(path: Path, gathered: GatheredSurvey, language: Language = Language.VIETNAMESE) -> None:
    """Write every answer of every respondent, in order; UTF-8 with BOM, for Excel takes anything else for ANSI.

    Only what people read is in ``language``: the labels of the chosen options, in the last column.

    Raises:
        ExportFailed: The file cannot be written.
    """
    has_since = any(answer.acceptance for response in gathered.responses for answer in response.answers)
    with replacing(path, cannot_export) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER + (ACCEPTED_SINCE if has_since else ()))
        writer.writerows(_rows(gathered.template, gathered.responses, Speaker(language), has_since=has_since))


def _rows(
    template: FormTemplate, responses: Sequence[Response], say: Speaker, *, has_since: bool
) -> Iterator[list[str]]:
    items = tuple(template.items())
    labels = [{option.value: say(option.label) for option in item.options} for item in items]
    print_outs = Counter((response.unit, response.sheet) for response in responses)
    for response in responses:
        is_copied = print_outs[response.unit, response.sheet] > 1
        lead = [harmless(_sheet(response, is_copied=is_copied)), harmless(response.unit), template.template_id]
        for item, named, given in zip(items, labels, response.answers, strict=True):
            source, page = (given.page.source, given.page.place_in_file) if given.page else ("", "")
            label = harmless("; ".join(named.get(value) or value for value in given.answer or ()) if named else "")
            answer = _answer_cells(item, given)
            since = _since_cells(given) if has_since else ()
            yield [str(response.batch), harmless(source), page, *lead, *answer, str(response.number), label, *since]


def _sheet(response: Response, *, is_copied: bool) -> str:
    """Name a respondent within its unit: by the printed serial, which photocopies share and some forms lack."""
    number = f"#{response.number}"
    return f"{response.sheet}{number}" if is_copied or not response.sheet else response.sheet


def _answer_cells(item: Item, given: ItemAnswer) -> list[str]:
    verification = given.verification
    return [
        item.item_id,
        _joined(item, given.answer),
        given.status.value,
        plain_decimal(given.p_wrong),
        _joined(item, given.reading),
        ";".join(sorted(given.flags)),
        harmless(verification.operator) if verification else "",
        verification.decided_at if verification else "",
    ]


def _since_cells(given: ItemAnswer) -> Sequence[str]:
    accepted, page = given.acceptance, given.page
    if accepted is None or page is None:
        return [""] * len(ACCEPTED_SINCE)
    stated = plain_decimal(page.readings[given.item_id].p_wrong)
    return stated, harmless(accepted.operator), accepted.decided_at, str(accepted.decisions), accepted.parameters


def _joined(item: Item, answer: Answer | None) -> str:
    text = ";".join(answer or ())
    # The values of options come from the template and must stay as they are: "-1" is a level, not a formula.
    return harmless(text) if item.kind is ItemKind.TEXT or item.kind is ItemKind.NUMBER else text


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula; a plain number is none."""
    if not text.startswith(("=", "+", "-", "@", "\t", "\r")) or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def plain_decimal(value: float) -> str:
    """Return ``value`` without an exponent, to six significant digits: ``0.000012``."""
    text = f"{Decimal(f'{value:.{_SIGNIFICANT_DIGITS}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
