"""In which order the pages of each form came: with which page a form begins.

Sheets scanned from both sides give 1 2 1 2, face down 2 1 2 1, booklets 4 1 2 3. Where a front is lost, 1 2 2 1 2 1 2,
that order, and no page number coming twice, tells where the next form begins.
"""

from collections.abc import Sequence


def find_first_pages(numbers: Sequence[int | None], pages_per_form: int) -> frozenset[int]:
    """Return the pages with which forms begin: mostly one; several where the sequence can be read in several ways.

    It is none where sheets came now this, now that way round, so that no one order explains the sequence.

    Args:
        numbers: The page of the form that each delivered page of a batch is, in order; None where it is not known.
        pages_per_form: How many pages a form has.
    """
    known = [number for number in numbers if number is not None]
    if pages_per_form < 2 or not known:
        return frozenset()
    in_any_order = _count_forms(numbers, pages_per_form, None)
    counts = {first: _count_forms(numbers, pages_per_form, first) for first in sorted(set(known))}
    fewest = min(counts.values())
    if fewest > in_any_order:
        return frozenset()
    likely = frozenset(first for first, count in counts.items() if count == fewest)
    is_plain = known[0] in likely and (known[0] == 1 or 1 not in likely)
    return frozenset({known[0]}) if is_plain else likely


def _count_forms(numbers: Sequence[int | None], pages_per_form: int, first: int | None) -> int:
    """Return of how many forms the pages are, at least, if each begins with ``first``; None: with whichever page."""
    forms, size = 0, pages_per_form
    seen: set[int] = set()
    for number in numbers:
        if size == pages_per_form or number in seen or (number is not None and number == first):
            forms, size = forms + 1, 0
            seen.clear()
        size += 1
        if number is not None:
            seen.add(number)
    return forms
