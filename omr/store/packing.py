"""How measurements, registrations and page health are written into single columns, and read again."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, fields

import numpy as np

from omr.local_correction import LocalCorrection
from omr.results import MarkReading, PageHealth, Registration, Side, Streak

_A4_MM = (210.0, 297.0)  # all that could be read when corrections were quadratics
_OF_PHOTOS = ("p_photo", "tilt", "bend_mm", "shade")


def pack_marks(marks: Sequence[MarkReading]) -> bytes:
    """Write measurements small: a JSON head with the areas, then float32 rows (fill ratio, p_marked, p_cancelled)."""
    head = json.dumps([[mark.item_id, mark.option] for mark in marks]).encode()
    numbers = np.array([[m.fill_ratio, m.p_marked, m.p_cancelled] for m in marks], dtype="<f4")
    return zlib.compress(len(head).to_bytes(4, "little") + head + numbers.tobytes(), level=1)


def unpack_marks(packed: bytes | None) -> tuple[MarkReading, ...]:
    """Read what ``pack_marks`` wrote; None gives no marks."""
    if packed is None:
        return ()
    raw = zlib.decompress(packed)
    size = int.from_bytes(raw[:4], "little")
    areas = json.loads(raw[4 : 4 + size])
    numbers = np.frombuffer(raw[4 + size :], dtype="<f4").reshape(len(areas), -1).tolist()
    return tuple(MarkReading(*area, *row) for area, row in zip(areas, numbers, strict=True))


def pack_registration(registration: Registration) -> str:
    """Write where a page lies as JSON."""
    # By hand: ``asdict`` copies the hundreds of numbers of a correction one by one.
    correction = registration.correction
    facts = {each.name: getattr(registration, each.name) for each in fields(registration)}
    facts["correction"] = {each.name: getattr(correction, each.name) for each in fields(correction)}
    return json.dumps(facts)


def unpack_registration(text: str | None) -> Registration | None:
    """Read what ``pack_registration`` wrote, now or in an earlier release; None gives None."""
    if text is None:
        return None
    values = json.loads(text)
    values["template_to_scan"] = tuple(values["template_to_scan"])
    if "correction_mm" in values:  # as surveys kept it before the correction could follow more than a quadratic
        values["correction"] = LocalCorrection.from_quadratic(values.pop("correction_mm"), *_A4_MM)
    else:
        kept = values["correction"]
        values["correction"] = LocalCorrection(kept["columns"], kept["rows"], tuple(kept["shifts_mm"]))
    return Registration(**values)


def pack_health(health: PageHealth) -> str:
    """Write a page's health as JSON; of what only photographs have no more than there is."""
    streaks = [[streak.side.value, streak.distance_mm] for streak in health.streaks]
    values = {name: value for name, value in asdict(health).items() if value or name not in _OF_PHOTOS}
    return json.dumps(values | {"streaks": streaks}, separators=(",", ":"))


def unpack_health(text: str) -> PageHealth:
    """Read what ``pack_health`` wrote, now or in an earlier release."""
    values = json.loads(text)
    values["streaks"] = tuple(Streak(Side(side), distance_mm) for side, distance_mm in values["streaks"])
    for name in ("cropped_mm", "border_mm"):
        values[name] = tuple(values[name])
    return PageHealth(**values)
