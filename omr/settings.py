"""Everything a reading depends on besides the scan and the template; stored with every batch."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What may differ between surveys.

    Attributes:
        tolerance: Share of accepted answers that may be wrong; see ``decisions`` for the limit of a single one.
    """

    tolerance: float = 1e-4

    def as_dict(self) -> dict[str, Any]:
        """Return the settings as they are stored with a batch."""
        return asdict(self)
