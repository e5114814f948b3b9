"""Put a backup in the newsroom's place, so that it can be undone and that a power cut at any step loses nothing."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

from db.domain.errors import NotANewsroom, StoreTooNew, StoreUnavailable
from db.store.backup import copy_sound, files_of, sync, take_files, told
from db.store.clock import Clock, system_clock
from db.store.driver import APPLICATION_ID, connect, reason_of, sqlite_module
from db.store.durable import replace_durably, sync_folder
from db.store.upgrade import HEAD

_BESIDE = ("-wal", "-journal")  # what SQLite has not yet put into the file


def restore(path: Path, backup: Path, *, clock: Clock = system_clock) -> Path | None:
    """Replace the closed newsroom at ``path`` by ``backup``; return where the present one is kept, None if none was.

    ``restore(path, kept)`` undoes it. The file of ``path`` is the present one or the backup at every moment.

    Raises:
        NotANewsroom, StoreTooNew: ``backup`` is another program's, or a newer one's.
        StoreUnavailable: ``backup`` is damaged or missing; the newsroom is still open somewhere (locked); disk full.
    """
    refuse_foreign(backup)
    with told(path) as part:
        copy_sound(backup, part)
        take_files(files_of(backup), files_of(path))
        if not path.exists():
            replace_durably(part, path)
            return None
        _settle(path)
        _keep_counting(path, part)
        kept = _free_name(path, clock)
        _link(path, kept)
        for beside in _BESIDE:  # left only when the present file is too damaged to take it in; never for the new one
            left = path.with_name(path.name + beside)
            if left.exists():
                left.replace(kept.with_name(kept.name + beside))
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        sync_folder(path.parent)
        replace_durably(part, path)
    return kept


def refuse_foreign(path: Path) -> None:
    """Raise unless ``path`` is a newsroom that this program can read."""
    if not path.is_file():
        raise StoreUnavailable("missing", str(path))
    driver = sqlite_module()
    question = "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
    try:
        with closing(connect(path, read_only=True)) as connection:
            mark, number = connection.execute(question).fetchone()
    except driver.Error as exc:
        if not path.read_bytes()[:16].startswith(b"SQLite format 3"):
            raise NotANewsroom(path) from exc
        raise StoreUnavailable(reason_of(exc) or "io", str(path), str(exc)) from exc
    if mark != APPLICATION_ID:
        raise NotANewsroom(path)
    if number > HEAD:
        raise StoreTooNew(path, str(number))


def _settle(path: Path) -> None:
    """Have SQLite put everything into the one file. Leaving WAL asks that nobody else has it open.

    Raises StoreUnavailable("locked") when somebody has. A file too damaged for it is left as it is, WAL and all.
    """
    driver = sqlite_module()
    with closing(driver.connect(str(path), timeout=2)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except driver.DatabaseError as exc:
            if str(getattr(exc, "sqlite_errorname", "")).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
                return
            raise


def _keep_counting(path: Path, part: Path) -> None:
    """Have the restored newsroom go on from the register numbers of the present one: none is given twice.

    Those of a present file that cannot be read are not known.
    """
    driver = sqlite_module()
    try:
        with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as present:
            given = present.execute("SELECT name, value FROM counter WHERE name LIKE 'register:%'").fetchall()
    except driver.DatabaseError:
        return
    grown = (
        "INSERT INTO counter (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)"
    )
    with closing(driver.connect(str(part))) as restored, restored:
        restored.executemany(grown, given)
    sync(part)


def _free_name(path: Path, clock: Clock) -> Path:
    stem = f"{path.name}.before-restore-{clock().strftime('%Y%m%dT%H%M%SZ')}"
    names = [stem, *(f"{stem}-{n}" for n in range(2, 1000))]
    return next(name for name in map(path.with_name, names) if not name.exists())


def _link(path: Path, kept: Path) -> None:
    """Give the present file its second name, so that the first never stands for nothing."""
    try:
        os.link(path, kept)
    except OSError:  # a disk without links
        shutil.copyfile(path, kept)
        sync(kept)
