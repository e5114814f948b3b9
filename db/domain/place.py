"""Where a newsroom is: a file on this machine, or the address of a record that several machines share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from db.domain.errors import BadValue

SCHEME = "postgresql+psycopg"
PORT = 5432
TLS = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")  # sslmode, the weakest first

_SHARED = re.compile(r"postgres(?:ql)?(?:\+\w+)?:")
_SCHEMES = (SCHEME, "postgresql", "postgres")
_OPTIONS = ("host", "sslmode", "sslrootcert", "sslcert", "sslkey")


@dataclass(frozen=True, slots=True)
class Address:
    """A database of a PostgreSQL server. Its words (``str``) never hold the password, nor does its ``repr``."""

    host: str
    database: str
    user: str = ""
    port: int = PORT
    password: str = field(default="", repr=False, compare=False)
    options: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        who = f"{quote(self.user, safe='')}@" if self.user else ""
        socket = self.host.startswith("/")
        where = "" if socket else f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORT else f":{self.port}"
        asked = [("host", self.host), *self.options] if socket else self.options
        more = f"?{urlencode(asked, safe='/')}" if asked else ""
        return f"{SCHEME}://{who}{where}{port}/{quote(self.database, safe='')}{more}"

    @property
    def name(self) -> str:
        """What a person calls it: the database."""
        return self.database

    @property
    def stem(self) -> str:
        """The same, as a file's name without its ending."""
        return self.database

    def with_password(self, password: str) -> Address:
        return replace(self, password=password)


Place = Path | Address


def is_shared(text: str) -> bool:
    """Whether ``text`` is meant as the address of a shared record, be it a good one or not."""
    return _SHARED.match(text.strip().lower()) is not None


def place_of(text: str) -> Place:
    """Return the place that ``text`` names. Raises BadValue for an address that cannot be one."""
    return address_of(text) if is_shared(text) else Path(text)


def address_of(text: str) -> Address:
    """Return ``postgresql+psycopg://user:password@host:port/database?sslmode=…`` as an address.

    Raises BadValue: ``address`` in no such form (format); ``database``, ``host`` not said (empty); ``port`` no
    number, ``option`` not one of those that are known (unknown).
    """
    try:
        parts = urlsplit(text.strip())
        port, host = parts.port, parts.hostname
        asked = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError as exc:
        bad = "port" if "ort" in str(exc) else "address"
        raise BadValue(bad, "format", _without_secret(text)) from exc
    if parts.scheme not in _SCHEMES or not text.strip()[len(parts.scheme) :].startswith("://") or parts.fragment:
        raise BadValue("address", "format", _without_secret(text))
    for name, value in asked:
        if name not in _OPTIONS or (name == "sslmode" and value not in TLS):
            raise BadValue("option", "unknown", f"{name}={value}"[:80])
    socket = dict(asked).get("host", "")
    options = tuple(sorted((name, value) for name, value in asked if name != "host"))
    return checked(
        Address(
            socket or unquote(host or ""), unquote(parts.path[1:]), unquote(parts.username or ""),
            PORT if port is None else port, unquote(parts.password or ""), options,
        )
    )  # fmt: skip


def checked(address: Address) -> Address:
    """Return an address that says where and what. Raises BadValue, as ``address_of`` does."""
    for name, value in (("host", address.host), ("database", address.database)):
        if not value.strip():
            raise BadValue(name, "empty")
    for name, value in (("host", address.host), ("database", address.database), ("user", address.user)):
        if not value.isprintable() or (name == "host" and (" " in value or "," in value)):
            raise BadValue(name, "format", value[:40])
    if not 0 < address.port < 65536:
        raise BadValue("port", "format", str(address.port))
    return address


def _without_secret(text: str) -> str:
    return re.sub(r"//[^/]*@", "//…@", text.strip())[:80]
