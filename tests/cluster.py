"""A PostgreSQL server of the tests' own, in a folder that is thrown away."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from pathlib import Path

import psycopg

from db.domain.place import Address
from db.store.unit import Store
from db.store.upgrade import upgrade

PASSWORD = "wrong horse"

# All that makes a schema what it is, in one number.
SHAPE = """
SELECT md5(string_agg(words, E'\\n' ORDER BY words)) FROM (
  SELECT concat(pg_get_triggerdef(t.oid), t.tgenabled, p.prosrc, p.proconfig)
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal
  UNION ALL SELECT concat(conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE conrelid <> 0
  UNION ALL SELECT concat(attrelid::regclass, attname, atttypid, attcollation) FROM pg_attribute a JOIN pg_class c
    ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT attisdropped
  UNION ALL SELECT version_num::text FROM alembic_version) AS said (words)
"""
TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
NUMBERS = "SELECT oid::regclass::text, pg_sequence_last_value(oid) FROM pg_class WHERE relkind = 'S'"


def binaries() -> Path | None:
    """Return the folder of the server's programs; None where there are none."""
    found = shutil.which("postgres") or shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    places = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].split(".")[0])
    )
    return places[-1].parent if places else None


def upgraded(address: Address) -> None:
    """Bring a database to the newest schema."""
    store = Store(address)
    upgrade(store)
    store.close()


class Lent:
    """A newsroom that one test after the other has, and what it was when it was new.

    Rows are deleted and put back: to make a database of a template, or to truncate a table, makes files, which is dear.
    """

    def __init__(self, address: Address, kind: str) -> None:
        self.address, self.kind = address, kind
        self.connection = psycopg.connect(
            host=address.host, port=address.port, user=address.user, password=PASSWORD, dbname=address.database,
            autocommit=True, options="-c session_replication_role=replica -c lock_timeout=5000",
        )  # fmt: skip
        self._shape = self._ask(SHAPE)
        self._rows: dict[str, bytes] = {}
        for (table,) in self._ask(TABLES):
            with self.connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
                self._rows[str(table)] = b"".join(copy)
        self._emptied = "; ".join(f"DELETE FROM {table}" for table in self._rows)
        self._counted = ", ".join(
            f"setval('{name}', {last or 1}, {last is not None})" for name, last in self._ask(NUMBERS)
        )

    def is_put_back(self) -> bool:
        """Put every row back; say whether nothing but rows was changed."""
        try:
            if self._ask(SHAPE) != self._shape:
                return False
            with self.connection.transaction():
                self.connection.execute(self._emptied.encode())
                for table, rows in self._rows.items():
                    if rows:
                        with self.connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                            copy.write(rows)
                self.connection.execute(f"SELECT {self._counted}".encode())
        except psycopg.Error:  # a store that was not closed is in the way
            return False
        return True

    def _ask(self, query: str) -> list[tuple[object, ...]]:
        return self.connection.execute(query.encode()).fetchall()


class Cluster:
    """A server on a free port. The disk is not waited for: a test that cuts the power makes one of its own."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        found = binaries()
        assert found is not None
        self._programs, self.folder = found, folder
        self._as: dict[str, str | int] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        folder.mkdir(parents=True)
        if self._as:  # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
        secret = folder / "secret"
        secret.write_text(PASSWORD)
        if self._as:
            shutil.chown(secret, "postgres", "postgres")
        self._data = folder / "data"
        self._run("initdb", "-D", str(self._data), "-U", "keeper", "-A", "scram-sha-256", "-E", "UTF8",
                  "--locale=C.UTF-8", f"--pwfile={secret}", "--no-sync")  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        settings = ["listen_addresses = '127.0.0.1'", f"port = {self.port}", "unix_socket_directories = ''",
                    "max_connections = 60", "lc_messages = 'C'", "autovacuum = off",
                    "shared_buffers = '32MB'"]  # fmt: skip
        if not durable:
            settings += ["fsync = off", "full_page_writes = off", "synchronous_commit = off", "wal_level = minimal",
                         "max_wal_senders = 0"]  # fmt: skip
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write("\n".join(["", *settings, ""]))
        self._names = count(1)
        self._template: Address | None = None
        self._free: dict[str, list[Lent]] = defaultdict(list)
        self._lent: dict[Address, Lent] = {}
        self._server: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers; one that finds the last one's parts still there tries again."""
        until = time.monotonic() + 60
        while True:
            if self._server is None or self._server.poll() is not None:
                with (self.folder / "log").open("ab") as log:
                    self._server = subprocess.Popen(
                        [self._programs / "postgres", "-D", self._data],
                        stdout=log,
                        stderr=log,
                        **self._as,  # type: ignore[call-overload]
                    )
            try:
                self.admin("SELECT 1")
                return
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)  # nothing tells when a server is ready but asking it

    def stop(self, how: int = signal.SIGINT) -> None:
        """End the server: SIGINT at once but well, SIGQUIT and SIGKILL as if it broke."""
        if self._server is None:
            return
        for lent in (one for free in self._free.values() for one in free):
            lent.connection.close()
        self._server.send_signal(how)
        self._server.wait(60)
        if how == signal.SIGKILL:  # its children end when they see that it is gone; a new one waits for none
            (self._data / "postmaster.pid").unlink(missing_ok=True)
        self._server = None

    def admin(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Carry out a statement as the server's keeper."""
        given = {"host": "127.0.0.1", "port": self.port, "user": "keeper", "password": PASSWORD, "dbname": database}
        with psycopg.connect(**given, autocommit=True) as connection:  # type: ignore[arg-type]
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def address(self, database: str, user: str = "keeper", password: str = PASSWORD) -> Address:
        return Address("127.0.0.1", database, user, self.port, password)

    def create(self, template: str = "template0") -> Address:
        """Return a database that is empty, or like a template."""
        name = f"newsroom_{next(self._names)}"
        self.admin(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    def drop(self, address: Address) -> None:
        self.admin(f"DROP DATABASE IF EXISTS {address.database} WITH (FORCE)")

    def lend(self, kind: str = "", prepare: Callable[[Address], object] | None = None) -> Address:
        """Return a newsroom of the newest schema, prepared: one of this kind that was given back, or a new one."""
        if not self._free[kind]:
            if self._template is None:
                self._template = self.create()
                upgraded(self._template)
            address = self.create(self._template.database)
            if prepare is not None:
                prepare(address)
            self._free[kind].append(Lent(address, kind))
        lent = self._free[kind].pop()
        self._lent[lent.address] = lent
        return lent.address

    def take_back(self, address: Address) -> None:
        """Make a newsroom for the next test what it was; one whose rules or tables were changed is thrown away."""
        lent = self._lent.pop(address)
        if lent.is_put_back():
            self._free[lent.kind].append(lent)
        else:
            lent.connection.close()
            self.drop(address)

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run([self._programs / program, *arguments], check=True, capture_output=True, cwd="/", **self._as)  # type: ignore[call-overload]
