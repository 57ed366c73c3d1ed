"""Delivered pages without a survey, for what is said about their units."""

from dataclasses import replace

from omr.responses import DeliveredPage
from omr.units.unit_list import Unit
from tests.omr.build import read_page

UNITS = (Unit("A1", "Xã An"), Unit("B2", "Xã Bình"))


def page(number: int, source: str = "scan.pdf", **facts: object) -> DeliveredPage:
    """Return a page of a form that names no unit; its place in the file is its id unless told otherwise."""
    return replace(read_page(1, page_id=number, source=source), **{"page_in_file": number, **facts})
