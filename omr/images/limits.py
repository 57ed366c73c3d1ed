"""How much one file and one page may cost: no scan of a form comes near, and nothing can cost more."""

from dataclasses import dataclass

MEGABYTE, GIGABYTE = 10**6, 10**9


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What a process that reads a page may use, programs that it calls included.

    Attributes:
        page_seconds: Time for one page, the opening of its file included.
        memory_bytes: Memory, at any moment.
        max_pages: Pages of one file.
    """

    page_seconds: float = 60.0
    memory_bytes: int = 1500 * MEGABYTE
    max_pages: int = 10_000

    @property
    def seconds_text(self) -> str:
        """The time, as the detail of a reason."""
        return f"{self.page_seconds:g} s"

    @property
    def memory_text(self) -> str:
        """The memory, as the detail of a reason."""
        return f"{self.memory_bytes / GIGABYTE:g} GB"

    @property
    def pages_text(self) -> str:
        """The number of pages, as the detail of a reason."""
        return f"> {self.max_pages}"


DEFAULT_LIMITS = ReadingLimits()
