"""The title of a form that is printed again above its other pages: no heading of what is asked there."""

from collections.abc import Sequence
from dataclasses import replace

from omr.forms.proposing.asking.page_understanding import PageQuestions, SectionHeading


def without_running_titles(pages: Sequence[PageQuestions]) -> list[PageQuestions]:
    """Return pages without headings that are the title of the form, or part of it."""
    title = next((page.title.casefold() for page in pages if page.title), "")
    return [
        replace(page, parts=tuple(part for part in page.parts if not _repeats(part, title))) if title else page
        for page in pages
    ]


def _repeats(part: object, title: str) -> bool:
    return isinstance(part, SectionHeading) and part.text.casefold() in title
