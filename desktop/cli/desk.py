"""What commands share: which newsroom, who acts, how an answer and progress are written."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db.domain.errors import BadValue, NotAllowed, NotANewsroom, StoreUnavailable
from db.domain.people import Actor
from db.domain.place import Place, place_of
from db.store.place import refuse_network_share
from db.store.unit import Store
from db.store.upgrade import BARRED, schema_number, upgrade
from desktop import paths, secrets
from desktop.cli.parser import Options
from desktop.settings import MachineSettings


def newsroom_place(options: Options) -> Place:
    """Return the newsroom that is meant: the one named, else the one that was opened last."""
    if options.newsroom:
        given: Place = options.newsroom
        return given.absolute() if isinstance(given, Path) else given
    last = MachineSettings(paths.settings_file()).get("last_newsroom")
    if not last:
        raise StoreUnavailable("missing", "请用 -n 指明数据文件，或先用 caibian init 新建")
    found = place_of(last)
    return found if isinstance(found, Path) else found.with_password(secrets.password_of(found))


def newsroom_path(options: Options) -> Path:
    """Return the same where only a file will do. Raises StoreUnavailable (``shared``)."""
    found = newsroom_place(options)
    if not isinstance(found, Path):
        raise StoreUnavailable("shared", str(found))
    return found


@contextmanager
def opened(options: Options) -> Iterator[Store]:
    """Open a newsroom that exists, at the newest schema; one that cannot be written can be read."""
    with opened_at(newsroom_place(options)) as store:
        yield store


@contextmanager
def opened_at(place: Place) -> Iterator[Store]:
    """Open the newsroom at ``place`` as ``opened`` does."""
    if isinstance(place, Path):
        _look_at(place)
    store = _store(place)
    try:
        yield store
    finally:
        store.close()


def _look_at(path: Path) -> None:
    if not path.is_file():
        raise StoreUnavailable("missing", str(path))
    refuse_network_share(path)
    if not path.stat().st_size:  # an empty file is what a full disk leaves, not a newsroom to be begun
        raise StoreUnavailable("damaged", str(path))


def _store(place: Place) -> Store:
    try:
        return _upgraded(Store(place))
    except StoreUnavailable as error:
        if error.reason not in BARRED or not isinstance(place, Path):
            raise
    return _upgraded(Store(place, read_only=True))


def _upgraded(store: Store) -> Store:
    try:
        if not schema_number(store):
            raise NotANewsroom(store.place)  # nothing was founded in it: to make it one is for `caibian init`
        upgrade(store)
    except BaseException:
        store.close()
        raise
    return store


def sign_in(store: Store, options: Options) -> Actor:
    """Return the person named by ``--as`` once the password was given. Those of a demo have none, as in the window.

    Raises NotAllowed when nobody is named, SignInFailed.
    """
    # Argon2 is needed by the few commands that only a person may give.
    from db.actions import people  # noqa: PLC0415
    from db.store.people import everyone  # noqa: PLC0415

    if not options.login:
        raise NotAllowed("sign_in", "signed_out")
    with store.reading() as connection:
        known = [p for p in everyone(connection) if p.login == options.login.strip().lower()]
    if known and known[0].demo and known[0].active:
        return people.sign_in_demo(store, known[0].id, platform.node())
    return people.sign_in(store, options.login, password(f"{options.login} 的密码："), platform.node())


def password(prompt: str) -> str:
    """Return the password: from the environment, else typed in unseen."""
    given = os.environ.get("CAIBIAN_PASSWORD")
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadValue("password", "empty")
    return getpass.getpass(prompt)


def refuse_database(to: Path, store: Store) -> None:
    """Raise BadValue when writing to ``to`` would take a newsroom's or a backup's place, or that of a part of ours."""
    own = store.place
    is_ours = isinstance(own, Path) and to.parent == own.parent and to.name.startswith((own.name, f"{own.name}-"))
    if is_ours or (to.is_file() and to.open("rb").read(16) == b"SQLite format 3\0"):
        raise BadValue("file", "taken", str(to))


def say(text: str) -> None:
    """Write (a part of) the answer to standard output."""
    print(text)


def tell(text: str) -> None:
    """Write a message to standard error."""
    print(text, file=sys.stderr)


def say_json(answer: Any) -> None:
    print(json.dumps(answer, ensure_ascii=False))


class Progress:
    """A line on the terminal that is rewritten; silent where standard error is no terminal."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._shown = ""

    def __call__(self, done: int, total: int, _what: str = "") -> None:
        if not sys.stderr.isatty():
            return
        shown = f"{self.what} {done}/{total}" if total else f"{self.what} {done}"
        if shown != self._shown:
            print(f"\r{shown}", end="", file=sys.stderr, flush=True)
            self._shown = shown

    def end(self) -> None:
        if self._shown:
            print(file=sys.stderr)
