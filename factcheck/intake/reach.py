"""Which network addresses are those of the public web, and how a host's name leads to them."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Global by their prefix, and yet ways to an IPv4 address behind a gateway, or set aside since Python's list was made.
_NOT_PLAINLY_PUBLIC = tuple(
    map(
        ip_network,
        (
            *("192.0.0.0/24", "192.88.99.0/24", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16"),
            *("3fff::/20", "5f00::/16", "fec0::/10"),
        ),
    )
)
PORTS = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class Reach:
    """How a host's name leads to addresses, and to which of them, at which port, a connection may be made."""

    resolve: Callable[[str, int], Sequence[str]]
    allows: Callable[[str, int], bool]


def resolved(host: str, port: int) -> list[str]:
    """The host's addresses, as the system finds them. Raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def is_public_web(address: str, port: int) -> bool:
    return port in PORTS and is_public(address)


PUBLIC = Reach(resolved, is_public_web)


def is_public(address: str) -> bool:
    """Whether anybody on the internet reaches the same machine there. False for what is no IP address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or _is_set_aside(parsed))


def _is_set_aside(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in _NOT_PLAINLY_PUBLIC)
