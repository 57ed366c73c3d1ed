"""Delivered pages written as their page numbers: 1122 for two fronts and two backs, ? for a page that was not read.

Another scan of a page is a letter, a for page 1 and b for page 2.
"""

from dataclasses import replace

from omr.responses import DeliveredPage
from omr.results import PageOutcome
from tests.omr.build import read_page, unread_page


def delivered(written: str, serial: str = "000001", batch: int = 1) -> list[DeliveredPage]:
    """Return pages of photocopies that share a serial; with an empty one nothing on them names the print-out."""
    pages = []
    for number, sign in enumerate(written.replace(" ", ""), start=1):
        if sign.isdecimal():
            pages.append(read_page(int(sign), serial, page_id=100 * batch + number, batch=batch))
        elif sign.isalpha():
            page = read_page("-ab".index(sign), serial, page_id=100 * batch + number, batch=batch)
            pages.append(replace(page, outcome=PageOutcome.DUPLICATE))
        else:
            pages.append(unread_page(PageOutcome.BLANK if sign == "-" else PageOutcome.UNREADABLE))
    return pages


def places(pages: list[DeliveredPage], groups: list[tuple[DeliveredPage, ...]]) -> list[str]:
    """Return each respondent as the 1-based places of its pages in the delivered order, like 1+2."""
    place = {id(page): str(number) for number, page in enumerate(pages, start=1)}
    return ["+".join(sorted((place[id(page)] for page in group), key=int)) for group in groups]
