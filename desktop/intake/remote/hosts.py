"""Which addresses of the internet may be connected to: those that any reader could reach, and no other.

What a page names may be a machine of the office, this machine, or the service of a cloud that hands out passwords.
"""

from __future__ import annotations

from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_network

_CLOSED = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
    )
)  # fmt: skip  # the last is the door of Azure to its machines, the other clouds' are in 169.254 and 100.64
_OPEN_SIX = ip_network("2000::/3")  # all that is routed; mapped, translated, local and shared ones lie outside
_CLOSED_SIX = tuple(
    ip_network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)  # tunnels, of which each holds an address of the other kind, and those for books


def is_public(address: str) -> bool:
    """Say whether a numeric address, as the resolver gives it, is one of the open internet."""
    try:
        if ":" in address:
            six = IPv6Address(address)
            return "%" not in address and six in _OPEN_SIX and not any(six in network for network in _CLOSED_SIX)
        four = IPv4Address(address)
    except AddressValueError:
        return False
    return not any(four in network for network in _CLOSED)
