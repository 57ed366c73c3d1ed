"""What cannot be read is moved aside within the watched folder, with a note why; nothing is deleted or replaced."""

import os
from dataclasses import dataclass
from pathlib import Path

from omr.errors import PhieuError
from omr.whole_files import write_whole

ASIDE_FOLDER = "khong-doc-duoc"
"""Name of the folder in the watched one; "could not be read", in the words of those who find it on their share."""

_LONGEST_STEM_BYTES = 180  # of the 255 that a name may have: room for a number and for the ending of the note


@dataclass(frozen=True, slots=True)
class MovedFile:
    """A file that was moved aside.

    Attributes:
        place: Where it is now.
        has_note: Whether the note beside it could be written.
    """

    place: Path
    has_note: bool


def move_aside(watched: Path, file: Path, note: str) -> MovedFile:
    """Move a file into the folder for what cannot be read, under a name that is free there, and say why beside it.

    A full disk keeps the note from being written, not the file from being moved.

    Args:
        watched: The watched folder.
        file: A file in it.
        note: Plain text.

    Raises:
        OSError: It cannot be moved; it is where it was.
    """
    folder = watched / ASIDE_FOLDER
    folder.mkdir(exist_ok=True)
    place = _free_place(folder, file)
    file.rename(place)
    try:
        write_whole(_note_of(place), note)
    except (PhieuError, OSError):
        return MovedFile(place, has_note=False)
    return MovedFile(place, has_note=True)


def _free_place(folder: Path, file: Path) -> Path:
    stem = os.fsdecode(os.fsencode(file.stem)[:_LONGEST_STEM_BYTES])
    place, number = folder / file.name, 2
    while os.path.lexists(place) or os.path.lexists(_note_of(place)) or len(os.fsencode(place.name)) > 250:
        place, number = folder / f"{stem}-{number}{file.suffix}", number + 1
    return place


def _note_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.txt")
