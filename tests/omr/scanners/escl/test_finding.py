"""Scanners tell the network of themselves, in words that anybody there may choose."""

import threading

import pytest
import zeroconf

from omr.scanners.devices import Device
from omr.scanners.escl.finding import find_in_network

SERVICE, SAFE_SERVICE = "_uscan._tcp.local.", "_uscans._tcp.local."


class Info:
    """What a service says of itself."""

    def __init__(self, host: str, port: int, **told: bytes) -> None:
        self.port = port
        self.properties = {name.encode(): value for name, value in told.items()}
        self._host = host

    def parsed_addresses(self) -> list[str]:
        return [self._host]


class Network:
    """A network in which some services are told of."""

    told: dict[tuple[str, str], Info | None]

    def get_service_info(self, service: str, name: str, _wait_ms: int) -> Info | None:
        return self.told[service, name]

    def close(self) -> None:
        pass


class Browser:
    """Tells the listener of all services at once."""

    def __init__(self, network: Network, _services: list[str], listener: zeroconf.ServiceListener) -> None:
        for service, name in network.told:
            listener.add_service(network, service, name)  # type: ignore[arg-type]

    def cancel(self) -> None:
        pass


@pytest.fixture
def network(monkeypatch):
    network = Network()
    monkeypatch.setattr(zeroconf, "Zeroconf", lambda: network)
    monkeypatch.setattr(zeroconf, "ServiceBrowser", Browser)
    return network


def test_that_scanners_are_named_once_with_their_addresses(network):
    network.told = {
        (SAFE_SERVICE, f"A.{SAFE_SERVICE}"): Info("10.0.0.5", 443, ty=b"Canon", rs=b"eSCL"),
        (SERVICE, f"A.{SERVICE}"): Info("10.0.0.5", 8080, ty=b"Canon", rs=b"/scan/eSCL/"),
        (SERVICE, f"B.{SERVICE}"): Info("fe80::1", 80, ty=b"Brother\n\x1b[0m"),
        (SERVICE, f"Gone.{SERVICE}"): None,
    }

    found = find_in_network(0.0, threading.Event())

    assert found == (
        Device("escl:http://[fe80::1]:80/eSCL", "Brother[0m"),
        Device("escl:http://10.0.0.5:8080/scan/eSCL", "Canon"),
    )


def test_that_where_nobody_may_ask_the_network_nothing_is_found(monkeypatch):
    def refuse() -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(zeroconf, "Zeroconf", refuse)

    assert find_in_network(0.0, threading.Event()) == ()
