"""What may be wrong about a form that was found, and what was assumed meanwhile, in the person's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.i18n.fact_messages import describe_page_problem
from gui.i18n.translation import QT_TRANSLATE_NOOP
from omr.forms.page_findings import PageFinding
from omr.forms.proposing.doubts import AreaDoubt
from omr.forms.proposing.notes import NoteKind, ReadingNote

DOUBTS: Mapping[AreaDoubt, str] = {
    AreaDoubt.ODD_SIZE: QT_TRANSLATE_NOOP("doubts", "It is smaller or larger than boxes mostly are."),
    AreaDoubt.EMPTY_CELL: QT_TRANSLATE_NOOP(
        "doubts", "It is an empty cell of a table, which may be there to be written in."
    ),
    AreaDoubt.CELL_WITHOUT_HEADING: QT_TRANSLATE_NOOP("doubts", "It is an empty cell under no heading."),
    AreaDoubt.NO_BORDERS: QT_TRANSLATE_NOOP(
        "doubts", "Nothing is printed around it; it lies where a row of text meets a column."
    ),
    AreaDoubt.BARE_DIGIT: QT_TRANSLATE_NOOP("doubts", "It is a printed digit without an outline, taken to be circled."),
    AreaDoubt.RINGED_OPTION: QT_TRANSLATE_NOOP(
        "doubts", "It is the number or letter before an option that has no box, taken to be circled."
    ),
    AreaDoubt.ALONE: QT_TRANSLATE_NOOP("doubts", "It stands alone: no other option belongs to it."),
    AreaDoubt.NO_QUESTION: QT_TRANSLATE_NOOP("doubts", "No question was found for it."),
    AreaDoubt.NO_OPTION_TEXT: QT_TRANSLATE_NOOP("doubts", "No text was found for the option."),
    AreaDoubt.BROKEN_WORDS: QT_TRANSLATE_NOOP(
        "doubts", "A word of its heading may be broken at the end of a line, so its text may be wrong."
    ),
    AreaDoubt.HEADS_TAKEN_OVER: QT_TRANSLATE_NOOP(
        "doubts", "Its text was taken over from the table that ends on the page before."
    ),
    AreaDoubt.SPLIT_ROW: QT_TRANSLATE_NOOP(
        "doubts", "Its row is split over two pages; its larger half is where marks are looked for."
    ),
    AreaDoubt.IN_COLUMNS: QT_TRANSLATE_NOOP(
        "doubts", "Its options stand in several columns, read one column after the other."
    ),
    AreaDoubt.IN_ROWS: QT_TRANSLATE_NOOP("doubts", "Its options go on over several rows, read row by row."),
    AreaDoubt.DIRECTION: QT_TRANSLATE_NOOP(
        "doubts", "The wording does not say which end of the scale is the good one."
    ),
    AreaDoubt.REVERSED: QT_TRANSLATE_NOOP(
        "doubts", "Its digits run against its wording, so the values follow the wording, not the digits."
    ),
    AreaDoubt.WRITTEN_BOXES: QT_TRANSLATE_NOOP(
        "doubts", "Boxes without any words are taken for the digits of a number."
    ),
    AreaDoubt.MARK_STYLE: QT_TRANSLATE_NOOP("doubts", "The form does not say how to mark it."),
    AreaDoubt.KIND: QT_TRANSLATE_NOOP("doubts", "Whether several options may be chosen is not said."),
}
"""Every doubt as a sentence; a test names what is missing."""

NOTES: Mapping[NoteKind, str] = {
    NoteKind.SIZE_ASSUMED: QT_TRANSLATE_NOOP(
        "doubts", "{name}: the file does not say how large the paper is; A4 is assumed."
    ),
    NoteKind.NO_TESSERACT: QT_TRANSLATE_NOOP(
        "doubts",
        "Tesseract is not installed, so words of pictures were not read; questions are called Câu 1, Câu 2.",
    ),
    NoteKind.NO_VIETNAMESE: QT_TRANSLATE_NOOP(
        "doubts", "Tesseract has no Vietnamese here (tesseract-ocr-vie), so accents in the wording may be wrong."
    ),
    NoteKind.COPIES_USED: QT_TRANSLATE_NOOP("doubts", "Page {page} is what {count} copies have in common."),
    NoteKind.PAGES_ALIKE: QT_TRANSLATE_NOOP(
        "doubts",
        "Pages {page} and {other} are laid out alike but their words differ, so they are two pages; compare them.",
    ),
    NoteKind.LEFT_OUT: QT_TRANSLATE_NOOP("doubts", "Left out, as no page of the form is on it: {names}."),
    NoteKind.UNREADABLE: QT_TRANSLATE_NOOP("doubts", "Left out: {names}: {why}"),
    NoteKind.NEVER_TOGETHER: QT_TRANSLATE_NOOP(
        "doubts",
        "No file holds page {page} together with page {others}: if they are pages of different forms, choose the files "
        "of one form only.",
    ),
    NoteKind.PERHAPS_FILLED: QT_TRANSLATE_NOOP(
        "doubts", "{count} pages hold much the same words: if these are filled copies of one form, tick that below."
    ),
    NoteKind.REPEATED: QT_TRANSLATE_NOOP("doubts", "Left out, as a file before it holds exactly the same: {names}."),
    NoteKind.LONE_LINES: QT_TRANSLATE_NOOP(
        "doubts",
        "Beside {count} numbered lines on page {page} no places to mark were found: {lines}. If they are questions or "
        "options, add their areas by hand or use a cleaner copy.",
    ),
    NoteKind.NO_SATISFACTION: QT_TRANSLATE_NOOP(
        "doubts",
        "No scale of the form is understood as one of satisfaction, so the index will be empty. Where one is, save the "
        "form, choose “Edit…” and choose “Satisfaction” for the scale of its questions.",
    ),
    NoteKind.NOT_NEEDED: QT_TRANSLATE_NOOP("doubts", "The first {count} copies of every page were enough."),
}
"""Likewise every note, with the names of its facts in braces."""


def describe_note(note: ReadingNote) -> str:
    """Say what was assumed or left out."""
    facts = {
        name: describe_page_problem(fact) if isinstance(fact, PageFinding) else fact
        for name, fact in note.facts.items()
    }
    return QCoreApplication.translate("doubts", NOTES[note.kind]).format(**facts)


def describe_area_doubt(doubt: AreaDoubt) -> str:
    """Say what may be wrong about a response area."""
    return QCoreApplication.translate("doubts", DOUBTS[doubt])
