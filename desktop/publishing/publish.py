"""Bring a target up to the newest release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from db.actions import site as actions
from db.domain.errors import Cancelled, TargetFailed
from db.domain.site import Target
from db.store import site as reading
from db.store.driver import Asked
from db.store.unit import Store
from desktop.publishing import chrome, manifest, theme
from desktop.publishing.differences import Against
from desktop.publishing.record import Record
from desktop.publishing.run import Report, Run
from desktop.publishing.site import Site
from desktop.publishing.target import Folder

PATIENCE = 60.0  # seconds to wait for another program that publishes to the same folder
LOOK_AGAIN = 0.1
THEMES = Path(__file__).parents[2] / "resources" / "themes"


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did; ``release`` is the newest release that is on the target now."""

    rendered: int
    uploaded: int
    deleted: int
    unchanged: int
    seconds: float
    release: int


def publish(
    store: Store,
    to: Path,
    *,
    full: bool = False,
    report: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Published:
    """Bring the folder ``to`` up to the newest release. ``full`` makes every file anew and compares it with the disk.

    Raises:
        ForeignTarget: the folder holds something else; nothing was touched.
        TargetFailed: what readers see stays as it was, or is partly new; the next run goes on.
        StoreUnavailable: what was released cannot be read, or is not what was released.
        Cancelled: nothing was changed.
    """
    began = perf_counter()
    newsroom = _newsroom(store)
    folder = Folder(_place(to))
    with folder.opened(newsroom):
        with store.looking() as connection:
            run = _begin(connection, store, folder, newsroom, full=full)
            run.report = report or _silent
            run.cancelled = cancelled or _never
            run.make()
        if run.is_due:
            run.put_in_place()
    found = run.found
    unchanged = found.rendered - sum(1 for path in found.written if not path.startswith("manifest"))
    seconds = perf_counter() - began
    return Published(found.rendered, len(found.written), len(found.gone), unchanged, seconds, run.origin.release)


def publish_in_turn(
    store: Store,
    to: Path,
    *,
    full: bool = False,
    report: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
    patience: float = PATIENCE,
) -> Published:
    """Publish once no other program publishes to ``to``: it may have begun before the newest release was made.

    Raises as ``publish``; TargetFailed with "busy" when the other one takes longer than ``patience`` seconds.
    """
    end = perf_counter() + patience
    while True:
        try:
            return publish(store, to, full=full, report=report, cancelled=cancelled)
        except TargetFailed as failed:
            if failed.reason != "busy" or perf_counter() > end:
                raise
        if cancelled is not None and cancelled():
            raise Cancelled
        sleep(LOOK_AGAIN)


def preview_changes(store: Store, to: Path) -> list[str]:
    """Return the pages that publishing to ``to`` would write or take away now. Nothing is touched."""
    with store.looking() as connection:
        newsroom = str(reading.settings(connection).get("newsroom_uid", ""))
        run = _begin(connection, store, Folder(_place(to)), newsroom)
        run.stage = False
        run.make()
    return sorted(path for path in {*run.found.written, *run.found.gone} if not path.startswith("manifest"))


def site_now(connection: Asked, files: Path) -> Site:
    """Return the site as the record says it now: newest release, chosen theme, settings and channels.

    ``files`` is the folder of large files beside the record. Raises BadValue when the theme is not whole.
    """
    stored = reading.settings(connection)
    look = theme.load(THEMES / str(stored.get("theme", "default")))
    around = chrome.make(stored, reading.channels(connection))
    return Site(Record(connection, reading.head(connection), files), look, around)


def _begin(connection: Asked, store: Store, folder: Folder, newsroom: str, *, full: bool = False) -> Run:
    site = site_now(connection, store.files)
    look, around = site.theme, site.chrome
    origin = manifest.Origin(newsroom, look.digest, around.digest, site.record.head, reading.chain(connection))
    target = reading.target(connection, str(folder.root))
    trusted = not full and target is not None and _is_as_recorded(connection, folder, target)
    same = target is not None and (target.theme, target.chrome) == (look.digest, around.digest)
    against = Against.RECORD if trusted else Against.NOTHING if folder.is_empty else Against.DISK
    return Run(store, site, folder, origin, target, not (trusted and same), against, _silent, _never)


def _is_as_recorded(connection: Asked, folder: Folder, target: Target) -> bool:
    """Whether the last run ended well and the target still holds the manifest that it left."""
    known = reading.files_of(connection, target.id, [f"manifest:{manifest.ROOT}"])
    return bool(known) and not folder.was_interrupted and folder.digest(manifest.HEAD) == known[0].digest


def _newsroom(store: Store) -> str:
    with store.looking() as connection:
        found = str(reading.settings(connection).get("newsroom_uid", ""))
    if found:
        return found
    with store.noting() as connection:
        return actions.give_newsroom_uid(connection)


def _place(to: Path) -> Path:
    return to.expanduser().absolute()


def _silent(_done: int, _total: int, _what: str) -> None:
    return None


def _never() -> bool:
    return False
