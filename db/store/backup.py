"""A copy of the newsroom while it is in use: whole, proved, and on the disk before it has its name."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.domain.errors import StoreUnavailable
from db.store.driver import connect, reason_of, sqlite_module
from db.store.durable import make_folder, replace_durably, sync_folder
from db.store.unit import Store

_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_rights",
    errno.EPERM: "no_rights",
    errno.ENOENT: "missing",
}


def copy_database(store: Store, to: Path) -> Path:
    """Copy the open database to ``to`` (SQLite's online backup), check it, and only then give it its name.

    Raises StoreUnavailable when the place is full or cannot be written; an earlier file of that name stays.
    """
    with told(to) as part:
        copy_sound(store.path, part)
        replace_durably(part, to)
    return to


def copy_newsroom(store: Store, to: Path, earlier: Path | None = None) -> Path:
    """Copy the database and the large files beside it; those that the copy ``earlier`` has are not copied again.

    A record on a server becomes a file.
    """
    if store.is_shared:
        from db.store.carrying import carry_out  # noqa: PLC0415  # it stands on this module

        return carry_out(store, to)
    with told(to) as part:
        copy_sound(store.path, part)
        take_files(store.files, files_of(to), files_of(earlier) if earlier else None)
        replace_durably(part, to)  # the name comes last: what has it is complete
    return to


def files_of(path: Path) -> Path:
    """Return the folder of large files that belongs to the newsroom at ``path``."""
    return path.with_name(path.name + "-files")


def take_files(source: Path, to: Path, earlier: Path | None = None) -> None:
    """Give ``to`` the files of ``source`` that it lacks, linked where the disk can; named by digest, they never change.

    Those that ``to`` has besides stay.
    """
    wanted = [file for file in source.iterdir() if file.suffix != ".part"] if source.is_dir() else []
    if not wanted:
        return
    make_folder(to)
    for file in wanted:
        if not (to / file.name).exists():
            _take(file, to / file.name, earlier / file.name if earlier else None)
    sync_folder(to)


def copy_sound(source: Path, part: Path) -> None:
    """Copy a database through SQLite, WAL included, and sync it. Raises StoreUnavailable when it is damaged."""
    driver = sqlite_module()
    with closing(connect(source, read_only=True)) as origin, closing(driver.connect(str(part))) as copy:
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        answer = str(copy.execute("PRAGMA quick_check").fetchone()[0])
    if answer != "ok":
        raise StoreUnavailable("damaged", str(source), answer)
    sync(part)


def sync(path: Path) -> None:
    """Make the bytes of a file durable. Opened for writing, because Windows syncs no other."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _take(file: Path, to: Path, earlier: Path | None) -> None:
    for known in (earlier, file):
        if known is not None and known.exists():
            try:
                os.link(known, to)
            except OSError:
                continue  # another disk, or one without links
            return
    part = to.with_name(to.name + ".part")
    shutil.copyfile(file, part)
    sync(part)
    part.replace(to)


@contextmanager
def told(to: Path) -> Iterator[Path]:
    """Yield the name to write under; tell failures by kind, and leave nothing half written."""
    driver = sqlite_module()
    part = to.with_name(to.name + ".part")
    try:
        part.unlink(missing_ok=True)
        yield part
    except driver.Error as exc:
        raise StoreUnavailable(reason_of(exc) or "io", str(to), str(exc)) from exc
    except OSError as exc:
        raise StoreUnavailable(_REASONS.get(exc.errno or 0, "io"), str(to), str(exc)) from exc
    finally:
        part.unlink(missing_ok=True)
