"""Links from the workbook to paper: the scan of a page, the crop of an answer."""

from exports.wording import workbook_words as words
from exports.workbook.cells import Value, clean_text
from exports.workbook.valued_formulas import LONGEST_LITERAL, ValuedFormula, quoted
from exports.workbook.workbook_content import WorkbookContent
from omr.responses import DeliveredPage


def paper_link(content: WorkbookContent, page: DeliveredPage | None) -> Value:
    """Return a link to a page's scan that names its file, and its page where the file may have several."""
    if page is None:
        return None
    name = content.say(words.PAPER_PLACE, source=page.source, page=page.place_in_file)
    scans = content.records.scans if content.records else {}
    return link(scans.get(page.page_id, "") if page.page_id is not None else "", name)


def link(target: str, text: str) -> Value:
    """Return a link, relative to the workbook; the text alone where there is no target, or Excel takes none so long.

    Made by a function, for of links proper a sheet takes 65,530 at most, and these keep to their rows when sorted.
    """
    text = clean_text(text)
    if not target or max(len(target), len(text)) > LONGEST_LITERAL:
        return text
    return ValuedFormula(f"HYPERLINK({quoted(target)},{quoted(text)})", text)
