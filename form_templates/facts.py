"""What an error knows of its cause, as text that a window can say in another language."""

import errno
from types import MappingProxyType

_NAMED = (
    ("ENOENT", "there is no such file or folder"),
    ("EACCES", "access is denied"),
    ("EPERM", "access is denied"),
    ("EROFS", "the drive is read-only"),
    ("ENOSPC", "the disk is full"),
    ("EDQUOT", "the disk is full"),
    ("EFBIG", "the file is larger than this drive can hold"),
    ("EEXIST", "it is there already"),
    ("ENOTEMPTY", "it is not empty"),
    ("ENOTDIR", "a part of the path is no folder"),
    ("EISDIR", "it is a folder"),
    ("ENAMETOOLONG", "the name is too long"),
    ("EINVAL", "the name or the file is not allowed there"),
    ("EBUSY", "it is in use by another program"),
    ("ETXTBSY", "it is in use by another program"),
    ("EAGAIN", "it is in use by another program"),
    ("ELOOP", "a link leads back to itself"),
    ("EMFILE", "too many files are open"),
    ("ENFILE", "too many files are open"),
    ("ENOMEM", "there is not enough memory"),
    ("EIO", "the drive reports an error"),
    ("ENODEV", "the drive is not there"),
    ("ENXIO", "the drive is not there"),
    ("ETIMEDOUT", "the drive does not answer"),
    ("EHOSTDOWN", "the network drive cannot be reached"),
    ("EHOSTUNREACH", "the network drive cannot be reached"),
    ("ENETUNREACH", "the network drive cannot be reached"),
    ("ECONNRESET", "the network drive cannot be reached"),
    ("ESTALE", "the network drive cannot be reached"),
    ("EXDEV", "it lies on another drive"),
    ("EILSEQ", "the name holds letters that the drive does not know"),
)
_SYSTEM = MappingProxyType({getattr(errno, name): text for name, text in _NAMED if hasattr(errno, name)})
"""The system's reasons by number, in words of ours: the system's own are in its language, not in the person's."""


class Fact(str):
    """A sentence, or part of one, in English, that remembers how it was made.

    Attributes:
        pattern: The sentence with names in braces; it is what a catalogue of translations knows it by.
        values: What was put in the place of the names, facts among them.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, /, **values: object) -> "Fact":
        """Fill ``values`` into ``pattern``."""
        made = super().__new__(cls, pattern.format(**values))
        made.pattern, made.values = pattern, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Let a fact go from a worker to the program."""
        return (self.pattern,), self.values


def system_fact(error: OSError) -> Fact:
    """Say why the system refused; a number that we have no words for is told as it is."""
    if error.errno in _SYSTEM:
        return Fact(_SYSTEM[error.errno])
    return Fact("system error {number}", number=error.errno if error.errno is not None else type(error).__name__)


def joined(facts: "list[str] | tuple[str, ...]") -> Fact:
    """Return several facts as one, in order."""
    pattern = "; ".join(f"{{_{position}}}" for position in range(len(facts)))
    return Fact(pattern, **{f"_{position}": fact for position, fact in enumerate(facts)})
