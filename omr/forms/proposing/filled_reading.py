"""Filled copies of one form -> what its pages ask, and the blank page that the copies have in common.

1. Lay every page over those seen before; one that fits none begins a kind of its own.
2. Pages with the same tables lie over each other too: look whether all copies of a kind show the same words.
3. Kinds that come far more rarely than the most frequent one are no pages of the form.
4. What nearly all copies of a kind show is print; that is the blank page.
"""

from collections.abc import Sequence
from pathlib import Path

from omr.forms.page_findings import PageFinding, PageProblem
from omr.forms.page_images import PageOpener
from omr.forms.proposing.copy_kinds import ENOUGH, CopySorter, PageKind, ScannedCopy, in_order
from omr.forms.proposing.findings import problem_of
from omr.forms.proposing.form_reading import FormReading
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.raster.copies import agree_copies, flat_copy
from omr.forms.proposing.raster.flattening import PaperSize

_FEWEST = 3
_LEAST_SHARE = 0.3  # of the copies of the most frequent page


def read_filled(paths: Sequence[Path], opener: PageOpener) -> FormReading:
    """Read filled copies of a form, in any order and any way up; what is no copy is left out and named."""
    reading = FormReading()
    sorter = CopySorter(opener)
    others = _sort(paths, sorter, opener, reading)
    if reading.findings:
        return reading
    others += sorter.tell_apart()
    most = max((len(kind.copies) for kind in sorter.kinds), default=0)
    if most < _FEWEST:
        reading.findings.append(problem_of(paths[0], PageProblem.TOO_FEW_COPIES, count=str(most)))
        return reading
    kinds = [kind for kind in sorter.kinds if len(kind.copies) >= max(_FEWEST, _LEAST_SHARE * most)]
    ordered = in_order(kinds)
    for kind in ordered:
        _add(reading, kind, opener, paths[0])
    _note_alike(reading, ordered)
    others += [scan for kind in sorter.kinds if kind not in kinds for scan in kind.scans]
    if others:
        names = [scan.name for scan in sorted(others, key=lambda scan: scan.place)]
        reading.note(NoteKind.LEFT_OUT, names=", ".join(names))
    return reading


def _sort(paths: Sequence[Path], sorter: CopySorter, opener: PageOpener, reading: FormReading) -> list[ScannedCopy]:
    """Put the pages of files to their kinds; return those that have none."""
    others = []
    place = 0
    for path in paths:
        count = opener.count(path)
        if isinstance(count, PageFinding):
            reading.findings.append(count)
            continue
        for index in range(count):
            scan = ScannedCopy(path.name if count == 1 else f"{path.name} p. {index + 1}", place, index, path)
            place += 1
            copy = opener.ask(flat_copy, path, index)
            if isinstance(copy, PageFinding) or not sorter.add(scan, copy):
                others.append(scan)
    return others


def _add(reading: FormReading, kind: PageKind, opener: PageOpener, path: Path) -> None:
    """Add the page that the copies of a kind have in common."""
    number = len(reading.pages) + 1
    laid = tuple(copy.laid for copy in kind.copies)
    agreed = opener.ask(agree_copies, path, kind.first.flat, laid, number)
    if isinstance(agreed, PageFinding):
        reading.findings.append(agreed)
        return
    reading.add_picture(agreed)
    reading.note(NoteKind.COPIES_USED, page=str(number), count=str(len(kind.copies)))
    if kind.spare:
        reading.note(NoteKind.NOT_NEEDED, count=str(ENOUGH))
    if kind.first.flat.size is PaperSize.ASSUMED:
        reading.note(NoteKind.SIZE_ASSUMED, name=kind.first.scan.name)


def _note_alike(reading: FormReading, kinds: Sequence[PageKind]) -> None:
    """Say which pages have the same layout."""
    for number, kind in enumerate(kinds, start=1):
        for later, other in enumerate(kinds[number:], start=number + 1):
            if other in kind.alike or kind in other.alike:
                reading.note(NoteKind.PAGES_ALIKE, page=str(number), other=str(later))
