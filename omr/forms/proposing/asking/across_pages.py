"""What each page of a form asks -> the same, with what goes on over the end of a page put together."""

from collections.abc import Sequence

from omr.forms.proposing.asking.going_on import take_over_heads
from omr.forms.proposing.asking.page_understanding import PageQuestions
from omr.forms.proposing.asking.running_titles import without_running_titles
from omr.forms.proposing.asking.split_rows import join_split_rows


def put_pages_together(pages: Sequence[PageQuestions]) -> list[PageQuestions]:
    """Return pages without titles that run on, their tables with the heads of the page before, split rows whole."""
    kept = without_running_titles(pages)
    take_over_heads(kept)
    return join_split_rows(kept)
