"""Which scanners there are, and how one is reached by its address."""

import threading
from collections.abc import Callable
from typing import TypeAlias

from omr.scanners.devices import Device
from omr.scanners.escl.exchange import url_of_typed
from omr.scanners.escl.finding import ESCL, find_in_network
from omr.scanners.escl.network_scanner import NetworkScanner
from omr.scanners.sane.driver_scanner import DriverScanner, find_driven
from omr.scanners.scanner import Scanner

Search: TypeAlias = Callable[[threading.Event], tuple[Device, ...]]

SANE = "sane:"
_LISTEN_S = 4.0


def _driven(cancel: threading.Event) -> tuple[Device, ...]:
    return tuple(Device(SANE + name, shown) for name, shown in find_driven(cancel))


def _in_network(cancel: threading.Event) -> tuple[Device, ...]:
    return find_in_network(_LISTEN_S, cancel)


SEARCHES: tuple[Search, ...] = (_in_network, _driven)
"""Each returns scanners, of the network and of this computer's drivers, within seconds or once its event is set."""


def typed_device(text: str, cancel: threading.Event) -> Device:
    """Return the scanner in the network at an address that a person typed.

    Raises:
        ScannerFault: There is none.
        Cancelled: ``cancel`` was set.
    """
    url = url_of_typed(text)
    return Device(ESCL + url, NetworkScanner(url).capabilities(cancel).name or text.strip())


def open_scanner(address: str) -> Scanner:
    """Return the scanner with an address.

    Raises:
        ScannerFault: It is no such address.
    """
    if address.startswith(SANE):
        return DriverScanner(address.removeprefix(SANE))
    return NetworkScanner(address.removeprefix(ESCL))
