"""PostgreSQL through psycopg: one way to connect, its failures told by kind, the record's plain SQL carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import psycopg
from psycopg.types.string import StrDumper

from db.domain.errors import StoreUnavailable
from db.domain.place import Address
from db.store.driver import LOCK_WAIT_MS, Answer
from db.store.postgres import dialect

OLDEST = 130000  # server_version: what is older is no longer mended by its makers
CONNECT_SECONDS = 5
_GONE = 10_000  # milliseconds after which a connection that nobody answers on is given up

_BY_STATE = {
    "53100": "full", "53200": "memory", "53300": "too_many", "55P03": "locked", "40P01": "locked", "40001": "locked",
    "25006": "read_only", "42501": "refused", "58030": "io", "XX001": "damaged", "XX002": "damaged",
    "28P01": "password", "28000": "refused", "3D000": "no_database", "57P03": "starting",
}  # fmt: skip
_LOST = ("08", "57P01", "57P02", "25P03", "57P05")  # the connection went, for whatever reason

# A refusal to connect has no code, only words: the server's, in its language, or the library's.
_BY_WORDS = (
    ("password", r"authentication failed|no password supplied|fe_sendauth|认证失败|没有提供密码"),
    ("no_database", r'database ".*" does not exist|数据库 ?".*" ?不存在'),
    ("refused", r'role ".*" does not exist|pg_hba\.conf|permission denied|角色 ?".*" ?不存在|权限不够|not permitted'),
    ("tls", r"SSL|TLS|certificate|证书"),
    ("too_many", r"too many (clients|connections)|remaining connection slots|太多的?客户|连接数?过多|剩余的连接"),
    ("starting", r"starting up|shutting down|in recovery mode|not yet accepting|正在启动|正在关闭|恢复模式"),
)  # fmt: skip


class _Text(StrDumper):
    """PostgreSQL keeps no NUL in a text; what has one is written with the sign that stands for it."""

    def dump(self, obj: str) -> Any:
        return super().dump(obj.replace("\0", "␀") if "\0" in obj else obj)


class Plain:
    """A connection of the driver, asked in the record's plain SQL, as ``db.store.driver.Plain`` is for a file."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Answer:
        made = dialect.translated(statement)
        cursor = self._connection.cursor()
        if isinstance(parameters, list):
            cursor.executemany(made.statement, [dialect.values(made, one) for one in parameters])
        else:
            cursor.execute(made.statement, dialect.values(made, parameters or ()))
        return cursor


def connect(address: Address, *, autocommit: bool = False) -> psycopg.Connection[Any]:
    """Return a connection. Raises StoreUnavailable, by kind."""
    settings = {
        "lock_timeout": LOCK_WAIT_MS,
        "default_transaction_isolation": "read\\ committed",
        "tcp_keepalives_idle": 10,
        "tcp_keepalives_interval": 5,
        "tcp_keepalives_count": 3,
        "client_min_messages": "warning",
    }
    given: dict[str, Any] = dict(address.options)
    if address.user:
        given["user"] = address.user
    if address.password:  # else libpq looks for one itself: PGPASSWORD, the file .pgpass
        given["password"] = address.password
    try:
        made = psycopg.connect(
            host=address.host,
            port=address.port,
            dbname=address.database,
            application_name="caibian",
            connect_timeout=CONNECT_SECONDS,
            client_encoding="UTF8",
            keepalives_idle=10,
            keepalives_interval=5,
            keepalives_count=3,
            tcp_user_timeout=_GONE,
            options=" ".join(f"-c {name}={value}" for name, value in settings.items()),
            autocommit=autocommit,
            **given,
        )
    except psycopg.Error as exc:
        raise StoreUnavailable(_reason_of_refusal(exc), str(address), _said(exc)) from exc
    found = made.info.server_version
    encoding = made.info.parameter_status("server_encoding")
    if found < OLDEST or encoding != "UTF8":
        made.close()
        reason = "too_old" if found < OLDEST else "encoding"
        raise StoreUnavailable(reason, str(address), f"PostgreSQL {found // 10000}, {encoding}")
    made.adapters.register_dumper(str, _Text)
    return made


@contextmanager
def told_by_kind(address: Address) -> Iterator[None]:
    """Turn failures of the world into StoreUnavailable; leave bugs, and what the rules refuse, as they are."""
    try:
        yield
    except psycopg.Error as exc:
        raise_by_kind(address, exc, exc)


def raise_by_kind(address: Address, told: BaseException | None, raised: Exception) -> NoReturn:
    """Raise what the driver told as StoreUnavailable, or ``raised`` when it is a bug."""
    if reason := reason_of(told):
        raise StoreUnavailable(reason, str(address), _said(told)) from raised
    raise raised


def reason_of(told: BaseException | None) -> str:
    """Return the StoreUnavailable reason of what the driver told; nothing when it is a bug."""
    state = str(getattr(told, "sqlstate", "") or "")
    if state in _BY_STATE:
        return _BY_STATE[state]
    if state.startswith(_LOST) or (not state and isinstance(told, psycopg.OperationalError | psycopg.InterfaceError)):
        return "lost"
    return ""


def is_lost(connection: psycopg.Connection[Any]) -> bool:
    """Whether nothing can be asked of a connection any more."""
    return bool(connection.closed or connection.broken)


def _reason_of_refusal(told: psycopg.Error) -> str:
    if state := getattr(told, "sqlstate", None):
        return _BY_STATE.get(state, "unreachable")
    words = str(told)
    return next((reason for reason, known in _BY_WORDS if re.search(known, words)), "unreachable")


def _said(told: BaseException | None) -> str:
    return " ".join(str(told).split())[:300]
