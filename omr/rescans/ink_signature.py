"""The ink signature of a page, by which a second scan of the same sheet is known: how it is packed and unpacked.

1. The ink at each response area, the blank print taken off, is a picture of 16 x 16 pixels in 16 levels; two
   marks by one hand differ in it more than two scans of one mark do.
2. All pictures together are also a sketch: their projection onto fixed pseudo-random directions (Johnson and
   Lindenstrauss 1984). Sketches of two scans of one sheet are nearly parallel, so that those few pairs whose pictures
   are worth comparing are found among millions by one matrix product.
3. Behind this sketch of the ink stands one of the strokes: of what each mark has beside what all marks of its page
   have, whatever the pen left of it. Sheets on which the same options were marked in the same way differ in it, and
   those that were filled in further between two scans do not. Pages kept by earlier versions lack it.

``omr.marks.ink_signing`` makes signatures; this module is all that comparing kept ones needs.
"""

import zlib

import numpy as np
from numpy.typing import NDArray

PICTURE_PX = 16
"""Side of an area's picture; a pixel is half a millimetre, a little more than a pen line."""

LEVELS = 15
"""The darkest level of a picture."""

SKETCH_SIZE = 96
"""Numbers of a sketch of ink, and of one of strokes; a byte each."""

FEWEST_MARKS = 5
"""Pages with fewer marks get no sketch: the few there are say less than how people make a cross."""

_AREA_BYTES = PICTURE_PX * PICTURE_PX // 2


def pack_pictures(areas: NDArray[np.intp], pictures: NDArray[np.uint8]) -> bytes:
    """Write which response areas hold ink, (M,), and their pictures, (M, 16, 16), two pixels a byte, compressed."""
    pairs = pictures.reshape(len(pictures), _AREA_BYTES, 2)
    nibbles = (pairs[..., 0] << 4) | pairs[..., 1]
    return zlib.compress(areas.astype("<u2").tobytes() + nibbles.tobytes(), level=3)


def unpack_pictures(packed: bytes) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """Return which response areas hold ink, (M,), and their pictures, (M, 16, 16), 0 = bare, 15 = the darkest ink."""
    raw = zlib.decompress(packed)
    count = len(raw) // (2 + _AREA_BYTES)
    areas = np.frombuffer(raw, "<u2", count)
    pairs = np.frombuffer(raw, np.uint8, offset=2 * count)
    pictures = np.column_stack([pairs >> 4, pairs & 15])
    return areas.astype(np.uint16), pictures.reshape(count, PICTURE_PX, PICTURE_PX)
