"""Filled copies of a form's pages in any order -> which show the same page, and the pages in order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from omr.forms.page_images import PageOpener
from omr.forms.proposing.raster.copies import FlatCopy, Unlike, lay_over, pages_of

ENOUGH = 16
"""Copies of a page; more tell nothing new."""

_MOST_KINDS = 12  # of pages among the copies of a form


@dataclass(frozen=True, slots=True)
class ScannedCopy:
    """A page of a file of filled copies.

    Attributes:
        name: Of the file, with the page if it has several.
        place: Among all pages, 0-based.
        index: In its file, 0-based.
        path: Of the file.
    """

    name: str
    place: int
    index: int
    path: Path


@dataclass(frozen=True, slots=True)
class LaidCopy:
    """A copy as it lies over the first of its kind.

    Attributes:
        scan: Where it comes from.
        flat: Level.
        laid: A JPEG file.
    """

    scan: ScannedCopy
    flat: FlatCopy
    laid: bytes


@dataclass(slots=True, eq=False)
class PageKind:
    """Copies of one page.

    Attributes:
        copies: As they lie over the first.
        spare: What came when there were enough.
        alike: Kinds of the same layout with other words.
    """

    copies: list[LaidCopy]
    spare: list[ScannedCopy] = field(default_factory=list)
    alike: set["PageKind"] = field(default_factory=set)

    @property
    def first(self) -> LaidCopy:
        """The copy over which the others lie."""
        return self.copies[0]

    @property
    def scans(self) -> list[ScannedCopy]:
        """Where all copies come from, in order."""
        return sorted([*(copy.scan for copy in self.copies), *self.spare], key=lambda scan: scan.place)


class CopySorter:
    """Puts copies together that show the same page.

    Args:
        opener: In whose process pages are laid over each other.
    """

    def __init__(self, opener: PageOpener) -> None:
        self.kinds: list[PageKind] = []
        self._opener = opener
        self._last: PageKind | None = None
        self._followers: dict[PageKind, PageKind] = {}

    def add(self, scan: ScannedCopy, flat: FlatCopy) -> bool:
        """Put a copy to its kind; return whether there is one, or room for one."""
        # Pages are mostly scanned in turn, which tells where to look first.
        expected = self._followers.get(self._last) if self._last is not None else None
        kind = self._sort(scan, flat, expected, set())
        if kind is None:
            return False
        if self._last is not None:
            self._followers[self._last] = kind
        self._last = kind
        return True

    def tell_apart(self) -> list[ScannedCopy]:
        """Move copies that many show to be of another page than the first of their kind; return what found no room."""
        homeless = []
        refused: dict[ScannedCopy, set[PageKind]] = {}
        waiting = list(self.kinds)
        while waiting:
            kind = waiting.pop(0)
            for copy in self._strangers(kind):
                kind.copies.remove(copy)
                refused.setdefault(copy.scan, set()).add(kind)
                home = self._sort(copy.scan, copy.flat, None, refused[copy.scan])
                if home is None:
                    homeless.append(copy.scan)
                    continue
                home.alike.add(kind)
                if home not in waiting:
                    waiting.append(home)
        return homeless

    def _strangers(self, kind: PageKind) -> list[LaidCopy]:
        copies = sorted(kind.copies[1:], key=lambda copy: copy.scan.place)
        if not copies:
            return []
        laid = (kind.first.laid, *(copy.laid for copy in copies))
        pages = self._opener.ask(pages_of, kind.first.scan.path, laid)
        if not isinstance(pages, tuple):
            return []
        return [copy for copy, page in zip(copies, pages[1:], strict=True) if page]

    def _sort(
        self, scan: ScannedCopy, flat: FlatCopy, expected: PageKind | None, refused: set[PageKind]
    ) -> PageKind | None:
        alike = set(refused)
        for kind in sorted(self.kinds, key=lambda one: (one is not expected, -len(one.copies))):
            if kind in refused:
                continue
            laid = self._opener.ask(lay_over, scan.path, kind.first.flat, flat)
            if isinstance(laid, bytes):
                if len(kind.copies) < ENOUGH:
                    kind.copies.append(LaidCopy(scan, flat, laid))
                else:
                    kind.spare.append(scan)
                return kind
            if laid is Unlike.WORDS:
                alike.add(kind)
        if len(self.kinds) >= _MOST_KINDS:
            return None
        self.kinds.append(PageKind([LaidCopy(scan, flat, flat.page)], alike=alike))
        return self.kinds[-1]


def in_order(kinds: Sequence[PageKind]) -> list[PageKind]:
    """Return kinds in the order of the form's pages: as they mostly follow each other in the scans.

    The first copy may lack a page, so the order in which they first come does not tell.
    """
    scans = sorted(((scan, kind) for kind in kinds for scan in kind.scans), key=lambda pair: pair[0].place)
    first_places = {kind: kind.scans[0].place for kind in kinds}
    bound = {scan.path for scan, _ in scans if scan.index > 0}  # in a file of one page, every page is its first
    begins = Counter(kind for scan, kind in scans if scan.index == 0 and scan.path in bound)
    follows = Counter((kind, after) for (_, kind), (_, after) in pairwise(scans))
    waiting = sorted(kinds, key=lambda kind: (-begins[kind], first_places[kind]))
    ordered: list[PageKind] = []
    while waiting:
        if ordered:
            waiting.sort(key=lambda kind: (-follows[ordered[-1], kind], first_places[kind]))
        ordered.append(waiting.pop(0))
    return ordered
