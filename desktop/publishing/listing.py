"""Writes the manifest of a target: all of it, or the parts whose files changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.domain.site import SiteFile
from db.store import site as reading
from db.store.driver import Asked
from desktop.publishing import manifest
from desktop.publishing.differences import Differences
from desktop.publishing.site import File

Put = Callable[[File], SiteFile]  # compares, writes aside what differs, and says what the file is now


def list_all(found: Differences, origin: manifest.Origin, put: Put) -> None:
    """Write every part from the files made in this run; parts that name nothing are gone."""
    parts: dict[str, list[SiteFile]] = {}
    for path in sorted(found.seen):
        parts.setdefault(manifest.part_of(path), []).append(found.seen[path])
    root = parts.pop(manifest.ROOT, [])
    digests = {part: _put_part(part, files, found, origin, put) for part, files in parts.items()}
    found.gone |= {path for path in found.old if path.startswith("manifest/") and path not in found.seen}
    put(File(manifest.HEAD, f"manifest:{manifest.ROOT}", manifest.head_bytes(origin, root, digests)))


def list_changed(
    connection: Asked,
    target_id: int,
    found: Differences,
    origin: manifest.Origin,
    root_keys: Iterable[str],
    put: Put,
) -> None:
    """Write the parts that name a file which this run wrote or took away."""
    changed = {manifest.part_of(path) for path in (*found.written, *found.gone)} - {manifest.ROOT}
    recorded = reading.files_between(connection, target_id, "manifest/", "manifest0")
    recorded += reading.files_of(connection, target_id, [f"manifest:{manifest.ROOT}"])
    found.old |= {f.path: f for f in recorded}
    digests = {f.source.partition(":")[2]: f.digest for f in recorded if f.path != manifest.HEAD}
    for part in sorted(changed):
        files = found.now(reading.files_between(connection, target_id, *manifest.bounds(part)))
        files |= {path: f for path, f in found.written.items() if manifest.part_of(path) == part}
        digests.pop(part, None)
        if files:
            _learn_releases(connection, files.values(), found, origin.release)
            digests[part] = _put_part(part, [files[path] for path in sorted(files)], found, origin, put)
        else:
            found.gone.add(manifest.part_path(part))
    at_root = reading.files_of(connection, target_id, list(root_keys))
    at_root += reading.files_between(connection, target_id, "sitemap-", "sitemap.")
    root = found.now(at_root) | found.written
    listed = [root[path] for path in sorted(root) if "/" not in path]
    put(File(manifest.HEAD, f"manifest:{manifest.ROOT}", manifest.head_bytes(origin, listed, digests)))


def _put_part(part: str, files: list[SiteFile], found: Differences, origin: manifest.Origin, put: Put) -> str:
    data = manifest.part_bytes(origin, files, found.releases)
    return put(File(manifest.part_path(part), f"manifest:{part}", data)).digest


def _learn_releases(connection: Asked, files: Iterable[SiteFile], found: Differences, head: int) -> None:
    """Look up the releases of the article pages in a part that this run did not make."""
    articles = (f for f in files if f.source.startswith("article:") and f.path not in found.releases)
    missing = [int(f.source.partition(":")[2]) for f in articles]
    for start in range(0, len(missing), 500):
        for standing in reading.standings_of(connection, missing[start : start + 500], head):
            found.releases[standing.address.lstrip("/")] = standing.digest
