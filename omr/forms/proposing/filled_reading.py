"""Filled copies of one form -> what its pages ask, and the blank page that the copies have in common.

1. Lay every page over those seen before; one that fits none begins a kind of its own.
2. Pages with the same tables lie over each other too: look whether all copies of a kind show the same words.
3. Kinds that come far more rarely than the most frequent one are no pages of the form.
4. What cannot be read is left out and named with its reason, as long as enough is left.
5. What nearly all copies of a kind show is print; that is the blank page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omr.forms.page_findings import PageFinding, PageProblem, is_machine_to_blame
from omr.forms.page_images import PageOpener
from omr.forms.proposing.copy_kinds import ENOUGH, CopySorter, PageKind, ScannedCopy, in_order
from omr.forms.proposing.findings import problem_of
from omr.forms.proposing.form_reading import FormReading
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.raster.copies import agree_copies, flat_copy
from omr.forms.proposing.raster.flattening import PaperSize

_FEWEST = 3
_LEAST_SHARE = 0.3  # of the copies of the most frequent page


@dataclass(slots=True)
class _LeftOut:
    """What is not among the copies of the form.

    Attributes:
        others: Pages that are none of the form's.
        unread: Names of what cannot be read, each with its problem.
    """

    others: list[ScannedCopy] = field(default_factory=list)
    unread: list[tuple[str, PageFinding]] = field(default_factory=list)

    def note_in(self, reading: FormReading) -> None:
        """Name everything, what cannot be read by its reason."""
        if self.others:
            names = [scan.name for scan in sorted(self.others, key=lambda scan: scan.place)]
            reading.note(NoteKind.LEFT_OUT, names=", ".join(names))
        for why in dict.fromkeys(problem.message for _, problem in self.unread):
            alike = [(name, problem) for name, problem in self.unread if problem.message == why]
            reading.note(NoteKind.UNREADABLE, names=", ".join(name for name, _ in alike), why=alike[0][1])


def read_filled(paths: Sequence[Path], opener: PageOpener) -> FormReading:
    """Read filled copies of a form, in any order and any way up; what is no copy is left out and named."""
    reading = FormReading()
    sorter = CopySorter(opener)
    left_out = _sort(paths, sorter, opener)
    left_out.others += sorter.tell_apart()
    most = max((len(kind.copies) for kind in sorter.kinds), default=0)
    problems = [problem for _, problem in left_out.unread]
    if most < _FEWEST or is_machine_to_blame(problems):
        reading.findings += (*problems, problem_of(_place_of(paths), PageProblem.TOO_FEW_COPIES, count=str(most)))
        return reading
    kinds = [kind for kind in sorter.kinds if len(kind.copies) >= max(_FEWEST, _LEAST_SHARE * most)]
    ordered = in_order(kinds)
    for kind in ordered:
        _add(reading, kind, opener, paths[0])
    _note_alike(reading, ordered)
    note_apart(reading, ordered)
    left_out.others += [scan for kind in sorter.kinds if kind not in kinds for scan in kind.scans]
    left_out.note_in(reading)
    return reading


def _place_of(paths: Sequence[Path]) -> Path:
    """Return the file, or the folder of files, of which something is said together."""
    return paths[0] if len(paths) == 1 else paths[0].absolute().parent


def _sort(paths: Sequence[Path], sorter: CopySorter, opener: PageOpener) -> _LeftOut:
    """Put the pages of files to their kinds; return those that have none."""
    left_out = _LeftOut()
    place = 0
    for path in paths:
        count = opener.count(path)
        if isinstance(count, PageFinding):
            left_out.unread.append((path.name, count))
            continue
        for index in range(count):
            scan = ScannedCopy(path.name if count == 1 else f"{path.name} p. {index + 1}", place, index, path)
            place += 1
            copy = opener.ask(flat_copy, path, index)
            if isinstance(copy, PageFinding):
                left_out.unread.append((scan.name, copy))
            elif not sorter.add(scan, copy):
                left_out.others.append(scan)
    return left_out


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


def note_apart(reading: FormReading, kinds: Sequence[PageKind]) -> None:
    """Say which pages no file holds together: copies of two forms look like those of a form with two pages."""
    files = [{scan.path for scan in kind.scans} for kind in kinds]
    together, others = set(files[0]), list(enumerate(files[1:], start=2))
    while joined := [(number, found) for number, found in others if found & together]:
        together.update(*(found for _, found in joined))
        others = [each for each in others if each not in joined]
    if others:
        reading.note(NoteKind.NEVER_TOGETHER, page="1", others=", ".join(str(number) for number, _ in others))
