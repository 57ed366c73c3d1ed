"""What stays together where pieces flow onto pages: headings with what follows them, tables with their column heads."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar


class Piece(Protocol):
    """Something over the whole width of a page, never split."""

    @property
    def keeps_with_next(self) -> bool:
        """Whether the next piece must stand on the same page."""

    @property
    def is_space(self) -> bool:
        """Whether it is mere white space."""


AnyPiece = TypeVar("AnyPiece", bound=Piece)


def chains(pieces: Iterable[AnyPiece], starts_page: Callable[[AnyPiece], bool]) -> Iterator[list[AnyPiece]]:
    """Group each piece with those that it must stand above, and white space with what follows.

    Args:
        pieces: In order.
        starts_page: Whether a piece stands at the top of a page always, so that nothing can stand above it.
    """
    chain: list[AnyPiece] = []
    for piece in pieces:
        if starts_page(piece) and chain:
            yield chain
            chain = []
        chain.append(piece)
        if not (piece.keeps_with_next or piece.is_space):
            yield chain
            chain = []
    if chain:
        yield chain


def with_heads(
    chain: Sequence[AnyPiece], head: AnyPiece | None, head_of: Callable[[AnyPiece], AnyPiece | None]
) -> Iterator[AnyPiece]:
    """Yield the pieces with column heads put in wherever a table starts.

    Args:
        chain: What stands together.
        head: The column heads that hold above it already.
        head_of: The column heads a piece stands under; the pieces of one table share one value.
    """
    for piece in chain:
        own = head_of(piece)
        if own is not None and own is not head:
            yield own
        if not piece.is_space:
            head = own
        yield piece
