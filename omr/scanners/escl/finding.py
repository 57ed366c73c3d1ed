"""Scanners that tell the network of themselves (mDNS), within some seconds."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from omr.scanners.devices import Device

if TYPE_CHECKING:
    from zeroconf import Zeroconf

ESCL = "escl:"
_SERVICES = ("_uscan._tcp.local.", "_uscans._tcp.local.")
_ANSWER_MS = 2000  # for what a scanner that told its name says of itself
_LONGEST_NAME = 100
_MOST_FOUND = 50


def find_in_network(wait_s: float, cancel: threading.Event) -> tuple[Device, ...]:
    """Return the scanners that answered, by name; none where the network lets nobody ask.

    One that can be reached with and without encryption is named once.

    Args:
        wait_s: How long is listened.
        cancel: Set it from anywhere to listen no longer.
    """
    # Imported here, for most who open a survey scan nothing.
    from zeroconf import ServiceBrowser, ServiceListener, Zeroconf

    names: dict[tuple[str, str], None] = {}

    class Listener(ServiceListener):
        """Notes who is there."""

        def add_service(self, _network: Zeroconf, type_: str, name: str) -> None:
            names[type_, name] = None

        def update_service(self, _network: Zeroconf, type_: str, name: str) -> None:
            names[type_, name] = None

        def remove_service(self, _network: Zeroconf, type_: str, name: str) -> None:
            names.pop((type_, name), None)

    try:
        network = Zeroconf()
    except OSError:
        return ()
    try:
        browser = ServiceBrowser(network, list(_SERVICES), Listener())
        cancel.wait(wait_s)
        browser.cancel()
        found: dict[str, Device] = {}
        for service, name in sorted(names)[:_MOST_FOUND]:  # first without encryption, which nothing is checked by
            device = None if cancel.is_set() else _device(network, service, name)
            if device is not None:
                found.setdefault(name.removesuffix(service), device)
        return tuple(sorted(found.values(), key=lambda each: (each.name, each.address)))
    finally:
        network.close()


def address_of(host: str, port: int, resource: str, *, is_encrypted: bool) -> str:
    """Return a device's address from what it told of itself."""
    scheme = "https" if is_encrypted else "http"
    shown = f"[{host}]" if ":" in host else host
    return f"{ESCL}{scheme}://{shown}:{port}/{resource.strip('/') or 'eSCL'}"


def name_of(told: Mapping[bytes, bytes | None], service_name: str) -> str:
    """Return what a scanner calls itself, on one line."""
    text = (told.get(b"ty") or b"").decode("utf-8", "replace") or service_name.partition("._uscan")[0]
    return "".join(letter for letter in text if letter.isprintable())[:_LONGEST_NAME]


def _device(network: "Zeroconf", service: str, name: str) -> Device | None:
    info = network.get_service_info(service, name, _ANSWER_MS)
    if info is None or not info.port or not (hosts := info.parsed_addresses()):
        return None
    told = info.properties
    resource = (told.get(b"rs") or b"").decode("utf-8", "replace")
    is_encrypted = service.startswith("_uscans.")
    return Device(address_of(hosts[0], info.port, resource, is_encrypted=is_encrypted), name_of(told, name))
