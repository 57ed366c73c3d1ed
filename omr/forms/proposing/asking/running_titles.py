"""What is printed again above other pages, the title of the form or the head of a table: no heading of a section."""

from collections.abc import Sequence
from dataclasses import replace

from omr.forms.proposing.asking.page_understanding import PageQuestions, SectionHeading


def without_running_titles(pages: Sequence[PageQuestions]) -> list[PageQuestions]:
    """Return pages without headings that are the title of the form, or part of it, or stood on a page before."""
    title = next((page.title.casefold() for page in pages if page.title), "")
    seen: set[str] = set()
    kept: list[PageQuestions] = []
    for page in pages:
        repeated = _repeated_above(page, seen)
        parts = (part for part in page.parts if part not in repeated and not (title and _repeats(part, title)))
        kept.append(replace(page, parts=tuple(parts)))
        seen |= {part.text.casefold() for part in page.parts if isinstance(part, SectionHeading)}
    return kept


def _repeats(part: object, title: str) -> bool:
    return isinstance(part, SectionHeading) and part.text.casefold() in title


def _repeated_above(page: PageQuestions, seen: set[str]) -> list[SectionHeading]:
    """Return the headings above the first question to be ticked that stood on a page before: a table goes on."""
    above: list[SectionHeading] = []
    for part in page.parts:
        if isinstance(part, SectionHeading):
            above.append(part)
        elif part.choices:
            break
    return [heading for heading in above if heading.text.casefold() in seen]
