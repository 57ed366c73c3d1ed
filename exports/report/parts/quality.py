"""Quality of the forms: what came back, what decided the answers, and which answers the shares leave out."""

from collections.abc import Sequence

from exports.report.figures import ReportFigures
from exports.report.page_canvas import LINE, TEXT_PT, PageCanvas
from exports.report.page_flow import WIDTH_MM, Strip, block_title, heading, note, space, table
from exports.wording import report_words as words
from exports.wording import workbook_words as common
from exports.wording.numerals import count, decimal, percent
from form_templates.model import ItemKind

_ROW_MM = 5.6
_VALUE_MM, _SHARE_MM = 140.0, WIDTH_MM  # right ends

Row = tuple[str, str, str]
"""Label, number, share; the share may be empty."""


def quality_strips(figures: ReportFigures) -> list[Strip]:
    """Return strips about responses, answers and what the shares leave out, a block each."""
    say = figures.say
    return [
        *heading(say(words.QUALITY)),
        *_block(say(words.RESPONSES_BLOCK), _response_rows(figures)),
        *_block(say(common.BLOCK_ANSWERS), _answer_rows(figures)),
        *_block(say(words.LEFT_OUT_BLOCK), _left_out_rows(figures), say(words.NOTE_LEFT_OUT)),
    ]


def _block(title: str, rows: Sequence[Row], explanation: str = "") -> list[Strip]:
    notes = [note(explanation)] if explanation else []
    return [block_title(title), *notes, *table([_row(row) for row in rows]), space(5.0)]


def _row(row: Row) -> Strip:
    label, value, share = row

    def draw(canvas: PageCanvas) -> None:
        canvas.text(0, _ROW_MM / 2, label, TEXT_PT)
        canvas.text_before(_VALUE_MM, _ROW_MM / 2, value, TEXT_PT)
        canvas.text_before(_SHARE_MM, _ROW_MM / 2, share, TEXT_PT)
        canvas.line(0, _ROW_MM, WIDTH_MM, _ROW_MM, LINE, 0.1)

    return Strip(_ROW_MM, draw)


def _response_rows(figures: ReportFigures) -> list[Row]:
    say, returned, valid = figures.say, figures.responses, figures.subject.valid
    rows = [
        (say(common.RESPONSES), count(say, returned), ""),
        (say(common.VALID), count(say, valid), percent(say, valid / returned if returned else None)),
        (say(words.INVALID), count(say, returned - valid), percent(say, 1 - valid / returned if returned else None)),
    ]
    if figures.issued:
        rate = percent(say, returned / figures.issued)
        issued = (say(common.COL_ISSUED), count(say, figures.issued), "")
        rows = [issued, rows[0], (say(common.COL_RETURN_RATE), "", rate), *rows[1:]]
    return rows


def _answer_rows(figures: ReportFigures) -> list[Row]:
    say, answers = figures.say, figures.answers
    counts = (
        (common.ANSWERS_ACCEPTED, answers.accepted),
        (common.ANSWERS_VERIFIED, answers.verified),
        (common.ANSWERS_FLAGGED, answers.awaiting_review),
        (common.ANSWERS_TYPING, answers.awaiting_typing),
        (common.ANSWERS_PAGE_MISSING, answers.page_missing),
    )
    total = answers.total
    rows = [(say(text), count(say, number), percent(say, number / total if total else None)) for text, number in counts]
    return [*rows, (say(common.EXPECTED_WRONG), decimal(say, answers.expected_wrong), "")]


def _left_out_rows(figures: ReportFigures) -> list[Row]:
    say = figures.say
    items = [item for item in figures.items if item.item.kind is not ItemKind.TEXT]
    total = sum(item.responses for item in items)
    counts = (
        (common.COL_BLANK, sum(item.blank for item in items)),
        (common.COL_DOUBLE, sum(item.double for item in items)),
        (common.COL_ILLEGIBLE, sum(item.illegible for item in items)),
        (common.COL_PAGE_MISSING, sum(item.page_missing for item in items)),
        (common.COL_NOT_ASKED, sum(item.not_asked for item in items)),
        (common.COL_NOT_APPLICABLE, sum(item.not_applicable for item in items)),
        (common.COL_AWAITING, sum(item.awaiting_review for item in items)),
    )
    return [(say(text), count(say, number), percent(say, number / total if total else None)) for text, number in counts]
