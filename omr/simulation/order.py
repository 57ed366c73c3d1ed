"""What pile of filled and scanned forms is wanted: who fills them in, and what scans them."""

from dataclasses import dataclass, field

from omr.simulation.devices.conditions import OFFICE, Conditions, ScanConditions
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.people.respondents import Population


@dataclass(frozen=True, slots=True)
class Rescan:
    """A later scan of the same filled sheets.

    Attributes:
        seed: Of the scanner's doings; sheets and what is written on them stay those of the pile's own seed.
        conditions: The scanner, which may have another resolution; nothing is printed, copied or worn again.
    """

    seed: int
    conditions: ScanConditions = OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class PileOrder:
    """How a pile is filled in and scanned; the same order of the same printed forms gives the same files.

    Attributes:
        respondents: How many people fill in a form.
        seed: Of everything that is left to chance.
        conditions: Printer, copier and scanner; where they are a mix, drawn anew for every file.
        population: Who fills in the forms; by default everybody.
        file_format: What the scanner writes; of a mix, the scanners that do not scan in black and white.
        respondents_per_file: Of formats that hold many pages.
        rescan: Scan the sheets that the same order without it gives once more, instead of the first time; None: the
            first time.
    """

    respondents: int
    seed: int
    conditions: Conditions = OFFICE
    population: Population = field(default_factory=Population)
    file_format: FileFormat = FileFormat.JPEG_GREY
    respondents_per_file: int = 10
    rescan: Rescan | None = None
