"""What the public web is, and what only looks like it."""

import socket

import pytest

from factcheck.intake.reach import PUBLIC, is_public


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_reached(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104
        *("192.0.0.9", "192.88.99.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1"),
        *("::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::"),
        *("localhost", "", "127.1", "not an address"),
    ],
)
def test_what_is_private_special_or_leads_to_it_is_not(address: str) -> None:
    assert not is_public(address)


def test_only_the_ports_of_the_web_are_reached() -> None:
    assert PUBLIC.allows("8.8.8.8", 443)
    assert PUBLIC.allows("8.8.8.8", 80)
    assert not PUBLIC.allows("8.8.8.8", 25)


def test_every_address_of_a_name_is_known_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(*_asked: object, **_more: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 1, 6, "", (place, 443)) for place in ("8.8.8.8", "10.0.0.1", "8.8.8.8")]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    assert PUBLIC.resolve("paper.example", 443) == ["8.8.8.8", "10.0.0.1"]
