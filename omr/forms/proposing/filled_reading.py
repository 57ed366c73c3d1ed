"""Filled copies of one form -> what its pages ask, and the blank page that the copies have in common.

1. Lay every page over those seen before; one that fits none begins a kind of its own.
2. Kinds that come far more rarely than the most frequent one are no pages of the form.
3. What nearly all copies of a kind show is print; that is the blank page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageOpener
from omr.forms.proposing.findings import problem_of
from omr.forms.proposing.form_reading import FormReading
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.raster.copies import FlatCopy, agree_copies, flat_copy, lay_over
from omr.forms.proposing.raster.flattening import PaperSize

_ENOUGH = 16  # copies of a page; more tell nothing new
_MOST_KINDS = 12  # of pages among the copies of a form
_FEWEST = 3
_LEAST_SHARE = 0.3  # of the copies of the most frequent page


@dataclass(slots=True)
class _PageKind:
    """Copies of one page, as they lie over the first."""

    first: FlatCopy
    copies: list[bytes]
    names: list[str] = field(default_factory=list)
    spare: int = 0


def read_filled(paths: Sequence[Path], opener: PageOpener) -> FormReading:
    """Read filled copies of a form, in any order and any way up; what is no copy is left out and named."""
    reading = FormReading()
    kinds: list[_PageKind] = []
    others: list[str] = []
    for path in paths:
        count = opener.count(path)
        if isinstance(count, PageFinding):
            reading.findings.append(count)
            continue
        for index in range(count):
            name = path.name if count == 1 else f"{path.name} p. {index + 1}"
            copy = opener.ask(flat_copy, path, index)
            if isinstance(copy, PageFinding) or not _sort(kinds, copy, name, opener, path):
                others.append(name)
    if reading.findings:
        return reading
    most = max((len(kind.copies) for kind in kinds), default=0)
    if most < _FEWEST:
        reading.findings.append(problem_of(paths[0], PageProblem.TOO_FEW_COPIES, count=str(most)))
        return reading
    for kind in kinds:
        if len(kind.copies) >= max(_FEWEST, _LEAST_SHARE * most):
            _add(reading, kind, opener, paths[0])
        else:
            others += kind.names
    if others:
        reading.note(NoteKind.LEFT_OUT, names=", ".join(others))
    return reading


def _sort(kinds: list[_PageKind], copy: FlatCopy, name: str, opener: PageOpener, path: Path) -> bool:
    """Put a copy to its kind; return whether there is one, or room for one."""
    for kind in sorted(kinds, key=lambda one: -len(one.copies)):
        laid = opener.ask(lay_over, path, kind.first, copy)
        if isinstance(laid, bytes):
            kind.names.append(name)
            if len(kind.copies) < _ENOUGH:
                kind.copies.append(laid)
            else:
                kind.spare += 1
            return True
    if len(kinds) >= _MOST_KINDS:
        return False
    kinds.append(_PageKind(copy, [copy.page], [name]))
    return True


def _add(reading: FormReading, kind: _PageKind, opener: PageOpener, path: Path) -> None:
    """Add the page that the copies of a kind have in common."""
    number = len(reading.pages) + 1
    agreed = opener.ask(agree_copies, path, kind.first, tuple(kind.copies), number)
    if isinstance(agreed, PageFinding):
        reading.findings.append(agreed)
        return
    reading.add_picture(agreed)
    reading.note(NoteKind.COPIES_USED, page=str(number), count=str(len(kind.copies)))
    if kind.spare:
        reading.note(NoteKind.NOT_NEEDED, count=str(_ENOUGH))
    if kind.first.size is PaperSize.ASSUMED:
        reading.note(NoteKind.SIZE_ASSUMED, name=kind.names[0])
